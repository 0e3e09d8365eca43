"""What `zhize doctor` finds wrong with a workspace, and what its --repair does: nothing is thrown away, all that is damaged is set aside.

In:  a workspace. Out: what is wrong, a line each; or, after a repair, what was done.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from extract.errors import ReadError, StoreError
from extract.wording.reasons import Reason, reason
from graph.keeping.durable import write_whole
from graph.keeping.judgements import Judgement
from graph.keeping.sealed import Line, Lines, read_lines, sealed
from graph.keeping.shapes import SHA256
from graph.keeping.sources import PARTS
from graph.keeping.state import FILE, HEAL, lost_judgements
from graph.workspace import Workspace

ASIDE = "damaged"
LINES = ("judgements.jsonl", "log.jsonl")


def wrong_with(workspace: Workspace) -> Iterator[Reason]:
    """All that is not as it was stored, each with what heals it."""
    try:
        for damage in workspace.damages():
            yield damage.line
        if lost := lost_judgements(workspace.folder):
            yield reason("damaged_kept", lost=lost, heal=HEAL)
    except StoreError as error:  # the list of documents itself is damaged
        yield error.reason
    for name in LINES:
        lines = read_lines(workspace.folder / name)
        if lines.cut_off:
            yield reason("last_line_cut_off", file=name, heal=HEAL)
        if name == "log.jsonl" and lines.faults:
            first = lines.faults[0]
            fault = reason("line_fault", name=name, line=first.number, fault=first.fault)
            yield reason("put_aside_by", what=fault, heal=HEAL)
    if strange := _strange(workspace):
        yield reason("put_aside_by", what=reason("no_file_of_ours", file=f"facts/{strange[0].name}"), heal=HEAL)


def repair(workspace: Workspace) -> Iterator[Reason]:
    """Sets aside what is damaged and cannot be made again, and says what. Documents heal by `zhize build PATH…` or `zhize forget`."""
    aside = workspace.folder / ASIDE
    for file in _strange(workspace):
        aside.mkdir(exist_ok=True)
        os.replace(file, aside / file.name)
        yield reason("put_into", file=f"facts/{file.name}", folder=f"{ASIDE}/")
    for name in LINES:
        yield from _mended(workspace.folder / name, aside)
    yield from _remembered(workspace)


def _mended(path: Path, aside: Path) -> Iterator[Reason]:
    stored = read_lines(path)
    wrong = [line for line in stored.lines if line.fault or not _says_something(path, line)]
    if not wrong and not stored.cut_off:
        return
    aside.mkdir(exist_ok=True)
    number = sum(1 for file in aside.iterdir() if file.name.startswith(path.stem)) + 1
    write_whole(aside / f"{path.stem}-{number}.jsonl", path.read_bytes())
    kept = Lines(tuple(line for line in stored.lines if line not in wrong))
    before, lines = "", []
    for row in kept.rows:
        lines.append(sealed(row, before))
        before = lines[-1][-19:-3]  # the checksum ends the line: …"check": "5e0d…"}
    write_whole(path, "".join(lines).encode())
    yield reason("lines_kept", file=path.name, count=len(lines), aside=f"{ASIDE}/{path.stem}-{number}.jsonl")


def _says_something(path: Path, line: Line) -> bool:
    if path.name != LINES[0]:
        return True
    try:
        Judgement.from_json({key: value for key, value in line.row.items() if key != "check"})
    except ReadError:
        return False
    return True


def _remembered(workspace: Workspace) -> Iterator[Reason]:
    """The list of what the workspace holds, written anew where it is damaged, or judgements are gone for good."""
    try:
        if lost_judgements(workspace.folder):
            workspace.remember_judgements()
            yield reason("no_longer_missed", file=LINES[0])
    except StoreError:
        os.unlink(workspace.folder / FILE)
        workspace.remember()
        yield reason("written_anew", file=FILE)


def _strange(workspace: Workspace) -> list[Path]:
    return [
        file
        for file in sorted(workspace.facts_folder.iterdir() if workspace.facts_folder.is_dir() else ())
        if not file.name.startswith(".") and not (SHA256.fullmatch(file.name[:64]) and file.name[64:] in PARTS)
    ]
