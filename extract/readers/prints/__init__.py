"""Printed pages: PDF with text, scans and pictures."""
