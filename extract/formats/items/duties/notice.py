"""Duties in running text, each clause an item of the unit that opens it.

    区财政局负责落实资金保障;区发改局负责立项工作。    → two items, leads 负责
    第十九条 有关部门职责如下: / 区审计局负责依法进行审计监督。 / …   → an item a paragraph
    区发改局、区商务局等部门负责梳理惠企政策。          → one item that both lead

General duties of a plan (各单位要…), who carries it out as a whole and standing procedures of an organ are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.document import Block, Notice
from extract.facts import Doubt, Fact, ItemRecord, Kind
from extract.formats.items.around import PART_OF_BODY
from extract.formats.items.duties.clauses import CLAUSE, DOES, OVER, places_beside, sentences
from extract.formats.items.item import MARK, Item, outcome, trimmed, without_enumerator
from extract.formats.scope import INNER_ORGANS, SECTION_LINE
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.bodies import kind_of_body
from extract.names.marks import DIGITS, ENUMERATOR
from extract.names.shares import Share, Statement
from extract.names.statement import statement
from extract.names.units import UnitList, unit_list

RULE = "duties"
CUE = re.compile(rf"{any_of('items', 'has_task')}")
MAY_TELL = sign_of(CUE)
AFTER_COLON = frozenset(
    {"负责", "配合", "协助", "参与"}
)  # 县消防大队:承担救援任务 has no word of its own for who answers
# 职责分工:(1)党政办负责宣传;… · 第四条 县城管局与县住建局的职责分工:县城管局负责…
DUTY_LABEL = re.compile(
    rf"(?:[^,。;:]{{2,60}}的)?(?:有关|相关)?(?:{any_of('items', 'divided_what')})分工:|(?:主要|工作)?职责:"
)
BY_WHOM = re.compile(r"(?:^|[,。;])由(?:所?涉及的)?$")
LEAST_SEVERAL = (
    3  # units after 由 that say who answers even inside a paragraph: ,由县财政局、县民政局、县教育局牵头完成…
)
WITH_OTHERS = ("会同", "联合", "协同")
LEADING = frozenset({"牵头", "牵头负责", "负责"})
JOINED = re.compile(
    rf"{any_of('items', 'joined')}|(?<=[部委局厅])商(?=[^,。;务]{{1,10}}[部委局厅])"
)  # 财政部|商|建设部
DIVISION = re.compile(
    rf"(?:{any_of('items', 'divided_what')}|部门)分工|分工(?:{any_of('items', 'divided_how')})?$|职责(?:如下|任务)?:?$|{any_of('duties', 'division')}"
)
WHOLE_PLAN = re.compile(
    r"""
    ^
    (?:
        以下|下列|如下|[^,;]{0,12}解释|(?:具体|牵头)?(?:组织|具体)实施|(?:牵头|具体)?落实$|日常工作  # 以下
      | .{0,8}领导小组.{0,8}日常|承办|召集  # …领导小组…日常
    )""",
    re.VERBOSE,
)
PART = re.compile(
    rf"""
    (?P<units>[^,。;:]{{2,160}}?)(?:要|应当?|须)?(?:按照?|依照?|根据|依据)  # 某某要按照
    [^,。;:]{{2,40}}(?:{any_of("duties", "fulfil")})  # 某某履行
    """,
    re.VERBOSE,
)
VAGUE = re.compile("其|者|指定")  # 承担其职能的机关: no unit by name
ARTICLE = re.compile(rf"^第[{DIGITS}十百零\d]+条")
SETS_UP = re.compile(rf"{any_of('items', 'below')}|设立?\d|设[在于]")
LABELLED = re.compile(rf"[(\[](?:{any_of('duties', 'bracket_role')})[^():]{{0,6}}:")
NUMERALS = re.compile(rf"[\d{DIGITS}十百]+")
LEAST_LED = 2  # paragraphs with 负责 before one that has another verb
LONGEST_OPENING, LONGEST_BODY, LONGEST_DOUBT = 48, 16, 120  # characters
# (3)县卫健局——组织救护: a colon or a dash stands for 负责
UNIT_ONLY = re.compile(r"(?P<units>[^,。;:—]{2,80})(?P<verb>:|——)(?P<text>[^。;:]{6,}[^:]*)")
HELPING = AFTER_COLON - {"负责"}
HELPS = re.compile("|".join(sorted(HELPING)))  # 县水利局:|配合做好防汛
MEETING = re.compile(any_of("duties", "meeting"))


SEATS_BELOW = re.compile(r"(?:组成)?(?:人员|成员)(?:名单|组成)?(?:如下|为)")  # 由县住建局牵头,组成人员如下:


@dataclass(frozen=True, slots=True)
class _Clause:
    """One clause: who, the verb, what (which may be empty: 区公安局配合)."""

    block: Block
    units: UnitList
    joined: UnitList | None
    joint: tuple[int, int]
    verb: tuple[int, int]
    text: tuple[int, int]
    number: str | None
    others: tuple[tuple[UnitList, tuple[int, int]], ...] = ()  # 区公安局配合, between the verb and what is to be done
    bare: bool = False  # no word of its own says who answers: 区信访局处理…

    @property
    def is_led(self) -> bool:
        """Whether it says by its form who answers: 由区商务局牵头,建立…; 区商务局牵头,区财政局配合,建立…."""
        if not self.units.units:
            return False
        text, first = self.block.text.text, self.units.units[0].start
        by_whom = BY_WHOM.search(text, max(0, first - 8), first) is not None
        opened = by_whom and (text[self.verb[1] :][:1] == "," or len(self.units.units) >= LEAST_SEVERAL)
        # 由区商务局牵头,协调区财政局妥善处理。 only says who answers for the item above it
        return (opened or bool(self.others)) and statement(text, first, self.text[1]) is None


def duties(notice: Notice) -> Iterator[Fact | Doubt | ItemRecord]:
    """The duties that a notice's prose gives to named units."""
    heading = ""
    run: list[list[_Clause]] = []
    unread: list[Block] = []
    for block in [*notice.blocks, None]:
        clauses = _clauses(block) if block is not None and _may_tell(block) else []
        if clauses and clauses[0].verb[0] and _opens(clauses[0]):
            run.append(clauses)
            continue
        if run and block is not None and not block.is_row and _goes_on(block):
            continue
        if run and block is not None and not block.is_row and _is_alike(block, run[-1][-1].block):
            if only := _unit_only(block) or (_bare_duty(block) if len(run) >= LEAST_LED else None):
                run.append([only])
            else:
                unread.append(block)
            continue
        if run:
            yield from _of_run(notice, run, heading)
            if unread and (len(run) >= 2 or DIVISION.search(heading)):
                yield from (one.doubt(0, min(len(one.text), LONGEST_DOUBT), RULE, "duty_unread") for one in unread)
            run, unread = [], []
        if block is not None and not block.is_row:
            heading = _heading(block, heading)
        if clauses and (_leaders(clauses) >= 2 or any(clause.is_led for clause in clauses)):
            yield from _items(notice, clauses)


