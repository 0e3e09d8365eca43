"""Who stands in a seat: persons with titles, bodies, and what is neither.

In:  the text behind a seat's label or before 任组长:
       区委副书记,区委常委、区人民政府常务副区长王振,区委常委、区委宣传部部长叶霞
       区政府办公室、区发改局、区财政局主要负责人
       黄双武　区交通运输局局长
Out: Members: persons (王振 with both offices; the 区委副书记 without a name is lent to nobody), bodies, unsettled spans
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.clean import Text, parts_between
from extract.document import Block
from extract.facts import Kind
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.marks import HAN
from extract.names.offices import offices, rank_of
from extract.names.people import is_person_name, may_be_name
from extract.names.titled import Titled, name_run_into_title, title_offices, titled
from extract.names.units import Unit, unit_list

UNNAMED = re.compile(
    r"(?:的)?(?:党政|党组|工作)?(?:主要|分管|有关|相关|业务|具体|主管|一名|1名|各1名|各一名)*(?:班子成员|负责人员|负责人|负责同志|领导同志|领导|副职|副局长|副主任|副秘书长|副[省市县区州旗盟]长|副部长|副处长|副镇长|同志|人员)(?:各?[一1]名|各?[一1]人)?$"
)
COMPANY = re.compile(rf"^(?:[由以]|聘请|增补|增加|新增|调整为|确定)(?=[{HAN}])")
AND = re.compile(r"和|及|与|以及")
# 区人民政府分管副区长: the government sits there; a bare 常务副区长, 分管城建工作副区长: nothing
OF_GOVERNMENT = re.compile(
    r"(?P<body>[^、,]*?)(?:分管|主管|常务|协助|联系)[^、,]*?副?[省市县区州旗盟镇乡]长|(?:代理|代)?副?[省市县区州旗盟]长"
)
ONE_GOVERNMENT = re.compile(r"[省市县区州旗](?:人民)?政府")
OF_PERSON = re.compile(rf"\((?:女|兼|(?:女,)?[{HAN}]{{1,4}}族)\)$")
# 姚茂芬(女,侗族)县教育局局长: the remark divides name and title as a space would
BEFORE_TITLE = re.compile(rf"[{HAN}·]{{2,16}}\((?:女|(?:女,)?[{HAN}]{{1,4}}族)\)(?=[{HAN}]{{3}})")
WITH_TITLE = re.compile(rf"(?P<name>[{HAN}·]{{2,16}})(?:同志)?\((?P<title>[^()]{{2,60}})\)")
LONG_NAME = re.compile(rf"[{HAN}]{{5,8}}")
LINE_LIMIT = 48
CONCURRENT = re.compile(r"\(兼(?:任)?\)")


@dataclass(slots=True)
class Members:
    """Persons, bodies and unsettled cleaned spans of a seat's text."""

    persons: list[Titled] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    titles: list[tuple[int, int]] = field(default_factory=list)  # titles that no name follows
    rest: list[tuple[int, int]] = field(default_factory=list)


def members(text: Text, start: int, end: int, *, listed: bool = False) -> Members:
    """Who stands in text[start:end]; columns (a name, layout space, a title) first, then prose.

    `listed`: a line of a list, in which a name may run into its title.
    """
    found = Members()
    beside = list(_in_parentheses(text.text, start, end)) or list(_columns(text, start, end))
    if beside:
        found.persons.extend(beside)
        return found
    start, end = _bounds(text.text, start, end)
    one = (
        listed
        and _is_unspaced(text, start, end)
        and 5 <= end - start <= LINE_LIMIT
        and not re.search(r"\)[、,;]", text.text[start:end])
    )
    if one and (held := name_run_into_title(text.text, start, end)):
        found.persons.append(held)
        return found
    for left, right in parts_between(text.text, start, end, ";。"):
        _piece(text.text, left, right, found)
    _settle(text.text, found)
    return found


def _in_parentheses(chars: str, start: int, end: int) -> Iterator[Titled]:
    """陈　晨(常务副市长)　林　岚(副市长): names with titles in parentheses and nothing else, whatever divides them."""
    found: list[Titled] = []
    at = start
    for match in WITH_TITLE.finditer(chars, start, end):
        if chars[at : match.start()].strip(" 、,;:。和") or not is_person_name(match["name"]):
            return
        held = tuple(offices(chars, *match.span("title")))
        if not held:
            return
        found.append(Titled(*match.span("name"), held, *match.span(), rank_of(chars, *match.span("title"))))
        at = match.end()
    if found and not chars[at:end].strip(" 、,;:。"):
        yield from found


def _is_unspaced(text: Text, start: int, end: int) -> bool:
    return end > start and text.offsets[end - 1] - text.offsets[start] == end - 1 - start


