"""Every question on a graph of any size, for one thing and for one jurisdiction: the slowest in twenty beside its goal, a table a store.

    python -m bench.scale.questions WORKSPACE --copies 77 --graph FOLDER             # makes the graph in FOLDER, embedded, and asks
    python -m bench.scale.questions WORKSPACE --copies 77 --graph FOLDER --import    # writes the same graph for a server's import tool
    python -m bench.scale.questions WORKSPACE --graph FOLDER --store bolt://127.0.0.1:7687 --server PID     # asks both in one run

The graph is that of WORKSPACE so many times over, with the documents as printed, each time with other codes, documents and facts, and the same
national texts. Each question is asked for so many bodies, groups, officials, policies or documents as it takes (by key), and for so many jurisdictions; what is left
open is open. What counts is the least of a few rounds, so that a server has planned what it is asked: CPU of this process, and of the server's
where it runs here; else the wall time, which on a busy machine waits for the others too. Both must give the same rows.
"""

import argparse
import re
import statistics
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from extract.errors import GazetteError
from graph.parts.packed import FOLDER, Part, unpacked
from graph.projection.elements import Difference, Edge, EdgeRef, Node, NodeRef, Printed, PrintedPassage, Value
from graph.projection.schema import EDGES
from graph.stores.store import Store, open_store
from graph.stores.texts import Texts, printed_in
from queries.library import CHOSEN, ParameterType, Query, library
from queries.run import ask
from queries.run.choices import Choice
from queries.run.printed import Row
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
FIRST = 60_000  # nodes and relationships of a first transaction
NAMED_ANEW = ("Jurisdiction", "Official")  # 77 copies are no 77 namesakes of everyone
THING = "one thing"
PLACE = "one jurisdiction"
GOALS = {THING: 0.05, PLACE: 0.25}
LIMIT = 20.0  # seconds: what takes longer counts as so many


@dataclass(frozen=True, slots=True)
class Form:
    """A question asked for one thing or one jurisdiction: by which parameter."""

    query: Query
    kind: str
    parameter: str

    def __hash__(self) -> int:
        return hash((self.query.name, self.parameter))


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
        """A node of the copy, with a name of its own where it is a place's or a person's."""
        key = self.text(node.key)
        if key == node.key:
            return node
        name = node.properties.get("name")
        more = {"name": f"{name}{self.number}"} if node.label in NAMED_ANEW else {}
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


def parts_of(workspace: Path) -> list[Part]:
    """All parts of a workspace."""
    return [unpacked(path.read_bytes()) for path in sorted((workspace / FOLDER).glob("*.part"))]


def copier_of(parts: Sequence[Part], number: int) -> Copier:
    """What makes a copy of these parts."""
    return Copier(number, re.compile("|".join(sorted(re.escape(part.scope) for part in parts))))


