"""Which prints of items are one undertaking.

In:  nodes, one a print, with the units that answer for it and the list it stands in. Out: merges, proposals, pairs that stay apart.

    1.新建公园3个。 县园林局 in the report of work, 新建公园3个 县园林局、县财政局 in a later list → one task, printed twice
    新造林200亩 as the quota of two streets → two tasks; rows of one list with one wording and other units → as many tasks
    新建公园3个 of one unit below the goals of two authorities → two tasks and a proposal; 按要求落实 → two tasks, for it has no figure
    新建公园3个, 新建公圆3个 of the same units → a proposal: the words alone say it, and a character differs
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations, pairwise

from extract.facts import ItemRecord
from extract.wording.reasons import reason
from graph.identity.bodies import Proposed
from graph.identity.merging import Merge, Node
from graph.ids import normal_item, normal_name

SAME_UNITS, SHARED_UNITS = 0.99, 0.96
POSSIBLE = 0.8
FIGURES = re.compile(r"\d+(?:\.\d+)?|[一二三四五六七八九十]+期")
GRAM = 4
MOST_SHARING = 12  # a phrase of more items than this says nothing
LEAST_TEXT = 12
MOST_SHOWN = 30  # characters of an item in a sentence
LEAST_LIKENESS = 0.93


@dataclass(frozen=True, slots=True)
class Answer:
    """Who answers for a print of an item, and in which list it stands."""

    leads: frozenset[str] = frozenset()  # cluster keys of bodies
    units: frozenset[str] = frozenset()  # the leads with those who assist
    place: str = ""  # the notice and its annex
    run: int = 0  # which list of that annex: where numbers begin anew, so does a list
    basis: str = ""  # what the row says that it rests on; one wording under two grounds is two undertakings


Found = tuple[list[Merge], list[Proposed], list[tuple[str, str]]]


def task_key(name: str) -> str:
    """The normal form of an item; one that is all punctuation keeps its name."""
    return normal_item(name) or normal_name(name)


def merges_of_tasks(nodes: Sequence[Node], answers: Mapping[str, Answer]) -> Found:
    """Merges, proposals and pairs that must stay apart, among prints of one jurisdiction. `answers`: by node id."""
    prints: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in sorted(nodes, key=lambda n: n.id):
        prints[node.code, node.normal].append(node)
    merges: list[Merge] = []
    proposals: list[Proposed] = []
    apart: list[tuple[str, str]] = []
    for key in sorted(prints):
        more, maybe, never = _of_one_wording(prints[key], answers)
        merges += more
        proposals += maybe
        apart += never
    proposals += _alike(prints, answers)
    return merges, proposals, apart


def _of_one_wording(prints: Sequence[Node], answers: Mapping[str, Answer]) -> Found:
    merges: list[Merge] = []
    proposals: list[Proposed] = []
    apart: list[tuple[str, str]] = []
    by_answer: dict[tuple[frozenset[str], frozenset[str], str], list[Node]] = defaultdict(list)
    for node in prints:
        answer = answers[node.id]
        by_answer[answer.leads, answer.units, answer.basis].append(node)
    for (_, units, _), some in by_answer.items():
        for left, right in pairwise(some):
            if units:
                merges.append(Merge(left.id, right.id, SAME_UNITS, reason("same_words_same_units", name=_short(left))))
    for one, other in combinations(by_answer.values(), 2):
        a, b = answers[one[0].id], answers[other[0].id]
        shared = bool(a.units & b.units) and (a.basis == b.basis or not (a.basis and b.basis))
        if _in_one_list(one, other, answers):
            apart.append((one[0].id, other[0].id))
            if shared and a.leads == b.leads and a.units != b.units:
                why = reason("same_words_one_list", name=_short(one[0]))
                proposals.append(Proposed(one[0].id, other[0].id, 0.6, why))
        elif shared:
            why = reason("same_words_shared_units", name=_short(one[0]))
            merges.append(Merge(one[0].id, other[0].id, SHARED_UNITS, why))
        elif (
            a.units and a.units == b.units and FIGURES.search(one[0].normal)
        ):  # a target under the goals of two authorities
            why = reason("same_words_two_grounds", name=_short(one[0]))
            proposals.append(Proposed(one[0].id, other[0].id, 0.7, why))
    return merges, proposals, apart


def _in_one_list(one: Sequence[Node], other: Sequence[Node], answers: Mapping[str, Answer]) -> bool:
    """Whether two prints with other units stand in one list, where they are two undertakings.

    An annex that lists one undertaking again, for another unit that follows it up, numbers its lists from 1; there the leads are the
    same, and one print names those who assist that the other does, or fewer.
    """
    a, b = answers[one[0].id], answers[other[0].id]
    places = {answers[node.id].place for node in one} & {answers[node.id].place for node in other}
    lists = {_list(node, answers) for node in one} & {_list(node, answers) for node in other}
    again = a.leads == b.leads and (a.units <= b.units or b.units <= a.units) and len(one[0].normal) >= LEAST_TEXT
    return bool(lists) or (bool(places) and not again)


def _list(node: Node, answers: Mapping[str, Answer]) -> tuple[str, int]:
    return answers[node.id].place, answers[node.id].run


def runs_of(items: Mapping[str, ItemRecord]) -> dict[str, int]:
    """Which list of its annex each print stands in, by mention: where a number is no higher than the one before, a list begins."""
    run: dict[tuple[str, int, str | None], tuple[int, int]] = {}
    lists: dict[str, int] = {}
    for mention, record in sorted(items.items(), key=lambda item: (item[1].doc, item[1].start)):
        annex = record.doc, record.notice, record.annex
        current, last = run.get(annex, (0, 0))
        number = record.number.rstrip(".、") if record.number else ""
        if number.isdecimal():
            current += int(number) <= last
            last = int(number)
        run[annex] = current, last
        lists[mention] = current
    return lists


def _short(node: Node) -> str:
    text = node.printed
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"


def _alike(prints: Mapping[tuple[str, str], Sequence[Node]], answers: Mapping[str, Answer]) -> Iterator[Proposed]:
    """Wordings that differ by a few characters and agree in every figure, with units in common: for a person to decide."""
    grams: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for key in sorted(prints):
        code, text = key
        if len(text) >= LEAST_TEXT:
            for gram in {text[index : index + GRAM] for index in range(len(text) - GRAM + 1)}:
                grams[code, gram].append(key)
    shared: Counter[tuple[tuple[str, str], tuple[str, str]]] = Counter()
    for keys in grams.values():
        if len(keys) <= MOST_SHARING:
            shared.update(combinations(keys, 2))
    for (left, right), count in sorted(shared.items()):
        a, b = left[1], right[1]
        if count * 2 < min(len(a), len(b)) - GRAM or FIGURES.findall(a) != FIGURES.findall(b):
            continue
        likeness = SequenceMatcher(None, a, b, autojunk=False).ratio()
        if likeness < LEAST_LIKENESS:
            continue
        for one, other in ((one, other) for one in prints[left] for other in prints[right]):
            if answers[one.id].units & answers[other.id].units:
                why = reason("printed_alike", name=_short(one), share=f"{likeness:.0%}")
                yield Proposed(one.id, other.id, round(POSSIBLE * likeness, 2), why)
                break
