"""What is tried by `bench.hostile`: generated, seeded, bounded cases, each with what must hold afterwards.

In:  a seed. Out: Cases; each makes files in a folder of its own, runs commands there, and says what is wrong.

What must hold of every case (no traceback, nothing written elsewhere, no private number, no more than 10 s or 1 GB) the bench asks itself.
"""

import gzip
import io
import itertools
import json
import random
import shutil
import tarfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

GAZETTE = """安山县人民政府公报

安山县人民政府关于周文远等同志任免职务的通知
安政任〔2024〕7号

各镇人民政府，县政府各部门：
任命周文远同志为县水利局局长，试用期一年；
任命丁若兰同志为县教育局副局长；
免去吴立新同志的县水利局局长职务。

安山县人民政府
2024年4月9日

安山县人民政府办公室关于成立防汛工作领导小组的通知
安政办〔2024〕9号

组  长：贺知山（县长）
副组长：周文远（县水利局局长）
成  员：丁若兰（县教育局副局长）
一、加快建设县文化中心。（牵头单位：县住建局；责任单位：县财政局）

安山县人民政府办公室
2024年4月12日
"""
LEAST = 6  # facts that any version finds in it


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended, and what it wrote to standard output and error."""

    rc: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """All that it said."""
        return self.out + self.err


class Run(Protocol):
    """Runs one command in the folder of the case."""

    def __call__(self, *argv: str, stdout: str = "file", env: dict[str, str] | None = None) -> Ran: ...


@dataclass(frozen=True, slots=True)
class Bed:
    """The folder of a case, the command, and what was made ready: a workspace, its archive, its facts, all of the gazette above."""

    folder: Path
    ready: Path
    run: Run

    def workspace(self) -> Path:
        """A workspace of the case's own."""
        return Path(shutil.copytree(self.ready / "w", self.folder / "w"))

    def facts(self) -> Path:
        """The facts with all that stands beside them."""
        for file in self.ready.glob("f.*jsonl"):
            shutil.copy(file, self.folder)
        return self.folder / "f.jsonl"


