"""A document as printed: the whole notice with every fact marked by its relation, doubts by a wavy line, and the issue's contents."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboards.cells import literal, value_word
from dashboards.parts.balance import balance_card
from dashboards.parts.blocks import Block, address, columns, dim, link, page_of, plain, tag
from dashboards.parts.original import original_page
from dashboards.texts import text
from dashboards.views.frame.face import Face
from dashboards.views.frame.quotes import TAGS, place_of, role_beside, tag_of
from dashboards.views.frame.shell import go, gone, here, page, whole_link
from queries.search.reading import Mark, Passage, Reading

MOST_NOTICES = 2000
SHOWN_PASSAGES = 400  # a table of thousands of rows is read a stretch at a time
TOLD = ("appointed", "dismissed", "leads", "assists", "member_of", "doubt")


def render(face: Face) -> None:
    """Draws the notice that the address names: by its key, or by a fact in it."""
    page(face, blocks(face), pick=_pick)


def _pick(key: str) -> None:
    go(here(fact=key))


def blocks(face: Face) -> list[Block]:
    """The page as blocks."""
    given = st.query_params
    reading = face.reading(
        given.get("key", "") or face.notice_at(given.get("at", "")), given.get("fact", "") or given.get("finding", "")
    )
    if reading is None:
        return [gone(face.language)]
    notices = face.rows("notices_of", MOST_NOTICES, document=reading.document)
    words = given.get("words", "").split()
    marks = [mark for passage in reading.passages for mark in passage.marks]
    picked = next((mark for mark in marks if mark.key == given.get("fact")), None)
    beside = [*_picked(picked, reading, face.language), _legend(marks, face.language)]
    beside += balance_card(face.cues(reading.document), face.language)
    left = [_contents(notices, reading, face.language)]
    sheet = given.get("sheet", "")
    middle = (
        _original(face, reading, int(sheet), picked)
        if sheet.isdecimal() and not face.read_only
        else [_text(face, reading, notices, words, picked)]
    )
    heading = next(
        (plain(row["heading"] or row["number"] or "") for row in notices if row["key"] == reading.notice), ""
    )
    return [columns(left, [columns(middle, beside, "wide")], "reader-shape") | {"names": heading}]


def _original(face: Face, reading: Reading, sheet: int, picked: Mark | None) -> list[Block]:
    """A page of the file as it was printed, the fact that was picked marked on it."""
    language = face.language
    shown = min(max(1, sheet), max(1, reading.sheets))

    def to(number: int | None) -> str:
        fact = picked.key if picked else None
        return address("document", key=reading.notice, fact=fact, sheet=None if number is None else str(number))

    actions = [{"label": text("as_text", language), "go": to(None)}]
    if shown > 1:
        actions.append({"label": text("sheet_before", language), "go": to(shown - 1)})
    if shown < reading.sheets:
        actions.append({"label": text("sheet_after", language), "go": to(shown + 1)})
    passages = [reading.printed(picked)] if picked else []
    reads = text("sheet_reads", language, number=shown, all=reading.sheets)
    with st.spinner(text("reading_sheet", language)):
        image = original_page(face.workspace, reading.document, shown, passages, language, reads)
    return [{"is": "head", "title": [], "actions": actions}, dim_line(reads), image]


def dim_line(words: str) -> Block:
    """A line of text that stands back."""
    return {"is": "text", "small": True, "text": [dim(words)]}


def _contents(notices: Sequence[dict[str, Any]], reading: Reading, language: str) -> Block:
    first = notices[0] if notices else {}
    entries = [
        {
            "label": plain(row["heading"] or row["number"] or "—"),
            "page": row["page"],
            "go": address("document", key=row["key"]),
            "on": row["key"] == reading.notice,
        }
        for row in notices
    ]
    over = plain(first.get("gazette") or first.get("file") or "")
    foot = [
        text("notices_count", language, count=len(notices)),
        " · ",
        link(text("items_printed", language), address("questions", q="document_items", document=reading.notice)),
    ]
    return {"is": "toc", "over": over, "title": plain(first.get("issue") or ""), "entries": entries, "foot": foot}


def _text(
    face: Face, reading: Reading, notices: Sequence[dict[str, Any]], words: Sequence[str], picked: Mark | None
) -> Block:
    language = face.language
    title = next((row["heading"] for row in notices if row["key"] == reading.notice), None)
    passages = list(reading.passages)
    start = (
        max(0, next((n for n, one in enumerate(passages) if picked in one.marks), 0) - SHOWN_PASSAGES // 2)
        if picked
        else 0
    )
    shown = passages[start : start + SHOWN_PASSAGES]
    hits = sum(part.hit for passage in shown for part in passage.parts(words))
    opening = (
        [text("in_this_notice", language), " ", {"t": plain(" ".join(words)), "strong": True}, f" {hits}"]
        if words
        else None
    )
    if len(passages) > len(shown):
        opening = [dim(text("stretch", language, first=start + 1, last=start + len(shown), all=len(passages)))]
    return {
        "is": "reader",
        "title": plain(title) if title else None,
        "passages": _passages(shown, reading, words, picked, language),
        "before": _ways_on(face, reading, notices, picked),
        "searched": opening,
        "scroll": bool(picked or words),
    }


def _ways_on(face: Face, reading: Reading, notices: Sequence[dict[str, Any]], picked: Mark | None) -> list[Block]:
    """Where a reader goes on from a notice: the one before, the one after, the sheet as it was printed."""
    language = face.language
    keys = [row["key"] for row in notices]
    position = keys.index(reading.notice) if reading.notice in keys else -1
    ways: list[Block] = []
    if position > 0:
        ways.append({"label": text("notice_before", language), "go": address("document", key=keys[position - 1])})
    if 0 <= position < len(keys) - 1:
        ways.append({"label": text("notice_after", language), "go": address("document", key=keys[position + 1])})
    sheet = reading.sheet_of(picked.line if picked else None)
    if sheet and not face.read_only:
        fact = picked.key if picked else None
        shown_at = address("document", key=reading.notice, fact=fact, sheet=str(sheet))
        ways.append({"label": text("see_sheet", language, number=sheet), "go": shown_at})
    return ways


def _passages(
    shown: Sequence[Passage], reading: Reading, words: Sequence[str], picked: Mark | None, language: str
) -> list[Block]:
    """Passages in the parts that a reader can pick or looked for."""
    return [
        {
            "line": passage.line,
            "row": "\t" in passage.text or "  " in passage.text.strip(),
            "parts": [
                {
                    "t": literal(part.text), "relation": part.mark.relation if part.mark else None, "id": part.mark.key if part.mark else None,
                    "go": address("document", key=reading.notice, fact=part.mark.key, words=" ".join(words)) if part.mark else None,
                    "title": part.mark.title(language) if part.mark else None, "hit": part.hit, "picked": bool(picked and part.mark == picked),
                }
                for part in passage.parts(words)
            ],
        }
        for passage in shown
    ]  # fmt: skip


def _doubt(mark: Mark, language: str) -> Block:
    """The card of a doubt, with the way to where it is decided."""
    why: Block = {"is": "text", "text": [tag(value_word("doubt", language), "doubt"), plain(mark.role or "")]}
    action = {"label": text("decide", language), "go": address("review", finding=mark.key)}
    head: Block = {"is": "head", "title": [], "actions": [action]}
    return {"is": "card", "title": None, "picked": True, "blocks": [why, head]}


def _picked(mark: Mark | None, reading: Reading, language: str) -> list[Block]:
    if mark is None:
        return []
    if mark.relation == "doubt":
        return [_doubt(mark, language)]
    row = {
        "file": reading.file,
        "line": mark.line,
        "gazette": reading.gazette,
        "issue": reading.issue,
        "page": reading.page,
        "number": reading.number,
        "page_lines": reading.page_lines,
        "reading": "ocr" if reading.scanned else None,
    }
    cited = f"“{plain(reading.printed(mark))}”（{place_of(row, language)}） {whole_link(here(fact=mark.key))}"
    return [
        {
            "is": "card", "title": None, "picked": True,
            "blocks": [
                {"is": "text", "text": [tag_of(mark.relation, mark.role, language), plain(mark.dated or "")]},
                {"is": "text", "text": [link(mark.source, page_of(mark.source_kind, mark.source_key), mark.source_kind), " → ",
                                        link(mark.target, page_of(mark.target_kind, mark.target_key), mark.target_kind),
                                        plain(role_beside(mark.relation, mark.role, mark.target))]},
                {"is": "text", "small": True, "text": [place_of(row, language)]},
                {"is": "head", "title": [], "actions": [
                    {"label": text("cite", language), "copy": cited, "done": text("copied", language)},
                    {"label": text("judge", language), "go": address("review", fact=mark.key)},
                ]},
            ],
        }
    ]  # fmt: skip


def _legend(marks: Sequence[Mark], language: str) -> Block:
    counted = Counter({mark.key: mark.relation for mark in marks}.values())  # a fact over several lines is one
    rows = [
        [
            tag(value_word(relation, language), "doubt" if relation == "doubt" else TAGS.get(relation, "plain")),
            str(counted[relation]),
        ]
        for relation in [*TOLD, *sorted(counted.keys() - set(TOLD))]
        if counted[relation]
    ]
    return {
        "is": "card",
        "title": text("marked_here", language),
        "blocks": [{"is": "list", "rows": rows or [[dim(text("nothing_marked", language))]]}],
    }
