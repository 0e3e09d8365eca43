"""Divisions of work: who leads, oversees, assists, liaises with what, and who stands in for whom.

In:  a notice that divides the work of a government's leaders, in prose, in numbered duties, on profile pages or in a table.
Out: facts with the person's line.

    余建军副区长:负责司法、信访稳定工作。分管区司法局(公证处)。联系区委政法委。
    → 余建军 holds 区人民政府/副区长; leads the topics 司法, 信访稳定 (负责), the bodies 区司法局, 公证处 (分管);
      liaises with 区委政法委 (联系)

A verb holds until the next one; what a verb governs is read by `divisions_fields`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extract.clean import Text, join
from extract.document import Block, Document, Notice
from extract.facts import Fact, Kind, Party, Qualifiers, Relation
from extract.formats.divisions.covers import covers
from extract.formats.divisions.fields import Field, fields_of, liaised
from extract.names.marks import HAN
from extract.names.people import is_person_name
from extract.names.titled import Titled, evidence_of, government_of, holds, offices_at, titled

CUE = re.compile(r"分工|分管|主管|协助|AB角|A角|联系单位|联系部门|一岗双责|负总责")
ENUMERATOR = re.compile(
    rf"^[-—·•●◆]*(?:[(]?(?:[一二三四五六七八九十]{{1,3}}|\d{{1,2}})[)]?[、.)]?|第[一二三四五六七八九十]+、)?(?=[{HAN}])"
)
PERSON_CUE = re.compile(
    rf"书长|调研员|巡视员|[省市县区州旗盟镇乡局部厅院秘]长|书记|同志|主任|成员|常委|主席|专员|总理|委员|^[^:]{{2,4}}(?=:)|·|^[(]?[一二三四五六七八九十\d]{{1,2}}[)、.]+[{HAN}]{{2,4}}:"
)
ARTICLE = re.compile(r"第[一二三四五六七八九十百\d]+条")
VERB_WORD = (
    r"负责领导|负责联系|协助分管|协助联系|领导(?!班子|干部|小组|成员|同志|机构|人员)|主持(?!召开|会议|人|了|仪式)|主管(?!部门|单位|机关)|分管(?!领导|部门|单位|负责|副|的|\()|协管|协助|"
    r"负责(?!人|制|同志)|(?:联系|联络)(?!群众|点|人|员|处|站|电话|方式)|统筹|牵头负责|牵头|兼管|抓好?"
)
VERB_PHRASE = rf"(?:并|同时|还|另|具体|主要|重点|全面|、)*(?P<verb>(?:{VERB_WORD})(?:[和、](?=负责|领导|主持|分管|主管|联系)(?:{VERB_WORD}))?)"
OPENING_VERB = re.compile(VERB_PHRASE)
CLAUSE = re.compile(rf"(?:^|(?<=[,;。:])){VERB_PHRASE}")
FIRST_VERB = re.compile(VERB_WORD)
IN_NEWS = re.compile(r"会议|召开|仪式|调研|考察|接待|活动|出席|检查|座谈")
OVERALL = re.compile(
    r"^对(?P<field>[^,;。]{2,30}?)(?:工作)?(?P<verb>负总责|负全责|负全面责任|全面负责|负总体责任|负主要领导责任|负领导责任|负直接领导责任)"
)
HEADING = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}、)?(?P<verb>分管|主管|负责|联系|协管)?(?P<what>工作|单位|部门|领域|街镇|乡镇|街道|方面|工作分工|分工|分管工作)(?:[:]|$)"
)
COLUMN = re.compile(
    r"(?P<verb>分管|主管|负责|联系|协管)(?:或联系|和联系|\(联系\))?(?:工作|单位|部门|领域|范围|工作内容|工作和部门|部门和单位|街镇|乡镇|街道)|(?:工作|职责)?分工(?:情况|内容)?"
)
NAME_LABEL = re.compile(r"^姓名:(?P<name>[^,;。:]{2,16})$")
POST_LABEL = re.compile(r"^(?:现任职务|现任|职务|职位):")
TITLE_LINE = re.compile(r"(?=[^,。;:]{4,40}[长记任员席委]$)")
ASSISTED = re.compile(
    r"(?P<who>[^,;。]{1,24}?)(?:同志)?(?P<verb>抓好?|做好|负责|分管|主管|协管|主持|处理好?|管理|统筹推进|统筹协调|统筹|推进|领导|联系|落实|承担|开展|组织|完成|具体负责|督促|协调)(?P<fields>.*)$"
)
OFFICIAL_TITLE = re.compile(r"(?:[省市县区州旗盟镇乡]长|主席|书记|主任|总理|专员|秘书长|局长|部长|厅长|院长|检察长)$")
LEAST_JOIN = 20


@dataclass(frozen=True, slots=True)
class Official:
    """The person whose work a paragraph divides; source span of the name."""

    party: Party
    span: tuple[int, int]


@dataclass(slots=True)
class Reader:
    """What reading a notice needs to remember: its date, its government, the person at hand and the heading's verb."""

    document: Document
    date: str | None
    government: str
    wording: str
    official: Official | None = None
    heading: str | None = None
    columns: dict[int, str] = field(default_factory=dict)
    waiting: tuple[Text, Titled] | None = None  # a line with a name and a title, until a verb follows it


