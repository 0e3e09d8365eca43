"""What changed between two snapshots, each change with its cause; what was applied to the old one gives the new one byte for byte.

In:  two Snapshots. Out: a Feed: a head, and a Change for each node and relationship that came, went or states something else.

    {"change": "added", "causes": [{"cause": "document_new", "document": "…"}], "before": null, "after": {"edge": "APPOINTED", …}}

Causes: document_new, document_forgotten, document_read_anew (the same bytes, by other rules or under another manifest), judgement, rules. One that
the element itself leads to is `certain`; where it leads to none, every cause between the two builds is named, not certain.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from extract.errors import ReadError
from graph.export.snapshot import Row, Snapshot, line_of, name_of

FEED = "feed"
SHORT = 16  # characters of a hash by which a mention names its document


@dataclass(frozen=True, slots=True)
class Change:
    """One element before and after, and why it differs."""

    change: str  # added, removed, changed
    before: Row | None
    after: Row | None
    causes: tuple[Row, ...]

    @property
    def row(self) -> Row:
        """The element as it is now, or was last."""
        row = self.after or self.before
        assert row is not None
        return row

    def to_json(self) -> Row:
        """The line of a feed."""
        return {"change": self.change, "before": self.before, "after": self.after, "causes": list(self.causes)}


@dataclass(frozen=True, slots=True)
class Feed:
    """All changes between two snapshots, in the order of the elements."""

    head: Row
    changes: tuple[Change, ...]

    def lines(self) -> Iterator[str]:
        """The lines of the feed as JSON."""
        yield line_of(self.head)
        yield from (line_of(change.to_json()) for change in self.changes)


@dataclass(frozen=True)
class _Side:
    """One snapshot, and which documents, facts and mentions each of its elements leads to."""

    snapshot: Snapshot

    @cached_property
    def short(self) -> Mapping[str, str]:
        """Documents by the first characters of their hash."""
        return {sha256[:SHORT]: sha256 for sha256 in self.snapshot.head["documents"]}

    @cached_property
    def of_ends(self) -> Mapping[tuple[str, str], set[str]]:
        """The documents that a node is printed in, by the relationships that touch it."""
        documents: dict[tuple[str, str], set[str]] = defaultdict(set)
        for row in self.snapshot.rows.values():
            if "edge" in row and "document" in row["of"]:
                for end in (row["start"], row["end"]):
                    documents[end[0], end[1]].add(row["of"]["document"])
        return documents

    @cached_property
    def of_tenures(self) -> Mapping[str, list[Row]]:
        """The facts of each tenure."""
        facts: dict[str, list[Row]] = defaultdict(list)
        for row in self.snapshot.rows.values():
            if "tenure" in row["of"]:
                facts[row["of"]["tenure"]].append(row)
        return facts

    def documents(self, row: Row) -> set[str]:
        """The documents that an element rests on."""
        if "document" in row["of"]:
            return {row["of"]["document"]}
        if "node" in row:
            printed = {sha256 for word in self._words(row) if (sha256 := self.short.get(word[:SHORT]))}
            return printed | self.of_ends.get((row["node"], row["key"]), set())
        if row["edge"] == "HOLDS":
            return {fact["of"]["document"] for fact in self.of_tenures.get(row["key"], ()) if "document" in fact["of"]}
        ends = [self.snapshot.rows.get(name_of({"node": end[0], "key": end[1]})) for end in (row["start"], row["end"])]
        return {sha256 for end in ends if end for sha256 in self.documents(end)}

    def decided(self, row: Row) -> set[str]:
        """The ids of facts, mentions and doubts that an element leads to, about which a person may decide."""
        if "node" in row:
            return set(self._words(row))
        facts = {row["key"], *(fact["key"] for fact in self.of_tenures.get(row["key"], ()))}
        ends = [self.snapshot.rows.get(name_of({"node": end[0], "key": end[1]})) for end in (row["start"], row["end"])]
        return facts.union(*(self._words(end) for end in ends if end))

    def _words(self, row: Row) -> list[str]:
        return [
            row["key"],
            row["key"].rpartition(":")[2],
            *row["of"].get("members", ()),
            *row["of"].get("mentions", ()),
        ]


def feed_between(old: Snapshot, new: Snapshot) -> Feed:
    """The changes from one snapshot to another."""
    before, after = _Side(old), _Side(new)
    causes = _Causes.between(old.head, new.head)
    changes = []
    for name in sorted({*old.rows, *new.rows}):
        was, now = old.rows.get(name), new.rows.get(name)
        if was == now:
            continue
        kind = "added" if was is None else "removed" if now is None else "changed"
        changes.append(Change(kind, was, now, causes.of(before, was, after, now)))
    head = {"zhize": FEED, "old": old.digest(), "new": new.digest(), "head": new.head}
    return Feed(head, tuple(changes))


def applied(old: Snapshot, feed: Feed) -> Snapshot:
    """The new snapshot; raises ReadError where the feed begins with another snapshot, or does not end as it says."""
    if old.digest() != feed.head["old"]:
        raise ReadError("feed_other_snapshot")
    rows = dict(old.rows)
    for change in feed.changes:
        if change.after is None:
            del rows[name_of(change.row)]
        else:
            rows[name_of(change.after)] = change.after
    new = Snapshot(feed.head["head"], rows)
    if new.digest() != feed.head["new"]:
        raise ReadError("feed_changed")
    return new


def feed_of(rows: Iterable[Row]) -> Feed:
    """The feed of its lines; raises ReadError for what is none."""
    head, *rest = list(rows) or [{}]
    if head.get("zhize") != FEED:
        raise ReadError("no_feed")
    try:
        changes = (Change(row["change"], row["before"], row["after"], tuple(row["causes"])) for row in rest)
        return Feed(head, tuple(changes))
    except (KeyError, TypeError) as error:
        raise ReadError("feed_malformed") from error


@dataclass(frozen=True, slots=True)
class _Causes:
    """What differs between the heads of two snapshots."""

    new: Mapping[str, Row]
    forgotten: Mapping[str, Row]
    read_anew: Mapping[str, Row]
    judgements: tuple[Row, ...]
    rules: bool

    @classmethod
    def between(cls, old: Row, new: Row) -> "_Causes":
        was, now = old["documents"], new["documents"]
        anew = {sha256: now[sha256] for sha256 in now if sha256 in was and was[sha256] != now[sha256]}
        judged = [j for j in new["judgements"] if j not in old["judgements"]]
        judged += [j for j in old["judgements"] if j not in new["judgements"]]
        return cls(
            {sha256: now[sha256] for sha256 in now if sha256 not in was},
            {sha256: was[sha256] for sha256 in was if sha256 not in now},
            anew,
            tuple(judged),
            old["rules"] != new["rules"] or old["schema"] != new["schema"],
        )

    def of(self, before: _Side, was: Row | None, after: _Side, now: Row | None) -> tuple[Row, ...]:
        """The causes of one change."""
        then = before.documents(was) if was else set()
        since = after.documents(now) if now else set()
        causes = [*_named("document_new", self.new, since), *_named("document_forgotten", self.forgotten, then)]
        causes += _named("document_read_anew", self.read_anew, then | since)
        ids = (before.decided(was) if was else set()) | (after.decided(now) if now else set())
        causes += [_judged(one) for one in self.judgements if ids & set(one["about"])]
        if causes:
            return tuple({**cause, "certain": True} for cause in causes)
        return tuple({**cause, "certain": False} for cause in self._all())

    def _all(self) -> list[Row]:
        causes = [
            *_named("document_new", self.new, self.new),
            *_named("document_forgotten", self.forgotten, self.forgotten),
        ]
        causes += _named("document_read_anew", self.read_anew, self.read_anew)
        causes += [_judged(one) for one in self.judgements]
        return causes + ([{"cause": "rules"}] if self.rules or not causes else [])


def _named(cause: str, documents: Mapping[str, Row], among: Iterable[str]) -> list[Row]:
    return [
        {"cause": cause, "document": sha256, "doc": documents[sha256]["doc"]}
        for sha256 in sorted(among)
        if sha256 in documents
    ]


def _judged(judgement: Row) -> Row:
    about: list[Any] = judgement["about"]
    return {"cause": "judgement", "is": judgement["is"], "about": about}
