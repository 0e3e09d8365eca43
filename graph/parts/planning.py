"""Which documents each part is made of, and which parts are as they were when they were last made.

In:  a workspace and its index. Out: a plan, a part a jurisdiction; a part whose plan is what it was made of need not be made again.

Whose document it is, and under which letters it issues, is read once, when it is first met.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extract.facts import DocumentRecord, Fact, Relation
from graph.identity.policies import letters_of, rivals_of
from graph.ids import Documents
from graph.jurisdictions import UNKNOWN
from graph.keeping.judgements import Judgement
from graph.parts.index import Index, KnownDocument, KnownPart
from graph.projection.schema import SCHEMA_VERSION
from graph.rules import hash_of_rules
from graph.workspace import Workspace

HASH = 16  # characters of a document's hash that begin the id of a mention
ID = 8  # bytes of the id of a fact or a doubt
DOUBT = "doubt:"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a part is to be made of: its documents with the names that they go by, and what stands for all of it."""

    scope: str
    documents: Mapping[str, str]
    rivals: frozenset[str]
    stamp: str


def plans_of(workspace: Workspace, index: Index) -> dict[str, Plan]:
    """The plan of each part; notes in the index what is new of documents."""
    names = workspace.names()
    known = index.documents()
    stamps = workspace.stamps()
    new = {
        sha256: _document(workspace, sha256, stamp)
        for sha256, stamp in stamps.items()
        if sha256 not in known or known[sha256].stamp != stamp
    }
    gone = known.keys() - stamps.keys()
    if new or gone:
        with index.writing():
            index.put_documents(new, gone)
    documents = {sha256: one for sha256, one in (known | new).items() if sha256 not in gone}
    parts: dict[str, dict[str, str]] = defaultdict(dict)
    letters: dict[str, set[str]] = defaultdict(set)
    for source, doc in names.items():
        one = documents[source.sha256]
        parts[one.scope][source.sha256] = doc
        letters[one.scope] |= one.letters
    rivals = rivals_of({scope: frozenset(some) for scope, some in letters.items()})
    return {
        scope: Plan(scope, some, rivals[scope], _stamp(some, stamps, rivals[scope]))
        for scope, some in sorted(parts.items())
    }


def judged_by(judgements: Iterable[tuple[tuple[str, ...], Judgement]], documents: Iterable[str], ids: bytes) -> str:
    """What stands for the judgements that are about mentions, facts or doubts of a part; empty where none is."""
    mine = {sha256[:HASH] for sha256 in documents}
    judged = [
        repr((about, judgement))
        for about, judgement in judgements
        if any((one[:HASH] in mine if ":" in one.removeprefix(DOUBT) else _holds(ids, one)) for one in about)
    ]
    return _hash("\n".join(sorted(judged))) if judged else ""


def is_current(plan: Plan, known: KnownPart | None, judged: str | None) -> bool:
    """Whether a part was made of just what the plan says, by the same judgements (None: by the same as ever)."""
    return known is not None and known.stamp == plan.stamp and judged in (None, known.judged)


def _stamp(documents: Mapping[str, str], stamps: Mapping[str, str], rivals: frozenset[str]) -> str:
    lines = [f"{SCHEMA_VERSION} {program()}", *sorted(rivals)]
    lines += [f"{sha256} {doc} {stamps[sha256]}" for sha256, doc in sorted(documents.items())]
    return _hash("\n".join(lines))


@cache
def program() -> str:
    """A hash of the rules by which documents become a graph."""
    return hash_of_rules(files("extract"), files("graph"))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _document(workspace: Workspace, sha256: str, stamp: str) -> KnownDocument:
    """Whose a stored document is, and under which letters it issues."""
    record = next((one for one in workspace.context(sha256) if isinstance(one, DocumentRecord)), None)
    scope = (Documents({record.doc: record}).jurisdiction(record.doc) if record else None) or UNKNOWN
    issued: Iterable[Fact] = workspace.facts(sha256, Relation.ISSUED)
    return KnownDocument(stamp, scope, letters_of(issued))


def _holds(ids: bytes, one: str) -> bool:
    """Whether an id is among some, eight bytes each, in order."""
    try:
        wanted = bytes.fromhex(one.removeprefix(DOUBT))
    except ValueError:
        return False
    low, high = 0, len(ids) // ID
    while low < high:
        middle = (low + high) // 2
        if ids[middle * ID : middle * ID + ID] < wanted:
            low = middle + 1
        else:
            high = middle
    return ids[low * ID : low * ID + ID] == wanted
