"""A page of questions: fields, picture, quotation, table, and below them download, link, Cypher and what the answer rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from dashboards.cells import begun, literal
from dashboards.parts.blocks import Block, Piece, card, dim, link, plain, thing
from dashboards.parts.blocks import address as to
from dashboards.parts.network import edges_of
from dashboards.parts.timeline import saving, timeline
from dashboards.texts import literal_markdown, text
from dashboards.views.frame.address import Address
from dashboards.views.frame.face import Face
from dashboards.views.frame.shell import page
from dashboards.views.questions.choosing import choosing, must_choose
from dashboards.views.questions.footer import footer
from dashboards.views.questions.form import form, go, mark_of
from dashboards.views.questions.panel import panel
from dashboards.views.questions.picture import around_of, draw_picture, picked_of, source_of
from dashboards.views.questions.rows import draw_rows
from dashboards.views.questions.title import titled
from extract.errors import QueryError
from queries.library import Section, library
from queries.messages import Message, RefusedError
from queries.run import Table

BOUNDS = ("from_earliest", "from_latest", "to_earliest", "to_latest", "last_confirmed")
MOST_BARS = 40
TIMELINES = ("succession", "career", "who_holds", "concurrent_posts")
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
    _head(face, address)
    if not address.complete:
        form(face, address, offered)
        _start(face, address)
        return
    if must_choose(face, address):
        form(face, address, offered)
        page(face, choosing(face, address), "choosing")
        return
    try:
        table = face.answer(address.question, address.values)
        around = around_of(face, address)
    except QueryError as error:
        _refused(face, why_refused(address, error, face.language))
        form(face, address, offered, unfolded=True)
        return
    form(face, address, offered)
    if table.notes:
        st.text(literal("\n".join(_said(note, face.language) for note in table.notes)))
    if table.rows:
        _answer(face, address, table, around)
    else:
        _timeline(face, address, table)
    footer(face, address, table)


def _head(face: Face, address: Address) -> None:
    """The section that the question is of, above the question with what was asked of it."""
    section = text(f"section_{address.query.section.value}", face.language)
    crumb = {"is": "crumb", "text": [link(text("menu_questions", face.language), "questions"), f" · {section}"]}
    title, beside = titled(face, address)
    page(face, [crumb, {"is": "answer", "text": [title], "sub": [beside] if beside else None}], "title")


def _said(message: Message, language: str) -> str:
    """A note beside an answer; that rows were cut off is said in words of the page, which has fields and no options."""
    if message.code == "truncated":
        return text("rows_cut", language, **dict(message.values))
    return begun(message.text(language))


def why_refused(address: Address, error: QueryError, language: str) -> str:
    """Why it cannot be asked; a field is called as it stands on the page, not as in a command."""
    if not isinstance(error, RefusedError):
        return error.text(language)
    labels = {one.name: one.en if language == "en" else one.zh for one in address.query.parameters}
    values = tuple(
        (name, labels.get(value, value) if name == "parameter" else value) for name, value in error.message.values
    )
    return begun(replace(error.message, values=values).text(language))


def _answer(face: Face, address: Address, table: Table, around: Sequence[Table]) -> None:
    """The rows first, then time and picture; a picked row shows its passage beside the rows."""
    edges = [edge for part in (table, *around) for edge in edges_of(part, face.language)]
    picked = picked_of(address, table, around, (), edges)
    if picked is not None:
        left, right = st.columns([2, 1], gap="medium")
        with left:
            draw_rows(face, address, table)
        with right:
            panel(face, address, picked)
    else:
        draw_rows(face, address, table)
    _timeline(face, address, table)
    if edges:
        with st.expander(
            text("picture", face.language),
            expanded=bool(address.opened or address.centre or address.way or address.hidden),
        ):
            draw_picture(face, address, table, around, edges)


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
    begin = {"official": "begin_official", "body": "begin_body", "group": "begin_group"}
    kind = needed[0].type.value
    if kind == "words":
        names = face.beginnings(6)
    else:
        names = [str(row["name"]) for row in face.source(begin[kind], {}, 6)] if kind in begin else []
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


def _timeline(face: Face, address: Address, table: Table) -> None:
    """When each tenure of the answer ran; unknown bounds are drawn as such."""
    if address.question not in TIMELINES:
        return
    on = table.values.get("on")
    if address.question == "who_holds":  # who held the posts before and after the day stands beside who holds them
        table = face.answer("succession", {"body": address.values["body"]})
    language = face.language
    rows = [row for row in table.rows if any(row[name] for name in BOUNDS)]
    several = len({row["body_key"] for row in rows}) > 1
    names = [_tenure_name(row, several=several) for row in rows[:MOST_BARS]]
    keys = [str(row["fact_id"]) if row.get("fact_id") else None for row in rows]
    drawn = timeline(rows[:MOST_BARS], names, language, on=on, latest=face.last_day, keys=keys)
    if drawn is None:
        return
    more = [dim(text("timeline_cut", language, shown=MOST_BARS, count=len(rows)))] if len(rows) > MOST_BARS else []
    drawn["save"] = saving(table.query.title(language), source_of(table, language), language)

    def picked(key: str) -> None:
        go(replace(address, picked=key), language)

    block = card(text("tenures", language), [drawn], more)
    page(face, [block], f"timeline.{mark_of(face, address)}", pick=picked)


def _tenure_name(row: Mapping[str, Any], *, several: bool) -> list[Piece]:
    """Who held the post, or which post was held: names linked to their pages."""
    pieces: list[Piece] = []
    if row.get("official"):
        pieces.append(thing(str(row["official"]), "official", str(row["official_key"])))
    if several or not row.get("official"):
        pieces += [" ", thing(str(row["body"]), str(row.get("body_kind") or "department"), str(row["body_key"]))]
    return [*pieces, f" {plain(row['post'])}"]
