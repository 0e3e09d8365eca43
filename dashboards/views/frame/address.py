"""A view as the address line holds it: question, values, what is expanded and picked; so that a link reproduces it.

?q=who_answers&words=养老&open=official:…&pick=0a1b2c…&lang=zh
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from queries.library import Query, library

NODE_LIMITS = (40, 120, 300)
MOST_OPEN = 12
MOST_HIDDEN = 60
PAGE = "questions"  # the page that shows a question
LONGEST_VALUE = 400
AROUND = {
    # the kind of a node: the question that expands it, and its parameter
    "official": ("around_official", "official"),
    "department": ("around_body", "body"),
    "street": ("around_body", "body"),
    "group": ("around_body", "body"),
    "task": ("around_task", "task"),
    "topic": ("around_topic", "topic"),
    "project": ("around_project", "project"),
    "policy": ("around_policy", "policy"),
    "place": ("around_place", "place"),
}


@dataclass(frozen=True, slots=True)
class Address:
    """What one view shows."""

    question: str
    values: Mapping[str, str] = field(default_factory=dict)
    opened: tuple[str, ...] = ()  # nodes as kind:key
    centre: str | None = None
    picked: str | None = None  # a fact id, a node as kind:key, or the key of an edge that counts
    nodes: int = NODE_LIMITS[0]
    hidden: tuple[str, ...] = ()  # keys of nodes that are not drawn
    pinned: tuple[str, ...] = ()  # keys of nodes that are drawn whatever the limit
    way: tuple[str, ...] = ()  # keys of one or two nodes: from where, to where
    off: tuple[str, ...] = ()  # what filters take away, as facet:value
    sort: str | None = None  # a column; behind a hyphen it runs downwards
    whole: bool = False  # every column, where they are more than a screen holds

    @classmethod
    def read(cls, parameters: Mapping[str, Sequence[str]], offered: Sequence[str]) -> Self:
        """The view of an address line; what it does not know or cannot be is left out."""
        single = {name: values[-1][:LONGEST_VALUE] for name, values in parameters.items() if values}
        question = single.get("q", offered[0])
        if question not in offered:
            question = offered[0]
        known = {parameter.name for parameter in library()[question].parameters}
        limit = single.get("nodes", "")
        centre = single.get("centre")
        return cls(
            question=question,
            values={name: value for name, value in single.items() if name in known and value.strip()},
            opened=tuple(node for node in parameters.get("open", ()) if kind_of(node) in AROUND)[:MOST_OPEN],
            centre=centre if centre and kind_of(centre) in AROUND else None,
            picked=single.get("pick"),
            hidden=tuple(parameters.get("hide", ()))[:MOST_HIDDEN],
            pinned=tuple(parameters.get("pin", ()))[:MOST_OPEN],
            way=tuple(parameters.get("way", ()))[:2],
            off=tuple(parameters.get("off", ()))[:MOST_HIDDEN],
            sort=single.get("sort"),
            whole=single.get("columns") == "all",
            nodes=int(limit) if limit.isdigit() and int(limit) in NODE_LIMITS else NODE_LIMITS[0],
        )

    @property
    def query(self) -> Query:
        """The question asked."""
        return library()[self.question]

    @property
    def complete(self) -> bool:
        """Whether every needed value is given."""
        return all(
            parameter.default is not None or parameter.name in self.values for parameter in self.query.parameters
        )

    def parameters(self, language: str) -> dict[str, str | list[str]]:
        """The address line of this view."""
        by_key: dict[str, str | list[str]] = {"p": PAGE, "q": self.question, **self.values}
        if self.opened:
            by_key["open"] = list(self.opened)
        if self.centre:
            by_key["centre"] = self.centre
        if self.picked:
            by_key["pick"] = self.picked
        for name, several in (("hide", self.hidden), ("pin", self.pinned), ("way", self.way), ("off", self.off)):
            if several:
                by_key[name] = list(several)
        if self.sort:
            by_key["sort"] = self.sort
        if self.whole:
            by_key["columns"] = "all"
        if self.nodes != NODE_LIMITS[0]:
            by_key["nodes"] = str(self.nodes)
        return by_key | {"lang": language}

    def with_way(self, key: str) -> Self:
        """The view with a way from that node, or to it where one begins already; the same again takes it back."""
        if key in self.way or len(self.way) == 2:
            return replace(self, way=tuple(one for one in self.way if one != key) if key in self.way else (key,))
        return replace(self, way=(*self.way, key))

    def toggled(self, name: str, key: str) -> Self:
        """The view with that node hidden or pinned, or no longer."""
        of: tuple[str, ...] = getattr(self, name)
        rest = tuple(one for one in of if one != key)
        now = rest if len(rest) < len(of) else (*of, key)
        return replace(self, hidden=now) if name == "hidden" else replace(self, pinned=now)

    def turned(self, node: str) -> Self:
        """The view with that node expanded, or collapsed if it was."""
        rest = tuple(other for other in self.opened if other != node)
        if len(rest) < len(self.opened):
            return replace(self, opened=rest, picked=node)
        return replace(self, opened=(*rest, node)[-MOST_OPEN:], picked=node)


def kind_of(node: str) -> str:
    """official:a-1 → official."""
    return node.partition(":")[0]


def key_of(node: str) -> str:
    """official:a-1 → a-1."""
    return node.partition(":")[2]
