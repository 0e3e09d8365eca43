"""Hostile input: some six hundred generated cases, each bounded, against this version or another one.

    python -m bench.hostile                              all cases
    python -m bench.hostile --program /path/to/checkout  another version, with its own .venv
    python -m bench.hostile --only settings --every 5    a sample

Each case runs in a folder of its own, beside one that nothing may touch. What must hold of every case: no traceback, an exit code of ours, nothing
written elsewhere, no private number in anything that was written, no more than 10 seconds of work or 1 GB. What else must hold, each says.
"""

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench.hostile import cases, more, outputs
from bench.hostile.cases import GAZETTE, Bed, Case, Ran

ROOT = Path(__file__).parents[2]
SECONDS = 10.0
MEGABYTES = 1_000
PATIENCE = 40.0  # seconds of the clock after which a command is ended
FAMILIES = (
    cases.tabs,
    cases.loads,
    cases.hashes,
    cases.archives,
    cases.damages,
    more.files,
    more.encodings,
    more.numbers,
    more.slow,
    more.settings,
    outputs.questions,
    outputs.names,
    outputs.outputs,
    more.stores,
    more.kills,
)
NUMBER = re.compile(r"1\W{0,3}3\W{0,3}8\W{0,3}1\W{0,3}2\W{0,3}3\W{0,3}4\W{0,3}5\W{0,3}6\W{0,3}7\W{0,3}8")


class Server:
    """A process of the program under test that runs commands."""

    def __init__(self, program: Path) -> None:
        python = program / ".venv" / "bin" / "python"
        self.python = python if python.exists() else Path(sys.executable)
        environment = {**os.environ, "PYTHONPATH": str(program), "PYTHONDONTWRITEBYTECODE": "1"}
        for name in ("ZHIZE_WORKSPACE", "ZHIZE_STORE", "ZHIZE_NEO4J_PASSWORD"):
            environment.pop(name, None)
        server = str(ROOT / "bench" / "hostile" / "server.py")
        self.process = subprocess.Popen(
            [str(self.python), server],
            cwd=program,
            env=environment,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def run(self, argv: list[str], cwd: Path, log: Path, stdout: str, env: dict[str, str]) -> dict[str, float]:
        """Runs one command to its end, or to the end of our patience."""
        order = {"argv": argv, "cwd": str(cwd), "log": str(log), "stdout": stdout, "env": env, "seconds": PATIENCE}
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        by_key: dict[str, float] = json.loads(self.process.stdout.readline())
        return by_key


@dataclass(slots=True)
class Attempt:
    """One case as it is tried: its folder, and what was wrong with any of its commands."""

    server: Server
    place: Path
    faults: list[str] = field(default_factory=list)
    number: int = 0

    @property
    def folder(self) -> Path:
        """Where the case works."""
        return self.place / "here"

    def run(self, *argv: str, stdout: str = "file", env: dict[str, str] | None = None) -> Ran:
        """Runs a command and asks what must hold of all."""
        self.number += 1
        log = self.place / f"log-{self.number}"
        ended = self.server.run(list(argv), self.folder, log, stdout, env or {})
        out, err = (_text(log.with_name(f"{log.name}.{ending}")) for ending in ("out", "err"))
        what = " ".join(argv)[:40]
        if "Traceback (most recent call last)" in out + err:
            self.faults.append(f"a traceback from {what}: {err.strip().splitlines()[-1][:100]}")
        elif ended["rc"] not in (0, 1, 2):
            self.faults.append(f"{what} ended with {ended['rc']:.0f}")
        if ended["seconds"] > SECONDS or ended["waited"] >= PATIENCE:
            self.faults.append(f"{what} took {ended['seconds']:.0f} s of work, {ended['waited']:.0f} s of the clock")
        if ended["megabytes"] > MEGABYTES:
            self.faults.append(f"{what} took {ended['megabytes']:.0f} MB")
        return Ran(int(ended["rc"]), out, err)


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace") if path.exists() else ""


def tried(case: Case, server: Server, ready: Path, folder: Path) -> list[str]:
    """What is wrong with a case."""
    scratch = Path(tempfile.mkdtemp(dir=folder))
    attempt = Attempt(server, scratch)
    attempt.folder.mkdir()
    victim = scratch / "victim"
    victim.mkdir()
    (victim / "notes.jsonl").write_text("precious\n", encoding="utf-8")
    attempt.faults += case.attempt(Bed(attempt.folder, ready, attempt.run))
    if [(f.name, f.read_bytes()) for f in victim.iterdir()] != [("notes.jsonl", b"precious\n")]:
        attempt.faults.append("something was written elsewhere")
    if case.cause == "private numbers":
        attempt.faults += _numbers_in(scratch)
    for path in (*scratch.rglob("*"), scratch):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o700)
    shutil.rmtree(scratch, ignore_errors=True)
    return list(dict.fromkeys(attempt.faults))


