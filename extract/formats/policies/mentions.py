"""Documents that a passage names, and the word that ties the passage to each.

In:  为贯彻落实《湖北省消防安全责任制规定》(鄂政发〔2020〕16号)、《武汉市消防管理规定》(市人民政府令第311号),进一步加强…
Out: two Mentions with the verb 贯彻落实 and their numbers
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.marks import DIGITS, HAN, LEVELS
from extract.slotted import slotted
from extract.text.head.marks import NUMBER, YEAR_FIRST

NUMBERED = re.compile(YEAR_FIRST)  # 〔1993〕安计农字第12号
ORDER = re.compile(rf"(?P<code>[{HAN}\d]{{2,24}}?令)(?:(?:19|20)\d\d年)?第?(?P<serial>\d{{1,4}})号")
DATED = re.compile(rf"(?:19|20)\d\d年\d{{1,2}}月\d{{1,2}}日(?=[{HAN}])")
CITE = re.compile(
    rf"""
      {any_of("policies", "obeyed")}|(?<!批准)实施  # 贯彻落实
    | (?<![期依据照])按(?![照期时需])|(?<![{HAN}])依(?![照据托法])  # 按
    """,
    re.VERBOSE,
)
# the title after one of these is what is made, not what is obeyed; 制发的 before a title only says whose it is
PAPER = re.compile(rf"(?:{any_of('policies', 'paper')})$")  # 《居住证》逾期作废: what a person holds
OTHER = re.compile(any_of("policies", "made", "made_known", "filled_in"))
FORM = re.compile(
    rf"""
    (?:表|(?<!清)单|证|{any_of("policies", "form")}  # 申请表
      )  # 办理须知, 管理系统
    (?:\([^()]*\))?$""",
    re.VERBOSE,
)
# 不再执行《…》, 停止按照《…》: the verb turned round; 暂停执行 ends nothing and submits to nothing
TURNED = re.compile(rf"(?:{any_of('policies', 'turned')})(?:继续)?$")
REPEAL_AFTER = re.compile(
    rf"""
    [^。;《》]{{0,40}}?  # 某
    (?P<role>
        (?:{any_of("policies", "ended_how")}|均)废止  # 同时废止
      | (?:同时)?(?:{any_of("policies", "stops")})(?:{any_of("policies", "what_stops")})          # 同时停止执行
      | 不再(?:{any_of("policies", "in_force")})
      | (?:{any_of("policies", "lapses_how")})失效
      | 废止
    )
    (?![^。;,《》]{{0,16}}《)""",
    re.VERBOSE,
)
REPEAL_BEFORE = re.compile(
    rf"""
    (?P<role>废止|(?:{any_of("policies", "stops")})(?:{any_of("policies", "what_stops")})|不再(?:{any_of("policies", "in_force")}))
    (?:[^。;,《》不]{{0,16}})$""",
    re.VERBOSE,
)
# 不再执行《…》中关于承包范围的规定: a part of it, perhaps for some only
PART_OF_IT = re.compile(rf"(?:中|里|的?第[{DIGITS}十百\d]+[条款项章]|的?有关|(?:中)?关于)")
DECLARED = re.compile(r"宣布(?:原)?$")  # 宣布《…》失效
LAPSED = re.compile(rf"[^。;,《》]{{0,12}}(?P<role>{any_of('policies', 'lapses')})")
REVOKE_AFTER = re.compile(rf"[^。;《》]{{0,60}}?(?P<role>{any_of('policies', 'revoked')})(?![^。;,《》]{{0,16}}《)")
REVOKE_BEFORE = re.compile(rf"(?P<role>{any_of('policies', 'takes_back')})(?:[^。;,《》]{{0,16}})$")
AFTER = re.compile(
    rf"""
    ^(?:中?的?(?:各项)?(?:{any_of("policies", "content")})?)(?:{any_of("policies", "carried_how")})*  # 中的各项要求有效
    (?P<role>{any_of("policies", "carried_out")})(?!{any_of("policies", "no_verb")})  # 贯彻落实
    """,
    re.VERBOSE,
)
ANNEX = re.compile(r"附[件表]\d{0,2}[:,]?$")  # 按规定执行(见附件1《…》)
FURTHER = re.compile(rf"(?:{any_of('policies', 'further')})[^。;,]{{0,6}}$")
BETWEEN = re.compile(
    rf"""
    ^(?:第[{DIGITS}十百\d]+[条款项章](?:第?[{DIGITS}十\d]*[条款项])*)*(?:等)?  # 第一条第一条等
    (?:文件|规定|要求|精神|通知)*(?:的)?  # 文件的
    (?:,|(?:[、和及与或]|以及)*(?P<whose>[{HAN}“”、]{{0,24}}))$  # ,
    """,
    re.VERBOSE,
)
# 贯彻《…意见》、省河(湖)长制领导小组印发《…方案》: who made the next one of a list
BY_OTHERS = re.compile(
    rf"^(?:[、和及与]|以及)(?P<body>[{HAN}()、]{{3,40}}?)(?:联合)?(?:{any_of('policies', 'made_elsewhere')})的?$"
)
# 按照|省民政厅、省财政厅、省卫健委关于|《…行动计划》要求: who made it together
BODIES = re.compile(rf"(?:[{HAN}]{{2,14}}[局厅委部办院行会]、){{2,8}}[{HAN}]{{2,14}}[局厅委部办院行会](?:关于)?")
NEXT = re.compile(r"[、和及与,]*《")
CLAUSE = re.compile(r"[。;:,!?\n]")
SHORT = re.compile(
    rf"(?:以下|下文)?(?:{any_of('policies', 'calls_short')}|称)(?:为)?[:]?[“《](?P<short>[^《》“”]{{2,20}})[”》]"
)
PARENTHESIS = re.compile(r"\((?:[^()《》]|\([^()《》]*\)|《[^《》]*》)*\)")
LEADING = re.compile(
    rf"""
    .*  # …
    (?:
        {any_of("policies", "leads_up")}|按|的|(?<!共)和|及|与|或者|或|以|由  # 按照
      | 见|是|为|在|将|对|文件|通知
    )""",
    re.VERBOSE,
)
# 市教育局|云教〔2021〕10号: who issued it, before the letters of its number
ISSUER_OF_NUMBER = re.compile(rf"[{LEVELS}][{HAN}]{{1,8}}[局厅部会委](?=[{HAN}]{{2,8}}[\[(〔])(?![{HAN}]?[发办函字])")
GARBLED = re.compile(
    rf"""
    ^[{HAN}]{{2,12}}[^{HAN}、,]{{0,2}}  # 某某某
    (?:\d[\dOolI]{{1,3}}|[\dOolI]{{3}}\d)[^{HAN}、,]{{0,2}}  # 22某
    [\dOolI]{{0,4}}号$  # 2号
    """,
    re.VERBOSE,
)
PRINTED = re.compile(rf"[^。]{{0,200}}?(?:印发|(?<!转)发给|{any_of('policies', 'put_out')})")
# 现将《政府工作报告》确定的重点工作分解印发给你们: what is taken out of a document is printed, not it
OUT_OF = re.compile(
    rf"(?:中?的?(?:{any_of('policies', 'out_of')})|(?:19|20)\d\d年|[^,。]{{0,12}}(?:{any_of('policies', 'shared_out')}))"
)
HANDED_ON = re.compile(r"[^。]{0,60}?(?P<role>转发)")
APPROVED = re.compile(
    rf",?(?:等[^。,]{{0,12}})?(?:已经|业经|已由|已|经)[^。]{{0,60}}?现[^。]{{0,6}}?(?P<word>{any_of('policies', 'handed_on')}|予)"
)
TO_CARRY_OUT = re.compile(  # 《…报告》已经国务院同意,请各省人民政府认真贯彻落实
    rf"(?:已经|业经)[^。,]{{2,30}}(?:{any_of('policies', 'is_agreed')}),请[^。;]{{0,60}}?(?P<role>{any_of('policies', 'to_carry_out')})"
)
WHOSE = re.compile(
    rf"(?:现)?将[^。;,《》]{{2,40}}(?:的|{any_of('policies', 'made_by')})$"
)  # 现将省教育厅制定的《…》转发给你们
ANSWERED = re.compile(rf"[^。,;]{{0,8}}(?:{any_of('policies', 'answered')})")
LONGEST_TAIL = 240
LONGEST_LIST = 30  # documents that one 同时废止 may end
LONGEST_MODIFIER = 30  # characters between the verb and the title: 国家发展改革委、商务部印发的
LONGEST_SHORT = 8  # characters of a title that only stands for one named before: 《通知》, 《工作方案》


class Tie(StrEnum):
    """How a passage deals with a document."""

    CITES = "cites"
    REPEALS = "repeals"
    REVOKES = "revokes"
    ISSUES = "issues"
    ANSWERS = "answers"
    NAMES = "names"


@slotted
@dataclass(frozen=True, slots=True)
class Mention:
    """One document named in a cleaned text; `start`, `end` are those of its name, without the title marks."""

    start: int
    end: int
    tie: Tie
    role: str | None = None
    verb: int | None = None  # where the verb starts
    number: tuple[int, int] | None = None  # the 文号 in parentheses after the title
    close: int = 0  # the end of title, parentheses and the word after them
    short: str | None = None
    is_title: bool = True
    garbled: tuple[int, int] | None = None


def mentions(text: str) -> Iterator[Mention]:
    """The documents that a cleaned text names in 《》 or by 文号, in their order."""
    before: Mention | None = None
    for start, end, is_title in _names(text):
        mention = _mention(text, start, end, is_title, before)
        yield mention
        before = mention


def _names(text: str) -> Iterator[tuple[int, int, bool]]:
    """The spans of titles (without marks, nested ones inside) and of 文号 outside titles and their parentheses."""
    position = 0
    for opened, closed in _titles(text):
        if opened <= position:
            continue  # 《通知》 in (…, 以下简称《通知》)
        yield from _numbers(text, position, opened - 1)
        yield opened, closed, True
        position = closed + 1
        if match := PARENTHESIS.match(text, position):
            position = match.end()
    yield from _numbers(text, position, len(text))


def _titles(text: str) -> Iterator[tuple[int, int]]:
    position = text.find("《")
    while position >= 0:
        close = _closing(text, position)
        if close is None:
            position = text.find("《", position + 1)
            continue
        yield position + 1, close
        position = text.find("《", close + 1)


def _closing(text: str, at: int) -> int | None:
    depth = 0
    for index in range(at, min(len(text), at + 200)):
        if text[index] == "《":
            depth += 1
        elif text[index] == "》":
            depth -= 1
            if not depth:
                return index
    return text.find("》", at, at + 200) if text.find("》", at, at + 200) > 0 else None


def _numbers(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    if "号" not in text[start:end]:
        return
    patterns = (NUMBER, ORDER) if text.find("令", start, end) >= 0 else (NUMBER,)
    spans = [(m.start(), m.end()) for pattern in patterns for m in pattern.finditer(text, start, end)]
    last = -1
    for left, right in sorted(spans):
        lead = LEADING.match(text, left, right)
        left = lead.end() if lead and lead.end() < right - 5 else left
        if issuer := ISSUER_OF_NUMBER.match(text, left, right):
            left = issuer.end()
        if left >= last and re.match(rf"[{HAN}]{{2}}", text[left:right]):
            yield left, right, False
            last = right


def _mention(text: str, start: int, end: int, is_title: bool, before: Mention | None) -> Mention:
    opened = start - 1 if is_title else start
    closed = end + 1 if is_title else end
    number, garbled, short = None, None, None
    rest = closed
    while match := PARENTHESIS.match(text, rest):
        inner = text[match.start() + 1 : match.end() - 1]
        if not number and (hit := NUMBER.match(text, match.start() + 1)) and hit.end() > match.end():
            break
        if not number and (hit := NUMBER.search(inner) or ORDER.search(inner) or NUMBERED.fullmatch(inner)):
            dated = DATED.match(inner, hit.start(), hit.end())  # (1996年11月8日省人民政府令第52号公布)
            number = (match.start() + 1 + (dated.end() if dated else hit.start()), match.start() + 1 + hit.end())
        elif not number and GARBLED.match(inner):
            garbled = (match.start() + 1, match.end() - 1)
        if label := SHORT.search(inner):
            short = label["short"]
        rest = match.end()
    if not number and text[rest : rest + 1] == "(" and (hit := NUMBER.match(text, rest + 1)):
        number, rest = hit.span(), hit.end() + (text[hit.end() : hit.end() + 1] == ")")  # (省医保发[2019)31号)
    close = rest
    tie, role, verb = _tie(text, opened, rest, before)
    if tie is Tie.NAMES and (number is not None or not is_title):
        tie = Tie.CITES
    if (
        is_title
        and not number
        and (
            (tie is Tie.CITES and FORM.search(text[start:end]))
            or (tie in {Tie.REPEALS, Tie.REVOKES} and PAPER.search(text[start:end]))
        )
    ):
        tie = Tie.NAMES
    if role and verb is not None and verb >= rest:
        close = verb + len(role)
    return Mention(start, end, tie, role, verb, number, close, short, is_title, garbled)


def _tie(text: str, opened: int, rest: int, before: Mention | None) -> tuple[Tie, str | None, int | None]:
    """How a document is dealt with: the verb before it decides, then the list that it stands in, then what follows it."""
    clause = _clause(text, opened, before)
    left = text[clause:opened]
    verb, position = _verb(left, clause)
    if verb is not None:
        return Tie.CITES, verb, position
    for pattern, tie in ((REPEAL_BEFORE, Tie.REPEALS), (REVOKE_BEFORE, Tie.REVOKES)):
        if match := pattern.search(left):
            if match["role"][:2] in {"不再", "停止", "终止"} and PART_OF_IT.match(text, rest):
                return Tie.NAMES, None, None
            return tie, match["role"], clause + match.start("role")
    if before is not None and _is_listed(text, before, opened, clause):
        return before.tie, before.role, before.verb
    past = _past_list(text, rest)
    if DECLARED.search(left) and (match := LAPSED.match(text, past)):
        return Tie.REPEALS, match["role"], match.start("role")
    for pattern, tie in ((REPEAL_AFTER, Tie.REPEALS), (REVOKE_AFTER, Tie.REVOKES)):
        match = pattern.match(text, past)
        if match and not CITE.search(text, past, match.start("role")):
            return tie, match["role"], match.start("role")
    return _handed(left, text, rest, past)


def _handed(left: str, text: str, rest: int, past: int) -> tuple[Tie, str | None, int | None]:
    """现将《…》印发给你们, 《…》已经…同意,现印发: an annex; 将《…》转发, 《…》已经…同意,现转发: cited; 确保《…》有效实施: cited.

    `rest`: after the document, `past`: after the list that it opens.
    """
    tail, behind = text[rest : rest + LONGEST_TAIL], text[past : past + LONGEST_TAIL]
    if ANSWERED.match(tail):
        return Tie.ANSWERS, None, None
    if approved := APPROVED.match(behind):
        if approved["word"] == "转发":
            return Tie.CITES, "转发", past + approved.start("word")
        return Tie.ISSUES, None, None
    if left.endswith("将") or WHOSE.search(left):
        if match := HANDED_ON.match(tail):
            return Tie.CITES, "转发", rest + match.start("role")
        if left.endswith("将") and PRINTED.match(tail) and not OUT_OF.match(tail):
            return Tie.ISSUES, None, None
    if FURTHER.search(left) and (match := AFTER.match(behind)):
        return Tie.CITES, match["role"], past + match.start("role")
    if match := TO_CARRY_OUT.match(behind):
        return Tie.CITES, match["role"], past + match.start("role")
    return Tie.NAMES, None, None


def _is_listed(text: str, before: Mention, opened: int, clause: int) -> bool:
    """Whether a document goes on with the list of the one before it: 根据《A》(…)和市《B》."""
    between = text[before.close : opened]
    if (
        clause < before.end
        or before.tie in {Tie.NAMES, Tie.ANSWERS}
        or (before.role is None and before.tie is not Tie.ISSUES)
    ):
        return False
    if (others := BY_OTHERS.match(between)) and before.tie is Tie.CITES:
        return kind_of_body(others["body"]) is not None
    return bool(BETWEEN.match(between)) and not _makes(between)


def _clause(text: str, opened: int, before: Mention | None) -> int:
    """Where the clause that leads to a title begins: after the last comma or stop, or after the document before it."""
    floor = max(0, opened - 60, before.close if before else 0)
    marks = list(CLAUSE.finditer(text, floor, opened))
    return marks[-1].end() if marks else floor


def _verb(left: str, offset: int) -> tuple[str | None, int | None]:
    verbs = list(CITE.finditer(left))
    if not verbs:
        return None, None
    last = verbs[-1]
    between = left[last.end() :]
    if TURNED.search(left, 0, last.start()):
        return None, None
    if BODIES.fullmatch(between):
        return last[0], offset + last.start()
    if len(between) > LONGEST_MODIFIER:
        return None, None
    if _makes(between) or ANNEX.search(between):
        return None, None
    return last[0], offset + last.start()


def _makes(between: str) -> bool:
    """Whether the words before a title make, fill in or learn it; 制发的《…》 only says whose it is."""
    return any(other[0] == "关于" or "的" not in between[other.end() :] for other in OTHER.finditer(between))


def _past_list(text: str, rest: int) -> int:
    """The offset after a list of documents that begins before `rest`: 《A》(…)、《B》(…)同时废止 → that of 同时废止."""
    position = rest
    for _ in range(LONGEST_LIST):
        match = NEXT.match(text, position)
        close = _closing(text, match.end() - 1) if match else None
        if close is None:
            break
        position = close + 1
        while more := PARENTHESIS.match(text, position):
            position = more.end()
    return position
