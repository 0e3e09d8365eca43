"""Registers of bodies → where they are, on which office line, and to which body they belong.

In:  单位名称⇥地址⇥举报投诉电话⇥派出机构情况 / 区市场监管局⇥芳草路1号⇥027-84875077⇥1. 龙阳所：学校西院（84465257）
Out: located_at(区市场监管局 → 芳草路1号, phone 027-84875077), part_of(龙阳所 → 区市场监管局, address 学校西院, phone 84465257)

A column 委托机关 gives part_of from the entrusted body to the one that entrusts it. A private number is never a phone
and never in a quotation. Lines of text (区司法局 地址：… 电话：…) are read too.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.clean import Text
from extract.document import Block, Notice
from extract.facts import Doubt, Evidence, Fact, Kind, Party, Qualifiers, Relation
from extract.formats.phones import PHONE_LINE, phones
from extract.formats.registers.prose import addresses_told, once, sits_at
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.marks import DIGITS, ENUMERATOR, HAN, IN_ADDRESS
from extract.names.units import unit_list
from extract.private import private_spans
from extract.tables.cells import Span, measure_spans, without_enumerator
from extract.tables.rows import Row, rows
from extract.tables.tables import Column, Table, bare_name, tables

ADDRESS_RULE = "registers.address"
PARENT_RULE = "registers.parent"
BRANCH_RULE = "registers.branch"
LINE_RULE = "registers.line"
NAME_COLUMN = re.compile(rf"^(?!.*(?:{any_of('registers', 'not_named')}|证)).*(?:{any_of('registers', 'named')})$")
# what a column of names calls so is a body of a register of addresses, whatever it is: 东区卫生院接种门诊
SITE = re.compile(rf"[{HAN}()“”·]{{3,30}}(?:门诊部?|[科站点院所店馆校园厅室部社队]|中心|公司)$")
BRANCH = re.compile(  # 城关市场监督管理所:人民路20号(6612301)
    r"""
    (?P<name> [^:;。,]{2,40} ) :
    (?P<address> [^;。]*? )
    (?: \( (?P<phone> [\d\-—–、,/ ]{5,40} ) \) )?
    [;。]? $
    """,
    re.VERBOSE,
)
IN_BRACKETS = re.compile(  # 城关派出所(人民路9号,3221120)、白石派出所(白石镇街道2号)
    r"""
    (?: ^ | [、,;。] | \d{1,2}[.、] ) \s*
    (?P<name> [^:;。,、()\d]{2,40} )
    \( (?P<address> [^();:]*? [^();:,、\d\-—] )
    (?: [,;、] (?:电话:?)? (?P<phone> [\d\-—]{5,40} ) )? \)
    """,
    re.VERBOSE,
)
LINE = re.compile(
    rf"""^
    (?: \(? [\d{DIGITS}十]{{1,3}} [)、.]* )?                       # 1. (二)
    (?P<name> [^:,;。\d]{{3,40}}? ) [,:;(]?
    (?:{any_of("registers", "address_kind")})? 地址: (?P<address> [^;。]+? ) [,;。)]*
    (?: (?:{any_of("registers", "line_of")})* (?:{any_of("registers", "by_phone")}|方式) (?:号码)? :
        (?P<phone> [\d\-—–、,/() 转]{{5,60}} ) )?
    (?: [;。)○●· ]* (?:{any_of("registers", "further")}) : [^。]*? )?            # 邮政编码:350025 ○法院热线:12368
    (?: [;。)]* $ | (?=(?P=name)) )""",
    re.VERBOSE,
)


OWN_LINE = re.compile(rf"^(?:{any_of('registers', 'address_kind')})?地址:(?P<address>[^;。]{{4,80}}?)(?:[;。]|$)")
IN_A_SENTENCE = re.compile(rf"[{HAN})]\((?:{any_of('registers', 'address_kind')})?地址:")  # 向县政府办公室(地址:…)提出
ENTRY_MARK = re.compile(rf"(?:{ENUMERATOR}|[○●·])")
MOST_ABOVE, MOST_BELOW = 4, 6  # lines around an address that may belong to its entry
LONGEST_NAME, LONGEST_QUOTE = 40, 300
WHERE = re.compile(r"[院楼室层栋幢座旁]|内$|[镇乡]")


def registers(notice: Notice) -> Iterator[Fact | Doubt]:
    """The addresses, office lines and parents that a notice's registers of bodies state."""
    for table in tables(notice):
        kinds = table.columns
        named = next((i for i, name in enumerate(table.header) if NAME_COLUMN.search(name)), None)
        if not {Column.ADDRESS, Column.PARENT, Column.BRANCH} & set(kinds) or (
            Column.UNIT not in kinds and named is None
        ):
            continue
        for row in rows(table):
            row = _as_printed(row, table)
            yield from _row(notice, row, None if Column.UNIT in kinds else named)
    yield from once(_told(notice))


