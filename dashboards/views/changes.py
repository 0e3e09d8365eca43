"""Changes between two days: who came and went in one post, who moved, who only left, who only came; with facets and a chart by day."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import streamlit as st

from dashboards.cells import value_word
from dashboards.parts.blocks import Block, Piece, address, columns, dim, empty, link, plain, table, tag, thing
from dashboards.texts import text
from dashboards.views.frame.downloads import downloads_of
from dashboards.views.frame.face import Face
from dashboards.views.frame.quotes import quote
from dashboards.views.frame.shell import go, here, page
from queries.run import Table

FACETS = ("relation", "body_kind", "mode", "place", "dated")
HEADS = ("head_post", "dismissed", "appointed", "remark")
MOST_OF_FACET = 14
MOST = 20_000  # decisions that are counted
SHOWN = 100  # rows of each group that are drawn; all of them can be taken along
MONTHS = 12
FIELD = 150  # pixels of a field for a day
EARLIEST, LATEST = date(1949, 1, 1), date(2100, 1, 1)  # days that may be chosen
APART = 3.2  # percent between two columns of squares, so that they never overlap
LABELLED = 4.6  # percent that the label of a day needs
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Period:
    """The days asked for, both within."""

    first: date
    last: date


def render(face: Face) -> None:
    """Draws the page; the two days are Streamlit's own fields, everything else stands in the address."""
    period = period_of(face)
    if period is None:
        page(face, [empty(text("no_changes", face.language))])
        return
    language = face.language
    left, right = st.columns([3, 1.25], vertical_alignment="bottom", gap="small")
    with right, st.container(horizontal=True, horizontal_alignment="right", key="days"):
        first, last = (
            st.date_input(
                text(name, language), day, format="YYYY-MM-DD", min_value=EARLIEST, max_value=LATEST, width=FIELD
            )
            for name, day in (("from_day", period.first), ("to_day", period.last))
        )
    if isinstance(first, date) and isinstance(last, date) and (first, last) != (period.first, period.last):
        st.query_params.update({"from": str(first), "to": str(last)})
        period = Period(first, last)
    head, *rest = blocks(face, period)
    with left:
        page(face, [head], "head_of_changes")
    page(face, rest, pick=_pick)
    if rest and period.first <= period.last and _kept(_answer(face, period)).rows:
        with st.container(horizontal=True, gap="small", key="downloads"):
            downloads_of("changes", lambda: _kept(_answer(face, period)), language)


def _pick(key: str) -> None:
    go(here(pick=key))


def period_of(face: Face) -> Period | None:
    """The days of the address, else the last year that has any change; None where there is none."""
    newest = face.rows("last_change", 1)
    last = newest[0]["last"] if newest else None
    if not isinstance(last, date):
        return None
    given = {name: _day(st.query_params.get(name)) for name in ("from", "to")}
    until = given["to"] or last
    return Period(given["from"] or date(until.year - 1, until.month, 1), until)


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat(words or "")
    except ValueError:
        return None


def blocks(face: Face, period: Period) -> list[Block]:
    """The page as blocks."""
    language = face.language
    if period.first > period.last:
        return [empty(text("days_reversed", language, first=period.first, last=period.last))]
    answer = _answer(face, period)
    every = [dict(row) for row in answer.rows]
    off = set(st.query_params.get_all("off"))
    rows = [dict(row) for row in _kept(answer).rows]
    if not every:
        return [
            {
                "is": "answer",
                "text": [text("no_changes_in", language, first=period.first, last=period.last)],
                "sub": [text("no_changes_sub", language)],
            },
            {"is": "list", "rows": [[link(text("last_changes", language), "changes")]]},
        ]
    picked = next((row for row in rows if row["fact_id"] == st.query_params.get("pick")), None)
    parts: list[Block] = []
    if picked:
        whole = face.fact(picked["fact_id"])
        parts = [
            {
                "is": "card",
                "title": None,
                "picked": True,
                "blocks": [quote(row, [picked["official"], picked["body"], picked["post"]], language) for row in whole],
            }
        ]
    return [
        _head(face, rows, _movers(every), period),
        *([{"is": "warn", "text": [text("changes_cut", language, count=MOST)]}] if answer.truncated else []),
        columns(
            [_facets(every, off, language)],
            [_chart(rows, period, language), *parts, _table(every, rows, language, picked)],
            "facet-shape",
        ),
    ]


def _answer(face: Face, period: Period) -> Table:
    return face.answer("changes", {"from": str(period.first), "to": str(period.last)}, MOST)


def _kept(answer: Table) -> Table:
    """The answer with the rows that the filters of the address leave."""
    off = set(st.query_params.get_all("off"))
    kept = [
        number
        for number, row in enumerate(answer.rows)
        if not any(f"{name}:{_value(row, name)}" in off for name in FACETS)
    ]
    rows, citations = answer.rows, answer.citations
    return replace(answer, rows=tuple(rows[one] for one in kept), citations=tuple(citations[one] for one in kept))


