import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.names.people import PERSON, is_person_name, is_title_alone, may_be_name, name_end


@pytest.mark.parametrize(
    "name",
    ["王芳", "赵云起", "欧阳静姝", "司马光启", "诸葛明", "尉迟恭", "钮祜禄远", "阿依努尔·买买提", "哈力克·吐尔逊", "扎西平措", "苏日娜",
     "任建国", "花丽", "诸建国", "高新民", "安德海", "张为民", "向一", "成立新", "王李小满"],
)  # fmt: skip
def test_names_of_two_to_four_characters_and_with_a_dot(name: str) -> None:
    assert is_person_name(name)
    assert re.fullmatch(PERSON, name)


@pytest.mark.parametrize(
    "word",
    ["", "王", "任命", "任职", "安全生产", "高度重视", "区长", "任组长", "成立", "各单位", "王家村委", "张三的", "abc", "全市",
     "李集街道办事处", "王小明同志", "柳河乡", "方林街", "专家组", "后勤组", "程师", "先后", "钮祜禄", "石强调"],
)  # fmt: skip
def test_words_that_are_no_names(word: str) -> None:
    assert not is_person_name(word)


@pytest.mark.parametrize("name", ["那日苏", "布日古德", "才旦", "赵云起", "阿不都·热合曼"])
def test_where_the_sentence_says_that_a_name_stands_any_family_name_will_do(name: str) -> None:
    assert may_be_name(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("高杰举行视频会谈", "高杰"),
        ("秦岭主持召开会议", "秦岭"),
        ("杭一鸣、季风出席", "杭一鸣"),
        ("路遥,", "路遥"),
        ("向南应邀列席", "向南"),
        ("哈力克·吐尔逊到二百团调研", "哈力克·吐尔逊"),
        ("扎西平措主持", "扎西平措"),
        ("欧阳静姝强调", "欧阳静姝"),
        ("于海就春耕工作提出要求", "于海"),
        ("王大为", "王大为"),
    ],
)
def test_what_follows_shows_where_a_name_ends(text: str, name: str) -> None:
    assert name_end(text, 0, len(text)) == len(name)


def test_a_name_whose_end_cannot_be_told_is_none() -> None:
    assert name_end("安全生产工作会议", 0, 8) is None


def test_how_something_is_said_is_nobodys_name() -> None:
    assert name_end("郑重承诺十日办结", 0, 8) is None
    assert name_end("平和而坚定地指出", 0, 8) is None
    assert name_end("郑重出席", 0, 4) == 2


@given(st.text(alphabet="王赵欧阳扎西明芳主持出席、,。·", max_size=12))
def test_a_name_that_ends_somewhere_can_be_a_name(text: str) -> None:
    stop = name_end(text, 0, len(text))
    assert stop is None or is_person_name(text[:stop])


@pytest.mark.parametrize("title", ["秘书长", "副市长", "党委书记", "常务副县长", "党组成员", "总经理"])
def test_a_title_names_nobody(title: str) -> None:
    """A family name may begin a title: 秘书长."""
    assert is_title_alone(title)
    assert not is_person_name(title)
    assert not may_be_name(title)


@pytest.mark.parametrize("name", ["王长江", "成长", "连长安", "秘永明"])
def test_a_name_that_begins_as_a_title_does(name: str) -> None:
    assert is_person_name(name)
