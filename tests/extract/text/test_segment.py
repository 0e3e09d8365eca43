"""An issue → its notices: heads, feet, sections, pages; no character in two notices."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.document import Notice
from extract.evidence.origin import issuing_place
from extract.readers import document_of, read
from extract.text.segment import notices

GAZETTES = sorted((Path(__file__).parents[3] / "data" / "gazettes").glob("*.txt"))


@dataclass(frozen=True)
class Said:
    number: str | None = None
    title: str | None = None
    issuers: tuple[str, ...] = ()
    dated: str | None = None
    section: str | None = None
    page: str | None = None
    line: int = 1


def said(notice: Notice) -> Said:
    return Said(
        notice.number,
        notice.title,
        tuple(issuer.name for issuer in notice.issuers),
        notice.dated,
        notice.section,
        notice.page,
        notice.document.line_of(notice.start),
    )


GAZETTE = """青山市人民政府公报
2021 第3期
目 录
市政府文件
青山市人民政府关于公布市级非遗名录的通知 ……… 1
市政府办公室文件
青山市人民政府办公室关于成立数据专
班的通知 ………… 3
人事任免 (5)
大事记 (6)

青山市人民政府关于公布市级非遗名录的通知
青政发〔2021〕3号
各县区人民政府，市政府各部门：
现公布名录如下。
青山市人民政府
2021年3月1日

青山市人民政府办公室关于成立数据专班
的通知
青政办字〔2021〕4号
各县区人民政府：
决定成立专班。
青山市人民政府办公室
2021年3月2日

人事任免
市人民政府于2021年3月2日发出通知，任命：张伟为市教育局局长。
市人民政府于2021年3月9日发出通知，免去：李梅的市教育局局长职务。

