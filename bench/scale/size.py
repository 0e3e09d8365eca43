"""One corpus, built as a user builds it, as far as time allows: CPU a document, the largest process, and what one more document costs.

    python -m bench.scale.size FOLDER --documents 1000 --length 13600 --minutes 12      # again with the same folder: goes on where it was
    python -m bench.scale.size FOLDER --documents 1000 --more                           # one more document, and a build for nothing
    python -m bench.scale.size FOLDER --documents 100 --workers 2 --name two            # another workspace of the same texts

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

from bench.corpus import Gazette, made_with, write, write_some

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
    from dashboards.cli import cli

    ended = False
    try:
        cli(arguments, standalone_mode=False)
        ended = True
    except KeyboardInterrupt:
        pass
    finally:
        own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        used = [own.ru_utime + own.ru_stime, others.ru_utime + others.ru_stime, own.ru_maxrss, others.ru_maxrss, ended]
        print(json.dumps(used), flush=True)


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
    return Run(what, documents, main, workers, round(wall, 1), max(own, others) // 1024, own // 1024, ended)


def texts_of(folder: Path, documents: int, seed: int, length: int | None) -> Path:
    """The folder of so many documents, written where it is not there."""
    texts = folder / f"texts-{documents}"
    if not (texts / "manifest.toml").exists():
        write(texts, documents, seed, length)
    return texts


def one_more(folder: Path, documents: int, seed: int, length: int) -> tuple[Path, Path]:
    """A further issue of the last jurisdiction, from a later part of the same real one, and a folder of the jurisdiction's own issues."""
    made = list(made_with(documents, seed, length))
    last, real, renamed = made[-1]
    mine = [one for one, _, _ in made if one.jurisdiction == last.jurisdiction]
    text = real.text[length : 2 * length]
    sixth = Gazette(
        f"{last.jurisdiction}-more.txt", last.jurisdiction, renamed(text[text.find("\n") + 1 : text.rfind("\n") + 1])
    )
    return write_some(folder / f"more-{documents}", [sixth]), write_some(folder / f"own-{documents}", mine)


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


def main() -> int:
    """Builds, or adds one more; 0 where it came to its end."""
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2:])
        return 0
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--length", type=int, default=13600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=12)
    parser.add_argument("--name", default="w")
    parser.add_argument("--store", default=None, help="the graph, if it is not the workspace's own")
    parser.add_argument("--more", action="store_true", help="add one more document to what was built")
    args = parser.parse_args()
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
        more, own = one_more(args.folder, args.documents, args.seed, args.length)
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
    texts = texts_of(args.folder, args.documents, args.seed, args.length)
    done = run("build", args.documents, args.minutes, ["build", str(texts), *common])
    noted(args.folder, args.name, done)
    return int(not done.ended)


if __name__ == "__main__":
    sys.exit(main())
