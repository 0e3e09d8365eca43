"""What questions take from the documents as printed: passages by their words, within jurisdictions and notices."""

from pathlib import Path
from typing import Any

import pytest

from graph.projection.elements import Printed, PrintedPassage
from graph.stores.texts import Texts
from queries.run.printed.passages import holding, saying, standing_in, with_line

LINES = (
    "推进养老服务，新增床位80张。",
    "养老与5G应用。",
    "副县长之间实行AB角制度，互为替补。",
    "县长外出时由常务副县长代行职责。",
    "委托他人主持会议。",
    "委托第三方评估。",
)


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    made = Texts(tmp_path_factory.mktemp("texts") / "graph.texts.db")
    with made.writing() as written:
        for key, code in (("d1", "420117"), ("d2", None)):
            passages = tuple(
                PrintedPassage(f"{key}:p{n}", f"{key}:{n // 3}", n + 1, n * 50, n * 50 + 40, line)
                for n, line in enumerate(LINES)
            )
            written.bring(key, "1", [Printed(key, f"{key}.txt", "临江市公报", None, code, passages)])
    return made


def keys(passages: list[list[Any]]) -> list[str]:
    return [row[1] for row in passages]


@pytest.mark.parametrize(
    ("words", "jurisdiction", "document", "found"),
    [
        (["养老"], ["", "420117"], [], ["d1:p0", "d1:p1", "d2:p0", "d2:p1"]),
        (["养老", "5g"], ["", "420117"], [], ["d1:p1", "d2:p1"]),
        (["养老"], ["420117"], [], ["d1:p0", "d1:p1"]),
        (["养老"], [""], [], ["d2:p0", "d2:p1"]),
        (["g"], ["420117"], [], ["d1:p1"]),
        (["委托"], ["420117"], ["d1:1"], ["d1:p4", "d1:p5"]),
        (["委托"], ["420117"], ["d1:0"], []),
        (["没有的词"], ["", "420117"], [], []),
        (["'; DROP TABLE passage; --"], ["", "420117"], [], []),
        (['"'], ["", "420117"], [], []),
    ],
)
def test_passages_hold_all_the_words(
    texts: Texts, words: list[str], jurisdiction: list[str], document: list[str], found: list[str]
) -> None:
    values = {"words": words, "jurisdiction": jurisdiction, "document": document}
    assert keys(holding(texts, values, 100, 9.0)) == found
    assert keys(holding(texts, values, 1, 9.0)) == found[:1]


def test_passages_say_who_acts_for_whom(texts: Texts) -> None:
    given = {"jurisdiction": ["420117"], "official": []}
    assert keys(standing_in(texts, given, [], 9.0)) == ["d1:p2", "d1:p3", "d1:p4"]


@pytest.mark.parametrize(
    ("official", "pairs", "found"),
    [
        ("420117-a", [], ["d1", "d2"]),  # of his place, and of no known place
        ("420105-a", [], ["d2"]),
        ("420105-a", ["d1"], ["d1", "d2"]),  # of another place, which pairs him
    ],
)
def test_of_an_official_the_documents_of_his_place_are_read(
    texts: Texts, official: str, pairs: list[str], found: list[str]
) -> None:
    given = {"jurisdiction": ["", "420117", "420105"], "official": [official]}
    passages = keys(standing_in(texts, given, pairs, 9.0))
    assert passages == [f"{document}:p{n}" for document in found for n in (2, 3, 4)]


def test_a_row_is_given_the_passage_that_its_line_is_in(texts: Texts) -> None:
    rows: list[dict[str, Any]] = [
        {"file": "d1.txt", "line": 2},
        {"file": "d1.txt", "line": 9},  # in what begins on line 6, the last before it
        {"file": "d9.txt", "line": 2},
        {"file": None, "line": None},
    ]
    assert [row["said"] for row in with_line(texts, rows, "said")] == [LINES[1], LINES[5], None, None]
    assert [row["said"] for row in with_line(Texts(), rows, "said")] == [None] * 4


def test_of_two_files_of_one_name_that_of_the_notice_is_read(tmp_path: Path) -> None:
    made = Texts(tmp_path / "graph.texts.db")
    with made.writing() as written:
        for key, line in (("d1", "办公室设在县水务处。"), ("d2", "办公室设在县路政处。")):
            passage = PrintedPassage(f"{key}:p0", f"{key}:0", 1, 0, 10, line)
            written.bring(key, "1", [Printed(key, "2022-1.txt", "临江市公报", None, None, (passage,))])
    rows = [{"file": "2022-1.txt", "line": 1, "notice": f"{key}:0"} for key in ("d1", "d2", "d3")]
    assert [row["said"] for row in with_line(made, rows, "said")] == [
        "办公室设在县水务处。",
        "办公室设在县路政处。",
        None,
    ]


def test_notices_that_say_something_come_most_often_first(texts: Texts) -> None:
    assert saying(texts, "养老", 8) == [("d1:0", 2), ("d2:0", 2)]
    assert saying(texts, "AB角", 1) == [("d1:0", 1)]
    assert saying(texts, "没有的词", 8) == []
