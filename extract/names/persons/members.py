"""Who stands in a seat: persons with titles, bodies, and what is neither.

In:  the text after a seat's label or before 任组长:
       区委副书记,区委常委、区人民政府常务副区长王振,区委常委、区委宣传部部长叶霞
       区政府办公室、区发改局、区财政局主要负责人
       黄双武　区交通运输局局长
Out: Members: persons (王振 with both offices; the 区委副书记 without a name is lent to nobody), bodies, unsettled spans
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.clean import Text, leaps, parts_between
from extract.document import Block
from extract.facts import Kind
from extract.lexicon import any_of, single_surnames
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.marks import HAN, LEVELS
from extract.names.offices.posts import is_bare_post
from extract.names.offices.ranks import is_academic, rank_of
from extract.names.offices.titles import offices
from extract.names.people import NAME_LENGTHS, is_person_name, may_be_name
from extract.names.persons.after_title import MARKS_OF_PERSON
from extract.names.persons.aligned import UNNAMED, aligned, is_listed_name
from extract.names.persons.titled import Titled, name_run_into_title, title_offices, titled
from extract.names.units import Unit, breaks, unit_list

COMPANY = re.compile(rf"^(?:以?及(?!第)|[由以]|{any_of('persons', 'joins')})(?=[{HAN}])")
AND = re.compile(r"和|及|与|以及")
# 区人民政府分管副区长: the government sits there; a bare 常务副区长, 分管城建工作副区长: nothing
OF_GOVERNMENT = re.compile(
    rf"(?P<body>[^、,]*?)(?:{any_of('persons', 'leads_or_helps')})[^、,]*?副?[{LEVELS}镇乡]长|(?:代理|代)?副?[{LEVELS}]长"
)
LEADER = re.compile(rf"(?:[{LEVELS}]|自治区)?(?:党?委(?:常委|副?书记)|{any_of('persons', 'party_group')})")
ONE_GOVERNMENT = re.compile(rf"[{LEVELS}](?:人民)?政府")
WITH_TITLE = re.compile(rf"(?P<name>[{HAN}·]{{2,16}})(?:同志)?\((?P<title>[^()]{{2,60}})\)")
WITH_COLON = re.compile(rf"(?P<name>[{HAN}·]{{2,16}}):(?P<title>[^:;。]{{2,80}})")
# 分管护林工作的|县政府办副主任: what the unnamed holder does
DESCRIBED = re.compile(rf"(?:{any_of('persons', 'looks_after')})[^、,;。]{{1,30}}?的(?=[^、,;。]{{3}})")
DESCRIBED_LONG = re.compile(rf"(?:{any_of('persons', 'looks_after_work')})[^,;。:]{{1,40}}?工作的(?=[^、,;。]{{3}})")
BEFORE_BODY = re.compile(rf"(?P<name>[{HAN}]{{2,3}}(?<![员组位门]))\((?P<body>[{HAN}]{{3,20}})\)")
LINE_LIMIT = 48
LEAST_WIDTH = 24  # characters of the lines of a wrapped paragraph
MOST_RAGGED = 5  # characters by which its lines may differ
CONCURRENT = re.compile(r"\(兼(?:任)?\)")


@dataclass(slots=True)
class Members:
    """Persons, bodies and unsettled cleaned spans of a seat's text."""

    persons: list[Titled] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    titles: list[tuple[int, int]] = field(default_factory=list)  # titles that no name follows
    rest: list[tuple[int, int]] = field(default_factory=list)


def members(text: Text, start: int, end: int, *, listed: bool = False, spaced: bool = True) -> Members:
    """Who stands in text[start:end]; columns (a name, layout space, a title) first, then prose.

    `listed`: a line of a list, in which a name may run into its title. `spaced`: layout space may divide name and title, as it
    never does in running text.
    """
    line = Members()
    beside = list(in_parentheses(text.text, start, end)) or _in_colons(text.text, start, end)
    if beside:
        line.persons.extend(beside)
        return line
    if spaced and (named := _posts_apart(text, start, end)):
        return Members(named)
    if spaced and (half := _spaced_before_title(text, start, end)):
        return Members([half])
    if spaced and (columns := aligned(text, start, end)) is not None:
        return Members(columns.persons, columns.units)
    start, end = _bounds(text.text, start, end)
    if before_title := _before_title(text.text, start, end):
        return Members([before_title])
    if listed and (beside_body := _before_body(text.text, start, end)):
        return Members([beside_body])
    one = (
        listed
        and _is_unspaced(text, start, end)
        and 5 <= end - start <= LINE_LIMIT
        and not re.search(r"\)[、,;]", text.text[start:end])
    )
    if one and (held := name_run_into_title(text.text, start, end)):
        line.persons.append(held)
        return line
    for left, right in parts_between(text.text, start, end, ";。"):
        _piece(text.text, left, right, line)
    _settle(text.text, line)
    return line


