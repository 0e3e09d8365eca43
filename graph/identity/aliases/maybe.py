"""Names of bodies that may be one, for a person to decide: nothing here joins anything.

In:  bodies with their names, the quotations and lists that they stand in. Out: proposals, each with its reason.

    县运输管理所（公交所） where 公交所 stands nowhere else; 县商务局（县招商局） where 县招商局 stands alone elsewhere too
    县纪委监委, 县纪委监委机关: the body and its staff
    征收管理科, 征缴管理科 of one body; 政务和大数据管理局, 县政务服务和大数据管理局: a character or two lost, put in or changed
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from extract.clean import in_order
from extract.names.marks import HAN
from extract.wording.reasons import reason
from graph.identity.bodies import Body, Proposed
from graph.identity.compare import TAIL_PARENTHESIS, BodyName, Family, body_name, is_standard
from graph.identity.items import TELLS_APART
from graph.ids import normal_name

STAFF = "机关"
BRACKETS, OTHER_NAME, ITS_STAFF, FEW_CHARACTERS = 0.5, 0.4, 0.6, 0.5
LEAST_FUNCTION = 4  # characters of a function that one differing character leaves recognisable
LEAST_CHANGED = 5  # the same where one is another one, and no body is known to which both belong
LEAST_OF_UNIT = 3  # of a unit inside the same body
BEFORE_BRACKET = re.compile(rf"([{HAN}]{{3,20}})\(")  # 县运输管理所|(公交所)


def perhaps_one(
    bodies: Sequence[Body], quotes: Mapping[str, Iterable[str]], lists: Mapping[str, frozenset[str]]
) -> Iterator[Proposed]:
    """All pairs that may be one. `quotes`, `lists`: node id → the quotations and the lists that its mentions stand in."""
    yield from in_brackets([body for body in bodies if not body.node.inside], quotes)
    yield from _named_after(bodies)
    yield from _of_few_characters(bodies, lists)


def in_brackets(bodies: Sequence[Body], quotes: Mapping[str, Iterable[str]]) -> Iterator[Proposed]:
    """区运输管理所(公交所) where 公交所 stands nowhere else: a second name of the one, or a body inside it.

    `quotes`: node id → the quotations that its mentions stand in.
    """
    by_name: dict[str, dict[str, list[Body]]] = defaultdict(lambda: defaultdict(list))
    for body in bodies:
        by_name[body.node.code][body.node.normal].append(body)
    for body in bodies:
        beside = by_name[body.node.code]
        brackets = [_before_bracket(normal_name(quote), body.node.normal) for quote in quotes.get(body.node.id, ())]
        if not brackets or not all(brackets):
            continue
        outer = {before[index:] for before in brackets for index in range(len(before) - 2)}
        for name in sorted(outer & beside.keys(), key=lambda name: (-len(name), name))[:1]:
            other = beside[name][0]
            why = reason("in_brackets", a=body.node.printed, b=other.node.printed)
            yield Proposed(body.node.id, other.node.id, BRACKETS, why)


def _before_bracket(text: str, name: str) -> str:
    """What stands before a name in brackets: 县运输管理所 before 公交所; nothing where it stands otherwise."""
    inside = f"{name})"
    if inside not in text:
        return ""
    return next((match[1] for match in BEFORE_BRACKET.finditer(text) if text.startswith(inside, match.end())), "")


def _forms(body: Body) -> dict[str, BodyName]:
    """The names that a body bears, those that only texts print too, each with what it says."""
    return {name: body_name(name, body.name.code) for name in sorted({body.node.printed, *body.node.titles})}


def _named_after(bodies: Sequence[Body]) -> Iterator[Proposed]:
    """县商务局(县招商局) printed as one name beside 县招商局 alone; 县纪委监委机关 beside 县纪委监委."""
    by_name: dict[tuple[str, ...], Body] = {}
    for body in sorted(bodies, key=lambda b: b.node.id):
        if not body.node.where:
            for name in _forms(body).values():
                by_name.setdefault(name.identity, body)
    for body in bodies:
        for printed in _forms(body):
            normal = normal_name(printed)
            board = TAIL_PARENTHESIS.match(normal)
            other = by_name.get(body_name(board[2], body.name.code).identity) if board else None
            if board and other is not None and other is not body:
                why = reason("printed_in_brackets", a=other.node.printed, b=board[1])
                yield Proposed(other.node.id, body.node.id, OTHER_NAME, why)
        whole = by_name.get(body_name(body.node.normal.removesuffix(STAFF), body.name.code).identity)
        if body.node.normal.endswith(STAFF) and whole is not None and whole is not body:
            why = reason("staff_of_body", a=body.node.printed, b=whole.node.printed)
            yield Proposed(body.node.id, whole.node.id, ITS_STAFF, why)


def _of_few_characters(bodies: Sequence[Body], lists: Mapping[str, frozenset[str]]) -> Iterator[Proposed]:
    """Names of one place, family and ending, never in one list, whose functions differ by a character or two."""
    alike: dict[tuple[str, ...], dict[tuple[str, ...], list[tuple[Body, str, BodyName]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for body in sorted(bodies, key=lambda b: b.node.id):
        for printed, name in _forms(body).items():
            sound = name.ending and name.family is Family.BODY and "(" not in normal_name(printed)
            if sound and (body.node.inside or not body.node.where):
                where = name.code, name.ending, name.organ, body.node.where
                alike[where][name.identity].append((body, printed, name))
    for group in alike.values():
        listed = {
            identity: frozenset[str]().union(*(lists.get(body.node.id, frozenset()) for body, _, _ in named))
            for identity, named in group.items()
        }
        for left, right in combinations(sorted(group), 2):
            (one, a, left_name), (other, b, right_name) = group[left][0], group[right][0]
            if not listed[left] & listed[right] and _few_apart(left_name, right_name, inside=one.node.inside):
                why = reason("few_characters", a=a, b=b)
                yield Proposed(one.node.id, other.node.id, FEW_CHARACTERS, why)


def _few_apart(one: BodyName, other: BodyName, *, inside: bool) -> bool:
    """Whether two functions differ by one character, by two put in, or, within one body, by two in all."""
    if is_standard(one.function) and is_standard(other.function):
        return False
    short, long = sorted((one.printed, other.printed), key=lambda text: (len(text), text))
    if len(short) < (LEAST_OF_UNIT if inside else LEAST_FUNCTION) or short[0] != long[0]:
        return False
    apart = differing(short, long)
    if any(TELLS_APART.match(char) for char in apart):
        return False
    if len(long) - len(short) <= 2 and in_order(short, long):
        return True
    if len(short) == len(long):
        return len(apart) == 2 and len(short) >= (LEAST_FUNCTION if inside else LEAST_CHANGED)  # not 银监, 证监
    return len(apart) <= (3 if inside else 2) and short[:2] == long[:2]


def differing(one: str, other: str) -> list[str]:
    """The characters of two strings between what they begin and end with in common: 所得税, 所得管理 → 税, 管, 理."""
    begin = 0
    while begin < min(len(one), len(other)) and one[begin] == other[begin]:
        begin += 1
    end = 0
    while end < min(len(one), len(other)) - begin and one[-1 - end] == other[-1 - end]:
        end += 1
    return [*one[begin : len(one) - end], *other[begin : len(other) - end]]
