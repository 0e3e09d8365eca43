"""Beside the picture: what is picked there or in the table, its quotation, and where to go from it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from dashboards.cells import literal
from dashboards.parts.blocks import Block, Piece, card, link, plain
from dashboards.parts.blocks import address as to
from dashboards.parts.blocks import text as paragraph
from dashboards.parts.network import EdgeDrawn, NodeDrawn
from dashboards.texts import text
from dashboards.views.frame.address import Address
from dashboards.views.frame.face import Face
from dashboards.views.frame.shell import page, whole_link
from dashboards.views.questions.form import go
from queries.library import library, worded, wording
from queries.run import Citation

LONGEST_NAME = 40
NEXT = {
    # the kind of a node: the questions that one goes on to, each with its parameter
    "official": (
        ("career", "official"),
        ("portfolio", "official"),
        ("groups_of", "official"),
    ),
    "department": (("who_holds", "body"), ("items", "body"), ("shared", "body")),
    "street": (("who_holds", "body"), ("items", "body"), ("shared", "body")),
    "group": (("members", "group"), ("oversees", "body")),
}


@dataclass(frozen=True, slots=True)
class Picked:
    """A node, a fact with its quotation, or an edge that counts."""

    node: NodeDrawn | None = None
    edge: EdgeDrawn | None = None
    citation: Citation | None = None
    printed: dict[str, str] | None = None  # a finding or an item by its key, where no fact stands behind it


def panel(face: Face, address: Address, picked: Picked | None) -> None:
    """Draws what is picked, or how to pick."""
    if picked is None:
        st.caption(text("hint", face.language))
    elif picked.node is not None:
        _node(face, address, picked.node)
    elif picked.citation is not None:
        _quotation(face, picked.edge, picked.citation, picked.printed)
    elif picked.edge is not None:
        _count(face, picked.edge)


def _node(face: Face, address: Address, node: NodeDrawn) -> None:
    language = face.language
    with st.container(border=True):
        word = wording()[1].get(node.kind)
        st.caption(worded(word, language) if word else "")
        st.text(node.name)
        marked = f"{node.kind}:{node.key}"
        is_open = marked in address.opened
        st.button(
            text("collapse" if is_open else "expand", language),
            key=f"turn.{node.key}",
            on_click=go,
            args=(address.turned(marked), language),
        )
        with st.container(horizontal=True, gap="small"):
            for name, view in (
                ("hide", address.toggled("hidden", node.key)),
                ("unpin" if node.key in address.pinned else "pin", address.toggled("pinned", node.key)),
                (
                    "way_back" if node.key in address.way else "way_to" if len(address.way) == 1 else "way_begin",
                    address.with_way(node.key),
                ),
            ):
                st.button(text(name, language), key=f"{name}.{node.key}", on_click=go, args=(view, language))
        onward = NEXT.get(node.kind, ())
        if onward:
            st.caption(text("ask_of", language))
        if onward:
            links: list[list[Piece]] = [
                [link(library()[question].title(language), to("questions", q=question, **{parameter: node.key}))]
                for question, parameter in onward
            ]
            page(face, [{"is": "list", "rows": links}], f"onward.{node.key}")


def _quotation(face: Face, edge: EdgeDrawn | None, citation: Citation, printed: dict[str, str] | None) -> None:
    language = face.language
    names: list[str] = []
    lead: list[Block] = []
    if edge is not None:
        names = [edge.source.name, edge.target.name]
        lead = [paragraph([plain(f"{brief(names[0])} — {edge.relation} → {brief(names[1])}")])]
    parts = [{"t": part["text"], "mark": part["marked"]} for part in named_parts(literal(citation.quote or ""), names)]
    where = {"fact": citation.fact_id} if citation.fact_id else printed
    actions = []
    if where:
        there = to("document", **where)
        copied = f"“{literal(citation.quote or '')}”（{literal(citation.text(language))}） {whole_link(there)}"
        actions = [
            {"label": text("open_source", language), "go": there},
            {"label": text("cite", language), "copy": copied, "done": text("copied", language)},
        ]
    quotation = {"is": "quote", "parts": parts, "source": [literal(citation.text(language))], "actions": actions}
    page(face, [card(text("quotation", language), [*lead, quotation], picked=True)], "quotation")


def brief(name: str) -> str:
    """A name short enough for a sentence; a whole item is in the quotation below it."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def named_parts(quote: str, names: Sequence[str]) -> list[dict[str, Any]]:
    """The quotation in parts, with the names that it is about marked; the whole where it prints them otherwise."""
    patterns = [re.escape(name) for name in sorted(names, key=len, reverse=True) if name and len(name) < len(quote)]
    pieces = re.split(f"({'|'.join(patterns)})", quote) if patterns else [quote]
    if len(pieces) == 1:
        return [{"text": quote, "marked": True}]
    return [{"text": piece, "marked": index % 2 == 1} for index, piece in enumerate(pieces) if piece]


def _count(face: Face, edge: EdgeDrawn) -> None:
    language = face.language
    with st.container(border=True):
        st.text(f"{edge.source.name} — {edge.relation} — {edge.target.name}")
        there = link(text("items_behind", language), to("pair", body=edge.source.key, other=edge.target.key))
        page(face, [{"is": "text", "text": [there]}], "items_behind")