def _may_tell(block: Block) -> bool:
    return block.text.signs & MAY_TELL != 0 and not block.is_row and CUE.search(block.text.text) is not None


def _heading(block: Block, heading: str) -> str:
    text = block.text.text
    if len(text) <= 40 and text[-1] not in "。;,":
        return text
    if text[-1] == ":" and len(text) <= 80:
        return text
    of_section = INNER_ORGANS.search(heading) and SECTION_LINE.match(text)
    return heading if of_section or not MARK.match(text) else ""


def _opens(clause: _Clause) -> bool:
    """Whether the clause stands at the beginning of its paragraph."""
    text = clause.block.text.text
    label = DUTY_LABEL.match(text)
    start, _ = without_enumerator(text, label.end() if label else 0, len(text))
    first = [unit.start for unit in clause.units.units] + [span[0] for span in clause.units.aggregates]
    return bool(first) and min(first) - start <= 1


def _unit_only(block: Block) -> _Clause | None:
    """(3)县卫健局——组织救护队伍。 in a list of duties: a colon or a dash stands for 负责."""
    text = block.text.text
    start, number = without_enumerator(text, 0, len(text))
    only = UNIT_ONLY.match(text, start)
    clause = _clause(block, only, number, len(text)) if only else None
    helps = HELPS.match(text, *clause.text) if clause else None
    return replace(clause, verb=helps.span(), text=(helps.end(), clause.text[1])) if clause and helps else clause


def _bare_duty(block: Block) -> _Clause | None:
    """县信访局处理突发事件,… among paragraphs that open with 县公安局负责…: a verb of its own stands after the unit."""
    text = block.text.text
    start, number = without_enumerator(text, 0, len(text))
    for verb in DOES.finditer(text, start + 3, start + LONGEST_BODY) if not CUE.search(text) else ():
        listed = unit_list(text, start, verb.start())
        if listed.units and not listed.rest:
            position, stop = trimmed(text, verb.start(), len(text))
            span = (listed.units[0].start, listed.units[-1].end)
            return _Clause(block, listed, None, (0, 0), span, (position, stop), number, bare=True)
    return None


