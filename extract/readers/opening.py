"""A file → its Document: the kind told by its bytes, the reader of that kind, and what the manifest says of it.

In:  File or path   Out: Document; a ReadError of one line for what cannot be read
"""

import hashlib
from pathlib import Path

from extract.document import Document
from extract.errors import ReadError
from extract.readers.documents import document_of_reading
from extract.readers.kinds import REFUSED, Kind, kind_of
from extract.readers.limits import LIMITS, Limits
from extract.readers.paths.listing import File
from extract.readers.paths.manifest import Manifest, load_manifest
from extract.readers.process import read_apart, read_here
from extract.readers.reading import Reading
from extract.readers.text import checked, read_text
from extract.wording.reasons import reason

HERE = 4_000_000  # bytes of a page that is read in this process


def read(path: Path, root: Path | None = None, manifest: Manifest | None = None) -> Document:
    """The Document of a file; its name is relative to `root`, the manifest that of `root` unless one is given."""
    if manifest is None:
        manifest = load_manifest(root or path.parent)
    return read_file(File(path, root or path.parent, manifest))


def read_file(file: File, limits: Limits = LIMITS) -> Document:
    """The Document of a file of a listing."""
    data = file.data(limits)
    reading = reading_of_bytes(data, file.shown, limits)
    entry = file.manifest.entry(file.name)
    return document_of_reading(reading, file.name, hashlib.sha256(data).hexdigest(), entry, file.jurisdiction)


def reading_of_bytes(data: bytes, name: str, limits: Limits = LIMITS) -> Reading:
    """The Reading of a file's bytes by the reader of their kind; raises ReadError."""
    kind = kind_of(data, name)
    if kind in REFUSED:
        raise ReadError("path_refused", path=name, why=reason(REFUSED[kind]))
    if kind is Kind.TEXT:
        return read_text(data, name, limits)
    if kind is Kind.ZIP:
        raise ReadError("archive_one_by_one", name=name)
    near = kind in {Kind.HTML, Kind.MARKDOWN, Kind.CSV, Kind.MHTML} and len(data) < HERE
    reading = (read_here if near else read_apart)(kind.value, data, name, limits)
    if not reading.text.strip():
        raise ReadError("no_text", name=name)
    checked(reading.text, name, limits)
    return reading
