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

FOLDER = "uploads"
LONGEST_NAME = 120
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
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, one in enumerate(given):
            path = Path(folder) / safe_name(one.name, number)
            path.write_bytes(one.getvalue())
            paths.append(path)
        page(face, [_seen(paths, language)], "seen")
    if st.button(text("add_accept", language), type="primary"):
        kept = face.workspace / FOLDER
        kept.mkdir(exist_ok=True)
        saved = []
        for number, one in enumerate(given):
            path = kept / safe_name(one.name, number)
            path.write_bytes(one.getvalue())
            saved.append(path)
        with st.spinner(text("add_building", language)):
            build = _build(saved, face.workspace, place.strip())
        st.text(build)


def safe_name(name: str, number: int) -> str:
    """The name of an upload as a file's name: no folder, no control character, never empty."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(c for c in last if c.isprintable() and c not in '<>:"|?*').strip(". ")[-LONGEST_NAME:]
    return kept or f"upload-{number + 1}"


def _seen(paths: list[Path], language: str) -> Block:
    """What each file is read as, before it is accepted."""
    rows = []
    for path in paths:
        command = [
            sys.executable,
            "-m",
            "dashboards",
            "extract",
            str(path),
            "-o",
            str(path.with_suffix(".facts.jsonl")),
        ]
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
        facts = path.with_suffix(".facts.jsonl")
        doubts = path.with_suffix(".facts.doubts.jsonl")
        counted = [sum(1 for _ in file.open(encoding="utf-8")) if file.exists() else 0 for file in (facts, doubts)]
        said = (
            text("add_read", language, facts=counted[0], doubts=counted[1])
            if done.returncode == 0
            else plain(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "?")
        )
        rows.append({"cells": [[plain(path.name)], [said]]})
    heads = [{"label": text("add_file", language)}, {"label": text("add_found", language)}]
    return {"is": "card", "title": None, "flush": True, "blocks": [table(heads, rows)]}


def _build(paths: list[Path], workspace: Path, place: str) -> str:
    command = [sys.executable, "-m", "dashboards", "build", *map(str, paths), "--workspace", str(workspace)]
    command += ["--jurisdiction", place] if place else []
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    return plain("\n".join(part.strip() for part in (done.stdout, done.stderr) if part.strip()))
