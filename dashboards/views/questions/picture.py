"""The picture of an answer: nodes and edges that can be clicked, expanded, hidden and pinned, and the way between two of them."""

import hashlib
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from dashboards.cells import literal
from dashboards.parts.network import EdgeDrawn, NodeDrawn, Picture, Position, objects, picture, positions
from dashboards.parts.standalone import standalone
from dashboards.texts import literal_markdown, text
from dashboards.views.frame.address import AROUND, NODE_LIMITS, Address, key_of, kind_of
from dashboards.views.frame.drawing import network
from dashboards.views.frame.face import AROUND_ROWS, Face
from dashboards.views.questions.form import go, mark_of
from dashboards.views.questions.panel import Picked, brief, panel
from queries.messages import RefusedError
from queries.run import Table


def around_of(face: Face, address: Address) -> list[Table]:
    """What the expanded nodes and the centre add."""
    nodes = [*address.opened, *([address.centre] if address.centre and address.centre not in address.opened else [])]
    names = []
    for node in nodes:
        question, parameter = AROUND[kind_of(node)]
        try:
            names.append(face.answer(question, {parameter: key_of(node)}, AROUND_ROWS))
        except RefusedError:
            continue  # a link may name a node that a rebuild has taken away
    return names


def draw_picture(
    face: Face, address: Address, table: Table, around: Sequence[Table], edges: Sequence[EdgeDrawn]
) -> None:
    """The picture with its tools at the right: what is picked, hidden and pinned, the way between two, how much is drawn."""
    language = face.language
    first = [*(key_of(node) for node in (address.centre, *address.opened) if node), *address.pinned, *address.way]
    shown = [edge for edge in edges if edge.source.key not in address.hidden and edge.target.key not in address.hidden]
    drawn = picture(shown, address.nodes, first)
    way = way_between(drawn, address.way)
    kept: dict[str, Position] = st.session_state.setdefault("positions", {}).setdefault(mark_of(face, address), {})
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

    picked = picked_of(address, table, around, drawn.nodes, edges)
    data = _browser_data(face, address, table, drawn, kept, way)
    left, right = st.columns([2, 1], gap="medium")
    with left:
        network("network", data, node_clicked, edge_clicked)
        st.download_button(
            text("html", language),
            partial(standalone, table, language, around, drawn, kept),
            file_name=f"{table.query.name}.html",
            mime="text/html",
            on_click="ignore",
            icon=":material/hub:",
        )
    with right:
        _tools(face, address, drawn, around, way)
        panel(face, address, picked)


def _tools(face: Face, address: Address, drawn: Picture, around: Sequence[Table], way: Sequence[str]) -> None:
    """How much is drawn, the way between two nodes, and the node at the centre."""
    st.caption(text("shown", face.language, shown=len(drawn.nodes), all=drawn.all_nodes))
    if cut := [part for part in around if part.truncated]:
        st.caption(text("around_cut", face.language, count=len(cut), rows=AROUND_ROWS))
    _ways(face, address, drawn, way)
    _centre_on(face, address, drawn.nodes, drawn.all_nodes)


def _browser_data(
    face: Face, address: Address, table: Table, drawn: Picture, kept: dict[str, Position], way: Sequence[str]
) -> dict[str, Any]:
    """What the browser draws: nodes and edges, what is picked, words of buttons, what is saved with the picture."""
    language, title = face.language, table.query.title(face.language)
    centre = [key_of(address.centre)] if address.centre else []
    return objects(drawn, kept, language, centre, way) | {
        "view": mark_of(face, address),
        "label": text("picture_of", language, title=title, nodes=len(drawn.nodes), edges=len(drawn.edges)),
        "buttons": [text(name, language) for name in ("zoom_in", "zoom_out", "fit")],
        "save": {
            "title": title,
            "name": table.query.name,
            "source": source_of(table, language),
            "svg": text("save_svg", language),
            "png": text("save_png", language),
        },
        "selected_edge": next(
            (e.key for e in drawn.edges if address.picked and address.picked in (e.fact_id, e.key)), None
        ),
        "selected_node": key_of(address.picked) if address.picked and kind_of(address.picked) in AROUND else None,
    }


def picked_of(
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


def source_of(table: Table, language: str) -> str:
    """The issues that an answer rests on, for a picture of it."""
    return text(
        "network_source",
        language,
        issues=literal(text("list_comma", language).join(str(issue) for issue in table.rests_on)),
    )


def way_between(drawn: Picture, ends: Sequence[str]) -> list[str]:
    """The keys of the edges of a shortest way between two nodes of what is drawn, whichever way they point."""
    if len(ends) != 2:
        return []
    near: dict[str, list[tuple[str, str]]] = {}
    for edge in drawn.edges:
        near.setdefault(edge.source.key, []).append((edge.target.key, edge.key))
        near.setdefault(edge.target.key, []).append((edge.source.key, edge.key))
    came: dict[str, tuple[str, str]] = {}
    waiting = deque([ends[0]])
    while waiting and ends[1] not in came:
        here = waiting.popleft()
        for there, edge_key in near.get(here, ()):
            if there not in came and there != ends[0]:
                came[there] = (here, edge_key)
                waiting.append(there)
    texts: list[str] = []
    here = ends[1]
    while here in came:
        here, edge_key = came[here]
        texts.append(edge_key)
    return texts[::-1]


def _ways(face: Face, address: Address, drawn: Picture, way: Sequence[str]) -> None:
    """What is hidden, and the way between two nodes in words; each can be taken back."""
    language = face.language
    names = {node.key: node.name for node in drawn.nodes}
    if address.way:
        ends = [brief(names.get(key, "?")) for key in address.way]
        if len(ends) == 1:
            st.caption(text("way_from", language, name=literal_markdown(ends[0])))
        else:
            by_key = {edge.key: edge for edge in drawn.edges}
            steps = [
                f"{brief(by_key[key].source.name)} — {by_key[key].relation} → {brief(by_key[key].target.name)}"
                for key in way
            ]
            st.text("\n".join(steps) if steps else text("way_none", language, one=ends[0], two=ends[1]))
    if address.hidden or address.way:
        back = replace(address, hidden=(), way=())
        st.button(
            text("show_again", language, count=len(address.hidden)),
            key="show_again",
            on_click=go,
            args=(back, language),
        )


def _centre_on(face: Face, address: Address, nodes: Sequence[NodeDrawn], all_nodes: int) -> None:
    language = face.language
    offered = {f"{node.kind}:{node.key}": node.name for node in nodes if node.kind in AROUND}
    keys = list(offered)
    mark = hashlib.sha256(repr((sorted(keys), address.centre, address.nodes)).encode()).hexdigest()[:8]

    def chosen() -> None:
        chosen = st.session_state[f"centre.{mark}"]
        go(replace(address, centre=chosen, picked=chosen or address.picked), language)

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
