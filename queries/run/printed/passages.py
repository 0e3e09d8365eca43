"""What a question takes from the documents as printed, which lie beside the graph: the passages that its statement is given.

In:  the texts beside a store, a question's values. Out: rows for the statement's parameter $passages, or a column more for each row.

    // passages: holding        the passages that have all the words: [document, passage, line, text, notice, jurisdiction]
    // passages: of_tables      the rows of tables and what may be their titles, of some notices
    // passages: standing_in    the passages that say who acts for whom
    // passages: office_text    the passage that holds the line of each row's file, as a column of that name
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from extract.errors import StoreError
from graph.stores.store import Store
from graph.stores.texts import Texts
from graph.stores.tokens import must_hold
from queries.library import statement_of
from queries.run.printed import Row

Passages = list[list[Any]]
MOST_STANDING_IN = 5_000
FEW_NOTICES = 20  # whose passages are looked through one by one: the index would first give those of all documents
COLUMNS = "p.document, p.key, p.line, p.text, p.notice, d.jurisdiction"
OF_PASSAGES = "FROM passage p JOIN document d ON d.key = p.document"
WITHIN = "coalesce(d.jurisdiction, '') IN (SELECT value FROM json_each(?))"
IN_NOTICES = "p.notice IN (SELECT value FROM json_each(?))"
IN_ORDER = "ORDER BY d.file, p.line, p.key LIMIT ?"
OF_DOCUMENTS = """
FROM document d CROSS JOIN passages f CROSS JOIN passage p
WHERE d.key IN (SELECT key FROM document WHERE jurisdiction IN (SELECT value FROM json_each(?))
    UNION SELECT key FROM document WHERE jurisdiction IS NULL UNION SELECT value FROM json_each(?))
  AND f.passages MATCH ?  -- the index of words, from the first to the last passage of each document
  AND f.rowid >= (SELECT min(q.id) FROM passage q WHERE q.document = d.key)
  AND f.rowid <= (SELECT max(q.id) FROM passage q WHERE q.document = d.key) AND p.id = f.rowid AND p.document = d.key
"""
INDEXED = "p.id IN (SELECT rowid FROM passages WHERE passages MATCH ?)"
SAYS_WHO_ACTS = '("代 行") OR ("角") OR ("互 为") OR ("委 托" AND "主 持")'
# AB 角: as texts are compared, in small letters without blanks
WAYS = (["代行"], ["ab角"], ["a、b角"], ["互为"], ["委托", "主持"])
WHO_ACTS = f"({' OR '.join(['holds(p.text, ?)'] * len(WAYS))})"
AT_LINE = """
SELECT w.key, (SELECT p.text FROM passage p
  WHERE p.document = d.key AND p.line <= json_extract(w.value, '$[2]') ORDER BY p.line DESC, p.first, p.id LIMIT 1)
FROM json_each(?) w JOIN document d ON d.key = json_extract(w.value, '$[0]')
  OR (json_extract(w.value, '$[0]') = '' AND d.file = json_extract(w.value, '$[1]'))
