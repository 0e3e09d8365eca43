"""Named projects in the text of items: `projects_of`."""

from extract.formats.projects.notice import projects_of

__all__ = ["projects_of"]