@dataclass(slots=True)
class Made:
    """What was made so far: what several copies speak of is made once."""

    seen: set[NodeRef | EdgeRef] = field(default_factory=set)

    def copy(self, workspace: Path, number: int) -> Difference:
        """One copy of all parts of a workspace."""
        parts = parts_of(workspace)
        copier = copier_of(parts, number)
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
    """Loads so many copies into an embedded graph, as a first load does: in few transactions; says how the seconds grow."""
    made = Made()
    with open_store(url, writing=True, rebuild=True) as store:
        waiting: list[Difference] = []
        for number in range(copies):
            waiting.append(made.copy(workspace, number))
            held = len(made.seen) - sum(map(elements, waiting))
            if number + 1 == copies or sum(map(elements, waiting)) >= max(FIRST, held // 4):
                together = Difference(
                    f"copies to {number}",
                    tuple(node for one in waiting for node in one.nodes),
                    tuple(edge for one in waiting for edge in one.edges),
                )
                waiting = []
                began = time.process_time()
                store.apply(together)
                print(f"{elements(together)} elements in {time.process_time() - began:.1f} s of CPU", flush=True)
        began = time.process_time()
        store.checkpoint()
        print(f"saved in {time.process_time() - began:.1f} s of CPU", flush=True)


def bring_texts(workspace: Path, target: Texts, copies: int) -> None:
    """The documents as printed of so many copies."""
    with target.writing() as written:
        for number in range(copies):
            copier = copier_of(parts_of(workspace), number)
            by_key: dict[str, tuple[Printed, list[PrintedPassage]]] = {}
            for document, passage in printed_in(Texts(workspace / "graph.texts.db")):
                moved = replace(
                    passage, key=copier.text(passage.key), notice=passage.notice and copier.text(passage.notice)
                )
                by_key.setdefault(document.key, (document, []))[1].append(moved)
            for document, passages in by_key.values():
                place = document.jurisdiction and copier.text(document.jurisdiction)
                key = copier.text(document.key)
                printed = replace(document, key=key, jurisdiction=place, passages=tuple(passages))
                written.bring(f"{place} {key}", printed.digest, [printed])


def elements(difference: Difference) -> int:
    """How many nodes and relationships a difference brings."""
    return len(difference.nodes) + len(difference.edges)


def ways(store: Store, query: Query, several: int) -> Iterator[tuple[Form, dict[str, str]]]:
    """What a question is asked for: things by their keys, one parameter after the other, and jurisdictions where it can do without a thing."""
    required = {p.name: needed(p.type) for p in query.parameters if p.default is None and p.type not in CHOSEN}
    must = [p for p in query.parameters if p.default is None and p.type in CHOSEN]
    for parameter in query.parameters:
        if parameter.type not in CHOSEN:
            continue
        kind = PLACE if parameter.type is ParameterType.JURISDICTION else THING
        if must and (kind == PLACE or parameter is not must[0]):
            continue
        form = Form(query, kind, parameter.name)
        for nth in range(several):
            yield form, required | {p.name: one_of(store, p.type, nth, several) for p in must or [parameter]}


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


@dataclass(frozen=True, slots=True)
class Asked:
    """A store that is asked, and the process of its server where that runs on this machine."""

    store: Store
    server: int | None = None

    @property
    def counted(self) -> str:
        """What its seconds are."""
        if self.store.url.startswith("kglite"):
            return "CPU of this process"
        return "CPU of the server and of this process" if self.server else "wall time"

    def clock(self) -> float:
        """Seconds of what is counted."""
        if self.counted == "wall time":
            return time.perf_counter()
        return time.process_time() + (cpu_of(self.server) if self.server else 0.0)

    def ask(self, query: Query, typed: dict[str, str], rounds: int) -> tuple[float, float, tuple[Row, ...]] | str:
        """The least seconds and the least wall time of so many answers, and the rows, or why there was no answer."""
        least = wall = LIMIT
        rows: tuple[Row, ...] = ()
        for _ in range(rounds):
            began, started = self.clock(), time.perf_counter()
            try:
                rows = ask(self.store, query, typed, limit=1000, seconds=LIMIT).rows
            except GazetteError as error:
                return str(error)[:70]
            wall = min(wall, time.perf_counter() - started)
            least = min(least, self.clock() - began)
        return least, wall, rows


def cpu_of(server: int) -> float:
    """Seconds of CPU that the threads of a process have taken, but for those that compile its code while it gets warm."""
    seconds = 0.0
    for thread in Path(f"/proc/{server}/task").iterdir():
        try:
            if "Compiler" not in (thread / "comm").read_text():
                seconds += int((thread / "schedstat").read_text().split()[0]) / 1e9
        except OSError:  # it has ended
            continue
    return seconds


Seconds = list[tuple[float, float]]  # of one form: what is counted, and by the clock


def measure(stores: Sequence[Asked], several: int, rounds: int, only: Sequence[str]) -> dict[Form, list[Seconds]]:
    """The seconds of all answers by question and form, a list a store; prints a line a form, and where two stores answer differently."""
    every: dict[Form, list[Seconds]] = {}
    for name, query in library().items():
        if not query.listed or (only and name not in only):
            continue
        for form, some in groupby(ways(stores[0].store, query, several), key=lambda way: way[0]):
            seconds = every[form] = [[] for _ in stores]
            for _, typed in some:
                answers = [one.ask(query, typed, rounds) for one in stores]
                for mine, answer in zip(seconds, answers, strict=True):
                    mine.append((LIMIT, LIMIT) if isinstance(answer, str) else answer[:2])
                for failed in {answer for answer in answers if isinstance(answer, str)}:
                    print(f"  {name} {typed}: {failed}", flush=True)
                told = [answer[2] for answer in answers if not isinstance(answer, str)]
                if any(rows != told[0] for rows in told[1:]):
                    print(f"  {name} {typed}: the stores answer differently", flush=True)
            print(line(form, seconds), flush=True)
    return every


def line(form: Form, seconds: Sequence[Seconds]) -> str:
    """Median and p95 of one question in one form on each store, beside its goal, and p95 by the clock."""
    figures = ""
    for some in seconds:
        counted = [one for one, _ in some]
        mark = " misses" if worst(counted) > GOALS[form.kind] else ""
        figures += (
            f"{statistics.median(counted):10.3f}{worst(counted):8.3f}{mark:7}{worst([wall for _, wall in some]):8.3f}"
        )
    return f"{form.query.name:28}{form.parameter:14}{GOALS[form.kind]:5.2f}{figures}"


def report(stores: Sequence[Asked], every: dict[Form, list[Seconds]]) -> None:
    """What the lines come to on each store."""
    for number, one in enumerate(stores):
        print(f"\n{one.store.url}, {one.counted}")
        for kind, goal in GOALS.items():
            mine = {form: seconds[number] for form, seconds in every.items() if form.kind == kind}
            asked = [counted for some in mine.values() for counted, _ in some]
            if not asked:
                continue
            slow = [
                f"{f.query.name} by {f.parameter}" for f, some in mine.items() if worst([s for s, _ in some]) > goal
            ]
            clock = worst([wall for some in mine.values() for _, wall in some])
            print(
                f"{kind}: {len(asked)} answers, median {statistics.median(asked):.3f} s, p95 {worst(asked):.3f} s, goal {goal:g} s"
            )
            print(f"  by the clock of this machine, with all else that it does: p95 {clock:.3f} s")
            print(
                f"  {len(mine) - len(slow)} of {len(mine)} forms within the goal{', not ' if slow else ''}{', '.join(slow)}"
            )


def worst(seconds: Sequence[float]) -> float:
    """The slowest in twenty."""
    return sorted(seconds)[min(len(seconds) - 1, int(len(seconds) * 0.95))]


def main() -> None:
    """Makes the graph where it is not there, asks, and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--copies", type=int, default=3)
    parser.add_argument("--graph", type=Path, required=True)
    parser.add_argument(
        "--store", default=None, help="a server that holds the same graph, asked beside the embedded engine"
    )
    parser.add_argument("--server", type=int, help="its process on this machine: its CPU is counted, not the wall time")
    parser.add_argument("--several", type=int, default=20, help="things and jurisdictions a form")
    parser.add_argument("--rounds", type=int, default=2, help="the least of so many counts")
    parser.add_argument("--import", dest="files", action="store_true", help="write files for the import tool, and end")
    parser.add_argument("--only", nargs="*", default=[])
    args = parser.parse_args()
    args.graph.mkdir(parents=True, exist_ok=True)
    url = f"kglite://{args.graph.absolute()}/graph.kgl"
    if args.files:
        write_files(args.workspace, args.graph / "import", args.copies)
        return
    if not (args.graph / "graph.kgl").exists():
        load(args.workspace, url, args.copies)
    texts = Texts(args.graph / "graph.texts.db")
    if not texts.there:
        bring_texts(args.workspace, texts, args.copies)
    with ExitStack() as opened:
        stores = [Asked(opened.enter_context(open_store(url)))]
        if args.store:
            stores.append(Asked(opened.enter_context(open_store(args.store, texts=texts.path)), args.server))
        for one in stores:
            counts = one.store.counts()
            edges = sum(count for name, count in counts.items() if name in EDGES)
            print(
                f"{one.store.url}: {sum(counts.values()) - edges} nodes, {edges} relationships, {one.counted}",
                flush=True,
            )
        print(f"{'question':28}{'by':14}{'goal':>5}" + f"{'median':>10}{'p95':>8}{'':7}{'clock':>8}" * len(stores))
        report(stores, measure(stores, args.several, args.rounds, args.only))


def write_files(workspace: Path, folder: Path, copies: int) -> None:
    """The same copies as files for the import tool of a server."""
    from graph.stores.import_files import write_import_files

    made = Made()
    differences = [made.copy(workspace, number) for number in range(copies)]
    nodes = (node for one in differences for node in one.nodes)
    print(write_import_files(nodes, (edge for one in differences for edge in one.edges), folder))


if __name__ == "__main__":
    main()
