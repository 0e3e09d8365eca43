"""Documents printed whole inside another, with authors of their own under the title.

In:  …转发给你们。/ 海云省人民政府办公厅 / 2012年12月31日 / 关于升学考试工作的实施意见 / 省教育厅 省公安厅 / (2012年12月24日) / 为做好…
Out: issued(省教育厅 → 关于升学考试工作的实施意见, 2012-12-24), issued(省公安厅 → …); the date is that under the authors, else none
"""

import re
from collections.abc import Iterator, Sequence

from extract.clean import fold
from extract.document import Block, Notice
from extract.facts import Fact, Kind, Party, Relation
from extract.lexicon import any_of
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.dates import iso_date
from extract.names.marks import DIGITS, HAN, LEVELS
from extract.names.units import breaks
from extract.text.head.marks import TITLE_END
from extract.text.lines import is_date
from extract.text.paragraphs import is_enumerated

RULE = "policies.attached"
LONGEST_TITLE = 3  # lines
LONGEST_TITLE_LINE = 50
MOST_AUTHOR_LINES = 4
LONGEST_AUTHORS = 80
BARE = re.compile(r"[\s《》]")
DATED = re.compile(r"\d日(?:\([^()]{2,20}\))?$")
PLACE_ONLY = re.compile(rf"[{LEVELS}乡镇]$")
DATE_LINE = re.compile(r"^\(?(?P<date>[^()]{6,16}[日月])(?:[^()]{0,12})?\)?$")
AUTHOR_AND_DATE = re.compile(
    rf"^\((?P<author>[{HAN}]{{3,20}}) ?(?P<date>[\d一二三四五六七八九十〇○零]{{4}}年[^()]{{3,10}}日)\)$"
)
HANDED_ON = re.compile(
    rf"""(?:^|[,。])(?P<author>[{HAN}]{{3,20}})《(?P<title>[^《》]{{6,60}})》  # 省教委《关于扩大规模的请示》
    [^。]{{0,30}}(?:{any_of("policies", "is_agreed")}),现转发                                          # 已经省政府批准,现转发给你们
    """,
    re.VERBOSE,
)
HEAD_BLOCKS = 8
LONGEST_NOTICE = 40  # paragraphs of a notice before what it hands on
PART_OF_TITLE = ("(集团)", "(试行)", "(暂行)")
AUTHOR_LINE = re.compile(rf"[{HAN}()、 ]+")
REVISED = re.compile(r"\(\d{4}年?[修订正版]{1,3}\)")  # (2023年修订), on the line after the title
OPENS_TEXT = re.compile(
    rf"^(?:目录|第[{DIGITS}十百\d]{{1,4}}[章条]|[{DIGITS}十]{{1,3}}、|为|根据|按照|依据|近年|\d{{1,2}}[.、])|[。;:,]"
)


def attached(notice: Notice) -> Iterator[Fact]:
    """Who issued the documents that stand whole inside a notice, after its own signature."""
    authored = {(fact.subject.name, _bare(fact.object.name)): fact for fact in _below_titles(notice) if fact.object}
    yield from authored.values()
    for fact in _handed_on(notice):
        if fact.object and (fact.subject.name, _bare(fact.object.name)) not in authored:
            yield fact


def _handed_on(notice: Notice) -> Iterator[Fact]:
    """国家教委《关于扩大规模的请示》已经国务院批准,现转发给你们: the author stands in the text, the title again below it."""
    for index, block in enumerate(notice.blocks[:HEAD_BLOCKS]):
        match = HANDED_ON.search(block.text.text) if "转发" in block.text.text else None
        if match is None or not _is_author(match["author"]):
            continue
        whole = _bare(match["title"])
        below = notice.blocks[index + 1 : index + 1 + LONGEST_NOTICE]
        for first in range(len(below)):
            for last in range(first, min(first + LONGEST_TITLE, len(below))):
                if "".join(_bare(part.text.text) for part in below[first : last + 1]) == whole:
                    title = notice.document.party(Kind.POLICY, below[first].start, below[last].end)
                    author = block.party(Kind.DEPARTMENT, *match.span("author"))
                    yield Fact(Relation.ISSUED, author, title, block.evidence(*match.span()), RULE)
                    return