def _head(face: Face, rows: Sequence[Row], movers: set[str], period: Period) -> Block:
    language = face.language
    up = len({row["official_key"] for row in rows if row["relation"] == "appointed"})
    down = len({row["official_key"] for row in rows if row["relation"] == "dismissed"})
    moved = len(movers & {row["official_key"] for row in rows})
    notices = len({row["notice"] for row in rows})
    ups = sum(row["relation"] == "appointed" for row in rows)
    sentence = text("changes_head", language, first=period.first, last=period.last, up=up, down=down, moved=moved)
    sub = text("changes_sub", language, all=len(rows), up=ups, down=len(rows) - ups, notices=notices)
    return {"is": "answer", "text": [sentence], "sub": [sub]}


def _value(row: Mapping[str, Any], name: str) -> str:
    return str(row[name]) if row[name] not in (None, "") else "-"


def _facets(rows: Sequence[Row], off: set[str], language: str) -> Block:
    groups = []
    for name in FACETS:
        counted = Counter(_value(row, name) for row in rows)
        if len(counted) < 2:
            continue
        entries = sorted(counted.items(), key=lambda pair: pair[0]) if name == "dated" else counted.most_common()
        groups.append(
            {
                "label": text(f"facet_{name}", language),
                "rows": [
                    {
                        "label": [_facet_word(name, value, language)],
                        "count": count,
                        "on": f"{name}:{value}" not in off,
                        "go": _toggled(off, f"{name}:{value}"),
                    }
                    for value, count in entries[:MOST_OF_FACET]
                ],
            }
        )
    return {"is": "facets", "groups": groups, "label": text("filter", language)}


def _facet_word(name: str, value: str, language: str) -> Piece:
    if value == "-":
        return dim(text("not_said", language))
    return plain(value_word(value, language)) if name in ("relation", "body_kind") else plain(value)


def _toggled(off: set[str], entry: str) -> str:
    given: dict[str, Any] = {
        name: st.query_params.get_all(name) for name in st.query_params if name not in ("off", "pick")
    }
    return address("changes", **given, off=sorted(off ^ {entry}))


def _chart(rows: Sequence[Row], period: Period, language: str) -> Block:
    """One square is one appointment, above the line, or one dismissal, below it."""
    whole = max(1, (period.last - period.first).days)

    def at(day: date) -> float:
        return round(2 + 92 * (day - period.first).days / whole, 2)

    days: dict[date, Counter[str]] = defaultdict(Counter)
    for row in rows:
        day = _day(row["dated"])
        if day:
            days[day][row["relation"]] += 1
    drawn: list[dict[str, Any]] = [
        {
            "x": at(day), "up": counted["appointed"], "down": counted["dismissed"], "label": f"{day.month}-{day.day}",
            "go": address("changes", **{"from": str(day), "to": str(day)}),
            "said": text("day_changes", language, day=day, up=counted["appointed"], down=counted["dismissed"]),
        }
        for day, counted in sorted(days.items())
        if period.first <= day <= period.last
    ]  # fmt: skip
    _set_apart(drawn)
    months = [
        {"label": text("month", language, year=day.year, month=day.month), "x": at(day)} for day in _months(period)
    ]
    legend = [
        {"style": "up", "word": text("one_appointment", language)},
        {"style": "down", "word": text("one_dismissal", language)},
    ]
    return {
        "is": "card",
        "title": None,
        "blocks": [
            {"is": "units", "days": drawn, "months": months, "legend": legend, "hint": text("click_day", language)}
        ],
    }


def _set_apart(drawn: Sequence[dict[str, Any]]) -> None:
    """Squares that would overlap move right; a label that would run into the one before it is left to the link's words."""
    last, near = -APART, -LABELLED
    for one in drawn:
        one["x"] = last = round(max(one["x"], last + APART), 2)
        if one["x"] - near < LABELLED:
            one["label"] = ""
        else:
            near = one["x"]


