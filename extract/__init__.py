"""Gazette files → facts: read, clean, segment, find."""
