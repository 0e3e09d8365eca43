"""Which names of departments, streets and groups are one body.

In:  nodes, one a name and jurisdiction, and the lists they stand in. Out: merges, proposals, and what is part of what.

    区发改局, 区发展和改革局 → one, the standard short form
    区卫健委, 区卫健局 → one, for they never stand in one list; 区教育局, 区教育工委 → two
    郝城街 → 邾城街, a look-alike, the only one, printed less often

Two names in one list are two bodies, unless they differ only in what is always left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from extract.clean import in_order
from extract.wording.reasons import Reason, reason
from graph.identity.compare import GROUP_ENDINGS, BodyName, Family, canonical_function, is_standard
from graph.identity.likeness import (
    is_branch_of_other_rank,
    is_firm_by_short_name,
    is_firm_of_another_trade,
    is_first_part,
    is_last_part,
    is_short_form,
    is_tail,
    lacks_place_of_street,
    lost_character,
    misprint_of,
    one_agency,
    reformed,
    renamed,
    slip,
    zone_in_brackets,
)
from graph.identity.merging import Merge, Node

SAME_NAME, PREFIX, STANDARD, ALIAS, AGENCY, SHORT, SLIP, RENAMED, PARTIAL, LIKELY = (
    1.0, 0.99, 0.98, 0.97, 0.93, 0.95, 0.91, 0.9, 0.88, 0.7,
)  # fmt: skip
ZONE_KINDS = {"经济", "经济技术", "高新技术产业", "高新技术", "高新", "工业", "产业"}
Alike = tuple[float, Reason, bool]  # how like two names are, why, and whether that settles it


@dataclass(frozen=True, slots=True)
class Body:
    """A node with what its name says."""

    node: Node
    name: BodyName


@dataclass(frozen=True, slots=True)
class Proposed:
    """Two nodes that may be one."""

    left: str
    right: str
    score: float
    why: Reason


def merges_of_bodies(
    bodies: Sequence[Body], lists: Mapping[str, frozenset[str]], stated: Iterable[tuple[str, str, Reason]] = ()
) -> tuple[list[Merge], list[Proposed], list[tuple[str, str]]]:
    """Merges, proposals and pairs that must stay apart, among the bodies of one jurisdiction.

    `lists`: node id → the lists it stands in; `stated`: pairs of nodes that a text says are one, with the reason.
    """
    ordered = sorted(bodies, key=lambda b: b.node.id)
    merges = list(_by_identity(ordered))
    count = {body.node.id: body.node.count for body in ordered}
    for left, right, why in stated:
        few, many = sorted((left, right), key=lambda node: (count.get(node, 0), node))
        merges.append(Merge(few, many, ALIAS, why, variant=True))
    leaders = _leaders(ordered)
    proposals: list[Proposed] = []
    apart = list(_side_by_side(ordered, lists))
    listed = _Listed(ordered, lists)
    merges += bare_zones(ordered)
    for group in _blocks(leaders):
        more, maybe = _by_likeness(group, listed)
        merges += more
        proposals += maybe
    local, maybe = _within_notices(ordered)
    return merges + local, proposals + maybe, apart


class _Listed:
    """Whether two identities ever stand in one list, and how often each is printed."""

    def __init__(self, bodies: Sequence[Body], lists: Mapping[str, frozenset[str]]) -> None:
        self._lists: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._count: dict[tuple[str, ...], int] = defaultdict(int)
        self._functions = {body.name.printed for body in bodies} | {body.name.function for body in bodies}
        self._docs: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for body in bodies:
            key = _key(body)
            self._lists[key] |= lists.get(body.node.id, frozenset())
            self._count[key] += body.node.count
            self._docs[key] |= body.node.docs

    def together(self, left: Body, right: Body) -> bool:
        return bool(self._lists[_key(left)] & self._lists[_key(right)])

    def count(self, body: Body) -> int:
        return self._count[_key(body)]

    def has_function(self, parts: Sequence[str]) -> bool:
        """Whether a body of its own does what one of these parts says."""
        return bool(self._functions & {canonical_function(part) for part in parts} | self._functions & set(parts))

    def one_document(self, left: Body, right: Body) -> bool:
        return bool(self._docs[_key(left)] & self._docs[_key(right)])


def _key(body: Body) -> tuple[str, ...]:
    return (*body.name.identity, body.node.where)


def _by_identity(bodies: Sequence[Body]) -> Iterator[Merge]:
    """Names that say the same: prefix dropped, 人民政府 or 政府, standard abbreviation, street and its office."""
    same: dict[tuple[str, ...], list[Body]] = defaultdict(list)
    for body in bodies:
        same[_key(body)].append(body)
    for group in same.values():
        fullest = max(group, key=lambda b: (len(b.node.normal), b.node.count, b.node.normal))
        for body in group:
            if body is fullest:
                continue
            yield Merge(body.node.id, fullest.node.id, *_sameness(body, fullest))


def _sameness(short: Body, full: Body) -> tuple[float, Reason]:
    left, right = short.node.printed, full.node.printed
    if short.name.family is Family.STREET:
        return PREFIX, reason("unit_and_office", a=left, b=right)
    if short.name.printed == full.name.printed:
        return PREFIX, reason("prefix_or_ending", a=left, b=right)
    return STANDARD, reason("standard_short_form", a=left, b=right)


def _leaders(bodies: Sequence[Body]) -> list[Body]:
    """For each identity the body with the fullest wording of what it does: it stands for the others."""
    best: dict[tuple[str, ...], Body] = {}
    for body in bodies:
        key = _key(body)
        if key not in best or (len(body.name.parts), len(body.name.printed), body.node.normal) > (
            len(best[key].name.parts),
            len(best[key].name.printed),
            best[key].node.normal,
        ):
            best[key] = body
    return [best[key] for key in sorted(best)]


def _blocks(leaders: Sequence[Body]) -> Iterator[list[Body]]:
    """Bodies that can be one at all: one jurisdiction, one family, one organ."""
    blocks: dict[tuple[str, ...], list[Body]] = defaultdict(list)
    for body in leaders:
        if body.node.inside or not body.node.where:
            blocks[body.name.code, body.name.family.value, body.name.organ, body.node.where].append(body)
    for key in sorted(blocks):
        yield blocks[key]


def _side_by_side(bodies: Sequence[Body], lists: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of different identities that stand in one list: two bodies."""
    by_list: dict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        for name in lists.get(body.node.id, ()):
            by_list[name].append(body)
    for group in by_list.values():
        for left, right in combinations(group, 2):
            lost = lost_character(left.name, right.name) or lost_character(right.name, left.name)
            if left.name.identity != right.name.identity and not lost:
                yield left.node.id, right.node.id


