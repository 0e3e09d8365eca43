"""The parts of an organ that a sentence names: whose they are, under which word; what is no part of an organ."""

import pytest

from extract.facts import Doubt, Fact
from extract.formats.establishment import establishment
from extract.readers.text import document_of
from extract.text.segment import notices

Row = tuple[str, str, str | None]


def said(text: str) -> tuple[list[Row], list[str]]:
    (notice,) = notices(document_of(text, "page.txt"))
    results = list(establishment(notice))
    rows = [(f.subject.name, f.object.name, f.role) for f in results if isinstance(f, Fact) and f.object]
    return rows, [one.code for one in results if isinstance(one, Doubt)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # the organ before the verb; a count closes the list
        (
            "县公安局下辖城关派出所、柳泉派出所2个派出所。\n",
            [("城关派出所", "县公安局", "下辖"), ("柳泉派出所", "县公安局", "下辖")],
        ),
        # agencies of a bureau by a label
        (
            "安山县应急局\n局属单位：县地震台、县救援中心\n",
            [("县地震台", "安山县应急局", "局属单位"), ("县救援中心", "安山县应急局", "局属单位")],
        ),
        # the organ that the clause before sets up, and its departments
        (
            "安山县城关小学机构设置\n学校建立校务委员会，下设教务处、后勤处、保卫办等职能部门，分别承担管理职能。\n",
            [(name, "校务委员会", "下设") for name in ("教务处", "后勤处", "保卫办")],
        ),
        # an organ that came back under its first name, and one that a reform kept: not the one of the name between
        (
            "1991年，柳河县盐务局更名为柳河县盐业公司。1997年恢复柳河县盐务局名称。内设秘书股、缉私股。\n"
            "2003年，柳河县盐务局保留，下设股级单位制盐场、化验所。\n",
            [
                ("秘书股", "柳河县盐务局", "内设"),
                ("缉私股", "柳河县盐务局", "内设"),
                ("制盐场", "柳河县盐务局", "下设"),
                ("化验所", "柳河县盐务局", "下设"),
            ],
        ),
        # a colon stands between the organ and its parts, a comma before their list
        (
            "河东省盐务局：内设督导处（法规处）、稽查处，稽查处下设缉私科、巡查科。\n",
            [
                ("督导处", "河东省盐务局", "内设"),
                ("法规处", "河东省盐务局", "内设"),
                ("稽查处", "河东省盐务局", "内设"),
                ("缉私科", "稽查处", "下设"),
                ("巡查科", "稽查处", "下设"),
            ],
        ),
        (
            "方案指出，河东省盐务局内设机构包括，督导处、稽查处等9个处室。\n",
            [("督导处", "河东省盐务局", "内设机构"), ("稽查处", "河东省盐务局", "内设机构")],
        ),
        # the organ is said in the sentence before, by its short name
        (
            "安山县林业局（以下简称县林业局）是县政府工作部门。内设机构：办公室、资源股和人事股。下属单位有县防火中心。\n",
            [
                ("办公室", "县林业局", "内设机构"),
                ("资源股", "县林业局", "内设机构"),
                ("人事股", "县林业局", "内设机构"),
                ("县防火中心", "县林业局", "下属单位"),
            ],
        ),
        # a rank says what it is; the word that closes the list; a single subordinate body
        (
            "安山县编委办公室正科级单位，下设综合科、督查室2个内设机构，下属事业单位电子政务中心。\n",
            [
                ("综合科", "安山县编委办公室", "内设机构"),
                ("督查室", "安山县编委办公室", "内设机构"),
                ("电子政务中心", "安山县编委办公室", "下属事业单位"),
            ],
        ),
        # the working organs of a committee, then what stands directly under it; a group is no organ
        (
            "1989年1月,中共青禾市委工作机构有秘书处、统战部、外事领导小组、老干部局。直属单位有市委党校、县志编辑部。\n",
            [
                ("秘书处", "中共青禾市委", "工作机构"),
                ("统战部", "中共青禾市委", "工作机构"),
                ("老干部局", "中共青禾市委", "工作机构"),
                ("市委党校", "中共青禾市委", "直属单位"),
                ("县志编辑部", "中共青禾市委", "直属单位"),
            ],
        ),
        (
            "至此,市委工作（派出）机构有办公室、组织部、城区工作委员会（系合署机构）,共2个。\n",
            [
                ("办公室", "市委", "工作(派出)机构"),
                ("组织部", "市委", "工作(派出)机构"),
                ("城区工作委员会", "市委", "工作(派出)机构"),
            ],
        ),
        # a count before the colon, in the paragraph below
        (
            "安山县水利局是县政府工作部门。\n共有2个下属单位：青石水库管理所、河道管理站，有职工90人。\n",
            [("青石水库管理所", "安山县水利局", "下属单位"), ("河道管理站", "安山县水利局", "下属单位")],
        ),
        # two sorts, names with a second one in brackets
        (
            "安山县人民法院成立于1956年。现有2个内设机构及1个派出法庭，分别为立案庭（诉讼服务中心）、政治部、柳泉人民法庭。\n",
            [
                ("立案庭", "安山县人民法院", "内设机构"),
                ("诉讼服务中心", "安山县人民法院", "内设机构"),
                ("政治部", "安山县人民法院", "内设机构"),
                ("柳泉人民法庭", "安山县人民法院", "派出法庭"),
            ],
        ),
        # departments of a college
        (
            "文理学院成立于2003年。学院下设化学系、数学系、公共教研部、实验中心等机构。\n",
            [(name, "文理学院", "下设") for name in ("化学系", "数学系", "公共教研部", "实验中心")],
        ),
        # the owner by the short name that the page has given it; its office is no owner
        (
            "一、县水资源委员会\n县水资源委员会（简称水资委）于1980年设立。其下设办公室，人员四名。\n水资委下设石桥管理所、古渡管理所。\n",
            [(name, "水资委", "下设") for name in ("石桥管理所", "古渡管理所")],
        ),
        # a label in brackets under the name of the organ
        (
            "1、临江市中级人民法院\n【下辖法院】城东法院、城西法院，铁路运输法院等专门法院以及3个县法院。\n",
            [
                ("城东法院", "临江市中级人民法院", "下辖法院"),
                ("城西法院", "临江市中级人民法院", "下辖法院"),
                ("铁路运输法院", "临江市中级人民法院", "下辖法院"),
            ],
        ),
        # 现设 and a count; a second name after 挂…牌子; sections that have but a number
        (
            "县水利局现设职能科（室）4个，分别为：秘书科（挂信访科牌子）、一科、二科、防汛中心（县抗旱办公室）。\n",
            [(name, "县水利局", "现设") for name in ("秘书科", "信访科", "一科", "二科", "防汛中心", "县抗旱办公室")],
        ),
        (
            "安山县档案馆\n全馆内设科（室）3个，即：办公室、征集科、编研科。\n",
            [(name, "安山县档案馆", "内设科(室)") for name in ("办公室", "征集科", "编研科")],
        ),
        (
            "县教育局现有内设股室2个：办公室、督导室。\n",
            [("办公室", "县教育局", "内设股室"), ("督导室", "县教育局", "内设股室")],
        ),
    ],
)
def test_parts_of_an_organ(text: str, rows: list[Row]) -> None:
    assert said(text) == (rows, [])


@pytest.mark.parametrize(
    "text",
    [
        "领导小组下设办公室、宣传组、督查组。\n",
        "县应急管理局所属事业单位的设置、职责和编制事项另行规定。\n",
        "引导事业单位、企业等开放内设厕所、停车场所。\n",
        "学校下设三个年级、两个教研组。\n",
    ],
)
def test_what_is_no_part_of_an_organ(text: str) -> None:
    assert said(text)[0] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("内设办公室、人事股、计财股3个股室。\n", "organ_unknown"),
        # what its office is says nothing of whose the parts below are
        ("县水资委成立已久。其下设办公室，人员四名。\n水委会下设石桥管理所、古渡管理所。\n", "organ_unknown"),
        ("县水利局内设办公室、人事股、青年突击岗。\n", "parts_unread"),
    ],
)
def test_what_cannot_be_settled_is_doubted(text: str, code: str) -> None:
    assert said(text) == ([], [code])


def test_a_label_names_the_organ_of_a_page() -> None:
    rows, doubts = said("机构名称：安山县林业局\n负责人：石磊\n内设机构：办公室、资源股\n")
    assert rows == [("办公室", "安山县林业局", "内设机构"), ("资源股", "安山县林业局", "内设机构")]
    assert doubts == []
