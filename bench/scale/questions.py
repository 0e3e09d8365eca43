"""Every question on a graph of any size, for one thing and for one jurisdiction: CPU seconds inside one process, the slowest in twenty.

    python -m bench.scale.questions WORKSPACE --copies 24 --graph FOLDER             # makes the graph in FOLDER, embedded, and asks
    python -m bench.scale.questions WORKSPACE --copies 24 --graph FOLDER --store bolt://127.0.0.1:7687

The graph is that of WORKSPACE so many times over, each time with other codes, documents and facts, and the same national texts; no texts are
made. Each question is asked for so many bodies, groups, officials, policies or documents as it takes (by key), and for so many jurisdictions; what is left
open is open. With --store the wall time counts, for the work is the server's, which must hold the graph already (--import writes the files).
"""

import argparse
import re
import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from extract.errors import GazetteError
from graph.parts.packed import FOLDER, unpacked
from graph.projection.elements import Difference, Edge, EdgeRef, Node, NodeRef, Value
from graph.stores.store import Store, open_store
from queries.library import CHOSEN, ParameterType, Query, library
from queries.run import ask
from queries.run.choices import Choice
from queries.run.values import choices

T = TypeVar("T", Node, Edge)
HASH = re.compile(r"[0-9a-f]{64}")
FACT = re.compile(r"[0-9a-f]{16}")
KEYS = (
    "document",
    "notice",
    "passage",
    "tenure",
    "old_tenure",
    "new_tenure",
    "organization",
    "post",
    "jurisdiction",
    "body",
    "scope",
)
GOALS = {"one thing": 0.05, "one jurisdiction": 0.25}


@dataclass(slots=True)
class Copier:
    """The elements of a graph under other keys."""

    number: int
    codes: re.Pattern[str]

    def text(self, text: str) -> str:
        """A key of the copy: codes of districts and hashes of documents are others."""
        if not self.number:
            return text
        moved = self.codes.sub(lambda match: f"{match[0]}x{self.number}", text)
        return HASH.sub(lambda match: f"{match[0][:-8]}{self.number:08x}", moved)

    def ref(self, ref: NodeRef) -> NodeRef:
        """The node of the copy."""
        return NodeRef(ref.label, self.text(ref.key))

    def node(self, node: Node) -> Node:
        """A node of the copy, with a name of its own where it is a place's."""
        key = self.text(node.key)
        if key == node.key:
            return node
        name = node.properties.get("name")
        more = {"name": f"{name}{self.number}"} if node.label == "Jurisdiction" else {}
        return replace(node, key=key, scope=self.text(node.scope), properties=self._properties(node.properties) | more)

    def edge(self, edge: Edge) -> Edge:
        """A relationship of the copy."""
        key = self.text(edge.key)
        if self.number and FACT.fullmatch(key):
            key = f"{edge.key[:-8]}{self.number:08x}"
        moved = self._properties(edge.properties)
        return replace(
            edge,
            key=key,
            start=self.ref(edge.start),
            end=self.ref(edge.end),
            scope=self.text(edge.scope),
            properties=moved,
        )

    def _properties(self, properties: Mapping[str, Value]) -> dict[str, Value]:
        moved = dict(properties)
        for name in KEYS:
            if isinstance(value := moved.get(name), str):
                moved[name] = self.text(value)
        return moved


@dataclass(slots=True)
class Made:
    """What was made so far: what several copies speak of is made once."""

    seen: set[NodeRef | EdgeRef] = field(default_factory=set)

    def copy(self, workspace: Path, number: int) -> Difference:
        """One copy of all parts of a workspace."""
        parts = [unpacked(path.read_bytes()) for path in sorted((workspace / FOLDER).glob("*.part"))]
        copier = Copier(number, re.compile("|".join(sorted(re.escape(part.scope) for part in parts))))
        nodes = (copier.node(node) for part in parts for node in (*part.own.nodes, *part.shared.nodes))
        edges = (copier.edge(edge) for part in parts for edge in (*part.own.edges, *part.shared.edges))
        new_nodes = tuple(self._new(nodes))
        return Difference(f"copy {number}", new_nodes, tuple(self._new(edges)))

    def _new(self, some: Iterator[T]) -> Iterator[T]:
        for one in some:
            if one.ref not in self.seen:
                self.seen.add(one.ref)
                yield one


def load(workspace: Path, url: str, copies: int) -> None:
    """Loads so many copies into an embedded graph; says how the seconds grow."""
    made = Made()
    with open_store(url, writing=True, rebuild=True) as store:
        for number in range(copies):
            difference = made.copy(workspace, number)
            began = time.process_time()
            store.apply(difference)
            count = len(difference.nodes) + len(difference.edges)
            print(f"copy {number}: {count} elements in {time.process_time() - began:.1f} s of CPU", flush=True)
        began = time.process_time()
        store.checkpoint()
        print(f"saved in {time.process_time() - began:.1f} s of CPU", flush=True)


