"""The parts of a clause of a personnel text: each states one decision on one person or list of persons.

In:  免去甲的A局局长职务、任命乙为A局局长,免去丙的B局局长职务
Out: the spans of its parts, each with the mark that closes it ("" at the end and where no mark divides)

A comma or colon outside parentheses divides; a 、 only where a new statement or order begins after it; nothing at all
where 任命 or 免去 stands right after 职务, and where a headline goes on with another person: 甲当选A市市长乙当选B市市长.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.formats.appointments.clauses import SERVES
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.marks import HAN
from extract.names.offices.posts import is_bare_post
from extract.names.offices.titles import offices
from extract.names.people import is_person_name

NEW_STATEMENT = re.compile(
    rf"""
    (?:(?:{any_of("decisions", "settled")}|并)*决定)?(?P<name>[{HAN}]{{2,4}}?)(?:\([^()]{{1,10}}\))?(?:同志)?  # 决定石磊(女)同志
    (?:任|为|{any_of("appointments", "holds")}|挂任|代理)(?![任为命职期人商])                                    # 代理
    """,
    re.VERBOSE,
)
NEW_LEAVING = re.compile(
    rf"(?P<name>[{HAN}·]{{2,12}}?)(?:同志)?(?:辞去|{any_of('appointments', 'no_longer_is')}|的)"
)  # 、邓某辞去…职务
ORDER = re.compile(
    rf"""
    (?:并|{any_of("appointments", "opens_order")})*                                   # 并决定
    (?:(?:{any_of("appointments", "order_verb")})(?!为|书|制|{any_of("appointments", "no_person")}|权)              # 免去石磊…
      |聘(?=[{HAN}·]{{2,8}}(?:同志)?为))                                     # 聘石磊同志为…
    """,
    re.VERBOSE,
)
RESIGNATION = re.compile(
    rf"《(?=[^《》]{{0,60}}?关于(?:接受|批准)[{HAN}·]{{2,12}}?(?:同志)?辞去)"
)  # …、《…关于接受丁某辞去…的决定》
# 任命丁某同志为: / 免去石某同志: before the title: the colon divides nothing
TIES = re.compile(
    rf"""
    (?:{any_of("appointments", "engaged_or_not")})(?!下列|以下|如下|上述|以上)  # 任命
    (?:[{HAN}·]{{2,4}}(?:[、和][{HAN}·]{{2,4}}){{0,8}}同志(?:为|任|的)?|[{HAN}·]{{2,4}}为)$  # 丁某、石某同志为
    """,
    re.VERBOSE,
)
AFTER_POST = re.compile(rf"(?:{any_of('appointments', 'post_noun')}|一职)(?:\([^()]*\))?$")
LONGEST_AFTER_POST = 24
SHORTEST_POST = 2
ELECTED = re.compile(
    r"当选为?|出任|(?<![主担责现时历委专])任(?![命职免期务])"
)  # verbs of a headline that names several
LEFT = re.compile(
    rf"{any_of('appointments', 'leaves_it')}"
)  # and those of one that also names who leaves: 甲任A市市长 乙辞去市长职务
ELECTED_NAMES = (3, 2, 4)  # lengths of a name before 当选 in a headline, the likeliest first


# 石磊(安山县副县长)|,林川(白石镇镇长)、…为副站长: a comma between names of one list, each with a title beside it
LISTED = re.compile(rf"[{HAN}·]{{2,12}}\([^()]{{4,40}}\)")


def parts(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The parts of the clause text[start:end], in order."""
    left, depth = start, 0
    cuts = _cuts(text, start, end)
    for position in range(start, end):
        if position in cuts and left < position:
            yield left, position, ""
            left = position
        char = text[position]
        depth += (char == "(") - (char == ")")
        if depth <= 0 and (
            (char == ":" and not TIES.search(text, left, position))
            or (char == "," and not _goes_on(text, left, position, end))
            or (char == "、" and _begins(text, position, left, end))
        ):
            yield left, position, char
            left = position + 1
    if left < end:
        yield left, end, ""


def _goes_on(text: str, left: int, position: int, end: int) -> bool:
    """Whether a list of names goes on after a comma: each stands alone but for its title in parentheses."""
    return bool(LISTED.fullmatch(text, left, position) and LISTED.match(text, position + 1, end))


def _begins(text: str, position: int, left: int, end: int) -> bool:
    if ORDER.match(text, position + 1, end):
        return True
    if AFTER_POST.search(text, max(left, position - LONGEST_AFTER_POST), position):
        leaves = NEW_LEAVING.match(text, position + 1, end)
        return bool(leaves and (is_person_name(leaves["name"]) or kind_of_body(leaves["name"]) is None))
    match = NEW_STATEMENT.match(text, position + 1, end)
    if match is None or not is_person_name(match["name"]) or is_bare_post(text, position + 1, match.end()):
        return False  # 、代理主任: a post, and nobody called 代理主
    return _serves(text, left, position)


def _serves(text: str, start: int, end: int) -> bool:
    """Whether a verb and its post stand in text[start:end]; the 为 of a listed name (选举郑为文、…) is none."""
    for verb in SERVES.finditer(text, start, end):
        if text.startswith("聘任", verb.start() - 1):
            continue  # 聘任石磊、尹青为…: an order, whatever stands after it
        word = text.rfind("、", start, verb.start()) + 1 or start
        stop = text.find("、", verb.end(), end)
        stop = end if stop < 0 else stop
        if stop - verb.end() >= SHORTEST_POST and not is_person_name(text[word:stop]):
            return True
    return False


def _cuts(text: str, start: int, end: int) -> frozenset[int]:
    """Where a part ends without a mark."""
    cuts = set()
    for order in ORDER.finditer(text, start + 2, end):
        if AFTER_POST.search(text, max(start, order.start() - LONGEST_AFTER_POST), order.start()):
            cuts.add(order.start())
    cuts.update(title.start() for title in RESIGNATION.finditer(text, start + 1, end))
    left = start
    taking = sorted([*ELECTED.finditer(text, start, end), *LEFT.finditer(text, start, end)], key=lambda m: m.start())
    for before, elected in pairwise(taking):
        for length in ELECTED_NAMES:
            position = elected.start() - length
            title = before.end()
            if (
                position > title > left
                and text.find(",", title, position) < 0  # 任A市委书记,B市市长乙任…: the title of who comes next
                and is_person_name(text[position : elected.start()])
                and _ends_in_post(text, title, position)
            ):
                cuts.add(position)
                left = position
                break
    return frozenset(cuts)


def _ends_in_post(text: str, start: int, end: int) -> bool:
    held = offices(text, start, end)
    return bool(held) and held[-1].post_end == end
