"""Work that is given to a person: the fields stand before the name, 由 between them.

In:  法制、统计工作由石磊接手;工业由副县长尹青分管 · 由高原同志分管教育工作
Out: leads(石磊, 法制), leads(石磊, 统计) with role 接手; leads(尹青, 工业) · leads(高原, 教育)

Only of a notice that speaks of a division of work; a body, a group or a 谁 behind 由 is nobody, and no name is guessed.
"""

import re
from collections.abc import Iterator

from extract.clean import Text
from extract.document import Notice
from extract.facts import Fact
from extract.formats.divisions.duties.clauses import Duties, duties_of, given_fields, official_of
from extract.formats.divisions.house import House
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.marks import HAN, NUMERAL
from extract.names.people import is_person_name
from extract.names.persons.titled import Titled, holds, titled

HELPS = "协助"
WHO = rf"(?P<who>[{HAN}·]{{2,24}}?)(?:同志)?"
TAKES = rf"(?P<verb>{any_of('divisions', 'given')})"
COUNTED_FIELDS = rf"等?(?:[{NUMERAL}两]|\d){{1,3}}[个项大](?:{any_of('divisions', 'counted_fields')})的?(?=工作)|等?(?:[{NUMERAL}两]|\d){{1,3}}项"
COUNTED = re.compile(COUNTED_FIELDS)
# 法制、统计两个领域的工作|由石磊接手
GIVEN = re.compile(
    rf"""
    (?<![^,。;:])(?!(?:{any_of("divisions", "now_given")})由)(?P<fields>[^,。;:由]{{2,80}}?)  # 法制、统计
    (?:{COUNTED_FIELDS})?(?:工作)?  # 两个领域的工作
    (?:,?(?:{any_of("divisions", "now_given")})+)?(?<![自不])由{WHO}{TAKES}(?=[,。;]|$)   # ,统一归口由石磊接手
    """,
    re.VERBOSE,
)
# 法制工作由石磊负责,…,|她还|负责信访工作
HE_ALSO = re.compile(
    rf"[,。;][他她](?:{any_of('divisions', 'connector')})*(?=(?:{any_of('divisions', 'given')})[^,。;]{{2}})"
)
TOLD_OF_FIELD = re.compile(rf",(?:包括|含|{any_of('divisions', 'remark')})|[。;]")  # and where the fields end
# 由高原同志分管|教育工作 · 石磊接手|金融工作
TAKEN = re.compile(
    rf"""
    (?<![^,。;:])(?:(?:{any_of("divisions", "now_given")})?由{WHO}{TAKES}|(?P<taker>[{HAN}·]{{2,4}}?)(?:同志)?(?P<takes>{any_of("divisions", "takes_over")}))
    (?P<fields>(?![了后原的部副])(?!联系[,。;:])(?![^,。;:]{{0,20}}领导)[^,。;:由]{{2,80}})(?=[,。;:]|$)   # 教育工作
    """,
    re.VERBOSE,
)
# 原由石磊分管的|教育工作|,改由高原分管 · 石磊同志原分管的|教育工作|由高原负责
PASSED_ON = re.compile(
    rf"""
    (?<![^,。;:])(?:原由)?[{HAN}·]{{2,24}}?(?:{any_of("divisions", "given")})的(?P<fields>[^,。;:由]{{2,80}}?)(?:工作)?,?  # 原由石磊分管的教育工作,
    (?:{any_of("divisions", "now_given")})?由{WHO}{TAKES}(?=[,。;]|$)                                     # 改由高原分管
    """,
    re.VERBOSE,
)
OF_SOMEBODY = re.compile(rf"(?:{any_of('divisions', 'given')})的")  # 石磊分管的|教育
# 教育工作不再|由石磊分管, 卫生工作拟|由尹青分管: not now · 教育工作至2020年底
OF_ANOTHER_TIME = re.compile(rf"(?:{any_of('divisions', 'not_now_given')})$|至(?:19|20)\d\d年")
CLAUSE = re.compile(r"[^,。;:]+[,。;:]?")
MAY_TAKE = re.compile(rf"由|{any_of('divisions', 'takes_over')}")  # one of which a match of GIVEN or TAKEN holds
MAY_GIVE = re.compile(rf"由[^,。;:]{{2,30}}(?:{any_of('divisions', 'given')})|{any_of('divisions', 'takes_over')}")
BEHIND_TITLE = re.compile(rf"[长任记](?P<name>[{HAN}·]{{2,4}}?)(?=$|[,。;:、和]|{any_of('divisions', 'risen')})")


def may_give(notice: Notice) -> bool:
    """Whether work is given to anybody in a notice, at a cheap look."""
    return MAY_GIVE.search(notice.text) is not None


def given(notice: Notice, text: Text, house: House) -> Iterator[Fact]:
    """The fields that a line gives to persons."""
    chars, date = text.text, notice.dated
    for pattern in (GIVEN, PASSED_ON, TAKEN) if MAY_GIVE.search(chars) else ():
        for match in pattern.finditer(chars):
            by = "who" if pattern is not TAKEN or match["who"] else "taker"
            person = _person(chars, *match.span(by), house)
            if person is None or OF_ANOTHER_TIME.search(match["fields"]):
                continue
            if pattern is GIVEN and OF_SOMEBODY.search(match["fields"]):
                continue  # 石磊分管的教育工作由高原接管: read by PASSED_ON
            duties = Duties(notice.document, date, notice.text, official_of(notice.document, text, person))
            words = match.span("verb" if by == "who" else "takes")
            facts = [*given_fields(duties, text, match.span("fields"), words)]
            yield from facts
            if facts and (also := HE_ALSO.search(chars, match.end(), _next(chars, match.end()))):
                end = TOLD_OF_FIELD.search(chars, also.end())
                yield from duties_of(duties, text, also.end(), end.start() if end else None)
            if facts:
                yield from holds(notice.document, text, person, date, "divisions.titles")


def _next(chars: str, start: int) -> int:
    """Where somebody else is given work, or the text ends: up to there 他, 她 is who was named last."""
    by = chars.find("由", start)
    return by if by >= 0 else len(chars)


def named_in(notice: Notice) -> frozenset[str]:
    """The persons to whom work is given, and those whom a title names: 骆某 of 某委员会主任骆某升任."""
    chars = notice.text
    clauses = [clause.span() for clause in CLAUSE.finditer(chars) if MAY_TAKE.search(clause[0])]
    matches = (match for span in clauses for pattern in (GIVEN, TAKEN) for match in pattern.finditer(chars, *span))
    names = {match["who"] or match["taker"] for match in matches}
    names |= {match["name"] for match in BEHIND_TITLE.finditer(chars)}
    return frozenset(name for name in names if is_person_name(name))


def _person(chars: str, start: int, end: int, house: House) -> Titled | None:
    """The person of a span that is a name, or a name and a title: 石磊, 副县长尹青, 高原副县长."""
    name = chars[start:end]
    if kind_of_body(name) is not None or name.endswith(HELPS):
        return None  # 由国务院分管, 由石磊协助|负责
    if is_person_name(name):
        return Titled(start, end)
    return titled(chars, start, end, government=house.government)
