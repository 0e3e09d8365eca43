"""Readers: paths → Documents. `listing` accounts for every path, `read` opens one file whatever its kind."""

from extract.readers.documents import document_of
from extract.readers.limits import LIMITS, Limits
from extract.readers.opening import read, read_file
from extract.readers.paths.listing import Aside, File, Listing, listing, printable
from extract.readers.paths.manifest import Manifest, load_manifest

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
