"""A project, policy, topic or place: what the graph says around it, each row with its other end and its quotation."""

from collections import defaultdict
from typing import Any

import streamlit as st

from dashboards.cells import value_word
from dashboards.parts.blocks import Block, Piece, address, card, link, plain, thing
from dashboards.texts import text, texts
from dashboards.views.frame.face import Face
from dashboards.views.frame.listing import Line, Listing
from dashboards.views.frame.quotes import tag_of
from dashboards.views.frame.shell import copying, gone, page

MOST = 3000
COUNTED = {"what": "items_count", "kind_policy": "notices_count"}  # what stands at the other end: how it is counted
Row = dict[str, Any]
INWARD = ("cites", "under", "repeals", "issued", "concerns", "leads", "assists", "about", "located_at")


def render(face: Face) -> None:
    """Draws the thing whose key the address names."""
    page(face, blocks(face, st.query_params.get("key", "")))


def blocks(face: Face, key: str) -> list[Block]:
    """The page of a project, policy, topic or place as blocks."""
    language = face.language
    things = face.rows("thing", 1, key=key)
    if not things:
        return [gone(language)]
    one = things[0]
    names = [str(name).split("|")[0] for name in one["names"] or () if str(name).split("|")[0] != one["name"]]
    mentions = [
        plain(part)
        for part in (
            one["number"],
            one["dated"],
            value_word(one["status"], language) if one["status"] not in (None, "unknown") else None,
        )
        if part
    ]
    head = {
        "is": "head", "kind": one["kind"], "title": [plain(one["name"])], "sub": [" · ".join(mentions)] if mentions else [],
        "actions": [copying(face)],
    }  # fmt: skip
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in face.rows("around_thing", MOST, key=key):
        groups[(row["relation"], row["direction"])].append(row)
    cards = [_card(relation, direction, rows, language) for (relation, direction), rows in groups.items()]
    also = (
        [
            card(
                text("also_called", language),
                [{"is": "text", "text": [plain(text("list_comma", language).join(names))]}],
            )
        ]
        if names
        else []
    )
    return [{"is": "crumb", "text": [text(f"kind_{one['kind']}", language)]}, head, *also, *cards]


def _card(relation: str, direction: str, rows: list[Row], language: str) -> Block:
    lines = []
    for row in rows:
        words = plain(row["name"])
        end = thing(words if len(words) <= 80 else words[:79] + "…", row["kind"], row["key"])
        where = address("document", fact=row["fact_id"]) if row["fact_id"] else _where(row)
        source: list[Piece] = [link(text("read_on", language), where)] if where else []
        dated = plain(row["dated"] or "")
        says = {
            "role": plain(row["role"] or value_word(relation, language)),
            "what": words,
            "head_dated": dated,
            "year": dated[:4],
            "kind_word": text(f"kind_{row['kind']}", language) if f"kind_{row['kind']}" in texts() else "",
        }
        lines.append(Line([[tag_of(relation, row["role"], language)], [end], [dated], source], says))
    heads: list[dict[str, Any]] = [
        {
            "id": name if name != "source" else None,
            "label": text(_end(rows) if name == "what" else name, language),
            "tight": name != "what",
            "quiet": name == "what",
        }
        for name in ("role", "what", "head_dated", "source")
    ]
    offered = {name: text(name, language) for name in ("role", "kind_word", "year")}
    listing = Listing(f"{relation}_{direction}", heads, lines, offered)
    title = value_word(relation, language)
    if direction != "out":
        title = text(f"in_{relation}", language) if relation in INWARD else title + text("by_others", language)
    return card(
        title,
        listing.blocks(language),
        [text(COUNTED.get(_end(rows), "entries_count"), language, count=len(rows))],
        flush=True,
    )


def _end(rows: list[Row]) -> str:
    """What stands at the other end: who, a document, or an item."""
    kinds = {row["kind"] for row in rows}
    if kinds <= {"official", "department", "street", "group"}:
        return "who"
    return "kind_policy" if kinds <= {"policy", "document"} else "what"


def _where(row: Row) -> str | None:
    """Where an item is printed, by its key, document:i120-180; None for what is no item."""
    document, _, span = row["key"].rpartition(":i")
    return (
        address("document", at=f"{document}:{span.partition('-')[0]}") if row["kind"] == "item" and document else None
    )
