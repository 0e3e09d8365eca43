"""What is typed into a search box, and what it finds: best first, each with its kind, its place and a line about it.

涨渡湖    →  涨渡湖街道办事处 (street), … 主任 (post), items and passages that hold the word
发改局    →  区发展和改革局: an ordered part of its name with the same ending
fgj       →  区发改局, by the initials of a name it bears
lihonglin →  李红林
老年人    →  items about 养老 too, marked as found by their topic
胡燕萍    →  胡艳萍, where nothing bears the words themselves
谁分管教育 →  教育, where the whole finds nothing; `read_as` says so
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import itemgetter
from typing import Any

from graph.lexicon import look_alike, rows
from queries.run.choices import is_short_form
from queries.search.near import asked_about, near_names, without_place
from queries.search.tokens import also, folded, phrase, tokens

LONGEST = 100
KINDS = ("official", "department", "street", "group", "post", "task", "project", "policy", "topic", "place", "document")
ORDER = {
    "official": 0,
    "department": 0,
    "street": 0,
    "group": 0,
    "post": 1,
    "task": 2,
    "project": 2,
    "policy": 3,
    "document": 3,
}
EXACT, STARTS, HOLDS, SHORT, SOUND, ALIKE, TOPIC, NEAR = range(8)
HOW = ("exact", "starts", "holds", "short", "pinyin", "variant", "topic", "near")
NAMED = {"official", "department", "street", "group", "post"}  # what a misprint may hide
OF_TOPICS = {"task", "topic", "group", "project", "department"}  # what belongs to a field of work
MOST_READ = 400
FEW = 3  # so few hits, and variants of look-alike characters are tried


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: how says by what, `matched` is the name that fits, `note` what tells it apart."""

    kind: str
    key: str
    name: str
    matched: str
    place: str
    note: dict[str, Any]
    how: str


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage that holds the words, with where it stands."""

    key: str
    text: str
    line: int
    first: int
    last: int
    document: str
    source: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: things, passages, and how many of each there are in all."""

    things: tuple[Hit, ...]
    counts: dict[str, int]
    passages: tuple[PassageHit, ...]
    passage_count: int
    read_as: str = ""  # what was searched in place of the words typed, where these found nothing
    meanwhile: bool = False  # found without the index, which is still being made
    older: bool = False  # found by the index of an earlier state of the graph, while that of now is made


def find(index: sqlite3.Connection, typed: str, limit: int = 20, kinds: Sequence[str] = (), passages: int = 5) -> Found:
    """What the typed text finds; several words must all stand in a name or passage, in any order."""
    wanted = typed.strip()[:LONGEST]
    if not tokens(wanted):
        return Found((), {}, (), 0)
    ranked = _ranked(index, wanted)
    for about in () if ranked else (asked_about(wanted), without_place(index, wanted)):
        if about != wanted and (again := find(index, about, limit, kinds, passages)).things:
            return replace(again, read_as=again.read_as or about)
    if not ranked:
        ranked = sorted(_by_near_name(index, wanted), key=itemgetter(0))
    if kinds:
        ranked = [(key, hit) for key, hit in ranked if hit.kind in kinds]
    counts: dict[str, int] = {}
    for _, hit in ranked:
        counts[hit.kind] = counts.get(hit.kind, 0) + 1
    lines, total = passages_with(index, wanted, passages)
    return Found(tuple(hit for _, hit in ranked[:limit]), counts, lines, total)


def _ranked(index: sqlite3.Connection, wanted: str) -> list[tuple[tuple[int, ...], Hit]]:
    best: dict[int, tuple[tuple[int, ...], Hit]] = {}
    words = wanted.split()
    steps = [_by_words(index, words), _by_short_form(index, wanted), _by_sound(index, wanted)]
    for rows_found in steps:
        _keep(best, rows_found)
    if len(best) < FEW:
        _keep(best, _by_variant(index, wanted))
    _keep(best, _by_topic(index, wanted))
    return sorted(best.values(), key=lambda pair: pair[0])


def _keep(best: dict[int, tuple[tuple[int, ...], Hit]], found: Iterable[tuple[int, tuple[int, ...], Hit]]) -> None:
    for number, rank, hit in found:
        if number not in best or rank < best[number][0]:
            best[number] = (rank, hit)


def _hits(index: sqlite3.Connection, numbers: Sequence[int]) -> list[tuple[int, sqlite3.Row]]:
    hits = []
    for start in range(0, len(numbers), MOST_READ):
        part = numbers[start : start + MOST_READ]
        marks = ",".join("?" * len(part))
        hits += index.execute(f"SELECT * FROM thing WHERE id IN ({marks})", part).fetchall()
    return [(row[0], row) for row in hits]


def _hit(row: Sequence[Any], matched: str, level: int) -> tuple[int, tuple[int, ...], Hit]:
    number, kind, key, name, _, place, note, weight = row
    rank = (level, ORDER.get(kind, 9), len(matched), -weight, number)
    return number, rank, Hit(kind, key, name, matched, place, json.loads(note), HOW[level])


