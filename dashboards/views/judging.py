"""Decisions in the app: which hold already, the form that makes one, and the list of all that hold, each to be taken back.

In:  the graph and its workspace. Out: judgements, signed and reversible; the next build applies them. A graph without a workspace is only read.
"""

import getpass
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from dashboards.deciding import decide
from dashboards.parts.blocks import Block, Piece, address, card, dim, link, plain, table, tag
from dashboards.texts import text
from dashboards.views.frame.face import Face
from dashboards.views.frame.shell import go, page
from extract.errors import GazetteError, QueryError
from graph.keeping.judgements import Decision, Judgement
from graph.time.spans import is_day
from graph.workspace import Workspace

STYLES = {
    Decision.WRONG: "out",
    Decision.NOT_SAME: "out",
    Decision.CORRECTED: "in",
    Decision.RIGHT: "in",
    Decision.SAME: "in",
}
MENTION = re.compile(r"(?P<document>[0-9a-f]{16}):(?P<first>\d{1,9})-(?P<last>\d{1,9}):[a-z]+")
CORRECTED = ("subject", "object", "role", "date")
LONGEST = 60  # characters of a sentence in a row
SHORTEST = 8  # characters of an id that stand for it
Held = Mapping[tuple[str, ...], Judgement]


def writable(face: Face) -> Workspace | None:
    """The workspace, where decisions can be written; None where the graph is only read or published."""
    folder = face.workspace
    if folder is None or not Path(folder).is_dir() or face.read_only:
        return None
    return Workspace(folder)


def holding(face: Face) -> Held:
    """The decisions that hold, by what they are about; none where they cannot be read."""
    workspace = writable(face)
    try:
        return workspace.judgements().holding() if workspace else {}
    except GazetteError:
        return {}


def state(judgement: Judgement, language: str) -> list[Piece]:
    """What was decided, by whom and when, and why."""
    return [
        tag(text(f"decide_{judgement.decision}", language), STYLES.get(judgement.decision, "plain")),
        plain(f" {judgement.who} · {judgement.when[:10]}"),
        *([dim(plain(f" · {judgement.why}"))] if judgement.why else []),
    ]


def draw_form(
    face: Face, choices: Sequence[Decision], about: tuple[str, ...], *, fact: Mapping[str, Any] | None = None, onward: str = ""
) -> None:  # fmt: skip
    """The decisions that can be made about something: none is the default, and what holds already can be taken back."""
    language = face.language
    workspace = writable(face)
    if workspace is None:
        st.caption(text("read_only", language))
        return
    now = holding(face).get(tuple(sorted(about)))
    if now:
        page(
            face,
            [card(None, [{"is": "text", "text": [text("decided_already", language), *state(now, language)]}])],
            "state",
        )
    with st.form(f"decide.{'+'.join(about)}", border=True):
        left, right = st.columns([2, 1])
        why = left.text_input(text("why_field", language), placeholder=text("why_hint", language))
        who = right.text_input(text("who_field", language), value=st.session_state.get("signed") or getpass.getuser())
        with st.container(horizontal=True):
            pressed = [one for one in choices if st.form_submit_button(text(f"decide_{one}", language))]
            taken_back = bool(now) and st.form_submit_button(text("decide_undo", language))
        value = _corrections(fact, language) if fact else {}
        corrects = bool(fact) and st.form_submit_button(text("decide_as_corrected", language))
    if pressed or taken_back or corrects:
        decision = Decision.UNDO if taken_back else Decision.CORRECTED if corrects else pressed[0]
        st.session_state["signed"] = who
        _decide(workspace, decision, about, why, who, value if corrects else {}, language, onward)


def _corrections(fact: Mapping[str, Any], language: str) -> dict[str, Any]:
    """The parts of a fact as a person would have them; only what differs from what was read."""
    st.caption(text("correct_lead", language))
    fields = st.columns(len(CORRECTED))
    given = {
        name: field.text_input(text(f"correct_{name}", language), value=str(fact.get(name) or "")).strip()
        for name, field in zip(CORRECTED, fields, strict=True)
    }
    return {name: words or None for name, words in given.items() if words != str(fact.get(name) or "")}


def _decide(
    workspace: Workspace, decision: Decision, about: tuple[str, ...], why: str, who: str, value: Mapping[str, Any], language: str, onward: str
) -> None:  # fmt: skip
    try:
        if decision is Decision.CORRECTED:
            _must_correct(value, about[0])
        decide(workspace, decision, about, why, who, value)
    except GazetteError as error:
        st.error(error.text(language))
        return
    st.session_state["decided"] = text("taken_back" if decision is Decision.UNDO else "decided", language)
    if onward and decision is not Decision.UNDO:
        go(onward)
    st.rerun()


def _must_correct(value: Mapping[str, Any], fact_id: str) -> None:
    """Raises QueryError for a correction that changes nothing, takes a name away or gives no day."""
    if not value:
        raise QueryError("corrects_nothing", change=repr(""))
    for name in ("subject", "object"):
        if name in value and not value[name]:
            raise QueryError("fact_needs_field", field=name, again=name, fact=fact_id)
    if value.get("date") and not is_day(str(value["date"])):
        raise QueryError("no_date_given", text=repr(value["date"]))


def tell_decided() -> None:
    """Says once, above the page, that the last decision was written down."""
    if words := st.session_state.pop("decided", ""):
        st.success(words)


def draw_decided(face: Face) -> None:
    """All decisions that hold, the newest first; a row picked can be taken back."""
    language = face.language
    every = sorted(holding(face).items(), key=lambda pair: pair[1].when, reverse=True)
    picked = st.query_params.get("pick", "")
    rows = [
        {
            "cells": [[judgement.when[:10]], [plain(judgement.who)], state(judgement, language)[:1], [_about(face, about)], [plain(judgement.why)]],
            "key": "+".join(about),
            "selected": "+".join(about) == picked,
        }
        for about, judgement in every
    ]  # fmt: skip
    heads = [
        {"label": text(name, language)}
        for name in ("head_dated", "who_field", "decided_word", "decided_about", "why_word")
    ]
    blocks: list[Block] = [card(None, [table(heads, rows)], flush=True)]
    page(face, blocks, "all_decided", pick=lambda key: go(address("review", kind="decided", pick=key)))
    chosen = next((about for about, _ in every if "+".join(about) == picked), None)
    if chosen:
        there = _source(face, chosen)
        if there:
            page(face, [{"is": "text", "text": [link(text("open_source", language), there)]}], "decided_source")
        draw_form(face, (), chosen)


def _about(face: Face, about: tuple[str, ...]) -> str:
    """What a decision is about: the sentence of a fact, the names that two mentions print, else the id."""
    if len(about) == 1:
        rows = face.fact(about[0])
        words = plain(" ".join((rows[0]["quote"] or "").split())) if rows else about[0][:SHORTEST] + "…"
        return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
    return plain(" / ".join(_printed(face, mention) for mention in about))


def _source(face: Face, about: tuple[str, ...]) -> str:
    """Where the thing decided about is seen: the document of a fact, else the finding."""
    if len(about) == 1 and face.fact(about[0]):
        return address("document", fact=about[0])
    return address("review", finding=about[0]) if len(about) == 1 else ""


def _printed(face: Face, mention: str) -> str:
    match = MENTION.fullmatch(mention)
    words = face.printed(match["document"], int(match["first"]), int(match["last"])) if match else ""
    return words or mention[:SHORTEST] + "…"
