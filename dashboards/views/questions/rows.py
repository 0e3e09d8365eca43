"""The rows of an answer: names are links, a click anywhere else picks; sort and filters stand in the link."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dashboards.cells import cell, heading, shown_columns
from dashboards.parts.blocks import PAGE_OF, Block, Piece, link, thing
from dashboards.parts.blocks import address as to
from dashboards.parts.blocks import table as rows_table
from dashboards.parts.facets import facets, left
from dashboards.parts.network import edges_of
from dashboards.texts import text
from dashboards.views.frame.address import Address
from dashboards.views.frame.face import Face
from dashboards.views.frame.shell import page
from dashboards.views.questions.form import go, mark_of
from queries.run import Table

MOST_ROWS = 300
COUNTED = 2000
MOST_COLUMNS = 7
LEAST_FILLED = 0.15  # of the rows that must say something in a column, else others go before it
KIND_OF = {
    "official": "official", "predecessor": "official", "left_by": "official", "filled_by": "official", "who": "official", "body": "department",
    "other": "department", "group": "group", "what": "task", "project": "project", "policy": "policy", "citing": "policy", "cited": "policy",
}  # fmt: skip
WIDE = ("what", "example", "why", "heading", "policy", "citing", "cited")
ISSUE, YEAR = "issue", "year"


def draw_rows(face: Face, address: Address, table: Table) -> None:
    """The filters that fit the rows, and the rows that they leave, at most a few hundred."""
    language = face.language
    columns = sorted(
        shown_columns(table), key=lambda name: _is_shared(table, name)
    )  # what differs first: a phone shows few
    values, labels = _values(table, columns, language)
    every, columns = columns, columns if address.whole else telling_columns(table, columns)
    kept = set(left(values, address.off))
    order = [number for number in _ordered(table, address.sort) if number in kept]
    keys = {str(number): _pick_of(table, number, address, language) for number in range(len(table.rows))}
    rows = [
        {
            "cells": [_cell(table.rows[number], column, language) for column in columns],
            "key": str(number),
            "selected": address.picked is not None and keys[str(number)] == address.picked,
        }
        for number in order[:MOST_ROWS]
    ]
    foot = _counted(len(order), len(table.rows), language)
    if len(columns) < len(every) or address.whole:
        word = text("columns_few" if address.whole else "columns_all", language, count=len(every))
        foot += [" · ", link(word, _here(replace(address, whole=not address.whole), language))]

    def toggled(off: list[str]) -> str:
        return _here(replace(address, off=tuple(off), picked=None), language)

    offered = facets(values, labels, address.off, toggled, language)
    heads = [_head(face, address, column, table) for column in columns]
    inside = rows_table(heads, rows, foot=foot, label=table.query.title(language))
    block: Block = {"is": "card", "title": None, "flush": True, "blocks": [inside]}

    def picked(number: str) -> None:
        if number in keys:
            go(replace(address, picked=keys[number]), language)

    page(face, [*([offered] if offered else []), block], f"table.{mark_of(face, address)}", pick=picked)


def _counted(left_over: int, every: int, language: str) -> list[Piece]:
    """How many rows the filters leave, of how many, and that not all of these are drawn."""
    foot: list[Piece] = [text("rows", language, count=left_over)]
    if left_over < every:
        foot.append(f" / {every}")
    if left_over > MOST_ROWS:
        foot.append(f" · {text('rows_shown', language, count=MOST_ROWS)}")
    return foot


def telling_columns(table: Table, columns: Sequence[str]) -> list[str]:
    """The columns that a screen holds, in their order: first goes what is empty in most rows, then what all rows say alike.

    The others are one click away, and in every download.
    """
    rows = max(1, len(table.rows))

    def tells(name: str) -> tuple[bool, bool]:
        filled = sum(row[name] not in (None, [], "") for row in table.rows)
        return filled >= rows * LEAST_FILLED, not _is_shared(table, name)

    by_worth = sorted(columns, key=tells, reverse=True)[:MOST_COLUMNS]
    return [name for name in columns if name in by_worth]


def kept_rows(table: Table, address: Address, language: str) -> Table:
    """The answer with the rows that the filters leave, in the order shown: what a download holds."""
    values, _ = _values(table, shown_columns(table), language)
    kept = set(left(values, address.off))
    order = [number for number in _ordered(table, address.sort) if number in kept]
    if order == list(range(len(table.rows))):
        return table
    return replace(
        table,
        rows=tuple(table.rows[number] for number in order),
        citations=tuple(table.citations[number] for number in order),
    )


def _values(table: Table, columns: list[str], language: str) -> tuple[list[dict[str, str]], dict[str, str]]:
    """What each row may be filtered by: its cells, and the issue and year of its source; with the word for each."""
    labels = {column: heading(column, language) for column in columns}
    rows = []
    for row, citation in zip(table.rows, table.citations, strict=True):
        of = {column: cell(column, row[column], language) for column in columns}
        if citation is not None:
            of[ISSUE] = " ".join(str(part) for part in (citation.gazette, citation.issue) if part)
        dated = row.get("dated") or row.get("date") or (citation.published if citation else None)
        of[YEAR] = str(dated)[:4] if dated else ""
        rows.append({name: of.get(name, "") for name in (*columns, ISSUE, YEAR)})
    return rows, labels | {ISSUE: text("issue", language), YEAR: text("year", language)}


def _here(address: Address, language: str) -> str:
    given = address.parameters(language)
    del given["p"]
    return to("questions", **given)


def _is_shared(table: Table, column: str) -> bool:
    """Whether all of several rows say the same there."""
    return len(table.rows) > 1 and all(row[column] == table.rows[0][column] for row in table.rows)


def _pick_of(table: Table, number: int, address: Address, language: str) -> str:
    """What a row picks: its fact, the edge that it counts, or itself."""
    mine = f"|{address.question}.{number}.0"
    fact = table.rows[number].get("fact_id")
    if fact:
        return str(fact)
    counted = (
        next((edge.key for edge in edges_of(table, language) if edge.key == mine), None)
        if len(table.rows) < COUNTED
        else None
    )
    return counted or f"row:{number}"


def _head(face: Face, address: Address, column: str, table: Table) -> dict[str, Any]:
    """The head of a column; a click sorts by it, another turns the order."""
    now = address.sort or ""
    turned = f"-{column}" if now == column else column
    sorted_now = ("down" if now.startswith("-") else "up") if now.lstrip("-") == column else None
    given = replace(address, sort=turned).parameters(face.language)
    del given["p"]
    right = all(isinstance(row[column], int) for row in table.rows if row[column] is not None)
    return {
        "label": heading(column, face.language),
        "sort": to("questions", **given),
        "sorted": sorted_now,
        "right": right,
        "clamp": column in WIDE,
        "quiet": column == "what",
    }


def _ordered(table: Table, sort: str | None) -> list[int]:
    """The numbers of the rows in the order asked for; what is empty stands last."""
    numbers = list(range(len(table.rows)))
    column = (sort or "").lstrip("-")
    if column not in table.columns:
        return numbers
    full = [number for number in numbers if table.rows[number][column] not in (None, "", [])]
    rest = [number for number in numbers if number not in set(full)]

    def value(number: int) -> tuple[bool, Any]:
        given = table.rows[number][column]
        return (True, str(given)) if not isinstance(given, int | float) else (False, given)

    return sorted(full, key=value, reverse=bool(sort and sort.startswith("-"))) + rest


def _cell(row: Mapping[str, Any], column: str, language: str) -> list[Piece]:
    """A cell: a name whose key the row holds is a link to its page."""
    words = cell(column, row[column], language)
    if not words:
        return []
    key = row.get(f"{column}_key")
    kind = row.get(f"{column}_kind") or KIND_OF.get(column)
    if key and kind in PAGE_OF and " " not in str(key):
        return [thing(words, str(kind), str(key))]
    return [words]