大事记
3月1日，市长王建国调研。
"""

CASES = {
    # a notice alone, without masthead or 文号
    "county": (
        "关于王建国等同志职务任免的通知\n\n各乡镇人民政府，县政府各部门：\n经研究决定：\n任命王建国同志为县教育局局长。\n\n青山县人民政府\n2021年3月5日\n",
        [Said(None, "关于王建国等同志职务任免的通知", ("青山县人民政府",), "2021-03-05")],
    ),
    # masthead, 文号 and 签发人 on one line, title over two lines, Chinese numerals in the date
    "red head": (
        "青山县人民政府文件\n青政发〔2021〕3号　　签发人：王建国\n青山县人民政府关于做好\n防汛工作的通知\n各乡镇人民政府：\n请做好防汛工作。\n青山县人民政府\n二〇二一年五月一日\n",
        [Said("青政发〔2021〕3号", "青山县人民政府关于做好防汛工作的通知", ("青山县人民政府",), "2021-05-01")],
    ),
    # title above the 文号, as websites print; the plan that follows belongs to the notice
    "web form": (
        "青山县人民政府办公室关于印发《青山县河长制方案》的通知\n（青政办发〔2021〕13号）\n各乡、镇人民政府：\n现印发给你们。\n青山县人民政府办公室\n2021年3月5日\n\n青山县河长制方案\n为贯彻《中华人民共和国水法》，制定本方案。\n",
        [
            Said(
                "青政办发〔2021〕13号",
                "青山县人民政府办公室关于印发《青山县河长制方案》的通知",
                ("青山县人民政府办公室",),
                "2021-03-05",
            )
        ],
    ),
    # what a website says above the text
    "web labels": (
        "索引号：000/2018-1　主题分类：机构\n发文机关：国务院办公厅　成文日期：2018年07月19日\n标　　题：国务院办公厅关于调整协调小组的通知\n发文字号：国办发〔2018〕65号　发布日期：2018年07月25日\n\n根据工作需要，国务院决定调整。\n",
        [Said("国办发〔2018〕65号", "国务院办公厅关于调整协调小组的通知", ("国务院办公厅",), "2018-07-19")],
    ),
    # the 号 stands on the next line
    "number broken": (
        "青山县人民政府文件\n青政发〔2021〕\n3号\n关于青山水库的通知\n各乡镇：\n现通知如下。\n青山县人民政府\n2021年5月1日\n",
        [Said("青政发〔2021〕3号", "关于青山水库的通知", ("青山县人民政府",), "2021-05-01")],
    ),
    # an order: its number is that of the masthead
    "order": (
        "青山省人民政府令\n第 311 号\n《青山省消防规定》已经省人民政府常务会议通过，现予公布。\n省长　王建国\n2022年3月10日\n",
        [Said("青山省人民政府令第311号", None, ("青山省人民政府",), "2022-03-10")],
    ),
    # two bodies sign side by side
    "joint": (
        "中共青山州委办公室\n青山州人民政府办公室\n文件\n青办发〔2020〕8号\n印发《青山州人才方案》的通知\n各县（市）党委、人民政府：\n现印发给你们。\n中共青山州委办公室　青山州人民政府办公室\n2020年9月1日\n",
        [
            Said(
                "青办发〔2020〕8号",
                "印发《青山州人才方案》的通知",
                ("中共青山州委办公室", "青山州人民政府办公室"),
                "2020-09-01",
            )
        ],
    ),
    # a banner; the title breaks after 、
    "banner": (
        "科尔沁青山旗人民政府办公室文件\n青政办发〔2020〕8号\n科尔沁青山旗人民政府办公室关于调整旗长、\n副旗长分工的通知\n各苏木镇人民政府：\n现通知如下：\n巴特尔主持旗政府全面工作。\n科尔沁青山旗人民政府办公室\n2020年9月1日\n",
        [
            Said(
                "青政办发〔2020〕8号",
                "科尔沁青山旗人民政府办公室关于调整旗长、副旗长分工的通知",
                ("科尔沁青山旗人民政府办公室",),
                "2020-09-01",
            )
        ],
    ),
    # several notices in one file, with and without 文号
    "several": (
        "关于张伟同志任职的通知\n青政任〔2022〕1号\n各乡镇人民政府：\n任命张伟同志为县水利局局长。\n青山县人民政府\n2022年1月8日\n\n关于李梅同志免职的通知\n各乡镇人民政府：\n免去李梅同志职务。\n青山县人民政府\n2022年2月8日\n",
        [
            Said("青政任〔2022〕1号", "关于张伟同志任职的通知", ("青山县人民政府",), "2022-01-08"),
            Said(None, "关于李梅同志免职的通知", ("青山县人民政府",), "2022-02-08", line=8),
        ],
    ),
    # decisions of a congress: dated by their adoption, signed by nobody
    "congress": (
        "青山县人民代表大会常务委员会任免名单\n（2022年6月29日青山县第十八届人民代表大会常务委员会第三次会议通过）\n任命：\n张伟为青山县人民法院审判员。\n\n青山县人民代表大会常务委员会决定任命名单\n（2022年6月29日青山县第十八届人民代表大会常务委员会第三次会议通过）\n王建国为县财政局局长。\n",
        [
            Said(None, "青山县人民代表大会常务委员会任免名单", ("青山县人民代表大会常务委员会",), "2022-06-29"),
            Said(
                None,
                "青山县人民代表大会常务委员会决定任命名单",
                ("青山县人民代表大会常务委员会",),
                "2022-06-29",
                line=6,
            ),
        ],
    ),
    # a gazette without mastheads: the table of contents says pages and sections
    "gazette": (
        GAZETTE,
        [
            Said(
                "青政发〔2021〕3号",
                "青山市人民政府关于公布市级非遗名录的通知",
                ("青山市人民政府",),
                "2021-03-01",
                "市政府文件",
                "1",
                12,
            ),
            Said(
                "青政办字〔2021〕4号",
                "青山市人民政府办公室关于成立数据专班的通知",
                ("青山市人民政府办公室",),
                "2021-03-02",
                "市政府办公室文件",
                "3",
                19,
            ),
            Said(None, "人事任免", (), None, "人事任免", "5", 27),
            Said(None, "大事记", (), None, "大事记", "6", 31),
        ],
    ),
    # briefs: each sentence of sending is a notice of its own date
    "briefs": (
        "政务简讯\n县人民政府办公室于2021年4月7日发出通知，决定成立防汛工作领导小组。\n组　长：王建国　县长\n县人民政府办公室于2021年5月7日发出通知，决定成立抗旱工作领导小组。\n组　长：李梅　副县长\n",
        [
            Said(None, None, ("县人民政府办公室",), "2021-04-07", "政务简讯", None, 2),
            Said(None, None, ("县人民政府办公室",), "2021-05-07", "政务简讯", None, 4),
        ],
    ),
    # a notice reprinted under its title
    "reprinted": (
        "◆ 区级文件选登 ◆\n青山区人民政府文件\n青政发〔2021〕3号\n关于防汛的通知\n各街道办事处：\n请做好防汛工作。\n青山区人民政府\n2021年4月1日\n\n区人民政府办公室关于成立防汛工作\n领导小组的通知\n区人民政府办公室2021年4月7日发出通知，决定成立领导小组。\n",
        [
            Said("青政发〔2021〕3号", "关于防汛的通知", ("青山区人民政府",), "2021-04-01", "区级文件选登", None, 2),
            Said(
                None,
                "区人民政府办公室关于成立防汛工作领导小组的通知",
                ("区人民政府办公室",),
                "2021-04-07",
                None,
                None,
                10,
            ),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_notices_of(name: str) -> None:
    text, expected = CASES[name]
    assert [said(notice) for notice in notices(document_of(text))] == expected


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("county", "青山县人民政府"),
        ("joint", "青山州人民政府"),
        ("banner", "科尔沁青山旗人民政府"),
        ("congress", "青山县人民政府"),
        ("web labels", "国务院"),
    ],
)
def test_jurisdiction_is_that_of_the_issuers(name: str, place: str | None) -> None:
    assert issuing_place(notices(document_of(CASES[name][0]))) == place


def test_a_government_without_a_name_is_no_jurisdiction() -> None:
    text = "自治区人民政府关于巴特尔等同志任免职务的通知\n各盟行政公署：\n任命巴特尔为财政厅厅长。\n自治区人民政府\n2021年4月15日\n"
    assert issuing_place(notices(document_of(text))) is None


@pytest.mark.parametrize("path", GAZETTES, ids=lambda path: path.stem)
def test_every_number_line_of_the_samples_is_that_of_a_notice(path: Path) -> None:
    document = read(path)
    lines = re.findall(r"^\s*(\S{2,8}[〔\[]20\d\d[〕\]]\d+号)\s*$", document.text, re.MULTILINE)
    assert [notice.number for notice in notices(document) if notice.number] == lines


@pytest.mark.parametrize("path", GAZETTES, ids=lambda path: path.stem)
def test_all_notices_of_the_samples_are_dated_and_paged(path: Path) -> None:
    for notice in notices(read(path)):
        if notice.number:
            assert notice.dated, notice.title
            assert notice.issuers, notice.title
            assert notice.page, notice.title


def test_attachments_and_furniture_stay_with_the_notice() -> None:
    head = "青山市公报\n青山市人民政府文件\n青政发〔2021〕3号\n关于防汛的通知\n各县：\n"
    body = (
        "要统筹推进防汛物资储备、队伍建设、预案演练等各项工作,提高应急处置\n青山市公报\n— 12 —\n能力,确保安全度汛。\n"
    )
    tail = "青山市人民政府\n2021年4月1日\n附件 1\n分工表\n序号\t任务\t单位\n1\t巡堤\t市水利局\n"
    (notice,) = notices(document_of(head + body + tail))
    texts = [block.text.text for block in notice.blocks]
    assert "要统筹推进防汛物资储备、队伍建设、预案演练等各项工作,提高应急处置能力,确保安全度汛。" in texts
    assert notice.blocks[-1].is_row
    assert [cell.text for cell in notice.blocks[-1].cells] == ["1", "巡堤", "市水利局"]


LINES = st.lists(
    st.sampled_from(
        [line for text, _ in CASES.values() for line in text.split("\n")]
        + [
            "\t\t",
            "序号\t任务\t单位",
            "目 录",
            "附件",
            "◆ 文件选登 ◆",
            "（此件公开发布）",
            "一、总体要求",
            "任命：",
            "某某公报",
            "7",
        ]
    ),
    max_size=40,
)


@settings(max_examples=200, deadline=None)
@given(LINES)
def test_notices_and_blocks_never_overlap_and_miss_nothing_in_between(lines: list[str]) -> None:
    document = document_of("\n".join(lines))
    position = 0
    for notice in notices(document):
        assert position <= notice.start < notice.end <= len(document.text)
        position = notice.start
        for block in notice.blocks:
            assert position <= block.start < block.end <= notice.end
            for offset in block.text.offsets:
                assert block.start <= offset < block.end
            position = block.end
        position = notice.end


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_no_text_breaks_segmentation(text: str) -> None:
    for notice in notices(document_of(text)):
        assert notice.start < notice.end


@pytest.mark.parametrize("rule", ["", "——————————\n", "__________\n"])
def test_a_rule_drawn_below_a_letterhead_parts_it_from_nothing(rule: str) -> None:
    title = "市人民政府办公厅关于印发\n白石市农贸市场管理办法的通知\n"
    text = f"白石市人民政府办公厅\n{rule}白政办函〔2016〕31号\n{title}各区人民政府:\n现印发给你们,请执行。\n"
    (notice,) = notices(document_of(text))
    assert [issuer.name for issuer in notice.issuers] == ["白石市人民政府办公厅"]
