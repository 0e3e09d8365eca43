"""One protocol for both stores: ask read-only, apply the difference of a jurisdiction in one transaction.

    with open_store("kglite:///data/graph.kgl") as store:
        store.read("MATCH (o:Organization {key: $body}) RETURN o.name AS name ORDER BY name LIMIT $limit", {"body": key, "limit": 5})

Asking is read-only by construction: read() runs in a session that refuses writes, with a time limit and a row cap that is told.
"""

import importlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self, TypeVar
from urllib.parse import urlsplit

from extract.errors import QueryError, StoreError
from graph.stores.texts import Texts, beside

if TYPE_CHECKING:  # what is asked needs none of what is built
    from graph.projection.elements import Difference, Held

T = TypeVar("T")
ROW_CAP = 10_000
NAME_LIMIT = 1_000_000  # rows of what is read whole: all names of a kind
TIME_LIMIT = 30.0  # seconds
REBUILD = "zhize build --rebuild"
BEGUN = "begun"  # in the place of a scope's digest: what a store is told of it may have been cut off
QUOTED = re.compile(
    r"""
    '(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*"   # strings
    | `[^`]*`                                # names
    | //[^\n]* | /\*.*?\*/                  # remarks
    """,
    re.VERBOSE | re.DOTALL,
)
LOAD = re.compile(r"\bLOAD\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rows:
    """A read-only answer: each row a tuple in the order of `columns`; dates are datetime.date, lists are lists."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    truncated: bool = False  # the row cap cut the answer off

    def dicts(self) -> list[dict[str, Any]]:
        """The rows as dictionaries."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


Reading = Callable[[str], Rows]
"""Runs a read-only statement without parameters, whole."""


class Store(Protocol):
    """What a graph is kept in. All failures are StoreErrors of one line; a wrong question is a QueryError."""

    url: str  # without password
    texts: Texts  # the documents as printed, beside the graph
    most_at_once: int  # nodes and relationships that one transaction takes in well

    @property
    def seeks(self) -> bool:
        """Whether an index leads to the relationships of a type that stand in a notice; else all of the type are gone over."""
        ...

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        limit: int = ROW_CAP,
        timeout: float = TIME_LIMIT,
    ) -> Rows:
        """Runs one read-only statement; at most `limit` rows come back, `truncated` says if there were more."""
        ...

    def known(self, made: Callable[[Reading], T]) -> T:
        """What `made` makes of what it reads, made anew only when anything was written into the store since, by whichever process.

        It depends on nothing else, and nobody may change it.
        """
        ...

    def apply(self, difference: "Difference") -> None:
        """Applies the difference in one transaction: all of it, or, whatever happens, nothing; of one that begins its scopes a store may
        keep what it was told before it was cut off, and then says first that they are BEGUN.
        """
        ...

    def scopes(self) -> tuple[str, ...]:
        """The jurisdictions of which the store holds anything."""
        ...

    def projection(self, scope: str) -> "Held":
        """What the store holds of one jurisdiction: digests, from which the difference is computed."""
        ...

    def counts(self) -> dict[str, int]:
        """How many nodes of each label and relationships of each type the store holds; only what there is."""
        ...

    def schema_version(self) -> int | None:
        """The schema version of the graph; None for an empty store."""
        ...

    def marks(self) -> dict[str, str]:
        """The digest of each scope that the store holds whole, as the last difference left it; BEGUN of one that it holds a part of."""
        ...

    def checkpoint(self) -> None:
        """Says that all was applied, so that readers see it (kglite folds its log into the file); a build ends with it."""
        ...

    def close(self) -> None:
        """Gives the store back; calling it twice does no harm."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None: ...


STORES = {
    # scheme: the module that opens it; imported only when needed
    "kglite": "graph.stores.kglite_store",
    "bolt": "graph.stores.neo4j_store",
    "bolt+s": "graph.stores.neo4j_store",
    "bolt+ssc": "graph.stores.neo4j_store",
    "neo4j": "graph.stores.neo4j_store",
    "neo4j+s": "graph.stores.neo4j_store",
    "neo4j+ssc": "graph.stores.neo4j_store",
}


def open_store(url: str, *, writing: bool = False, rebuild: bool = False, texts: Path | None = None) -> Store:
    """The store at `kglite:///path`, `bolt://host` or `neo4j://host`; raises StoreError for an address of another kind, or where none answers.

    Reading needs an existing graph of this schema version. `writing` makes the graph if there is none, declares the constraints first,
    and keeps other writers out; `rebuild` (with writing) drops a graph of ours, of whatever version, and begins anew. `texts`: where the
    documents as printed lie, for a store that has no place beside it: a server.
    """
    try:
        scheme = urlsplit(url).scheme
    except ValueError:  # such as bolt://[::1
        scheme = ""
    if scheme not in STORES:
        raise StoreError("no_store", url=repr(url))
    try:
        opener = importlib.import_module(STORES[scheme])
    except ModuleNotFoundError as error:
        raise StoreError("store_needs_neo4j", scheme=scheme) from error
    store: Store = opener.open_url(url, writing=writing, rebuild=rebuild)
    store.texts = Texts(beside(url) or texts, anew=rebuild)
    return store


def check_version(found: int | None, expected: int, where: str) -> None:
    """Raises StoreError where a graph was written by another schema version."""
    if found is not None and found != expected:
        raise StoreError("schema_version", where=where, found=found, expected=expected, rebuild=REBUILD)


def check_read_only(cypher: str) -> None:
    """Raises QueryError for LOAD CSV, which both engines would run in a read-only session, on any file of the machine."""
    if LOAD.search(QUOTED.sub(" ", cypher)):
        raise QueryError("no_loading")


def batches(rows: Sequence[T], size: int = 2_000) -> list[list[T]]:
    """Rows in batches that one UNWIND takes."""
    return [list(rows[i : i + size]) for i in range(0, len(rows), size)]