def _below_titles(notice: Notice) -> Iterator[Fact]:
    blocks = notice.blocks
    own = _bare(notice.heading)
    index, signed = 0, False
    while index < len(blocks):
        signed = signed or _is_dated(blocks[index])
        authors, after = _authors(blocks, index) if signed and _title_end(blocks, index) else ([], index + 1)
        dated = None
        if signed and not authors and (both := _author_and_date(blocks[index].text.text)):
            bodies = [blocks[index].party(Kind.DEPARTMENT, *both.span("author"))] if _is_author(both["author"]) else []
            authors, dated, after = bodies, iso_date(both["date"]), index + 1
        title = _title(notice, blocks, index) if authors else None
        if title is not None and after < len(blocks):
            date = DATE_LINE.match(blocks[after].text.text) if dated is None else None
            dated = iso_date(date["date"]) if date else dated
            text = blocks[after + 1 : after + 2] if date and dated else blocks[after : after + 1]
            if _bare(title.name) != own and text and OPENS_TEXT.search(text[0].text.text):
                yield from (_issued(notice, author, title, dated) for author in authors)
        index = max(index + 1, after)


def _author_and_date(text: str) -> re.Match[str] | None:
    """(省教委 一九九八年三月五日): who made what follows, and when."""
    return AUTHOR_AND_DATE.match(text) if text[:1] == "(" else None


def _bare(title: str) -> str:
    return BARE.sub("", fold(title))


def _is_dated(block: Block) -> bool:
    text = block.text.text
    return is_date(text) or (len(text) <= 60 and text.endswith(("日", ")")) and DATED.search(text) is not None)


def _authors(blocks: Sequence[Block], index: int) -> tuple[list[Party], int]:
    """The bodies of the lines from `index` that hold nothing else, and the index of the line after them."""
    parties: list[Party] = []
    while index < len(blocks) and len(blocks[index].text.text) <= LONGEST_AUTHORS:
        bodies = _bodies(blocks[index])
        if not bodies or is_date(blocks[index].text.text):
            break
        parties.extend(bodies)
        index += 1
    return (parties, index) if len(parties) <= 4 * MOST_AUTHOR_LINES else ([], index)


def _bodies(block: Block) -> list[Party]:
    """The bodies that a line divides by layout spaces or 、; none if a part of it is not one."""
    if block.is_row:
        cells = [cell for cell in block.cells if cell.text]
        if not all(_is_author(cell.text) for cell in cells):
            return []
        return [block.document.party(_kind(cell.text), *cell.span(0, len(cell))) for cell in cells]
    text = block.text.text
    if not AUTHOR_LINE.fullmatch(text):
        return []
    cuts = sorted(breaks(block.text) | {i for i, char in enumerate(text) if char in "、 "})
    spans = zip([0, *cuts], [*cuts, len(text)], strict=True)
    pieces = [(a + (text[a] in "、 "), b) for a, b in spans if b > a + (text[a] in "、 ")]
    if len(pieces) < 2 or not all(_is_author(text[a:b]) for a, b in pieces):
        return [block.party(_kind(text), 0, len(text))] if _is_author(text) else []
    return [block.party(_kind(text[a:b]), a, b) for a, b in pieces]


def _kind(name: str) -> Kind:
    return kind_of_body(name) or Kind.DEPARTMENT


def _is_author(name: str) -> bool:
    if not 3 <= len(name) <= 30 or PLACE_ONLY.search(name) or is_aggregate(name) or is_enumerated(name):
        return False
    return kind_of_body(name) is not None


def _title_end(blocks: Sequence[Block], index: int) -> int:
    """After which line a title above `index` ends, (2023年修订) left out; 0 if the line there does not end as a title does."""
    end = index - (index > 1 and REVISED.fullmatch(blocks[index - 1].text.text) is not None)
    return end if end > 0 and TITLE_END.search(blocks[end - 1].text.text) is not None else 0


def _title(notice: Notice, blocks: Sequence[Block], index: int) -> Party | None:
    """The title that ends above `index`, joined over its lines; None if none stands there."""
    first = end = _title_end(blocks, index)
    while first > 0 and end - first < LONGEST_TITLE and _may_be_title(blocks[first - 1]):
        first -= 1
        if "关于" in blocks[first].text.text[:14]:
            break
    if first == end:
        return None
    return notice.document.party(Kind.POLICY, blocks[first].start, blocks[end - 1].end)


def _may_be_title(block: Block) -> bool:
    text = block.text.text
    if block.is_row or len(text) > LONGEST_TITLE_LINE or text[-1] in "。;:," or text[0] in "(附":
        return False
    if text[-1] == ")" and not text.endswith(PART_OF_TITLE):
        return False
    return not (is_date(text) or is_enumerated(text) or _bodies(block))


def _issued(notice: Notice, author: Party, title: Party, dated: str | None) -> Fact:
    start, end = title.start or 0, author.end or 0
    if end - start > 300:
        end = title.end or start
    return Fact(Relation.ISSUED, author, title, notice.document.evidence(start, end), RULE, date=dated)
