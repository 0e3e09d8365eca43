"""Random schedules of adding, forgetting, adding again and rebuilding: whatever the order, one graph, keys included.

    python -m bench.crashes.schedules --schedules 1000
    python -m bench.crashes.schedules --schedules 20 --store bolt://127.0.0.1:7687      an empty database; it is emptied again

Seven small documents of a district, its city and another district print the same bodies, people, items and national texts in different forms
and years, so that names, mentions and keys have much to disagree on. A schedule changes the workspace step by step, brings the graph up to
date after some of the steps, and must end with the graph that a first build of the same documents gives.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from extract.facts import Extraction
from extract.pipeline import extract_document
from extract.readers import document_of
from graph.build import refresh
from graph.keeping.sources import Source
from graph.projection.elements import Held
from graph.stores.store import Store, open_store
from graph.workspace import Workspace

DISTRICT, CITY, OTHER = "430103", "430100", "430102"
NOTICE = """{of}人民政府公报

{of}人民政府关于{who}等同志任免职的通知
{letters}〔{year}〕{number}号

各街道办事处，区政府各部门：
经研究决定：
{who}同志任{body}局长；
免去{out}同志的{body}局长职务。

{of}人民政府
{year}年{month}月5日
"""
LIST = """{of}人民政府办公室关于印发{year}年重点工作责任清单的通知
{letters}办〔{year}〕{number}号

各街道办事处，区政府各部门：
根据《{law}》，现将责任清单印发给你们。
一、加快推进养老服务体系建设，新增养老床位200张。（牵头单位：区民政局；责任单位：{units}）
二、新造林200亩。（牵头单位：{lead}；责任单位：区财政局）
三、推进石桥河滩公园工程建设。（牵头单位：{lead}；责任单位：市财政局）

