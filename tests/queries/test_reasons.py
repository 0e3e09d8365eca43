"""Reasons are said in one language at a time."""

import re

import pytest

from queries.reasons import forms, reason

CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize(
    ("stored", "zh", "en"),
    [
        ("no unit stands beside this item", "这一事项旁没有责任单位", "no unit stands beside this item"),
        (
            "区档案局 and 区档案馆 name one function with different endings",
            "区档案局与区档案馆职能名称相同，机构后缀不同",
            "区档案局 and 区档案馆 name one function with different endings",
        ),
        (
            "吴平, 主任 of 柳湾街道办事处 (2022-04-11) and 队长 of 执法队 (2022-04-25): a name of two characters, nothing links the posts",
            "吴平：柳湾街道办事处主任（2022-04-11）与执法队队长（2022-04-25），姓名只有两个字，两职之间没有联系",
            "吴平, 主任 of 柳湾街道办事处 (2022-04-11) and 队长 of 执法队 (2022-04-25): a name of two characters, nothing links the posts",
        ),
        ("责任单位: 原文称54, 找到43", "责任单位：原文称54，找到43", "责任单位: the text says 54, 43 were found"),
        ("{a} and **b** may be any", "{a} and **b** may be any", "{a} and **b** may be any"),
    ],
)
def test_a_reason_in_either_language(stored: str, zh: str, en: str) -> None:
    assert (reason(stored, "zh"), reason(stored, "en")) == (zh, en)


def test_each_form_has_a_chinese_sentence_that_uses_only_what_the_form_names() -> None:
    for form in forms():
        assert form.zh
        assert CHINESE.search(form.zh)
        for template in (form.zh, form.en or ""):
            assert set(re.findall(r"\{(\w+)\}", template)) <= set(form.said.groupindex)


def test_no_known_form_is_left_in_english_for_a_chinese_reader() -> None:
    said = [form.zh for form in forms() if re.search(r"\b(and|of|the)\b", re.sub(r"\{\w+\}", "", form.zh or ""))]
    assert said == []
