"""A table of a page with its filters and its order, both kept in the link: members of a group, what rests on a policy, issues loaded.

In:  heads with an `id` where they sort; Lines: cells, and what each says for filters and order. Out: the blocks to put into a card.

Several tables share a page, so what is off and the order bear the table's name: off=members.role:组长&sort=-members.since.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from dashboards.parts.blocks import Block, Piece, dim, table
from dashboards.parts.facets import facets, left
from dashboards.texts import text
from dashboards.views.frame.shell import here

LEAST_ROWS = 5  # below it a reader sees all at once
SHOWN = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its cells, what it says by column for filters and order, and the key under which it is picked."""

    cells: Sequence[Sequence[Piece]]
    says: Mapping[str, str]
    key: str | None = None
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A table of a page: its name in links, its heads, its lines, and the words of what it may be filtered by."""

    name: str
    heads: Sequence[Mapping[str, Any]]
    lines: Sequence[Line]
    facets: Mapping[str, str] = field(default_factory=dict)  # a column of `says`: its word
    most: int = SHOWN
    foot: Sequence[Piece] = ()

    def blocks(self, language: str) -> list[Block]:
        """The filters, where they tell anything apart, and the table."""
        off = st.query_params.get_all("off")
        values = [{f"{self.name}.{facet}": line.says.get(facet, "") for facet in self.facets} for line in self.lines]
        kept = [self.lines[number] for number in left(values, off)]
        shown = self._ordered(kept)[: self.most]
        rows = [
            {"cells": [list(cell) for cell in line.cells]} | ({"key": line.key, "selected": line.selected} if line.key else {})
            for line in shown
        ]  # fmt: skip
        drawn = table([self._head(head) for head in self.heads], rows, foot=self._foot(len(shown), len(kept), language))
        offered = self._filters(values, off, language)
        return [*([offered] if offered else []), drawn]

    def kept(self) -> list[Line]:
        """All lines that the filters of the address leave, in its order, however many the table shows."""
        values = [{f"{self.name}.{facet}": line.says.get(facet, "") for facet in self.facets} for line in self.lines]
        return self._ordered([self.lines[number] for number in left(values, st.query_params.get_all("off"))])

    def _filters(self, values: Sequence[Mapping[str, str]], off: Sequence[str], language: str) -> Block | None:
        if len(self.lines) < LEAST_ROWS:
            return None
        labels = {f"{self.name}.{facet}": word for facet, word in self.facets.items()}
        return facets(values, labels, off, lambda now: here(off=now), language)

    def _ordered(self, lines: Sequence[Line]) -> list[Line]:
        wanted = st.query_params.get("sort", "")
        name, _, column = wanted.lstrip("-").partition(".")
        if name != self.name or column not in {head.get("id") for head in self.heads}:
            return list(lines)
        known = [line for line in lines if line.says.get(column)]
        known.sort(key=lambda line: _order_of(line.says[column]), reverse=wanted.startswith("-"))
        return [*known, *(line for line in lines if not line.says.get(column))]

    def _head(self, head: Mapping[str, Any]) -> dict[str, Any]:
        """A head whose click orders by its column; another click turns the order."""
        column = head.get("id")
        if not column or len(self.lines) < LEAST_ROWS:
            return dict(head)
        mine, wanted = f"{self.name}.{column}", st.query_params.get("sort", "")
        now = ("down" if wanted.startswith("-") else "up") if wanted.lstrip("-") == mine else None
        return {**head, "sort": here(sort=f"-{mine}" if now == "up" else mine), "sorted": now}

    def _foot(self, shown: int, kept: int, language: str) -> list[Piece] | None:
        parts: list[Piece] = []
        if kept < len(self.lines):
            parts.append(dim(text("kept_of", language, kept=kept, all=len(self.lines))))
        if shown < kept:
            parts.append(dim(text("shown_of_items", language, shown=shown, all=kept)))
        return [*parts, *self.foot] or None


def _order_of(words: str) -> tuple[int, str]:
    """Numbers by their size, everything else by its letters."""
    return (int(words), "") if words.isdecimal() else (0, words)
