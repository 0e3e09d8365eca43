"""The issues loaded: what each holds, and the way into it."""

from collections.abc import Mapping
from typing import Any

from dashboards.cells import value_word
from dashboards.parts.blocks import Block, Piece, address, dim, empty, link, plain, table
from dashboards.texts import text
from dashboards.views.frame.face import Face
from dashboards.views.frame.shell import page

MOST = 5000
RELATIONS = 5


def render(face: Face) -> None:
    """Draws the page."""
    page(face, blocks(face))


def blocks(face: Face) -> list[Block]:
    """The page as blocks."""
    language = face.language
    rows = face.rows("issues", MOST)
    facts, doubts = face.balance()
    if not rows:
        return [empty(text("no_issues", language))]
    heads: list[dict[str, Any]] = [
        {"label": text("kind_document", language)}, {"label": text("issue", language)}, {"label": text("published", language), "tight": True},
        {"label": text("place_word", language)}, {"label": text("notices_word", language), "right": True},
        {"label": text("read_word", language)}, {"label": text("doubts_word", language), "right": True},
    ]  # fmt: skip
    drawn = [
        {
            "cells": [
                [
                    link(plain(row["gazette"] or row["file"]), address("document", key=row["first"]))
                    if row["first"]
                    else plain(row["gazette"] or row["file"])
                ],
                [plain(row["issue"] or "")],
                [plain(row["published"] or "")],
                [plain(row["place"])] if row["place"] else [dim(text("no_place", language))],
                [str(row["notices"])],
                _read(facts.get(row["key"], {}), language),
                [link(str(doubts[row["file"]]), "review?kind=doubt") if doubts.get(row["file"]) else dim("0")],
            ]
        }
        for row in rows
    ]
    head = {
        "is": "head", "title": [text("issues_head", language, count=len(rows))], "sub": [text("issues_lead", language)],
        "actions": [] if face.read_only else [{"label": text("title_add", language), "go": "add", "primary": True}],
    }  # fmt: skip
    return [head, {"is": "card", "title": None, "flush": True, "blocks": [table(heads, drawn)]}]


def _read(counts: Mapping[str, int], language: str) -> list[Piece]:
    """What was read of an issue, by relation: the balance beside its doubts."""
    said = [f"{value_word(relation, language)} {count}" for relation, count in list(counts.items())[:RELATIONS]]
    more = sum(list(counts.values())[RELATIONS:])
    return [" · ".join([*said, *([text("other_relations", language, count=more)] if more else [])])]
