"""What waits for a person: two that may be one, side by side with their sources; doubts in their passages; right or wrong of a fact.

Decisions are judgements of the workspace: signed, reversible, applied by the next build. A graph without a workspace is only read.
"""

import getpass
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import streamlit as st

from dashboards.cells import value_word
from dashboards.deciding import decide
from dashboards.parts.blocks import Block, Piece, address, card, columns, dim, empty, link, plain, thing
from dashboards.parts.timeline import timeline
from dashboards.texts import text
from dashboards.views.frame.face import Face
from dashboards.views.frame.quotes import place_of, quote
from dashboards.views.frame.shell import gone, page
from extract.errors import GazetteError
from extract.wording.reasons import Reason
from graph.keeping.judgements import Decision
from graph.workspace import Workspace

MOST = 5000
LISTED = 12
SHORT = 24  # characters of a task's name above its text
KINDS = ("possible_same", "doubt", "stated_count", "claimed_total", "conflict", "homonym")
Row = dict[str, Any]


def render(face: Face) -> None:
    """Draws the list of what waits, and the one that the address names, else the first."""
    language = face.language
    fact = st.query_params.get("fact", "")
    if fact:
        _fact(face, fact)
        return
    every = face.rows("findings_open", MOST)
    kinds = Counter(row["kind"] for row in every)
    shown = st.query_params.get("kind") or next((kind for kind in KINDS if kinds[kind]), "")
    chosen = next(
        (
            row
            for row in every
            if row["key"] in (st.query_params.get("finding"), f"doubt:{st.query_params.get('finding')}")
        ),
        None,
    )
    if chosen:
        shown = chosen["kind"]
    of_kind = [row for row in every if row["kind"] == shown]
    chosen = chosen or (of_kind[0] if of_kind else None)
    if chosen is None:
        page(face, [empty(text("nothing_waits", language), [text("nothing_waits_lead", language)])])
        return
    position = of_kind.index(chosen)
    chips = [
        {"label": f"{value_word(kind, language)} {count}", "go": address("review", kind=kind), "on": kind == shown}
        for kind, count in kinds.most_common()
    ]  # fmt: skip
    head = (
        text(f"review_{chosen['kind']}", language)
        if chosen["kind"] in ("possible_same", "doubt")
        else value_word(chosen["kind"], language)
    )
    sub = text("review_sub", language, number=position + 1, count=len(of_kind), all=len(every))
    page(face, [{"is": "answer", "text": [head], "sub": [sub]}, {"is": "chips", "rows": chips}], "head_of_review")
    left, right = st.columns([1, 4], gap="medium")
    with left:
        page(face, [_list(of_kind, position, language)], "waiting")
    with right:
        page(face, _sides(face, chosen), "sides")
        _buttons(face, chosen)


