"""Who held a post, at a time or as last seen: what documents prove, what they leave possible, what they do not say.

谁是县水利局局长      →  安山县水利局局长：孙小满，2022-03-01 起；未见终止（最近见于 …）
2020年县长是谁        →  安山县人民政府县长：没有2020年的记载，此前见到陈志（2019-04-11），此后见到陈志（2022-04-07）
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dashboards.parts.blocks import Piece, address, dim, link, plain, thing
from dashboards.parts.timeline import said_of
from dashboards.texts import text
from dashboards.views.asked.telling import Row, Told, before_all, holder, joined, listed, of_place, source, time_of
from dashboards.views.frame.face import Face
from extract.names.marks import LEVELS
from queries.search.finding import Hit
from queries.search.periods import Period

FOUND = 200
MOST_POSTS = 4  # posts whose holders are told at once; of more one must be chosen
SHOWN_POSTS = 6
MOST_NAMES = 4


@dataclass(frozen=True, slots=True)
class Post:
    """A post found, its title, and the key of its body."""

    hit: Hit
    title: str
    body: str


def holders(face: Face, about: str, period: Period | None) -> Told | None:
    """Who holds the posts that the words name; None where they name none."""
    posts = posts_meant(face, about)
    if not posts:
        return None
    language = face.language
    if len(posts) > MOST_POSTS:
        rows: list[list[Piece]] = [
            [link(plain(post.hit.name), address("find", words=_again(post, period)))] for post in posts[:SHOWN_POSTS]
        ]
        return Told([text("asked_many_posts", language, words=about, count=len(posts))], rows)
    each = [_of_post(face, post, period) for post in posts]
    if len(posts) > 1:
        each = [
            replace(told, lines=[[dim(f"{plain(post.hit.place)}　"), *line] for line in told.lines])
            for post, told in zip(posts, each, strict=True)
        ]
    headline = joined([one.headline for one in each], language)
    proof = next((one.proof for one in each if one.proof is not None), None)
    return Told(headline, [line for one in each for line in one.lines], proof)


def former(face: Face, about: str) -> Told | None:
    """Who held the posts that the words name before those seen last; None where they name none."""
    posts = posts_meant(face, about)
    if not posts or len(posts) > MOST_POSTS:
        return holders(face, about, None)
    language = face.language
    headline: list[list[Piece]] = []
    lines: list[list[Piece]] = []
    proof: Row | None = None
    for post in posts:
        rows = _rows_of(face, post)
        for row in _latest(rows)[:MOST_NAMES]:
            if not row["predecessor"]:
                headline.append(
                    [text("asked_nobody_before", language, name=f"{plain(post.hit.name)}{plain(row['official'])}")]
                )
                continue
            words = text("asked_before", language, name=plain(row["official"]), post=plain(post.hit.name))
            headline.append([words, thing(str(row["predecessor"]), "official", str(row["predecessor_key"]))])
            of_it = [one for one in rows if one["official_key"] == row["predecessor_key"]]
            lines += [_line(face, one) for one in (*of_it, row)]
            proof = proof or next(iter(of_it), None)
    return Told(joined(headline, language), lines, proof) if headline else None


def posts_meant(face: Face, about: str) -> list[Post]:
    """The posts that the words name: by a whole name, else by the title alone, else by the shortest name that they shorten."""
    hits = [hit for hit in face.find(about, FOUND, 0).things if hit.kind == "post"]
    whole = [hit for hit in hits if hit.how == "exact" or (hit.matched[1:] == about and hit.matched[0] in LEVELS)]
    if whole:
        return [_post(face, hit) for hit in whole]
    ended = [_post(face, hit) for hit in hits if hit.matched.endswith(about)]
    titled = [post for post in ended if post.title == about]
    short = [post for post in (_post(face, hit) for hit in hits if hit.how == "short") if about.endswith(post.title)]
    least = min((len(post.hit.matched) for post in short), default=0)
    return titled or [post for post in short if len(post.hit.matched) == least]


def _post(face: Face, hit: Hit) -> Post:
    row = face.rows("post", 1, key=hit.key)[0]
    return Post(hit, str(row["post"]), str(row["body_key"]))


def _rows_of(face: Face, post: Post) -> Sequence[Row]:
    return face.answer("succession", {"body": post.body, "post": post.title}).rows


def _again(post: Post, period: Period | None) -> str:
    return f"{time_of(period, 'zh')}{post.hit.name}是谁"


def _of_post(face: Face, post: Post, period: Period | None) -> Told:
    language = face.language
    rows = _rows_of(face, post)
    name: list[Piece] = [*of_place(face, post.hit), text("asked_colon", language)]
    if period is None:
        now = _latest(rows)
        pieces: list[Piece] = _names(now, language) if now else [text("asked_no_holder", language)]
        if now and all(row["to_latest"] is not None for row in now):
            pieces = [text("asked_last_seen", language), *pieces]
        return Told([*name, *pieces], [_line(face, row) for row in now or rows], now[0] if now else None)
    proven = [row for row in rows if _proven(row, period)]
    if proven:
        when = text("asked_in_time", language, time=time_of(period, language))
        return Told([when, *name, *_names(proven, language)], [_line(face, row) for row in proven], proven[0])
    return _beside(face, name, rows, period)


def _beside(face: Face, name: list[Piece], rows: Sequence[Row], period: Period) -> Told:
    """No document speaks of the time: who was seen before it and after it."""
    language = face.language
    before = [row for row in rows if (seen := _last(row)) and seen < period.first and _open_to(row, period.first)]
    after = [row for row in rows if (seen := _first(row)) and seen > period.last]
    last = max(before, key=lambda row: _last(row) or date.min, default=None)
    first = min(after, key=lambda row: _first(row) or date.max, default=None)
    word = "asked_ahead" if before_all(face, period) else "asked_not_seen"
    pieces: list[Piece] = [text(word, language, time=time_of(period, language))]
    for row, words, day in ((last, "asked_seen_before", _last), (first, "asked_seen_after", _first)):
        if row is not None:
            pieces += [
                text(words, language),
                *holder(row, language),
                text("in_brackets", language, words=day(row)),
            ]
    told = [row for row in (last, first) if row is not None]
    return Told([*name, *pieces], [_line(face, row) for row in told], told[0] if told else None)


def _latest(rows: Sequence[Row]) -> list[Row]:
    """Those of whom no end is seen; of a post that one holds at a time, and where all have ended, the one seen last."""
    still = sorted(
        (row for row in rows if row["to_latest"] is None), key=lambda row: _last(row) or date.min, reverse=True
    )
    if (
        len(still) > 1
        and len({row["official_key"] for row in still}) > 1
        and any(row["end_basis"] == "successor" for row in rows)
    ):
        still = still[:1]
    return still or ([max(rows, key=lambda row: _last(row) or date.min)] if rows else [])


def _proven(row: Row, period: Period) -> bool:
    """Whether documents show the tenure on a day of the period."""
    first, last = _first(row), _last(row)
    return first is not None and last is not None and first <= period.last and last >= period.first


def _first(row: Row) -> date | None:
    return min(_days(row), default=None)


def _last(row: Row) -> date | None:
    return max(_days(row), default=None)


def _days(row: Row) -> list[date]:
    """The days on which documents show a tenure."""
    shown = [row[name] for name in ("from_latest", "last_confirmed", "to_earliest") if row[name]]
    return shown or [row[name] for name in ("to_latest",) if row[name]]


def _open_to(row: Row, day: date) -> bool:
    return row["to_latest"] is None or row["to_latest"] > day


def _names(rows: Sequence[Row], language: str) -> list[Piece]:
    each: dict[Any, list[Piece]] = {row["official_key"]: holder(row, language) for row in rows}
    return listed(list(each.values()), MOST_NAMES, language)


def _line(face: Face, row: Row) -> list[Piece]:
    language = face.language
    return [*holder(row, language), "　", *said_of(row, language, face.last_day), " ", *source(row, language)]