def _told(notice: Notice) -> Iterator[Fact | Doubt]:
    """The addresses outside tables: on lines of a list, in entries of several lines, in sentences."""
    for index, block in enumerate(notice.blocks):
        if block.is_row or "地址:" not in block.text.text:
            yield from () if block.is_row else sits_at(notice, block)
            continue
        text = block.text.text
        if OWN_LINE.match(text):
            stated = list(_entry(notice, index))
        else:
            stated = [] if IN_A_SENTENCE.search(text) else list(_line(notice, block))
        yield from stated or addresses_told(notice, index)


def _as_printed(row: Row, table: Table) -> Row:
    """The row with its cells where they are printed, if an address stands under that column: 全天候 is no time to lay it anew."""
    cells, kinds = row.block.cells, table.columns
    if len(cells) != len(kinds) or Column.ADDRESS not in kinds:
        return row
    if not IN_ADDRESS.search(cells[kinds.index(Column.ADDRESS)].text):
        return row
    named = zip(kinds, table.header, cells, strict=True)
    return replace(row, cells=tuple((kind, bare_name(word), cell) for kind, word, cell in named if kind and cell.text))


def _row(notice: Notice, row: Row, named: int | None) -> Iterator[Fact | Doubt]:
    """What a row states. `named`: the cell of the name where the header calls it by another word (学校名称)."""
    cells = {column: cell for column, _, cell in reversed(row.of(*Column))}
    words = {column: word for column, word, _ in row.cells}
    block = row.block
    name = cells.get(Column.UNIT)
    if name is None and named is not None and named < len(block.cells):
        name = block.cells[named]
        if kind_of_body(name.text) is None and not (Column.ADDRESS in cells and SITE.match(name.text)):
            return
    if name is None or name.text in {"合计", "总计"}:
        return
    body = _body(block, name)
    if body is None:
        yield _doubt(block, name, "no_body")
        return
    phone = phones(cells[Column.PHONE], block) if Column.PHONE in cells else None
    address = cells.get(Column.ADDRESS)
    address = address if address is not None and (phone or _is_somewhere(address.text)) else None
    branches = cells.get(Column.BRANCH)
    parent = cells.get(Column.PARENT)
    if branches is name and parent is not None:  # 派出机构名称⇥所属部门⇥办公地址
        word = words[Column.BRANCH].removesuffix("名称")
        where = Qualifiers(address=_printed(address, block.document.text) if address is not None else None, phone=phone)
        for above in _bodies(block, parent):
            evidence = _evidence(block, body, above)
            yield Fact(Relation.PART_OF, body, above, evidence, BRANCH_RULE, word, notice.dated, where)
        return
    if address is not None:
        place = block.document.party(Kind.PLACE, *address.span(0, len(address)))
        evidence = _evidence(block, body, place)
        yield Fact(
            Relation.LOCATED_AT, body, place, evidence, ADDRESS_RULE, None, notice.dated, Qualifiers(phone=phone)
        )
    if parent is not None:
        for above in _bodies(block, parent):
            evidence = _evidence(block, body, above)
            yield Fact(Relation.PART_OF, body, above, evidence, PARENT_RULE, words[Column.PARENT], notice.dated)
    if branches is not None and branches is not name:
        yield from _branches(notice, block, body, branches, words[Column.BRANCH].removesuffix("情况"))


def _is_somewhere(text: str) -> bool:
    """Whether a cell can be an address: 北街9号, 县政府院内, 柳坪镇; not 网页无法打开."""
    return (IN_ADDRESS.search(text) or WHERE.search(text)) is not None


def _body(block: Block, cell: Text) -> Party | None:
    start, end = without_enumerator(cell, (0, len(cell)))
    name = cell.text[start:end]
    kind = kind_of_body(name)
    if kind is None and not re.fullmatch(rf"[{HAN}()·“”]{{3,40}}", name):
        return None
    return block.document.party(kind or Kind.DEPARTMENT, *cell.span(start, end))


def _bodies(block: Block, cell: Text) -> list[Party]:
    listed = unit_list(cell.text, 0, len(cell), labelled=True)
    return [block.document.party(u.kind, *cell.span(u.start, u.end)) for u in listed.units if u.has_offsets]


def _branches(notice: Notice, block: Block, parent: Party, cell: Text, word: str) -> Iterator[Fact | Doubt]:
    """The branches of a packed cell: 1. X所：address（phone） 2. …; without addresses a list of names."""
    source = block.document.text
    spans = measure_spans(cell, source)
    bracketed = list(IN_BRACKETS.finditer(cell.text)) if ":" not in cell.text else []
    for entry in bracketed:
        yield _branch(notice, block, parent, cell, entry, word)
    if len(spans) == 1 and ":" not in cell.text and not bracketed:
        for branch in _bodies(block, cell):
            evidence = _evidence(block, branch, parent)
            yield Fact(Relation.PART_OF, branch, parent, evidence, BRANCH_RULE, word, notice.dated)
        return
    for span in _entries(cell, spans) if not bracketed else ():
        start, end = without_enumerator(cell, span)
        match = BRANCH.match(cell.text, start, end)
        if not match:
            yield _doubt(block, cell.part(start, end), "no_branch")
            continue
        yield _branch(notice, block, parent, cell, match, word)


