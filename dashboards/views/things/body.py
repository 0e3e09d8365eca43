"""A body, subdistrict or group: who heads it and when, tasks led and assisted, overlaps, groups, members, names and register."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st

from dashboards.cells import value_word
from dashboards.parts.blocks import Block, Piece, address, card, columns, dim, link, plain, thing
from dashboards.parts.items import items_of, role_tag
from dashboards.parts.timeline import said_of, saving, slider, timeline
from dashboards.texts import text
from dashboards.views.frame.face import Face
from dashboards.views.frame.listing import Line, Listing
from dashboards.views.frame.quotes import tag_of
from dashboards.views.frame.shell import copying, day_of, gone, here, loaded, page

MOST = 5000
DAYS = 6
SHOWN_TASKS = 6
SHOWN_OVERLAPS = 8
Row = dict[str, Any]


def render(face: Face) -> None:
    """Draws the page of the body whose key the address names."""
    page(face, blocks(face, st.query_params.get("key", "")))


def blocks(face: Face, key: str) -> list[Block]:
    """The page as blocks."""
    language = face.language
    rows = face.rows("body", 1, key=key)
    if not rows:
        return [gone(language)]
    body = rows[0]
    holders = face.rows("holders", MOST, key=key)
    around = face.rows("around_a_body", MOST, key=key)
    latest = face.last_day
    on = day_of(st.query_params.get("on"))
    head = {
        "is": "head", "kind": body["kind"], "title": [plain(body["name"])], "sub": _sentence(body["kind"], holders, around, language, latest),
        "actions": [
            copying(face),
            {"label": text("print", language), "print": True},
        ],
    }  # fmt: skip
    source = loaded(face)
    kind = text(f"kind_{body['kind']}", language)
    left = [
        *_members(around, body["kind"], language),
        *_holders(holders, language, latest, on, plain(body["name"]), source),
        *_groups(around, language),
        *_parts(around, language),
    ]
    right = [*_tasks(face, key, language), *_overlaps(face, body, language), *_register(face, body, around, language)]
    return [
        {"is": "crumb", "text": [" · ".join(part for part in (kind, plain(body["place"] or "")) if part)]},
        head,
        *_jump([*left, *right]),
        *_days(holders, key, language, latest, on),
        columns(left, right),
    ]


def _jump(cards: Sequence[Block]) -> list[Block]:
    """A row of links to the cards of the page, each with its count; nothing where there is little to jump to."""
    rows: list[dict[str, Any]] = []
    for number, one in enumerate(cards):
        if one.get("title"):
            one["id"] = one.get("id") or f"part-{number}"
            rows.append({"label": one["title"], "to": one["id"]})
    return [{"is": "jump", "rows": rows}] if len(rows) > 2 else []


def _days(holders: Sequence[Row], key: str, language: str, latest: date | None, on: date | None) -> list[Block]:
    """The days that one may look at: the first of each year of the tenures, and the last that a document covers."""
    known = [row[name] for row in holders for name in ("from_latest", "to_latest", "last_confirmed") if row[name]]
    if not known:
        return []
    last = latest or max(known)
    days = [date(year, 1, 1) for year in range(min(known).year + 1, last.year + 1)][-DAYS:]
    days = sorted({*days, last, *([on] if on else [])})
    chips = [{"label": text("all_time", language), "go": here(on=""), "on": on is None}]
    chips += [{"label": str(day), "go": here(on=str(day)), "on": day == on} for day in days]
    foot = (
        [link(text("who_on_day", language, day=on), address("questions", q="who_holds", body=key, on=str(on)))]
        if on
        else []
    )
    return [{"is": "chips", "rows": chips, "foot": foot or None}]


def _sentence(
    kind: str, holders: Sequence[Row], around: Sequence[Row], language: str, latest: date | None
) -> list[Piece]:
    """Who heads it as far as is known, and who oversees it; of a group those at its head, each with the word printed."""
    heads = [row for row in holders if row["single"] and row["post"] not in ("书记",)] or [
        row for row in holders if row["single"]
    ]
    pieces: list[Piece] = []
    if heads:
        row = max(
            heads, key=lambda one: (one["to_latest"] is None, one["last_confirmed"] or one["from_latest"] or date.min)
        )
        sentence = said_of(row, language, latest)[0]
        pieces += [
            f"{plain(row['post'])} ",
            link(row["official"], address("official", key=row["official_key"])),
            f"，{sentence}。" if language == "zh" else f", {sentence}. ",
        ]
    overseers = [
        row for row in around if row["relation"] == "leads" and row["kind"] == "official" and row["direction"] == "in"
    ]
    if kind == "group":
        for row in {one["key"]: one for one in overseers if one["name"]}.values():
            pieces += [f"{plain(row['role'] or '')} ", link(row["name"], address("official", key=row["key"]))]
            pieces.append((text("in_brackets", language, words=plain(row["dated"])) if row["dated"] else "") + "　")
    elif overseers and overseers[0]["name"]:
        pieces.append(text("overseen_line", language))
        for row in {one["key"]: one for one in overseers}.values():
            pieces += [
                link(row["name"], address("official", key=row["key"])),
                (text("in_brackets", language, words=plain(row["dated"])) if row["dated"] else "") + " ",
            ]
    return pieces or [text("no_posts_of_body", language)]


def _holders(
    holders: Sequence[Row], language: str, latest: date | None, on: date | None, name: str, source: str
) -> list[Block]:
    """Who held which post, on one timeline, grouped by post; those seen on one day only fold into a sentence."""
    if not holders:
        return []
    of_post: dict[str, list[Row]] = defaultdict(list)
    for row in holders:
        of_post[row["post"]].append(row)
    rows: list[Row] = []
    groups: list[str] = []
    folded: list[Piece] = []
    for post, held in of_post.items():
        once = [
            row
            for row in held
            if row["from_earliest"] is None and row["to_latest"] is None and row["first_seen"] == row["last_confirmed"]
        ]
        for row in held:
            if row in once and len(holders) > 8 and not row["single"]:
                folded += [
                    link(row["official"], address("official", key=row["official_key"])),
                    text("seen_as", language, post=plain(post), day=row["last_confirmed"] or "?") + " ",
                ]
                continue
            rows.append(row)
            groups.append(plain(post))
    names = [[thing(row["official"], "official", row["official_key"])] for row in rows]
    drawn = timeline(rows, names, language, groups=groups, latest=latest, on=on)
    if drawn is None:
        return []
    if folded:
        drawn["fold"] = [text("seen_folded", language, count=sum(isinstance(piece, dict) for piece in folded)), *folded]
    more = link(
        text("all_people", language, count=len(holders)), address("questions", q="succession", body=_key_of(holders))
    )
    drawn["slider"] = slider(rows, latest, on, here(on="DAY"), language)
    drawn["save"] = saving(f"{name} · {text('in_office', language)}", source, language)
    return [card(text("in_office", language), [drawn], [more], id="people")]


def _key_of(holders: Sequence[Row]) -> str:
    return str(holders[0]["post_key"]).rpartition("/")[0]


def _members(around: Sequence[Row], kind: str, language: str) -> list[Block]:
    """The seats of a group."""
    if kind != "group":
        return []
    wanted = ("leads", "assists", "member_of", "hosts")
    rows = [row for row in around if row["direction"] == "in" and row["relation"] in wanted]
    rows.sort(key=lambda row: wanted.index(row["relation"]))
    return _seats("members", text("members_now", language), rows, language)


def _groups(around: Sequence[Row], language: str) -> list[Block]:
    rows = [row for row in around if row["direction"] == "out" and row["kind"] == "group"]
    return _seats("groups", text("groups_of", language), rows, language)


def _seats(name: str, title: str, rows: Sequence[Row], language: str) -> list[Block]:
    """A table of seats: in which role, who or which group, since when."""
    if not rows:
        return []
    words = {name: text(name, language) for name in ("role", "since")} | {"kind": text("kind_word", language)}
    label = text("group", language) if name == "groups" else title
    heads: list[dict[str, Any]] = [
        {"id": "role", "label": words["role"], "tight": True},
        {"id": "name", "label": label},
        {"id": "since", "label": words["since"], "tight": True},
    ]
    lines = [
        Line(
            [
                [tag_of(row["relation"], row["role"], language)],
                [thing(row["name"], row["kind"], row["key"])],
                [plain(row["dated"] or "")],
            ],
            {
                "role": plain(row["role"] or value_word(row["relation"], language)),
                "name": plain(row["name"] or ""),
                "since": plain(row["dated"] or ""),
                "kind": text(f"kind_{row['kind']}", language),
            },
        )
        for row in rows
    ]
    listing = Listing(name, heads, lines, {facet: words[facet] for facet in ("role", "kind", "since")})
    caption = text("seats_count", language, count=len(rows))
    return [card(title, listing.blocks(language), [caption], flush=True)]


def _parts(around: Sequence[Row], language: str) -> list[Block]:
    rows = [row for row in around if row["direction"] == "in" and row["relation"] == "part_of"]
    pieces: list[Piece] = [piece for row in rows for piece in (thing(row["name"], row["kind"], row["key"]), "　")]
    caption = text("bodies_count", language, count=len(rows))
    return [card(text("parts", language), [{"is": "text", "text": pieces}], [caption])] if rows else []


def _tasks(face: Face, key: str, language: str) -> list[Block]:
    items = items_of(face.rows("items_of_body", MOST, key=key))
    if not items:
        return []
    leads = sum(any(actor.key == key for actor in item.leads) for item in items)
    split = {
        "is": "split",
        "parts": [
            {"word": text("lead", language), "n": leads, "style": "lead"},
            {"word": text("assist", language), "n": len(items) - leads, "style": "rest"},
        ],
    }
    rows: list[list[Piece]] = []
    for item in items[:SHOWN_TASKS]:
        role = "leads" if any(actor.key == key for actor in item.leads) else "assists"
        words = plain(item.text)
        rows.append(
            [
                role_tag(role, language),
                link(words if len(words) <= 34 else words[:33] + "…", address("task", item=item.key)),
            ]
        )
    more: Block = {
        "is": "text",
        "text": [link(text("all_tasks", language), address("questions", q="items", body=key))],
        "small": True,
    }
    return [
        card(
            text("tasks_of", language),
            [split, {"is": "list", "rows": rows}, more],
            [text("items_count", language, count=len(items))],
            id="tasks",
        )
    ]


def _overlaps(face: Face, body: Row, language: str) -> list[Block]:
    rows = face.rows("sharing", MOST, key=body["key"])
    if not rows:
        return []
    bars = {
        "is": "bars",
        "rows": [
            {
                "name": [link(plain(row["name"]), address("body", key=row["key"]))],
                "parts": [{"n": row["both_lead"], "style": "full", "word": text("both_lead", language)}, {"n": row["items"] - row["both_lead"], "style": "rest", "word": text("shared_rest", language)}],
                "go": address("pair", body=body["key"], other=row["key"]),
            }
            for row in rows[:SHOWN_OVERLAPS]
        ],
        "legend": [{"style": "full", "word": text("both_lead", language)}, {"style": "rest", "word": text("shared_rest", language)}],
    }  # fmt: skip
    return [
        card(text("overlap_with", language), [bars], [text("bodies_count", language, count=len(rows))], id="overlaps")
    ]


def _register(face: Face, body: Row, around: Sequence[Row], language: str) -> list[Block]:
    rows: list[list[Any]] = []
    names = [str(name).split("|")[0] for name in body["names"] or () if str(name).split("|")[0] != body["name"]]
    if names:
        rows.append([text("also_called", language), [plain(text("list_comma", language).join(names))]])
    for relation, word in (("part_of", "parent"), ("located_at", "located")):
        entries = [row for row in around if row["relation"] == relation and row["direction"] == "out"]
        if entries:
            pieces: list[Piece] = [
                piece
                for row in entries
                for piece in (
                    (thing(row["name"], row["kind"], row["key"]) if relation == "part_of" else plain(row["name"])),
                    f" {plain(row['phone'] or '')} ",
                )
            ]
            rows.append([text(word, language), pieces])
    elsewhere = [
        hit
        for hit in face.find(body["name"], 8, 0).things
        if hit.kind == body["kind"] and hit.key != body["key"] and hit.matched == body["name"]
    ]
    if elsewhere:
        rows.append(
            [
                text("other_place", language),
                [piece for hit in elsewhere for piece in (thing(hit.name, hit.kind, hit.key), dim(f" {hit.place} "))],
            ]
        )
    return [card(text("names_register", language), [{"is": "definitions", "rows": rows}])] if rows else []