def _bounds(chars: str, start: int, end: int) -> tuple[int, int]:
    while start < end and chars[start] in " ,、;:。-—":
        start += 1
    while end > start and chars[end - 1] in " ,、;:。":
        end -= 1
    lead = COMPANY.match(chars[start:end])
    return (start + lead.end() if lead else start), end


def _piece(chars: str, start: int, end: int, found: Members) -> None:
    """What stands between semicolons: 张三,县发改局局长 (a name, then its title) or persons and bodies between commas."""
    commas = list(parts_between(chars, start, end, ","))
    if len(commas) == 2 and is_person_name(chars[slice(*commas[0])]):
        held = titled(chars, start, end)
        if held and held.offices:
            found.persons.append(held)
            return
    for left, right in commas:
        _list(chars, left, right, found)


def _list(chars: str, start: int, end: int, found: Members) -> None:
    """What stands between commas: titles joined by 、 up to a name, bodies joined by 、."""
    waiting = start
    last: Titled | None = None
    items = [(a, b) for a, b in _divided(chars, start, end)]
    for left, right in items:
        held = titled(chars, waiting, right)
        if held is None and waiting != left:
            held = titled(chars, left, right)
            if held is not None:
                _leave(chars, waiting, left - 1, found)
        if held is None:
            continue
        if not held.offices and last is not None and last.offices and chars[left - 1] in "、和及与":
            held = replace(held, offices=last.offices)  # 副县长李明、王强: one title before several names
        found.persons.append(held)
        last = held
        waiting = right + 1
    if waiting < end:
        _leave(chars, waiting, end, found)


