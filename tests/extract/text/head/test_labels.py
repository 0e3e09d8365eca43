"""Labels above a text: which line opens with one, what stands beside it, and what only leads around the page."""

import pytest

from extract.lexicon import WordsEntry, table
from extract.text.head.labels import Label, between_bars, is_navigation, label_words, stated


def said(text: str) -> dict[str, str] | None:
    found = stated(text)
    return None if found is None else {label: text[slice(*span)] for label, span in found.items()}


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("文号:临应急[2023]15号", {"文号": "临应急[2023]15号"}),
        ("索引号:0001 发文机关:安山县政府 成文日期:", {"索引号": "0001", "发文机关": "安山县政府", "成文日期": ""}),
        ("主题分类:政务督查发文单位:安山县政府办", {"主题分类": "政务督查", "发文单位": "安山县政府办"}),
        ("∙[字 号]安政办[2020]1号", {"字号": "安政办[2020]1号"}),
        ("- 发布日期:2021-07-19", {"发布日期": "2021-07-19"}),
        ("2021-03-05 16:31 来源:安山网", {}),
        ("返回首页", {}),
        ("当前位置:首页>政务公开", {}),
        ("今天是2021年3月5日星期五", {}),
        ("5. [发文机关]安山县青石镇政府", {"发文机关": "安山县青石镇政府"}),
        ("失去时间:2021-03-05名称:安山县人民政府关于禁渔的通告", {"名称": "安山县人民政府关于禁渔的通告"}),
        ("安山县人民政府关于禁渔的通告", None),
        ("各乡镇人民政府:", None),
        ("时间安排", None),
        ("牵头单位:县水利局", None),
    ],
)
def test_labels_of_a_line(line: str, labels: dict[str, str] | None) -> None:
    assert said(line) == labels


@pytest.mark.parametrize("label", [*Label])
def test_each_entry_knows_its_example_and_not_its_counterexample(label: Label) -> None:
    for entry in table("heads", label, WordsEntry):
        assert set(said(entry.example) or {}) & set(entry.words)
        assert not set(said(entry.counterexample) or {}) & set(label_words(label))


def test_navigation_is_known_by_whole_lines() -> None:
    for entry in table("heads", "navigation", WordsEntry):
        assert said(entry.example) == {}
        assert said(entry.counterexample) is None


@pytest.mark.parametrize(
    ("row", "labels"),
    [
        ("文号|青政[2020]7号|", {"文号": "青政[2020]7号"}),
        ("|组配分类|部门文件|发布机构|青石镇|", {"组配分类": "部门文件", "发布机构": "青石镇"}),
        ("索引号|文号|青政[2020]7号", {"索引号": "", "文号": "青政[2020]7号"}),
        ("序号|任务|责任单位", None),
        ("||", None),
    ],
)
def test_labels_in_a_row_of_bars(row: str, labels: dict[str, str] | None) -> None:
    found = between_bars(row)
    assert (None if found is None else {word: row[slice(*span)] for word, span in found.items()}) == labels


@pytest.mark.parametrize(
    ("words", "leads"),
    [
        (["首页", "今日安山", "政务公开", "领导分工", "招商引资"], True),
        (["无障碍浏览", "打开适老化模式", "政府信箱", "加入收藏"], True),
        (["首页改版公告"], False),
        (["青山县", "领导分工", "工业园区", "招商引资", "在线"], False),
    ],
)
def test_the_menu_of_a_site_leads_around_it(words: list[str], leads: bool) -> None:
    gaps = {sum(map(len, words[: index + 1])) for index in range(len(words) - 1)}
    assert is_navigation("".join(words), gaps) is leads
