"""One corpus, built as a user builds it, as far as time allows: CPU a document, the largest process, and what one more document costs.

    python -m bench.scale.size FOLDER --documents 1000 --length 13600 --minutes 12      # again with the same folder: goes on where it was
    python -m bench.scale.size FOLDER --documents 1000 --more                           # one more document, and a build for nothing
    python -m bench.scale.size FOLDER --documents 100 --workers 2 --name two            # another workspace of the same texts
    python -m bench.scale.size FOLDER --documents 5000 --pieces 2 --no-store --name five   # from the texts to the parts, no engine

The texts (bench/corpus.py) and the workspace lie in FOLDER. A build that is stopped after --minutes goes on at the next call; its seconds are
added up in FOLDER/<name>.jsonl. Seconds are those of the CPU, of the building process and of its workers apart: who has N cores waits for
the first, and for an Nth of the second.
"""

import argparse
import json
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from extract.readers import listing
from extract.workers import kept
from graph.build import take_in
from graph.parts.bring import made
from graph.parts.index import open_index
from graph.workspace import Workspace

PARTS = "parts"  # instead of a command: as far as the parts, no store
COMMAND = [sys.executable, "-m", "bench.scale.size", "--child"]


@dataclass(frozen=True, slots=True)
class Run:
    """One run of `zhize build`: its seconds of CPU, the largest of its processes, and whether it came to its end."""

    what: str
    documents: int
    main: float
    workers: float
    wall: float
    largest_mb: int
    main_mb: int
    ended: bool


def child(arguments: list[str]) -> None:
    """The build itself, with what it used on the last line of its output."""
    ended = False
    signal.signal(signal.SIGINT, signal.default_int_handler)  # also where it runs in the background
    try:
        if arguments[0] == PARTS:
            parts_of(*arguments[1:])
        else:
            from dashboards.cli import cli

            cli(arguments, standalone_mode=False)
        ended = True
    except KeyboardInterrupt:
        pass
    finally:
        print(json.dumps([*used(), ended]), flush=True)


def parts_of(texts: str, folder: str, workers: str) -> None:
    """What a build does before it opens a store: extracts what is new, makes what must be made, and puts together what parts share."""
    workspace = Workspace(Path(folder))
    with kept(int(workers)) as doing, workspace.lock():
        take_in(workspace, listing([Path(texts)]).files, workers=doing)
        print(json.dumps(used()), flush=True)
        with open_index(workspace.folder) as index:
            made(workspace, index, doing)


def used() -> list[float]:
    """Seconds of CPU and the largest process in KB, of this one and of those that it has ended."""
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return [own.ru_utime + own.ru_stime, others.ru_utime + others.ru_stime, own.ru_maxrss, others.ru_maxrss]


def run(what: str, documents: int, minutes: float, arguments: list[str]) -> Run:
    """Runs a build, interrupted as a user would after so many minutes."""
    began = time.monotonic()
    with subprocess.Popen(
        [*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        stop = threading.Timer(minutes * 60, lambda: os.kill(process.pid, signal.SIGINT))
        stop.start()
        output, _ = process.communicate()
        stop.cancel()
    main, workers, own, others, ended = json.loads(output.strip().splitlines()[-1])
    wall = time.monotonic() - began
    if arguments[0] == PARTS and ended:
        before = json.loads(output.strip().splitlines()[0])
        print(
            f"of it extraction: {before[0]:.1f} s building process, {before[1]:.1f} s workers, {max(before[2:]) // 1024:.0f} MB"
        )
    return Run(what, documents, main, workers, round(wall, 1), int(max(own, others)) // 1024, int(own) // 1024, ended)


def texts_of(folder: Path, documents: int, seed: int, length: int | None, pieces: int) -> Path:
    """The folder of so many documents, written where it is not there."""
    from bench.corpus import write  # not where a build is measured: it loads the rules of extraction

    texts = folder / f"texts-{documents}"
    if not (texts / "manifest.toml").exists():
        write(texts, documents, seed, length, pieces)
    return texts


def one_more(folder: Path, documents: int, seed: int, length: int, pieces: int) -> tuple[Path, Path]:
    """A further issue of the last jurisdiction, from a later part of the same real one, and a folder of the jurisdiction's own issues."""
    from bench.corpus import Gazette, made_with, piece_of, write_some

    issues = list(made_with(documents, seed, length, pieces))
    last, _, renamed = issues[-1]
    mine = [one for one, _, _ in issues if one.jurisdiction == last.jurisdiction]
    texts = (piece_of(real.text, length, pieces) for _, real, _ in reversed(issues))
    further = Gazette(f"{last.jurisdiction}-more.txt", last.jurisdiction, renamed(next(filter(None, texts))))
    return write_some(folder / f"more-{documents}", [further]), write_some(folder / f"own-{documents}", mine)


def noted(folder: Path, name: str, done: Run) -> None:
    """Adds a run to the log, and prints what all runs of its kind came to."""
    path = folder / f"{name}.jsonl"
    with path.open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(asdict(done)) + "\n")
    runs = [Run(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
    same = [one for one in runs if one.what == done.what and one.documents == done.documents]
    main, workers = sum(one.main for one in same), sum(one.workers for one in same)
    state = "done" if done.ended else "stopped, goes on"
    print(
        f"{name} {done.what} {done.documents}: {state}; {main + workers:.1f} s of CPU in {len(same)} runs ({main:.1f} building process, "
        f"{workers:.1f} workers), {(main + workers) / done.documents:.3f} a document; wall {sum(one.wall for one in same):.0f} s; "
        f"largest process {max(one.largest_mb for one in same)} MB, building process {max(one.main_mb for one in same)} MB",
        flush=True,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--length", type=int, default=13600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=12)
    parser.add_argument("--name", default="w")
    parser.add_argument("--store", default=None, help="the graph, if it is not the workspace's own")
    parser.add_argument(
        "--pieces", type=int, default=1, help="issues of that length that each real one gives to a district"
    )
    parser.add_argument("--no-store", action="store_true", help="end where the parts are made")
    parser.add_argument("--more", action="store_true", help="add one more document to what was built")
    return parser


def main() -> int:
    """Builds, or adds one more; 0 where it came to its end."""
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2:])
        return 0
    args = _parser().parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    workspace = args.folder / f"{args.name}-{args.documents}"
    common = [
        "--workspace",
        str(workspace),
        "--workers",
        str(args.workers),
        *(["--store", args.store] if args.store else []),
    ]
    if args.more:
        more, own = one_more(args.folder, args.documents, args.seed, args.length, args.pieces)
        alone = ["--workspace", str(args.folder / f"alone-{args.name}-{args.documents}"), *common[2:4]]
        for what, given in (
            (f"one more among {args.documents}", [str(more), *common]),
            (f"nothing new among {args.documents}", [str(more), *common]),
            ("its jurisdiction", [str(own), *alone]),
            ("one more to its jurisdiction", [str(more), *alone]),
            ("nothing new to its jurisdiction", [str(more), *alone]),
        ):
            noted(args.folder, args.name, run(what, 1, args.minutes, ["build", *given]))
        return 0
    texts = texts_of(args.folder, args.documents, args.seed, args.length, args.pieces)
    arguments = (
        [PARTS, str(texts), str(workspace), str(args.workers)] if args.no_store else ["build", str(texts), *common]
    )
    done = run("parts" if args.no_store else "build", args.documents, args.minutes, arguments)
    noted(args.folder, args.name, done)
    return int(not done.ended)


if __name__ == "__main__":
    sys.exit(main())
