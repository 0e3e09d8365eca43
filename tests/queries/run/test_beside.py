"""What the documents say beside an answer."""

import pytest

from graph.stores.store import Store, open_store
from queries.library import find
from queries.run import ask


def notes(url: str, **typed: str) -> list[str]:
    with open_store(url) as store:
        return [note.text("zh") for note in ask(store, find("stand_ins"), typed).notes]


def test_that_no_document_names_a_stand_in_is_said_of_the_official_asked_about(small_graph_url: str) -> None:
    assert "文件中没有写明由谁与赵明远互为AB角" in notes(small_graph_url, official="赵明远")
    assert not any("AB角" in note for note in notes(small_graph_url))


def said(store: Store, name: str, **typed: str) -> str:
    return "\n".join(note.text("zh") for note in ask(store, find(name), typed).notes)


def test_what_an_official_answers_for_stands_beside_his_posts(store: Store) -> None:
    assert "李青另见于分工、任务与小组" in said(store, "career", official="李青")
    assert "另见于" not in said(store, "career", official="钱文")


@pytest.mark.parametrize("name", ["document_items", "tally_officials", "overlaps_leaders", "leaders_of_bodies"])
def test_rows_whose_officials_the_layout_has_run_together_are_told(gazettes: Store, name: str) -> None:
    assert "行的领导姓名被版面连在一起" in said(gazettes, name, document="新政办〔2023〕5号")
    assert "行的领导姓名被版面连在一起" not in said(gazettes, name, document="新政办〔2022〕10号")


def test_streets_without_a_target_that_others_of_the_list_have_are_told(gazettes: Store) -> None:
    told = said(gazettes, "quotas", words="标准村", document="新政办〔2022〕8号")
    assert "双柳街道办事处" in told
    assert "邾城街道办事处" not in told
    assert "没有这一指标的街镇" not in said(gazettes, "quotas", words="标准村", kind="部门")


def test_an_empty_answer_says_that_lines_have_the_words(store: Store) -> None:
    assert "原文有 1 行含有“名额分配表”：见 lines，表格见 tables" in said(store, "who_answers", words="名额分配表")
    assert "原文有" not in said(store, "who_answers", words="没有这样的词")


@pytest.mark.parametrize("name", ["document_items", "figures", "deadlines", "quotas"])
def test_an_empty_answer_about_items_says_which_parts_of_the_words_they_have(gazettes: Store, name: str) -> None:
    assert "分开看有：养老 (20), 床位 (2)" in said(gazettes, name, words="养老床位")


def test_words_that_occur_are_not_said_to_be_what_leaves_nothing(gazettes: Store) -> None:
    assert "分开看有" not in said(gazettes, "progress", words="养老", status="取消")
