"""Figures of items: what is counted, how many, in which unit, against which bound, and for when."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.facts import context_from_json, context_to_json
from extract.figures import FigureRecord
from extract.formats import found_in
from extract.readers.text import document_of
from extract.text.segment import notices

HEAD = "关于印发安山县2022年重点工作的通知\n安政发〔2022〕3号\n各乡镇：\n现印发给你们。\n安山县人民政府\n2022年1月5日\n"


def figures_of(text: str) -> list[FigureRecord]:
    document = document_of(f"{HEAD}1.{text}（责任单位：县城管局）\n", "t.txt")
    return [r for notice in notices(document) for r in found_in(notice) if isinstance(r, FigureRecord)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新建公厕11座、改建8座。", [("11", "座", None, "新建公厕"), ("8", "座", None, "改建")]),
        ("地区生产总值增长6.5%以上。", [("6.5", "%", "以上", "地区生产总值增长")]),
        ("森林覆盖率不低于30%。", [("30", "%", "不低于", "森林覆盖率")]),
        ("建成3个社区食堂。", [("3", "个", None, "建成社区食堂")]),
        ("修复1万平方米人行道。", [("1万", "平方米", None, "修复人行道")]),
        ("新造林1,200亩。", [("1,200", "亩", None, "新造林")]),
        # thresholds, ordinals, dates, lengths of time and names with numbers are no figures
        ("引进5亿元以上项目，第3批名单6月底前公布，打造15分钟生活圈，推广5G。", []),
        ("2个工作日内办结。", []),
        ("推行24小时自助办，建成12分钟医疗急救圈，落实民营经济“17条”，会同6部委调研，奖励前5家。", []),
        # a range, a unit by unit, a sign, several figures of one indicator, what stands after a list
        ("低压申请材料2—3项。", [("2—3", "项", None, "低压申请材料")]),
        ("氮氧化物浓度不高于80毫克/立方米。", [("80", "毫克/立方米", "不高于", "氮氧化物浓度")]),
        ("规范管理率≥60%。", [("60", "%", "≥", "规范管理率")]),
        ("分别奖励1万元、2万元。", [("1万", "元", None, "分别奖励"), ("2万", "元", None, "分别奖励")]),
        ("实施柳湾路、石桥路等4条道路改造。", [("4", "条", None, "道路改造")]),
        ("引进投资5亿元以上不少于3个的好项目。", [("3", "个", "不少于", "引进投资5亿元以上好项目")]),
        ("培育10家企业。", [("10", "家", None, "培育企业")]),
        ("为300名孤儿发放补贴。", [("300", "名", None, "孤儿")]),
    ],
)
def test_figures_of_an_item(text: str, expected: list[tuple[str, str, str | None, str]]) -> None:
    assert [(f.quantity, f.unit, f.comparator, f.indicator) for f in figures_of(text)] == expected


def test_value_bound_and_period_are_told_beside_what_is_printed() -> None:
    first, second = figures_of("化解债务36亿元以上。到2025年，绿化率达到40%。")
    assert (first.value, first.bound, first.period) == (3_600_000_000, "≥", "2022")
    assert (second.value, second.bound, second.period) == (40, None, "2025")


def test_the_year_of_comparison_is_no_period() -> None:
    (figure,) = figures_of("2023年实现通关时间比2019年压缩40%。")
    assert figure.period == "2023"


def test_a_figure_stands_in_its_item_and_comes_back_from_json() -> None:
    text = f"{HEAD}1.新建公厕11座。（责任单位：县城管局）\n"
    document = document_of(text, "t.txt")
    (figure,) = (r for n in notices(document) for r in found_in(n) if isinstance(r, FigureRecord))
    assert text[figure.start : figure.end] == "11座"
    assert text[figure.item :].startswith("新建公厕")
    assert context_from_json(context_to_json(figure)) == figure


@given(st.text(alphabet="1234567890.,万亿个座%以上不低于新建年月、。", max_size=60))
def test_no_text_breaks_the_reading_of_figures(text: str) -> None:
    for figure in figures_of(text):
        assert figure.start < figure.end
        assert figure.value is not None


def test_what_a_row_reports_of_its_item_is_told_from_its_target() -> None:
    text = (
        "安山县人民政府办公室关于2021年重点工作第一季度完成情况的通报\n\n"
        "序号\t工作标准\t一季度完成情况\t牵头单位\n"
        "1\t新建公厕11座。\t已新建公厕4座,投资增长—3.5%,复核不予通过2件。\t县城管局\n"
    )
    found = [r for n in notices(document_of(text, "t.txt")) for r in found_in(n) if isinstance(r, FigureRecord)]
    assert [(f.indicator, f.quantity, f.unit, f.said, f.period) for f in found] == [
        ("新建公厕", "11", "座", None, "2021"),
        ("已新建公厕", "4", "座", "reported", "2021-01/2021-03"),
        ("投资增长", "-3.5", "%", "reported", "2021-01/2021-03"),
        ("复核不予通过", "2", "件", "reported", "2021-01/2021-03"),
    ]
    assert [text[f.start : f.end] for f in found] == ["11座", "4座", "—3.5%", "2件"]
    assert {f.item for f in found} == {text.index("新建公厕11座")}
