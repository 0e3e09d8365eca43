"""Lines → Blocks, joined where the layout divided a sentence, a title or a heading.

In:  "…深化思想认识,采取有" / (page break) / "力有效措施,依法依规…"   Out: one Block whose text runs on
In:  "1⇥加快建设…⇥区商务局"                                       Out: one Block with three cells

Never joined: a table row, an enumerated item with what stands before it, a heading, a signature, a date.
"""

import bisect
import re
from collections.abc import Iterator, Sequence

from extract.clean import Text, join
from extract.document import Block, Document
from extract.lexicon import any_of
from extract.names.marks import BULLETS, DIGITS, ENUMERATOR, HAN, may_open_with_mark
from extract.names.people import is_person_name
from extract.text.lines import Line, is_date

ENUMERATED = re.compile(rf"^[-—–{BULLETS}*]*(?:{ENUMERATOR}|{any_of('layout', 'annex')}|附:|注:|[{BULLETS}]|——)")
# 组长: 责任单位: 联系人: 区创建领导小组第一副组长:
LABEL = re.compile(
    rf"""
    ^[-—]?(?:[{HAN}]{{1,8}}|[{HAN}]{{2,4}}[{DIGITS}十\d]{{1,3}}|[{HAN}“”]{{2,24}}(?:组长|指挥长?|{any_of("layout", "seat_label")})):  # 问题2:
    """,
    re.VERBOSE,
)
DUTY_LABEL = re.compile(rf"^[{HAN}]{{0,4}}(?:{any_of('layout', 'role')})(?:责任)?(?:{any_of('shared', 'unit')}):$")
BARE_DUTY_LABEL = re.compile(rf"^(?:{any_of('answers', 'bare_role')})(?:{any_of('shared', 'unit')})$")
SENTENCE_END = "。;:!?…"
SENTENCE_MARK = re.compile(r"[,。;:]")
ARTICLE = re.compile(rf"^第[{DIGITS}十百零\d]{{1,5}}条")
GOES_ON = re.compile(rf"^(?:的|和|及|与|或|等|以及|{any_of('layout', 'goes_on')})(?![:])")  # no paragraph begins so
LEAST_MARKS = 2  # commas that no heading has
LEAST_INDENT = 2
LONGEST_NAME, LONGEST_ENTRY = 4, 60
LONGEST_POST = 6
LONGEST_REST = 30
LONGEST_BODY = 16
DUTY_OPENS = re.compile(
    rf"(?:主要)?(?:{any_of('layout', 'duty_opens')}|与[^,。]{{2,20}}(?:{any_of('layout', 'duty_with')}))"
)
LONGEST_TITLE_LINE = 14
POSTS_BEFORE = re.compile(rf"[{HAN}]{{2,10}}[长任记员席委]、")  # 县委常委、政
CUT_TAIL = re.compile(
    rf"[室局会部处科组厅院校委]副?(?:{any_of('shared', 'chief')}|[局处科部厅院校会]长)$"
)  # 县政府办公 / 室主任
TITLE_LINE = re.compile(rf"[{HAN}、]{{3,14}}")
POST_ALONE = re.compile(
    rf"^(?:副|常务副|第一)?(?:[局处科股所厅部署]长|{any_of('layout', 'post_line')}|[市区县镇乡州]长)$"
)
POST_END = re.compile(r"[长任记员席理师][)]?$")
ENTRY_END = re.compile(r"[长任记员席理师](?:\([^()]{1,12}\))?$")  # 副局长(主持工作)
HEADING_END = re.compile(rf"(?:{any_of('layout', 'heading_end')})$")
HEADING_WORD = re.compile(rf"^(?:{any_of('layout', 'members')})?(?:{any_of('layout', 'heading_word')})$")
NO_HEADING = re.compile(r"[,。;:!?、)）》”]|号$|[局处科厅部署]长|主任|书记|附件")
CLAUSE_OPEN = ",、—"
# a sentence on a group's office below a list of its members that no full stop closes
OF_GROUP = re.compile(
    rf"""
    ^
    (?:
        [{HAN}]{{0,24}}?(?:{any_of("layout", "group")})(?:{any_of("layout", "of_office")})  # 某领导小组下设
      | 办公室(?:设|{any_of("layout", "office_does")})  # 办公室设
    )""",
    re.VERBOSE,
)
# a line that says of a page when and by whom it was put up: 时间:2013-02-21 10:42来源:求医网
OF_PAGE = re.compile(
    rf"""(?:{any_of("layout", "put_out")})?(?:{any_of("shared", "day_label")}):?\d{{4}}|(?:信息)?来源:|作者:|编辑:|浏览
      | \d{{4}}[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}日?[ ]?\d{{1,2}}:\d\d                  # 2024-03-12 09:30""",
    re.VERBOSE,
)
PHONE_END = re.compile(
    rf"(?:{any_of('layout', 'phone')})[^。;]{{0,12}}\d{{7,8}}$"
)  # 联系电话:0555-1234567 ends what its line says
PAIRS = {"(": ")", "《": "》", "“": "”", "[": "]", "〈": "〉"}
BODY_LINE = re.compile(
    rf"""
    ^(?![{DIGITS}十]{{1,3}}、|\()[{HAN}()（）、]{{2,40}}?  # 某某
    (?:{any_of("layout", "body_line")}|委|局|厅|部|院|室|会|办|厅|行|署|司|处)  # 人民政府
    $""",
    re.VERBOSE,
)
LEAST_PARAGRAPH = 24  # characters of a line from which on a missing full stop says that the layout broke it
LEAST_HEADING = 60  # the same for a line that opens with an enumerator and holds no full stop: it may be a heading


