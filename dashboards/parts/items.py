"""Items as rows: one row an item with all who answer for it, whoever asked; from rows that say one role each.

In:  rows of queries/cypher/inner/pages/items_*.cypher. Out: Item objects, and the table and dot matrix of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dashboards.parts.blocks import Block, Piece, address, dim, plain, searched, table, tag, thing
from dashboards.texts import text

MOST_NAMES = 4
SHOWN_TEXT = 52  # characters of an item in a row: three lines
MOST_DOTS = 12
MOST_ACTORS = 20
NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who answers for an item, and in which role."""

    name: str
    kind: str
    key: str
    role: str | None
    fact_id: str | None


@dataclass(slots=True)
class Item:
    """An item as printed, with all who answer for it."""

    key: str
    task: str
    text: str
    row: dict[str, Any]
    leads: list[Actor] = field(default_factory=list)
    assists: list[Actor] = field(default_factory=list)
    oversees: list[Actor] = field(default_factory=list)
    prints: int = 1

    @property
    def year(self) -> str:
        """The year of the document."""
        return str(self.row["dated"].year) if self.row["dated"] else "—"

    def actors(self) -> list[Actor]:
        """All who answer, leaders last."""
        return [*self.leads, *self.assists, *self.oversees]


def items_of(rows: Iterable[dict[str, Any]], *, prints: bool = False) -> list[Item]:
    """The items of rows that say one role each, in their order; unless `prints`, the prints of one task are one row, the newest."""
    by_key: dict[str, Item] = {}
    for row in rows:
        item = by_key.get(row["item"])
        if item is None:
            item = by_key[row["item"]] = Item(row["item"], row["task"], row["text"], row)
        if not row["who"]:
            continue
        actor = Actor(row["who"], row["who_kind"], row["who_key"], row["role"], row["fact_id"])
        group = (
            item.oversees if actor.kind == "official" else item.leads if row["relation"] == "leads" else item.assists
        )
        if all(other.key != actor.key for other in group):
            group.append(actor)
    if prints:
        return list(by_key.values())
    tasks: dict[str, Item] = {}
    for item in by_key.values():
        if item.task in tasks:
            tasks[item.task].prints += 1
        else:
            tasks[item.task] = item
    return list(tasks.values())


def item_values(items: Sequence[Item], notices: Mapping[str, Mapping[str, Any]]) -> list[dict[str, str]]:
    """What each item may be filtered by: who leads it first, its year, issue, deadline and how often it is printed."""
    rows = []
    for item in items:
        notice = notices.get(item.row["notice"] or "", {})
        issue = " ".join(str(part) for part in (notice.get("gazette") or item.row["file"], notice.get("issue")) if part)
        lead = item.leads[0].name if item.leads else ""
        rows.append(
            {
                "lead": lead,
                "year": item.year,
                "issue": issue,
                "section": item.row.get("section") or "",
                "deadline": str(item.row["deadline"] or ""),
            }
        )
    return rows


def names(actors: Sequence[Actor], language: str) -> list[Piece]:
    """The actors of a cell, at most a few."""
    shown: list[Piece] = [thing(actor.name, actor.kind, actor.key) for actor in actors[:MOST_NAMES]]
    if len(actors) > MOST_NAMES:
        shown.append(dim(text("also_bodies", language, count=len(actors) - MOST_NAMES)))
    return shown


def unnamed(item: Item) -> list[Piece]:
    """The sets of bodies and the posts that answer without a name: shown, never a body."""
    listed = [*(item.row["aggregates"] or ()), *(item.row["unnamed"] or ())]
    return [dim(plain(words)) for words in listed]