def _by_likeness(group: Sequence[Body], listed: _Listed) -> tuple[list[Merge], list[Proposed]]:
    candidates: dict[str, list[tuple[Body, Body, float, Reason, bool]]] = defaultdict(list)
    for left, right in _pairs(group):
        likeness = _likeness(left, right, listed)
        if likeness is not None:
            candidates[left.node.id].append((left, right, *likeness))
    merges: list[Merge] = []
    proposals: list[Proposed] = []
    for left_id in sorted(candidates):
        found_here = candidates[left_id]
        best = max(score for _, _, score, _, _ in found_here)
        nearest = _true_ones([row for row in found_here if row[2] == best])
        alone = _one_body([row[1] for row in nearest])
        chosen = {row[1].node.id for row in nearest}
        for left, right, score, why, variant in found_here:
            if (
                alone
                and right.node.id in chosen
                and score == best
                and score >= PARTIAL
                and (not listed.together(left, right) or lost_character(left.name, right.name))
            ):
                merges.append(Merge(left.node.id, right.node.id, score, why, variant))
            elif not listed.together(left, right) or is_tail(left.name, right.name):
                told = why if alone else reason("several_fit", why=why, count=len(nearest))
                proposals.append(Proposed(left.node.id, right.node.id, round(min(score, 0.85) - 0.1, 2), told))
    return merges, proposals


def _one_body(bodies: Sequence[Body]) -> bool:
    """Whether bodies are one already: of one identity, or one agency under two endings (区卫健委, 区卫健局)."""
    first = bodies[0]
    return all(_key(body) == _key(first) or one_agency(first.name, body.name) for body in bodies)


