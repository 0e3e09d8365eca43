"""Where items stand in their document: headings, annex, which of several lists, and the dates of their deadlines.

Door: `placed` (the records of a notice's items with all of it).
"""

from extract.formats.items.places.headings import placed as placed