def item_table(
    items: Sequence[Item],
    language: str,
    words: Sequence[str] = (),
    picked: str | None = None,
    foot: Sequence[Piece] | None = None,
) -> Block:
    """One row an item: its text, who leads, who assists, who oversees, the year."""
    heads: list[dict[str, Any]] = [
        {"label": "", "width": "34px"},
        {"label": text("tasks_count", language, count=len(items)), "width": "32%", "quiet": True},
        {"label": text("lead", language), "tag": "lead", "lines": True},
        {"label": text("assist", language), "tag": "assist", "lines": True},
        {"label": text("oversight", language), "lines": True},
        {"label": text("year", language), "tight": True},
    ]
    rows: list[dict[str, Any]] = [
        {
            "cells": [
                [number(index)],
                [
                    *searched(item.text, words, SHOWN_TEXT),
                    *([dim(f" {text('printed_times', language, count=item.prints)}")] if item.prints > 1 else []),
                ],
                names(item.leads, language) or unnamed(item),
                names(item.assists, language),
                names(item.oversees, language),
                [item.year],
            ],
            "key": item.key,
            "selected": item.key == picked,
        }
        for index, item in enumerate(items)
    ]
    return table(heads, rows, foot=list(foot) if foot else None, label=text("tasks_count", language, count=len(items)))


def number(place: int) -> str:
    """①, ② … and beyond twenty the plain number."""
    return NUMBERS[place] if place < len(NUMBERS) else str(place + 1)


def dot_matrix(items: Sequence[Item], language: str, picked: str | None) -> Block | None:
    """Who is in which item: for small answers a picture that shows all at once."""
    if not 1 < len(items) <= MOST_DOTS:
        return None
    roles: dict[str, dict[int, str]] = defaultdict(dict)
    known: dict[str, Actor] = {}
    for index, item in enumerate(items):
        for role, group in (("leads", item.leads), ("assists", item.assists), ("oversees", item.oversees)):
            for actor in group:
                known[actor.key] = actor
                roles[actor.key].setdefault(index, role)
    if not roles or len(roles) > MOST_ACTORS:
        return None
    ordered = sorted(roles, key=lambda key: (known[key].kind == "official", -len(roles[key]), min(roles[key])))
    return {
        "is": "dots",
        "columns": [{"label": number(index), "on": item.key == picked} for index, item in enumerate(items)],
        "rows": [
            {
                "name": [thing(known[key].name, known[key].kind, key)],
                "cells": [roles[key].get(index, "") for index in range(len(items))],
            }
            for key in ordered
        ],
        "words": {
            "leads": text("lead", language),
            "assists": text("assist", language),
            "oversees": text("oversight", language),
        },
    }


def item_card(
    item: Item, place: dict[str, Any], words: Sequence[str], language: str, cited: str, at: str = ""
) -> Block:
    """The picked item as printed, with its row of units and where it stands."""
    rows: list[tuple[str, list[Piece]]] = []
    for word, group in (("oversight", item.oversees), ("lead", item.leads), ("assist", item.assists)):
        if group:
            rows.append(
                (
                    text(word, language),
                    [piece for actor in group for piece in (thing(actor.name, actor.kind, actor.key), "　")],
                )
            )
    if item.row["deadline"]:
        rows.append((text("deadline", language), [plain(item.row["deadline"])]))
    if extra := unnamed(item):
        rows.append((text("unnamed", language), extra))
    fact = next((actor.fact_id for actor in item.actors() if actor.fact_id), None)
    to = address("document", key=place.get("key"), fact=fact, words=" ".join(words))
    links: list[Piece] = [
        {"t": text("read_on", language), "go": to},
        "　",
        {"t": text("its_page", language), "go": address("task", item=item.key)},
    ]
    head = " · ".join(plain(part) for part in (item.row["section"], item.row["number"]) if part)
    return {
        "is": "card",
        "title": None,
        "blocks": [
            {"is": "text", "small": True, "text": [plain(place.get("heading") or ""), f" · {head}" if head else ""]},
            {"is": "quote", "parts": [{"t": piece["t"], "mark": True} if isinstance(piece, dict) else {"t": piece} for piece in searched(item.text, words, 2000)],
             "source": [cited, " "], "actions": [{"label": text("cite", language), "copy": f"“{plain(item.text)}”（{cited}） {at}".rstrip(), "done": text("copied", language)}]},
            {"is": "definitions", "rows": [[term, pieces] for term, pieces in rows]},
            {"is": "text", "small": True, "text": links},
        ],
    }  # fmt: skip


def role_tag(role: str, language: str) -> Piece:
    """The tag of a role in an item."""
    return tag(text("lead" if role == "leads" else "assist", language), "lead" if role == "leads" else "assist")
