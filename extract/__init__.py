"""Gazette files → facts: read, clean, segment, find.

Doors: `readers.read` and `readers.listing` (files), `pipeline.extract_document` (a document's facts), `facts` and `document` (the nouns), `errors`.
"""
