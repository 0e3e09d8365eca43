"""A page of questions: fields, picture, quotation, table, and below them download, link, Cypher and what the answer rests on."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from dashboards.cells import cell, heading, literal, shown_columns
from dashboards.parts.blocks import PAGE_OF, Block, Piece, link, thing
from dashboards.parts.blocks import address as to
from dashboards.parts.blocks import table as rows_table
from dashboards.parts.charts import timeline
from dashboards.parts.network import EdgeDrawn, NodeDrawn, Position, edges_of, objects, picture, positions
from dashboards.texts import literal_markdown, text
from dashboards.views.frame.address import AROUND, NODE_LIMITS, Address, key_of, kind_of
from dashboards.views.frame.drawing import network
from dashboards.views.frame.face import AROUND_ROWS, Face
from dashboards.views.frame.shell import page
from dashboards.views.questions.footer import footer
from dashboards.views.questions.form import form, go
from dashboards.views.questions.panel import Picked, panel
from extract.errors import QueryError
from queries.library import Section, library
from queries.messages import RefusedError
from queries.run import Table

TIMELINES = ("succession", "career", "who_holds", "concurrent_posts")
MOST_ROWS = 300
COUNTED = 2000
KIND_OF = {
    "official": "official", "predecessor": "official", "left_by": "official", "filled_by": "official", "who": "official", "body": "department",
    "other": "department", "group": "group", "what": "task", "project": "project", "policy": "policy", "citing": "policy", "cited": "policy",
}  # fmt: skip
WIDE = ("what", "example", "why", "heading", "policy", "citing", "cited")


SECTIONS = tuple(section for section in Section if section is not Section.AROUND)


def render(face: Face) -> None:
    """Draws the list of all questions, or the answer to the one that the address names."""
    asked_for = st.query_params.get("q")
    offered = [name for name, query in library().items() if query.listed]
    if asked_for not in offered:
        page(face, _all(face, asked_for), "list")
        return
    query = library()[asked_for]
    offered = [name for name in offered if library()[name].section is query.section]
    address = Address.read({name: st.query_params.get_all(name) for name in st.query_params}, offered)
    language = face.language
    crumb = {
        "is": "crumb",
        "text": [
            link(text("menu_questions", language), "questions"),
            f" · {text(f'section_{query.section.value}', language)}",
        ],
    }
    page(face, [crumb, {"is": "answer", "text": [query.title(language)]}], "title")
    form(face, address, offered)
    if not address.complete:
        _start(face, address)
        return
    try:
        table = face.answer(address.question, address.values)
        around = _around(face, address)
    except RefusedError as error:
        _refused(face, error.message.text(language))
        return
    except QueryError as error:
        _refused(face, error.text(language))
        return
    if table.notes:
        st.text(literal("\n".join(note.text(language) for note in table.notes)))
    if table.rows:
        _answer(face, address, table, around)
    else:
        _timeline(face, address, table)
    footer(face, address, table)


def _answer(face: Face, address: Address, table: Table, around: Sequence[Table]) -> None:
    """The rows first, then time and picture; a picked row shows its passage beside the rows."""
    edges = [edge for part in (table, *around) for edge in edges_of(part, face.language)]
    picked = _picked(address, table, around, (), edges)
    if picked is not None:
        left, right = st.columns([2, 1], gap="medium")
        with left:
            _table(face, address, table)
        with right:
            panel(face, address, picked)
    else:
        _table(face, address, table)
    _timeline(face, address, table)
    if edges:
        with st.expander(text("picture", face.language), expanded=bool(address.opened or address.centre)):
            _picture_and_panel(face, address, table, around, edges)


def _all(face: Face, asked_for: str | None) -> list[Block]:
    """All questions by what they are about, each a link."""
    language = face.language
    blocks: list[Block] = [
        {"is": "answer", "text": [text("questions_head", language)], "sub": [text("questions_lead", language)]}
    ]
    if asked_for:
        blocks.insert(0, {"is": "warn", "text": [text("unknown_question", language)]})
    cards = []
    for section in SECTIONS:
        links = [
            {"label": query.title(language), "go": to("questions", q=name)}
            for name, query in library().items()
            if query.listed and query.section is section
        ]
        lead = text(f"section_{section.value}_lead", language)
        cards.append({"title": text(f"section_{section.value}", language), "sub": lead, "links": links})
    return [*blocks, {"is": "entries", "cards": cards}]


def _start(face: Face, address: Address) -> None:
    """The empty state: what to do, and things from the graph to begin with."""
    language = face.language
    st.caption(text("start", language))
    needed = [parameter for parameter in address.query.parameters if parameter.default is None]
    if len(needed) != 1:
        return
    begin = {"words": "begin_words", "official": "begin_official", "body": "begin_body", "group": "begin_group"}
    statement = begin.get(needed[0].type.value)
    if statement is None:
        return
    names = [str(row["name"]) for row in face.source(statement, {}, 6)]
    if not names:
        return
    st.caption(text("start_words", language))
    with st.container(horizontal=True):
        for number, name in enumerate(names):
            st.button(
                literal_markdown(name),
                key=f"begin.{address.question}.{number}",
                on_click=go,
                args=(Address(address.question, {needed[0].name: name}), language),
            )


def _refused(face: Face, why: str) -> None:
    with st.container(border=True):
        st.markdown(f":red[:material/error: {text('cannot_ask', face.language)}]")
        st.text(why)


def _around(face: Face, address: Address) -> list[Table]:
    """What the expanded nodes and the centre add."""
    nodes = [*address.opened, *([address.centre] if address.centre and address.centre not in address.opened else [])]
    found = []
    for node in nodes:
        question, parameter = AROUND[kind_of(node)]
        try:
            found.append(face.answer(question, {parameter: key_of(node)}, AROUND_ROWS))
        except RefusedError:
            continue  # a link may name a node that a rebuild has taken away
    return found


def _picture_and_panel(
    face: Face, address: Address, table: Table, around: Sequence[Table], edges: Sequence[EdgeDrawn]
) -> None:
    language = face.language
    first = [key_of(node) for node in (address.centre, *address.opened) if node]
    drawn = picture(edges, address.nodes, first)
    kept: dict[str, Position] = st.session_state.setdefault("positions", {}).setdefault(_mark(face, address), {})
    kept.update(positions(drawn, kept))
    by_edge = {edge.key: edge for edge in drawn.edges}
    by_node = {node.key: node for node in drawn.nodes}

    def node_clicked(key: str) -> None:
        node = by_node.get(key)
        if node is not None and node.kind in AROUND:
            go(address.turned(f"{node.kind}:{node.key}"), language)

    def edge_clicked(key: str) -> None:
        edge = by_edge.get(key)
        if edge is not None:
            go(replace(address, picked=edge.fact_id or edge.key), language)

    picked = _picked(address, table, around, drawn.nodes, edges)
    centre = [key_of(address.centre)] if address.centre else []
    data = objects(drawn, kept, language, centre) | {
        "view": _mark(face, address),
        "label": text(
            "picture_of",
            language,
            title=table.query.title(language),
            nodes=len(drawn.nodes),
            edges=len(drawn.edges),
        ),
        "buttons": [text(name, language) for name in ("zoom_in", "zoom_out", "fit")],
        "selected_edge": next(
            (e.key for e in drawn.edges if address.picked and address.picked in (e.fact_id, e.key)), None
        ),
        "selected_node": key_of(address.picked) if address.picked and kind_of(address.picked) in AROUND else None,
    }
    left, right = st.columns([2, 1], gap="medium")
    with left:
        network("network", data, node_clicked, edge_clicked)
    with right:
        st.caption(text("shown", language, shown=len(drawn.nodes), all=drawn.all_nodes))
        cut = [part for part in around if part.truncated]
        if cut:
            st.caption(text("around_cut", language, count=len(cut), rows=AROUND_ROWS))
        _centre_on(face, address, drawn.nodes, drawn.all_nodes)
        panel(face, address, picked)


def _mark(face: Face, address: Address) -> str:
    """The same for all views of one answer, so that its positions are kept while it grows."""
    said = repr((face.version, address.question, sorted(address.values.items())))
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def _picked(
    address: Address, table: Table, around: Sequence[Table], nodes: Sequence[NodeDrawn], edges: Sequence[EdgeDrawn]
) -> Picked | None:
    """What the address line picks: a fact, a node, or an edge that counts."""
    if address.picked is None:
        return None
    if kind_of(address.picked) in AROUND:
        node = next((node for node in nodes if node.key == key_of(address.picked or "")), None)
        return Picked(node=node) if node else None
    edge = next((edge for edge in edges if address.picked in (edge.fact_id, edge.key)), None)
    number = key_of(address.picked) if kind_of(address.picked) == "row" else ""
    if number.isdecimal() and int(number) < len(table.citations):
        citation_of_row, row = table.citations[int(number)], table.rows[int(number)]
        printed = _printed(row)
        return Picked(citation=citation_of_row, printed=printed) if citation_of_row else None
    for part in (table, *around):
        for citation in part.citations:
            if citation is not None and citation.fact_id == address.picked:
                return Picked(edge=edge, citation=citation)
    return Picked(edge=edge) if edge else None


def _printed(row: Mapping[str, Any]) -> dict[str, str] | None:
    """Where the source page finds what a row without a fact is about."""
    if row.get("finding_key"):
        return {"finding": str(row["finding_key"])}
    if row.get("what_key") and row.get("span_start") is not None:
        return {"item": str(row["what_key"]), "at": str(row["span_start"])}
    return None


def _centre_on(face: Face, address: Address, nodes: Sequence[NodeDrawn], all_nodes: int) -> None:
    language = face.language
    offered = {f"{node.kind}:{node.key}": node.name for node in nodes if node.kind in AROUND}
    keys = list(offered)
    mark = hashlib.sha256(repr((sorted(keys), address.centre, address.nodes)).encode()).hexdigest()[:8]

    def chosen() -> None:
        go(replace(address, centre=st.session_state[f"centre.{mark}"]), language)

    def limited() -> None:
        go(replace(address, nodes=st.session_state[f"nodes.{mark}"]), language)

    st.selectbox(
        text("centre", language),
        keys,
        index=keys.index(address.centre) if address.centre in offered else None,
        format_func=lambda key: offered[key],
        placeholder=text("centre_none", language),
        key=f"centre.{mark}",
        on_change=chosen,
    )
    if all_nodes > NODE_LIMITS[0]:
        st.selectbox(
            text("most_nodes", language),
            NODE_LIMITS,
            index=NODE_LIMITS.index(address.nodes),
            key=f"nodes.{mark}",
            on_change=limited,
        )


def _timeline(face: Face, address: Address, table: Table) -> None:
    """When each tenure of the answer ran; unknown bounds are drawn as such."""
    if address.question not in TIMELINES:
        return
    on = table.values.get("on")
    if address.question == "who_holds":  # who held the posts before and after the day stands beside who holds them
        table = face.answer("succession", {"body": address.values["body"]})
    language = face.language
    drawn = timeline(table, language, on)
    if drawn is None:
        return
    st.caption(text("timeline", language))
    st.altair_chart(drawn.chart, width="stretch", key=f"timeline.{_mark(face, address)}.{language}")
    if drawn.left_out:
        st.caption(text("timeline_cut", language, shown=drawn.shown, count=drawn.shown + drawn.left_out))


def _is_shared(table: Table, column: str) -> bool:
    """Whether all of several rows say the same there."""
    return len(table.rows) > 1 and all(row[column] == table.rows[0][column] for row in table.rows)


def _table(face: Face, address: Address, table: Table) -> None:
    """The rows: names are links to their pages; a click anywhere else in a row picks its fact, or what it counts."""
    language = face.language
    columns = sorted(
        shown_columns(table), key=lambda name: _is_shared(table, name)
    )  # what differs first: a phone shows few
    key_of_row = {str(number): _pick_of(table, number, address, language) for number in range(len(table.rows))}
    order = _ordered(table, address.sort)
    heads = [_head(face, address, column, table) for column in columns]
    rows = [
        {
            "cells": [_cell(table.rows[number], column, language) for column in columns],
            "key": str(number),
            "selected": address.picked is not None and key_of_row[str(number)] == address.picked,
        }
        for number in order[:MOST_ROWS]
    ]
    foot: list[Piece] = [text("rows", language, count=len(table.rows))]
    if len(order) > MOST_ROWS:
        foot.append(f" · {text('rows_shown', language, count=MOST_ROWS)}")
    block = {
        "is": "card",
        "title": None,
        "flush": True,
        "blocks": [rows_table(heads, rows, foot=foot, label=table.query.title(language))],
    }

    def picked(number: str) -> None:
        if number in key_of_row:
            go(replace(address, picked=key_of_row[number]), language)

    page(face, [block], f"table.{_mark(face, address)}", pick=picked)


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
