"""Plain text → Reading: the decoded file as it is, so that offsets are those of the file."""

import re

from extract.errors import ReadError
from extract.readers.documents import document_of
from extract.readers.encodings import decoded
from extract.readers.limits import LIMITS, Limits
from extract.readers.reading import Reading

__all__ = ["checked", "document_of", "longest_line", "read_text"]

LONGEST_LINE = 5_000_000  # characters; a gazette's longest paragraphs and rows have some thousands
MOST_CONTROLS = 8  # control characters that a text may hold, strays of an OCR
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read_text(data: bytes, name: str, limits: Limits = LIMITS) -> Reading:
    """The Reading of a text file; raises ReadError for anything else."""
    text = checked(decoded(data, name).text, name, limits)
    return Reading(text, "text")


def checked(text: str, name: str, limits: Limits = LIMITS) -> str:
    """The text, if it can be a document: raises ReadError for binary data, endless lines, too many characters."""
    if not text.strip("\ufeff \t\r\n\x00"):
        raise ReadError(f"{name}: the file is empty")
    if len(CONTROL.findall(text[:100_000])) > MOST_CONTROLS:
        raise ReadError(f"{name}: not a text (control characters); convert it to a text file first")
    if len(text) > limits.characters:
        raise ReadError(f"{name}: more than {limits.characters:,} characters; divide it")
    if longest_line(text) > LONGEST_LINE:
        raise ReadError(
            f"{name}: a line of more than {LONGEST_LINE:,} characters; is this a gazette? break it into paragraphs"
        )
    return text


def longest_line(text: str) -> int:
    """The length of the longest line of a text."""
    longest = start = 0
    while (end := text.find("\n", start)) >= 0:
        longest, start = max(longest, end - start), end + 1
    return max(longest, len(text) - start)
