"""The documents as printed lie beside a store: brought, moved, taken out, found by words and places, healed."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from extract.errors import QueryError, StoreError
from graph.projection.elements import Printed, PrintedPassage
from graph.stores.texts import Texts, beside, printed_in


def document(key: str, *lines: str, jurisdiction: str = "420117") -> Printed:
    passages = [
        PrintedPassage(f"{key}:p{n}", f"{key}:0", n + 1, n * 100, n * 100 + len(s), s) for n, s in enumerate(lines)
    ]
    return Printed(key, f"{key}.txt", "安山县人民政府公报", "2022年第1期", jurisdiction, tuple(passages))


FIRST = document("d1", "推进养老服务。", "新增养老床位80张,建5G基站。")
SECOND = document("d2", "建成安山大桥。")


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    made = Texts(tmp_path / "graph.texts.db")
    with made.writing() as written:
        written.bring("420117", "one", [FIRST, SECOND])
    return made


def indexed(texts: Texts, words: str) -> list[str]:
    sql = "SELECT key FROM passage WHERE id IN (SELECT rowid FROM passages WHERE passages MATCH ?) ORDER BY key"
    return [key for (key,) in texts.rows(sql, (words,))]


def held(texts: Texts) -> list[tuple[str, str]]:
    return [(document.key, passage.text) for document, passage in printed_in(texts)]


def all_of(*documents: Printed) -> list[tuple[str, str]]:
    return [(one.key, passage.text) for one in documents for passage in one.passages]


def test_they_lie_beside_an_embedded_graph_and_nowhere_of_a_server() -> None:
    assert beside("kglite:///data/%E5%AE%89%E5%B1%B1/graph.kgl") == Path("/data/安山/graph.texts.db")
    assert beside("neo4j://host:7687") is None


def test_what_was_brought_is_read_and_found(texts: Texts) -> None:
    assert held(texts) == all_of(FIRST, SECOND)
    assert indexed(texts, '"养 老"') == ["d1:p0", "d1:p1"]
    assert texts.scopes() == {"420117": "one"}
    assert texts.wrong() is None


def test_bringing_again_takes_in_what_is_new_and_out_what_is_gone(texts: Texts) -> None:
    changed = document("d2", "建成安山大桥和养老院。")
    with texts.writing() as written:
        written.bring("420117", "two", [changed])
    assert held(texts) == all_of(changed)
    assert indexed(texts, '"养 老"') == ["d2:p0"]
    assert texts.scopes() == {"420117": "two"}


@pytest.mark.parametrize("order", [("420117", "420105"), ("420105", "420117")])
def test_a_document_moves_to_another_jurisdiction_in_any_order(texts: Texts, order: tuple[str, str]) -> None:
    moved = replace(SECOND, jurisdiction="420105")
    has = {"420117": [FIRST], "420105": [moved]}
    with texts.writing() as written:
        for scope in order:
            written.bring(scope, "two", has[scope])
    assert texts.rows("SELECT key, scope, jurisdiction FROM document ORDER BY key") == [
        ("d1", "420117", "420117"),
        ("d2", "420105", "420105"),
    ]
    assert held(texts) == all_of(FIRST, moved)


def test_a_jurisdiction_that_is_dropped_leaves_no_word(texts: Texts) -> None:
    with texts.writing() as written:
        written.drop("420117")
    assert held(texts) == []
    assert indexed(texts, '"养 老"') == []
    assert texts.scopes() == {}
    assert texts.path is not None
    assert "养老床位".encode() not in texts.path.read_bytes()


def test_a_text_holds_words_whatever_their_case(texts: Texts) -> None:
    sql = "SELECT key FROM passage WHERE holds(text, ?)"
    assert texts.rows(sql, ('["5g", "养老"]',)) == [("d1:p1",)]
    assert texts.rows(sql, ('["5g", "大桥"]',)) == []


def test_a_failure_leaves_what_was_there(texts: Texts) -> None:
    twice = replace(SECOND, key="d3", passages=(replace(SECOND.passages[0], text=None),))  # type: ignore[arg-type]
    with pytest.raises(StoreError), texts.writing() as written:
        written.bring("420117", "two", [twice])
    assert held(texts) == all_of(FIRST, SECOND)
    assert texts.scopes() == {"420117": "one"}


def test_a_file_of_another_version_begins_anew(texts: Texts) -> None:
    assert texts.path is not None
    with closing(sqlite3.connect(texts.path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    assert texts.scopes() == {}
    wrong = texts.wrong()
    assert wrong is not None
    assert "version 99" in wrong.text("en")
    with texts.writing() as written:
        assert written.scopes() == {}
        written.bring("420117", "one", [SECOND])
    assert held(texts) == all_of(SECOND)


def test_made_anew_they_take_their_place_whole(texts: Texts) -> None:
    anew = Texts(texts.path, anew=True)
    with anew.writing() as written:
        written.bring("420117", "two", [SECOND])
        assert held(texts) == all_of(FIRST, SECOND)
    assert held(texts) == all_of(SECOND)
    assert texts.path is not None
    assert [file.name for file in texts.path.parent.iterdir()] == [texts.path.name]


def test_what_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="run zhize build"):
        Texts(tmp_path / "graph.texts.db").rows("SELECT 1")
    with pytest.raises(StoreError, match="--workspace"):
        Texts().rows("SELECT 1")
    (tmp_path / "graph.texts.db").write_bytes(b"no database at all" * 100)
    with pytest.raises(StoreError, match="--rebuild"):
        Texts(tmp_path / "graph.texts.db").rows("SELECT 1")


def test_what_takes_too_long_ends(texts: Texts) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with pytest.raises(QueryError, match="longer"):
        texts.rows(endless, seconds=0.05)
