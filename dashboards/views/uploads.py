"""Uploads as files of a folder: names that no system refuses, none that means something there, no upload in the place of another.

In:  what was chosen, as (name, bytes)   Out: the paths at which they were kept
"""

import re
from collections.abc import Iterable
from pathlib import Path

from extract.readers.paths.manifest import FILE_NAME

MOST_BYTES = 160  # of a name in UTF-8; systems take 255
FORBIDDEN = frozenset('<>:"|?*')
MEANT = frozenset({FILE_NAME, "zhize.toml"})  # files that say something of the folder they lie in
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)  # Windows


def safe_name(name: str, number: int) -> str:
    """The name of an upload as a file's name: no folder, no control character, not too long, never empty."""
    last = name.replace("\\", "/").rpartition("/")[2]
    plain = "".join(c for c in last if c.isprintable() and c not in FORBIDDEN).strip(". ")
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending.encode()) > MOST_BYTES // 4:
        stem, dot, ending = plain, "", ""
    room = MOST_BYTES - len((dot + ending).encode())
    shown = stem.encode()[:room].decode("utf-8", "ignore").rstrip(". ") + dot + ending
    if shown.lower() in MEANT or RESERVED.match(shown) or not stem:
        return f"upload-{number + 1}" + (f"-{shown}" if shown else "")
    return shown


def kept_in(folder: Path, uploads: Iterable[tuple[str, bytes]]) -> list[Path]:
    """Writes uploads into a folder; a name that another file has already gets a number, the same file is not written twice."""
    paths = []
    for number, (name, data) in enumerate(uploads):
        path = _free(folder, safe_name(name, number), data)
        if not path.exists():
            path.write_bytes(data)
        if path not in paths:
            paths.append(path)
    return paths


def _free(folder: Path, name: str, data: bytes) -> Path:
    """Where a file of that name may lie: nothing is there yet, or the same bytes."""
    path, number = folder / name, 1
    while path.exists() and not (path.is_file() and path.read_bytes() == data):
        number += 1
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
    return path
