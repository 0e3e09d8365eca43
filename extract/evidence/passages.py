"""The passages of a document: its paragraphs and table rows as printed, in which a quotation is shown.

In:  the notices of a document, as segmentation found them. Out: Passage, private numbers covered character for character.
"""

from collections.abc import Iterable

from extract.document import Document, Notice
from extract.facts import Passage
from extract.private import masked


def passages_of(document: Document, notices: Iterable[Notice]) -> list[Passage]:
    """The blocks of the notices as passages, in the order of the text."""
    spans = sorted((block.start, block.end) for notice in notices for block in notice.blocks)
    text = masked(document.text)
    return [Passage(document.name, start, end, document.line_of(start), text[start:end]) for start, end in spans]