def _pairs(group: Sequence[Body]) -> Iterator[tuple[Body, Body]]:
    """Pairs that can be alike: the same ending, the same function, or functions that a reform joins; each way once."""
    buckets: dict[tuple[str, str], list[Body]] = defaultdict(list)
    for body in group:
        buckets["ending", body.name.ending].append(body)
        buckets["function", body.name.function].append(body)
        after = reformed(body.name)
        if after:
            buckets["function", after].append(body)
    seen: set[tuple[str, str]] = set()
    for key in sorted(buckets):
        for left, right in permutations(buckets[key], 2):
            if (left.node.id, right.node.id) not in seen:
                seen.add((left.node.id, right.node.id))
                yield left, right


def _true_ones(
    candidates: list[tuple[Body, Body, float, Reason, bool]],
) -> list[tuple[Body, Body, float, Reason, bool]]:
    """Candidates without those that are themselves slips of another: 郝城街 beside 邾城街, both near 郟城街."""
    slips = {
        one[1].node.id
        for one in candidates
        for other in candidates
        if one[4] and one[1].node.count < other[1].node.count and slip(one[1].name, other[1].name)
    }
    return [row for row in candidates if row[1].node.id not in slips]


def _likeness(left: Body, right: Body, listed: _Listed) -> Alike | None:
    """How like two names are; None where they are unlike, or alike the other way round."""
    if one_agency(left.name, right.name):
        if not _rarer(left, right, listed):
            return None  # each pair once, the rarer name first
        return AGENCY, reason("one_agency", a=left.node.printed, b=right.node.printed), False
    if known := _known_likeness(left, right) or _likeness_in_one_document(left, right, listed):
        return known
    if misprint_of(right.name, left.name) and _rarer(right, left, listed):
        return None  # the longer one is the slip, and says so the other way round
    return _likeness_of_letters(left, right, listed) or _likeness_of_parts(left, right, listed)


def _known_likeness(left: Body, right: Body) -> Alike | None:
    """Likeness by what is known of such bodies: a reform renamed one, a street's office bears the street's name."""
    a, b = left.node.printed, right.node.printed
    if year := renamed(left.name, right.name):
        return RENAMED, reason("renamed_by_reform", a=a, b=b, year=year), True
    if _street_named_street(left, right):
        return AGENCY, reason("name_of_street", a=a, b=b), False
    if zone_in_brackets(left.name, right.name):
        return SHORT, reason("zone_in_brackets", a=a, b=b), False
    if lost_character(left.name, right.name):
        return SLIP, reason("slip", a=a, b=b, how=reason("character_left_out")), True
    return None


def _likeness_in_one_document(left: Body, right: Body, listed: _Listed) -> Alike | None:
    """Likeness of names that one document prints side by side: 柳湾 beside 柳湾街道, a firm without its form."""
    a, b = left.node.printed, right.node.printed
    if lacks_place_of_street(left.name, right.name) and listed.one_document(left, right):
        return PARTIAL, reason("end_of_street", a=a, b=b), False
    if is_firm_by_short_name(left.name, right.name) and listed.one_document(left, right):
        return PARTIAL, reason("firm_without_form", a=a, b=b), False
    return None


def _likeness_of_letters(left: Body, right: Body, listed: _Listed) -> Alike | None:
    """Likeness by characters left out, exchanged or put in."""
    a, b = left.node.printed, right.node.printed
    if is_firm_of_another_trade(left.name, right.name):
        return 0.6, reason("firm_by_letters", a=a, b=b), False
    if is_short_form(left.name, right.name):
        return SHORT, reason("character_of_each_part", a=a, b=b), False
    if is_short_form(left.name, right.name, strict=False):
        return LIKELY, reason("character_of_each_part", a=a, b=b), False  # 区招商局, 区招商促进局: a person decides
    how = slip(left.name, right.name)
    if how and _rarer(left, right, listed):
        return SLIP, reason("slip", a=a, b=b, how=how), True
    if is_tail(left.name, right.name):
        return 0.6, reason("end_of_name", a=a, b=b), False
    return None


