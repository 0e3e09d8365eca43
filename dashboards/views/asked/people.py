"""What a person was last seen as, and who came before and after; persons of one name stand apart.

孙小满现任什么职务  →  孙小满：县水利局局长，2022-03-01 起；未见终止（最近见于 …）
谁接替了孙小满      →  接替孙小满任县水利局局长的：陈志
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dashboards.parts.blocks import Piece, plain, thing
from dashboards.parts.timeline import said_of
from dashboards.texts import text
from dashboards.views.asked.telling import Row, Told, joined, listed, named, source
from dashboards.views.frame.face import Face
from queries.search.finding import Hit

FOUND = 40
MOST_PEOPLE = 4
MOST_POSTS = 3  # that are named in the headline
MOST_CHAIN = 200


def people_meant(face: Face, about: str) -> list[Hit]:
    """The persons of that very name."""
    hits = [hit for hit in face.find(about, FOUND, 0).things if hit.kind == "official" and hit.how == "exact"]
    return hits[:MOST_PEOPLE]


def posts(face: Face, about: str) -> Told | None:
    """The posts that a person of that name was last seen in; None where nobody bears it."""
    people = people_meant(face, about)
    if not people:
        return None
    language = face.language
    each = [(hit, _career(face, hit.key)) for hit in people]
    headline = joined([_posts_of(hit, rows, language) for hit, rows in each], language)
    if len(each) > 1:
        headline = [text("asked_namesakes", language, words=about, count=len(each)), *headline]
    lines = [_line(face, row, several=len(each) > 1) for _, rows in each for row in _newest_first(rows)]
    proof = next((row for _, rows in each for row in _now(rows)), None)
    return Told(headline, lines, proof)


def chain(face: Face, about: str, side: str) -> Told | None:
    """Who followed a person of that name in a post, or came before; None where nobody bears it."""
    people = people_meant(face, about)
    if not people:
        return None
    language = face.language
    headline: list[list[Piece]] = []
    lines: list[list[Piece]] = []
    proof: Row | None = None
    for hit in people:
        for row in _neighbours(face, hit.key, side):
            post = f"{plain(row['body'])}{plain(row['post'])}"
            words = text(
                f"asked_{side}" if row["single"] else f"asked_{side}_of_several", language, name=hit.name, post=post
            )
            other = thing(str(row[side]), "official", str(row[f"{side}_key"]))
            headline.append([words, other])
            stated = _career(face, str(row[f"{side}_key"]))
            of_post = [one for one in stated if one["body_key"] == row["body_key"] and one["post"] == row["post"]]
            lines += [_line(face, one, several=True) for one in of_post]
            proof = proof or next(iter(of_post), None)
    if not headline:
        return Told([text(f"asked_nobody_{side}", language, name=about)], [_line(face, row, several=len(people) > 1) for hit in people for row in _newest_first(_career(face, hit.key))])  # fmt: skip
    return Told(joined(headline, language), lines, proof)


def _neighbours(face: Face, key: str, side: str) -> Sequence[Row]:
    """The tenures beside which another is seen, those of posts that one holds at a time first."""
    rows = [row for row in face.rows("neighbours", MOST_CHAIN, key=key) if row[side]]
    each = {(row["body_key"], row["post"], row[f"{side}_key"]): row for row in rows}
    return sorted(each.values(), key=lambda row: not row["single"])[:MOST_POSTS]


def _career(face: Face, key: str) -> Sequence[Row]:
    return face.answer("career", {"official": key}).rows


def _seen(row: Row) -> date:
    known: date | None = row["last_confirmed"] or row["from_latest"] or row["to_latest"]
    return known or date.min


def _newest_first(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (_seen(row), row["to_latest"] is None), reverse=True)


def _now(rows: Sequence[Row]) -> list[Row]:
    """The post seen last, with those seen on the same day of which no end is seen; one that has ended stands alone."""
    newest = _newest_first(rows)
    if not newest or newest[0]["to_latest"] is not None:
        return newest[:1]
    return [row for row in newest if row["to_latest"] is None and _seen(row) == _seen(newest[0])]


def _posts_of(hit: Hit, rows: Sequence[Row], language: str) -> list[Piece]:
    now = _now(rows)
    if not now:
        return [named(hit), text("asked_colon", language), text("no_posts", language)]
    each: dict[Any, Piece] = {(row["body_key"], row["post"]): _post(row) for row in now}
    ended = [text("asked_last_post", language)] if now[0]["to_latest"] is not None else []
    shown = listed([[post] for post in each.values()], MOST_POSTS, language)
    return [named(hit), text("asked_colon", language), *ended, *shown]


def _post(row: Row) -> Piece:
    return thing(f"{row['body']}{row['post']}", str(row["body_kind"] or "department"), str(row["body_key"]))


def _line(face: Face, row: Row, *, several: bool) -> list[Piece]:
    language = face.language
    who: list[Piece] = [thing(str(row["official"]), "official", str(row["official_key"])), " "] if several else []
    return [*who, _post(row), "　", *said_of(row, language, face.last_day), " ", *source(row, language)]