def _spaced_before_title(text: Text, start: int, end: int) -> Titled | None:
    """丁　力临江市委常委、常务副市长: a name of two characters spaced to the width of three, which runs into its title."""
    chars = text.text
    start, end = _bounds(chars, start, end)
    title = start + 2
    if end - title < 2 or chars[start] not in single_surnames() or [*leaps(text.offsets[start:end])] != [1]:
        return None
    if not is_person_name(chars[start:title]) or chars.startswith("同志", title):
        return None
    held = tuple(offices(chars, title, end))
    if held and (held[-1].post_end == end or chars[end - 1] == ")"):
        return Titled(start, title, held, start, end, rank_of(chars, title, end))
    return Titled(start, title, (), start, end) if is_bare_post(chars, title, end) else None


def in_parentheses(chars: str, start: int, end: int) -> Iterator[Titled]:
    """陈　晨(常务副市长)　林　岚(副市长): names with titles in parentheses and nothing else, whatever divides them."""
    named: list[Titled] = []
    position = start = _bounds(chars, start, end)[0]
    for match in WITH_TITLE.finditer(chars, start, end):
        if chars[position : match.start()].strip(" 、,;:。和") or not is_listed_name(match["name"]):
            return
        held = tuple(offices(chars, *match.span("title")))
        bare = not held and is_bare_post(chars, *match.span("title"))  # 丁某(副校长): of the body whose list it is
        if not (held or bare) or kind_of_body(match["name"]) is not None:
            return
        named.append(Titled(*match.span("name"), held, *match.span(), rank_of(chars, *match.span("title"))))
        position = match.end()
    if named and not chars[position:end].strip(" 、,;:。"):
        yield from named


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
    if described := DESCRIBED_LONG.match(chars, start, end):
        start = described.end()
    waiting = start
    last: Titled | None = None
    items = [(a, b) for a, b in _divided(chars, start, end)]
    for left, right in items:
        held = titled(chars, waiting, right) or (_by_post(chars, left, right) if waiting == left else None)
        if held is None and waiting != left:
            held = titled(chars, left, right) or _by_post(chars, left, right)
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


def _by_post(chars: str, left: int, right: int) -> Titled | None:
    """石磊部长: a name whose bare post stands for 同志; whose post it is nobody says."""
    for length in NAME_LENGTHS:
        cut = left + length
        if cut < right and is_bare_post(chars, cut, right) and is_person_name(chars[left:cut]):
            return Titled(left, cut, (), left, right) if kind_of_body(chars[left:cut]) is None else None
    return None


def _before_title(chars: str, start: int, end: int) -> Titled | None:
    """王芳(女)县教育局副局长: a name that a bracket says to be one, run into its title."""
    mark = MARKS_OF_PERSON.search(chars, start, end)
    name = chars[start : mark.start()] if mark else ""
    if mark is None or not may_be_name(name) or kind_of_body(name) is not None:
        return None
    held = tuple(offices(chars, mark.end(), end))
    whole = held and held[-1].post_end == end
    return Titled(start, mark.start(), held, start, end) if whole else None


def _before_body(chars: str, start: int, end: int) -> Titled | None:
    """简筑(县旅游局): an entry of a list that is a name, of whatever family, and the body in brackets where it works."""
    match = BEFORE_BODY.fullmatch(chars, start, end)
    if match is None or not may_be_name(match["name"]) or kind_of_body(match["name"]) is not None:
        return None
    works = kind_of_body(match["body"])
    return Titled(*match.span("name"), (), start, end) if works in (Kind.DEPARTMENT, Kind.STREET) else None


def _posts_apart(text: Text, start: int, end: int) -> list[Titled]:
    """石磊部长　尹青局长: names with bare posts and nothing else, which only layout divides; else none."""
    cuts = sorted(cut for cut in breaks(text) if start < cut < end)
    pieces = pairwise([start, *cuts, end]) if cuts else ()
    named = [_by_post(text.text, *_bounds(text.text, left, right)) for left, right in pieces]
    return [person for person in named if person] if all(named) else []


