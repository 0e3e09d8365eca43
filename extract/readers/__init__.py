"""Readers: a path → Documents. `read` opens one file, `paths_of` lists the texts that a path stands for."""

from extract.readers.manifest import Manifest, load_manifest
from extract.readers.text import decode, document_of, paths_of, read

__all__ = ["Manifest", "decode", "document_of", "load_manifest", "paths_of", "read"]
