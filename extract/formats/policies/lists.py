"""Lists of documents that a heading or a table names: those that end, and those that stay in force.

In:  一、废止下列规章 / 1.《盐业管理办法》(1996年11月8日省人民政府令第52号公布)   → that document is 废止
     废止的规范性文件目录 / 序号⇥文件名称⇥文号 / 1⇥养犬管理暂行规定⇥苍政发〔2009〕21号
     序号⇥文件名称⇥文号⇥清理意见 / 1⇥停车管理办法⇥苍政发〔2018〕9号⇥继续有效          → a mention with its number
"""

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.document import Block, Notice
from extract.formats.policies.mentions import DATED, ORDER, Mention, Tie, mentions
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.marks import DIGITS, ENUMERATOR, HAN
from extract.tables.tables import tables
from extract.text.head.marks import NUMBER, TITLE_END
from extract.text.paragraphs import is_enumerated

TITLE_COLUMN = re.compile(
    rf"^(?:{any_of('policies', 'column_kind')})*(?:文件)?(?:{any_of('policies', 'title_column')})$|^(?:{any_of('policies', 'column_alone')})$"
)
NUMBER_COLUMN = re.compile(
    rf"^(?:原|{any_of('policies', 'number_of')}|发)?(?:文件)?(?:{any_of('policies', 'number_noun')}|文件?编号)$"
)
OUTCOME_COLUMN = re.compile(
    rf"(?:{any_of('policies', 'review')})(?:{any_of('policies', 'outcome')})$|^(?:{any_of('policies', 'outcome_alone')})$"
)
ENDS = re.compile(rf"(?P<role>{any_of('policies', 'ends_how')})")
STAYS = re.compile(any_of("policies", "stays"))
MAY_END = sign_of(ENDS)
ANNOUNCES = re.compile(rf"{any_of('policies', 'announces')}|\d+[件部项个]")
LONGEST_HEADING = 80
LIST_LINE = re.compile(
    rf"""^(?:\(?[\d{DIGITS}十百]{{1,4}}[)、.．]\s?)?                # 1.
    (?=《|关于|[{HAN}]{{2,30}}关于                              # 关于加强烟花爆竹管理的通知
      |[{HAN}]{{4,40}}(?:{any_of("policies", "rules_end")})\()           # 信访规定(省政府令第114号)
    """,
    re.VERBOSE,
)
# 二、临江市渡口管理办法(市政府令第8号)。 3.粮食收购细则; · a title without marks, numbered
BARE_LINE = re.compile(
    rf"""^{ENUMERATOR}
    (?P<title> [{HAN}、“”《》]{{4,80}} (?:\((?:{any_of("policies", "bracket_kind")})\))? )
    (?: \( (?P<inner> [^()《》]{{4,60}} ) \) )? [;。,]? $""",
    re.VERBOSE,
)
# 决定废止以下文件:1.《…》;2.《…》。 all in one paragraph
INLINE = re.compile(rf"(?:以下|下列|如下|\d+[件部项个])[^。;,:《》]{{0,20}}:(?={ENUMERATOR}|《)")
GOES_ON = re.compile(rf"(?:{ENUMERATOR})?《")


@dataclass(frozen=True, slots=True)
class _Table:
    """The columns of a table of documents."""

    title: int
    number: int | None
    outcome: int | None


def listed(notice: Notice) -> dict[int, list[Mention]]:
    """By the index of its block, the documents that a list names; blocks of no list are left out."""
    by_index: dict[int, list[Mention]] = {}
    rows = _rows(notice)
    ends = _ends(notice.heading)
    role = ends if ends and not STAYS.search(notice.heading) else None
    in_list = role is not None
    if not (in_list or rows or notice.signs & MAY_END):
        return {}
    for index, block in enumerate(notice.blocks):
        text = block.text.text
        if block.is_row:
            if id(block) in rows:
                by_index[index] = list(_of_row(block, rows[id(block)], role if in_list else None))
        elif _announces(last := _last_sentence(text)):
            ends = _ends(last)
            role, in_list = ends, ends is not None
        elif ENDS.search(text) and (opened := INLINE.search(text)) and (word := _ends(_sentence(text, opened.end()))):
            by_index[index] = list(_inline(text, opened.end(), word))
        elif in_list and role and (bare := _bare(text, role)):
            by_index[index] = [bare]
        elif in_list and role and LIST_LINE.match(text) and not _speaks(text):
            by_index[index] = list(_unmarked(text, role)) or [_ended(mention, role) for mention in mentions(text)]
        elif _leaves(text):
            in_list = False
    return {index: hits for index, hits in by_index.items() if hits}


def _last_sentence(text: str) -> str:
    """依照《行政许可法》清理了现行有效的规章。决定废止以下规章: → the second sentence."""
    return text[text.rfind("。", 0, len(text) - 1) + 1 :]


