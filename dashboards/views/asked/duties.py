"""What a person answers for by the division of work, and what a body does by its tasks.

陈志分管什么          →  陈志：分管 县水利局、县林业局；负责 农业农村、乡村振兴；联系 县气象局
县水利局负责哪些工作  →  县水利局：牵头 12 项任务，配合 7 项
"""

from collections.abc import Sequence

from dashboards.cells import value_word
from dashboards.parts.blocks import Piece, dim, plain, thing
from dashboards.texts import text
from dashboards.views.asked.fields import bodies_meant, of_each
from dashboards.views.asked.people import people_meant
from dashboards.views.asked.telling import Row, Told, joined, listed, named, source
from dashboards.views.frame.face import Face
from queries.search.finding import Hit

MOST_NAMES = 6  # things under one word in the headline
MOST_IN_LINE = 60


def duties(face: Face, about: str) -> Told | None:
    """What a person or a body of that name answers for; None where nobody and nothing bears it."""
    people = people_meant(face, about)
    if people:
        return _of_people(face, people, about)
    bodies = bodies_meant(face, about)
    return of_each(face, bodies, _tasks) if bodies else None


def _of_people(face: Face, people: Sequence[Hit], about: str) -> Told:
    """The portfolio of each person of one name."""
    language = face.language
    each = [(hit, face.answer("portfolio", {"official": hit.key}).rows) for hit in people]
    headline = joined([_portfolio_of(hit, rows, language) for hit, rows in each], language)
    if len(each) > 1:
        headline = [text("asked_namesakes", language, words=about, count=len(each)), *headline]
    own = [_newest(rows) for _, rows in each]
    lines = [_line(some, language) for rows in own for some in _by_role(rows, language).values()]
    return Told(headline, lines, next((rows[0] for rows in own if rows), None))


def _newest(rows: Sequence[Row]) -> list[Row]:
    """What the newest division of work gives a person; a group or a task that he answers for stands on his own page."""
    own = [row for row in rows if row["relation"] in ("leads", "liaises") and row["what_kind"] not in ("task", "group")]
    newest = max((str(row["dated"] or "") for row in own), default="")
    return sorted((row for row in own if str(row["dated"] or "") == newest), key=lambda row: row["relation"])


def _by_role(rows: Sequence[Row], language: str) -> dict[str, list[Row]]:
    by_role: dict[str, list[Row]] = {}
    for row in rows:
        by_role.setdefault(plain(row["role"] or value_word(row["relation"], language)), []).append(row)
    return by_role


def _portfolio_of(hit: Hit, rows: Sequence[Row], language: str) -> list[Piece]:
    own = _by_role(_newest(rows), language)
    tasks = sum(row["what_kind"] == "task" for row in rows)
    each = [[f"{role} ", *_things(some, MOST_NAMES, language)] for role, some in own.items()]
    told = [text("asked_colon", language), *joined(each, language)] if each else [text("asked_no_duties", language)]
    return [named(hit), *told, *([text("asked_in_tasks", language, count=tasks)] if tasks else [])]


def _things(rows: Sequence[Row], most: int, language: str) -> list[Piece]:
    """The things of one word; what is theirs in one respect only says which: 教育（安全生产）."""
    return listed([_thing(row, language) for row in rows], most, language)


def _thing(row: Row, language: str) -> list[Piece]:
    one = thing(str(row["what"]), str(row["what_kind"]), str(row["what_key"]))
    return [one, dim(text("in_brackets", language, words=plain(row["topic"])))] if row["topic"] else [one]


def _line(rows: Sequence[Row], language: str) -> list[Piece]:
    first = rows[0]
    role = plain(first["role"] or value_word(first["relation"], language))
    return [f"{role} ", *_things(rows, MOST_IN_LINE, language), f"　{plain(first['dated'] or '')} ", *source(first, language)]  # fmt: skip


def _tasks(face: Face, body: Hit) -> Told:
    """How many tasks a body leads and assists in, and those that it leads, the newest first."""
    language = face.language
    rows = face.answer("items", {"body": body.key}).rows
    led = [row for row in rows if row["relation"] == "leads"]
    if not rows:
        return Told([text("asked_no_tasks", language)])
    helped = len(rows) - len(led)
    counted = text("asked_leads", language, count=len(led)) + (
        text("asked_assists", language, count=helped) if helped else ""
    )
    lines: list[list[Piece]] = [
        [
            thing(str(row["what"]), "task", str(row["what_key"])),
            f"　{plain(row['dated'] or '')} ",
            *source(row, language),
        ]
        for row in led
    ]
    return Told([counted], lines, next(iter(led), None))
