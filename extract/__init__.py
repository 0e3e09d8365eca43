"""Gazette files → facts: read, clean, segment, find.

Doors: `readers.read` and `readers.listing` (files), `pipeline.extract_document` (a document's facts), `facts` and `document` (the nouns), `errors`.
"""

from extract.compiling.classes import keep_classes

keep_classes()  # before the first pattern is compiled
