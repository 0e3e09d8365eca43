"""How the work of each stage of a build grows with the number of documents, in one run.

    python -m bench.stages                        # 10, 30 and 60 gazettes of other districts (bench/corpus.py)
    python -m bench.stages --documents 10 100

Read, extract, resolve, project, compare (with an empty store) and load (kglite, in memory) are measured in CPU seconds. A stage whose fitted
exponent is above --most grows faster than the documents do, and is named; so is how much a document costs at the largest beside the smallest.
"""

import argparse
import math
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import graph.projection.project as projecting
from bench.corpus import write
from extract.facts import Extraction
from extract.pipeline import extract_document, pipeline
from extract.readers import listing, read_file
from graph.corpus import Corpus
from graph.projection.draft import differences
from graph.projection.elements import Held
from graph.stores.store import open_store

STAGES = ("read", "extract", "resolve", "project", "compare", "load")


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


def measured(sizes: Sequence[int], seed: int) -> list[dict[str, float]]:
    """CPU seconds by stage for each size, on one corpus of which the smaller sizes are the beginning."""
    pipeline()
    clock = Clock()
    resolve = getattr(projecting, "resolve")  # noqa: B009

    def timed(*given: Any) -> Any:
        with clock.stage("resolve"):
            return resolve(*given)

    setattr(projecting, "resolve", timed)  # noqa: B010
    found: list[dict[str, float]] = []
    extracted: list[Extraction] = []
    with tempfile.TemporaryDirectory(prefix="zhize-bench-") as folder:
        write(Path(folder), max(sizes), seed)
        files = listing([Path(folder)]).files
        for size in sizes:
            for file in files[len(extracted) : size]:
                with clock.stage("read"):
                    document = read_file(file)
                with clock.stage("extract"):
                    extracted.append(extract_document(document))
            _build(_corpus(extracted), clock, Path(folder) / f"{size}.kgl")
            found.append(dict(clock.seconds))
            for stage in STAGES[2:]:
                clock.seconds[stage] = 0.0
            print(size, " ".join(f"{stage} {found[-1][stage]:.1f}" for stage in STAGES), flush=True)
    setattr(projecting, "resolve", resolve)  # noqa: B010
    return found


def _corpus(extracted: Sequence[Extraction]) -> Corpus:
    return Corpus.of(
        [fact for one in extracted for fact in one.facts],
        [doubt for one in extracted for doubt in one.doubts],
        [record for one in extracted for record in one.context],
        [passage for one in extracted for passage in one.passages],
    )


def _build(corpus: Corpus, clock: Clock, path: Path) -> None:
    with clock.stage("project"):
        projection = projecting.project(corpus).projection
    with open_store(f"kglite://{path}", writing=True) as store:
        with clock.stage("compare"):
            some = differences(projection, dict.fromkeys(projection.scopes(), Held({}, {})))
        with clock.stage("load"):
            for difference in some:
                store.apply(difference)
            store.checkpoint()


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
    parser.add_argument("--most", type=float, default=1.15)
    args = parser.parse_args()
    sizes = sorted(args.documents)
    found = measured(sizes, args.seed)
    print(table(sizes, found, args.most))
    return int(any(exponent(sizes, [row[stage] for row in found]) > args.most for stage in STAGES))


if __name__ == "__main__":
    sys.exit(main())