def _divided(chars: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Items between 、; one is divided at 和 where persons stand on both sides: 县长李明和副县长王强."""
    for left, right in parts_between(chars, start, end, "、"):
        for match in AND.finditer(chars, left, right):
            if titled(chars, left, match.start()) and (
                titled(chars, match.end(), right) or UNNAMED.search(chars[match.end() : right])
            ):
                yield left, match.start()
                left = match.end()
        yield left, right


def _leave(chars: str, start: int, end: int, found: Members) -> None:
    """A stretch without a name: bodies, holders without a name, or a title that no name follows."""
    start, end = _bounds(chars, start, end)
    if end > start:
        found.rest.append((start, end))


def _settle(chars: str, found: Members) -> None:
    """Sorts the stretches without names; among named persons a title alone is lent to nobody and stands for no body."""
    stretches, found.rest = found.rest, []
    unnamed_tail = False
    for start, end in reversed(stretches):
        unnamed_tail = _stretch(chars, start, end, found, unnamed_tail)
    found.units.sort(key=lambda unit: unit.start)


def _stretch(chars: str, start: int, end: int, found: Members, shared: bool) -> bool:
    """One stretch; `shared`: an unnamed holder's word behind it (主要负责人) holds for it too."""
    head = OF_GOVERNMENT.fullmatch(chars, start, end)
    if head:
        kind = kind_of_body(head["body"] or "")
        if kind is not None:
            found.units.append(Unit(start, head.end("body"), kind, head["body"]))
        return True
    tail = UNNAMED.search(chars[start:end])
    unnamed = bool(tail) or shared
    stop = start + tail.start() if tail and tail.start() >= 2 else end
    if tail and tail.start() < 2:
        return True
    pieces = list(parts_between(chars, start, stop, "、"))
    plain: list[tuple[int, int]] = []
    for left, right in pieces:
        inner = UNNAMED.search(chars[left:right])
        held = offices(chars, left, right) if right - left >= 2 else []
        if inner and inner.start() >= 2:
            _units(chars, plain, found)
            _units(chars, [(left, left + inner.start())], found)
            plain = []
        elif held:
            _units(chars, plain, found)
            plain = []
            if found.persons:
                found.titles.append((left, right))
            else:
                _body_of(chars, left, right, found)
        else:
            plain.append((left, right))
    _units(chars, plain, found)
    return unnamed


def _body_of(chars: str, left: int, right: int, found: Members) -> None:
    """区建设局局长 without a name: the body sits there; a bare 副区长 gives nothing."""
    for office in offices(chars, left, right)[:1]:
        if office.body_start is not None and office.body_end is not None:
            found.units.append(Unit(office.body_start, office.body_end, office.kind, office.body))


def _units(chars: str, spans: list[tuple[int, int]], found: Members) -> None:
    if not spans:
        return
    listed = unit_list(chars, spans[0][0], spans[-1][1])
    found.units.extend(listed.units)
    for start, end in listed.rest:
        name = chars[start:end]
        if ONE_GOVERNMENT.fullmatch(name):
            found.units.append(Unit(start, end, Kind.DEPARTMENT, name))
        elif not (is_aggregate(name) or name.startswith(("各", "相关", "有关", "其他")) or len(name) < 2):
            found.rest.append((start, end))


def _columns(text: Text, start: int, end: int) -> Iterator[Titled]:
    """Persons of an aligned line: 丁　力　副县长　　王　强　县财政局局长, also 县长　丁　力, also names alone."""
    tokens = list(_tokens(text, start, end))
    if len(tokens) < 2:
        return
    chars = text.text
    found: list[Titled] = []
    index = 0
    while index < len(tokens):
        name = _name_at(chars, tokens, index)
        if name is None:
            if not found and (held := _title_then_name(chars, tokens)):
                yield held
                return
            if not found:
                return
            index += 1
            continue
        left, right, following = name
        stop = following
        while stop < len(tokens) and not (
            stop > following
            and (later := _name_at(chars, tokens, stop))
            and later[2] < len(tokens)
            and _wide(text, tokens[stop][0])
        ):
            stop += 1
        if stop > following:
            title = (tokens[following][0], tokens[stop - 1][1])
            held_offices = tuple(title_offices(chars, *title))
            if not held_offices and _name_at(chars, tokens, following):
                stop, title = following, (right, right)  # names alone: 王　芳　　何　平
        else:
            title, held_offices = (right, right), ()
        found.append(Titled(left, right, held_offices, left, title[1], rank_of(chars, *title)))
        index = stop
    plain = [held for held in found if held.offices or held.end == held.name_end]
    if plain and (len(plain) == len(found) or found[0].offices or len(found) == 1):
        yield from found
    elif len(found) == 1:
        yield found[0]


def lines_of(block: Block) -> Iterator[Text]:
    """The source lines of a block of short lines (aligned columns), else the block's text as one."""
    text = block.text
    if "\n" not in block.raw:
        yield text
        return
    source = block.document.text
    cuts = [0]
    for index, (one, other) in enumerate(pairwise(text.offsets), 1):
        if other != one + 1 and "\n" in source[one:other] and other not in block.wraps:
            cuts.append(index)
    cuts.append(len(text))
    parts = [text.part(a, b) for a, b in pairwise(cuts)]
    if max(map(len, parts)) > 60 or "。" in text.text[:-1]:
        yield text
        return
    yield from parts


def _tokens(text: Text, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of cleaned text between layout spaces."""
    left = start
    while left < end and text.text[left] in ":、,-—":
        left += 1
    for index in range(left + 1, end + 1):
        if index == end or text.offsets[index] != text.offsets[index - 1] + 1:
            if (person := BEFORE_TITLE.match(text.text, left, index)) is not None:
                yield left, person.end()
                left = person.end()
            if index > left:
                yield left, index
            left = index


def _wide(text: Text, at: int) -> bool:
    return at > 0 and text.offsets[at] - text.offsets[at - 1] > 2


def _name_at(chars: str, tokens: list[tuple[int, int]], index: int) -> tuple[int, int, int] | None:
    """A name that begins with token `index`, spaced or not, and the index of the token behind it."""
    left = tokens[index][0]
    for stop in range(index, min(index + 4, len(tokens))):
        right = tokens[stop][1]
        remark = OF_PERSON.search(chars, left, right)
        bare_end = remark.start() if remark else right
        if bare_end - left > 16 or (stop > index and not _spaced(tokens[index : stop + 1], bare_end)):
            return None
        bare = chars[left:bare_end]
        if len(bare) >= 2 and (
            is_person_name(bare) or (may_be_name(bare) and not offices(bare, 0, len(bare)) and not is_aggregate(bare))
        ):
            return None if offices(bare, 1, len(bare)) else (left, bare_end, stop + 1)
        if LONG_NAME.fullmatch(bare) and stop + 1 < len(tokens) and _is_title(chars, bare, tokens[stop + 1]):
            return left, bare_end, stop + 1
    return None


def _is_title(chars: str, name: str, following: tuple[int, int]) -> bool:
    """Whether a title follows a name of five characters or more, as in Mongolian: 宝音德力格尔　百灵镇镇长."""
    named = kind_of_body(name) is None and not is_aggregate(name) and not offices(name, 0, len(name))
    return named and bool(title_offices(chars, *following))


def _spaced(tokens: list[tuple[int, int]], end: int) -> bool:
    """Whether tokens are single characters, spaced to the width of longer names: 丁　力."""
    return all(min(right, end) - left <= 1 for left, right in tokens)


def _title_then_name(chars: str, tokens: list[tuple[int, int]]) -> Titled | None:
    for cut in range(1, len(tokens)):
        name = _name_at(chars, tokens, cut)
        if name and name[2] == len(tokens):
            held = tuple(title_offices(chars, tokens[0][0], tokens[cut - 1][1]))
            if held:
                return Titled(name[0], name[1], held, tokens[0][0], name[1])
    return None


def concurrent(chars: str, start: int, end: int) -> bool:
    """Whether 兼 or 兼任 stands in parentheses: 办公室主任:王顺斋(兼)."""
    return bool(CONCURRENT.search(chars, start, end))
