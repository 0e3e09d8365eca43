"""Printed pages: PDF with text, scans and pictures.

Doors: `pdf.read_pdf`, `scan.read_picture`, `picture` (a page as an image).
"""