def divisions(notice: Notice) -> Iterator[Fact]:
    """The division of work that a notice states, in any of its forms."""
    if not any(CUE.search(block.text.text) for block in notice.blocks):
        return
    title = (notice.title or "") + "".join(party.name for party in notice.issuers)
    reader = Reader(notice.document, notice.dated, government_of(title), notice.text)
    profile = any(_is_heading(block.text.text) for block in notice.blocks if not block.is_row)
    for part in _paragraphs(notice.blocks):
        if isinstance(part, Block):
            yield from _row(reader, part)
        else:
            reader.columns = {}
            yield from _paragraph(reader, part, profile)
    yield from covers(notice)


def _is_heading(text: str) -> bool:
    match = HEADING.match(text)
    return bool(match and (match["verb"] or "分工" in match["what"]))


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[Text | Block]:
    """The texts of the paragraphs; one that a page break divides is joined: …退役军人 / 事务、水务和湖泊管理…"""
    waiting: Text | None = None
    for block in blocks:
        if block.is_row:
            if waiting:
                yield waiting
                waiting = None
            yield block
            continue
        if waiting and _goes_on(waiting.text, block.text.text):
            waiting = join([waiting, block.text])
            continue
        if waiting:
            yield waiting
        waiting = block.text
    if waiting:
        yield waiting


def _goes_on(before: str, after: str) -> bool:
    if len(before) < LEAST_JOIN or before[-1] in "。;:!?" or not CLAUSE.search(before):
        return False
    return not (_is_heading(after) or CLAUSE.match(after) or _head(after, "")) and len(after) > 8 and "。" in after


def _row(reader: Reader, block: Block) -> Iterator[Fact]:
    """A table row under 姓名 | 职务 | 分管工作 | 联系单位: the column's heading is the verb where its cell has none."""
    heads = {i: m for i, cell in enumerate(block.cells) if (m := COLUMN.fullmatch(cell.text))}
    if heads:
        reader.columns = {index: match["verb"] or "" for index, match in heads.items()}
        return
    if not reader.columns:
        return
    first = min(reader.columns)
    cells = [cell for cell in block.cells[:first] if cell.text]
    for index, cell in enumerate(cells):
        held = titled(cell.text, 0, len(cell), headed=True, government=reader.government) if len(cell) <= 40 else None
        if held is None:
            continue
        text = cell
        if not held.offices and index + 1 < len(cells):
            text = join([cell, cells[index + 1]])
            held = replace(held, offices=tuple(offices_at(text.text, len(cell), len(text), reader.government)))
        reader.official = _official(reader, text, held)
        yield from holds(reader.document, text, held, reader.date, "divisions.titles")
        for column, verb in reader.columns.items():
            if column < len(block.cells) and block.cells[column].text:
                reader.heading = verb or None
                yield from _clauses(reader, block.cells[column], 0)
        reader.official = reader.heading = None
        return


def _paragraph(reader: Reader, text: Text, profile: bool) -> Iterator[Fact]:
    chars = text.text
    heading = HEADING.match(chars) if profile else None
    if heading and (heading["verb"] or "分工" in heading["what"]):
        reader.heading = heading["verb"]
        if reader.official:
            yield from _clauses(reader, text, heading.end())
        return
    head = _head(chars, reader.government)
    if head is not None:
        held, body = head
        reader.official, reader.heading = _official(reader, text, held), None
        yield from holds(reader.document, text, held, reader.date, "divisions.titles")
        yield from _clauses(reader, text, body)
        return
    if profile and not CLAUSE.match(chars):
        yield from _profile_line(reader, text)
        if reader.official and reader.heading:
            yield from _clauses(reader, text, 0)
    elif CLAUSE.match(chars) or OPENING_VERB.match(chars, _enumerated(chars)):
        if reader.waiting is not None:
            named, held = reader.waiting
            reader.official, reader.waiting = _official(reader, named, held), None
            yield from holds(reader.document, named, held, reader.date, "divisions.titles")
        if reader.official:
            yield from _clauses(reader, text, _enumerated(chars))
    else:
        reader.official, reader.waiting = None, _named_line(reader, text)


