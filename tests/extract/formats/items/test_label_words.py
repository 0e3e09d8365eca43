"""Labels of one word, and labels in brackets of their own, after what is to be done."""

import pytest

from extract.facts import Fact
from extract.pipeline import extract_document
from extract.readers.text import document_of

Row = tuple[str, str, str, str | None]
HEAD = "安山县2024年重点任务清单\n"


def rows(text: str) -> set[Row]:
    """(relation, unit, item, role) of each fact of an item."""
    facts = (fact for fact in extract_document(document_of(HEAD + text + "\n")).facts if isinstance(fact, Fact))
    return {
        (f.relation.value, f.subject.name, f.object.name, f.role)
        for f in facts
        if f.object.kind.value == "task" and f.relation.value in {"leads", "assists"}
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1. 建成城东水厂，年底前通水。牵头：县住建局；配合：县水利局、县财政局",
            {
                ("leads", "县住建局", "建成城东水厂，年底前通水。", "牵头"),
                ("assists", "县水利局", "建成城东水厂，年底前通水。", "配合"),
                ("assists", "县财政局", "建成城东水厂，年底前通水。", "配合"),
            },
        ),
        (
            "2. 修补农村公路。责任：县交通局、柳坪镇",
            {("leads", "县交通局", "修补农村公路。", "责任"), ("leads", "柳坪镇", "修补农村公路。", "责任")},
        ),
        (
            "3. 改造公厕。\n牵头：县城管局\n配合：县住建局",
            {("leads", "县城管局", "改造公厕。", "牵头"), ("assists", "县住建局", "改造公厕。", "配合")},
        ),
        (
            "4. 简化审批。【牵头单位】县行政审批局【责任单位】县政务中心",
            {("leads", "县行政审批局", "简化审批。", "牵头单位"), ("assists", "县政务中心", "简化审批。", "责任单位")},
        ),
        ("5. 办好学校。\n【责任单位】县教育局", {("leads", "县教育局", "办好学校。", "责任单位")}),
        (
            "六、改造供水管网。县水利局（牵头）、县住建局",
            {("leads", "县水利局", "改造供水管网。", "牵头"), ("assists", "县住建局", "改造供水管网。", None)},
        ),
        (
            "提案名称：关于改造公厕的提案\n领衔督办领导：石磊\n承办单位：县城管局\n会办单位：县住建局",
            {
                ("leads", "石磊", "关于改造公厕的提案", "领衔督办领导"),
                ("leads", "县城管局", "关于改造公厕的提案", "承办单位"),
                ("assists", "县住建局", "关于改造公厕的提案", "会办单位"),
            },
        ),
        # what an article is about, who carries out the whole, whom to ask, who runs a page
        ("第四条【主管部门】县民政局负责社团登记和年检。", set()),
        ("一、本办法自2024年1月1日起施行，由县水利局负责牵头组织实施。", set()),
        ("2024年1月5日\n（承办部门：办公室，联系电话：6612345）", set()),
        ("[打印文章] [添加收藏]\n主办单位：安山县水利局　承办单位：安山县信息中心", set()),
        # words that are followed by no unit
        ("7. 落实主体责任。责任：不可推卸", set()),
        ("牵头：石磊　配合：尹青", set()),
    ],
)
def test_who_answers(text: str, expected: set[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize("divided", ["", "\n"])
def test_a_unit_in_brackets_heads_its_tasks(divided: str) -> None:
    units = ("县林业局", "县水利局", "县教育局")
    text = "\n".join(
        f"【{unit}】{divided}1.完成造林{n}万亩；{divided}2.抚育森林2万亩。" for n, unit in enumerate(units, 3)
    )
    expected = {
        ("leads", unit, task, None)
        for n, unit in enumerate(units, 3)
        for task in (f"完成造林{n}万亩；", "抚育森林2万亩。")
    }
    assert rows(text) == expected