ORDER BY d.key
"""
OF_TABLES = "(instr(p.text, char(9)) > 0 OR length(p.text) <= 60)"


def holding(texts: Texts, values: Mapping[str, Any], limit: int, seconds: float) -> Passages:
    """The passages that hold all the words, of some jurisdictions and notices (none: of all)."""
    words = list(values["words"])
    conditions, given = ["holds(p.text, ?)", WITHIN], [json.dumps(words), json.dumps(values["jurisdiction"])]
    few = 0 < len(values["document"]) <= FEW_NOTICES
    if not few and (index := must_hold(words)):
        conditions.insert(0, INDEXED)
        given.insert(0, index)
    if values["document"]:
        conditions.append(IN_NOTICES)
        given.append(json.dumps(values["document"]))
    sql = f"SELECT {COLUMNS} {OF_PASSAGES} WHERE {' AND '.join(conditions)} {IN_ORDER}"
    return [list(row) for row in texts.rows(sql, (*given, limit), seconds)]


def of_tables(texts: Texts, values: Mapping[str, Any], limit: int, seconds: float) -> Passages:
    """The rows of tables of some notices, and the short lines among which the titles of tables are."""
    sql = f"SELECT {COLUMNS} {OF_PASSAGES} WHERE {IN_NOTICES} AND {WITHIN} AND {OF_TABLES} {IN_ORDER}"
    given = json.dumps(values["document"]), json.dumps(values["jurisdiction"]), limit
    return [list(row) for row in texts.rows(sql, given, seconds)]


def standing_in(texts: Texts, values: Mapping[str, Any], documents: Sequence[str], seconds: float) -> Passages:
    """The passages that say who acts for an official who is away, of some jurisdictions; where officials are asked about, of the
    documents of their places and of some others, those that pair them.
    """
    within, ways = json.dumps(values["jurisdiction"]), [json.dumps(words) for words in WAYS]
    if officials := values["official"]:
        places = json.dumps(sorted({key[:size] for key in officials for size in range(len(key) + 1)}))
        sql = f"SELECT {COLUMNS} {OF_DOCUMENTS} AND {WITHIN} AND {WHO_ACTS} {IN_ORDER}"
        given = [places, json.dumps(documents), SAYS_WHO_ACTS, within, *ways, MOST_STANDING_IN]
    else:
        sql = f"SELECT {COLUMNS} {OF_PASSAGES} WHERE {INDEXED} AND {WITHIN} AND {WHO_ACTS} {IN_ORDER}"
        given = [SAYS_WHO_ACTS, within, *ways, MOST_STANDING_IN]
    return [list(row) for row in texts.rows(sql, given, seconds)]


def with_line(texts: Texts, rows: Sequence[Row], column: str) -> list[Row]:
    """The rows, each with the passage that its line is in; nothing there where the texts are not at hand.

    A paragraph that goes on over a page is one passage, at its first line.
    """
    places = [(document_of(row), row["file"], row["line"]) for row in rows]
    known = [where for where in dict.fromkeys(places) if where[1] and where[2] is not None]
    try:
        by_place = {known[number]: text for number, text in texts.rows(AT_LINE, (json.dumps(known),))} if known else {}
    except StoreError:
        by_place = {}
    return [{**row, column: by_place.get(where)} for row, where in zip(rows, places, strict=True)]


def document_of(row: Row) -> str:
    """The document that a row is printed in, by the key of its notice (9f2a…:51106); empty where it names none, only a file."""
    return str(row.get("notice") or "").rpartition(":")[0]


def saying(texts: Texts, text: str, limit: int) -> list[tuple[str, int]]:
    """The notices whose text says something, most often first, and how often."""
    words = ["".join(text.lower().split())]
    conditions, given = ["holds(text, ?)", "notice IS NOT NULL"], [json.dumps(words)]
    if index := must_hold(words):
        conditions.insert(0, "id IN (SELECT rowid FROM passages WHERE passages MATCH ?)")
        given.insert(0, index)
    sql = f"SELECT notice, count(*) AS found FROM passage WHERE {' AND '.join(conditions)} GROUP BY notice ORDER BY found DESC, notice LIMIT ?"
    return [(str(notice), int(times)) for notice, times in texts.rows(sql, (*given, limit))]


def _standing_in(store: Store, values: Mapping[str, Any], limit: int, seconds: float) -> Passages:
    """The passages that say who acts for whom; the graph knows which documents pair an official with another."""
    documents: list[str] = []
    if values["official"]:
        given = {"official": values["official"], "limit": MOST_STANDING_IN}
        rows = store.read(statement_of("sources", "pairs_of_official"), given, MOST_STANDING_IN, seconds).rows
        documents = [document for (document,) in rows]
    return standing_in(store.texts, values, documents, seconds)


GIVEN: Mapping[str, Callable[[Store, Mapping[str, Any], int, float], Passages]] = {
    "holding": lambda store, *asked: holding(store.texts, *asked),
    "of_tables": lambda store, *asked: of_tables(store.texts, *asked),
    "standing_in": _standing_in,
}
"""What fills $passages, by the name in a question's head."""