Try = Callable[[Bed], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Case:
    """One attempt: its cause, a name, and what it does; what that yields is wrong."""

    cause: str
    name: str
    attempt: Try = field(repr=False)


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def count(path: Path) -> int:
    """The rows of a file of JSON lines, unread."""
    return path.read_bytes().count(b"\n") if path.exists() else 0


def tabs(chance: random.Random) -> Iterator[Case]:
    """Layout around lines, which is not a table."""
    for gap, where in itertools.product(
        ["\t", "\t\t", " \t", "\u3000", "  ", "\u00a0", "\u2003"], ["before", "behind", "both"]
    ):

        def attempt(bed: Bed, gap: str = gap, where: str = where) -> Iterator[str]:
            before, behind = gap if where != "behind" else "", gap if where != "before" else ""
            text = "".join(f"{before}{line}{behind}\n" if line else "\n" for line in GAZETTE.splitlines())
            (bed.folder / "t.txt").write_text(text, encoding="utf-8")
            bed.run("extract", "t.txt", "-o", "f.jsonl")
            if count(bed.folder / "f.jsonl") + count(bed.folder / "f.doubts.jsonl") < LEAST:
                yield "facts are lost in silence"

        yield Case("tabs", f"{gap!r} {where}", attempt)


WRONG_VALUES: Sequence[tuple[str, Any]] = [
    ("role", 5), ("role", ["x"]), ("role", {}), ("date", 20240409), ("date", "2024-13-40"), ("date", "yesterday"), ("date", ""),
    ("date", "0000"), ("relation", "owns"), ("relation", None), ("rule", 7), ("subject", None), ("subject", []), ("object", "x"),
    ("subject.name", None), ("subject.name", 5), ("subject.name", ""), ("subject.kind", "god"), ("subject.start", -5),
    ("subject.start", "1"), ("subject.start", 10**30), ("object.end", 10**7), ("object.start", None), ("evidence", None),
    ("evidence.doc", 5), ("evidence.doc", ""), ("evidence.line", 10**25), ("evidence.line", -1), ("evidence.line", "7"),
    ("evidence.quote", 1), ("evidence.quote", "从未刊登"), ("evidence.start", 10**7), ("evidence.start", -1), ("evidence.end", 0),
    ("evidence.start", 1.5), ("qualifiers", None), ("qualifiers", {"term": "2022-13/2023-01"}), ("qualifiers", {"probation": "P9999Y"}),
    ("qualifiers", {"rank": 5}), ("qualifiers", {"colour": "red"}), ("qualifiers", {"period": "x/y"}), ("extra", 1),
]  # fmt: skip


def loads(chance: random.Random) -> Iterator[Case]:
    """Facts of wrong types and values: refused, nothing stored, and the workspace still builds."""
    for (place, value), number in itertools.product(WRONG_VALUES, (0, -1)):

        def attempt(bed: Bed, place: str = place, value: Any = value, number: int = number) -> Iterator[str]:
            path = bed.facts()
            given = rows(path)
            row, (*above, last) = given[number], place.split(".")
            for key in above:
                row = row[key]
            row[last] = value
            yield from _refused(bed, given)

        yield Case("load: types and values", f"{place} = {value!r} in row {number}", attempt)
    for line in [
        "",
        "[]",
        "5",
        "{",
        '{"a": NaN}',
        "[" * 9000,
        "null",
        '"x"',
        "\x00",
        '{"relation": "appointed"}',
        "9" * 5000,
    ]:

        def attempt_line(bed: Bed, line: str = line) -> Iterator[str]:
            path = bed.facts()
            path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
            yield from _refused(bed, None) if line else ()

        yield Case("load: types and values", f"the line {line[:12]!r}", attempt_line)


def _refused(bed: Bed, given: list[dict[str, Any]] | None) -> Iterator[str]:
    if given is not None:
        (bed.folder / "f.jsonl").write_text("".join(json.dumps(row) + "\n" for row in given), encoding="utf-8")
    workspace = bed.workspace()
    before = sorted(file.name for file in (workspace / "facts").iterdir())
    if bed.run("load", "f.jsonl", "--workspace", "w").rc == 0:
        yield "taken without a word"
    if sorted(file.name for file in (workspace / "facts").iterdir()) != before:
        yield "stored though refused"
    if bed.run("build", "--workspace", "w").rc:
        yield "the workspace no longer builds"


def hashes(chance: random.Random) -> Iterator[Case]:
    """Hashes that are paths, and one hash for two documents."""
    yield from hashes_that_are_paths()
    yield from one_hash_twice()


def hashes_that_are_paths() -> Iterator[Case]:
    """Hashes that lead out of the workspace, or are of another shape."""
    for value in [
        "../../victim/notes",
        "/victim/notes",
        "..",
        "",
        "x",
        "A" * 64,
        "0" * 63,
        "0" * 65,
        "../" * 9 + "victim/notes",
        5,
        None,
        "a/b",
        "\x00" * 64,
        "０" * 64,
    ]:

        def attempt(bed: Bed, value: Any = value) -> Iterator[str]:
            path = bed.facts().with_name("f.context.jsonl")
            given = rows(path)
            given[0]["sha256"] = value
            path.write_text("".join(json.dumps(row) + "\n" for row in given), encoding="utf-8")
            if bed.run("load", "f.jsonl", "--workspace", "w").rc == 0:
                yield "taken without a word"

        yield Case("load: hashes that are paths", repr(value)[:30], attempt)


def one_hash_twice() -> Iterator[Case]:
    """Two documents of one hash: the facts of neither are lost."""
    for name in ["copy.txt", "b.txt", "sub/t.txt", "另.txt"]:

        def attempt_twice(bed: Bed, name: str = name) -> Iterator[str]:
            path = bed.facts()
            for file in (path, path.with_name("f.context.jsonl")):
                text = file.read_text(encoding="utf-8")
                file.write_text(text + text.replace('"t.txt"', json.dumps(name)), encoding="utf-8")
            first = count(path)
            ran = bed.run("load", "f.jsonl", "--workspace", "w")
            if (
                ran.rc == 0
                and sum(
                    count(file) for file in (bed.folder / "w" / "facts").glob("*.jsonl") if file.name.count(".") == 1
                )
                < first
            ):
                yield "the facts of one of two documents are lost"

        yield Case("load: two documents of one hash", name, attempt_twice)


def archives(chance: random.Random) -> Iterator[Case]:
    """Archives of which a bit was changed, that lead out of the workspace, or unpack without end."""
    yield from changed_bits(chance)
    yield from archived_paths()
    yield from endless()


def changed_bits(chance: random.Random) -> Iterator[Case]:
    """Archives of which a bit was changed."""
    for _ in range(110):
        share, bit = chance.random(), chance.randrange(8)

        def attempt(bed: Bed, share: float = share, bit: int = bit) -> Iterator[str]:
            data = bytearray((bed.ready / "b.tgz").read_bytes())
            data[int(share * len(data))] ^= 1 << bit
            (bed.folder / "x.tgz").write_bytes(data)
            if bed.run("restore", "x.tgz", "--workspace", "r").rc == 0:
                yield "a changed archive is restored without a word"

        yield Case("restore: changed bits", f"bit {bit} at {share:.4f}", attempt)


def archived_paths() -> Iterator[Case]:
    """Archives that name a path where a hash should stand."""
    for number, name in enumerate(
        ["../victim/notes", "/victim/x", "..", "x", "0" * 63, "", "../" * 9 + "victim/notes", "\u0000"]
    ):

        def attempt_path(bed: Bed, name: str = name) -> Iterator[str]:
            source = {"sha256": name, "doc": "d", "path": "p", "rules": "r", "about": [None] * 5}
            tar(bed.folder / "b", {"facts/x.source.json": json.dumps(source).encode()})
            if bed.run("restore", "b", "--workspace", "r").rc == 0:
                bed.run("build", "--workspace", "r")
                bed.run("forget", "d", "--workspace", "r")
                yield "a path is taken for a hash"

        yield Case("restore: hashes that are paths", f"{number}", attempt_path)


def endless() -> Iterator[Case]:
    """Archives that unpack to more than a disk holds."""
    for megabytes in (2200,):

        def attempt_bomb(bed: Bed, megabytes: int = megabytes) -> Iterator[str]:
            with (
                gzip.open(bed.folder / "b", "wb", compresslevel=1) as stream,
                tarfile.open(fileobj=stream, mode="w|") as archive,
            ):
                head = tarfile.TarInfo("zhize-backup")
                head.size = 1
                archive.addfile(head, io.BytesIO(b"1"))
                large = tarfile.TarInfo("log.jsonl")
                large.size = megabytes * 1_000_000
                archive.addfile(large, _Zeros())  # type: ignore[arg-type]
            if bed.run("restore", "b", "--workspace", "r").rc == 0:
                yield "unpacked without limit"

        yield Case("restore: no limit of size", f"{megabytes} MB", attempt_bomb)


class _Zeros:
    def read(self, size: int = 0) -> bytes:
        return bytes(size)


def tar(path: Path, files: dict[str, bytes]) -> None:
    """An archive as version 0.1 wrote it."""
    with tarfile.open(path, "w:gz") as archive:
        for name, content in ({"zhize-backup": b"1"} | files).items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))


