"""What waits for a person: two that may be one, side by side with their sources; doubts in their passages; right or wrong of a fact.

Decisions are judgements of the workspace: signed, reversible, applied by the next build. A graph without a workspace is only read.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

import streamlit as st

from dashboards.cells import begun, value_word
from dashboards.parts.blocks import Block, Piece, address, card, columns, empty, link, plain, thing
from dashboards.parts.timeline import timeline
from dashboards.texts import text
from dashboards.views.frame.face import Face
from dashboards.views.frame.quotes import place_of, quote
from dashboards.views.frame.shell import gone, page
from dashboards.views.judging import Held, draw_decided, draw_form, holding, tell_decided, writable
from extract.wording.reasons import Reason
from graph.keeping.judgements import Decision

MOST = 5000
LISTED = 12
AROUND = 120  # characters before and after the words of a doubt
SHORT = 24  # characters of a task's name above its text
KINDS = ("possible_same", "doubt", "stated_count", "claimed_total", "conflict", "homonym")
Row = dict[str, Any]


def render(face: Face) -> None:
    """Draws the list of what waits, and the one that the address names, else the first that nobody has decided."""
    tell_decided()
    fact = st.query_params.get("fact", "")
    if fact:
        _fact(face, fact)
        return
    every = face.rows("findings_open", MOST)
    held = holding(face)
    wanted = st.query_params.get("finding", "")
    chosen = next((row for row in every if wanted and row["key"] in (wanted, f"doubt:{wanted}")), None)
    waiting = Counter(row["kind"] for row in every if about_of(row) not in held)
    asked = st.query_params.get("kind", "")
    shown = chosen["kind"] if chosen else asked or next((kind for kind in KINDS if waiting[kind]), "")
    of_kind = [row for row in every if row["kind"] == shown]
    chosen = chosen or next((row for row in of_kind if about_of(row) not in held), None) or next(iter(of_kind), None)
    chips = _chips(every, waiting, held, shown, face.language)
    if shown == "decided" and held:
        page(
            face,
            [{"is": "answer", "text": [text("decided_head", face.language, count=len(held))]}, chips],
            "head_of_review",
        )
        draw_decided(face)
        return
    if chosen is None:
        page(face, [empty(text("nothing_waits", face.language), [text("nothing_waits_lead", face.language)]), chips])
        return
    _draw_finding(face, of_kind, chosen, chips, held)


def _draw_finding(face: Face, of_kind: Sequence[Row], chosen: Row, chips: Block, held: Held) -> None:
    """One finding with its sources and what may be decided, beside the others of its kind."""
    language = face.language
    position = of_kind.index(chosen)
    named = chosen["kind"] in ("possible_same", "doubt")
    head = text(f"review_{chosen['kind']}", language) if named else value_word(chosen["kind"], language)
    left_over = sum(about_of(row) not in held for row in of_kind)
    sub = text("review_sub", language, number=position + 1, count=len(of_kind), all=left_over)
    page(face, [{"is": "answer", "text": [head], "sub": [sub]}, chips], "head_of_review")
    left, right = st.columns([1, 4], gap="medium")
    with left:
        page(face, [_list(of_kind, position, held, language)], "waiting")
    with right:
        page(face, _sides(face, chosen), "sides")
        later = [*of_kind[position + 1 :], *of_kind[:position]]
        next_one = next((row for row in later if about_of(row) not in held), None)
        _buttons(face, chosen, address("review", finding=next_one["key"]) if next_one else "")


def _chips(every: Sequence[Row], waiting: Counter[str], held: Held, shown: str, language: str) -> Block:
    """The kinds of what waits, each with its number, and what is decided."""
    kinds = Counter(row["kind"] for row in every)
    rows = [
        {
            "label": f"{value_word(kind, language)} {waiting[kind]}",
            "go": address("review", kind=kind),
            "on": kind == shown,
        }
        for kind, _ in kinds.most_common()
    ]
    if held:
        label = text("decided_chip", language, count=len(held))
        rows.append({"label": label, "go": address("review", kind="decided"), "on": shown == "decided"})
    return {"is": "chips", "rows": rows}


def _list(rows: Sequence[Row], place: int, held: Held, language: str) -> Block:
    """The findings around the one shown, those decided with a tick, and the way to those before and after."""
    first = max(0, min(place - LISTED // 2, len(rows) - LISTED))
    entries = [
        {
            "label": ("✓ " if about_of(row) in held else "") + _label(row, language),
            "go": address("review", finding=row["key"]),
            "on": number == place,
        }
        for number, row in enumerate(rows[first : first + LISTED], start=first)
    ]
    last = first + len(entries)
    foot: list[Piece] = []
    if first:
        foot += [
            link(
                text("before_these", language, count=first),
                address("review", finding=rows[max(0, first - LISTED // 2)]["key"]),
            ),
            "　",
        ]
    if last < len(rows):
        foot.append(
            link(
                text("more_waiting", language, count=len(rows) - last),
                address("review", finding=rows[min(len(rows) - 1, last + LISTED // 2 - 1)]["key"]),
            )
        )
    return {
        "is": "toc",
        "over": "",
        "title": "",
        "fold": text("waiting_list", language, count=len(rows)),
        "entries": entries,
        "foot": foot or None,
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
    why = begun(plain(Reason.read(row["why"]).text(language))) if row["why"] else ""
    if row["kind"] != "possible_same":
        parts = _in_passage(face, row)
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


def _in_passage(face: Face, row: Row) -> list[dict[str, Any]]:
    """The words of a doubt marked in the passage that they stand in, so that a person can judge them."""
    words = plain(row["quote"] or "")
    whole = plain(face.passage_of(row["file"], row["line"], words))
    before, printed, after = whole.partition(words)
    if not words or not printed or len(words) > AROUND:
        return [{"t": words, "mark": True}]
    before, after = before[-AROUND:], after[:AROUND]
    return [{"t": before}, {"t": words, "mark": True}, {"t": after}]


def differing(words: str, other: str) -> list[dict[str, Any]]:
    """A text in parts, what the other text has not marked."""
    steps = SequenceMatcher(None, words, other, autojunk=False).get_opcodes()
    parts = [(words[first:last], kind != "equal") for kind, first, last, _, _ in steps if last > first]
    return [{"t": part, "mark": True} if differs else {"t": part} for part, differs in parts]


def _side(face: Face, name: str, key: str, kind: str, other: str) -> Block:
    """One of the two: its posts and what the gazettes say of it."""
    short = name if kind != "task" or len(name) <= SHORT else name[: SHORT - 1] + "…"
    head: Block = {"is": "text", "text": [thing(short, kind, key)]}
    if kind == "official":
        return card(None, [head, *_of_official(face, name, key)])
    if kind in ("department", "street", "group"):
        return card(None, [head, *_of_body(face, key)])
    return card(None, [head, *(_of_task(face, name, key, other) if kind == "task" else ())])


def _small(words: str) -> Block:
    return {"is": "text", "small": True, "text": [plain(words)]}


def _of_official(face: Face, name: str, key: str) -> Iterator[Block]:
    """The posts of a person, and what the gazettes say of the person."""
    yield _small(
        " → ".join(dict.fromkeys(f"{row['body']}{row['post']}" for row in face.rows("neighbours", 20, key=key)))
    )
    for printed in face.rows("said_of", 2, key=key):
        yield quote(printed, [name, printed["body"] or "", printed["name"]], face.language)


def _of_body(face: Face, key: str) -> Iterator[Block]:
    """All names of a body, and who holds its posts."""
    body = face.rows("body", 1, key=key)
    yield _small(
        text("list_comma", face.language).join(str(one).split("|")[0] for one in body[0]["names"] or ()) if body else ""
    )
    holders = face.rows("holders", 6, key=key)
    rows = [[f"{plain(row['post'])} ", thing(row["official"], "official", row["official_key"])] for row in holders]
    yield {"is": "list", "rows": rows}


def _of_task(face: Face, name: str, key: str, other: str) -> Iterator[Block]:
    """The words of a task, what differs from those of the other marked, and who answers for it."""
    rows = face.rows("items_of_task", 40, key=key)
    source = [_place(face, rows[0])] if rows else [""]
    yield {"is": "quote", "parts": differing(plain(name), plain(other)), "source": source}
    yield _small(text("list_comma", face.language).join(dict.fromkeys(row["who"] for row in rows if row["who"])))


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


def _buttons(face: Face, row: Row, onward: str) -> None:
    """What may be decided about a finding; that nothing can, where the graph is only read."""
    if writable(face) is None:
        st.caption(text("read_only", face.language))
        return
    if row["kind"] == "possible_same" and row["mentions"]:
        draw_form(face, (Decision.SAME, Decision.NOT_SAME), tuple(row["mentions"]), onward=onward)
    elif row["kind"] == "doubt":
        draw_form(face, (Decision.SETTLED,), about_of(row), onward=onward)


def about_of(row: Row) -> tuple[str, ...]:
    """What a decision about a finding names: its two mentions, else its own id."""
    if row["kind"] == "possible_same" and row["mentions"]:
        return tuple(sorted(row["mentions"]))
    return (str(row["key"]).removeprefix("doubt:"),)


def _fact(face: Face, fact_id: str) -> None:
    """Right, wrong or corrected: one fact beside its sentence."""
    language = face.language
    rows = face.fact(fact_id)
    if not rows:
        page(face, [gone(language)])
        return
    drawn = quote(rows[0], [rows[0]["name"]], language)
    back = link(text("back", language), address("document", fact=fact_id))
    head = {"is": "answer", "text": [text("review_fact", language)]}
    page(face, [{"is": "crumb", "text": [back]}, head, card(None, [drawn])], "fact")
    draw_form(face, (Decision.RIGHT, Decision.WRONG), (fact_id,), fact=rows[0])
