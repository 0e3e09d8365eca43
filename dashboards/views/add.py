"""Adding files: uploaded, read and shown before anything is accepted; then built into the graph, with what was refused and why."""

import subprocess
import sys
import tempfile
from pathlib import Path

import streamlit as st

from dashboards.parts.blocks import Block, empty, plain, table
from dashboards.texts import text
from dashboards.views.frame.face import Face
from dashboards.views.frame.shell import page
from dashboards.views.uploads import kept_in

FOLDER = "uploads"
SECONDS = 1800


def render(face: Face) -> None:
    """Draws the page: choose files, see what would be read, accept."""
    language = face.language
    if face.read_only or face.workspace is None or not face.workspace.is_dir():
        page(face, [empty(text("read_only", language))])
        return
    page(face, [{"is": "answer", "text": [text("add_head", language)], "sub": [text("add_lead", language)]}], "title")
    given = st.file_uploader(text("add_choose", language), accept_multiple_files=True, label_visibility="collapsed")
    place = st.text_input(text("add_place", language), placeholder=text("add_place_hint", language))
    if not given:
        return
    chosen = [(one.name, one.getvalue()) for one in given]
    with tempfile.TemporaryDirectory() as folder:
        page(face, [_seen(kept_in(Path(folder), chosen), language)], "seen")
    if st.button(text("add_accept", language), type="primary"):
        kept = face.workspace / FOLDER
        kept.mkdir(exist_ok=True)
        saved = kept_in(kept, chosen)
        with st.spinner(text("add_building", language)):
            build = _build(saved, face.workspace, place.strip())
        st.text(build)


def _seen(paths: list[Path], language: str) -> Block:
    """What each file is read as, before it is accepted."""
    rows = []
    for number, path in enumerate(paths):
        facts = path.parent / ".read" / f"{number}.jsonl"
        facts.parent.mkdir(exist_ok=True)
        ended = _run(["extract", str(path), "-o", str(facts)])
        counted = [
            sum(1 for _ in file.open(encoding="utf-8")) if file.exists() else 0
            for file in (facts, facts.with_suffix(".doubts.jsonl"))
        ]
        said = (
            text("add_read", language, facts=counted[0], doubts=counted[1])
            if not ended[0]
            else plain(ended[1].splitlines()[-1] if ended[1] else "?")
        )
        rows.append({"cells": [[plain(path.name)], [said]]})
    heads = [{"label": text("add_file", language)}, {"label": text("add_found", language)}]
    return {"is": "card", "title": None, "flush": True, "blocks": [table(heads, rows)]}


def _build(paths: list[Path], workspace: Path, place: str) -> str:
    arguments = ["build", *map(str, paths), "--workspace", str(workspace)]
    return plain(_run([*arguments, f"--jurisdiction={place}"] if place else arguments)[1])


def _run(arguments: list[str]) -> tuple[int, str]:
    """Runs a command of ours; its exit code and what it said."""
    command = [sys.executable, "-m", "dashboards", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return 1, f"> {SECONDS} s"
    return done.returncode, "\n".join(part.strip() for part in (done.stdout, done.stderr) if part.strip())
