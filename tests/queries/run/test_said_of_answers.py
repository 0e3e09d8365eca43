"""What is said of an answer: parts of words that do occur, what a wider question finds, whose row it is where several bear a name."""

import pytest

from graph.stores.store import Store
from queries.library import find
from queries.run import Table, ask, asking


def answer(store: Store, name: str, **typed: str) -> Table:
    return ask(store, find(name), typed)


def notes_of(store: Store, name: str, **typed: str) -> list[str]:
    return [note.text("zh") for note in answer(store, name, **typed).notes]


def test_a_day_of_vacancy_says_how_long_the_post_is_empty(store: Store) -> None:
    said = notes_of(store, "who_holds", body="柳湾街道办事处", on="2022-06-01")
    assert any(note.startswith("柳湾街道办事处主任一职自 2022-05-11 至 2022-06-13 空缺") for note in said)
    assert any("其他时间所见" in note for note in said)


def test_words_that_match_nothing_are_answered_with_parts_that_do(store: Store) -> None:
    said = notes_of(store, "who_answers", words="养老护理")
    assert any("养老" in note and "护理" not in note.partition("：")[2] for note in said)


def test_an_empty_answer_says_what_a_wider_question_finds(store: Store) -> None:
    assert any("可用的值：主任" in note for note in notes_of(store, "succession", body="柳湾街道办事处", post="书记"))
    assert any("不限“on”时有" in note for note in notes_of(store, "who_answers", words="养老", on="1990"))


def test_bodies_of_one_name_are_told_apart_by_their_place(store: Store) -> None:
    table = answer(store, "who_holds", body="区发改局", on="2022-05-01")
    assert {row["place"] for row in table.rows} <= {"云河区", "石桥区"}


def test_people_of_one_name_are_told_apart_by_a_post_row_by_row(store: Store) -> None:
    assert "which" not in answer(store, "career", official="孙立").columns
    named = answer(store, "career", official="吴平")
    assert named.columns[:2] == ("official", "which")
    assert [(row["official_key"], row["which"]) for row in named.rows] == [("a-wu1", "区教育局局长")]


def test_an_empty_answer_stands_where_a_wider_question_takes_too_long(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "WIDER_SECONDS", 0.0)
    table = answer(store, "succession", body="柳湾街道办事处", post="书记")
    assert table.rows == ()
    assert [note.text("zh") for note in table.notes] == ["所载文件中没有符合的记录"]


def test_words_in_the_title_of_an_annex_are_told_and_the_lists_named_that_have_them(gazettes: Store) -> None:
    asked = {"document": "新政办〔2023〕1号"}
    said = notes_of(gazettes, "document_items", **asked, section="民生实事")
    assert any("2022年区民生实事续建项目分解表 (6)" in note for note in said)
    assert len(answer(gazettes, "document_items", **asked, section="民生实事续建").rows) == 6
    assert not notes_of(gazettes, "document_items", **asked, section="民生实事续建")


def test_a_name_of_two_places_is_one_where_a_place_is_given(store: Store) -> None:
    assert any("一并列出" in note for note in notes_of(store, "deadlines", body="区发展和改革局"))
    for where in ({"jurisdiction": "云河区"}, {"jurisdiction": "420901"}):
        assert not any("一并列出" in note for note in notes_of(store, "deadlines", body="区发展和改革局", **where))
