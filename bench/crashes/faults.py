"""kill -9 at random moments of `zhize build`: the graph opens, holds whole projections only, and a rerun completes it.

    python -m bench.crashes.faults --kills 100                    the embedded store
    python -m bench.crashes.faults --kills 10 --store bolt://127.0.0.1:7687
    python -m bench.crashes.faults --gazettes FOLDER              on other texts, such as a smaller folder, for quicker rounds

In turn all its processes are killed, or only the one that was started, by kill -9 or by SIGTERM: those that extract for it must end with it, and keep
no lock. The program is copied first, so that all builds run the same rules, whatever is edited meanwhile. Each round begins with a graph of one gazette, starts a build of all of them, kills it with all its processes at a random moment, reads
what is left, builds again, and compares with a build that nobody disturbed.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from extract.errors import StoreError
from graph.projection.elements import EdgeRef, Held, NodeRef
from graph.stores.store import open_store

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "data" / "gazettes"
PACKAGES = ("extract", "graph", "queries", "dashboards")
WAYS = ((True, signal.SIGKILL), (False, signal.SIGKILL), (False, signal.SIGTERM), (True, signal.SIGTERM))
FRAME = 20_000  # bytes of a log that holds more than the constraints
Snapshot = Mapping[str, Held]


@dataclass(slots=True)
class Tally:
    """What the rounds came to."""

    kills: int = 0
    finished_first: int = 0
    no_graph_yet: int = 0
    old: int = 0
    between: int = 0
    new: int = 0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills ({self.finished_first} builds were done before): graph as before {self.old}, "
            f"some jurisdictions new {self.between}, all new {self.new}, no graph yet {self.no_graph_yet}; "
            f"{len(self.faults)} faults"
        )


def state(found: Snapshot, before: Snapshot, after: Snapshot) -> str:
    """old or new where all is as before or after, else between; AssertionError where a jurisdiction is neither the old nor the new.

    What two jurisdictions speak of is part of the first of them: between, it may have come, or gone, with the other one's projection.
    """
    if found == before:
        return "old"
    if found == after:
        return "new"
    empty = Held({}, {})
    wanted = {scope: _elements(held) for scope, held in after.items()}
    for scope in sorted({*found, *before, *after}):
        here, old, new = (_elements(some.get(scope, empty)) for some in (found, before, after))
        passed = {
            ref
            for other, held in found.items()
            if other != scope
            for ref, digest in _elements(held).items()
            if wanted.get(other, {}).get(ref) == digest
        }
        for one, other in ((old, new), (new, old)):
            whole = all(here.get(ref) in (one[ref], other.get(ref, "")) or ref in passed for ref in one if _node(ref))
            whole &= all(here.get(ref) == one[ref] or ref in passed for ref in one if not _node(ref))
            if whole and all(ref in one or (_node(ref) and ref in other) for ref in here):
                break
        else:
            raise AssertionError(f"the projection of {scope} is neither the old nor the new one")
    return "between"


def _elements(held: Held) -> dict[NodeRef | EdgeRef, str]:
    pairs: list[tuple[NodeRef | EdgeRef, str]] = [*held.nodes.items(), *held.edges.items()]
    return dict(pairs)


def _node(ref: NodeRef | EdgeRef) -> bool:
    return isinstance(ref, NodeRef)


@dataclass(frozen=True, slots=True)
class Program:
    """A copy of the program, and the store that it builds into."""

    folder: Path
    store: str | None

    def build(self, workspace: Path, *paths: Path) -> subprocess.Popen[str]:
        """A build in a process group of its own."""
        command = [sys.executable, "-m", "dashboards", "build", *map(str, paths), "--workspace", str(workspace)]
        if self.store:
            command += ["--store", self.store]
        return subprocess.Popen(
            command, cwd=self.folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
        )

    def url_of(self, workspace: Path) -> str:
        """The store of a workspace."""
        return self.store or f"kglite://{workspace / 'graph.kgl'}"

    def found(self, workspace: Path) -> dict[str, Held]:
        """All that the store of a workspace holds, scope by scope."""
        with open_store(self.url_of(workspace)) as opened:
            return {scope: opened.projection(scope) for scope in opened.scopes()}

    def has_written(self, workspace: Path, before: Snapshot) -> bool:
        """Whether a build has written the first of the jurisdictions that it changes."""
        if self.store is None:
            log = workspace / "graph.kgl-wal"
            return log.exists() and log.stat().st_size > FRAME
        with open_store(self.store) as opened:
            return any(opened.projection(scope) != held for scope, held in before.items()) or set(before) != set(
                opened.scopes()
            )


def copied(folder: Path, store: str | None) -> Program:
    """A copy of the program in `folder`."""
    for name in PACKAGES:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return Program(folder, store)


def done(process: subprocess.Popen[str]) -> None:
    """Waits for a build that must succeed."""
    _, errors = process.communicate()
    assert process.returncode == 0, errors


def rounds(
    kills: int, folder: Path, seed: int, store: str | None = None, gazettes: Path = SAMPLES, say: bool = False
) -> Tally:
    """Runs the rounds; what went wrong is in the tally."""
    chance = random.Random(seed)
    tally = Tally()
    program = copied(folder / "program", store)
    made = _made(program, folder, gazettes)
    for number in range(kills):
        workspace = folder / f"round-{number}"
        # a third from the first step on, a third while loading, a third once the first jurisdiction is written
        start = made.first if number % 3 == 0 else made.extracted
        moment = chance.uniform(0, made.extracting) if number % 3 == 0 else made.loading * chance.uniform(0.3, 1.0)
        written = number % 3 == 2
        shutil.copytree(start, workspace)
        if store:
            _reset(program, made.first, made.smallest)
        if written:
            moment = chance.uniform(0, 0.6)
        way = WAYS[number % len(WAYS)]
        _round(tally, program, workspace, gazettes, made.before, made.after, moment, written, way)
        shutil.rmtree(workspace)
        if say:
            print(tally, flush=True)
    return tally


@dataclass(frozen=True, slots=True)
class _Made:
    """What every round begins with: workspaces of the smallest gazette, without and with the facts of all, and their graphs."""

    smallest: Path
    first: Path
    extracted: Path  # all facts, and the graph of the first gazette: the build only projects and loads
    before: Snapshot
    after: Snapshot
    extracting: float  # seconds from the first step to the last
    loading: float  # seconds where all is extracted


def _made(program: Program, folder: Path, gazettes: Path) -> _Made:
    first, whole, extracted, probe = (folder / name for name in ("first", "whole", "extracted", "probe"))
    smallest = min(gazettes.glob("*.txt"), key=lambda file: file.stat().st_size)
    done(program.build(first, smallest))
    before = program.found(first)
    shutil.copytree(first, whole)
    began = time.monotonic()
    done(program.build(whole, gazettes))
    extracting = time.monotonic() - began
    after = program.found(whole)
    shutil.copytree(whole, extracted, ignore=shutil.ignore_patterns("graph.kgl*", "lock"))
    for file in first.glob("graph.kgl*"):
        shutil.copy2(file, extracted)
    shutil.copytree(extracted, probe)
    if program.store:
        _reset(program, first, smallest)
    began = time.monotonic()
    done(program.build(probe, gazettes))
    return _Made(smallest, first, extracted, before, after, extracting, time.monotonic() - began)


def _reset(program: Program, first: Path, smallest: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "reset"
        shutil.copytree(first, workspace)
        done(program.build(workspace, smallest))


def _round(
    tally: Tally,
    program: Program,
    workspace: Path,
    gazettes: Path,
    before: Snapshot,
    after: Snapshot,
    moment: float,
    written: bool,
    way: tuple[bool, signal.Signals] = (True, signal.SIGKILL),
) -> None:
    process = program.build(workspace, gazettes)
    while written and process.poll() is None and not program.has_written(workspace, before):
        time.sleep(0.002)
    time.sleep(moment)
    if process.poll() is None:
        (os.killpg if way[0] else os.kill)(process.pid, way[1])
        tally.kills += 1
    else:
        tally.finished_first += 1
    process.communicate()
    try:
        kind = state(program.found(workspace), before, after)
        setattr(tally, kind, getattr(tally, kind) + 1)
    except StoreError as error:
        if "no graph at" not in str(error):
            tally.faults.append(f"after {moment:.2f} s the graph does not open: {error}")
        tally.no_graph_yet += 1
    except AssertionError as error:
        tally.faults.append(f"after {moment:.2f} s: {error}")
    try:
        done(program.build(workspace, gazettes))
        if program.found(workspace) != after:
            tally.faults.append(f"after {moment:.2f} s the rerun came to another graph")
    except (StoreError, AssertionError) as error:
        tally.faults.append(f"after {moment:.2f} s the rerun failed: {error}")


def main() -> int:
    """Runs the rounds and prints the tally; exit code 1 if anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=20260101)
    parser.add_argument("--gazettes", type=Path, default=SAMPLES)
    parser.add_argument("--store", help="a server to load into; else the embedded store")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tally = rounds(
            arguments.kills, Path(folder), arguments.seed, arguments.store, arguments.gazettes.absolute(), say=True
        )
    print(tally)
    print("\n".join(tally.faults))
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
