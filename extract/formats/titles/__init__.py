"""Titles in passing: `titles`; how an entry of a report opens with its day: `entry_date`, `When`."""

from extract.formats.titles.days import When, entry_date
from extract.formats.titles.notice import TOLD_IN_REPORTS, titles

__all__ = ["TOLD_IN_REPORTS", "When", "entry_date", "titles"]
