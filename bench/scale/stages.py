"""How the work of each stage of a build grows with the number of documents, in one run, and what one more document costs.

    python -m bench.scale.stages                                       # 10, 30 and 60 gazettes of other districts (bench/corpus.py)
    python -m bench.scale.stages --documents 100 300 1000 --length 13600      # of about 40 KB each

Read, extract, keep (the files of the workspace), make (resolve and project each jurisdiction), share (the index of what they share) and load
(kglite) are measured in CPU seconds of one process. A stage whose fitted exponent is above --most grows faster than the documents do, and is
named; so is how much a document costs at the largest beside the smallest. Then one document is added to the largest, and to its jurisdiction alone.
"""

import argparse
import math
import resource
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.corpus import write
from extract.facts import Extraction
from extract.pipeline import extract_document, pipeline
from extract.readers import File, listing, read_file
from graph.build import source_of
from graph.keeping.sources import Source
from graph.parts.bring import up_to_date
from graph.stores.store import open_store
from graph.workspace import Workspace

STAGES = ("read", "extract", "keep", "make", "share", "load")
STEPS = {"resolve and project": "make", "load": "load"}
Kept = tuple[Source, Extraction]


@dataclass(slots=True)
class Clock:
    """CPU seconds by stage; what runs inside another stage counts for itself alone."""

    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    inside: list[str] = field(default_factory=list)
    since: float = 0.0

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Counts what happens in a stage."""
        self._count()
        self.inside.append(name)
        try:
            yield
        finally:
            self._count()
            self.inside.pop()

    def _count(self) -> None:
        now = time.process_time()
        if self.inside:
            self.seconds[self.inside[-1]] += now - self.since
        self.since = now


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """The slope of the line through the logarithms: 1 where twice the documents cost twice the time."""
    return statistics.linear_regression([math.log(n) for n in sizes], [math.log(max(s, 1e-3)) for s in seconds]).slope


@dataclass(slots=True)
class Bench:
    """One corpus, of which smaller sizes are the beginning; what was extracted once is kept."""

    folder: Path
    clock: Clock = field(default_factory=Clock)
    extracted: list[Kept] = field(default_factory=list)
    files: list[File] = field(default_factory=list)

    def build(self, name: str, some: Sequence[Kept]) -> float:
        """Puts documents into a workspace and builds; the CPU seconds of all that."""
        began = time.process_time()
        workspace = Workspace(self.folder / name)
        workspace.prepare()
        for source, extraction in some:
            with self.clock.stage("keep"):
                workspace.put(source, extraction, extraction.passages)
        with self.clock.stage("share"), open_store(workspace.store_url, writing=True) as store:
            up_to_date(workspace, store, watch=self.watch)
        return time.process_time() - began

    @contextmanager
    def watch(self, what: str, total: int) -> Iterator[Callable[[], None]]:
        """Counts a step of the build as its stage."""
        with self.clock.stage(STEPS[what]):
            yield lambda: None

    def extract(self, size: int) -> None:
        """Extracts the documents up to a size that were not before."""
        for file in self.files[len(self.extracted) : size]:
            with self.clock.stage("read"):
                document = read_file(file)
            with self.clock.stage("extract"):
                extraction = extract_document(document)
            self.extracted.append((source_of(file), extraction))


def measured(sizes: Sequence[int], seed: int, length: int | None) -> list[dict[str, float]]:
    """CPU seconds by stage for each size; prints what one more document costs at the end."""
    pipeline()
    rows: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory(prefix="zhize-bench-") as folder:
        bench = Bench(Path(folder))
        write(Path(folder) / "texts", max(sizes) + 1, seed, length)
        bench.files = listing([Path(folder) / "texts"]).files
        for size in sizes:
            bench.extract(size)
            bench.build(f"of {size}", bench.extracted[:size])
            rows.append(dict(bench.clock.seconds))
            for stage in STAGES[2:]:
                bench.clock.seconds[stage] = 0.0
            most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(size, " ".join(f"{stage} {rows[-1][stage]:.1f}" for stage in STAGES), f"memory {most} MB", flush=True)
        print(one_more(bench, max(sizes)), flush=True)
    return rows


def one_more(bench: Bench, size: int) -> str:
    """What it costs to add one document of a known jurisdiction to all, and to its jurisdiction alone, and to build again for nothing."""
    bench.extract(size + 1)
    last, *others = bench.extracted[size], *bench.extracted[:size]
    own = [one for one in others if one[0].about[0] == last[0].about[0]] or others[-4:]
    if last[0].about[0] != own[0][0].about[0]:
        last = own.pop()
        bench.build("without", [one for one in others if one is not last])
        among = bench.build("without", [last])
    else:
        among = bench.build(f"of {size}", [last])
    bench.build("own", own)
    alone = bench.build("own", [last])
    again = bench.build("own", [])
    return f"one more document among {size}: {among:.2f} s; to its jurisdiction alone: {alone:.2f} s; nothing new: {again:.2f} s"


def table(sizes: Sequence[int], found: Sequence[dict[str, float]], most: float) -> str:
    """Per stage: share of the work at the largest size, cost a document there over that at the smallest, exponent."""
    whole = sum(found[-1][stage] for stage in STAGES)
    lines = [f"{'stage':10}{'share':>8}{'a document, largest / smallest':>34}{'exponent':>10}"]
    for stage in STAGES:
        each = [row[stage] / size for row, size in zip(found, sizes, strict=True)]
        grows = exponent(sizes, [row[stage] for row in found])
        mark = "  grows faster than its documents" if grows > most else ""
        lines.append(
            f"{stage:10}{found[-1][stage] / whole:8.0%}{each[-1] / max(each[0], 1e-6):34.2f}{grows:10.2f}{mark}"
        )
    return "\n".join(lines)


def main() -> int:
    """Measures and prints the table; 1 where a stage grows faster than its documents."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[10, 30, 60])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--length", type=int, help="characters of an issue at most: 13600 is about 40 KB")
    parser.add_argument("--most", type=float, default=1.15)
    args = parser.parse_args()
    sizes = sorted(args.documents)
    rows = measured(sizes, args.seed, args.length)
    print(table(sizes, rows, args.most))
    return int(any(exponent(sizes, [row[stage] for row in rows]) > args.most for stage in STAGES))


if __name__ == "__main__":
    sys.exit(main())