{of}人民政府办公室
{year}年{month}月9日
"""
TIAN, FU, CHANG = "天心区", "芙蓉区", "长沙市"
TEXTS: Mapping[str, tuple[str, str, str]] = {
    # name: jurisdiction, day of publication, text
    "a.txt": (DISTRICT, "2021-03", NOTICE.format(of=TIAN, who="欧阳文澜", out="司马相东", body="区发改局", letters="天政任", year=2021, number=1, month=3)),
    "b.txt": (DISTRICT, "2022-08", NOTICE.format(of=TIAN, who="诸葛清远", out="欧阳文澜", body="区发展和改革局", letters="天政任", year=2022, number=7, month=8)
              + LIST.format(of=TIAN, law="中华人民共和国森林法", units="区财政局、区卫健委", lead="区园林局", letters="天政", year=2022, number=3, month=8)),
    "c.txt": (DISTRICT, "2020-06", LIST.format(of=TIAN, law="森林法", units="区财政局、区卫生健康局", lead="区园林和林业局", letters="天政", year=2020, number=9, month=6)),
    "d.txt": (DISTRICT, "2023-02", NOTICE.format(of=TIAN, who="张明", out="诸葛清远", body="区发展改革委", letters="天政任", year=2023, number=2, month=2)),
    "e.txt": (CITY, "2021-11", NOTICE.format(of=CHANG, who="张明", out="上官亭", body="市财政局", letters="长政任", year=2021, number=5, month=11)),
    "f.txt": (OTHER, "2022-01", LIST.format(of=FU, law="森林法", units="区财政局", lead="区园林和林业局", letters="芙政", year=2022, number=3, month=1)),
    "g.txt": (OTHER, "2022-05", NOTICE.format(of=FU, who="张明", out="欧阳文澜", body="区民政局", letters="芙政任", year=2022, number=4, month=5)),
}  # fmt: skip
FEWEST, MOST = 4, 12  # steps of a schedule
Snapshot = Mapping[str, Held]


@dataclass(slots=True)
class Bench:
    """A workspace and its graph while schedules run, and the graphs that first builds give."""

    folder: Path
    url: str | None = None
    fresh: dict[frozenset[str], Snapshot] = field(default_factory=dict)
    made: int = 0

    def workspace(self) -> Workspace:
        """An empty workspace."""
        self.made += 1
        held = Workspace(self.folder / str(self.made))
        held.prepare()
        return held

    def opened(self, place: Workspace, *, rebuild: bool = False) -> Store:
        """The graph of a workspace, for writing."""
        return open_store(self.url or place.store_url, writing=True, rebuild=rebuild)

    def first_build(self, documents: frozenset[str]) -> Snapshot:
        """The graph that a first build of these documents gives."""
        if documents not in self.fresh:
            workspace = self.workspace()
            for name in sorted(documents):
                put(workspace, name)
            with open_store(workspace.store_url, writing=True, rebuild=True) as store:
                refresh(workspace, store)
                self.fresh[documents] = snapshot(store)
        return self.fresh[documents]


@cache
def extracted(name: str) -> tuple[Source, Extraction]:
    """A document of the corpus and what extraction finds in it."""
    jurisdiction, published, text = TEXTS[name]
    document = replace(document_of(text, name), jurisdiction=jurisdiction, published=published)
    source = Source(document.sha256, name, name, "bench", (jurisdiction, None, published, None, None))
    return source, extract_document(document)


def put(place: Workspace, name: str) -> None:
    """Takes a document in."""
    source, extraction = extracted(name)
    place.put(source, extraction, extraction.passages)


def snapshot(store: Store) -> Snapshot:
    """All that a store holds, scope by scope; a scope of which nothing is left counts for nothing."""
    held = {scope: store.projection(scope) for scope in store.scopes()}
    return {scope: one for scope, one in held.items() if one.nodes or one.edges}


def schedule(chance: random.Random) -> Iterator[tuple[str, str]]:
    """The steps of one schedule: what is done, and to which document."""
    present: set[str] = set()
    for _ in range(chance.randint(FEWEST, MOST)):
        absent = sorted(set(TEXTS) - present)
        step = chance.choice(["add", "add", "add", "forget", "again", "build", "rebuild"])
        if step == "add" and absent:
            name = chance.choice(absent)
            present.add(name)
            yield step, name
        elif step == "forget" and present:
            name = chance.choice(sorted(present))
            present.discard(name)
            yield step, name
        elif step == "again" and present:
            yield step, chance.choice(sorted(present))
        elif step in ("build", "rebuild"):
            yield step, ""


def run(bench: Bench, steps: Sequence[tuple[str, str]]) -> tuple[Snapshot, frozenset[str]]:
    """What a store holds when a schedule is done, and the documents that are left."""
    workspace, present = bench.workspace(), set[str]()
    with bench.opened(workspace, rebuild=True) as store:
        refresh(workspace, store)
    for step, name in (*steps, ("build", "")):
        if step in ("add", "again"):
            put(workspace, name)
            present.add(name)
        elif step == "forget":
            workspace.forget(extracted(name)[0].sha256)
            present.discard(name)
        else:
            with bench.opened(workspace, rebuild=step == "rebuild") as store:
                refresh(workspace, store)
            with open_store(bench.url or workspace.store_url) as reader:
                held = snapshot(reader)
    return held, frozenset(present)


def differing(held: Snapshot, wanted: Snapshot) -> list[str]:
    """What two graphs do not share, in words."""
    lines = []
    for scope in sorted({*held, *wanted}):
        nothing = Held({}, {})
        here, there = held.get(scope, nothing), wanted.get(scope, nothing)
        for one, other in ((here.nodes, there.nodes), (here.edges, there.edges)):
            lines += [f"{scope}: {ref}" for ref in sorted({*one, *other}) if one.get(ref) != other.get(ref)]
    return lines


def main() -> int:
    """Runs the schedules and says how many ended with another graph."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--schedules", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--store", help="a server's URL; else the embedded engine")
    given = parser.parse_args()
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), given.store)
        for number in range(given.schedules):
            steps = list(schedule(random.Random(f"{given.seed}.{number}")))
            held, present = run(bench, steps)
            lines = differing(held, bench.first_build(present))
            if lines:
                faults += 1
                print(f"schedule {number}: {steps}: {len(lines)} elements differ, first {lines[0]}")
    print(f"{given.schedules} schedules, {len(bench.fresh)} sets of documents, {faults} ended with another graph")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
