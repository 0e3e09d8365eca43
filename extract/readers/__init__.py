"""Readers: paths → Documents. `listing` accounts for every path, `read` opens one file whatever its kind."""

from extract.readers.documents import document_of
from extract.readers.limits import LIMITS, Limits
from extract.readers.manifest import Manifest, load_manifest
from extract.readers.opening import read, read_file
from extract.readers.paths import Aside, File, Listing, listing, printable

__all__ = [
    "LIMITS",
    "Aside",
    "File",
    "Limits",
    "Listing",
    "Manifest",
    "document_of",
    "listing",
    "load_manifest",
    "printable",
    "read",
    "read_file",
]
