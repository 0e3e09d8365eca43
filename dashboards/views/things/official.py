"""A person: posts on a timeline with their certainty, before and after, portfolio and groups, and what the gazettes say."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboards.parts.blocks import Block, Piece, address, card, columns, dim, link, plain, table, thing
from dashboards.parts.blocks import text as paragraph
from dashboards.parts.timeline import said_of, saving, timeline
from dashboards.texts import text
from dashboards.views.frame.face import Face
from dashboards.views.frame.quotes import quote, tag_of
from dashboards.views.frame.shell import copying, gone, loaded, page

QUOTES = 6
MOST = 200


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


def _sentence(tenures: Sequence[dict[str, Any]], language: str, latest: Any) -> list[Piece]:
    """The latest post, and what is known of its end."""
    dated = [row for row in tenures if row["last_confirmed"] or row["from_latest"]]
    if not dated:
        return [text("no_posts", language)]
    row = max(dated, key=lambda one: (one["to_latest"] is None, one["last_confirmed"] or one["from_latest"]))
    said = said_of(row, language, latest)
    return [text("last_post", language, body=plain(row["body"]), post=plain(row["post"]), said=said[0])]


def _namesakes(face: Face, key: str) -> list[Block]:
    others = {row["key"]: row for row in face.rows("namesakes", 20, key=key)}
    if not others:
        return []
    named = []
    for other in others.values():
        post = next(iter(face.rows("neighbours", 1, key=other["key"])), None)
        named.append(f"{post['body']}{post['post']}{other['name']}" if post else str(other["name"]))
    words = text("namesakes_warn", face.language, others=plain("、".join(named)))
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
    heads: list[dict[str, Any]] = [
        {"label": text("role", language), "tight": True},
        {"label": text("what", language), "clamp": True},
        {"label": text("since", language), "tight": True},
    ]
    rows = [
        {
            "cells": [
                [tag_of(row["relation"], row["role"], language)],
                [
                    thing(row["what"], row["what_kind"], row["what_key"]),
                    f"（{plain(row['topic'])}）" if row["topic"] else "",
                ],
                [plain(row["dated"] or "")],
            ],
            "key": row["fact_id"],
        }
        for row in answer.rows
        if row["what_kind"] != "group"
    ]
    if not rows:
        return []
    foot = (
        [link(text("all_chip", language, count=len(rows)), address("questions", q="portfolio", official=key))]
        if len(rows) > 12
        else None
    )
    return [
        card(
            text("portfolio", language),
            [table(heads, rows[:12], foot=foot)],
            [text("items_count", language, count=len(rows))],
            flush=True,
        )
    ]


def _groups(face: Face, key: str) -> list[Block]:
    language = face.language
    answer = face.answer("groups_of", {"official": key})
    heads: list[dict[str, Any]] = [
        {"label": text("role", language), "tight": True},
        {"label": text("group", language)},
        {"label": text("since", language), "tight": True},
    ]
    rows = [
        {
            "cells": [
                [tag_of(row["relation"], row["seat"], language)],
                [thing(row["group"], "group", row["group_key"])],
                [plain(row["dated"] or "")],
            ],
            "key": row["fact_id"],
        }
        for row in answer.rows
    ]
    return [card(text("groups_of", language), [table(heads, rows)], [str(len(rows))], flush=True)] if rows else []


def _quotes(said: Sequence[dict[str, Any]], name: str, language: str) -> list[Block]:
    if not said:
        return []
    shown = said[:QUOTES]
    caption = text("shown_of", language, all=len(said), shown=len(shown))
    drawn = [quote(row, [name, row["body"] or "", row["name"]], language) for row in shown]
    return [card(text("gazettes_say", language), drawn or [paragraph([])], [caption])]
