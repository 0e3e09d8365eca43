"""Who has a seat of a group: a leading group, a headquarters, a committee set up for one thing.

县防汛指挥部指挥长是谁  →  县防汛指挥部的指挥长：陈志
"""

import re
from functools import partial

from dashboards.parts.blocks import Piece, plain, thing
from dashboards.texts import text
from dashboards.views.asked.fields import MOST_NAMES, bodies_meant, of_each
from dashboards.views.asked.telling import Row, Told, listed, source
from dashboards.views.frame.face import Face
from queries.search.finding import Hit
from queries.search.periods import Period

SEAT = re.compile(
    r"""
    (?:第一|常务|执行|专职)? 副? (?:组长|总指挥长?|指挥长|总?召集人|主任委员|主任|秘书长|会长|总?河长|总?林长)
    | 办公室 (?:常务|专职)? 副? 主任   # 县防汛指挥部办公室主任
    | 成员 | 委员
    """,
    re.VERBOSE,
)
LONGEST = 9  # characters of a seat: 办公室专职副主任


def seats(face: Face, about: str, period: Period | None) -> Told | None:
    """Who has the seat that the words end with, in the groups that they begin with; None where they begin with none."""
    for size in range(2, min(LONGEST, len(about) - 2) + 1):
        seat = about[-size:]
        if not SEAT.fullmatch(seat):
            continue
        groups = [hit for hit in bodies_meant(face, about[:-size].removesuffix("的")) if hit.kind == "group"]
        if groups:
            return of_each(face, groups, partial(_seated, seat=seat, period=period))
    return None


def _seated(face: Face, group: Hit, seat: str, period: Period | None) -> Told:
    language = face.language
    on = f"{period.first}/{period.last}" if period else "*"
    rows = [row for row in face.answer("members", {"group": group.key, "on": on}).rows if row["seat"] == seat]
    if not rows:
        return Told([text("asked_no_seat", language, seat=seat)])
    headline = [
        text("asked_seat", language, seat=seat),
        *listed([[_member(row)] for row in rows], MOST_NAMES, language),
    ]
    lines = [[_member(row), f"　{plain(row['dated'] or '')} ", *source(row, language)] for row in rows]
    return Told(headline, lines, rows[0])


def _member(row: Row) -> Piece:
    return thing(str(row["member"]), str(row["member_kind"]), str(row["member_key"]))
