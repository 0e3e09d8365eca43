"""The manifest of a folder: what is known of each file beside its text.

In:  manifest.toml, one [[gazette]] a file   Out: Manifest, entries by file name. A folder without one is as good.
"""

import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path

from extract.errors import ReadError

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


def load_manifest(folder: Path) -> Manifest:
    """The manifest of a folder, empty if there is none; raises ReadError for one that is malformed."""
    path = folder / FILE_NAME
    if not path.is_file():
        return Manifest()
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get("gazette", [])
        known = {f.name for f in fields(Entry)}
        for row in rows:
            if unknown := set(row) - known:
                raise ReadError(f"{path}: unknown key {sorted(unknown)[0]!r}; known are {', '.join(sorted(known))}")
        return Manifest({row["file"]: Entry(**{key: str(value) for key, value in row.items()}) for row in rows})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError, AttributeError) as error:
        raise ReadError(
            f'{path}: not a manifest ({error}); write one [[gazette]] with file = "…" for each text'
        ) from error
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror})") from error