def _months(period: Period) -> list[date]:
    begin = [date(year, month, 1) for year in range(period.first.year, period.last.year + 1) for month in range(1, 13)]
    within = [day for day in begin if period.first <= day <= period.last]
    step = max(1, -(-len(within) // MONTHS))
    return within[::step]


def _movers(rows: Iterable[Row]) -> set[str]:
    """The people who left one post and took another."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        kinds[row["official_key"]].add(row["relation"])
    return {key for key, both in kinds.items() if len(both) == 2}


def _table(every: Sequence[Row], rows: Sequence[Row], language: str, picked: Row | None) -> Block:
    """The rows that the filters leave, grouped by what all rows of these days say: a filter must not make a successor unseen."""
    kept = {row["fact_id"] for row in rows}
    chosen = picked["fact_id"] if picked else None
    drawn: list[dict[str, Any]] = []
    for name, groups in _grouped(every).items():
        draw = _mover_row if name == "moved" else _post_row
        shown = [(left, group) for group in groups if (left := [row for row in group if row["fact_id"] in kept])]
        if shown:
            made = [draw(left, group, language, chosen) for left, group in shown[:SHOWN]]
            counted = text("people_count" if name == "moved" else "posts_count", language, count=len(shown))
            if len(shown) > SHOWN:
                counted += text("only_first", language, count=SHOWN)
            drawn += [{"group": text(f"changes_{name}", language), "count": counted}, *made]
    heads: list[dict[str, Any]] = [{"label": text(name, language), "keep": name != "head_post"} for name in HEADS]
    return {"is": "card", "title": None, "flush": True, "blocks": [table(heads, drawn)]}


def _grouped(every: Sequence[Row]) -> dict[str, list[list[Row]]]:
    """Posts that one left and one took, people who moved, then single rows: who only left, who only came."""
    posts: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in every:
        posts[(row["body_key"], row["post"])].append(row)
    both = [group for group in posts.values() if len({row["relation"] for row in group}) == 2]
    used = {row["fact_id"] for group in both for row in group}
    people: dict[str, list[Row]] = defaultdict(list)
    for row in every:
        if row["fact_id"] not in used:
            people[row["official_key"]].append(row)
    moved = [group for group in people.values() if len({row["relation"] for row in group}) == 2]
    used |= {row["fact_id"] for group in moved for row in group}
    single = [row for row in every if row["fact_id"] not in used]
    return {
        "both": both,
        "moved": moved,
        "only_out": [[row] for row in single if row["relation"] == "dismissed"],
        "only_in": [[row] for row in single if row["relation"] == "appointed"],
    }


def _unseen(relation: str, group: Sequence[Row], language: str) -> list[Piece]:
    """Why a cell is empty: the filters took it away, or nothing of these days says it."""
    is_filtered = any(row["relation"] == relation for row in group)
    return [dim(text("filtered_out" if is_filtered else "not_in_period", language))]


def _post_row(rows: Sequence[Row], group: Sequence[Row], language: str, chosen: str | None) -> dict[str, Any]:
    first = rows[0]
    out = [row for row in rows if row["relation"] == "dismissed"]
    came = [row for row in rows if row["relation"] == "appointed"]
    remark = [_remark(out, came, language)]
    return {
        "cells": [
            [thing(f"{first['body']}{first['post']}", first["body_kind"], first["body_key"])],
            _people(out, "out", language) or _unseen("dismissed", group, language),
            _people(came, "in", language) or _unseen("appointed", group, language),
            [piece for piece in remark if piece],
        ],
        "key": first["fact_id"],
        "selected": any(row["fact_id"] == chosen for row in rows),
    }


def _mover_row(rows: Sequence[Row], group: Sequence[Row], language: str, chosen: str | None) -> dict[str, Any]:
    first = rows[0]

    def posts(relation: str, style: str) -> list[Piece]:
        pieces: list[Piece] = []
        for row in rows:
            if row["relation"] == relation:
                pieces += [_word(style, language), f"{plain(row['body'])}{plain(row['post'])} "]
        return pieces or _unseen(relation, group, language)

    return {
        "cells": [
            [thing(first["official"], "official", first["official_key"])],
            posts("dismissed", "out"),
            posts("appointed", "in"),
            [plain(first["dated"])],
        ],
        "key": first["fact_id"],
        "selected": any(row["fact_id"] == chosen for row in rows),
    }


def _word(style: str, language: str) -> Piece:
    zh, en = {"in": ("任", "in"), "out": ("免", "out")}[style]
    return tag(zh if language == "zh" else en, style)


def _people(rows: Sequence[Row], style: str, language: str) -> list[Piece]:
    pieces: list[Piece] = []
    for row in rows:
        pieces += [
            *(["　"] if pieces else []),
            _word(style, language),
            link(row["official"], address("official", key=row["official_key"])),
            f" {plain(row['dated'])} ",
        ]
    return pieces


def _remark(out: Sequence[Row], came: Sequence[Row], language: str) -> str:
    """The days between, or what the notice says of the posting."""
    notes = [plain(row["mode"]) for row in came if row["mode"]] + [
        plain(text("on_probation", language)) for row in came[:1] if row["probation"]
    ]
    left, joined = (_day(rows[0]["dated"]) if len(rows) == 1 else None for rows in (out, came))
    if left and joined:
        gap = (joined - left).days
        notes.insert(0, text("same_day", language) if gap == 0 else text("gap", language, days=gap) if gap > 0 else "")
    return text("note_joiner", language).join(note for note in notes if note)