def _is_alike(block: Block, before: Block) -> bool:
    """Whether a paragraph that cannot be read stands in the list of the one before it: the same kind of number, a body first."""
    text = block.text.text
    start, _ = without_enumerator(text, 0, min(len(text), LONGEST_OPENING))
    if text[-1] not in "。;" or _level(text) != _level(before.text.text):
        return False
    return any(kind_of_body(text[start:end]) for end in range(start + 3, min(start + LONGEST_BODY, len(text))))


def _level(text: str) -> str:
    """The kind of number that a paragraph begins with: (3)县水利局… → (1)."""
    match = MARK.match(text)
    return NUMERALS.sub("1", match[0]) if match else ""


def _goes_on(block: Block) -> bool:
    """Whether a paragraph inside a list of duties says of its units only that they do their part: 县公安局、县司法局按职责履行…."""
    text = block.text.text
    match = PART.match(text, without_enumerator(text, 0, len(text))[0])
    if match is None or text[-1] == ":":
        return False
    return unit_list(text, *match.span("units")).is_whole


def _of_run(notice: Notice, run: list[list[_Clause]], heading: str) -> Iterator[Fact | Doubt | ItemRecord]:
    """Paragraphs in a row that open with a unit and its duty."""
    if (len(run) == 1 and _is_own(run[0], heading)) or _is_of_sections(run, heading):
        return
    labelled = any(DUTY_LABEL.match(clauses[0].block.text.text) for clauses in run)
    under_division = labelled or bool(DIVISION.search(heading))
    leaders = {unit.name for clauses in run for clause in clauses for unit in clause.units.units[:1]}
    in_articles = any(ARTICLE.match(clauses[0].block.text.text) for clauses in run)
    for clauses in run:
        listed = len(leaders) >= 2 and (len(run) >= 3 or _leaders(clauses) >= 2 or under_division)
        verb = clauses[0].block.text.text[slice(*clauses[0].verb)]
        several = len(clauses[0].units.units) >= 2 and not in_articles and verb in {"负责", "牵头"}
        if in_articles and not (under_division and len(run) >= 3) and _leaders(clauses) < 2:
            continue
        if any(VAGUE.search(unit.name) for clause in clauses for unit in clause.units.units):
            continue
        led = any(clause.is_led for clause in clauses)
        if listed or under_division or several or led:
            yield from _items(notice, clauses)


# 部门职责: what an organ does itself, no division of work
SECTION_DUTIES = re.compile(rf"(?:{any_of('shared', 'section')})(?:工作)?职责")
SECTIONS = ("室", "科", "股", "处", "队", "所", "站", "中心", "机关党委", "机关纪委", "工会")
OWN_DUTIES = re.compile(
    rf"(?:{ENUMERATOR})?(?:{any_of('items', 'own_duty')})(?:主要)?(?:{any_of('shared', 'duty')}):?$"
)


def _is_own(clauses: list[_Clause], heading: str) -> bool:
    """Whether a paragraph below 部门职责 tells what the organ of a page does itself."""
    numbered = MARK.match(clauses[0].block.text.text) is not None
    return not numbered and _leaders(clauses) == 1 and OWN_DUTIES.match(heading) is not None


def _is_of_sections(run: list[list[_Clause]], heading: str) -> bool:
    """Whether paragraphs below 内设机构 tell what the sections of an organ do."""
    leaders = (unit.name for clauses in run for clause in clauses for unit in clause.units.units[:1])
    return bool(INNER_ORGANS.search(heading) or SECTION_DUTIES.search(heading)) and all(
        name.endswith(SECTIONS) for name in leaders
    )


def _leaders(clauses: list[_Clause]) -> int:
    return len({unit.name for clause in clauses for unit in clause.units.units[:1]})


def _clauses(block: Block) -> list[_Clause]:
    text = block.text.text
    if LABELLED.search(text) or PART_OF_BODY.match(text):
        return []
    clauses: list[_Clause] = []
    goes_on, depth = False, 0
    for left, right in sentences(text):
        left = label.end() if (label := DUTY_LABEL.match(text, left, right)) else left
        start, number = without_enumerator(text, left + (text[left] == ","), right)
        inside = depth > 0 or text[start : start + 1] == "("
        depth = max(0, depth + text.count("(", left, right) - text.count(")", left, right))
        if inside:  # …。(市商务局牵头,市财政局配合)… says who answers for what stands before it
            continue
        clause = CLAUSE.match(text, start, right)
        if clause and goes_on and text.startswith(WITH_OTHERS, start):
            clause = None  # 县住建局负责鉴定;会同县应急局牵头负责加固: the duty of the unit before goes on
        if clause and clause["verb"] not in AFTER_COLON and text[clause.end("units")] in ":—":
            clause = UNIT_ONLY.match(text, start, right)
        one = _clause(block, clause, number, right) if clause else None
        if one is None and (over := _over(block, left, right, number)):
            clauses.extend(over)
            goes_on = False
            continue
        if one is not None:
            clauses.append(one)
        elif goes_on and clause is None and number is None:
            clauses[-1] = replace(clauses[-1], text=(clauses[-1].text[0], right))
        goes_on = (one is not None or (goes_on and clause is None)) and text[right - 1] == ";"
    return clauses


