"""A notice as a reader sees it: of marks that overlap one is drawn, and the fact that is picked always."""

from pathlib import Path

import pytest

from graph.projection.elements import Printed, PrintedPassage
from graph.stores.texts import Texts
from queries.search.reading import Mark, marks_of, passages_of

TEXT = "1.修缮柳湾桥。县交通局、县水利局"


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    made = Texts(tmp_path / "graph.texts.db")
    with made.writing() as written:
        passage = PrintedPassage("d1:0:0", "d1:0", 3, 10, 10 + len(TEXT), TEXT)
        written.bring("420901", "1", [Printed("d1", "安山.txt", "安山县公报", None, "420901", (passage,))])
    return made


def lead(key: str, first: int = 10, last: int = 10 + len(TEXT)) -> Mark:
    return Mark(key, "leads", "牵头", first, last)


def drawn(texts: Texts, marks: list[Mark], picked: str = "") -> list[str]:
    [passage] = passages_of(texts, "d1", (0, 100), marks, [], picked)
    return [mark.key for mark in passage.marks]


def test_of_two_marks_on_one_place_one_is_drawn(texts: Texts) -> None:
    assert drawn(texts, [lead("f1"), lead("f2")]) == ["f1"]


def test_the_picked_fact_is_drawn_whatever_else_stands_there(texts: Texts) -> None:
    marks = [Mark("f0", "appointed", None, 12, 16), lead("f1"), lead("f2")]
    assert drawn(texts, marks) == ["f0"]
    assert drawn(texts, marks, "f2") == ["f2"]


def test_a_doubt_is_marked_where_its_words_stand(texts: Texts) -> None:
    doubt = {"key": "x1", "line": 3, "quote": "县水利局", "why": "?"}
    [passage] = passages_of(texts, "d1", (0, 100), [], [doubt])
    assert [(mark.key, mark.relation, mark.text) for mark in passage.marks] == [("x1", "doubt", "县水利局")]


def test_only_facts_of_the_notice_are_its_marks() -> None:
    names = (
        "relation",
        "role",
        "line",
        "dated",
        "source",
        "source_kind",
        "source_key",
        "target",
        "target_kind",
        "target_key",
    )
    facts = [{"fact_id": key, "notice": notice, "first": 1, "last": 2} | dict.fromkeys(names, "") for key, notice in (("f1", "d1:0"), ("f2", "d1:9"))]  # fmt: skip
    assert [mark.key for mark in marks_of(facts, "d1:0")] == ["f1"]


def test_without_texts_there_are_no_passages() -> None:
    assert passages_of(Texts(), "d1", (0, 100), [lead("f1")], []) == ()
