"""What is found while the index of a large graph is still being made: names that hold the words, and passages, which have an index of their own.

In:  a store and what is typed. Out: what `finding.find` gives, without pinyin, short forms, look-alikes and what a line says about a hit.

    湿地  →  涨渡湖湿地公园群 (project), …    asked of the graph itself, a few tenths of a second at a million relationships
"""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from typing import Any

from graph.stores.store import Store
from queries.library import statement_of
from queries.search.finding import EXACT, HOLDS, HOW, LONGEST, ORDER, STARTS, Found, Hit, passages_with
from queries.search.index import names_of, with_texts
from queries.search.tokens import folded, tokens

STATEMENTS = ("names_holding", "posts_holding")


def find_meanwhile(store: Store, typed: str, limit: int = 20, passages: int = 5) -> Found:
    """What the typed text finds without an index; every word must stand in a name or passage as it is typed."""
    wanted = typed.strip()[:LONGEST]
    if not tokens(wanted):
        return Found((), {}, (), 0, meanwhile=True)
    words = wanted.split()
    rows = [
        row
        for name in STATEMENTS
        for row in store.read(statement_of("search", name), {"words": words, "limit": limit}, limit=limit).dicts()
    ]
    hits = tuple(sorted(_hits(rows, folded(words[0])), key=_rank)[:limit])
    counts: dict[str, int] = {}
    for hit in hits:
        counts[hit.kind] = counts.get(hit.kind, 0) + 1
    with closing(with_texts(sqlite3.connect(":memory:"), store.texts)) as texts:
        lines, total = passages_with(texts, wanted, passages)
    return Found(hits, counts, lines, total, meanwhile=True)


def _hits(rows: Iterable[Mapping[str, Any]], first: str) -> Iterable[Hit]:
    for row in rows:
        names = [row["name"], *names_of(row["names"])]
        level, matched = min(((_level(name, first), name) for name in names), key=lambda pair: (pair[0], len(pair[1])))
        yield Hit(row["kind"], row["key"], row["name"], matched, row["place"] or "", {}, HOW[level])


def _level(name: str, first: str) -> int:
    compared = folded(name)
    return EXACT if compared == first else STARTS if compared.startswith(first) else HOLDS


def _rank(hit: Hit) -> tuple[int, int, int, str]:
    return HOW.index(hit.how), ORDER.get(hit.kind, 9), len(hit.matched), hit.key
