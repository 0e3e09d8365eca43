"""A person: posts on a timeline with their certainty, before and after, portfolio and groups, and what the gazettes say."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboards.cells import value_word
from dashboards.parts.blocks import Block, Piece, address, card, columns, dim, link, plain, thing
from dashboards.parts.blocks import text as paragraph
from dashboards.parts.timeline import said_of, saving, timeline
from dashboards.texts import text, texts
from dashboards.views.frame.face import Face
from dashboards.views.frame.listing import Line, Listing
from dashboards.views.frame.quotes import quote, shown_of, tag_of
from dashboards.views.frame.shell import copying, gone, loaded, page

QUOTES = 6
MOST = 200
SHOWN = 12


def render(face: Face) -> None:
    """Draws the page of the person whose key the address names."""
    page(face, blocks(face, st.query_params.get("key", "")))


def blocks(face: Face, key: str) -> list[Block]:
    """The page as blocks."""
    language = face.language
    rows = face.rows("official", 1, key=key)
    if not rows:
        return [gone(language)]
    official = rows[0]
    tenures = face.rows("neighbours", MOST, key=key)
    latest = face.last_day
    rows = face.rows("said_of", MOST, key=key)
    return [
        {"is": "crumb", "text": [" · ".join(part for part in (text("kind_official", language), plain(official["place"] or "")) if part)]},
        {
            "is": "head", "kind": "official", "title": [plain(official["name"])], "sub": _sentence(tenures, language, latest),
            "actions": [
                copying(face),
                {"label": text("print", language), "print": True},
            ],
        },
        *_namesakes(face, key),
        *_posts(tenures, rows, language, latest, plain(official["name"]), loaded(face)),
        columns(
            [*_chain(tenures, language), *_portfolio(face, key), *_groups(face, key)],
            [*_quotes(rows, official["name"], language)],
        ),
    ]  # fmt: skip


BOUNDS = (
    "from_earliest",
    "from_latest",
    "to_earliest",
    "to_latest",
    "last_confirmed",
)  # of posts held from day to day alike


def _sentence(tenures: Sequence[dict[str, Any]], language: str, latest: Any) -> list[Piece]:
    """The latest post, and what is known of its end."""
    dated = [row for row in tenures if row["last_confirmed"] or row["from_latest"]]
    if not dated:
        return [text("no_posts", language)]
    row = max(dated, key=lambda one: (one["last_confirmed"] or one["from_latest"], one["to_latest"] is None))
    sentence = said_of(row, language, latest)
    pieces: list[Piece] = [
        text("last_post", language, body=plain(row["body"]), post=plain(row["post"]), said=sentence[0])
    ]
    others = sum(all(one[name] == row[name] for name in BOUNDS) for one in dated) - 1
    return [*pieces, text("posts_beside", language, count=others)] if others else pieces


def _namesakes(face: Face, key: str) -> list[Block]:
    others = {row["key"]: row for row in face.rows("namesakes", 20, key=key)}
    if not others:
        return []
    named = []
    for other in others.values():
        post = next(iter(face.rows("neighbours", 1, key=other["key"])), None)
        named.append(f"{post['body']}{post['post']}{other['name']}" if post else str(other["name"]))
    words = text("namesakes_warn", face.language, others=plain(text("list_comma", face.language).join(named)))
    finding = next(iter(others.values()))["finding"]
    return [
        {
            "is": "warn",
            "text": [words],
            "action": {"label": text("compare", face.language), "go": address("review", finding=finding)},
        }
    ]


def _posts(
    tenures: Sequence[dict[str, Any]],
    said: Sequence[dict[str, Any]],
    language: str,
    latest: Any,
    name: str,
    source: str,
) -> list[Block]:
    each = {row["tenure"]: row for row in tenures}
    rows = list(each.values())
    names = [[thing(row["body"], row["body_kind"], row["body_key"]), f" {plain(row['post'])}"] for row in rows]
    drawn = timeline(rows, names, language, latest=latest)
    if drawn is None:
        return []
    drawn["save"] = saving(f"{name} · {text('posts_held', language)}", source, language)
    caption = text("posts_caption", language, posts=len(rows), places=len(said))
    return [card(text("posts_held", language), [drawn], [caption])]


def _chain(tenures: Sequence[dict[str, Any]], language: str) -> list[Block]:
    rows = []
    for row in tenures:
        if not row["before"] and not row["after"]:
            continue
        rows.append(
            {
                "before": [thing(row["before"], "official", row["before_key"])]
                if row["before"]
                else [dim(text("no_predecessor", language))],
                "before_note": _gap(row["before_gap"], row["single"], language) if row["before"] else None,
                "me": [f"{plain(row['body'])}{plain(row['post'])}"],
                "note": said_of(row, language)[0],
                "after": [thing(row["after"], "official", row["after_key"])]
                if row["after"]
                else [dim(text("no_successor", language))],
                "after_note": _gap(row["after_gap"], row["single"], language) if row["after"] else None,
                "sure": bool(row["single"]),
            }
        )
    return [card(text("before_after", language), [{"is": "chain", "rows": rows}])] if rows else []


def _gap(days: int | None, single: bool | None, language: str) -> str | None:
    if not single:
        return text("same_day_not_sure", language)
    return text("days_between", language, days=days) if days else None


def _portfolio(face: Face, key: str) -> list[Block]:
    language = face.language
    answer = face.answer("portfolio", {"official": key})
    rows = [row for row in answer.rows if row["what_kind"] != "group"]
    if not rows:
        return []
    whole = link(text("all_chip", language, count=len(rows)), address("questions", q="portfolio", official=key))
    lines = [
        Line(
            [
                [tag_of(row["relation"], row["role"], language)],
                [thing(row["what"], row["what_kind"], row["what_key"]), text("in_brackets", language, words=plain(row["topic"])) if row["topic"] else ""],
                [plain(row["dated"] or "")],
            ],
            {
                "role": plain(row["role"] or value_word(row["relation"], language)),
                "what": plain(row["what"] or ""),
                "since": plain(row["dated"] or ""),
                "kind_word": _kind_word(row["what_kind"], language),
            },
        )
        for row in rows
    ]  # fmt: skip
    offered = {name: text(name, language) for name in ("role", "kind_word", "since")}
    foot = [whole] if len(rows) > SHOWN else []
    listing = Listing("portfolio", _heads("what", language), lines, offered, most=SHOWN, foot=foot)
    caption = text("items_count", language, count=len(rows))
    return [card(text("portfolio", language), listing.blocks(language), [caption], flush=True)]


def _groups(face: Face, key: str) -> list[Block]:
    language = face.language
    answer = face.answer("groups_of", {"official": key})
    if not answer.rows:
        return []
    lines = [
        Line(
            [
                [tag_of(row["relation"], row["seat"], language)],
                [thing(row["group"], "group", row["group_key"])],
                [plain(row["dated"] or "")],
            ],
            {
                "role": plain(row["seat"] or value_word(row["relation"], language)),
                "group": plain(row["group"] or ""),
                "since": plain(row["dated"] or ""),
            },
        )
        for row in answer.rows
    ]
    offered = {name: text(name, language) for name in ("role", "since")}
    listing = Listing("groups", _heads("group", language), lines, offered)
    caption = text("seats_count", language, count=len(lines))
    return [card(text("groups_of", language), listing.blocks(language), [caption], flush=True)]


def _heads(what: str, language: str) -> list[dict[str, Any]]:
    """Role, what it is a role in, since when."""
    return [
        {"id": name, "label": text(name, language), "tight": name != what, "clamp": name == "what"}
        for name in ("role", what, "since")
    ]


def _kind_word(kind: str, language: str) -> str:
    return text(f"kind_{kind}", language) if f"kind_{kind}" in texts() else ""


def _quotes(said: Sequence[dict[str, Any]], name: str, language: str) -> list[Block]:
    if not said:
        return []
    shown = said[:QUOTES]
    caption = shown_of(len(shown), len(said), language)
    drawn = [quote(row, [name, row["body"] or "", row["name"]], language) for row in shown]
    return [card(text("gazettes_say", language), drawn or [paragraph([])], [caption])]