def _branch(notice: Notice, block: Block, parent: Party, cell: Text, match: re.Match[str], word: str) -> Fact:
    """A branch with its address and its office line."""
    branch = block.document.party(Kind.DEPARTMENT, *cell.span(match.start("name"), match.end("name")))
    address = cell.part(match.start("address"), match.end("address"))
    phone = phones(cell.part(match.start("phone"), match.end("phone")), block) if match["phone"] else None
    qualifiers = Qualifiers(address=_printed(address, block.document.text), phone=phone)
    evidence = _evidence(block, branch, parent)
    return Fact(Relation.PART_OF, branch, parent, evidence, BRANCH_RULE, word, notice.dated, qualifiers)


def _entries(cell: Text, spans: list[Span]) -> Iterator[Span]:
    """The entries of a packed cell: as numbered, else between semicolons."""
    if len(spans) > 1:
        yield from spans
        return
    start = 0
    for match in re.finditer(r"[;。]|$", cell.text):
        if match.start() > start:
            yield start, match.start()
        start = match.end()


def _line(notice: Notice, block: Block) -> Iterator[Fact]:
    match = LINE.match(block.text.text)
    if not match or (kind := kind_of_body(match["name"])) is None:
        return
    text = block.text
    body = block.party(kind, match.start("name"), match.end("name"))
    address = block.party(Kind.PLACE, match.start("address"), match.end("address"))
    phone = phones(text.part(match.start("phone"), match.end("phone")), block) if match["phone"] else None
    evidence = _evidence(block, body, address)
    yield Fact(Relation.LOCATED_AT, body, address, evidence, LINE_RULE, None, notice.dated, Qualifiers(phone=phone))


def _entry(notice: Notice, index: int) -> Iterator[Fact | Doubt]:
    """An entry over several lines: 1、安山县人民法院 / 地址:县城北街9号 / 交通:… / 电话:0551-6612399."""
    block = notice.blocks[index]
    match = OWN_LINE.match(block.text.text)
    above = notice.blocks[max(0, index - MOST_ABOVE) : index]
    body = next((party for other in reversed(above) if (party := _named_alone(other))), None)
    if match is None or body is None or body.start is None:
        return
    address = block.party(Kind.PLACE, *match.span("address"))
    phone = None
    for below in notice.blocks[index : index + MOST_BELOW]:
        if _named_alone(below):
            break
        if not below.is_row and (numbers := PHONE_LINE.search(below.text.text)):
            phone = phones(below.text.part(numbers.start("phone"), len(below.text)), below)
            break
    end = address.end or block.end
    if end - body.start > LONGEST_QUOTE or any(private_spans(notice.document.text, body.start, end)):
        yield Doubt(block.evidence(*match.span("address")), "registers.unclear", "no_body")
        return
    evidence = notice.document.evidence(body.start, end)
    yield Fact(Relation.LOCATED_AT, body, address, evidence, LINE_RULE, None, notice.dated, Qualifiers(phone=phone))


def _named_alone(block: Block) -> Party | None:
    """The body that a line names and nothing else: 1、安山县人民法院."""
    text = block.text.text
    start = mark.end() if (mark := ENTRY_MARK.match(text)) else 0
    kind = kind_of_body(text[start:]) if not block.is_row and 3 < len(text) - start <= LONGEST_NAME else None
    return block.party(kind, start, len(text)) if kind else None


def _printed(cell: Text, source: str) -> str | None:
    return cell.printed(source, 0, len(cell)) if len(cell) else None


def _evidence(block: Block, party: Party, other: Party) -> Evidence:
    """The row as evidence, from one private number to the next around both parties; its line is the first party's."""
    document = block.document
    spans = [(p.start, p.end) for p in (party, other) if p.start is not None and p.end is not None]
    first, last = min(s for s, _ in spans), max(e for _, e in spans)
    start, end = block.start, block.end
    for left, right in private_spans(document.text, start, end):
        if right <= first:
            start = right
        elif left >= last:
            end = left
            break
    if not block.is_row and end - start > LONGEST_QUOTE:  # an address at the head of a longer paragraph
        start, end = first, last
    while start < first and document.text[start] in " \t\n\u3000、,,()（）":
        start += 1
    while end > last and document.text[end - 1] in " \t\n\u3000、,(（:：":
        end -= 1
    return document.evidence(start, end, at=party.start)


def _doubt(block: Block, cell: Text, code: str) -> Doubt:
    start, end = cell.span(0, len(cell))
    return Doubt(block.document.evidence(start, end), "registers.unclear", code)