def _by_words(index: sqlite3.Connection, words: Sequence[str]) -> Iterable[tuple[int, tuple[int, ...], Hit]]:
    parts = [phrase(word) for word in words if phrase(word)]
    if not parts:
        return
    numbers = [row[0] for row in index.execute("SELECT rowid FROM words WHERE words MATCH ?", (" AND ".join(parts),))]
    wanted = [folded(word) for word in words]
    for _, row in _hits(index, numbers):
        names = json.loads(row[4])
        level, matched = min(((_level(name, wanted), name) for name in names), key=lambda pair: (pair[0], len(pair[1])))
        yield _hit(row, matched, level)


def _level(name: str, words: Sequence[str]) -> int:
    spelt = folded(name)
    if len(words) == 1 and spelt == words[0]:
        return EXACT
    return STARTS if spelt.startswith(words[0]) else HOLDS


def _by_short_form(index: sqlite3.Connection, typed: str) -> Iterable[tuple[int, tuple[int, ...], Hit]]:
    """区发改局, 发改局 → 区发展和改革局: the characters in order, the first and the last alike."""
    wanted = folded("".join(typed.split()))
    if len(wanted) < 3 or wanted.isascii():
        return
    like = "%" + "%".join(wanted) + "%"
    rows = index.execute("SELECT DISTINCT thing, folded FROM said WHERE folded LIKE ? LIMIT ?", (like, MOST_READ))
    names = {thing: name for thing, name in rows if any(is_short_form(wanted, part) for part in (name, name[1:]))}
    for number, row in _hits(index, list(names)):
        yield _hit(row, names[number], SHORT)


def _by_sound(index: sqlite3.Connection, typed: str) -> Iterable[tuple[int, tuple[int, ...], Hit]]:
    """fgj, zhangaiping: the initials or the pinyin of a name, or of its end."""
    wanted = folded("".join(typed.split()))
    if len(wanted) < 2 or not (wanted.isascii() and wanted.isalpha()):
        return
    rows = index.execute(
        "SELECT thing, folded, initials = ?1, length(folded) FROM said WHERE initials LIKE '%' || ?1 OR full LIKE '%' || ?1 || '%' "
        "ORDER BY initials <> ?1, length(folded), thing LIMIT ?2",
        (wanted, MOST_READ),
    ).fetchall()
    names: dict[int, str] = {}
    for thing, name, *_ in rows:
        names.setdefault(thing, name)
    for number, row in _hits(index, list(names)):
        yield _hit(row, names[number], SOUND)


def _by_variant(index: sqlite3.Connection, typed: str) -> Iterable[tuple[int, tuple[int, ...], Hit]]:
    """张晓函 → 张晓菡: one character that a character reader takes for another."""
    wanted = "".join(typed.split())
    if not 2 <= len(wanted) <= 12:
        return
    alike = _alike()
    for position, character in enumerate(wanted):
        for other in sorted(alike.get(character, "")):
            changed = wanted[:position] + other + wanted[position + 1 :]
            for number, _, hit in _by_words(index, [changed]):
                if hit.kind in NAMED:
                    yield _again(number, hit, ALIKE)


@cache
def _alike() -> dict[str, set[str]]:
    table: dict[str, set[str]] = {}
    for row in rows("look_alikes.tsv"):
        for other in row[1]:
            if look_alike(row[0], other):
                table.setdefault(row[0], set()).add(other)
                table.setdefault(other, set()).add(row[0])
    return table


def _by_near_name(index: sqlite3.Connection, typed: str) -> Iterable[tuple[tuple[int, ...], Hit]]:
    """胡燕萍 → 胡艳萍: by sound, by one other character, by the characters in order."""
    names = near_names(index, typed)
    for number, row in _hits(index, list(names)):
        _, rank, hit = _hit(row, names[number], NEAR)
        yield rank, hit


def _by_topic(index: sqlite3.Connection, typed: str) -> Iterable[tuple[int, tuple[int, ...], Hit]]:
    """老年人 finds 养老: other words of the same field of work."""
    for word in also(typed.strip())[1:]:
        for number, _, hit in _by_words(index, [word]):
            if hit.kind in OF_TOPICS:
                yield _again(number, hit, TOPIC)


def _again(number: int, hit: Hit, level: int) -> tuple[int, tuple[int, ...], Hit]:
    """A hit that was found by other words than were typed, ranked below those found by them."""
    return number, (level, ORDER.get(hit.kind, 9), len(hit.matched), 0, number), replace(hit, how=HOW[level])


def passages_with(index: sqlite3.Connection, typed: str, limit: int) -> tuple[tuple[PassageHit, ...], int]:
    """The first passages that hold all words, of the texts attached to the index, and how many hold them."""
    parts = " AND ".join(part for part in map(phrase, typed.split()) if part)
    if not parts:
        return (), 0
    total = index.execute("SELECT count(*) FROM texts.passages WHERE passages MATCH ?", (parts,)).fetchone()[0]
    rows = index.execute(
        "SELECT p.key, p.text, p.line, p.first, p.last, p.document, d.name, d.issue FROM texts.passage p "
        "JOIN texts.document d ON d.key = p.document WHERE p.id IN (SELECT rowid FROM texts.passages WHERE passages MATCH ?) "
        "ORDER BY p.document, p.first, p.id LIMIT ?",
        (parts, limit),
    )
    return tuple(_passage(row) for row in rows), int(total)


def _passage(row: Sequence[Any]) -> PassageHit:
    key, text, line, first, last, document, name, issue = row
    source = " ".join(part for part in (name, issue) if part)
    return PassageHit(key, text, line, first, last, document, source)
