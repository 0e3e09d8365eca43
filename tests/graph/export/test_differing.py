"""A feed turns the old snapshot into the new one byte for byte, and names the cause of each change."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import ReadError
from graph.corpus import Corpus
from graph.export.differing import Change, Feed, applied, feed_between, feed_of
from graph.export.feeds import read_feed, told, write_jsonl
from graph.export.snapshot import Snapshot, read_snapshot, snapshot, write_snapshot
from graph.keeping.judgements import Decision, Judgement, Judgements
from graph.keeping.sources import Source
from graph.projection.draft import Projection
from graph.projection.elements import Edge, Node
from graph.projection.project import project
from tests.graph.generated import HARD_TEXTS, edges, nodes
from tests.graph.small_facts import corpus, sha_of

NODES, EDGES = nodes(3), edges(2)
WHEN = "2026-03-01T09:00:00+00:00"


def source(doc: str, rules: str = "r1") -> Source:
    return Source(sha_of(doc), doc, doc, rules)


def taken(*docs: str, judgements: Judgements | None = None, rules: str = "r1") -> Snapshot:
    known = only(docs)
    built = project(known, judgements) if judgements else project(known)
    return snapshot(built.projection, [source(doc, rules) for doc in docs], judgements)


def only(docs: Sequence[str]) -> Corpus:
    whole = corpus()
    return Corpus.of(
        [fact for fact in whole.facts if fact.evidence.doc in docs],
        [doubt for doubt in whole.doubts if doubt.evidence.doc in docs],
        [record for record in whole.context if record.doc in docs],
        [passage for passage in whole.passages if passage.doc in docs],
    )


def part(seed: int) -> Projection:
    """A part of a generated graph, some of whose elements state something else."""
    dice = Random(seed)
    some: list[Node] = [node for node in NODES if dice.random() < 0.6]
    ties: list[Edge] = dice.sample(EDGES, dice.randrange(30))
    name = dice.choice([*HARD_TEXTS, "甲\u2028乙\x85丙", "", "\ud800"])
    named = [replace(n, properties={**n.properties, "name": name}) if dice.random() < 0.3 else n for n in some]
    return Projection(tuple(named), tuple(ties))


def projections() -> st.SearchStrategy[Projection]:
    return st.integers(min_value=0, max_value=2**32).map(part)


@given(projections(), projections())
def test_a_feed_applied_to_the_old_snapshot_gives_the_new_one_byte_for_byte(one: Projection, other: Projection) -> None:
    old, new = snapshot(one, [source("a.txt")]), snapshot(other, [source("b.txt")])
    feed = feed_of(json.loads(line) for line in feed_between(old, new).lines())
    assert "".join(applied(old, feed).lines()) == "".join(new.lines())
    back = feed_between(new, old)
    assert "".join(applied(new, back).lines()) == "".join(old.lines())
    assert {c.change for c in feed.changes} == {SWAPPED[c.change] for c in back.changes}


SWAPPED = {"added": "removed", "removed": "added", "changed": "changed"}


@given(projections())
def test_the_same_build_gives_the_same_bytes_and_no_change(one: Projection) -> None:
    whole = snapshot(one)
    again = snapshot(Projection(one.nodes[::-1], one.edges[::-1]))
    assert "".join(whole.lines()) == "".join(again.lines())
    assert feed_between(whole, again).changes == ()


def test_files_of_snapshots_and_feeds_come_back_as_they_were(tmp_path: Path) -> None:
    old, new = taken("a.txt"), taken("a.txt", "b.txt")
    for name, whole in (("old", old), ("new", new)):
        write_snapshot(whole, tmp_path / name)
    write_jsonl(feed_between(old, new), tmp_path / "feed")
    write_snapshot(applied(read_snapshot(tmp_path / "old"), read_feed(tmp_path / "feed")), tmp_path / "made")
    assert (tmp_path / "made").read_bytes() == (tmp_path / "new").read_bytes()


def test_a_feed_goes_only_with_its_own_snapshot_and_only_unchanged() -> None:
    old, new = taken("a.txt"), taken("a.txt", "b.txt")
    feed = feed_between(old, new)
    with pytest.raises(ReadError, match="begins with another snapshot"):
        applied(new, feed)
    with pytest.raises(ReadError, match="does not lead to"):
        applied(old, Feed(feed.head, feed.changes[1:]))
    with pytest.raises(ReadError, match="not a feed"):
        feed_of([{"zhize": "snapshot"}])


def causes(feed: Feed) -> set[tuple[str, str | None]]:
    return {(cause["cause"], cause.get("doc")) for change in feed.changes for cause in change.causes}


def test_a_new_and_a_forgotten_document_are_the_causes_of_what_they_bring_and_take() -> None:
    assert causes(feed_between(taken("a.txt"), taken("a.txt", "b.txt"))) == {("document_new", "b.txt")}
    assert causes(feed_between(taken("a.txt", "b.txt"), taken("a.txt"))) == {("document_forgotten", "b.txt")}
    exchanged = feed_between(taken("a.txt", "b.txt"), taken("a.txt", "c.txt"))
    own = [change for change in exchanged.changes if change.row["of"].get("document") == sha_of("c.txt")]
    assert own
    assert all(_named(change) == {("document_new", "c.txt", True)} for change in own)


def _named(change: Change) -> set[tuple[str, str, bool]]:
    return {(cause["cause"], cause["doc"], cause["certain"]) for cause in change.causes}


def test_a_judgement_is_the_cause_of_what_it_takes_away() -> None:
    before = taken("a.txt")
    fact = next(row for row in before.rows.values() if row.get("edge") == "APPOINTED")
    wrong = Judgements((Judgement(Decision.WRONG, (fact["key"],), "reader", WHEN),))
    feed = feed_between(before, taken("a.txt", judgements=wrong))
    [gone] = [change for change in feed.changes if change.row.get("key") == fact["key"]]
    assert gone.change == "removed"
    assert gone.causes == ({"cause": "judgement", "is": "wrong", "about": [fact["key"]], "certain": True},)
    assert {cause["cause"] for change in feed.changes for cause in change.causes} == {"judgement"}


def test_other_rules_of_the_graph_are_named_where_nothing_else_differs() -> None:
    one = snapshot(Projection((Node("Topic", "k", "1", {"name": "甲"}),), ()))
    other = snapshot(Projection((Node("Topic", "k", "1", {"name": "乙"}),), ()))
    [change] = feed_between(one, Snapshot({**other.head, "rules": "other"}, other.rows)).changes
    assert change.causes == ({"cause": "rules", "certain": False},)


def test_a_document_read_by_other_rules_is_told() -> None:
    one, other = taken("a.txt"), taken("a.txt", rules="r2")
    changed = Snapshot(other.head, {name: row for name, row in other.rows.items() if row.get("edge") != "APPOINTED"})
    assert causes(feed_between(one, changed)) == {("document_read_anew", "a.txt")}


def test_words_to_watch_leave_out_what_does_not_speak_of_them() -> None:
    old, new = taken("b.txt"), taken("a.txt", "b.txt")
    feed = feed_between(old, new)
    every = told(feed, old, new)
    watched = told(feed, old, new, ["预算绩效"])
    assert watched
    assert len(watched) < len(every) < len(told(feed, old, new, structure=True))
    assert all(one.speaks_of(["预算绩效"]) for one in watched)