def _announces(text: str) -> bool:
    """Whether a line opens a list of documents: 一、废止下列省政府规章, 继续有效的规范性文件目录, …,决定废止以下文件:."""
    if "《" in text or not (ENDS.search(text) or STAYS.search(text)):
        return False
    short = len(text) <= LONGEST_HEADING and text[-1] not in "。;,"
    return bool(short and ANNOUNCES.search(text)) or text[-1] == ":"


def _leaves(text: str) -> bool:
    """Whether a line stands after a list: another heading, or a sentence that begins no entry."""
    if len(text) <= LONGEST_HEADING and is_enumerated(text) and text[-1] not in "。;":
        return True
    return text[-1] == "。" and not LIST_LINE.match(text)


def _ends(text: str) -> str | None:
    """The word that ends the documents of a list; None where the line names those that stay."""
    match = ENDS.search(text)
    return match["role"] if match and not STAYS.search(text) else None


def _speaks(text: str) -> bool:
    """Whether a line says something of its own of the documents that it names."""
    return bool(re.search(r"[,。;:](?!$)", re.sub(r"《[^《》]*》|\([^()]*\)", "", text)))


def _sentence(text: str, stop: int) -> str:
    """The sentence that ends at `stop`, with its stop if it has one."""
    return text[max(text.rfind(mark, 0, stop - 1) for mark in "。;") + 1 : stop]


def _inline(text: str, start: int, role: str) -> Iterator[Mention]:
    """The documents of a paragraph, ended as far as the list goes that begins at `start`."""
    goes_on = True
    before = start
    for mention in mentions(text):
        if mention.start >= start and goes_on:
            stop = text.rfind("。", before, mention.start)
            goes_on = stop < 0 or bool(GOES_ON.match(text, stop + 1))
            before = max(mention.close, mention.end)
        yield _ended(mention, role) if mention.start >= start and goes_on else mention


def _bare(text: str, role: str) -> Mention | None:
    """The document of a numbered line that is a title and nothing else, its number in brackets if it has one."""
    match = BARE_LINE.match(text)
    if match is None or not TITLE_END.search(match["title"]):
        return None
    start, end = match.span("title")
    if text[start] == "《":
        return None
    number = None
    if match["inner"]:
        hit = NUMBER.search(text, *match.span("inner")) or ORDER.search(text, *match.span("inner"))
        if hit is None:
            return None
        dated = DATED.match(text, hit.start(), hit.end())
        number = (dated.end() if dated else hit.start(), hit.end())
    return Mention(start, end, Tie.REPEALS, role, None, number, match.end("inner") + 1 if match["inner"] else end)


def _ended(mention: Mention, role: str) -> Mention:
    return replace(mention, tie=Tie.REPEALS, role=role, verb=None) if mention.tie in {Tie.CITES, Tie.NAMES} else mention


def _unmarked(text: str, role: str) -> Iterator[Mention]:
    """1.关于加强烟花爆竹管理的通知(苍政办〔2011〕44号): a title without marks before its number."""
    number = NUMBER.search(text) or ORDER.search(text)
    start = match.end() if (match := LIST_LINE.match(text)) else 0
    end = number.start() - 1 if number else -1
    if number and end > start and text[end] == "(" and text[start] != "《" and TITLE_END.search(text[start:end]):
        yield Mention(start, end, Tie.REPEALS, role, None, number.span(), number.end() + 1)


def _rows(notice: Notice) -> dict[int, _Table]:
    by_index: dict[int, _Table] = {}
    for table in tables(notice):
        names = [name.strip() for name in table.header]
        title = next((i for i, name in enumerate(names) if TITLE_COLUMN.search(name)), None)
        number = next((i for i, name in enumerate(names) if NUMBER_COLUMN.search(name)), None)
        outcome = next((i for i, name in enumerate(names) if OUTCOME_COLUMN.search(name)), None)
        if title is not None:
            by_index |= {id(block): _Table(title, number, outcome) for block in table.rows}
    return by_index


def _of_row(block: Block, columns: _Table, role: str | None) -> Iterator[Mention]:
    """The document of a row, ended by the word of its own cell, else by that of the list."""
    title = _cell(block, columns.title)
    if title is None:
        return
    start, end = title
    text = block.text.text
    if text[start] == "《" and text[end - 1] == "》":
        start, end = start + 1, end - 1
    number = _cell(block, columns.number)
    cell = _cell(block, columns.outcome)
    if cell is not None and (ENDS.search(text, *cell) or STAYS.search(text, *cell)):
        role = _ends(text[slice(*cell)])
    if number is not None and not re.search(r"\d", text[slice(*number)]):
        number = None
    if role is None and number is None:
        return
    close = max(end, number[1] if number else end)
    yield Mention(start, end, Tie.REPEALS if role else Tie.CITES, role, None, number, close)


def _cell(block: Block, index: int | None) -> tuple[int, int] | None:
    """The span in the row's text of a filled cell."""
    if index is None or index >= len(block.cells) or not len(block.cells[index]):
        return None
    cell = block.cells[index]
    start = bisect.bisect_left(block.text.offsets, cell.offsets[0])
    return start, start + len(cell)
