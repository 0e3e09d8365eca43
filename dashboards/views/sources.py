"""来源: a statement in its passage, the quotation marked, private numbers masked."""

from typing import Any

import streamlit as st

from dashboards.cells import literal, value_word
from dashboards.texts import text
from dashboards.views.drawing import passages
from dashboards.views.face import Face
from dashboards.views.heading import title
from dashboards.views.panel import brief
from extract.reasons import Reason

BEFORE, AFTER = 300, 600  # characters of context
MOST_PASSAGES = 40
MOST_PLACES = 50  # an item is printed so often at most
OTHER_PLACES = ("finding", "item")  # what is printed somewhere and is no statement, by its key


def render(face: Face) -> None:
    """Draws the statement, the finding or the item that the address line names."""
    language = face.language
    title(face, text("source", language))
    asked = {name: st.query_params[name] for name in ("fact", *OTHER_PLACES) if st.query_params.get(name)}
    if not asked:
        st.caption(text("no_fact", language))
        return
    found: list[dict[str, Any]] = []
    if "fact" in asked:
        found = face.source("fact", {"fact_id": asked["fact"]}, 5)
        if found:
            _statement(face, found[0])
    else:
        name = next(iter(asked))
        found = face.source(name, {"key": asked[name]}, MOST_PLACES)
        at = st.query_params.get("at", "")
        found = [row for row in found if str(row["span_start"]) == at] or found
        if found:
            _finding(face, found[0])
    if not found:
        st.caption(text("fact_gone", language))
        return
    _passage(face, found[0])


def _finding(face: Face, found: dict[str, Any]) -> None:
    """What is in doubt, or the item that nobody answers for, and where it is printed."""
    with st.container(border=True):
        st.caption(value_word(str(found["kind"]), face.language))
        st.text(literal(Reason.read(str(found["why"])).text(face.language)))
        _place(face, found)


def _statement(face: Face, fact: dict[str, Any]) -> None:
    language = face.language
    with st.container(border=True):
        word = value_word(str(fact["relation"]), language)
        role = f" ({fact['role']})" if fact["role"] and not fact["body"] else ""
        st.caption(text("fact", language))
        target = f"{fact['body'] or ''}{fact['target']}"
        st.text(literal(f"{brief(fact['source'])} — {word}{role} → {brief(target)}"))
        _place(face, fact)


def _place(face: Face, fact: dict[str, Any]) -> None:
    """The gazette, the notice, the page and the line."""
    language = face.language
    notices = face.source("notices", {"notices": [fact["notice"]] if fact["notice"] else []}, 1)
    notice = notices[0] if notices else {}
    st.caption(text("document", language))
    page, line = ("第{}页", "第{}行") if language == "zh" else ("p. {}", "line {}")
    where = [notice.get("number"), page.format(notice["page"]) if notice.get("page") else None]
    where += [line.format(fact["line"]) if fact["line"] else None, fact.get("dated")]
    lines = [[notice.get("gazette") or fact["file"], notice.get("issue")], [notice.get("heading")], where]
    said = [" · ".join(literal(str(part)) for part in parts if part) for parts in lines]
    st.text("\n".join(each for each in said if each))
    if notice.get("url") and str(notice["url"]).startswith(("https://", "http://")):
        st.link_button(text("original", language), str(notice["url"]))


def _passage(face: Face, fact: dict[str, Any]) -> None:
    language = face.language
    start, stop = fact["span_start"], fact["span_end"]
    first, last = (start or 0) - BEFORE, (stop or 0) + AFTER
    around = {"document": fact["document"], "first": first, "last": last}
    rows = face.source("passages", around, MOST_PASSAGES) if start is not None else []
    if not any(row["span_start"] < stop and row["span_end"] > start for row in rows):
        st.caption(text("no_passage", language))
        passages(
            "source",
            [{"line": str(fact["line"] or ""), "parts": [{"text": literal(fact["quote"] or ""), "marked": True}]}],
        )
        return
    shown = []
    for row in rows:
        passage, offset = row["text"], row["span_start"]
        if offset >= stop or row["span_end"] <= start:
            passage, offset = cut(passage, offset, first, last)
        shown.append({"line": str(row["line"]), "parts": marked(passage, offset, start, stop)})
    passages("source", shown)
    st.caption(text("masked", language))


def cut(passage: str, offset: int, first: int, last: int) -> tuple[str, int]:
    """What a passage of context has within [first, last) of the source, and where that begins."""
    begin, finish = max(0, first - offset), min(len(passage), last - offset)
    before, after = "…" if begin > 0 else "", "…" if finish < len(passage) else ""
    return f"{before}{passage[begin:finish]}{after}", offset + begin - len(before)


def marked(passage: str, offset: int, start: int, stop: int) -> list[dict[str, Any]]:
    """The passage in parts, that within [start, stop) of the source marked."""
    first, last = max(0, min(len(passage), start - offset)), max(0, min(len(passage), stop - offset))
    parts = [(passage[:first], False), (passage[first:last], True), (passage[last:], False)]
    return [{"text": literal(part), "marked": is_marked} for part, is_marked in parts if part]
