"""The change feed as a table and as Atom: whole, escaped, and without a formula."""

import csv
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from pathlib import Path

from graph.export.differing import feed_between
from graph.export.feeds import summary, told, write_atom, write_table
from graph.export.snapshot import snapshot
from graph.projection.draft import Projection
from graph.projection.elements import Edge, Node, NodeRef
from tests.graph.export.hard import HARD

ATOM = "{http://www.w3.org/2005/Atom}"
WHEN = datetime(2026, 3, 1, 9, tzinfo=UTC)
ENDS = (
    Node("Official", "a", "1", {"name": f"=1+1{HARD}"}),
    Node("Post", "p", "1", {"name": "局长", "body": "县财政局"}),
)
TIE = Edge(
    "APPOINTED", "f1", NodeRef("Official", "a"), NodeRef("Post", "p"), "1",
    {"role": "局长", "date_text": "2024-03-05", "file": "a.txt", "line": 3, "quote": HARD},
)  # fmt: skip
OLD, NEW = snapshot(Projection(ENDS, ())), snapshot(Projection(ENDS, (TIE,)))
TOLD = told(feed_between(OLD, NEW), OLD, NEW)


def test_the_table_says_what_changed_and_runs_nothing(tmp_path: Path) -> None:
    assert write_table(TOLD, tmp_path / "t.csv") == 1
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as stream:
        [row] = csv.DictReader(stream)
    assert row["change"] == "added"
    assert row["what"].startswith("'=1+1")
    assert row["what"].endswith("→ 局长（县财政局）")
    assert (row["date"], row["file"], row["line"], row["causes"]) == ("2024-03-05", "a.txt", "3", "rules?")
    assert row["before"] == ""
    assert row["after"].startswith("{")


def test_atom_is_as_its_standard_says(tmp_path: Path) -> None:
    assert write_atom(TOLD, tmp_path / "a.xml", WHEN, ["财政"]) == 1
    feed = ET.parse(tmp_path / "a.xml").getroot()
    assert feed.tag == f"{ATOM}feed"
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        assert [len(element.findall(ATOM + name)) for name in ("title", "id", "updated")] == [1, 1, 1]
        assert (element.findtext(f"{ATOM}id") or "").startswith("urn:")
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "") == WHEN
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    [entry] = feed.findall(f"{ATOM}entry")
    assert "<b>" in (entry.findtext(f"{ATOM}summary") or "")
    assert "\x0b" not in (entry.findtext(f"{ATOM}summary") or "")


def test_the_id_of_a_change_stays_when_the_feed_is_written_again(tmp_path: Path) -> None:
    for name in ("a.xml", "b.xml"):
        write_atom(TOLD, tmp_path / name, WHEN)
    assert (tmp_path / "a.xml").read_bytes() == (tmp_path / "b.xml").read_bytes()


def test_a_line_says_sign_kind_thing_and_cause() -> None:
    [line] = summary(TOLD)
    assert line.startswith("+ APPOINTED =1+1")
    assert line.endswith("[rules?]")
    [worded] = summary(TOLD, {"APPOINTED": "任命", "rules": "规则改变"}.__getitem__)
    assert worded.startswith("+ 任命 =1+1")
    assert worded.endswith("[规则改变?]")


def tie(key: str, post: str, **properties: str) -> Edge:
    return Edge(
        "APPOINTED", key, NodeRef("Official", "a"), NodeRef("Post", post), "1",
        {"role": "局长", "date": "2024-03-05", "tenure": f"a>{post}#0", **properties},
    )  # fmt: skip


def posts(key: str, body: str) -> Projection:
    return Projection((ENDS[0], Node("Post", key, "1", {"name": "局长", "body": body})), (tie("f1", key),))


def told_between(one: Projection, other: Projection, *, structure: bool = False) -> list[tuple[str, str]]:
    old, new = snapshot(one), snapshot(other)
    said = told(feed_between(old, new), old, new, structure=structure)
    return [(change.change.change, change.kind) for change in said]


def test_what_only_has_another_key_is_no_news() -> None:
    before, after = posts("p", "县财政局"), posts("q", "县财政局")
    assert told_between(before, after) == []
    assert ("added", "APPOINTED") in told_between(before, after, structure=True)


def test_what_joins_things_of_other_names_or_states_something_else_is_news() -> None:
    both = [("added", "APPOINTED"), ("removed", "APPOINTED")]
    assert sorted(told_between(posts("p", "县财政局"), posts("q", "县审计局"))) == both
    later = Projection(posts("q", "县财政局").nodes, (tie("f1", "q", date="2024-04-05"),))
    assert sorted(told_between(posts("p", "县财政局"), later)) == both


def test_of_two_that_went_and_one_that_came_one_is_news() -> None:
    nodes = (ENDS[0], *(Node("Post", key, "1", {"name": "局长", "body": "县财政局"}) for key in ("p", "q")))
    two = Projection(nodes, (tie("f1", "p"), tie("f2", "p")))
    assert told_between(two, Projection(nodes, (tie("f1", "q"),))) == [("removed", "APPOINTED")]
