"""AB roles: who stands in for whom, once a pair.

In:  王振和陈晓红同志、张雷咏和余建军同志互为AB角 · 与副县长李明互为AB角 (in 王强's paragraph) · a table with A角, B角
Out: 王振 covers 陈晓红; 张雷咏 covers 余建军
"""

import re
from collections.abc import Iterator
from itertools import chain

from extract.clean import Text
from extract.document import Block, Document, Notice
from extract.facts import Fact, Kind, Relation
from extract.formats.divisions.lines import gaps_in, source_lines
from extract.lexicon import any_of
from extract.names.marks import DIGITS, HAN
from extract.names.people import is_person_name, may_be_name
from extract.names.persons.titled import Titled, evidence_of, titled

MUTUAL = re.compile(
    rf"""
      (?:互为|结为|为|实行)[“"]?A、?/?B[”"]?(?:{any_of("portfolios", "position")})  # 互为“A、/B”岗
    | 互为[“"]?A[”"]?(?:{any_of("portfolios", "position")})?[、/和]?[“"]?B[”"]?(?:{any_of("portfolios", "position")})  # 互为“A”岗、“B”岗
    """,
    re.VERBOSE,
)
BESIDE = re.compile(
    r"""
    (?:[“"]?AB[”"]?[角岗]|[“"]?B[”"]?[角岗])(?:为|是|由|:)?  # “AB”角为
    (?P<who>[^,;。:]{2,30}?)(?:同志)?(?:担任)?(?=[,;。)]|$)  # 某某同志担任
    """,
    re.VERBOSE,
)
# A角:张三  B角:李四
EACH = re.compile(rf"A[角岗]:(?P<a>[{HAN}·]{{2,12}}?)[,;、]?B[角岗]:(?P<b>[{HAN}·]{{2,12}})(?=[,;。]|$)")
# AB角:丁力—石磊,孟川—尹青
LISTED = re.compile(rf"AB[角岗](?:安排)?:(?P<pairs>[{HAN}·—\-,;、与和]{{5,400}})")
PAIR = re.compile(
    rf"""
    (?<![{HAN}·])(?P<a>[{HAN}·]{{2,4}}?)           # 丁力
    (?:—+|-+|与|和)(?P<b>[{HAN}·]{{2,4}})(?![{HAN}·])  # —石磊
    """,
    re.VERBOSE,
)
ROLE = re.compile(r"A.{0,3}B.{0,2}[角岗]|[AB][”\"]?[角岗]")
COLUMNS = re.compile(r"[“\"]?A[”\"]?[角岗][“\"]?B[”\"]?[角岗]")  # names of two columns, the layout between them lost
COLUMN_A = re.compile(rf"^[“\"]?A[”\"]?[角岗]?(?:{any_of('portfolios', 'pair_column')})?$|A[角岗]$")
COLUMN_B = re.compile(rf"^[“\"]?B[”\"]?[角岗]?(?:{any_of('portfolios', 'pair_column')})?$|B[角岗]$")


HEAD_MARK = re.compile(rf"^(?:[(]?[{DIGITS}十\d]{{1,3}}[)、.]+)?")
NAME_AT_HEAD = re.compile(
    rf"""
    (?P<name>[{HAN}·]{{2,4}}?)  # 王强
    (?:同志)?[,:;(]?(?=全面|{any_of("divisions", "no_longer")})  # 负责农业农村工作
    """,
    re.VERBOSE,
)
LEADS_IN = re.compile(rf"(?:{any_of('divisions', 'pairs_lead')})+")  # 其中|丁某, 安排|丁某
PART, PERSON = re.compile(r"[^、,;]+"), re.compile(r"[^、,;和与]+")
JOINS = re.compile(rf"(?<=[{HAN}])(?:同志)?(?:和|与|、|—+|-+)(?=[{HAN}])")  # 丁某同志|与|石某
Place = tuple[Text, int, int]
Pair = tuple[Place, Place, tuple[int, int]]


def covers(notice: Notice) -> Iterator[Fact]:
    """The pairs that a notice names, each once."""
    if "B" not in notice.text:  # no AB角, no B角, no column of it
        return
    seen: set[frozenset[str]] = set()
    for fact in chain(_told(notice), _table(notice), _lines(notice)):
        pair = frozenset((fact.subject.name, fact.object.name))
        if len(pair) == 2 and pair not in seen:
            seen.add(pair)
            yield fact


def _told(notice: Notice) -> Iterator[Fact]:
    for block in notice.blocks:
        if not block.is_row and "B" in block.text.text and ROLE.search(block.text.text):
            for first, second, position in _pairs(block.text):
                yield _fact(notice.document, first, second, block.text, position, notice.dated)


def _pairs(text: Text) -> Iterator[Pair]:
    """Two who stand in for each other, with the words that say so: 甲与乙互为AB角, 甲、乙互为, AB角:乙 under the head 甲."""
    chars = text.text
    for mutual in MUTUAL.finditer(chars):
        yield from _mutual(text, mutual)
    for both in EACH.finditer(chars):
        if may_be_name(both["a"]) and may_be_name(both["b"]):
            yield (text, *both.span("a")), (text, *both.span("b")), both.span()
    for listed in LISTED.finditer(chars):
        for pair in PAIR.finditer(chars, *listed.span("pairs")):
            if may_be_name(pair["a"]) and may_be_name(pair["b"]):
                yield (text, *pair.span("a")), (text, *pair.span("b")), pair.span()
    for beside in BESIDE.finditer(chars):
        if beside["who"].startswith(("互", "工作", "制", "的", "代理")):
            continue
        owner, held = _owner(chars), titled(chars, *beside.span("who"))
        if owner and held:
            yield _place(text, owner), _place(text, held), beside.span()


