"""The manifest of a folder: what is known of each file beside its text.

In:  manifest.toml, one [[gazette]] a file   Out: Manifest, entries by file name. A folder without one is as good.
"""

from dataclasses import dataclass, field
from pathlib import Path

from extract.errors import ReadError
from extract.names.dates import is_day
from extract.typed_toml import read_toml

FILE_NAME = "manifest.toml"


@dataclass(frozen=True, slots=True)
class Entry:
    """One [[gazette]] of a manifest."""

    file: str
    jurisdiction: str | None = None
    name: str | None = None
    issue: str | None = None
    published: str | None = None
    url: str | None = None
    seed: str | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """The entries of a folder by file name."""

    entries: dict[str, Entry] = field(default_factory=dict)

    def entry(self, name: str) -> Entry:
        """What the manifest says of a file; an empty entry where it is silent."""
        return self.entries.get(name) or Entry(name)


@dataclass(frozen=True, slots=True)
class _Written:
    """What a manifest says."""

    gazette: tuple[Entry, ...] = ()


def load_manifest(folder: Path) -> Manifest:
    """The manifest of a folder, empty if there is none; raises ReadError that names file and key for one that is malformed."""
    path = folder / FILE_NAME
    if not path.is_file():
        return Manifest()
    entries: dict[str, Entry] = {}
    for number, entry in enumerate(read_toml(path, _Written).gazette, 1):
        where = f"{path}: gazette[{number}]"
        if not entry.file.strip():
            raise ReadError("manifest_file_empty", where=where)
        if entry.file in entries:
            raise ReadError("manifest_entry_twice", where=where, file=repr(entry.file))
        if entry.published is not None and not is_day(entry.published):
            raise ReadError("manifest_no_day", where=where, day=repr(entry.published[:30]))
        entries[entry.file] = entry
    return Manifest(entries)


def absent(folder: Path, manifest: Manifest) -> list[str]:
    """The files of which a manifest speaks and that do not lie in its folder, nor in an archive there."""
    return [
        name
        for name in manifest.entries
        if not (folder / name).exists() and not any(above.is_file() for above in (folder / name).parents)
    ]