def _enumerated(chars: str) -> int:
    """Where the words behind an enumerator begin: 1.|负责发展改革工作。"""
    match = ENUMERATOR.match(chars)
    return match.end() if match else 0


def _named_line(reader: Reader, text: Text) -> tuple[Text, Titled] | None:
    """一、秦海波　市委副书记、市长: a person and a title on a line of their own, above 分管…"""
    start = match.end() if (match := ENUMERATOR.match(text.text)) else 0
    if len(text) > 48 or text.text[-1] in "。;,":
        return None
    end = len(text.text.rstrip(":"))
    held = titled(text.text, start, end, headed=True, government=reader.government)
    return (text, held) if held and held.offices else None


def _official(reader: Reader, text: Text, held: Titled) -> Official:
    span = text.span(held.name_start, held.name_end)
    return Official(reader.document.party(Kind.OFFICIAL, *span), span)


def _head(chars: str, government: str) -> tuple[Titled, int] | None:
    """The person at the head of a paragraph and where the clauses begin: 副区长李津|负责…, 王振常务副区长:|负责…"""
    if ARTICLE.match(chars):
        return None
    start = match.end() if (match := ENUMERATOR.match(chars)) else 0
    verb = FIRST_VERB.search(chars, start, start + 64)
    colon = chars.find(":", start, start + 64)
    toward = chars.find("对", start, start + 40)
    if verb is None and toward < 0:
        return None
    ends = [(colon, colon + 1)] if colon > 0 and (verb is None or colon < verb.start()) else []
    if not ends and verb is not None:
        ends.append((verb.start(), verb.start()))
    if toward > 0 and OVERALL.match(chars[toward : toward + 60]):
        ends.insert(0, (toward, toward))
    for end, body in ends:
        if not start + 2 <= end <= start + 60 or not PERSON_CUE.search(chars, start, end) or "。" in chars[start:end]:
            continue
        held = titled(chars, start, end, headed=True, government=government)
        if held is None or (body == end and not held.offices and "同志" not in chars[start:end]):
            continue
        if body > end and not (OPENING_VERB.match(chars, body) or CLAUSE.search(chars, body)):
            continue
        if verb is not None and body == end and IN_NEWS.search(chars, verb.end(), verb.end() + 30):
            continue
        if not held.offices and body > end and (said := CLAUSE.search(chars, body)) and said.start() > body + 2:
            # 水明珠同志:镇党委副书记、镇长,主持镇政府全面工作
            behind = tuple(offices_at(chars, body, said.start() - 1, government))
            held, body = (replace(held, offices=behind), said.start()) if behind else (held, body)
        return held, body
    return None


def _profile_line(reader: Reader, text: Text) -> Iterator[Fact]:
    """A line of a profile page that names the person, or the post of the person named before."""
    chars = text.text
    name = NAME_LABEL.match(chars)
    if name and is_person_name(name["name"]):
        held: Titled | None = Titled(name.start("name"), name.end("name"))
    elif reader.official and (label := POST_LABEL.match(chars) or (len(chars) <= 40 and TITLE_LINE.match(chars))):
        start = label.end()
        offices = tuple(offices_at(chars, start, len(chars), reader.government))
        for fact in holds(reader.document, text, Titled(start, start + 1, offices), reader.date, "divisions.titles"):
            spans = [reader.official.span, (fact.evidence.start, fact.evidence.end)]
            evidence = evidence_of(reader.document, spans, reader.official.span[0])
            yield replace(fact, subject=reader.official.party, evidence=evidence)
        return
    else:
        start = match.end() if (match := ENUMERATOR.match(chars)) else 0
        held = titled(chars, start, len(chars), headed=True, government=reader.government) if len(chars) <= 40 else None
    if held:
        reader.official, reader.heading = _official(reader, text, held), None
        yield from holds(reader.document, text, held, reader.date, "divisions.titles")


