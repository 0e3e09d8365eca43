"""What answers are told in: a headline, lines with the way to their source, one sentence as printed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from dashboards.cells import value_word
from dashboards.parts.blocks import Block, Piece, address, dim, link, plain, searched, thing, words_of
from dashboards.texts import text
from dashboards.views.frame.face import Face
from dashboards.views.frame.quotes import place_of
from queries.search.finding import Hit
from queries.search.periods import Period

Row = Mapping[str, Any]
MOST_LINES = 8
LEAST_PLACE = 3  # characters of a place that a name says where it says the place
NOT_IN_FULL = ("acting", "in_charge")
LONGEST = 120  # characters of a sentence as printed


@dataclass(frozen=True, slots=True)
class Told:
    """An answer: its headline, a line each that supports it, and the row whose sentence is shown."""

    headline: list[Piece]
    lines: list[list[Piece]] = field(default_factory=list)
    proof: Row | None = None
    words: str = ""  # around which a long sentence is cut


def blocks_of(face: Face, told: Told) -> list[Block]:
    """The answer as it is drawn: on the first screen of a phone too."""
    language = face.language
    lines = told.lines[:MOST_LINES]
    more = len(told.lines) - len(lines)
    rows = [*lines, *([[dim(text("asked_more", language, count=more))]] if more else [])]
    shown: list[Block] = [{"is": "answer", "text": [_unmarked(piece) for piece in told.headline], "sub": None}]
    if rows:
        shown.append({"is": "list", "rows": rows})
    if told.proof is not None and told.proof.get("quote"):
        shown.append(_sentence(face, told.proof, told.words))
    return shown


def _unmarked(piece: Piece) -> Piece:
    """A headline is read as a sentence: no marks of kinds stand in it."""
    return piece if isinstance(piece, str) else {name: value for name, value in piece.items() if name != "kind"}


def _sentence(face: Face, row: Row, words: str) -> Block:
    language = face.language
    notices = face.rows("notices_by_keys", 1, keys=[row["notice"]]) if row.get("notice") else []
    citation = place_of({**(notices[0] if notices else {}), "line": row.get("line"), "file": row.get("file")}, language)
    cut = searched(str(row["quote"]), [words] if words else [], LONGEST)
    return {
        "is": "quote",
        "over": [],
        "parts": [{"t": words_of(piece), "mark": not isinstance(piece, str)} for piece in cut],
        "source": [citation, " · ", *source(row, language)],
        "actions": [],
    }


def holder(row: Row, language: str) -> list[Piece]:
    """Who holds a post or answers for a field, and as what where not in full: 孙小满（代理）, 孙小满（安全生产）."""
    name = thing(str(row["official"]), "official", str(row["official_key"]))
    capacity = row.get("capacity")
    only = value_word(capacity, language) if capacity in NOT_IN_FULL else plain(row.get("respect") or "")
    return [name, dim(text("in_brackets", language, words=only))] if only else [name]


def source(row: Row, language: str) -> list[Piece]:
    """The way to the passage that a row rests on."""
    if not row.get("fact_id"):
        return []
    return [link(text("read_on", language), address("document", fact=str(row["fact_id"])))]


def named(hit: Hit) -> Piece:
    """A thing found, linked to its page."""
    return thing(hit.name, hit.kind, hit.key)


def of_place(face: Face, hit: Hit) -> list[Piece]:
    """A thing found, and the place that it is of where its name does not say it: 县水利局（安山县）."""
    where = {row["key"]: plain(row["name"]) for row in face.places()}.get(hit.key.partition("-")[0], "") or hit.place
    apart = where and where[-LEAST_PLACE:] not in hit.name
    return [named(hit), *([dim(text("in_brackets", face.language, words=where))] if apart else [])]


def joined(pieces: Sequence[Sequence[Piece]], language: str) -> list[Piece]:
    """Several in a row, with the comma of the language."""
    comma = text("asked_comma", language)
    return [piece for number, one in enumerate(pieces) for piece in ([comma, *one] if number else one)]


def listed(pieces: Sequence[Sequence[Piece]], most: int, language: str) -> list[Piece]:
    """The first of several, with the comma that a list of names has in the language: 陈志、周正 …."""
    comma = text("list_comma", language)
    shown = [piece for number, one in enumerate(pieces[:most]) for piece in ([comma, *one] if number else one)]
    return [*shown, " …"] if len(pieces) > most else shown


def time_of(period: Period | None, language: str) -> str:
    """The time asked about: 2020年, 2020年5月, a day, else its first and last day."""
    if period is None:
        return ""
    first, last = period.first, period.last
    if first == last:
        return text("asked_day", language, day=first)
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        if first.month == last.month and first.year == last.year:
            return text("asked_month", language, year=first.year, month=first.month)
        if (first.month, last.month, first.year) == (1, 12, last.year):
            return text("asked_year", language, year=first.year)
    return text("asked_days", language, first=first, last=last)


def before_all(face: Face, period: Period) -> bool:
    """Whether the time lies after the last day that any document covers."""
    last = face.last_day
    return isinstance(last, date) and period.first > last
