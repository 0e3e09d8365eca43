"""A kill at every write, rename, fsync and commit of a small build, and another one during the rerun.

    python -m bench.crashes.points                  all points: killed; killed, and what was not synced is lost (renames too, or data only)
    python -m bench.crashes.points --every 7        a sample
    python -m bench.crashes.points --beside         of a graph whose changes are written beside it
    python -m bench.crashes.points --each           of a graph that is told of a new county statement by statement, and opened again after each
    python -m bench.crashes.points --planted        with each of a dozen planted bugs: the campaign must see every one of them (and with
                                                    --each those of such a graph too)

A double stands in for the file calls of a workspace: it counts them, makes some writes short, and at the chosen one ends the process, first
undoing what a disk may lose that was never told to keep it. Each run is a process of its own, forked from one that has all loaded.
"""

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.crashes.disk import Disk
from bench.crashes.planted import EACH, PLANTED
from bench.crashes.schedules import snapshot
from extract.errors import GazetteError
from extract.pipeline import pipeline
from graph import locking
from graph.build import files_of, refresh, take_in
from graph.keeping import durable
from graph.keeping.judgements import Decision, Judgement, add_judgement
from graph.parts import applying
from graph.projection.elements import EdgeRef, NodeRef
from graph.projection.project import project
from graph.stores import kglite_store
from graph.stores.embedded import later, sessions
from graph.stores.embedded.later import Run
from graph.stores.kglite_store import KgliteStore
from graph.stores.store import BEGUN, Store, open_store
from graph.workspace import Workspace

COUNTIES = {"1.txt": "安山县", "2.txt": "石沟县", "3.txt": "安山县"}
LOSSES = ("killed", "names lost", "data lost")
GAZETTE = """{county}人民政府公报

{county}人民政府关于{name}等同志任免职务的通知
{county[0]}政任〔2024〕{number}号

各镇人民政府，县政府各部门：
任命{name}同志为县水利局局长，试用期一年；
免去吴立新同志的县水利局{post}职务。

{county}人民政府
2024年{number}月9日
"""


def install(disk: Disk) -> None:
    """Puts the double in the place of the file calls, and points around each commit of the graph."""
    setattr(durable, "os", disk)  # noqa: B010
    for name in ("apply", "checkpoint"):
        setattr(KgliteStore, name, _between_points(disk, getattr(KgliteStore, name)))
    setattr(kglite_store, "run_each", _at_each(disk, sessions.run_each))  # noqa: B010
    locking._write = _between_points(disk, locking._write)


@contextmanager
def statement_by_statement() -> Iterator[None]:
    """Any graph is large enough to be told of a new county statement by statement, and to be opened again after each."""
    before = kglite_store.MANY, kglite_store.LEAN, applying.AT_ONCE
    kglite_store.MANY, kglite_store.LEAN, applying.AT_ONCE = 0, 1, 1
    try:
        yield
    finally:
        kglite_store.MANY, kglite_store.LEAN, applying.AT_ONCE = before


def _between_points(disk: Disk, call: Callable[..., Any]) -> Callable[..., Any]:
    def called(*given: Any, **options: Any) -> Any:
        disk.point()
        result = call(*given, **options)
        disk.point()
        return result

    return called


def _at_each(disk: Disk, run_each: Callable[[Any, Iterable[Run]], None]) -> Callable[[Any, Iterable[Run]], None]:
    """Points before each statement that is no part of a transaction, and after the last."""

    def runs_of(runs: Iterable[Run]) -> Iterator[Run]:
        for one in runs:
            disk.point()
            yield one
        disk.point()

    return lambda session, runs: run_each(session, runs_of(runs))


@dataclass(slots=True)
class Tally:
    """What the runs came to."""

    points: int = 0
    runs: int = 0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.points} points, {self.runs} kills, {len(self.faults)} faults"


