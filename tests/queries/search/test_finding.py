"""What is typed finds things by name, part of a name, short form, pinyin, and texts by their words."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from graph.stores.store import Store
from queries.search.finding import find
from queries.search.index import FILE, index_of, stamp_of
from queries.search.lines import about


@pytest.fixture(scope="module")
def index(store: Store) -> Iterator[sqlite3.Connection]:
    with closing(index_of(store, None)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("typed", "kind", "name", "how"),
    [
        ("赵明远", "official", "赵明远", "exact"),
        ("明远", "official", "赵明远", "holds"),
        ("zhaomingyuan", "official", "赵明远", "pinyin"),
        ("zmy", "official", "赵明远", "pinyin"),
        ("fgj", "department", "区发展和改革局", "pinyin"),
        ("区发改局", "department", "区发展和改革局", "exact"),
        ("柳湾", "street", "柳湾街道办事处", "starts"),
        ("区财政局局长", "post", "区财政局局长", "exact"),
        ("养老床位", "task", "推进养老服务体系建设,新增养老床位200张", "holds"),
        ("床位 养老", "task", "推进养老服务体系建设,新增养老床位200张", "holds"),
        ("老", "group", "区养老服务工作领导小组", "holds"),
        ("敬老", "task", "推进养老服务体系建设,新增养老床位200张", "topic"),
    ],
)
def test_what_is_typed_finds_it(index: sqlite3.Connection, typed: str, kind: str, name: str, how: str) -> None:
    hits = [hit for hit in find(index, typed).things if hit.name == name and hit.kind == kind]
    assert hits
    assert hits[0].how == how


def test_namesakes_are_two(index: sqlite3.Connection) -> None:
    assert len([hit for hit in find(index, "吴平").things if hit.kind == "official"]) == 2


def test_places_tell_bodies_of_one_name_apart(index: sqlite3.Connection) -> None:
    places = {hit.place for hit in find(index, "区发展和改革局").things if hit.kind == "department"}
    assert places == {"云河区", "石桥区"}


@pytest.mark.parametrize(
    "typed", ["", "   ", "“”", "不存在的名称", "'; DROP TABLE thing; --", "%", "*", 'x" OR "y', "a" * 5000]
)
def test_nothing_is_found_and_nothing_breaks(index: sqlite3.Connection, typed: str) -> None:
    assert not find(index, typed).things


def test_a_limit_keeps_the_counts(index: sqlite3.Connection) -> None:
    found = find(index, "区", limit=2)
    assert len(found.things) == 2
    assert sum(found.counts.values()) > 2


def test_a_kind_narrows(index: sqlite3.Connection) -> None:
    assert {hit.kind for hit in find(index, "局", kinds=["post"]).things} == {"post"}


def test_the_line_about_a_hit(index: sqlite3.Connection) -> None:
    lines = {about(hit, language) for hit in find(index, "区").things for language in ("zh", "en")}
    assert all(isinstance(line, str) and "{" not in line for line in lines)


def test_fields_of_work_of_one_name_are_told_apart_by_place_and_by_who_answers(gazettes: Store) -> None:
    with closing(index_of(gazettes, None)) as opened:
        found = {(hit.place, about(hit, "zh")) for hit in find(opened, "教育", kinds=["topic"]).things}
    assert found == {("汉阳区", "负责 赵亮（安全生产）"), ("新洲区", "负责 张再强")}


def test_an_index_beside_the_workspace_is_of_its_graph(store: Store, tmp_path: Path) -> None:
    with closing(index_of(store, tmp_path)) as first:
        assert find(first, "赵明远").things
    path = tmp_path / FILE
    with closing(sqlite3.connect(path)) as written:
        assert written.execute("SELECT stamp FROM about").fetchone() == (stamp_of(store),)
    path.write_bytes(b"no database")
    with closing(index_of(store, tmp_path)) as again:
        assert find(again, "赵明远").things
    assert [file.name for file in tmp_path.iterdir()] == [FILE]


def test_passages_are_found_by_their_words(index: sqlite3.Connection) -> None:
    found = find(index, "养老", passages=2)
    assert found.passage_count >= len(found.passages)
    assert all("养老" in passage.text for passage in found.passages)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("赵明圆", "赵明远"),  # the same sound
        ("区财攻局", "区财政局"),  # another character
        ("区养老服务领导小组", "区养老服务工作领导小组"),  # its characters in order
    ],
)
def test_a_name_with_a_slip_finds_what_is_near(index: sqlite3.Connection, typed: str, name: str) -> None:
    found = find(index, typed)
    assert name in [hit.name for hit in found.things]
    assert found.read_as == ""


@pytest.mark.parametrize(
    ("typed", "about"),
    [
        ("谁分管养老", "养老"),
        ("养老工作由哪个部门负责？", "养老"),
        ("养老 牵头", "养老"),
        ("2021年养老方面有哪些任务", "养老"),
        ("云河区 养老", "养老"),
        ("石桥区2022年养老由谁负责", "养老"),
    ],
)
def test_a_question_finds_what_it_asks_about(index: sqlite3.Connection, typed: str, about: str) -> None:
    found = find(index, typed)
    assert found.read_as == about
    assert any(about in hit.name for hit in found.things)


@pytest.mark.parametrize("typed", ["白垩纪恐龙", "谁的", "王", "的的的"])
def test_what_is_near_nothing_finds_nothing(index: sqlite3.Connection, typed: str) -> None:
    assert find(index, typed).things == ()
