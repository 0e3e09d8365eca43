"""A task: all who answer for it, its deadline, what was reported, each print of it, and what it concerns or rests on."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboards.cells import value_word
from dashboards.parts.blocks import Block, Piece, address, card, columns, link, plain, table, thing
from dashboards.parts.items import Item, items_of, unnamed
from dashboards.texts import text
from dashboards.views.frame.face import Face
from dashboards.views.frame.listing import Line, Listing
from dashboards.views.frame.quotes import place_of
from dashboards.views.frame.shell import copying, gone, here, page, whole_link

MOST = 3000
LONGEST_TITLE = 60
Row = dict[str, Any]


def render(face: Face) -> None:
    """Draws the task that the address names, by its key or by an item that prints it."""
    page(face, blocks(face, st.query_params.get("key", ""), st.query_params.get("item", "")))


def blocks(face: Face, key: str, item: str) -> list[Block]:
    """The page as blocks."""
    language = face.language
    if item and not key:
        rows = face.rows("item", 1, key=item)
        key = rows[0]["task"] if rows else ""
    prints = items_of(face.rows("items_of_task", MOST, key=key), prints=True) if key else []
    if not prints:
        return [gone(language)]
    shown = next((one for one in prints if one.key == item), prints[0])
    notices = {
        row["key"]: row
        for row in face.rows("notices_by_keys", MOST, keys=sorted({one.row["notice"] for one in prints}))
    }
    words = plain(shown.text)
    title = words if len(words) <= LONGEST_TITLE else words[: LONGEST_TITLE - 1] + "…"
    cited = _cited(shown, notices, language)
    head = {
        "is": "head", "kind": "task", "title": [title], "sub": [cited],
        "actions": [
            {"label": text("cite", language), "copy": f"“{words}”（{cited}） {whole_link(here())}", "done": text("copied", language)},
            copying(face),
        ],
    }  # fmt: skip
    beside = face.rows("beside_task", MOST, key=key)
    figures = _figures(face.rows("figures_of_task", MOST, key=key), language)
    left = [*_text(shown, language), *figures, *_who(shown, language), *_prints(prints, notices, language)]
    right = [*_facts(shown, language), *_beside(beside, language)]
    return [{"is": "crumb", "text": [text("kind_task", language)]}, head, columns(left, right)]


def _cited(item: Item, notices: dict[str, Row], language: str) -> str:
    notice = notices.get(item.row["notice"], {})
    return place_of({**notice, "line": item.row["line"], "file": item.row["file"]}, language)


def _text(item: Item, language: str) -> list[Block]:
    fact = next((actor.fact_id for actor in item.actors() if actor.fact_id), None)
    source: list[Piece] = [link(text("read_on", language), address("document", key=item.row["notice"], fact=fact))]
    return [card(text("as_printed", language), [{"is": "quote", "parts": [{"t": plain(item.text)}], "source": source}])]


def _figures(rows: Sequence[Row], language: str) -> list[Block]:
    """The numbers of the task as small charts: those of one unit side by side, targets filled, reports hollow."""
    of: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        of[(row["indicator"] or "", row["unit"] or "")].append(row)
    blocks: list[Block] = []
    for (indicator, _), several in of.items():
        bars = [_figure_bar(row, language) for row in several]
        blocks += [{"is": "text", "small": True, "text": [plain(indicator)]}, {"is": "bars", "rows": bars}]
    legend = [
        {"style": style, "word": value_word(kind, language)}
        for kind, style in (("target", "full"), ("report", "rest"))
        if any(row["said"] == kind for row in rows)
    ]
    if blocks:
        blocks[-1]["legend"] = legend
    return (
        [card(text("figures", language), blocks, [text("figures_count", language, count=len(rows))])] if blocks else []
    )


def _figure_bar(row: Row, language: str) -> Row:
    bound = f"{value_word(row['bound'], language)} " if row["bound"] and row["bound"] not in ("exact", "=") else ""
    figure = f"{bound}{row['quantity'] or ''}{row['unit'] or ''}"
    when = row["period"] or row["dated"] or ""
    there = address("document", at=f"{row['document']}:{row['first']}")
    part = {"n": abs(row["amount"] or 0), "style": "full" if row["said"] == "target" else "rest", "word": figure}
    return {
        "name": [link(f"{value_word(row['said'], language)} {plain(when)}", there)],
        "parts": [part],
        "said": plain(figure),
    }


def _who(item: Item, language: str) -> list[Block]:
    roles = (("lead", "lead", item.leads), ("assist", "assist", item.assists), ("oversight", "plain", item.oversees))
    lines = [
        Line(
            [
                [{"t": text(word, language), "tag": style}],
                [thing(actor.name, actor.kind, actor.key)],
                [plain(actor.role or "")],
            ],
            {
                "role": text(word, language),
                "who": plain(actor.name),
                "word_printed": plain(actor.role or ""),
                "kind_word": text(f"kind_{actor.kind}", language),
            },
        )
        for word, style, group in roles
        for actor in group
    ]
    none = text("unnamed", language)
    lines += [Line([[{"t": none, "tag": "plain"}], [piece], []], {"role": none}) for piece in unnamed(item)]
    heads = [{"id": name, "label": text(name, language)} for name in ("role", "who", "word_printed")]
    offered = {name: text(name, language) for name in ("role", "kind_word", "word_printed")}
    listing = Listing("who", heads, lines, offered, most=MOST)
    return [card(text("who_answers", language), listing.blocks(language), flush=True)] if lines else []


def _prints(prints: Sequence[Item], notices: dict[str, Row], language: str) -> list[Block]:
    rows = [
        {
            "cells": [
                [plain(one.row["dated"] or "")],
                [link(_cited(one, notices, language), address("document", key=one.row["notice"], fact=next((a.fact_id for a in one.actors() if a.fact_id), None)))],
                [plain(one.row["number"] or "")],
                [str(len(one.leads)), " / ", str(len(one.assists))],
            ]
        }
        for one in prints
    ]  # fmt: skip
    heads = [{"label": text(name, language)} for name in ("head_dated", "source", "head_number", "leads_assists")]
    return [
        card(
            text("prints", language),
            [table(heads, rows)],
            [text("printed_times", language, count=len(prints))],
            flush=True,
        )
    ]


def _facts(item: Item, language: str) -> list[Block]:
    rows: list[list[Any]] = []
    for name, value in (
        ("section", item.row["section"]),
        ("head_number", item.row["number"]),
        ("deadline", item.row["deadline"]),
        ("head_dated", item.row["dated"]),
    ):
        if value:
            rows.append([text(name, language), [plain(value)]])
    return [card(text("facts", language), [{"is": "definitions", "rows": rows}])] if rows else []


def _beside(beside: Sequence[Row], language: str) -> list[Block]:
    drawn: list[Block] = []
    for relation, title in (("reported", "progress"), ("concerns", "projects"), ("under", "rests_upon")):
        seen: dict[str, Row] = {row["key"]: row for row in beside if row["relation"] == relation}
        rows: list[list[Piece]] = [
            [
                thing(row["name"], row["kind"], row["key"]),
                f"　{value_word(str(row['said']), language)}" if row["said"] and relation == "reported" else "",
            ]
            for row in seen.values()
        ]
        if rows:
            drawn.append(
                card(
                    text(title, language),
                    [{"is": "list", "rows": rows}],
                    [text("entries_count", language, count=len(rows))],
                )
            )
    return drawn