class Scene:
    """A workspace with one gazette; a build of three, one of them changed, two decisions, one document forgotten, another build."""

    def __init__(self, folder: Path) -> None:
        self.texts = folder / "texts"
        self.texts.mkdir()
        self.place = Workspace(folder / "w")
        self._write("1.txt", "周文远", 1, "副局长")
        _built(self.place, self.texts)
        for number, name in ((1, "周文远"), (2, "丁若兰"), (3, "贺知山")):
            self._write(f"{number}.txt", name, number, "局长")

    def _write(self, name: str, person: str, number: int, post: str) -> None:
        (self.texts / name).write_text(
            GAZETTE.format(county=COUNTIES[name], name=person, number=number, post=post), encoding="utf-8"
        )

    def play(self, done: Callable[[str], None], already: frozenset[str] = frozenset()) -> None:
        """All steps in their order, those that were done before left out; `done` is told of each that came to its end."""
        steps: list[tuple[str, Callable[[], None]]] = [
            ("built", lambda: _built(self.place, self.texts)),
            ("first decision", lambda: add_judgement(self.place.judgements_path, _decision("甲"))),
            ("second decision", lambda: add_judgement(self.place.judgements_path, _decision("乙"))),
            ("forgotten", self._forget),
            ("built again", lambda: _built(self.place, self.texts)),
        ]
        for name, step in steps:
            if name not in already or name.startswith("built"):
                step()
                done(name)

    def _forget(self) -> None:
        (self.texts / "3.txt").unlink(missing_ok=True)
        with self.place.lock():
            for source in [one for one in self.place.sources() if one.doc == "3.txt"]:
                self.place.forget(source.sha256)
            for damage in [one for one in self.place.damages() if one.doc == "3.txt"]:
                raise AssertionError(f"forgotten, and missed: {damage.what}")

    def faults_now(self, done: frozenset[str]) -> Iterator[str]:
        """What is wrong right after a kill: whatever was said to be done must have stayed done."""
        try:
            judges = {judgement.who for judgement in self.place.judgements().history}
            for name, who in (("first decision", "甲"), ("second decision", "乙")):
                if name in done and who not in judges:
                    yield f"the {name} is lost"
            if "built" in done:
                yield from (
                    f"what was built is not as it was: {one.what}" for one in self.place.damages() if one.doc != "3.txt"
                )
                docs = {source.doc for source in self.place.sources()}
                if not {"1.txt", "2.txt"} <= docs:
                    yield f"of what was built only {sorted(docs)} is there"
            with open_store(self.place.store_url) as store:
                whole = {scope for scope, digest in store.marks().items() if digest != BEGUN}
                if half := set(store.scopes()) - whole:
                    yield f"readers see a part of {sorted(half)}"
        except GazetteError as error:
            yield f"nothing can be read: {error}"

    def torn(self) -> Iterator[str]:
        """What is between the old and the new, once what stands aside was put in place, or not; asked of a copy."""
        copy = Workspace(self.place.folder.with_name("copy"))
        shutil.copytree(self.place.folder, copy.folder)
        try:
            with copy.lock():
                yield from (f"neither the old nor the new: {one.what}" for one in copy.damages())
                if any(copy.facts_folder.glob(".*")):
                    yield "something stays aside"
        finally:
            shutil.rmtree(copy.folder, ignore_errors=True)

    def faults_at_the_end(self) -> Iterator[str]:
        """What is wrong when the rerun is done."""
        docs = sorted(source.doc for source in self.place.sources())
        if docs != ["1.txt", "2.txt"]:
            yield f"the workspace holds {docs}"
        who = [judgement.who for judgement in self.place.judgements().history]
        if list(dict.fromkeys(who)) != ["甲", "乙"]:  # one that was ended before it was said is made again
            yield "the decisions are not the two that were made"
        if self.place.damages() or any(self.place.facts_folder.glob(".*")):
            yield "something is damaged, or left aside"
        if any(not {"at", "is"} <= set(row) for row in self.place.history()):
            yield "a line of the log is torn"
        corpus = self.place.corpus()
        if {fact.subject.name for fact in corpus.facts} < {"周文远", "丁若兰", "吴立新"}:
            yield "facts are lost"
        with open_store(self.place.store_url) as store:
            if _held(store) != _wanted(self.place):
                yield "the graph is another"


def _held(store: Store) -> dict[NodeRef | EdgeRef, str]:
    held: dict[NodeRef | EdgeRef, str] = {}
    for one in snapshot(store).values():
        held.update(one.nodes.items())
        held.update(one.edges.items())
    return held


def _wanted(place: Workspace) -> dict[NodeRef | EdgeRef, str]:
    """The digests of all that a graph of a workspace holds, projected at once."""
    whole = project(place.corpus(), place.judgements()).projection
    wanted: dict[NodeRef | EdgeRef, str] = {node.ref: node.digest for node in whole.nodes}
    return wanted | {edge.ref: edge.digest for edge in whole.edges}


def _decision(who: str) -> Judgement:
    return Judgement(Decision.WRONG, ("0" * 16,), who, "2026-01-01T00:00:00+00:00")


def _built(place: Workspace, texts: Path) -> None:
    with place.lock():
        take_in(place, files_of([texts]), workers=1)
        with open_store(place.store_url, writing=True) as store:
            refresh(place, store)
        place.remember()
        place.log("build")