def is_enumerated(text: str) -> bool:
    """Whether a line opens with an enumerator, a bullet or 附件: it begins something of its own."""
    return may_open_with_mark(text) and ENUMERATED.match(text) is not None


def blocks_of(document: Document, lines: Sequence[Line], title: Sequence[Line] = ()) -> Iterator[Block]:
    """The blocks of consecutive lines: rows one by one, paragraphs joined where the layout divides a sentence, `title` one."""
    parts: list[Line] = []
    named = {line.start for line in title}
    for index, line in enumerate(lines):
        in_title = bool(parts) and line.start in named and parts[-1].start in named
        if parts and not in_title and not runs_on(parts, line, lines[index + 1] if index + 1 < len(lines) else None):
            yield _block(document, parts)
            parts = []
        parts.append(line)
    if parts:
        yield _block(document, parts)


def runs_on(parts: Sequence[Line], line: Line, after: Line | None = None) -> bool:
    """Whether `line` goes on with the sentence of the lines before it; `after` is the line that follows it."""
    before, text = parts[-1], line.text
    if before.row or line.row or is_enumerated(text) or is_date(text):
        return False
    if DUTY_LABEL.match(parts[0].text) and (len(parts) == 1 or before.text[-1] in CLAUSE_OPEN):
        return not LABEL.match(text)  # 责任单位: / 区教育局、区民政局, / 各镇
    if _is_bare_label(parts, line, after):
        return True
    if OF_PAGE.match(before.text) and len(before.text) < LEAST_HEADING:
        return False
    ended = (
        before.text[-1] in SENTENCE_END
        or PHONE_END.search(before.text) is not None
        or _heads_duties(before, line, after)
    )
    if ended or (LABEL.match(parts[0].text) and OF_GROUP.match(text)):
        return False
    if (
        _is_cut_title(parts, line, after)
        or _is_hanging(before, line, after)
        or (line.broken and _is_cut(before.text, text))
    ):
        return True
    if _is_heading(parts, text):
        return True
    if _begins(parts, line, after):
        return False
    if _open_bracket(before.text) and len(before.text) >= LEAST_PARAGRAPH:
        return True
    if before.text[-1] in CLAUSE_OPEN:  # not 名单如下—— / 指挥长:丁某
        return len(before.text) >= LEAST_PARAGRAPH and not (before.text[-1] == "—" and LABEL.match(text))
    if text[0] in ")》”]。,;、" or GOES_ON.match(text):
        return len(before.text) >= LEAST_PARAGRAPH
    if LABEL.match(text) or before.text[-1] in ")》”]" or _is_signature(text, after):
        return False
    if len(before.text) < LEAST_PARAGRAPH:
        return False
    return len(parts) > 1 or _is_sentence(before.text, text)


def _heads_duties(before: Line, line: Line, after: Line | None) -> bool:
    """县委宣传部 alone between blank lines, above what it has to do (负责…): no end of the sentence above it."""
    return (
        after is not None
        and len(line.text) <= LONGEST_BODY
        and before.text[-1] not in CLAUSE_OPEN
        and line.start - before.end > 1
        and after.start - line.end > 1
        and BODY_LINE.match(line.text) is not None
        and DUTY_OPENS.match(after.text) is not None
    )


def _is_bare_label(parts: Sequence[Line], line: Line, after: Line | None) -> bool:
    """责任单位 / 县文旅局 / 完成情况:…: a label whose colon was lost, a body below it, another label below that."""
    return (
        len(parts) == 1
        and BARE_DUTY_LABEL.match(parts[0].text) is not None
        and after is not None
        and LABEL.match(after.text) is not None
        and BODY_LINE.match(line.text) is not None
    )


def _begins(parts: Sequence[Line], line: Line, after: Line | None) -> bool:
    """Whether a line begins a paragraph: indented as the one before it was; a name above what is said of the person."""
    if line.indent >= LEAST_INDENT and line.indent == parts[0].indent and len(parts[-1].text) >= LEAST_PARAGRAPH:
        return len(parts) == 1 or parts[-1].indent != line.indent
    if line.has_gap and ENTRY_END.search(parts[-1].text) and _is_entry(line):
        return True
    lone = len(line.text) <= LONGEST_NAME and parts[-1].text[-1] not in CLAUSE_OPEN
    return lone and after is not None and is_person_name(line.text)


