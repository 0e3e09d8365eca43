"""Leading groups, their seats and offices: `groups`."""

from extract.formats.groups.notice import groups

__all__ = ["groups"]