def _numbers_in(place: Path) -> Iterator[str]:
    for file in place.rglob("*"):
        if file.is_file() and file.suffix in (".jsonl", ".graphml", ".out", ".err"):
            text = unicodedata.normalize("NFKC", file.read_text(encoding="utf-8", errors="replace"))
            if NUMBER.search(re.sub("[\u200b-\u200d\u00ad\ufeff]", "", text.replace("\\t", " "))):
                yield f"a private number in {file.name.rpartition('.')[0][-12:]}"


def made_ready(server: Server, folder: Path) -> Path:
    """A workspace, its archive and its facts, made by the program under test."""
    ready = folder / "ready"
    ready.mkdir()
    (ready / "t.txt").write_text(GAZETTE, encoding="utf-8")
    for argv in (
        ["extract", "t.txt", "-o", "f.jsonl"],
        ["build", "t.txt", "--workspace", "w"],
        ["backup", "b.tgz", "--workspace", "w"],
    ):
        ended = server.run(argv, ready, folder / "ready-log", "file", {})
        assert ended["rc"] == 0, _text(folder / "ready-log.err")
    return ready


def cases(seed: int) -> list[Case]:
    """All cases, in their order."""
    return [case for family in FAMILIES for case in family(random.Random(f"{seed} {family.__name__}"))]


def main() -> int:
    """Tries the cases and prints what was found, cause by cause; exit code 1 if anything was."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", type=Path, default=ROOT)
    parser.add_argument("--only", help="causes that hold these letters")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--seed", type=int, default=20260101)
    parser.add_argument("--show", type=int, default=3, help="faults a cause that are named")
    arguments = parser.parse_args()
    program = arguments.program.absolute()
    some = [case for case in cases(arguments.seed) if not arguments.only or arguments.only in case.cause][
        :: arguments.every
    ]
    by_key: dict[str, list[str]] = defaultdict(list)
    tries: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        server = Server(program)
        os.environ |= {"ZHIZE_HOSTILE_PROGRAM": str(program), "ZHIZE_HOSTILE_PYTHON": str(server.python)}
        ready = made_ready(server, Path(name))
        for case in some:
            tries[case.cause] += 1
            faults = tried(case, server, ready, Path(name))
            if faults:
                by_key[case.cause].append(f"{case.name}: {'; '.join(faults)}")
                print(f"{case.cause}: {by_key[case.cause][-1][:300]}", file=sys.stderr, flush=True)
        assert server.process.stdin is not None
        server.process.stdin.close()
        server.process.wait()
    for cause, count in tries.items():
        print(f"{cause}: {len(by_key[cause])} of {count} faulty")
        for line in by_key[cause][: arguments.show]:
            print(f"    {line[:300]}")
    faulty = sum(map(len, by_key.values()))
    print(
        f"{sum(tries.values())} cases, {len(tries)} causes: {faulty} faulty, {sum(1 for some in by_key.values() if some)} causes seen"
    )
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main())
