"""Titles in passing: `titles`."""

from extract.formats.titles.notice import titles

__all__ = ["titles"]