def _over(block: Block, left: int, right: int, number: str | None) -> list[_Clause]:
    """A县局对水资源保护负责,B县局对水环境质量负责: for what each answers stands before the verb."""
    text = block.text.text
    if text.find("对", left, right) < 0:
        return []
    told = (match for match in OVER.finditer(text, left, right) if kind_of_body(match["text"]) is None)
    clauses = (_clause(block, match, number, match.end("text")) for match in told)
    return [clause for clause in clauses if clause is not None]


def _clause(block: Block, found: re.Match[str], number: str | None, end: int) -> _Clause | None:
    text = block.text.text
    left, right = found.span("units")
    if "由" in text[left + 1 : right]:  # 日常工作由办公室和信息中心负责,…: what stands before 由 is no unit
        return None
    joint = JOINED.search(text, left + 2, right)
    units = unit_list(text, left, joint.start() if joint else right)
    joined = unit_list(text, joint.end(), right) if joint else None
    if units.rest or not (units.units or units.aggregates) or (joined and joined.rest):
        return None
    if SETS_UP.search(text, left, right) or (units.units and all(unit.kind is Kind.GROUP for unit in units.units)):
        return None  # 组委会下设5个工作小组,负责…; 指挥部负责…: what a group is for
    if any(text[a:b].endswith("成员单位") for a, b in units.aggregates) and not units.units:
        return None
    position, others = (
        _beside(text, found.start("text"), end) if found["verb"] in LEADING else (found.start("text"), [])
    )
    start, stop = trimmed(text, position, end)
    if (
        text.startswith("的", start)  # 由县政协牵头|的大赛: no item begins so
        or SEATS_BELOW.fullmatch(text, start, stop)
        or WHOLE_PLAN.match(text[start:stop])
        or MEETING.search(text, start, min(stop, start + 12))
    ):
        return None
    return _Clause(
        block,
        units,
        joined,
        joint.span() if joint else (0, 0),
        found.span("verb"),
        (start, stop),
        number,
        tuple(others),
    )


def _beside(text: str, position: int, end: int) -> tuple[int, list[tuple[UnitList, tuple[int, int]]]]:
    """Who helps those that lead, between the verb and what is to be done, and where that begins: ,会同B、C|加快推进…; ,B配合|,…."""
    others: list[tuple[UnitList, tuple[int, int]]] = []
    while True:
        for word, left, right, after in places_beside(text, position, end):
            listed = unit_list(text, left, right)
            if listed.is_whole:
                others.append((listed, word))
                position = after
                break
        else:
            return position, others


def _items(notice: Notice, clauses: list[_Clause]) -> Iterator[Fact | Doubt | ItemRecord]:
    pending: tuple[Item, list[tuple[Block, Statement]]] | None = None
    for clause in clauses:
        statement = _statement(clause)
        start, end = clause.text
        content = clause.block.text.text[start:end].strip("。;")
        if len(content) < 2:
            if pending is not None and clause.number is None:  # not (2)抢险组县交通局牵头,县公安局参与。
                pending[1].append((clause.block, statement))
            continue
        if pending is not None:
            yield from outcome(notice, *pending, RULE)
        pending = (Item(((clause.block, start, end),), clause.number), [(clause.block, statement)])
    if pending is not None:
        yield from outcome(notice, *pending, RULE)


def _statement(clause: _Clause) -> Statement:
    text = clause.block.text.text
    verb = text[slice(*clause.verb)]
    statement = Statement(clause.verb[0], clause.verb[1], aggregates=list(clause.units.aggregates))
    if clause.joined is not None:
        statement.shares.append(Share("牵头", clause.joint, False, tuple(clause.units.units)))
        statement.shares.append(Share(text[slice(*clause.joint)], clause.joint, True, tuple(clause.joined.units)))
        statement.aggregates.extend(clause.joined.aggregates)
    elif clause.units.units:
        role = "牵头" if verb.startswith("牵头") else None if clause.bare or verb in (":", "——") else verb
        statement.shares.append(Share(role, clause.verb, verb in HELPING, tuple(clause.units.units)))
    for listed, span in clause.others:
        statement.aggregates.extend(listed.aggregates)
        if listed.units:
            statement.shares.append(Share(text[slice(*span)], span, True, tuple(listed.units)))
    return statement