def _divided(chars: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Items between 、; one is divided at 和 where persons stand on both sides: 县长李明和副县长王强; or a body after: 副秘书长李明及市统计局."""
    for left, right in parts_between(chars, start, end, "、"):
        for match in AND.finditer(chars, left, right):
            if titled(chars, left, match.start()) and (
                titled(chars, match.end(), right)
                or UNNAMED.search(chars[match.end() : right])
                or kind_of_body(chars[match.end() : right]) is not None
            ):
                yield left, match.start()
                left = match.end()
        yield left, right


def _leave(chars: str, start: int, end: int, found: Members) -> None:
    """A stretch without a name: bodies, holders without a name, or a title that no name follows."""
    start, end = _bounds(chars, start, end)
    if described := DESCRIBED.match(chars, start, end):
        start = described.end()
    if end - start > 2 and chars[start] in single_surnames() and is_bare_post(chars, start + 1, end):
        found.titles.append((start, end))  # 徐部长: one whose name is not told
    elif end > start:
        found.rest.append((start, end))


def _settle(chars: str, found: Members) -> None:
    """Sorts the stretches without names; among named persons a title alone is lent to nobody and stands for no body."""
    stretches, found.rest = found.rest, []
    unnamed_tail = False
    for start, end in reversed(stretches):
        unnamed_tail = _stretch(chars, start, end, found, unnamed_tail)
    found.units.sort(key=lambda unit: unit.start)


def _stretch(chars: str, start: int, end: int, found: Members, shared: bool) -> bool:
    """One stretch; `shared`: an unnamed holder's word after it (主要负责人) holds for it too."""
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
    if not found.persons and LEADER.match(chars, *pieces[0]) and all(offices(chars, *piece) for piece in pieces):
        return unnamed  # 市委常委、组织部长: one leader without a name, who stands for no body
    plain: list[tuple[int, int]] = []
    for left, right in pieces:
        inner = UNNAMED.search(chars[left:right])
        held = offices(chars, left, right) if right - left >= 2 else []
        if found.persons and not held and is_academic(chars[left:right]):
            continue  # 石磊,临江大学教授、博士生导师: what a person is called, no body
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
        known = kind_of_body(office.body) is not None and not is_aggregate(office.body)
        if known and office.body_start is not None and office.body_end is not None:
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


def _in_colons(chars: str, start: int, end: int) -> list[Titled]:
    """罗某:县水利局局长;何某:县财政局副局长: each name with the title after its colon; empty if anything else stands there."""
    named: list[Titled] = []
    for left, right in parts_between(chars, start, end, ";。"):
        match = WITH_COLON.fullmatch(chars, left, right)
        if match is None or not is_listed_name(match["name"]):
            return []
        held = tuple(title_offices(chars, *match.span("title")))
        if not held and kind_of_body(match["title"]) is None:
            return []
        named.append(Titled(*match.span("name"), held, left, right, rank_of(chars, *match.span("title"))))
    return named


def lines_of(block: Block) -> Iterator[Text]:
    """The source lines of a block of short lines (aligned columns), else the block's text as one."""
    text = block.text
    source, offsets = block.document.text, text.offsets
    if source.find("\n", block.start, block.end) < 0 or "。" in text.text[:-1]:
        yield text
        return
    cuts = [0]
    for index in leaps(offsets):
        if source.find("\n", offsets[index - 1], offsets[index]) >= 0 and offsets[index] not in block.wraps:
            cuts.append(index)
    cuts.append(len(text))
    parts = [text.part(a, b) for a, b in pairwise(cuts)]
    if max(map(len, parts)) > 60 or _is_wrapped(block.raw, parts):
        yield text
        return
    yield from parts


def _is_wrapped(raw: str, parts: list[Text]) -> bool:
    """Whether lines of one width are a paragraph that the page wrapped, and no list."""
    widths = [len(part) for part in parts[:-1]] or [0]
    even = min(widths) >= LEAST_WIDTH and max(widths) - min(widths) <= MOST_RAGGED
    return even and "  " not in raw.strip() and "\u3000" not in raw.strip() and parts[0].text[-1] not in "。;:"


def concurrent(chars: str, start: int, end: int) -> bool:
    """Whether 兼 or 兼任 stands in parentheses: 办公室主任:王顺斋(兼)."""
    return bool(CONCURRENT.search(chars, start, end))