def _likeness_of_parts(left: Body, right: Body, listed: _Listed) -> Alike | None:
    """Likeness of a name to one part of a longer one (水务局, 水务和湖泊局), or of one function under two endings."""
    a, b = left.node.printed, right.node.printed
    if is_first_part(left.name, right.name):
        alone = listed.one_document(left, right) and not listed.has_function(right.name.full_parts[1:])
        return (PARTIAL if alone else 0.7), reason("first_part", a=a, b=b), False
    if is_last_part(left.name, right.name) and listed.one_document(left, right):
        two_agencies = all(
            is_standard(canonical_function(part)) for part in right.name.full_parts
        )  # 经信局, 科技局 both exist
        alone = not two_agencies and not listed.has_function(right.name.full_parts[:-1])
        return (PARTIAL if alone else 0.6), reason("last_part", a=a, b=b), False
    if left.name.function == right.name.function and left.name.ending != right.name.ending:
        ends = {left.name.ending, right.name.ending}
        if left.name.function and "" not in ends and ends & {"局", "委", "办"} and a < b:
            return 0.6, reason("one_function", a=a, b=b), False
    if is_branch_of_other_rank(left.name, right.name) and a < b:
        return 0.6, reason("one_function", a=a, b=b), False
    return None


def bare_zones(bodies: Sequence[Body]) -> Iterator[Merge]:
    """经济开发区 without a name, in the gazette of a place that has one zone: 柳泉经济开发区."""
    zones: dict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        if body.name.family is Family.STREET and body.name.ending == "开发区" and not body.name.organ:
            zones[body.name.code].append(body)
    for group in zones.values():
        named = [body for body in group if body.name.function not in ZONE_KINDS]
        for bare in group:
            kind = bare.name.function
            if kind not in ZONE_KINDS or not bare.node.normal.startswith(kind):
                continue  # 云岭经济开发区 bears the name of its place
            fits = [body for body in named if f"{kind}开发区" in body.node.normal] or named
            if len({_key(body) for body in fits}) == 1:
                why = reason("only_zone", a=bare.node.printed, b=fits[0].node.printed)
                yield Merge(bare.node.id, fits[0].node.id, PARTIAL, why)


def _street_named_street(left: Body, right: Body) -> bool:
    """坡子街 beside 坡子街街道: the first is no street called 坡子."""
    both = left.name.family is right.name.family is Family.STREET
    whole = left.node.normal == right.name.function == left.name.function + "街"
    return both and whole and left.name.ending == right.name.ending and left.name.code == right.name.code


def _rarer(left: Body, right: Body, listed: _Listed) -> bool:
    few, many = listed.count(left), listed.count(right)
    return (few, left.node.normal) < (many, right.node.normal)


def _within_notices(bodies: Sequence[Body]) -> tuple[list[Merge], list[Proposed]]:
    """Short names of a group, which mean something only in their notice: 试点工作领导小组 → the one group whose name ends so."""
    merges: list[Merge] = []
    proposals: list[Proposed] = []
    places: dict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        if body.name.ending in GROUP_ENDINGS or (body.node.where and not body.node.inside):
            for where in sorted({m.where for m in body.node.mentions}):
                places[where].append(body)
    seen: set[tuple[str, str]] = set()
    for where in sorted(places):
        group = places[where]
        for short in group:
            full = [
                other
                for other in group
                if other.node.id != short.node.id and is_local_short_form(short.name, other.name)
            ]
            pairs = {(short.node.id, other.node.id) for other in full}
            if len(full) == 1 and not pairs <= seen:
                why = reason("only_group_of_notice", a=short.node.printed, b=full[0].node.printed)
                merges.append(Merge(short.node.id, full[0].node.id, SHORT, why))
            elif len(full) > 1:
                why = reason("which_group", a=short.node.printed, count=len(full))
                proposals += [Proposed(left, right, 0.6, why) for left, right in sorted(pairs)]
            seen |= pairs
    return merges, proposals


def is_local_short_form(short: BodyName, full: BodyName) -> bool:
    """Whether, in one notice, a group's name is short for another: its end, or some of its characters in order."""
    if short.ending != full.ending or len(short.function) >= len(full.function):
        return False
    if len(short.function) <= 4:
        return full.function.endswith(short.function) or in_order(short.function, full.function)
    return in_order(short.function, full.function)
