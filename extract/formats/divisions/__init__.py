"""Divisions of work, who oversees what: `divisions`."""

from extract.formats.divisions.notice import divisions

__all__ = ["divisions"]
