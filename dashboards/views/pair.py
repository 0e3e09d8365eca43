"""Two bodies and the tasks that they share: both roles in every row, who leads how many, and the years of the documents."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboards.parts.blocks import Block, address, card, columns, dim, empty, link, plain, searched, table
from dashboards.parts.items import Item, item_card, items_of, role_tag
from dashboards.parts.ties import item_network
from dashboards.texts import text
from dashboards.views.found import narrowed, notices_of, source_of, views
from dashboards.views.frame.downloads import downloads_of
from dashboards.views.frame.face import Face
from dashboards.views.frame.quotes import place_of
from dashboards.views.frame.shell import go, gone, here, page, whole_link

MOST = 8000
SHOWN = 60
SHORTEST = 3  # characters of a name that may stand for a body
SIDES = ("leads", "assists")
Row = dict[str, Any]


def render(face: Face) -> None:
    """Draws the pair that the address names."""
    page(
        face,
        blocks(face, st.query_params.get("body", ""), st.query_params.get("other", "")),
        pick=lambda key: go(here(pick=key)),
    )
    values = {name: st.query_params.get(name, "") for name in ("body", "other")}
    if all(values.values()):
        with st.container(horizontal=True, gap="small", key="downloads"):
            downloads_of("pair", lambda: face.answer("pair", values), face.language)


def blocks(face: Face, key: str, other: str) -> list[Block]:
    """The page as blocks."""
    language = face.language
    left, right = (face.rows("body", 1, key=one) for one in (key, other))
    if not left or not right:
        return [gone(language)]
    items = items_of(face.rows("items_of_pair", MOST, key=key, other=other))
    if not items:
        return [empty(text("pair_nothing", language, body=plain(left[0]["name"]), other=plain(right[0]["name"])))]
    roles = {item.key: (_role(item, key), _role(item, other)) for item in items}
    wanted = st.query_params.get("roles", "")
    notices = notices_of(face, items)
    kept, offered = narrowed(
        [item for item in items if not wanted or "-".join(roles[item.key]) == wanted], notices, language
    )
    counts = Counter(roles.values())
    names = plain(left[0]["name"]), plain(right[0]["name"])
    shorts = short_name(left[0]), short_name(right[0])
    head = {
        "is": "answer",
        "text": [
            link(names[0], address("body", key=key)), " × ", link(names[1], address("body", key=other)),
            text("pair_count", language, count=len(items)),
        ],
        "sub": [text("pair_sub", language, both=counts[("leads", "leads")])],
    }  # fmt: skip
    picked = next((item for item in kept if item.key == st.query_params.get("pick")), kept[0] if kept else None)
    beside = [_picked(face, picked)] if picked else []
    beside += [_quad(counts, shorts, language), _years(items, language)]
    chips = _chips(items, counts, wanted, shorts, language) | {"foot": views(language)}
    if st.query_params.get("view") == "network":
        source = source_of(kept, notices, language)
        drawn = item_network(kept, " × ".join(names), language, picked.key if picked else None, source, (other,))
        return [head, chips, *offered, *([card(None, [drawn])] if drawn else []), *beside[:1]]
    inside = [_table(kept[:SHOWN], roles, shorts, language, picked, len(kept))]
    listed = {"is": "card", "title": None, "flush": True, "blocks": inside}
    return [head, chips, *offered, columns([listed], beside, "answer-shape")]


def _picked(face: Face, item: Item) -> Block:
    """The card of the item that is picked, with the place where it is printed."""
    rows = face.rows("notices_by_keys", 1, keys=[item.row["notice"]])
    notice = rows[0] if rows else {}
    printed = place_of({**notice, "line": item.row["line"], "file": item.row["file"]}, face.language)
    return item_card(item, notice, [], face.language, printed, whole_link(here(pick=item.key)))


def short_name(body: Row) -> str:
    """The shortest name of a body that the gazettes print: 区科技局 for 区科学技术和经济信息化局."""
    printed = [str(one).split("|")[0] for one in body["names"] or ()]
    return plain(min((one for one in printed if len(one) >= SHORTEST), key=len, default=body["name"]))


def _role(item: Item, key: str) -> str:
    return "leads" if any(actor.key == key for actor in item.leads) else "assists"


def _chips(
    items: Sequence[Item], counts: Counter[tuple[str, str]], wanted: str, names: tuple[str, str], language: str
) -> Block:
    rows = [{"label": text("all_chip", language, count=len(items)), "go": here(roles="", pick=""), "on": not wanted}]
    for one in SIDES:
        for two in SIDES:
            if counts[(one, two)]:
                label = text(f"pair_{one}_{two}", language, body=names[0], other=names[1], count=counts[(one, two)])
                rows.append({"label": label, "go": here(roles=f"{one}-{two}", pick=""), "on": wanted == f"{one}-{two}"})
    return {"is": "chips", "rows": rows}


def _table(
    items: Sequence[Item], roles: dict[str, tuple[str, str]], names: tuple[str, str], language: str, picked: Item | None, whole: int
) -> Block:  # fmt: skip
    heads: list[dict[str, Any]] = [
        {"label": names[0], "width": "7em", "keep": True}, {"label": text("shared_tasks", language), "quiet": True}, {"label": names[1], "width": "7em"},
        {"label": text("year", language), "tight": True},
    ]  # fmt: skip
    rows = [
        {
            "cells": [
                [role_tag(roles[item.key][0], language)],
                [
                    *searched(item.text, [], 90),
                    *([dim(f" {text('printed_times', language, count=item.prints)}")] if item.prints > 1 else []),
                ],
                [role_tag(roles[item.key][1], language)],
                [item.year],
            ],
            "key": item.key,
            "selected": bool(picked and item.key == picked.key),
        }
        for item in items
    ]
    foot = [dim(text("shown_of_items", language, shown=len(items), all=whole))] if whole > len(items) else None
    return table(heads, rows, foot=foot)


def _quad(counts: Counter[tuple[str, str]], names: tuple[str, str], language: str) -> Block:
    def cell(one: str, two: str) -> dict[str, Any]:
        return {"n": counts[(one, two)], "go": here(roles=f"{one}-{two}", pick="")}

    quad = {
        "is": "quad",
        "columns": [text("side_leads", language, name=names[1]), text("side_assists", language, name=names[1])],
        "rows": [
            {
                "name": text("side_leads", language, name=names[0]),
                "cells": [cell("leads", "leads"), cell("leads", "assists")],
            },
            {
                "name": text("side_assists", language, name=names[0]),
                "cells": [cell("assists", "leads"), cell("assists", "assists")],
            },
        ],
    }
    return card(text("who_leads", language), [quad], [text("click_number", language)])


def _years(items: Sequence[Item], language: str) -> Block:
    years = Counter(item.year for item in items)
    bars = {
        "is": "bars",
        "rows": [{"name": [year], "parts": [{"n": count, "style": "years"}]} for year, count in sorted(years.items())],
    }
    return card(text("which_years", language), [bars], [text("items_count", language, count=len(items))])
