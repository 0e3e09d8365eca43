"""The first page: what this is, what is loaded, the newest changes, one search box, and entries by question."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import streamlit as st

from dashboards.parts.blocks import Block, address, empty, link, plain, table, tag
from dashboards.texts import text
from dashboards.views.compare import districts
from dashboards.views.frame.face import Face
from dashboards.views.frame.shell import big_search, page

NEWEST = 8
EXAMPLES = 3  # fields of work among the words to try
DAYS_READ = 60
OF_YEAR = re.compile(r"第(?P<number>[1-4])期")  # a quarterly says its quarter by its number
MONTHS = 3
PLACES = 12  # of which the strip is drawn


def render(face: Face) -> None:
    """Draws the page: the search box stands between the title and the entries; while nothing is loaded, the way to the first issue."""
    if not face.counts().get("Notice"):
        page(face, [_title(face), _nothing_loaded(face)], "title")
        return
    with st.container(key="hero"):
        left, right = st.columns([1.85, 1], gap="medium")
        with left:
            page(face, [_title(face)], "title")
            big_search(face)
            page(face, _examples(face), "examples")
        with right:
            page(face, [*coverage(face), *newest(face)], "side")
    page(face, _entries(face), "entries")


def _nothing_loaded(face: Face) -> Block:
    language = face.language
    ways = [] if face.read_only else [[link(text("title_add", language), "add")]]
    return empty(text("nothing_loaded", language), [text("nothing_lead", language)], ways)


def _title(face: Face) -> Block:
    return {
        "is": "answer",
        "big": True,
        "text": [text("start_head", face.language)],
        "sub": [text("start_lead", face.language)],
    }


def _examples(face: Face) -> list[Block]:
    """Words to try, of each kind that the search knows: fields of work, a body, a person."""
    names = face.beginnings(EXAMPLES)
    for row in face.rows("followed", 1):  # a question that has one answer
        names.append(text("asked_example", "zh", body=row["body"], post=row["post"]))
    for statement in ("begin_body", "begin_official"):
        names += [str(row["name"]) for row in face.source(statement, {}, 1)]
    rows = [{"label": plain(name), "go": address("find", words=name), "on": False} for name in names]
    return [{"is": "chips", "rows": rows, "lead": text("for_example", face.language)}] if rows else []


def _quarters(issues: Iterable[dict[str, Any]], language: str) -> dict[str, dict[tuple[int, int], tuple[str, str]]]:
    """Of each place the quarters of which something is loaded: whether all of it, and the name of the issue."""
    quarters: dict[str, dict[tuple[int, int], tuple[str, str]]] = defaultdict(dict)
    for row in issues:
        quarter = _quarter(str(row["published"] or ""), str(row["issue"] or ""))
        if quarter is None:
            continue
        state = "full" if "公报" in (row["gazette"] or "") else "part"
        named = f"{row['gazette'] or row['file']} {row['issue'] or ''}"
        quarters[row["place"] or text("no_place", language)][quarter] = (state, plain(named))
    return quarters


def coverage(face: Face, *, decide: bool = True) -> list[Block]:
    """A strip of quarters for each place: a reader sees the gaps before falling into one. Of many places those of which most is loaded."""
    language = face.language
    issues = face.rows("coverage", 2000)
    counts = face.counts()
    quarters = _quarters(issues, language)
    years = sorted({year for place in quarters.values() for year, _ in place})
    shown = list(range(years[0], years[-1] + 1))[-6:] if years else []
    rows = [
        {
            "name": plain(place),
            "years": [
                [{"state": cells.get((year, quarter), ("none", ""))[0], "title": cells.get((year, quarter), ("", ""))[1]} for quarter in range(4)]
                for year in shown
            ],
        }
        for place, cells in sorted(sorted(quarters.items(), key=lambda row: -len(row[1]))[:PLACES])
    ]  # fmt: skip
    more = (
        [link(text("more_places", language, count=len(quarters) - PLACES), "documents")]
        if len(quarters) > PLACES
        else []
    )
    changes = counts.get("APPOINTED", 0) + counts.get("DISMISSED", 0)
    line = text(
        "loaded_line",
        language,
        issues=len(issues),
        notices=counts.get("Notice", 0),
        places=max(1, len(quarters)),
        changes=changes,
    )
    waiting = (
        [" · ", link(text("to_decide", language, count=face.undecided), "review")] if decide and face.undecided else []
    )
    return [
        {"is": "text", "small": True, "text": [line, *waiting]},
        {"is": "coverage", "years": shown, "rows": rows, "legend": text("coverage_legend", language)},
        *([{"is": "text", "small": True, "text": more}] if more else []),
    ]


def _quarter(published: str, issue: str) -> tuple[int, int] | None:
    """The year and quarter of an issue: of its day or month, else of its number in the year."""
    if not published[:4].isdecimal():
        return None
    if published[5:7].isdecimal():
        return int(published[:4]), (int(published[5:7]) - 1) // 3
    numbered = OF_YEAR.search(issue)
    return int(published[:4]), int(numbered["number"]) - 1 if numbered else 0


def newest(face: Face) -> list[Block]:
    """The newest changes of post, by day."""
    language = face.language
    rows = face.rows("newest", DAYS_READ)
    counts = face.counts()
    total = counts.get("APPOINTED", 0) + counts.get("DISMISSED", 0)
    if not rows:
        return []
    days: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        days[row["dated"]].append(row)
    drawn: list[dict[str, Any]] = []
    left = NEWEST
    for day, of_day in days.items():
        if left <= 0:
            break
        up_count = sum(row["relation"] == "appointed" for row in of_day)
        drawn.append({"group": text("day_changes", language, day=day, up=up_count, down=len(of_day) - up_count)})
        shown, left = of_day[:left], left - len(of_day)
        for row in shown:
            up = row["relation"] == "appointed"
            word = ("任" if up else "免") if language == "zh" else ("in" if up else "out")
            drawn.append(
                {
                    "cells": [
                        [
                            tag(word, "in" if up else "out"),
                            link(row["official"], address("official", key=row["official_key"])),
                        ],
                        [link(f"{row['body']}{row['post']}", address("body", key=row["body_key"]))],
                    ],
                }
            )
    heads = [{"label": ""}, {"label": ""}]
    more = link(text("all_changes", language, count=total), "changes")
    return [
        {"is": "heading", "text": text("newest", language), "more": [more]},
        table(heads, drawn, cards=False, bare=True),
    ]


def _entries(face: Face) -> list[Block]:
    """Entries that always have an answer: each is made of what is loaded."""
    language = face.language
    last = (face.rows("last_change", 1) or [{"last": None}])[0]["last"]
    day = last if isinstance(last, date) else None
    offered = {
        "journalists": _for_journalists(face, day),
        "planners": _for_planners(face),
        "analysts": _for_analysts(face, day),
    }
    cards = [
        {"title": text(f"for_{who}", language), "sub": text(f"for_{who}_lead", language), "links": list(links)}
        for who, links in offered.items()
    ]
    return [{"is": "entries", "cards": cards}]


def _for_journalists(face: Face, last: date | None) -> Iterator[dict[str, str]]:
    """The changes of the last months, who followed whom, who left without a new post."""
    language = face.language
    if last is not None:
        begin = date(last.year - (last.month <= MONTHS), (last.month - MONTHS - 1) % 12 + 1, 1)
        label = text("entry_period", language, **{"from": begin, "to": last})
        yield _entry(label, address("changes", **{"from": str(begin), "to": str(last)}))
    for row in face.rows("followed", 1):
        to = address("questions", q="succession", body=row["body_key"], post=row["post"])
        yield _entry(text("entry_succession", language, body=plain(row["body"]), post=plain(row["post"])), to)
    yield _of_place(face, "dismissed_without_new_post")


def _for_planners(face: Face) -> Iterator[dict[str, str]]:
    """Who answers for something, deadlines and gaps, two places beside each other."""
    language = face.language
    for name in face.beginnings(1):
        yield _entry(text("entry_words", language, words=plain(name)), address("find", words=name))
    yield from (_of_place(face, name) for name in ("deadlines", "gaps"))
    two = districts(face)[:2]
    if len(two) == 2:
        label = text("entry_compare", language, one=plain(two[0]["name"]), other=plain(two[1]["name"]))
        yield _entry(label, address("compare", place=two[0]["key"], other=two[1]["key"]))


def _for_analysts(face: Face, last: date | None) -> Iterator[dict[str, str]]:
    """What bodies share, what is contested, who held the posts on a day."""
    yield _entry(text("entry_overlaps", face.language), "overlap")
    yield _of_place(face, "contested")
    for row in face.rows("governments", 1) if last is not None else ():
        to = address("questions", q="who_holds", body=row["key"], on=str(last))
        yield _entry(text("entry_day", face.language, day=last, body=plain(row["name"])), to)


def _of_place(face: Face, question: str) -> dict[str, str]:
    """An entry to a question about tasks; of many places it asks for the one with most tasks, whose rows a reader can read through."""
    label = text(f"entry_{question}", face.language)
    places = face.places()
    if len(places) <= PLACES:
        return _entry(label, address("questions", q=question))
    of_place = text("entry_of_place", face.language, place=plain(places[0]["name"]), entry=label)
    return _entry(of_place, address("questions", q=question, jurisdiction=places[0]["key"]))


def _entry(label: str, to: str) -> dict[str, str]:
    return {"label": label, "go": to}