def ways(store: Store, query: Query, several: int) -> Iterator[tuple[str, dict[str, str]]]:
    """What a question is asked for: things by their keys, one parameter after the other, and jurisdictions where it can do without a thing."""
    required = {p.name: needed(p.type) for p in query.parameters if p.default is None and p.type not in CHOSEN}
    must = [p for p in query.parameters if p.default is None and p.type in CHOSEN]
    for parameter in query.parameters:
        if parameter.type not in CHOSEN:
            continue
        kind = "one jurisdiction" if parameter.type is ParameterType.JURISDICTION else "one thing"
        if must and (kind == "one jurisdiction" or parameter is not must[0]):
            continue
        for nth in range(several):
            yield kind, required | {p.name: one_of(store, p.type, nth, several) for p in must or [parameter]}


def one_of(store: Store, kind: ParameterType, nth: int, several: int) -> str:
    """The key of one of the things that a parameter can name."""
    known = KNOWN.setdefault(kind, choices(store, kind))
    if kind is ParameterType.JURISDICTION:
        known = [one for one in known if one.key[:6].isdecimal() and one.key[4:6] != "00"]
    return known[(nth * len(known) // several + len(known) // 2) % len(known)].key


KNOWN: dict[ParameterType, list[Choice]] = {}


def needed(kind: ParameterType) -> str:
    """What a parameter is given that must be given."""
    return {ParameterType.DATE: "2022-06-01", ParameterType.PERIOD: "2022", ParameterType.INTEGER: "2"}.get(
        kind, "养老"
    )


def timed(store: Store, query: Query, typed: dict[str, str], clock: Callable[[], float]) -> tuple[float, int] | str:
    """Seconds and rows of an answer, or why there was none."""
    began = clock()
    try:
        rows = len(ask(store, query, typed, limit=1000, seconds=5).rows)
    except GazetteError as error:
        return str(error)[:70]
    return clock() - began, rows


def measure(store: Store, several: int, clock: Callable[[], float], only: Sequence[str]) -> dict[str, list[float]]:
    """A line a question; the seconds of all answers by what they are for."""
    every: dict[str, list[float]] = {kind: [] for kind in GOALS}
    for name, query in library().items():
        if not query.listed or (only and name not in only):
            continue
        of_kind: dict[str, list[float]] = {}
        for kind, typed in ways(store, query, several):
            answer = timed(store, query, typed, clock)
            if isinstance(answer, str):
                print(f"  {name} {typed}: {answer}", flush=True)
                continue
            of_kind.setdefault(kind, []).append(answer[0])
        for kind, seconds in of_kind.items():
            every[kind] += seconds
            mark = "  slow" if worst(seconds) > GOALS[kind] else ""
            print(f"{name:24}{kind:18}{statistics.median(seconds):8.3f}{worst(seconds):8.3f}{mark}", flush=True)
    return every


def worst(seconds: Sequence[float]) -> float:
    """The slowest in twenty."""
    return sorted(seconds)[min(len(seconds) - 1, int(len(seconds) * 0.95))]


def main() -> None:
    """Makes the graph where it is not there, asks, and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--copies", type=int, default=3)
    parser.add_argument("--graph", type=Path, required=True)
    parser.add_argument("--store", default=None)
    parser.add_argument("--several", type=int, default=8)
    parser.add_argument("--import", dest="files", action="store_true", help="write files for the import tool, and end")
    parser.add_argument("--only", nargs="*", default=[])
    args = parser.parse_args()
    args.graph.mkdir(parents=True, exist_ok=True)
    url = args.store or f"kglite://{args.graph.absolute()}/graph.kgl"
    if args.files:
        from graph.stores.import_files import write_import_files

        made = Made()
        differences = [made.copy(args.workspace, number) for number in range(args.copies)]
        nodes, edges = ((one for d in differences for one in getattr(d, what)) for what in ("nodes", "edges"))
        print(write_import_files(nodes, edges, args.graph / "import"))
        return
    if args.store is None and not (args.graph / "graph.kgl").exists():
        load(args.workspace, url, args.copies)
    began = time.process_time()
    with open_store(url) as store:
        print(
            f"opened in {time.process_time() - began:.2f} s of CPU: {sum(store.counts().values())} elements", flush=True
        )
        clock = time.perf_counter if args.store else time.process_time
        print(f"{'question':24}{'for':18}{'median':>8}{'p95':>8}")
        for kind, seconds in measure(store, args.several, clock, args.only).items():
            if seconds:
                print(
                    f"{kind}: {len(seconds)} answers, median {statistics.median(seconds):.3f} s, p95 {worst(seconds):.3f} s"
                )


if __name__ == "__main__":
    main()