def _clauses(reader: Reader, text: Text, start: int) -> Iterator[Fact]:
    """The facts of the clauses in text from `start`: each verb with what stands before the next verb or full stop."""
    chars, official = text.text, reader.official
    assert official is not None
    overall = OVERALL.match(chars[start:])
    if overall:
        begin, end = start + overall.start("field"), start + overall.end("field")
        topic = reader.document.party(Kind.TOPIC, *text.span(begin, end))
        verb = (start + overall.start("verb"), start + overall.end("verb"))
        yield _fact(reader, text, Relation.LEADS, verb, topic, None)
        return
    opening = OPENING_VERB.match(chars, start)
    matches = [*([opening] if opening else []), *CLAUSE.finditer(chars, opening.end() if opening else start)]
    verbs = [(m.start("verb"), m.end("verb"), m.start()) for m in matches]
    first = verbs[0][2] if verbs else len(chars)
    if reader.heading and first > start:
        verbs.insert(0, (start, start, start))
    assisted: dict[str, tuple[Party, tuple[int, int], list[str]]] = {}
    for index, (left, right, _) in enumerate(verbs):
        begin = right + chars.startswith(":", right)
        end = verbs[index + 1][2] if index + 1 < len(verbs) else len(chars)
        stop = chars.find("。", right, end)
        if stop >= 0 and left < right:
            end = stop
        word = chars[left:right] or reader.heading or ""
        if word == "协助":
            _assisted(reader, text, (left, right), begin, end, assisted)
        elif "联系" in word or word == "联络":
            for found in liaised(chars, begin, end):
                yield _fact(reader, text, Relation.LIAISES, (left, right), _party(reader, text, found), found, word)
        else:
            for found in fields_of(chars, begin, end, word, reader.wording):
                yield _fact(reader, text, Relation.LEADS, (left, right), _party(reader, text, found), found, word)
    for party, verb, topics in assisted.values():
        named = "、".join(dict.fromkeys(topics)) or None
        yield replace(_fact(reader, text, Relation.ASSISTS, verb, party, None), qualifiers=Qualifiers(topic=named))


def _assisted(
    reader: Reader,
    text: Text,
    verb: tuple[int, int],
    begin: int,
    end: int,
    found: dict[str, tuple[Party, tuple[int, int], list[str]]],
) -> None:
    """协助区长抓审计工作 → the assisted person and the fields; several clauses for one person are one."""
    chars = text.text
    match = ASSISTED.match(chars, begin, end)
    if match:
        who, fields = match.span("who"), match.span("fields")
    else:
        who, fields = (begin, end), (end, end)
        if chars[begin:end].endswith("工作"):
            who = (begin, end - 2)
    topics = [printed_field(reader, text, f) for f in fields_of(chars, *fields, "协助", reader.wording)]
    for start, stop in _people(chars, *who):
        held = titled(chars, start, stop)
        if held is not None:
            start, stop = held.name_start, held.name_end
        elif not OFFICIAL_TITLE.search(chars[start:stop].removesuffix("同志")):
            continue
        party = reader.document.party(Kind.OFFICIAL, *text.span(start, stop))
        found.setdefault(party.name, (party, verb, []))[2].extend(topics)


def _people(chars: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """区长、常务副区长 → two spans; 区委副书记、区长郭笑撰 → one."""
    if titled(chars, start, end):
        yield start, end
        return
    left = start
    for match in re.finditer(r"、|和|及|$", chars[start:end]):
        right = start + match.start()
        if right > left:
            yield left, right
        left = start + match.end()


def printed_field(reader: Reader, text: Text, found: Field) -> str:
    """The name of a field of work as printed."""
    if found.name is not None:
        return found.name
    return reader.document.party(Kind.TOPIC, *text.span(found.start, found.end)).name


def _party(reader: Reader, text: Text, found: Field) -> Party:
    if found.name is not None:
        return Party(found.kind, found.name)
    return reader.document.party(found.kind, *text.span(found.start, found.end))


def _fact(
    reader: Reader,
    text: Text,
    relation: Relation,
    verb: tuple[int, int],
    party: Party,
    found: Field | None,
    word: str | None = None,
) -> Fact:
    official = reader.official
    assert official is not None
    spans = [official.span]
    role = word
    place = text.span(found.start, found.end) if found else None
    if place is None and party.start is not None and party.end is not None:
        place = (party.start, party.end)
    if place:
        spans.append(place)
    if verb[1] > verb[0]:
        spans.append(text.span(*verb))
        role = word or text.text[slice(*verb)]
    evidence = evidence_of(reader.document, spans, official.span[0])
    if evidence.end - evidence.start == official.span[1] - official.span[0]:
        evidence = evidence_of(reader.document, spans[1:], official.span[0])
    qualifiers = Qualifiers(topic=found.duty) if found and found.duty else Qualifiers()
    rule = {Relation.LIAISES: "divisions.liaises", Relation.ASSISTS: "divisions.assists"}.get(
        relation, "divisions.leads"
    )
    return Fact(relation, official.party, party, evidence, rule, role=role, date=reader.date, qualifiers=qualifiers)