def damages(chance: random.Random) -> Iterator[Case]:
    """Parts of a workspace that are lost, cut or changed: extracted again, or named, never left out."""
    yield from damaged_parts()
    yield from damaged_judgements()


def damaged_parts() -> Iterator[Case]:
    """Facts and what belongs to them, with their text at hand and without."""
    for part, how, at_hand in itertools.product(
        [".jsonl", ".context.jsonl", ".passages.jsonl", ".source.json"],
        ["gone", "emptied", "cut", "changed"],
        [True, False],
    ):

        def attempt(bed: Bed, part: str = part, how: str = how, at_hand: bool = at_hand) -> Iterator[str]:
            workspace = bed.workspace()
            (path,) = [file for file in (workspace / "facts").iterdir() if file.name[64:] == part]
            content = path.read_bytes()
            if how == "gone":
                path.unlink()
            else:
                path.write_bytes(
                    {
                        "emptied": b"",
                        "cut": content[: len(content) // 2],
                        "changed": content.replace("局".encode(), "县".encode()),
                    }[how]
                )
            text = [str(bed.ready / "t.txt")] if at_hand else []
            if not at_hand:  # where it was read, it is no more
                for file in (workspace / "facts").glob("*.source.json"):
                    file.write_bytes(file.read_bytes().replace(str(bed.ready).encode(), b"/nowhere"))
            ran = bed.run("build", *text, "--workspace", "w")
            whole = count(workspace / "facts" / f"{path.name[:64]}.jsonl") >= LEAST
            if ran.rc == 0 and not whole:
                yield "what was lost is left out in silence"
            if at_hand and (ran.rc or not whole):
                yield "not healed, though the text is at hand"

        yield Case(
            "workspace: lost, cut, changed", f"{part} {how} {'with' if at_hand else 'without'} its text", attempt
        )


def damaged_judgements() -> Iterator[Case]:
    """Judgements that cannot be read: the message says a way out."""
    for content in [
        '{"is":"same","ab\n',
        "x\n",
        '{"is": "forged", "about": [], "who": "", "when": ""}\n',
        "[]\n",
        "\x00\n",
    ]:

        def attempt_judged(bed: Bed, content: str = content) -> Iterator[str]:
            workspace = bed.workspace()
            (workspace / "judgements.jsonl").write_text(content, encoding="utf-8")
            ran = bed.run("build", "--workspace", "w")
            if ran.rc == 0:
                yield "a damaged judgement is passed over"
            for advice in ("doctor --repair", "review"):
                if advice in ran.said:
                    bed.run(*advice.split(), "--workspace", "w")
            if bed.run("build", "--workspace", "w").rc:
                yield "there is no way out"

        yield Case("workspace: no way out", repr(content)[:24], attempt_judged)
