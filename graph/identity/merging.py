"""Nodes and merges → partition: what resolution of every kind shares.

In:  nodes (mentions that are one by their name alone), merges with score and sentence, pairs that must stay apart.
Out: groups of nodes, each with the merges that made it. The strongest merge goes first and ties go by node id, so the order of what
comes in never matters; a merge that would join a pair that must stay apart is left out and handed back.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from extract.facts import Kind
from extract.wording.reasons import Reason

JUDGED = 2.0  # above every score: what people decide comes first


@dataclass(frozen=True, slots=True)
class Mention:
    """One party of one fact, as resolution sees it."""

    id: str
    kind: Kind
    name: str
    doc: str
    where: str  # the notice it stands in, or the document where notices are not known
    date: str | None
    titled: bool = False  # an official whom a fact names with a post of a body
    since: str = ""  # when its document was published, else the day of the fact: which of several is the earliest


INSIDE = "in:"  # begins the place of a node that is one inside a body alone


@dataclass
class Node:
    """Mentions that are one by their name alone: within one jurisdiction, or within one notice for a name that says nothing."""

    code: str
    normal: str
    where: str = ""
    mentions: list[Mention] = field(default_factory=list)
    titles: dict[str, set[str]] = field(default_factory=dict)  # further names that facts state, with their documents

    id: str = ""  # the smallest mention id, the same whatever the order of the facts; set by `named`

    def named(self) -> "Node":
        """The node with its id, once all its mentions are in."""
        self.id = min(mention.id for mention in self.mentions)
        return self

    @property
    def inside(self) -> bool:
        """Whether it is a unit inside a body that its name does not say: 办公室 of 县税务局, or of a body that nothing tells."""
        return self.where.startswith(INSIDE)

    @cached_property
    def count(self) -> int:
        """How many mentions, once all are in."""
        return len({mention.id for mention in self.mentions})

    @property
    def docs(self) -> set[str]:
        """The documents that print the name."""
        return {mention.doc for mention in self.mentions}

    @cached_property
    def printed(self) -> str:
        """The name as printed most often, the first in order among equals, once all mentions are in."""
        counts: dict[str, int] = defaultdict(int)
        for mention in self.mentions:
            counts[mention.name] += 1
        return min(counts, key=lambda name: (-counts[name], name))


@dataclass(frozen=True, slots=True)
class Merge:
    """Two nodes that are one, by id, with the sentence that says why; `variant`: nothing goes by the left's name, which is a slip or an old one."""

    left: str
    right: str
    score: float
    why: Reason
    variant: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes that are one, by id, and the merges that made them so."""

    nodes: tuple[str, ...]
    merges: tuple[Merge, ...]


def _root(parent: dict[str, str], node: str) -> str:
    """The node that stands for all that are one with `node`; the way to it is halved for the next who asks."""
    while parent[node] != node:
        parent[node] = parent[parent[node]]
        node = parent[node]
    return node


def _both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Each node of a pair with those that it must stay apart from."""
    barred: dict[str, set[str]] = defaultdict(set)
    for left, right in pairs:
        if left != right:
            barred[left].add(right)
            barred[right].add(left)
    return barred


def joined(
    nodes: Iterable[str],
    merges: Sequence[Merge],
    apart: Iterable[tuple[str, str]] = (),
    only_one: Mapping[str, str] | None = None,
) -> tuple[list[Group], list[Merge]]:
    """The groups that the merges make, and the merges left out because they would join what must stay apart.

    `only_one`: node → a mark (a 文号) of which a group can bear one alone.
    """
    parent = {node: node for node in nodes}
    members = {node: {node} for node in parent}
    marks = {node: {mark} for node, mark in (only_one or {}).items()}
    barred = _both_ways(apart)

    used, refused = list[Merge](), list[Merge]()
    for merge in sorted(merges, key=lambda m: (-m.score, m.left, m.right, m.why)):
        left, right = _root(parent, merge.left), _root(parent, merge.right)
        if left == right:
            continue
        small, large = sorted((left, right), key=lambda r: (len(members[r]), r))
        clash = len(marks.get(small, set()) | marks.get(large, set())) > 1
        if clash or any(barred[node] & members[large] for node in members[small] if node in barred):
            refused.append(merge)
            continue
        parent[small] = large
        members[large] |= members.pop(small)
        if small in marks:
            marks.setdefault(large, set()).update(marks.pop(small))
        used.append(merge)
    by_root = defaultdict(list)
    for merge in used:
        by_root[_root(parent, merge.left)].append(merge)
    groups = [Group(tuple(sorted(nodes)), tuple(by_root[head])) for head, nodes in members.items()]
    return sorted(groups, key=lambda g: g.nodes), refused
