"""What is tried by `bench.hostile` with questions, names of files and outputs."""

import csv
import itertools
import json
import os
import random
from collections.abc import Iterator
from pathlib import Path

from bench.hostile.cases import GAZETTE, Bed, Case, rows


def questions(chance: random.Random) -> Iterator[Case]:
    """Parameters of any length."""
    for (name, key), text, size in itertools.product(
        [("who_answers", "words"), ("who_holds", "body"), ("career", "official"), ("changes", "from")],
        ["养老院床位区局街道", "区", "a b "],
        [3_000, 60_000],
    ):

        def attempt(bed: Bed, name: str = name, key: str = key, text: str = text, size: int = size) -> Iterator[str]:
            bed.workspace()
            bed.run("ask", name, f"{key}={(text * size)[:size]}", "--workspace", "w")
            yield from ()

        yield Case("long parameters", f"{name} {key} {text[:2]} × {size}", attempt)


def names(chance: random.Random) -> Iterator[Case]:
    """Names of files of any bytes and length; what is no file."""
    odd = [
        b"\xff",
        b"\xe5\x8c",
        b"x\nzhize: all fine\n\x1b[2J",
        b"\x1b]0;title\x07",
        b"a\rb",
        "公报\u202e".encode(),
        b" ",
        b"-",
        b"--help",
        "长".encode() * 80,
        b"'\"$(x)`",
        "\u2028".encode(),
        b"%s%n",
        b"{0}",
        b"\x7f\x01",
    ]
    for name, command in itertools.product(odd, ("build", "extract")):

        def attempt(bed: Bed, name: bytes = name, command: str = command) -> Iterator[str]:
            folder = bed.folder / "in"
            folder.mkdir()
            Path(os.fsdecode(bytes(folder) + b"/" + name + b".txt")).write_text(GAZETTE, encoding="utf-8")
            Path(os.fsdecode(bytes(folder) + b"/bad" + name + b".txt")).write_bytes(b"")
            ran = bed.run(command, "in", *(("--workspace", "w") if command == "build" else ("-o", "f.jsonl")))
            if any(c in ran.said for c in "\x1b\x07\r\x01\x7f\u202e") or "\nzhize: all fine" in ran.said:
                yield "a name steers the terminal"

        yield Case("names of files", f"{name[:12]!r} {command}", attempt)
    for what in ("fifo", "/dev/zero", "a/" * 3000, "/dev/null", "\x01", "a" * 5000):

        def attempt_no_file(bed: Bed, what: str = what) -> Iterator[str]:
            if what == "fifo":
                os.mkfifo(bed.folder / "fifo")
            if bed.run("extract", what, "-o", "f.jsonl").rc == 0:
                yield "taken without a word"

        yield Case("names of files", what[:12], attempt_no_file)


def outputs(chance: random.Random) -> Iterator[Case]:
    """Outputs that are full, closed, or cannot hold the characters; output onto an input; cells that are formulas."""
    yield from into_streams()
    yield from onto_inputs()
    yield from cells()


def into_streams() -> Iterator[Case]:
    """Outputs that are full, closed, or cannot hold the characters."""
    commands = [
        ("ask", "changes"),
        ("ask",),
        ("ask", "changes", "--json"),
        ("doctor",),
        ("extract", "t.txt"),
        ("build",),
        ("export", "tenures", "x"),
        ("ask", "changes", "--cypher"),
    ]
    for command, where in itertools.product(commands, ["/dev/full", "closed", "latin-1", "ascii"]):

        def attempt(bed: Bed, command: tuple[str, ...] = command, where: str = where) -> Iterator[str]:
            bed.workspace()
            (bed.folder / "t.txt").write_text(GAZETTE, encoding="utf-8")
            options = () if command[0] == "extract" else ("--workspace", "w")
            encoded = {"PYTHONIOENCODING": where} if where in ("latin-1", "ascii") else {}
            bed.run(
                *command,
                *(options if command != ("ask",) else ()),
                stdout=where if where in ("/dev/full", "closed") else "file",
                env=encoded,
            )
            yield from ()

        yield Case("outputs", f"{' '.join(command)} into {where}", attempt)


def onto_inputs() -> Iterator[Case]:
    """Output onto an input."""
    for command in (
        ("extract", "t.txt", "-o", "t.txt"),
        ("extract", "t.txt", "-o", "f.jsonl", "--context", "t.txt"),
        ("extract", ".", "-o", "t.txt"),
        ("resolve", "f.jsonl", "-o", "f.jsonl"),
    ):

        def attempt_onto(bed: Bed, command: tuple[str, ...] = command) -> Iterator[str]:
            path = bed.facts()
            (bed.folder / "t.txt").write_text(GAZETTE, encoding="utf-8")
            facts = path.read_bytes()
            bed.run(*command)
            if (bed.folder / "t.txt").read_text(encoding="utf-8") != GAZETTE or (
                "resolve" in command and path.read_bytes() != facts
            ):
                yield "an input is destroyed"

        yield Case("outputs", " ".join(command), attempt_onto)


def cells() -> Iterator[Case]:
    """Cells that a spreadsheet takes for formulas, and control characters."""
    for start in [
        "=",
        "+",
        "-",
        "@",
        "＝",
        "＋",
        "－",
        "＠",
        " =",
        "\n=",
        "\t=",
        "\u3000=",
        "\u200b=",
        "=\x01",
        "\x01=",
        "\x07x",
        "\x1b[2J",
        "\x02",
    ]:

        def attempt_cell(bed: Bed, start: str = start) -> Iterator[str]:
            path = bed.facts()
            text = json_with(path, start)
            path.write_text(text, encoding="utf-8")
            path.with_name("f.passages.jsonl").unlink(missing_ok=True)
            bed.run("load", "f.jsonl", "--workspace", "w")
            bed.run("export", "csv", "tables", "--workspace", "w")
            for file in (bed.folder / "tables").glob("*.csv"):
                with file.open(encoding="utf-8-sig", newline="") as stream:
                    for cell in (cell for row in csv.reader(stream) for cell in row):
                        if cell.strip()[:1] in set("=+@＝＋－＠") or (cell.strip()[:1] == "-" and "cmd" in cell):
                            yield f"a cell is a formula: {cell[:12]!r}"
                        if any(ord(c) < 32 and c not in "\n\r\t" for c in cell):
                            yield "a control character leaves"

        yield Case("cells and control characters", repr(start), attempt_cell)


def json_with(path: Path, start: str) -> str:
    """The facts with a name that begins so."""
    given = rows(path)
    for row in given[:2]:
        row["object"]["name"] = f"{start}cmd|'/C calc'!A0"
        row["role"] = f"{start}cmd"
    return "".join(json.dumps(row) + "\n" for row in given)
