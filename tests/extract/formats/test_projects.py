"""Named projects in the texts of items."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.formats.projects import left_over, names_in
from extract.lexicon import WordsEntry, table


def names(text: str) -> list[str]:
    return [name.name for name in names_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # works wherever they are named (seen: 000)
        ("加快阳逻国际港集装箱铁水联运工程建设,打造水铁联运枢纽。", ["阳逻国际港集装箱铁水联运工程"]),
        ("实施“家门口”就业工程。", ["“家门口”就业工程"]),
        ("依托正威集团华中总部项目,发展新材料产业。", ["正威集团华中总部项目"]),
        # facilities only where they are built
        ("加快推进江北铁路新洲段的全线竣工,谋划推进向黄州方向延伸。", ["江北铁路新洲段"]),
        ("启动建设区档案馆,加强文化遗产保护。", ["区档案馆"]),
        ("全面建成“五路八桥”。", ["“五路八桥”"]),
        ("发挥青石大桥作用,完善会展中心功能。", []),
        # shared tails
        ("完成区人民医院、区疾控中心整体迁建项目。", ["区人民医院整体迁建项目", "区疾控中心整体迁建项目"]),
        ("整体迁建旧街、仓埠、汪集3个中心卫生院;", ["旧街中心卫生院", "仓埠中心卫生院", "汪集中心卫生院"]),
        ("开展黄坪片区和东山地区管网改造等工程。", ["黄坪片区管网改造", "东山地区管网改造"]),
        # a list closed by 等项目 or 落地开工
        ("加快宏远重工、九鼎新材料等项目建设。", ["宏远重工", "九鼎新材料"]),
        ("推进云岭主题公园、中储粮西南区域总部落地开工。", ["云岭主题公园", "中储粮西南区域总部"]),
        # road numbers
        ("推进G356柳河段改造,加快S118刘大公路改扩建工程。", ["G356柳河段", "S118刘大公路改扩建工程"]),
        # kinds, collective headings, titles to be won, actions, descriptions with 的
        ("新建公办幼儿园40所,改善农村公路。", []),
        ("推进三大新城建设,实施绿化提升行动。", []),
        ("争创国家级高新区,推进高标准农田建设工程。", []),
        ("建设华中地区最大的跨境电商产业园。", []),
    ],
)
def test_names_of_projects(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_short_form_of_a_name_found_before_is_a_name() -> None:
    assert names("依托武汉国家航天产业基地发展。推进航天基地建设。") == ["武汉国家航天产业基地", "航天基地"]


def test_a_name_put_together_is_not_printed() -> None:
    assert [name.printed for name in names_in("迁建桃源、白云2个中心卫生院。")] == [False, False]


@pytest.mark.parametrize("section", ["works", "facility", "build"])
def test_entries_recognise_their_example_and_not_their_counterexample(section: str) -> None:
    for entry in table("duties", section, WordsEntry):
        assert names(entry.example), entry.example
        assert not names(entry.counterexample), entry.counterexample


def test_plain_words_leave_nothing_of_a_kind_and_something_of_a_name() -> None:
    for entry in table("duties", "plain", WordsEntry):
        assert left_over(entry.example) < 2, entry.example
        assert left_over(entry.counterexample) >= 2 or "“" in entry.counterexample, entry.counterexample


WORDS_OF_PROJECTS = [
    "建设",
    "柳河",
    "大桥",
    "、",
    "和",
    "等项目",
    "“",
    "”",
    "整体迁建项目",
    "3个",
    "卫生院",
    ",",
    "区",
    "医院",
    "(一期)",
    "的",
    "推进",
    "工程",
    "G318",
]


@given(st.lists(st.sampled_from(WORDS_OF_PROJECTS), max_size=25).map("".join))
def test_names_stand_where_they_say(text: str) -> None:
    for name in names_in(text):
        assert 0 <= name.start < name.end <= len(text)
        assert not name.printed or text[name.start : name.end] == name.name
