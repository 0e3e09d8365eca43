"""What the words find: the items that hold them with who leads and assists, names that hold them, and passages of the text."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from dashboards.parts.blocks import (
    Block,
    Piece,
    address,
    card,
    columns,
    dim,
    empty,
    link,
    page_of,
    plain,
    searched,
    strong,
    thing,
)
from dashboards.parts.facets import facets, left
from dashboards.parts.items import Item, dot_matrix, item_card, item_table, item_values, items_of
from dashboards.parts.ties import item_network
from dashboards.texts import text
from dashboards.views.asked.direct import answer_to
from dashboards.views.asked.fields import answerers
from dashboards.views.frame.downloads import downloads_of
from dashboards.views.frame.face import Face
from dashboards.views.frame.quotes import place_of, shown_of
from dashboards.views.frame.shell import changes_of, go, here, page, questions_of, whole_link
from queries.search.asked import Asked, asked_in
from queries.search.finding import Found
from queries.search.lines import about
from queries.search.tokens import also

MOST_ROWS = 8000
SHOWN_ITEMS = 60
NAMED = ("official", "department", "street", "group", "post", "project", "policy", "topic", "document")
SHOWN_NAMES = 8
ANSWERING = ("topic", "department", "street", "group")  # who or what an answer to who answers for something may name
AS_TYPED = (
    "exact",
    "starts",
    "holds",
)  # the words stand in the name; by pinyin, a short form or another character they do not
MOST_LEADS = 12
EXAMPLES = 3
SHOWN_PASSAGES = 8
MOST_PARTS = 4  # names within the words that are offered where the whole finds nothing


@dataclass(frozen=True, slots=True)
class Sought:
    """What is searched for the words typed, what that finds, and the question that they ask, if they ask one."""

    typed: str
    words: str
    found: Found
    items: list[Item]
    asked: Asked | None
    literal: bool  # the words themselves are found, as they are typed
    cut: bool = False  # more tasks hold the words than are read

    @property
    def nothing(self) -> bool:
        """Whether nothing was found at all."""
        return not self.items and not self.found.things and not self.found.passages


def render(face: Face) -> None:
    """Draws what the words of the address find."""
    words = st.query_params.get("words", "").strip()
    sought = sought_by(face, words)
    page(face, blocks(face, sought), pick=lambda key: go(here(pick=key)))
    if not words:
        return
    if sought.items or any(hit.how in AS_TYPED and hit.kind in ANSWERING for hit in sought.found.things):
        with st.container(horizontal=True, gap="small", key="downloads"):
            values = {"words": sought.words}
            downloads_of("who_answers", lambda: face.answer("who_answers", values), face.language)


def sought_by(face: Face, typed: str) -> Sought:
    """What the typed words find: as they stand; else what their question is about; else without words of asking, times and places."""
    hits = face.find(typed, 200, SHOWN_PASSAGES)
    items, cut = _items(face, typed) if typed else ([], False)
    literal = bool(items or (not hits.read_as and (hits.passages or (hits.things and not is_near(hits)))))
    asked = asked_in(typed)
    words = typed if literal else asked.about if asked else hits.read_as or typed
    if words != typed:
        items, cut = _items(face, words)
        hits = face.find(words, 200, SHOWN_PASSAGES) if asked else hits
    return Sought(typed, words, hits, items, asked, literal, cut)


def blocks(face: Face, sought: Sought) -> list[Block]:
    """The page as blocks."""
    language = face.language
    typed, words, hits, every = sought.typed, sought.words, sought.found, sought.items
    if not typed:
        return [_examples(face)]
    answered = answer_to(face, sought.asked, every, lacking=not sought.literal) if sought.asked else []
    if sought.nothing:
        told = _told(typed, words, hits, language)[: int(hits.meanwhile or hits.older)]
        return [*answered, *told, _nothing(face, words)]
    notices = notices_of(face, every)
    items, chips = _filtered(every, language)
    items, offered = narrowed(items, notices, language)
    picked = next((item for item in items if item.key == st.query_params.get("pick")), items[0] if items else None)
    places = {row["key"]: plain(row["name"]) for row in face.places()}
    drawn = [*answered, *_told(typed, typed if answered else words, hits, language)]
    drawn += _heads(face, sought, items, answered=bool(answered))
    drawn += [] if answered else _portfolios(face, words, places)
    drawn += [chips, *offered] if every else []
    names = _names(hits, words, places, language)
    passages = _passages(hits, words, language)
    if not items:
        rest = [block for block in (names, passages) if block]
        return [*drawn, columns(rest[:1], rest[1:], "answer-shape")]
    listed = _listed(items, words, picked, language)
    beside = [_picked(picked, notices, words, language)] if picked else []
    if st.query_params.get("view") == "network":
        source = source_of(items, notices, language)
        network = item_network(items, f"“{words}”", language, picked.key if picked else None, source)
        return [*drawn, card(None, [network]) if network else listed, *beside]
    dots = dot_matrix(items, language, picked.key if picked else None)
    if dots:
        beside.append(card(text("who_where", language), [dots]))
    more_names = sum(hit.kind in NAMED for hit in hits.things) > len(items)  # 区长: the posts before the one task
    beside += [block for block in (None if more_names else names, passages) if block]
    main = [names, listed] if names and more_names else [listed]
    return [*drawn, columns(main, beside, "answer-shape")]


def _examples(face: Face) -> Block:
    """The page before anything is typed: words that find something here."""
    rows = [[link(plain(name), address("find", words=name))] for name in face.beginnings(EXAMPLES)]
    return empty(text("search_empty", face.language), [text("for_example", face.language)], rows)


def _heads(face: Face, sought: Sought, items: Sequence[Item], *, answered: bool) -> list[Block]:
    """How much was found, and that it is not all; below an answer only of which words it was found."""
    language, words = face.language, sought.words
    heads: list[Block] = []
    if sought.cut:
        heads.append({"is": "warn", "text": [text("found_cut", language, words=words, count=len(sought.items))]})
    if answered:
        return [*heads, {"is": "heading", "text": text("asked_found", language, words=words)}]
    if sought.items:
        return [*heads, _headline(words, items, sought.found, language)]
    return [*heads, _named_headline(words, sought.found, language)]


def _listed(items: Sequence[Item], words: str, picked: Item | None, language: str) -> Block:
    """The table of the tasks, as many as a page holds."""
    cut = len(items) > SHOWN_ITEMS
    foot = [dim(text("shown_of_items", language, shown=SHOWN_ITEMS, all=len(items)))] if cut else None
    inside = [item_table(items[:SHOWN_ITEMS], language, words.split(), picked.key if picked else None, foot)]
    return {"is": "card", "title": None, "flush": True, "blocks": inside}


def _picked(item: Item, notices: Mapping[str, dict[str, Any]], words: str, language: str) -> Block:
    """The card of the task that is picked, with the place where it is printed."""
    notice = notices.get(item.row["notice"], {})
    cited = place_of({**notice, "line": item.row["line"], "file": item.row["file"]}, language)
    return item_card(item, notice, words.split(), language, cited, whole_link(here(pick=item.key)))


def _items(face: Face, words: str) -> tuple[list[Item], bool]:
    """The tasks that hold the words, those of the newest documents first, and whether there are more than are read."""
    parts = words.lower().replace("人民政府", "政府").split()
    rows = face.rows("items_with_words", MOST_ROWS, words=parts)
    items = items_of(rows)
    cut = len(rows) == MOST_ROWS
    return (items[:-1] if cut else items), cut  # of the last one some roles may be lacking


def _told(typed: str, words: str, found: Found, language: str) -> list[Block]:
    """That something else was searched than was typed, and the changes of a time that the words name."""
    told: list[Block] = []
    if found.meanwhile:
        told.append({"is": "warn", "text": [text("search_meanwhile", language)]})
    if found.older:
        told.append({"is": "warn", "text": [text("search_older", language)]})
    if words != typed:
        told.append({"is": "warn", "text": [text("read_as", language, words=typed, read=words)]})
    asked = _questions(typed, language)
    if asked:
        told.append({"is": "text", "small": True, "text": [piece for one in asked for piece in (one, "　")]})
    for row in changes_of(typed, language):
        told.append({"is": "text", "text": [link(row["name"][0], row["go"]), " →"]})
    return told


def _questions(typed: str, language: str) -> list[Piece]:
    """The questions of which the words speak, each with its title."""
    return [link(f"{text('ask_this', language)}{row['name'][0]} →", row["go"]) for row in questions_of(typed, language)]


def _filtered(items: Sequence[Item], language: str) -> tuple[list[Item], Block]:
    """The items of the year and place asked for, and the chips that ask for others."""
    year = st.query_params.get("year", "")
    years = Counter(item.year for item in items)
    kept = [item for item in items if not year or item.year == year]
    rows = [{"label": text("all_chip", language, count=len(items)), "go": here(year="", pick=""), "on": not year}]
    rows += [
        {"label": f"{name} · {count}", "go": here(year=name, pick=""), "on": year == name}
        for name, count in sorted(years.items(), reverse=True)
    ]
    return kept, {"is": "chips", "rows": rows if len(years) > 1 else [], "foot": views(language)}


def notices_of(face: Face, items: Sequence[Item]) -> dict[str, dict[str, Any]]:
    """The notices that items stand in, by their keys."""
    wanted = sorted({item.row["notice"] for item in items if item.row["notice"]})
    return {row["key"]: row for row in face.rows("notices_by_keys", MOST_ROWS, keys=wanted)}


def narrowed(
    items: Sequence[Item], notices: Mapping[str, Mapping[str, Any]], language: str
) -> tuple[list[Item], list[Block]]:
    """The items that the filters of the address leave, and the filters."""
    values = item_values(items, notices)
    off = st.query_params.get_all("off")
    labels = {name: text(name, language) for name in ("lead", "issue", "year", "section", "deadline")}

    def toggled(now: list[str]) -> str:
        return here(off=now, pick="")

    offered = facets(values, labels, off, toggled, language)
    return [items[number] for number in left(values, off)], [offered] if offered else []


def source_of(items: Sequence[Item], notices: Mapping[str, Mapping[str, Any]], language: str) -> str:
    """The issues that items stand in, for a picture of them."""
    issues = []
    for item in items:
        notice = notices.get(item.row["notice"], {})
        issues.append(
            " ".join(str(part) for part in (notice.get("gazette") or item.row["file"], notice.get("issue")) if part)
        )
    return text("network_source", language, issues=text("list_comma", language).join(dict.fromkeys(issues)))


def views(language: str) -> list[Piece]:
    """The two ways to see the answer: as a table and as a network."""
    network = st.query_params.get("view") == "network"
    table_word, network_word = text("view_table", language), text("view_network", language)
    return [
        link(table_word, here(view="")) if network else strong(table_word),
        "　",
        strong(network_word) if network else link(network_word, here(view="network")),
    ]


def _headline(words: str, items: Sequence[Item], found: Found, language: str) -> Block:
    head: list[Piece] = [text("found_head", language, words=words, tasks=len(items))]
    leads: Counter[tuple[str, str, str]] = Counter(
        (actor.name, actor.kind, actor.key) for item in items for actor in item.leads
    )
    assists = Counter(actor.key for item in items for actor in item.assists)
    if leads:
        (name, kind, key), count = leads.most_common(1)[0]
        head += [
            text("found_most", language),
            link(name, page_of(kind, key)),
            text("found_most_counts", language, lead=count, assist=assists[key]),
        ]
    overseers: Counter[tuple[str, str]] = Counter((actor.name, actor.key) for item in items for actor in item.oversees)
    sub: list[Piece] = []
    for (name, key), count in overseers.most_common(4):
        sub += [link(name, page_of("official", key)), text("so_many", language, count=count), " "]
    more = also(words)[1:]
    if more:
        sub.append(dim(text("other_words", language, words=text("list_comma", language).join(more[:5]))))
    return {
        "is": "answer",
        "text": head,
        "sub": ([text("overseen_line", language), *sub] if overseers else sub) or None,
    }


def is_near(found: Found) -> bool:
    """Whether only names near to the words were found."""
    return bool(found.things) and found.things[0].how == "near"


def _portfolios(face: Face, words: str, places: Mapping[str, str]) -> list[Block]:
    """Whose division of work names the field searched: the answer to who answers for it, before any single task."""
    rows = answerers(face, words)
    if not rows:
        return []
    line: list[Piece] = [text("portfolio_of_field", face.language, words=words)]
    for row in rows:
        told = (places.get(row["topic"].partition("-")[0], ""), plain(row["respect"] or ""), plain(row["dated"] or ""))
        where = " ".join(part for part in told if part)
        line += [
            thing(row["official"], "official", row["official_key"]),
            dim(text("in_brackets", face.language, words=where)) if where else "",
        ]
        line += [link(text("read_on", face.language), address("document", fact=row["fact_id"])), "　"]
    return [{"is": "text", "small": True, "text": line}]


def _named_headline(words: str, found: Found, language: str) -> Block:
    if is_near(found):
        return {"is": "answer", "text": [text("near_names", language, words=words)]}
    count = sum(found.counts.values())
    phrase = "found_names" if any(hit.how in AS_TYPED for hit in found.things) else "found_matching"
    sentence = (
        text(phrase, language, words=words, count=count)
        if count
        else text("search_passages", language, words=words, count=found.passage_count)
    )
    return {"is": "answer", "text": [sentence]}


def _names(found: Found, words: str, places: Mapping[str, str], language: str) -> Block | None:
    hits = [hit for hit in found.things if hit.kind in NAMED]
    if not hits:
        return None
    rows: list[list[Piece]] = []
    for hit in hits[:SHOWN_NAMES]:
        name = (
            hit.name
            if hit.matched == hit.name or hit.how in ("pinyin", "topic", "short", "near")
            else hit.name + text("in_brackets", language, words=hit.matched)
        )
        place = hit.place or places.get(
            hit.key.partition("-")[0], ""
        )  # two of one name are told apart by where they are
        note = " · ".join(part for part in (place, about(hit, language)) if part)
        rows.append([thing(name if len(name) < 46 else name[:45] + "…", hit.kind, hit.key), dim(f"　{note}")])
    counted = "　".join(
        text(f"found_{kind}", language, count=found.counts[kind]) for kind in NAMED if found.counts.get(kind)
    )
    title = text("near_title", language) if is_near(found) else text("names_with", language, words=words)
    if hits[0].how not in AS_TYPED and not is_near(found):
        title = text("names_matching", language)
    return card(title, [{"is": "list", "rows": rows}], [plain(counted)])


def _passages(found: Found, words: str, language: str) -> Block | None:
    if not found.passages:
        return None
    rows: list[list[Piece]] = []
    for passage in found.passages:
        to = address("document", at=f"{passage.document}:{passage.first}", words=words)
        rows.append([*searched(passage.text, words.split(), 70), " ", link(plain(passage.source), to)])
    caption = shown_of(len(rows), found.passage_count, language)
    return card(text("found_passages", language, words=words), [{"is": "list", "rows": rows}], [caption])


def _known_parts(face: Face, words: str) -> list[str]:
    """Names in the words of which something is found: 优化营商环境条例 → 营商环境."""
    within = face.names_within(words)[:MOST_PARTS]
    return [part for part in within if (hits := face.find(part, 1, 1)).counts or hits.passages]


def _nothing(face: Face, words: str) -> Block:
    """Nothing was found: what was searched, and words that do occur."""
    language = face.language
    rows: list[list[Any]] = [[link(plain(part), address("find", words=part))] for part in _known_parts(face, words)]
    rows = [[link(row["name"][0], row["go"])] for row in changes_of(words, language)] + rows
    rows = [[one] for one in _questions(words, language)] + rows
    rows += [[link(plain(name), address("find", words=name))] for name in face.beginnings(EXAMPLES)]
    counts = face.counts()
    return empty(
        text("found_none", language, words=words, issues=counts.get("Document", 0)),
        [text("found_none_lead", language)],
        rows,
    )
