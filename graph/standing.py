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

import msgspec

from extract.errors import ReadError, StoreError
from extract.output.json_lines import row_of
from graph.keeping.durable import write_whole
from graph.keeping.sealed import CHECK, is_sound, sealed
from graph.keeping.sources import SOURCE
from graph.parts.applying import texts_for
from graph.parts.planning import program
from graph.parts.summary import Summary
from graph.projection.schema import SCHEMA_VERSION
from graph.projection.shared import SHARED
from graph.stores.loading import scope_digests
from graph.stores.store import Store
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
    for path in sorted(workspace.facts_folder.glob(f"*{SOURCE}")):
        if not path.name.startswith("."):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    if workspace.judgements_path.exists():
        digest.update(workspace.judgements_path.read_bytes())
    return digest.hexdigest()


def standing(workspace: Workspace, store: Store, stamp: str) -> Summary | None:
    """The numbers of the graph if it is still what a build of the workspace as it is would give, else None."""
    path = workspace.folder / FILE
    try:
        text = path.read_text(encoding="utf-8")
        row = row_of(text, FILE)
        if not is_sound(text.removesuffix("\n"), row):
            return None
        known = msgspec.convert({key: value for key, value in row.items() if key != CHECK}, Standing)
    except (OSError, UnicodeDecodeError, ReadError, msgspec.ValidationError):
        return None
    if known.stamp != stamp or dict(known.digests) != scope_digests(store):
        return None
    if texts_for(workspace, store).scopes() != {scope: one for scope, one in known.digests.items() if scope != SHARED}:
        return None
    return known.summary


def remember_standing(workspace: Workspace, store: Store, stamp: str, summary: Summary) -> None:
    """Writes down what the graph was made of, once all of it is loaded."""
    made = Standing(stamp, scope_digests(store), summary)
    content = sealed(asdict(made)).encode()
    path = workspace.folder / FILE
    try:
        if not path.exists() or path.read_bytes() != content:
            write_whole(path, content)
    except OSError as error:
        raise StoreError("standing_unwritten", path=path, fault=error.strerror) from error
