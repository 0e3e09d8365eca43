"""What stands around every page: the frame of Streamlit taken back, the head with its search, and the way from link to page."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import streamlit as st

from dashboards.parts.blocks import Block, Piece, address, empty, link, page_of, plain
from dashboards.parts.page import draw, draw_top
from dashboards.settings import base_address
from dashboards.texts import text
from dashboards.views.frame.face import Face
from dashboards.views.frame.opening import present
from queries.library import library
from queries.search.asked import asked_in
from queries.search.finding import Hit
from queries.search.lines import about
from queries.search.near import asked_questions
from queries.search.periods import period_of

STYLE = """
<style>
  .stApp { background: #f7f6f2; }
  .stAppHeader, [data-testid="stSidebar"], [data-testid="stSidebarCollapsedControl"] { display: none; }
  .stMainBlockContainer { max-width: 1264px; padding: 0 24px 48px; }
  .stMainBlockContainer > div > [data-testid="stVerticalBlock"] { gap: .6rem; }
  .stMain { overflow-x: hidden; }
  .st-key-top { width: 100vw !important; max-width: none !important; margin-left: calc(50% - 50vw); margin-bottom: 0; position: relative; z-index: 30; }
  .st-key-top div { width: 100% !important; max-width: none; gap: 0; }
  .stMainBlockContainer [data-testid="stElementContainer"]:has(> .stHtml) { display: none; }
  .st-key-top + [data-testid="stLayoutWrapper"] { margin-top: 0; }
  .stMainBlockContainer { font-size: 15px; }
  .stMainBlockContainer label p { font-size: 13px; color: #47515e; }
  [data-testid="stForm"], .stExpander details, .st-key-ask { background: #fff; border-color: #dfdbd1 !important; border-radius: 8px; }
  .stMainBlockContainer .stButton button:focus-visible, .stMainBlockContainer .stFormSubmitButton button:focus-visible { outline: 3px solid #0b63ce; outline-offset: 2px; }
  .stMainBlockContainer [data-testid="stBaseButton-secondary"]:hover { border-color: #1b232d; color: #1b232d; }
  .stMainBlockContainer [data-testid="stCaptionContainer"], .stMainBlockContainer [data-testid="stCaptionContainer"] p { color: #47515e; opacity: 1; }
  .st-key-hero { padding-top: 16px; }
  @media (max-width: 640px) { .st-key-days { justify-content: flex-start; } .st-key-hero { padding-top: 0; } .stMainBlockContainer { padding: 0 14px 84px; } }
  @media print {
    .st-key-days, .st-key-ask, .stExpander, .stButton, .stDownloadButton, .stPopover, [data-testid="stForm"] { display: none !important; }
    .st-key-top { display: none; } .stApp { background: #fff; } }
</style>
"""
CHINESE = """
<style>
  [role="option"][data-key="__creatable__"] *, [role="listbox"][data-empty] * { font-size: 0 !important; }
  [role="option"][data-key="__creatable__"] { position: relative; min-height: 28px; }
  [role="option"][data-key="__creatable__"]::after { content: "用输入的文字"; position: absolute; left: 8px; top: 50%; transform: translateY(-50%); font-size: 14px; }
  [role="listbox"][data-empty]::after { content: "没有相符的；按 Enter 用输入的文字"; padding: 8px 12px; color: #626c79; }
</style>
"""  # Streamlit's own words in a list to choose from; all others are spoken by dashboards/assets/page/speaking.js
MENU = (
    # the entry's name: the page that it opens, and the pages that belong to it
    ("find", "start", ("start", "find", "official", "body", "task", "post", "thing")),
    ("changes", "changes", ("changes",)),
    ("overlap", "overlap", ("overlap", "pair", "compare")),
    ("documents", "documents", ("documents", "document", "add")),
    ("questions", "questions", ("questions",)),
    ("review", "review", ("review",)),
)
SUGGESTED = 7
MOST_QUESTIONS = 2
LONGEST_TYPED = 100
LONGEST_TAB = 60  # characters of a headline in the tab of the browser
HOME = "start"
KEYS = (
    "key",
    "body",
    "other",
    "official",
    "task",
    "project",
    "policy",
    "topic",
    "place",
)  # values of an address that name a thing
NAMES = {name for _, to, names in MENU for name in (to, *names)}


def go(to: str) -> None:
    """Goes where a link leads: the address line alone decides what is shown."""
    parts = urlsplit(to)
    values: dict[str, Any] = {
        name: given if len(given) > 1 else given[0] for name, given in parse_qs(parts.query).items()
    }
    name: dict[str, Any] = {"p": parts.path} if parts.path not in ("", HOME) else {}
    language = st.query_params.get("lang")
    st.query_params.from_dict(name | ({"lang": language} if language else {}) | values)


def page_name() -> str:
    """The name of the page that the address line asks for; the first page where it names none that there is."""
    asked = st.query_params.get("p", HOME)
    return asked if asked in NAMES else HOME


def follow(face: Face) -> None:
    """Leads an address that was kept on to the things of now, where it names them by keys that they had before."""
    for name in KEYS:
        given = st.query_params.get(name, "")
        now = face.present_key(given) if given else None
        if now and now != given:
            st.query_params[name] = now


def here(**changes: str | Sequence[str]) -> str:
    """The address of what is shown, with other values."""
    given: dict[str, Any] = {name: st.query_params.get_all(name) for name in st.query_params if name != "p"}
    kept = {name: value for name, value in (given | changes).items() if value not in ("", [])}
    return f"{page_name()}?{urlencode(kept, doseq=True)}" if kept else page_name()


def day_of(words: str | None) -> date | None:
    """The day that an address names; None where it names none."""
    try:
        return date.fromisoformat(words or "")
    except ValueError:
        return None


def loaded(face: Face) -> str:
    """How many issues a picture of the whole graph rests on."""
    return text("rests_on_loaded", face.language, issues=face.counts().get("Document", 0))


def whole_link(to: str) -> str:
    """The address of a page as it is given to others: official?key=x → https://example.org/?p=official&key=x."""
    parts = urlsplit(to)
    query = "&".join(part for part in (f"p={parts.path}" if parts.path not in ("", HOME) else "", parts.query) if part)
    shown = urlsplit(st.context.url or "")
    base = base_address() or (f"{shown.scheme}://{shown.netloc}" if shown.netloc else "")
    return f"{base}/?{query}" if query else f"{base}/"


def gone(language: str) -> Block:
    """What is said where an address names a thing that the graph does not hold, and where to go from there."""
    ways: list[list[Piece]] = [
        [link(text("way_search", language), HOME)],
        [link(text("title_changes", language), "changes")],
        [link(text("title_documents", language), "documents")],
    ]
    return empty(text("not_loaded", language), [text("gone_lead", language)], ways)


def copying(face: Face) -> Block:
    """The button that copies the link of what is shown, in its language."""
    return {
        "label": text("copy_link", face.language),
        "copy": whole_link(here(lang=face.language)),
        "done": text("copied", face.language),
    }


def page(face: Face, blocks: list[Block], key: str = "page", **more: Any) -> None:
    """Draws the blocks of a page; its headline names the tab of the browser, and so the bookmark and the step back."""
    named = next((block for block in blocks if block.get("names") or block["is"] in ("head", "answer", "empty")), None)
    headline = named and (named.get("names") or named.get("title") or named.get("text"))
    if headline:
        words = "".join(piece if isinstance(piece, str) else str(piece["t"]) for piece in headline)[:LONGEST_TAB]
        st.set_page_config(page_title=f"{words} · {text('name', face.language)}")
    draw(key, blocks, face.language, go=go, **more)


def top(face: Face, name: str) -> None:
    """Draws the head: name, menu, search, language."""
    with st.container(key="top"):
        _top(face, name)


@st.fragment
def _top(face: Face, name: str) -> None:
    face = present(face)
    language = face.language
    typed = str(st.session_state.get("typed", ""))
    data = {
        "language": language,
        "drawn": f"{here()} {face.version}",
        "menu": [
            {"name": entry, "label": text(f"menu_{entry}", language), "go": to, "on": name in of, "badge": face.undecided if entry == "review" else None}
            for entry, to, of in MENU
        ],
        "languages": [
            {"label": "中", "lang": "zh", "go": here(lang="zh"), "on": language == "zh"},
            {"label": "EN", "lang": "en", "go": here(lang="en"), "on": language == "en"},
        ],
        "query": st.query_params.get("words", "") if name == "find" else "",
        "searchless": name == "start",
        **suggestions(face, typed),
    }  # fmt: skip
    draw_top("head", data, go=_gone, typed=_typed)


@st.fragment
def big_search(face: Face) -> None:
    """The search box of the start page."""
    face = present(face)
    typed = str(st.session_state.get("typed", ""))
    data = {
        "language": face.language,
        "drawn": f"big {face.version}",
        "big": True,
        "query": "",
        **suggestions(face, typed),
    }
    draw_top("search", data, go=_gone, typed=_typed)


def _gone(to: str) -> None:
    go(to)
    st.session_state["rerun"] = True  # the head is a fragment: the whole page has to follow


def _typed(words: str) -> None:
    st.session_state["typed"] = words[:LONGEST_TYPED]


def suggestions(face: Face, typed: str) -> dict[str, Any]:
    """What the typed text finds, as the search box shows it."""
    language = face.language
    if st.session_state.pop("rerun", False):
        st.rerun()
    words = {kind: text(f"kind_{kind}", language) for kind in KINDS} | {
        "placeholder": text("search_placeholder", language),
        "shortly": text("search_shortly", language),
        "keys": text("search_keys", language),
        "nothing": text("search_nothing", language),
        "menu": text("menu", language),
        "name": text("name", language),
        "seal": "职责",
    }
    rows: list[dict[str, Any]] = []
    if typed.strip():
        hits = face.find(typed, SUGGESTED)
        places = {row["key"]: plain(row["name"]) for row in face.places()}
        rows = [
            *answer_of(typed, language),
            *questions_of(typed, language),
            *changes_of(typed, language),
            *(suggestion(hit, typed, language, places) for hit in hits.things),
        ]
        if hits.passage_count:
            words_read = hits.read_as or typed
            name = text("search_passages", language, words=words_read, count=hits.passage_count)
            rows.append({"kind": "passage", "name": [name], "note": "", "go": address("find", words=words_read)})
    return {"words": words, "suggested": typed, "suggestions": rows}


def answer_of(typed: str, language: str) -> list[dict[str, Any]]:
    """Where the words are a question that has one answer: the way to it."""
    if asked_in(typed) is None:
        return []
    name = text("asked_answer", language, words=plain(typed))
    return [{"kind": "question", "name": [name], "note": "", "go": address("find", words=typed)}]


def changes_of(typed: str, language: str) -> list[dict[str, Any]]:
    """Where the words name a time: the changes of that time."""
    period = period_of(typed)
    if period is None:
        return []
    asked: dict[str, Any] = {"from": str(period.first), "to": str(period.last)}
    if period.relation:
        asked["off"] = "relation:" + ("appointed" if period.relation == "dismissed" else "dismissed")
    name = text("changes_of_time", language, first=period.first, last=period.last)
    return [{"kind": "changes", "name": [name], "note": "", "go": address("changes", **asked)}]


def questions_of(typed: str, language: str) -> list[dict[str, Any]]:
    """Where the words speak of questions: these, of the time that the words name."""
    period = period_of(typed)
    asked = []
    for name in asked_questions(typed)[:MOST_QUESTIONS]:
        query = library()[name]
        title, days = query.title(language), {}
        if period and {"from", "to"} <= {parameter.name for parameter in query.parameters}:
            days = {"from": str(period.first), "to": str(period.last)}
            title = text("question_of_time", language, title=title, first=period.first, last=period.last)
        asked.append({"kind": "question", "name": [title], "note": "", "go": address("questions", q=name, **days)})
    return asked


KINDS = (
    "changes",
    "question",
    "official",
    "department",
    "street",
    "group",
    "post",
    "task",
    "project",
    "policy",
    "topic",
    "place",
    "document",
    "passage",
)


def suggestion(hit: Hit, typed: str, language: str, places: Mapping[str, str]) -> dict[str, Any]:
    """One line below the search box; `places` names the jurisdiction by which keys begin, where a hit does not say its own."""
    from dashboards.parts.blocks import searched

    place = hit.place or places.get(hit.key.partition("-")[0], "")
    matched = (
        hit.name
        if hit.matched == hit.name or hit.how in ("pinyin", "topic", "near")
        else hit.name + text("in_brackets", language, words=hit.matched)
    )
    return {
        "kind": hit.kind,
        "name": searched(matched, typed.split(), 40),
        "note": (text("near_name", language) if hit.how == "near" else "")
        + " · ".join(part for part in (place, about(hit, language)) if part),
        "go": page_of(hit.kind, hit.key),
    }


def cannot_open(language: str, why: str) -> None:
    """The page where there is no graph: what is wrong, and what to do."""
    block: Block = {
        "is": "empty",
        "title": text("cannot_open", language),
        "text": [why],
        "rows": [[text("cannot_open_help", language)]],
    }
    draw("page", [block], language, go=go)