def _is_entry(line: Line) -> bool:
    """Whether a line is an entry of a list of persons, a name and a title after layout space: 石　磊　县水利局局长."""
    text, offsets = line.text, line.clean.offsets
    if ENTRY_END.search(text) is None or len(text) > LONGEST_ENTRY:
        return False
    cuts = (cut for cut in (2, 3, 4) if cut < len(text) and offsets[cut] > offsets[cut - 1] + 1)
    return any(is_person_name(text[:cut]) for cut in cuts)


def _is_hanging(before: Line, line: Line, after: Line | None) -> bool:
    """Whether a line is the last word of a title that the line above had no room for: 县政府办公室综合科 / 科长."""
    if len(line.text) > LONGEST_POST or not POST_ALONE.match(line.text) or POST_END.search(before.text):
        return False
    return line.indent > before.indent or (after is not None and line.indent == before.indent and before.has_gap)


def _is_cut_title(parts: Sequence[Line], line: Line, after: Line | None) -> bool:
    """Whether a title above its bearer's name is cut inside a word: 县委常委、政 / 法委书记 / 张某."""
    above = parts[-1].text
    return (
        after is not None
        and len(parts) == 1
        and len(above) <= LONGEST_TITLE_LINE
        and len(line.text) <= LONGEST_TITLE_LINE
        and is_person_name(after.text)
        and TITLE_LINE.fullmatch(above) is not None
        and TITLE_LINE.fullmatch(line.text) is not None
        and POST_END.search(above) is None
        and POST_END.search(line.text) is not None
        and bool(POSTS_BEFORE.match(above) or CUT_TAIL.match(line.text))
    )


def _is_cut(before: str, text: str) -> bool:
    """Whether a page ends inside a sentence that the next page closes: …同志为县审计 / 局副局长；."""
    return len(text) <= LONGEST_REST and text[-1] in "。;" and not is_enumerated(before) and not LABEL.match(text)


def _is_heading(parts: Sequence[Line], text: str) -> bool:
    """Whether a line closes a heading that begins above: 青山区职业教育工作 / 部门联席会议成员名单."""
    above = parts[-1].text
    if not HEADING_END.search(text) or HEADING_END.search(above) or len(text) > LONGEST_REST or len(parts) > 2:
        return False
    if len(above) > LONGEST_REST or HEADING_WORD.match(text) or NO_HEADING.search(above) or parts[-1].has_gap:
        return False
    return not (is_enumerated(above) or is_date(above) or BODY_LINE.match(above) or SENTENCE_MARK.search(text))


def _is_sentence(head: str, text: str) -> bool:
    """Whether a first line without a full stop at its end is running text that goes on in `text`, not a heading or a list."""
    if is_enumerated(head):
        if "。" in head or ARTICLE.match(head) or len(head) >= LEAST_HEADING or text[-1] == ";":
            return True
        return len(SENTENCE_MARK.findall(head)) >= LEAST_MARKS
    label = LABEL.match(head)
    return bool(SENTENCE_MARK.search(head, label.end() if label else 0))


def _is_signature(text: str, after: Line | None) -> bool:
    return (
        len(text) <= 40
        and bool(BODY_LINE.match(text))
        and (after is None or is_date(after.text) or len(after.text) <= 40)
    )


def _open_bracket(text: str) -> bool:
    for opening, closing in PAIRS.items():
        position = text.rfind(opening)
        if position >= 0 and text.find(closing, position) < 0 and len(text) - position < 200:
            return True
    return False


def _block(document: Document, lines: Sequence[Line]) -> Block:
    first, last = lines[0], lines[-1]
    if first.row:
        cells = tuple(_divided(first) if first.cells else _cells(document, first))
        # else a tab stood between two ASCII words and left a space
        whole = bool(first.cells) or sum([len(cell.text) for cell in cells]) == len(first.clean.text)
        text = first.clean if whole else join(list(filter(len, cells))).signed
        return Block(document, first.start, first.end, text, cells)
    if first is last:
        return Block(document, first.start, first.end, first.clean)
    text = join([line.clean for line in lines]).signed
    heading = _is_heading(lines[:-1], last.text)
    wraps = tuple(
        line.clean.offsets[0] for line in lines[1:] if POST_ALONE.match(line.text) or (heading and line is last)
    )
    return Block(document, first.start, last.end, text, wraps=wraps)


def _divided(line: Line) -> Iterator[Text]:
    offsets = line.clean.offsets
    for cell in line.cells:
        parts = [line.clean.part(bisect.bisect_left(offsets, a), bisect.bisect_left(offsets, b)) for a, b in cell]
        yield join([part for part in parts if part.text])


def _cells(document: Document, line: Line) -> Iterator[Text]:
    position, offsets, low = line.start, line.clean.offsets, 0
    for cell in document.text[line.start : line.end].split("\t"):
        end = position + len(cell)
        high = bisect.bisect_left(offsets, end, low)
        yield line.clean.part(low, high)
        low = bisect.bisect_left(offsets, end + 1, high)
        position = end + 1
