"""The two components that every page is made of: the head with its search, and the page drawn from blocks.

In:  plain JSON (dashboards/parts/blocks.py). Out: an address to go to, a row that was picked, the words typed.
What documents say travels as data and is set as text by the scripts in dashboards/assets/page; nothing comes from outside hosts.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import streamlit as st

SCRIPTS = ("dom.js", "blocks.js", "tables.js", "pictures.js", "network.js", "saving.js", "reader.js")
PAGE_STYLES = ("tokens.css", "page.css", "pictures.css")
TOP_STYLES = ("tokens.css", "top.css")
TOP = "top.js"
HOST = '<div class="page"></div>'


def asset(name: str) -> str:
    """The text of one of the page's own scripts and styles."""
    return (files("dashboards") / "assets" / "page" / name).read_text("utf-8")


@cache
def style_sheet(names: Sequence[str] = PAGE_STYLES) -> str:
    """The styles of a page."""
    return "\n".join(asset(name) for name in names)


@cache
def script(last: str) -> str:
    """The scripts of a page; `last` is the one that draws. The head, which is on every page, also speaks for Streamlit."""
    shapes = f"const SHAPES = {asset('shapes.json')};"
    speaking = ("speaking.js",) if last == TOP else ()
    return "\n".join([shapes, *(asset(name) for name in (*SCRIPTS, *speaking, last))])


@cache
def _component(name: str) -> Any:
    styles = TOP_STYLES if name == "top" else PAGE_STYLES
    return st.components.v2.component(
        f"zhize_{name}", html=HOST, css=style_sheet(styles), js="// page\n" + script(f"{name}.js")
    )


def one(data: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Data as a component is given it: Streamlit looks for data frames in a mapping, and imports pandas for that; a list goes as it is."""
    return [data]


def draw(
    key: str,
    blocks: Sequence[Mapping[str, Any]],
    language: str,
    *,
    go: Callable[[str], None],
    pick: Callable[[str], None] | None = None,
    act: Callable[[str], None] | None = None,
) -> None:
    """Draws blocks; calls back with the address of a link, the key of a picked row, or the name of an act."""

    def called(name: str, back: Callable[[str], None] | None) -> Callable[[], None]:
        def call() -> None:
            value = st.session_state[key].get(name)
            if value and back is not None:
                back(str(value))

        return call

    _component("page")(
        key=key,
        data=one({"blocks": list(blocks), "language": language}),
        on_go_change=called("go", go),
        on_pick_change=called("pick", pick),
        on_act_change=called("act", act),
    )


def draw_top(key: str, data: Mapping[str, Any], *, go: Callable[[str], None], typed: Callable[[str], None]) -> None:
    """Draws the head of the page, or a large search box; calls back with an address, and with what is typed."""

    def went() -> None:
        value = st.session_state[key].get("go")
        if value:
            go(str(value))

    def wrote() -> None:
        typed(str(st.session_state[key].get("typed") or ""))

    _component("top")(key=key, data=one(data), default={"typed": ""}, on_go_change=went, on_typed_change=wrote)
