"""Which projects, topics and places are one.

In:  nodes, one a normal form and jurisdiction. Out: merges.

    举水河滩公园, 邾城举水河滩公园 → one project, the only one that ends so; 一期, 二期 → two
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from extract.wording.reasons import reason
from graph.identity.compare import place_of
from graph.identity.likeness import slip_of
from graph.identity.merging import Merge, Node
from graph.ids import normal_name
from graph.jurisdictions import UNKNOWN, scope
from graph.lexicon import any_of

WORDING, PLACE_DROPPED, SLIP = 0.96, 0.93, 0.91
BUILDING_WORDS = re.compile(rf"(?:{any_of('names', 'building_word')}|\((?![一二三四五六七八九十\d]+期)[^()]*\))")
ABBREVIATED = (
    ("综合保税区", "综保区"),
    ("经济技术开发区", "经开区"),
    ("高新技术产业开发区", "高新区"),
    ("高新技术开发区", "高新区"),
)
LEAST_PROJECT = 5
TELLS_APART = re.compile(r"[\dA-Za-z一二三四五六七八九十东南西北中上下左右前后内外新老旧大小甲乙丙丁]")


def topic_key(name: str) -> str:
    """The normal form of a field of work: without a trailing 工作, 等 or 方面."""
    return re.sub(r"(?:等)?(?:方面)?(?:的)?(?:工作)?$", "", normal_name(name)) or normal_name(name)


def project_key(name: str, own: str = UNKNOWN) -> str:
    """The wording by which projects are compared: place of the gazette and words of building left out, phases kept."""
    rest = scope(normal_name(name), own).rest
    for full, short in ABBREVIATED:
        rest = rest.replace(full, short)
    return BUILDING_WORDS.sub("", rest) or normal_name(name)


def place_key(name: str, own: str = UNKNOWN) -> str:
    """The normal form of an address: the gazette's own place left out."""
    stands = scope(normal_name(name), own)
    return stands.rest if stands.code == own else normal_name(name)


def merges_of_projects(nodes: Sequence[Node], stems: frozenset[str]) -> Iterator[Merge]:
    """Projects that differ in words of building, in a place put before, or by a slip; the fit must be the only one."""
    by_code: dict[str, list[Node]] = defaultdict(list)
    for node in sorted(nodes, key=lambda n: n.id):
        by_code[node.code].append(node)
    for code in sorted(by_code):
        group = by_code[code]
        keys = {node.id: project_key(node.printed, code) for node in group}
        yield from _same_wording(group, keys)
        endings: dict[str, list[Node]] = defaultdict(list)
        lengths: dict[int, list[Node]] = defaultdict(list)
        for node in group:
            lengths[len(keys[node.id])].append(node)
            for index in range(1, len(keys[node.id]) - LEAST_PROJECT + 1):
                endings[keys[node.id][index:]].append(node)
        for node in group:
            key = keys[node.id]
            longer = [
                other for other in endings.get(key, ()) if _is_place(keys[other.id].removesuffix(key), stems, code)
            ]
            if len({keys[other.id] for other in longer}) == 1:
                why = reason("place_left_out", a=node.printed, b=longer[0].printed)
                yield Merge(node.id, longer[0].id, PLACE_DROPPED, why)
            near = [other for length in range(len(key) - 2, len(key) + 3) for other in lengths.get(length, ())]
            yield from _misread(node, near, keys)


@dataclass(frozen=True, slots=True)
class Context:
    """An item in which a project is named: its text around the name, who answers for it, the list that it stands in."""

    around: str
    units: frozenset[str]
    place: str


def merges_in_one_item(nodes: Sequence[Node], contexts: Mapping[str, Sequence[Context]]) -> Iterator[Merge]:
    """Projects that differ by one character, in the same item printed again: 荆城南园, 郝城南园.

    `contexts`: node id → the items that name it. A number, a letter or a direction that differs makes two projects.
    """
    around: dict[tuple[str, str, int], list[tuple[Node, Context]]] = defaultdict(list)
    for node in sorted(nodes, key=lambda n: n.id):
        for context in contexts.get(node.id, ()):
            around[node.code, context.around, len(node.normal)].append((node, context))
    for key in sorted(around):
        for (one, here), (other, there) in combinations(around[key], 2):
            differing = [pair for pair in zip(one.normal, other.normal, strict=True) if pair[0] != pair[1]]
            told_apart = any(TELLS_APART.match(char) for pair in differing for char in pair)
            if len(differing) == 1 and not told_apart and here.place != there.place and here.units & there.units:
                few, many = sorted((one, other), key=lambda n: (n.count, n.id))
                why = reason("same_item_one_character", a=few.printed, b=many.printed)
                yield Merge(few.id, many.id, SLIP, why, variant=True)


def _same_wording(group: Sequence[Node], keys: dict[str, str]) -> Iterator[Merge]:
    first: dict[str, Node] = {}
    for node in group:
        if len(keys[node.id]) < 3:
            continue
        other = first.setdefault(keys[node.id], node)
        if other is not node:
            why = reason("words_of_building", a=node.printed, b=other.printed)
            yield Merge(node.id, other.id, WORDING, why)


def _misread(node: Node, group: Sequence[Node], keys: dict[str, str]) -> Iterator[Merge]:
    text = keys[node.id]
    if len(text) < 4:
        return
    near = []
    for other in group:
        rarer = (node.count, node.normal) < (other.count, other.normal)
        if rarer and len(keys[other.id]) >= 4 and (how := slip_of(text, keys[other.id], words=False)):
            near.append((other, how))
    if len({keys[other.id] for other, _ in near}) == 1:
        other, how = near[0]
        why = reason("slip_of_project", a=node.printed, b=other.printed, how=how)
        yield Merge(node.id, other.id, SLIP, why, variant=True)


def _is_place(text: str, stems: frozenset[str], code: str) -> bool:
    return text in stems or (len(text) > 1 and place_of(text + "甲", code) != code)