def _in_child(run: Callable[[Callable[[str], None]], None]) -> tuple[int, frozenset[str], str]:
    """Runs in a process of its own: how it ended (negative: by that signal), what it said was done, what went wrong."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            run(lambda name: _tell(writer, f"+{name}"))
        except BaseException:  # noqa: BLE001 - told to the parent, whatever it is
            _tell(writer, f"!{traceback.format_exc().splitlines()[-1]}")
            os._exit(1)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as stream:
        lines = stream.read().splitlines()
    _, status = os.waitpid(child, 0)
    done = frozenset(line[1:] for line in lines if line.startswith("+"))
    return os.waitstatus_to_exitcode(status), done, "; ".join(line[1:] for line in lines if line.startswith("!"))


def _tell(writer: int, line: str) -> None:
    os.write(writer, f"{line}\n".encode())


def points_of(folder: Path, planted: str | None = None, seed: int = 0) -> int:
    """How many points the scene has."""
    scene_folder = folder / "count"
    scene_folder.mkdir()
    scene = Scene(scene_folder)
    reader, writer = os.pipe()

    def run(done: Callable[[str], None]) -> None:
        disk = Disk(None, "killed", seed)
        install(disk)
        if planted:
            {**PLANTED, **EACH}[planted]()
        scene.play(done)
        os.write(writer, str(disk.count).encode())

    code, _, wrong = _in_child(run)
    os.close(writer)
    with os.fdopen(reader) as stream:
        data = stream.read()
    shutil.rmtree(scene_folder)
    if code:
        raise AssertionError(f"the scene does not come to its end: {wrong}")
    return int(data)


def kill_at(folder: Path, point: int, loss: str, planted: str | None, seed: int) -> list[str]:
    """What goes wrong if the scene is killed at a point, then again during the rerun, then played to its end."""
    workspace = folder / f"{point}-{loss.replace(' ', '-')}"
    workspace.mkdir()
    try:
        scene = Scene(workspace)
        chance = random.Random(f"{seed} {point} {loss}")
        done: frozenset[str] = frozenset()
        faults: list[str] = []
        for die_at in (point, chance.randrange(1, 60), None):

            def run(say: Callable[[str], None], die_at: int | None = die_at, already: frozenset[str] = done) -> None:
                install(Disk(die_at, loss, seed * 1_000 + point))  # other writes are short at each point
                if planted:
                    {**PLANTED, **EACH}[planted]()
                scene.play(say, already)

            code, more, wrong = _in_child(run)
            done |= more
            if code not in (0, -signal.SIGKILL):
                faults.append(f"a run ended with {code}: {wrong}")
                break
            faults += scene.faults_now(done)

            def ask(say: Callable[[str], None]) -> None:
                if planted:
                    {**PLANTED, **EACH}[planted]()
                for fault in scene.torn():
                    say(fault)

            _, torn, wrong = _in_child(ask)
            faults += [*torn, *([wrong] if wrong else [])]
            if code == 0 and die_at is None:
                faults += scene.faults_at_the_end()
        return [f"point {point}, {loss}: {fault}" for fault in faults]
    except (GazetteError, AssertionError, OSError) as error:
        return [f"point {point}, {loss}: {error}"]
    finally:
        shutil.rmtree(workspace)


def campaign(every: int = 1, planted: str | None = None, seed: int = 20260101, first_only: bool = False) -> Tally:
    """Kills at each point, in each way; with a planted bug until it is seen."""
    pipeline()
    tally = Tally()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            tally.points = points_of(folder, planted, seed)
        except AssertionError as error:  # so bad that nobody needs to be killed
            tally.faults.append(str(error))
            return tally
        numbers = list(range(1, tally.points + 1))
        if every > 1 or first_only:
            random.Random(seed).shuffle(numbers)
            numbers = numbers[::every]
        for point in numbers:
            for loss in LOSSES:
                tally.runs += 1
                tally.faults += kill_at(folder, point, loss, planted, seed)
                if first_only and tally.faults:
                    return tally
    return tally


def main() -> int:
    """Runs the campaign and prints the tally; exit code 1 if anything went wrong, or a planted bug was not seen."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--seed", type=int, default=20260101)
    parser.add_argument("--planted", action="store_true")
    parser.add_argument("--only", help="the planted bugs whose names hold these letters")
    parser.add_argument("--beside", action="store_true")
    parser.add_argument("--each", action="store_true")
    arguments = parser.parse_args()
    if arguments.beside:
        later.LARGE = 0
    with statement_by_statement() if arguments.each else nullcontext():
        return _planted(arguments) if arguments.planted else _all(arguments)


def _all(arguments: argparse.Namespace) -> int:
    tally = campaign(arguments.every, seed=arguments.seed)
    print(tally, *tally.faults[:40], sep="\n")
    return 1 if tally.faults else 0


def _planted(arguments: argparse.Namespace) -> int:
    bugs = [*PLANTED, *EACH] if arguments.each else list(PLANTED)
    unseen = []
    for name in [one for one in bugs if not arguments.only or arguments.only in one]:
        tally = campaign(arguments.every, name, arguments.seed, first_only=True)
        print(
            f"{name}: {'seen after ' + str(tally.runs) + ' kills: ' + tally.faults[0] if tally.faults else 'NOT SEEN'}",
            flush=True,
        )
        if not tally.faults:
            unseen.append(name)
    return 1 if unseen else 0


if __name__ == "__main__":
    sys.exit(main())
