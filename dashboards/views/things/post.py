"""A post: who held it, on one timeline."""

import streamlit as st

from dashboards.parts.blocks import Block, address, card, link, plain, thing
from dashboards.parts.timeline import saving, slider, timeline
from dashboards.texts import text
from dashboards.views.frame.face import Face
from dashboards.views.frame.shell import copying, day_of, gone, here, loaded, page

MOST = 3000


def render(face: Face) -> None:
    """Draws the post whose key the address names."""
    page(face, blocks(face, st.query_params.get("key", "")))


def blocks(face: Face, key: str) -> list[Block]:
    """The page of a post as blocks."""
    language = face.language
    rows = face.rows("post", 1, key=key)
    if not rows:
        return [gone(language)]
    post = rows[0]
    holders = [row for row in face.rows("holders", MOST, key=post["body_key"]) if row["post_key"] == key]
    head = {
        "is": "head", "kind": "post", "title": [link(post["body"], address("body", key=post["body_key"])), plain(post["post"])],
        "sub": [text("one_holder" if post["single"] else "several_holders", language)],
        "actions": [copying(face)],
    }  # fmt: skip
    latest = face.last_day
    on = day_of(st.query_params.get("on"))
    drawn = timeline(
        holders,
        [[thing(row["official"], "official", row["official_key"])] for row in holders],
        language,
        latest=latest,
        on=on,
    )
    if drawn:
        drawn["slider"] = slider(holders, latest, on, here(on="DAY"), language)
        drawn["save"] = saving(f"{post['body']}{post['post']}", loaded(face), language)
    crumb = " · ".join(part for part in (text("kind_post", language), plain(post["place"] or "")) if part)
    return [
        {"is": "crumb", "text": [crumb]},
        head,
        card(
            text("holders", language),
            [drawn] if drawn else [],
            [text("people_count", language, count=len({row["official_key"] for row in holders}))],
        ),
    ]
