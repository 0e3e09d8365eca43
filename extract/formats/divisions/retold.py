"""Divisions of work as the press retells them: who holds the posts stands in one sentence, what each does in later ones.

In:  a line of the news, and the persons named so far. Out: heads of persons inside it, and the titles that several share.

    随着孟川、石岭2名新任副市长到岗,… → each of them holds 市人民政府/副市长
    通知显示,孟川负责农业工作          → a person named before, and a duty directly after the name
    由安山县县长升任副市长的石岭,接手了部分工作,分管… → a person told by the post before; the duties stand in a later clause
"""

import re
from collections.abc import Iterator, Set

from extract.clean import Text
from extract.formats.divisions.duties.verbs import opens_duty
from extract.formats.divisions.heads import Head
from extract.formats.divisions.house import House
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.dates import number
from extract.names.marks import HAN, LEVELS, NUMERAL
from extract.names.people import is_person_name
from extract.names.persons.titled import Titled

LENGTHS = (3, 2, 4)
LONGEST_PLAIN = 3  # 的那位干部: four characters count as a name only if it stood before
ROLL = re.compile(
    rf"""
    (?P<count>\d{{1,2}}|[{NUMERAL}两]{{1,2}})[名位](?:{any_of("portfolios", "fresh")}|新当选的?)?  # 某某、某某3名新任
    (?P<title>副?[{LEVELS}]长)(?!{any_of("portfolios", "no_roll")}|级|以|被|离|卸|调|转|的?职)  # 副市长
    """,
    re.VERBOSE,
)
SHARED_TITLE = re.compile(rf"[名位](?:{any_of('portfolios', 'fresh')}|新当选的?)?副?[{LEVELS}]长")  # which ROLL needs
MAY_ROLL = sign_of(SHARED_TITLE)
FURTHEST = 64  # characters of a list of names
REACH = 200  # characters to the first duty of a sentence
NAMES = re.compile(rf"[{HAN}·、]*$")
LEAD_IN = re.compile(r"随[着著]|其中|包括|目前|此外|而|但|与|以及|及")
SEVERAL = re.compile(r"、|和")
RISEN = re.compile(
    rf"""
    由[^,;。:]{{2,24}}?(?:{any_of("divisions", "risen")})(?P<post>[^,;。:的]{{0,16}})的  # 由某县县长升任副市长的
    (?P<who>[{HAN}·]{{2,16}}),  # 副市长某某,
    """,
    re.VERBOSE,
)
CLAUSE_END = re.compile("[,;。]")


def named_before(chars: str, at: int, known: Set[str]) -> Head | None:
    """|孟川负责农业: a person named before, and a duty directly after the name."""
    for length in LENGTHS:
        stop = at + length
        if chars[at:stop] in known and opens_duty(chars, stop):
            return Head(Titled(at, stop), stop, at, stop)
    return None


def risen(chars: str, at: int, house: House, known: Set[str]) -> Head | None:
    """由安山县县长升任副市长的石岭,…,分管…: the head of that person, without a name if none can be read; None if no duty follows."""
    match = RISEN.match(chars, at)
    body = _duty_within(chars, match.end()) if match else None
    if match is None or body is None:
        return None
    left, right = match.span("who")
    for length in LENGTHS:
        start = right - length
        name = chars[start:right]
        if start < left or not is_person_name(name) or (length > LONGEST_PLAIN and name not in known):
            continue
        if start == left or house.is_title(chars, left, start):
            title = (left, start) if start > left else match.span("post")
            held = () if name in known else tuple(house.offices(chars, *title))
            return Head(Titled(start, right, held), body, at, right)
    return Head(None, body, at, right)


def _duty_within(chars: str, at: int) -> int | None:
    """Where the first clause of the sentence that is a duty begins."""
    end = min(len(chars), at + REACH)
    while at < end:
        if opens_duty(chars, at):
            return at
        mark = CLAUSE_END.search(chars, at, end)
        if mark is None or mark[0] != ",":
            return None
        at = mark.end()
    return None


def may_roll(text: Text) -> bool:
    """Whether a title that several persons share can stand in a text, at a cheap look."""
    return bool(text.signs & MAY_ROLL and SHARED_TITLE.search(text.text))


def rolls(text: Text, house: House) -> Iterator[Titled | tuple[int, int]]:
    """Each person of 孟川、石岭2名新任副市长, with the title; the span of a list whose names are not as many as it says."""
    chars = text.text
    for match in ROLL.finditer(chars) if may_roll(text) else ():
        listed = NAMES.search(chars, max(0, match.start() - FURTHEST), match.start())
        held = tuple(house.offices(chars, *match.span("title")))
        if listed is None or not held:
            continue
        start, end = listed.span()
        open_list = chars.endswith("等", start, end)
        end -= open_list
        names = _names(chars, start, end)
        count = number(match["count"].replace("两", "二")) or 0
        if names and None not in names and (len(names) == count or (open_list and len(names) < count)):
            yield from (Titled(*name, held) for name in names if name)
        elif len(names) > 1 and names[-1]:
            yield start, match.end()


def _names(chars: str, start: int, end: int) -> list[tuple[int, int] | None]:
    """The names of a list, the first after what leads it in; None for an item that is none."""
    lead = LEAD_IN.match(chars, start, end)
    spans: list[tuple[int, int] | None] = []
    left = lead.end() if lead else start
    for mark in [*SEVERAL.finditer(chars, left, end), None]:
        right = mark.start() if mark else end
        spans.append((left, right) if is_person_name(chars[left:right]) else None)
        left = mark.end() if mark else end
    return spans
