"""A typed question is answered above all that is found, with its source, or told what lacks."""

import json
from typing import Any, cast

import pytest

from dashboards.views.asked.fields import answerers
from dashboards.views.asked.telling import holder
from dashboards.views.frame.face import Face
from graph.stores.store import Store
from tests.dashboards.views.test_pages import page


def drawn(store: str, typed: str, language: str = "zh") -> list[dict[str, Any]]:
    test = page("find", store, language, words=typed)
    assert not test.exception
    blocks: list[dict[str, Any]] = json.loads(test.session_state["drawn"])
    return blocks


def words(pieces: Any) -> str:
    return "".join(piece if isinstance(piece, str) else piece["t"] for piece in pieces)


def headline(blocks: list[dict[str, Any]]) -> str:
    answers = [block for block in blocks if block["is"] == "answer"]
    assert len(answers) == 1, "a page has one headline"
    assert blocks[0] is answers[0]
    return words(answers[0]["text"])


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("柳湾街道办事处主任是谁", "柳湾街道办事处主任：钱文"),
        ("2021年柳湾街道办事处主任是谁", "2021年柳湾街道办事处主任：赵明远"),
        ("2018年柳湾街道办事处主任是谁", "柳湾街道办事处主任：所载文件没有2018年的记载，此后最早见到 赵明远（2020-03-02）"),
        ("赵明远现任什么职务", "赵明远：区发展和改革局局长"),
        ("谁接替了赵明远", "接替赵明远任柳湾街道办事处主任的：钱文"),
        ("钱文的前任是谁", "钱文之前任柳湾街道办事处主任的：赵明远"),
        ("区教育局由谁分管", "区教育局的分管领导：李青"),
        ("养老归谁管", "“养老”见于 1 项任务，牵头：区发展和改革局（1 项）"),
        ("区教育局有哪些领导", "区教育局：吴平"),
        ("区养老服务工作领导小组组长是谁", "区养老服务工作领导小组的组长：李青"),
        ("谁是区养老服务工作领导小组的秘书长", "区养老服务工作领导小组：所载文件没有写由谁任秘书长"),
        ("李青分管什么", "李青：分管 区教育局；负责 养老服务；联系 区财政局"),
        ("赵明远的分工", "赵明远：所载文件没有写其分工"),
        ("区教育局负责什么", "区教育局：所载文件没有写其任务"),
        ("张三丰分管什么", "所载文件里没有叫“张三丰”的人或单位"),
        ("区长是谁", "所载文件里没有“区长”的任职记载，也没有叫这个名字的人"),
        ("张三丰任什么职务", "所载文件里没有叫“张三丰”的人"),
    ],
)  # fmt: skip
def test_the_answer_is_the_headline(small_graph_url: str, typed: str, said: str) -> None:
    blocks = drawn(small_graph_url, typed)
    assert headline(blocks).replace("（云河区）", "") == said


@pytest.mark.parametrize("typed", ["柳湾街道办事处主任是谁", "赵明远现任什么职务", "谁接替了赵明远"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_answer_shows_its_sentence_and_leads_to_its_source(small_graph_url: str, typed: str, language: str) -> None:
    blocks = drawn(small_graph_url, typed, language)
    quote = next(block for block in blocks if block["is"] == "quote")
    assert words(quote["parts"])
    assert any(isinstance(piece, dict) and piece["go"].startswith("document?fact=") for piece in quote["source"])


def test_persons_of_one_name_stand_apart(small_graph_url: str) -> None:
    said = headline(drawn(small_graph_url, "吴平任什么职务"))
    assert said.startswith("有 2 位“吴平”，不能认定为一人。")


def test_of_many_posts_of_one_title_one_is_to_be_named(small_graph_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboards.views.asked.holders.MOST_POSTS", 1)
    blocks = drawn(small_graph_url, "局长是谁")
    assert "请加上单位名再问" in headline(blocks)
    assert any(piece["t"].endswith("局长") for row in blocks[1]["rows"] for piece in row)


def test_words_that_ask_nothing_are_found_as_before(small_graph_url: str) -> None:
    assert headline(drawn(small_graph_url, "养老")).startswith("“养老”见于 1 项任务")


def test_what_a_body_does_is_told_of_each_of_that_name(small_graph_url: str) -> None:
    said = headline(drawn(small_graph_url, "区发展和改革局负责哪些工作"))
    assert said == "区发展和改革局（云河区）：牵头 2 项任务；区发展和改革局（石桥区）：所载文件没有写其任务"


def test_who_has_a_field_in_one_respect_only_stands_last_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    stated = [("a-1", "陈志", "安全生产"), ("a-2", "周正", None), ("a-2", "周正", "安全生产"), ("a-1", "陈志", None)]
    rows = [{"official_key": key, "official": name, "respect": only} for key, name, only in stated[:3]]
    face = Face(cast(Store, None), "", "zh")
    monkeypatch.setattr(Face, "rows", lambda *_, **__: rows)
    assert [words(holder(row, "zh")) for row in answerers(face, "财政")] == ["周正", "陈志（安全生产）"]
    rows.append(dict(zip(("official_key", "official", "respect"), stated[3], strict=True)))
    assert [words(holder(row, "zh")) for row in answerers(face, "财政")] == ["周正", "陈志"]
