"""Responsibility tables: who leads and who assists each item."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.facts import Doubt, Fact, ItemRecord, Relation
from extract.formats.items.tables.responsibility import task_tables
from extract.pipeline import extract_document
from extract.readers.text import document_of
from extract.tables.cells import attested, deadline_cuts, persons
from extract.tables.content import Content, content_of
from extract.tables.tables import tables
from extract.tables.unit_cells import unit_gaps
from extract.text.segment import notices

HEAD = "青山县人民政府文件\n\n青政发〔2021〕3号\n\n关于印发任务分解表的通知\n\n现印发给你们。\n\n2021年3月2日\n\n"


def found(rows: str) -> list[Fact | Doubt | ItemRecord]:
    return [r for notice in notices(document_of(HEAD + rows, "t.txt")) for r in task_tables(notice)]


def facts(rows: str) -> list[tuple[str, str, str, str | None]]:
    return [(f.relation.value, f.subject.name, f.object.name, f.role) for f in found(rows) if isinstance(f, Fact)]


def cell_of(source: str):  # type: ignore[no-untyped-def]
    notice = notices(document_of(f"{HEAD}任务\t责任单位\n修路。\t{source}\n", "t.txt"))[0]
    return tables(notice)[0].rows[0].cells[1]


def test_lead_and_responsible_columns() -> None:
    rows = "序号\t工作标准\t分管县领导\t牵头单位\t责任单位\n1\t新建公厕8座。\t王建国\t县城管局\t县财政局 各乡镇\n"
    assert facts(rows) == [
        ("leads", "县城管局", "新建公厕8座。", "牵头单位"),
        ("assists", "县财政局", "新建公厕8座。", "责任单位"),
        ("leads", "王建国", "新建公厕8座。", "分管县领导"),
    ]


def test_responsible_units_lead_where_the_row_names_no_lead() -> None:
    rows = "序号\t任务\t牵头单位\t责任单位\n1\t修路。\t\t县交通局\n2\t建校。\t各乡镇\t县教育局\n"
    assert facts(rows) == [
        ("leads", "县交通局", "修路。", "责任单位"),
        ("assists", "县教育局", "建校。", "责任单位"),
    ]


def test_a_chain_of_industry_is_the_item_where_no_task_stands_beside_it() -> None:
    rows = "序号\t产业链\t链长\t牵头部门\n1\t生物医药\t副县长 王建国\t县卫健局\n"
    assert facts(rows) == [("leads", "县卫健局", "生物医药", "牵头部门"), ("leads", "王建国", "生物医药", "链长")]
    rows = "序号\t产业链\t重点任务\t牵头部门\n1\t生物医药\t建设药谷。\t县卫健局\n"
    assert facts(rows) == [("leads", "县卫健局", "建设药谷。", "牵头部门")]


def test_a_goal_is_no_header_whatever_word_it_holds() -> None:
    rows = "牵头部门\t县法院\n工作目标\t依法保护中小投资者。\n工作举措\t责任单位\t时间进度安排\n1、公正审理。\t民二庭\t全年\n"
    assert facts(rows) == [
        ("leads", "县法院", "依法保护中小投资者。", "牵头部门"),
        ("leads", "民二庭", "公正审理。", "责任单位"),
    ]


def test_the_number_of_an_item_is_no_part_of_it() -> None:
    rows = "任务\t责任单位\n（一）1. 2023 年度抽检食品30批次。\t县市场监管局\n2、1.5万亩造林。\t县林业局\n"
    assert [f[2] for f in facts(rows)] == ["2023年度抽检食品30批次。", "1.5万亩造林。"]


def test_a_cell_that_says_who_does_what() -> None:
    rows = "序号\t任务\t责任单位\n1\t禁捕。\t县农业农村局牵头，县公安局、县水利局配合\n2\t护渔。\t县农业农村局（牵头）、县公安局\n"
    assert facts(rows) == [
        ("leads", "县农业农村局", "禁捕。", "牵头"),
        ("assists", "县公安局", "禁捕。", "配合"),
        ("assists", "县水利局", "禁捕。", "配合"),
        ("leads", "县农业农村局", "护渔。", "牵头"),
        ("assists", "县公安局", "护渔。", "责任单位"),
    ]


def test_a_title_beside_a_name_is_no_part_of_it() -> None:
    rows = "序号\t任务\t分管领导\t责任单位\n1\t禁捕。\t副县长王建国\t1.县农业农村局 2.县公安局\n2\t护渔。\t赵明亮副县长 李 芳\t县公安局、县水利局按职责分工负责\n"
    assert facts(rows) == [
        ("leads", "县农业农村局", "禁捕。", "责任单位"),
        ("leads", "县公安局", "禁捕。", "责任单位"),
        ("leads", "王建国", "禁捕。", "分管领导"),
        ("leads", "县公安局", "护渔。", "责任单位"),
        ("leads", "县水利局", "护渔。", "责任单位"),
        ("leads", "赵明亮", "护渔。", "分管领导"),
        ("leads", "李芳", "护渔。", "分管领导"),
    ]


def test_every_item_is_recorded_with_its_sets_of_bodies() -> None:
    rows = "序号\t任务\t责任单位\t完成时限\n1\t清理乱堆乱放。\t各乡镇，县直有关单位\t6 月底\n"
    (record,) = [r for r in found(rows) if isinstance(r, ItemRecord)]
    assert (record.text, record.number, record.deadline) == ("清理乱堆乱放。", "1", "6月底")
    assert record.aggregates == ("各乡镇", "县直有关单位")


def test_a_repeated_date_is_one_deadline() -> None:
    rows = "序号\t任务\t责任单位\t完成时限\n1\t（1）修路；（2）补绿。\t县住建局\t12月 12月\n2\t建校。\t县教育局\t5月 10月\n"
    assert {r.deadline for r in found(rows) if isinstance(r, ItemRecord)} == {"12月", "5月10月"}


def test_labels_inside_a_cell_decide() -> None:
    rows = "工作举措\t责任单位\n1、精简环节。\t责任单位：县住建局、县水利局；配合单位：县财政局\n2、压缩时限。\t牵头单位：县税务局；县公安局、人行支行\n"
    assert facts(rows) == [
        ("leads", "县住建局", "精简环节。", "责任单位"),
        ("leads", "县水利局", "精简环节。", "责任单位"),
        ("assists", "县财政局", "精简环节。", "配合单位"),
        ("leads", "县税务局", "压缩时限。", "牵头单位"),
        ("assists", "县公安局", "压缩时限。", None),
        ("assists", "人行支行", "压缩时限。", None),
    ]


@pytest.mark.parametrize(
    ("measures", "units", "doubted"),
    [
        ("1、精简环节。 2、压缩时限。 3、推进网办。", "县住建局、县水利局 县住建局、县财政局", True),
        ("1、精简环节。 2、压缩时限。", "县住建局、县水利局 县住建局、县财政局", False),
        ("1、精简环节。 2、压缩时限。 3、推进网办。", "县住建局、县水利局", False),
    ],
)
def test_groups_of_units_beside_another_number_of_measures_are_one_item_and_a_doubt(
    measures: str, units: str, doubted: bool
) -> None:
    read = found(f"工作举措\t责任单位\n{measures}\t{units}\n")
    codes = [(r.code, r.evidence.quote) for r in read if isinstance(r, Doubt)]
    assert codes == ([("units_of_which_measure", units)] if doubted else [])
    assert (sum(isinstance(r, ItemRecord) for r in read) == 1) is doubted


def test_the_rows_of_a_numbered_table_are_one_item_each() -> None:
    rows = "序号\t县目标任务\t责任单位\n1\t1.建公厕5座； 2.改户厕60户。\t县住建局 县农业农村局\n"
    assert {f[2] for f in facts(rows)} == {"建公厕5座；2.改户厕60户。"}


def test_a_part_of_an_item_below_it_has_the_merged_units_and_a_quotation_that_holds_them() -> None:
    rows = (
        "序号\t市级下达任务\t县目标任务\t完成时间\t责任单位\n1\t抽检食品千批次。\t抽检食品30批次。\t12月\t县市场监管局\n"
        "\t\t建成快检室2间。\t8月\t\n2\t修路百公里。\t修路3公里。\t9月\t县交通局\n"
    )
    (fact,) = [f for f in found(rows) if isinstance(f, Fact) and f.object.name == "建成快检室2间。"]
    assert (fact.subject.name, fact.qualifiers.deadline) == ("县市场监管局", "8月")
    assert "县市场监管局" in fact.evidence.quote
    assert "建成快检室2间。" in fact.evidence.quote


def test_an_item_printed_again_gives_its_facts_again() -> None:
    rows = "序号\t任务\t责任单位\n1\t修路。\t县交通局\n2\t修路。\t县交通局\n"
    assert len(facts(rows)) == 2


def test_a_private_mobile_number_is_in_no_quotation() -> None:
    rows = "序号\t单位名称\t责任分工\t责任人\n1\t县住建局\t制定年度计划。\t周立新 13800001111 何芳 139-0000-2222\n"
    quoted = [r for r in found(rows) if isinstance(r, Fact)]
    assert [f.subject.name for f in quoted] == ["县住建局", "周立新", "何芳"]
    for fact in quoted:
        assert fact.subject.name in fact.evidence.quote
        assert not re.search(r"1[3-9]\d{9}|139-0000", fact.evidence.quote)


def test_what_is_no_body_is_a_doubt_with_a_reason() -> None:
    doubts = [r for r in found("序号\t任务\t责任单位\n1\t修路。\t县交通局、已完成招标的工作\n") if isinstance(r, Doubt)]
    assert [d.evidence.quote for d in doubts] == ["已完成招标的工作"]
    assert [d.code for d in doubts] == ["not_a_unit"]


@pytest.mark.parametrize(
    ("source", "content"),
    [
        ("2022年6月", Content.DEADLINE),
        ("12 月底前", Content.DEADLINE),
        ("1—3月", Content.DEADLINE),
        ("持续推进", Content.DEADLINE),
        ("县教育局 县民政局", Content.UNITS),
        ("各乡镇人民政府，县直有关单位", Content.UNITS),
        ("责任单位：县教育局", Content.UNITS),
        ("欧阳明 李 强", Content.PEOPLE),
        ("38.9%", Content.FIGURE),
        ("20万吨/年", Content.FIGURE),
        ("12", Content.NUMBER),
        ("—", Content.EMPTY),
        ("加强各街道办事处执法队伍建设。", Content.TEXT),
    ],
)
def test_what_stands_in_a_cell_is_known_without_its_header(source: str, content: Content) -> None:
    assert content_of(cell_of(source)) is content


@pytest.mark.parametrize(
    ("source", "units"),
    [
        ("阳关开发区 管委会 县自然资源和 规划局", ["阳关开发区管委会", "县自然资源和规划局"]),
        ("邮政公司 青山分公司", ["邮政公司青山分公司"]),
        ("县住房和城乡 建设局、 县交通 运输局", ["县住房和城乡建设局", "县交通运输局"]),
        ("县教育局 北街街道 建发公司", ["县教育局", "北街街道", "建发公司"]),
        ("县民政局 县自然资源局 和规划局", ["县民政局", "县自然资源局和规划局"]),
        ("县民政局和县司法局", ["县民政局", "县司法局"]),
        ("县运输管理所 (公交所)", ["县运输管理所", "公交所"]),
    ],
)
def test_a_space_stands_between_two_bodies_or_inside_one(source: str, units: list[str]) -> None:
    rows = f"序号\t任务\t责任单位\n1\t修路。\t{source}\n"
    assert [name for _, name, _, _ in facts(rows)] == units


def test_spaces_inside_names_do_not_divide() -> None:
    assert unit_gaps(cell_of("阳关开发区 管委会")) == frozenset()
    assert deadline_cuts(cell_of("4 月底 全年")) == [4 - 1]


def test_names_run_into_each_other_are_told_apart() -> None:
    cell = cell_of("陈志明 吴敏刘 吴洋")
    whole, garbled = persons(cell, frozenset({"陈志明", "吴敏", "刘洋"}))
    assert [cell.text[s:e] for s, e in whole] == ["陈志明"]
    assert [cell.text[s:e] for s, e in garbled] == ["吴敏刘", "吴洋"]


def test_a_column_of_leaders_has_rare_family_names_too() -> None:
    leaders = ["陈志明", "操玉林", "陈志明 花蕾", "操玉林", "花蕾", "同上", "同上"]
    assert attested(map(cell_of, leaders)) == {"陈志明", "操玉林", "花蕾"}


@pytest.mark.parametrize("word", ["各县区", "教育局", "局长", "同上", "县长"])
def test_what_is_no_name_stays_none_in_a_column_of_leaders(word: str) -> None:
    assert attested(map(cell_of, ["陈志明", "刘洋", word, word])) == {"陈志明", "刘洋"}


LEVELS = st.sampled_from("区县市州旗")
BODIES = st.sampled_from(["教育局", "民政局", "发展和改革局", "住房和城乡建设局", "卫生健康委员会", "供销社"])


@settings(max_examples=40, deadline=None)
@given(LEVELS, st.lists(BODIES, min_size=1, max_size=4, unique=True), st.sampled_from([" ", "、", "，", "； "]))
def test_units_do_not_depend_on_level_or_separator(level: str, bodies: list[str], separator: str) -> None:
    names = [level + body for body in bodies]
    rows = f"序号\t任务\t责任单位\n1\t修路。\t{separator.join(names)}\n"
    assert [(r, name) for r, name, _, _ in facts(rows)] == [(Relation.LEADS.value, name) for name in names]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.text("区局、 。1月\t任务<p>（）", max_size=12), min_size=1, max_size=6), max_size=5))
def test_no_table_crashes_and_every_quotation_is_true(lines: list[list[str]]) -> None:
    rows = "序号\t任务\t牵头单位\t责任单位\t完成时限\n" + "\n".join("\t".join(line) for line in lines) + "\n"
    text = HEAD + rows
    for result in found(rows):
        if isinstance(result, Fact | Doubt):
            assert result.evidence.quote == text[result.evidence.start : result.evidence.end]


def test_a_grid_or_a_river_is_the_item_and_nobody() -> None:
    grids = "网格名称\t网格长\t联系电话\t责任领导\t包保单位\n第一网格\t丁力\t0712-3321001\t石磊\t县住建局\n"
    assert [(role, name) for _, name, _, role in facts(grids)] == [
        ("包保单位", "县住建局"),
        ("网格长", "丁力"),
        ("责任领导", "石磊"),
    ]


@pytest.mark.parametrize("village", ["村名", "村", "村（社区）", "村别"])
@pytest.mark.parametrize("between", ["\t", " ", "\n"])
def test_villages_are_looked_after(village: str, between: str) -> None:
    rows = f"{village} 包村领导 包村干部\n柳溪村 丁力 石磊\n柏桥村 尹青 方立\n".replace(" ", between)
    assert [(item, role, name) for _, name, item, role in facts(rows)] == [
        ("柳溪村", "包村领导", "丁力"),
        ("柳溪村", "包村干部", "石磊"),
        ("柏桥村", "包村领导", "尹青"),
        ("柏桥村", "包村干部", "方立"),
    ]


def test_persons_below_a_merged_item_answer_for_it() -> None:
    rows = "序号\t企业名称\t包保领导\t责任单位\n1\t柳溪酒厂\t丁 一帆\t县应急局\n\t\t石磊\t县工信局\n\t\t尹青\t\n"
    assert {(item, name) for _, name, item, _ in facts(rows)} == {
        ("柳溪酒厂", name) for name in ("丁一帆", "石磊", "尹青", "县应急局", "县工信局")
    }


def test_persons_beside_no_item_are_doubted() -> None:
    rows = "企业名称\t包保领导\t职务\n柳溪酒厂\t丁力\t副县长\n\t石磊\t县工信局局长\n"
    result = extract_document(document_of(f"安山县包保名单\n{rows}"))
    assert [f.subject.name for f in result.facts if f.relation is Relation.LEADS] == ["丁力"]
    assert [(d.code, d.evidence.quote) for d in result.doubts] == [("units_without_text", "石磊")]


def test_a_total_is_no_item() -> None:
    text = "安山县任务分解表\n| 序号 | 工作任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 修建堤防 | 县水利局 |\n| | 合计 | 县林业局 |\n"
    found = extract_document(document_of(text))
    assert [(f.subject.name, f.object.name) for f in found.facts] == [("县水利局", "修建堤防")]
    assert "units_without_text" in [doubt.code for doubt in found.doubts]