def _list(rows: Sequence[Row], place: int, language: str) -> Block:
    first = max(0, min(place - LISTED // 2, len(rows) - LISTED))
    entries = [
        {"label": _label(row, language), "go": address("review", finding=row["key"]), "on": number == place}
        for number, row in enumerate(rows[first : first + LISTED], start=first)
    ]
    rest = len(rows) - len(entries)
    return {
        "is": "toc",
        "over": "",
        "title": "",
        "fold": text("waiting_list", language, count=len(rows)),
        "entries": entries,
        "foot": [dim(text("more_waiting", language, count=rest))] if rest else None,
    }


def _label(row: Row, language: str) -> str:
    words = (
        " / ".join(plain(name) for name in row["names"][:2])
        if row["names"] and row["kind"] != "doubt"
        else plain(row["quote"] or row["name"])
    )
    return words if len(words) <= 40 else words[:39] + "…"


def _sides(face: Face, row: Row) -> list[Block]:
    language = face.language
    why = plain(Reason.read(row["why"]).text(language)) if row["why"] else ""
    if row["kind"] != "possible_same":
        parts = [{"t": plain(row["quote"] or ""), "mark": True}]
        source = [
            place_of(_issue(face, row["file"]) | {"line": row["line"]}, language),
            " · ",
            link(text("read_on", language), address("document", finding=row["key"])),
        ]
        about: list[Piece] = [
            piece
            for name, key, kind in zip(row["names"], row["keys"], row["kinds"], strict=True)
            if name
            for piece in (thing(name, kind, key), " ")
        ]
        return [
            card(
                why,
                [
                    {"is": "quote", "parts": parts, "source": source},
                    *([{"is": "text", "text": about}] if about else []),
                ],
            )
        ]
    ends = list(zip(row["names"][:2], row["keys"][:2], row["kinds"][:2], strict=True))
    others = [name for name, _, _ in reversed(ends)]
    sides = [_side(face, *end, other) for end, other in zip(ends, others, strict=False)]
    if len(sides) < 2:
        return [card(why, [])]
    lanes = _lanes(face, row)
    return [
        columns([sides[0]], [sides[1]], "halves"),
        *lanes,
        card(text("why_one", language), [{"is": "text", "text": [why]}]),
    ]


def differing(words: str, other: str) -> list[dict[str, Any]]:
    """A text in parts, what the other text has not marked."""
    found = SequenceMatcher(None, words, other, autojunk=False).get_opcodes()
    parts = [(words[first:last], kind != "equal") for kind, first, last, _, _ in found if last > first]
    return [{"t": part, "mark": True} if differs else {"t": part} for part, differs in parts]


def _side(face: Face, name: str, key: str, kind: str, other: str) -> Block:
    """One of the two: its posts and what the gazettes say of it."""
    language = face.language
    short = name if kind != "task" or len(name) <= SHORT else name[: SHORT - 1] + "…"
    blocks: list[Block] = [{"is": "text", "text": [thing(short, kind, key)]}]
    if kind == "official":
        posts = face.rows("neighbours", 20, key=key)
        blocks.append(
            {
                "is": "text",
                "small": True,
                "text": [plain(" → ".join(dict.fromkeys(f"{row['body']}{row['post']}" for row in posts)))],
            }
        )
        blocks += [
            quote(said, [name, said["body"] or "", said["name"]], language) for said in face.rows("said_of", 2, key=key)
        ]
    elif kind in ("department", "street", "group"):
        body = face.rows("body", 1, key=key)
        names = "、".join(str(one).split("|")[0] for one in (body[0]["names"] or ()) if body) if body else ""
        blocks.append({"is": "text", "small": True, "text": [plain(names)]})
        holders = face.rows("holders", 6, key=key)
        blocks.append(
            {
                "is": "list",
                "rows": [
                    [f"{plain(row['post'])} ", thing(row["official"], "official", row["official_key"])]
                    for row in holders
                ],
            }
        )
    elif kind == "task":
        rows = face.rows("items_of_task", 40, key=key)
        blocks.append(
            {
                "is": "quote",
                "parts": differing(plain(name), plain(other)),
                "source": [_place(face, rows[0])] if rows else [""],
            }
        )
        blocks.append(
            {
                "is": "text",
                "small": True,
                "text": [plain("、".join(dict.fromkeys(row["who"] for row in rows if row["who"])))],
            }
        )
    return card(None, blocks)


def _issue(face: Face, file: str) -> Row:
    """The gazette and issue of a file; the file itself where nothing more is known."""
    rows = face.rows("coverage", MOST)
    return next(
        ({"gazette": row["gazette"], "issue": row["issue"], "file": file} for row in rows if row["file"] == file),
        {"file": file},
    )


def _place(face: Face, item: Row) -> str:
    """Where an item is printed."""
    notice = next(iter(face.rows("notices_by_keys", 1, keys=[item["notice"]])), {}) if item.get("notice") else {}
    return place_of({**notice, "line": item.get("line"), "file": item["file"]}, face.language)


def _lanes(face: Face, row: Row) -> list[Block]:
    if row["kinds"][0] != "official":
        return []
    rows: list[Row] = []
    names: list[list[Piece]] = []
    for sign, key in zip(("甲", "乙"), row["keys"][:2], strict=True):
        for tenure in {one["tenure"]: one for one in face.rows("neighbours", 30, key=key)}.values():
            rows.append(tenure)
            names.append([f"{sign}　{plain(tenure['body'])}{plain(tenure['post'])}"])
    drawn = timeline(rows, names, face.language)
    return [card(None, [drawn])] if drawn else []


def _writable(face: Face) -> Workspace | None:
    """The workspace, where decisions can be written; None where the graph is only read or published."""
    folder = face.workspace
    if folder is None or not Path(folder).is_dir() or face.read_only:
        return None
    return Workspace(folder)


def _buttons(face: Face, row: Row) -> None:
    """The decisions: none is the default, each can be taken back."""
    language = face.language
    place = _writable(face)
    if place is None:
        st.caption(text("read_only", language))
        return
    pair = row["kind"] == "possible_same" and row["mentions"]
    doubt = row["kind"] == "doubt"
    if not pair and not doubt:
        return
    choices = [("same", Decision.SAME), ("not_same", Decision.NOT_SAME)] if pair else [("settled", Decision.SETTLED)]
    about = tuple(row["mentions"]) if pair else (str(row["key"]).removeprefix("doubt:"),)
    _form(face, place, choices, about, row["key"])


def _form(
    face: Face, place: Workspace, choices: Sequence[tuple[str, Decision]], about: tuple[str, ...], key: str
) -> None:
    language = face.language
    with st.form(f"decide.{key}", border=True):
        left, right = st.columns([2, 1])
        why = left.text_input(text("why_field", language), placeholder=text("why_hint", language))
        who = right.text_input(text("who_field", language), value=st.session_state.get("signed") or getpass.getuser())
        with st.container(horizontal=True):
            pressed = [name for name, _ in choices if st.form_submit_button(text(f"decide_{name}", language))]
            taken_back = st.form_submit_button(text("decide_undo", language))
    if pressed or taken_back:
        decision = Decision.UNDO if taken_back else dict(choices)[pressed[0]]
        st.session_state["signed"] = who
        try:
            decide(place, decision, about, why, who)
        except GazetteError as error:
            st.error(error.text(face.language))
            return
        st.success(text("decided", language))


def _fact(face: Face, fact_id: str) -> None:
    """Right or wrong of one fact, beside its sentence."""
    language = face.language
    rows = face.rows("fact", 1, fact_id=fact_id)
    if not rows:
        page(face, [gone(language)])
        return
    drawn = quote(rows[0], [rows[0]["name"]], language)
    back = link(text("back", language), address("document", fact=fact_id))
    page(
        face,
        [
            {"is": "crumb", "text": [back]},
            {"is": "answer", "text": [text("review_fact", language)]},
            card(None, [drawn]),
        ],
        "fact",
    )
    place = _writable(face)
    if place is None:
        st.caption(text("read_only", language))
        return
    _form(face, place, [("right", Decision.RIGHT), ("wrong", Decision.WRONG)], (fact_id,), fact_id)
