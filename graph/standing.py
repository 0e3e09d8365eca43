"""What a graph was last made of, so that a build that finds nothing new reads, resolves and projects nothing.

In:  a workspace, its graph, and the build that was just loaded. Out: made.json, and, at the next build, whether the graph still stands for
     what the workspace holds.

The stamp covers the documents with the checksums of their parts, the judgements, and the rules of this program; the digests are those
that the graph itself bears, scope by scope: a graph that somebody else wrote, or none, is projected anew. The file is never trusted for
anything but a count: where it is damaged or gone, the build does all its work.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import msgspec

from extract.errors import ReadError, StoreError
from extract.output.json_lines import row_of
from graph.keeping.durable import write_whole
from graph.keeping.sealed import CHECK, is_sound, sealed
from graph.keeping.state import source_files
from graph.parts.applying import texts_for
from graph.parts.planning import program
from graph.parts.summary import Summary
from graph.projection.schema import SCHEMA_VERSION
from graph.projection.shared import SHARED
from graph.stores.embedded.later import marks_beside
from graph.stores.store import Store, open_store
from graph.stores.texts import Texts, beside
from graph.workspace import Workspace

FILE = "made.json"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a graph was made of, the digests that it bore then, and its numbers."""

    stamp: str
    digests: Mapping[str, str]
    summary: Summary


def stamp_of(workspace: Workspace) -> str:
    """What a projection of the workspace rests on, in one word."""
    digest = hashlib.sha256(f"{SCHEMA_VERSION} {program()}\n".encode())
    for path in source_files(workspace.facts_folder):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    if workspace.judgements_path.exists():
        digest.update(workspace.judgements_path.read_bytes())
    return digest.hexdigest()


def standing(workspace: Workspace, url: str, texts: Path | None = None) -> Summary | None:
    """The numbers of the graph at a URL if it is still what a build of the workspace as it is would give, else None."""
    known = _remembered(workspace)
    if known is None or known.stamp != stamp_of(workspace):
        return None  # no graph need be opened to know that
    marks = marks_beside(url)
    if marks is not None:  # of a large graph that is as it was written: to open it takes seconds
        there = Texts(beside(url)).scopes()
    else:
        with open_store(url, texts=texts) as store:
            marks, there = store.marks(), texts_for(workspace, store).scopes()
    if dict(known.digests) != marks:
        return None
    return known.summary if there == {s: one for s, one in known.digests.items() if s != SHARED} else None


def remember_standing(workspace: Workspace, store: Store, stamp: str, summary: Summary) -> None:
    """Writes down what the graph was made of, once all of it is loaded; raises StoreError if it cannot be written."""
    made = Standing(stamp, store.marks(), summary)
    content = sealed(asdict(made)).encode()
    path = workspace.folder / FILE
    try:
        if not path.exists() or path.read_bytes() != content:
            write_whole(path, content)
    except OSError as error:
        raise StoreError("standing_unwritten", path=path, fault=error) from error


def _remembered(workspace: Workspace) -> Standing | None:
    """What the last build wrote down; None where it did not, or it is not as it was written."""
    try:
        text = (workspace.folder / FILE).read_text(encoding="utf-8")
        row = row_of(text, FILE)
        if not is_sound(text.removesuffix("\n"), row):
            return None
        return msgspec.convert({key: value for key, value in row.items() if key != CHECK}, Standing)
    except (OSError, UnicodeDecodeError, ReadError, msgspec.ValidationError):
        return None
