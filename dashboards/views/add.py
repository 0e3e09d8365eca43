"""Adding files: uploaded, read and shown before anything is accepted; then built into the graph, with what was refused and why."""

import hashlib
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from dashboards.parts.blocks import Block, Piece, address, card, empty, link, plain, table
from dashboards.texts import text
from dashboards.views.frame.face import Face
from dashboards.views.frame.shell import page
from dashboards.views.uploads import kept_in

FOLDER = "uploads"
SECONDS = 1800
BUILT = "add_built"  # what came of the last build of this reader
INTERNAL = (
    "写入",
    "删除",
    "图：",
    "written",
    "taken away",
    "graph:",
)  # what a build says of the store, which readers do not ask
SHOWN_LINES = 6
MOST = 5000


def render(face: Face) -> None:
    """Draws the page: choose files, see what would be read, accept; then what came of it, and the way on."""
    language = face.language
    if face.read_only or face.workspace is None or not face.workspace.is_dir():
        page(face, [empty(text("read_only", language))])
        return
    page(face, [{"is": "answer", "text": [text("add_head", language)], "sub": [text("add_lead", language)]}], "title")
    if built := st.session_state.get(BUILT):
        page(face, _outcome(face, built), "outcome")
    turn = st.session_state.setdefault(
        "add_turn", 0
    )  # another field after each build: what is taken in is no longer waiting
    given = st.file_uploader(
        text("add_choose", language), accept_multiple_files=True, label_visibility="collapsed", key=f"files.{turn}"
    )
    place = st.text_input(text("add_place", language), placeholder=text("add_place_hint", language))
    if not given:
        return
    chosen = [(one.name, one.getvalue()) for one in given]
    page(face, [_seen(chosen, language)], "seen")
    if st.button(text("add_accept", language), type="primary"):
        kept = face.workspace / FOLDER
        kept.mkdir(exist_ok=True)
        saved = kept_in(kept, chosen)
        with st.spinner(text("add_building", language)):
            ended, lines = _build(saved, face.workspace, place.strip())
        st.session_state[BUILT] = {"names": [path.name for path in saved], "ended": ended, "lines": lines}
        st.session_state["add_turn"] = turn + (not ended)
        st.rerun()  # the page and its search are those of the new graph


def _seen(chosen: list[tuple[str, bytes]], language: str) -> Block:
    """What each file is read as, before it is accepted; a file is read once, however often the page is drawn."""
    known: dict[str, str] = st.session_state.setdefault("add_seen", {})
    rows = []
    for name, content in chosen:
        mark = f"{language} {hashlib.sha256(content).hexdigest()} {name}"
        if mark not in known:
            known[mark] = _read(name, content, language)
        rows.append({"cells": [[plain(name)], [known[mark]]]})
    heads = [{"label": text("add_file", language)}, {"label": text("add_found", language)}]
    return {"is": "card", "title": None, "flush": True, "blocks": [table(heads, rows)]}


def _read(name: str, content: bytes, language: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        (path,) = kept_in(Path(folder), [(name, content)])
        facts = Path(folder) / ".read" / "facts.jsonl"
        facts.parent.mkdir()
        ended, lines = _run(["extract", str(path), "-o", str(facts)])
        if ended:
            return plain(lines.splitlines()[-1] if lines else "?")
        counted = [
            sum(1 for _ in file.open(encoding="utf-8")) if file.exists() else 0
            for file in (facts, facts.with_suffix(".doubts.jsonl"))
        ]
        return text("add_read", language, facts=counted[0], doubts=counted[1])


def _outcome(face: Face, built: Mapping[str, Any]) -> list[Block]:
    """What was taken in, with a link to each new document; what was refused, in the words of the build."""
    language = face.language
    lines = [plain(line) for line in str(built["lines"]).splitlines() if not line.startswith(INTERNAL)]
    first = {row["file"]: row["first"] for row in face.rows("issues", MOST)}
    rows: list[list[Piece]] = [
        [link(plain(name), address("document", key=first[name])), " · ", link(text("read_on", language), address("document", key=first[name]))]
        for name in built["names"]
        if first.get(name)
    ]  # fmt: skip
    ways: list[Piece] = [link(text("newest", language), "changes"), "　", link(text("menu_review", language), "review")]
    told: list[Block] = [{"is": "text", "text": [line]} for line in lines[:SHOWN_LINES]]
    title = text("add_refused" if built["ended"] else "add_done", language)
    return [card(title, [*told, {"is": "list", "rows": [*rows, ways]}], picked=True)]


def _build(paths: list[Path], workspace: Path, place: str) -> tuple[int, str]:
    arguments = ["build", *map(str, paths), "--workspace", str(workspace)]
    return _run([*arguments, f"--jurisdiction={place}"] if place else arguments)


def _run(arguments: list[str]) -> tuple[int, str]:
    """Runs a command of ours; its exit code and what it said."""
    command = [sys.executable, "-m", "dashboards", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return 1, f"> {SECONDS} s"
    return done.returncode, "\n".join(part.strip() for part in (done.stdout, done.stderr) if part.strip())
