"""Where the work of bodies overlaps: a matrix of the bodies that share most, and for a pair the items behind its number."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboards.parts.blocks import Block, address, card, columns, dim, empty, link, plain, thing
from dashboards.parts.timeline import saving
from dashboards.texts import text
from dashboards.views.compare import PLACES, districts
from dashboards.views.frame.downloads import downloads_of_lines
from dashboards.views.frame.face import Face
from dashboards.views.frame.shell import here, loaded, page

MOST_PAIRS = 20_000
SHOWN = 14
NEXT = 14
SCALE = ["1–4", "5–14", "15–24", "25–44", "45+"]
Row = dict[str, Any]


def render(face: Face) -> None:
    """Draws the matrix of the place that the address names, else of the place with most tasks."""
    page(face, blocks(face))
    asked, streets = _asked(face)
    pairs = face.pairs(asked, MOST_PAIRS, streets=streets)
    if not pairs:
        return
    language = face.language
    heads = [text(name, language) for name in ("pair_body", "pair_other", "shared_tasks", "both_lead")]
    named = next((row["name"] for row in face.places()[:PLACES] if row["key"] == asked), "")
    about = (f"{plain(named)} · {text('title_overlap', language)}", loaded(face))
    with st.container(horizontal=True, gap="small", key="downloads"):
        downloads_of_lines("overlaps", heads, lambda: _lines(pairs), about, language)


def _asked(face: Face) -> tuple[str, bool]:
    """The place that the address names, else that with most tasks; and whether subdistricts are asked for too."""
    places = face.places()[:PLACES]
    asked = st.query_params.get("place") or (places[0]["key"] if places else "")
    return asked, st.query_params.get("streets") == "1"


def _lines(pairs: Sequence[Row]) -> list[list[str | int]]:
    """All pairs as a file holds them, those that share most first."""
    return [[plain(row["name"]), plain(row["other"]), int(row["items"]), int(row["both_lead"])] for row in pairs]


def blocks(face: Face) -> list[Block]:
    """The page as blocks."""
    language = face.language
    places = districts(face) or face.places()[:PLACES]
    place, streets = _asked(face)
    pairs = face.pairs(place, MOST_PAIRS, streets=streets)
    chips = [
        {"label": plain(row["name"]), "go": here(place=row["key"], pick=""), "on": row["key"] == place}
        for row in places
    ]
    chips.append({"label": text("with_streets", language), "go": here(streets="" if streets else "1"), "on": streets})
    foot = (
        [link(text("title_compare", language), address("compare", place=place))] if len(districts(face)) > 1 else None
    )
    if not pairs:
        return [empty(text("no_overlaps", language)), {"is": "chips", "rows": chips if places else []}]
    keys, names, shorts = _leading(pairs)
    shared = {(row["key"], row["other_key"]): row for row in pairs}
    shared |= {(row["other_key"], row["key"]): row for row in pairs}
    chosen = _chosen(pairs, keys)
    named = next((row["name"] for row in places if row["key"] == place), "")
    top = pairs[0]
    head = {
        "is": "answer",
        "text": [text("overlap_head", language, place=plain(named)), link(top["name"], address("body", key=top["key"])), text("and", language),
                 link(top["other"], address("body", key=top["other_key"])), text("overlap_count", language, count=top["items"])],
        "sub": [text("overlap_sub", language, both=top["both_lead"], count=len(keys))],
    }  # fmt: skip
    title = f"{plain(named)} · {text('title_overlap', language)}"
    matrix = _matrix(keys, names, shorts, shared, chosen, title, loaded(face), language)
    return [
        head,
        {"is": "chips", "rows": chips, "foot": foot},
        columns([card(None, [matrix])], _beside(pairs, chosen, shorts, shared, language), "wide"),
    ]


def _leading(pairs: Sequence[Row]) -> tuple[list[str], dict[str, str], dict[str, str]]:
    """The bodies that share most, in the order of their totals, with their names and the shortest that the gazettes print."""
    totals: Counter[str] = Counter()
    names: dict[str, str] = {}
    shorts: dict[str, str] = {}
    for row in pairs:
        for key, name, other in (
            (row["key"], row["name"], row["names"]),
            (row["other_key"], row["other"], row["other_names"]),
        ):
            totals[key] += row["items"]
            names[key] = name
            printed = [str(one).split("|")[0] for one in other or ()] or [name]
            shorts[key] = plain(min((one for one in printed if len(one) >= 3), key=len, default=name))
    return [key for key, _ in totals.most_common(SHOWN)], names, shorts


def _chosen(pairs: Sequence[Row], keys: Sequence[str]) -> tuple[str, str]:
    picked = st.query_params.get_all("pick")
    if len(picked) == 2 and all(key in keys for key in picked):
        return picked[0], picked[1]
    return pairs[0]["key"], pairs[0]["other_key"]


def _matrix(
    keys: Sequence[str], names: dict[str, str], shorts: dict[str, str], shared: dict[tuple[str, str], Row], chosen: tuple[str, str], title: str, source: str, language: str
) -> Block:  # fmt: skip
    def cell(row: int, column: int) -> dict[str, Any]:
        pair = shared.get((keys[row], keys[column]))
        count = 0 if pair is None else pair["both_lead"] if row > column else pair["items"]
        to = address(
            "overlap",
            place=st.query_params.get("place"),
            streets=st.query_params.get("streets"),
            pick=[keys[row], keys[column]],
        )
        return {"n": count, "go": to}

    picked = [keys.index(key) for key in chosen if key in keys]
    return {
        "is": "matrix",
        "names": [{"t": plain(names[key]), "short": shorts[key], "go": address("body", key=key)} for key in keys],
        "cells": [[cell(row, column) for column in range(len(keys))] for row in range(len(keys))],
        "selected": picked if len(picked) == 2 else [],
        "scale": SCALE,
        "legend": [text("matrix_legend", language)],
        "save": saving(title, source, language),
    }


def _beside(
    pairs: Sequence[Row],
    chosen: tuple[str, str],
    shorts: dict[str, str],
    shared: dict[tuple[str, str], Row],
    language: str,
) -> list[Block]:
    pair = shared[chosen]
    left = (pair["name"], pair["kind"], pair["key"])
    right = (pair["other"], pair["other_kind"], pair["other_key"])
    to = address("pair", body=pair["key"], other=pair["other_key"])
    rows = [
        [
            link(
                f"{shorts[row['key']]} × {shorts[row['other_key']]}",
                address("pair", body=row["key"], other=row["other_key"]),
            ),
            dim(f"　{row['items']}"),
        ]
        for row in pairs
        if (row["key"], row["other_key"]) not in (chosen, chosen[::-1])
    ]
    return [
        card(
            text("pair_chosen", language),
            [
                {"is": "list", "rows": [[thing(*left)], [thing(*right)]]},
                {"is": "stats", "rows": [{"n": pair["items"], "label": text("shared_tasks", language)}, {"n": pair["both_lead"], "label": text("both_lead", language)}]},
                {"is": "head", "title": [], "actions": [{"label": text("see_items", language, count=pair["items"]), "go": to, "primary": True}]},
            ],
        ),
        card(text("next_pairs", language), [{"is": "list", "rows": rows[:NEXT]}], [text("shared_tasks", language)]),
    ]  # fmt: skip