def _mutual(text: Text, mutual: re.Match[str]) -> Iterator[Pair]:
    """The pairs before 互为AB角: each joined by 与, else two persons of a list, else the one named and whom the text is about."""
    chars = text.text
    start = max(chars.rfind(mark, 0, mutual.start()) for mark in "。:;") + 1
    stretch = chars[start : mutual.start()]
    joined = [pair for part in PART.finditer(stretch) if (pair := _joined(chars, start + part.start(), part[0]))]
    if joined:
        yield from ((_place(text, left), _place(text, right), mutual.span()) for left, right in joined)
        return
    people = [
        held for part in PERSON.finditer(stretch) if (held := titled(chars, start + part.start(), start + part.end()))
    ]
    if len(people) == 1 and (owner := _owner(chars)):
        people.insert(0, owner)
    if len(people) == 2:
        yield _place(text, people[0]), _place(text, people[1]), mutual.span()


def _joined(chars: str, start: int, part: str) -> tuple[Titled, Titled] | None:
    """The two persons of 甲与乙, which begins at `start`."""
    mark = JOINS.search(part)
    left = _person(chars, start, start + mark.start()) if mark else None
    right = _person(chars, start + mark.end(), start + len(part)) if mark else None
    return (left, right) if left and right else None


def _place(text: Text, person: Titled) -> Place:
    return text, person.name_start, person.name_end


def _person(chars: str, start: int, end: int) -> Titled | None:
    """A person of a pair, also with a name that no list of family names knows."""
    bare = end - 2 if chars[start:end].endswith("同志") else end
    if (lead := LEADS_IN.match(chars, start, bare)) and may_be_name(chars[lead.end() : bare]):
        return Titled(lead.end(), bare)
    held = titled(chars, start, end)
    return Titled(start, bare) if held is None and may_be_name(chars[start:bare]) else held


def _owner(chars: str) -> Titled | None:
    """The person at the head of a paragraph: 副县长王强:… 与李明互为AB角, 副县长:王强　负责…(AB角:李明)."""
    colon = chars.find(":", 0, 60)
    head = HEAD_MARK.match(chars)
    before = titled(chars, head.end() if head else 0, colon) if colon > 0 else None
    after = NAME_AT_HEAD.match(chars, colon + 1) if colon > 0 and before is None else None
    return Titled(*after.span("name")) if after is not None and is_person_name(after["name"]) else before


def _fact(document: Document, first: Place, second: Place, text: Text, at: tuple[int, int], date: str | None) -> Fact:
    a, b = first[0].span(*first[1:]), second[0].span(*second[1:])
    return Fact(
        Relation.COVERS,
        document.party(Kind.OFFICIAL, *a),
        document.party(Kind.OFFICIAL, *b),
        evidence_of(document, [a, b, text.span(*at)], a[0]),
        "divisions.covers",
        role="AB角",
        date=date,
    )


def _table(notice: Notice) -> Iterator[Fact]:
    """Rows under the columns A角 and B角."""
    columns: tuple[int, int] | None = None
    for block in notice.blocks:
        if not block.is_row:
            columns = None
            continue
        a = _column(block, COLUMN_A)
        b = _column(block, COLUMN_B)
        if a is not None and b is not None:
            columns = (a, b)
            continue
        if columns is None or max(columns) >= len(block.cells):
            continue
        left, right = block.cells[columns[0]], block.cells[columns[1]]
        first, second = (titled(cell.text, 0, len(cell)) if cell.text else None for cell in (left, right))
        if first and second:
            one = left.span(first.name_start, first.name_end)
            two = right.span(second.name_start, second.name_end)
            yield Fact(
                Relation.COVERS,
                notice.document.party(Kind.OFFICIAL, *one),
                notice.document.party(Kind.OFFICIAL, *two),
                notice.document.evidence(min(one[0], two[0]), max(one[1], two[1]), at=one[0]),
                "divisions.covers_table",
                role="AB角",
                date=notice.dated,
            )


def _lines(notice: Notice) -> Iterator[Fact]:
    """Two names a line, which layout divides, below A角　B角."""
    head: Text | None = None
    for block in notice.blocks if COLUMNS.search(notice.text) else ():
        for line in source_lines(block.document, block.text) if not block.is_row else ():
            if COLUMNS.fullmatch(line.text):
                head = line
                continue
            cut = next(iter(gaps_in(line, 2, len(line) - 1)), 0) if head is not None else 0
            names = [line.text[:cut], line.text[cut:]]
            if head is None or not cut or not all(map(is_person_name, names)):
                head = None
                continue
            yield _fact(notice.document, (line, 0, cut), (line, cut, len(line)), line, (0, len(line)), notice.dated)


def _column(block: Block, pattern: re.Pattern[str]) -> int | None:
    return next((i for i, cell in enumerate(block.cells) if pattern.search(cell.text)), None)
