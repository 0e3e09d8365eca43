"""A hash of the rules of this program: other rules read documents, and make graphs, anew.

In:  packages. Out: twelve hex.
"""

import hashlib
from collections.abc import Iterator
from importlib.resources.abc import Traversable

RULES = (".py", ".toml", ".tsv", ".txt")


def hash_of_rules(*packages: Traversable) -> str:
    """A hash of all code and word lists of the packages."""
    digest = hashlib.sha256()
    for package in packages:
        for path, content in sorted(_rule_files(package, "")):
            digest.update(path.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()[:12]


def _rule_files(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _rule_files(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(RULES):
            yield f"{prefix}{entry.name}", entry.read_bytes()
