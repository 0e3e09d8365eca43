"""Parts of an organ that 设有 names, and those named one a line below a heading."""

import pytest

from extract.facts import Doubt, Fact
from extract.formats.establishment import establishment
from extract.readers.text import document_of
from extract.text.segment import notices

IS = "安山县水利局是县政府工作部门。"


def said(text: str) -> tuple[list[tuple[str, str]], list[str]]:
    results = [one for notice in notices(document_of(text, "page.txt")) for one in establishment(notice)]
    rows = [(f.subject.name, f.role or "") for f in results if isinstance(f, Fact)]
    return rows, [one.code for one in results if isinstance(one, Doubt)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "安山学院办公室（党委办公室）是学院的综合办事机构。办公室设有文书科、信息科等二个科级机构。\n",
            [("文书科", "设有"), ("信息科", "设有")],
        ),
        (
            "职能配置内设机构和人员编制规定\n三、内设机构\n根据以上职责，省政府办公厅设2个职能司局。\n（一）秘书一局\n办理文电。\n（二）督查局\n办理督查。\n",
            [("秘书一局", "内设机构"), ("督查局", "内设机构")],
        ),
        (
            "三、内设机构\n按照上述职责，市港务管理处内设2个职能科（副科级）：\n（一）文秘科\n办理文电。\n（二）安监科\n办理巡查。\n",
            [("文秘科", "内设机构"), ("安监科", "内设机构")],
        ),
        (
            "（六）人事股\n负责干部招录。\n（七）水务股\n承担用水管理。\n（八）车队\n负责车辆调度。\n监察机构按规定设置。\n"
            "离退休干部股负责老干部服务。\n三、编制\n安山县水利局机关行政编制为9名。\n",
            [("人事股", "内设机构"), ("水务股", "内设机构"), ("车队", "内设机构"), ("离退休干部股", "内设机构")],
        ),
        (
            "安山县水利局职能配置内设机构和人员编制规定\n三、内设机构\n（一）办公室\n负责文电。\n机关党委负责党建。\n四、编制\n",
            [("办公室", "内设机构"), ("机关党委", "内设机构")],
        ),
        (f"{IS}机关设办公室、河湖股。\n", [("办公室", "设"), ("河湖股", "设")]),
        (f"{IS}另按规定设立了机关党支部、监察室。\n", [("机关党支部", "设立"), ("监察室", "设立")]),
        (
            f"{IS}内设办公室（挂法规科、宣传科牌子）、河湖科2个科室。\n",
            [("办公室", "内设"), ("法规科", "内设"), ("宣传科", "内设"), ("河湖科", "内设")],
        ),
        (
            f"{IS}直属单位2个，县河道大队（参公）和县数字水务（全额）。\n",
            [("县河道大队", "直属单位"), ("县数字水务", "直属单位")],
        ),
        (f"{IS}派出机构：城关水利所、白石水利所\n", [("城关水利所", "派出机构"), ("白石水利所", "派出机构")]),
        (
            "安山县水利局简介\n内设机构\n办公室\n人事股：管理人事。\n河湖股\n主要职责：管理河湖。\n下属单位：\n县河道管理站\n县水文站\n联系我们\n",
            [
                ("办公室", "内设机构"),
                ("人事股", "内设机构"),
                ("河湖股", "内设机构"),
                ("县河道管理站", "下属单位"),
                ("县水文站", "下属单位"),
            ],
        ),
    ],
)
def test_parts_that_are_listed(text: str, rows: list[tuple[str, str]]) -> None:
    assert said(text) == (rows, [])


@pytest.mark.parametrize(
    "text",
    [
        f"{IS}曾下设渔业股、养殖股。\n",
        f"{IS}拟设立渔业股、养殖股。\n",
        "各乡镇设立应急办、网格中心。\n",
        "白石镇中学设有图书室、实验室、音乐教室。\n",
        f"{IS}设立联络制度、督查制度。\n",
        "安山县水利局简介\n主要职责\n办公室\n河湖股\n",
    ],
)
def test_history_plans_rooms_and_rules_are_none(text: str) -> None:
    assert said(text) == ([], [])


def test_a_list_without_an_organ_is_doubted() -> None:
    assert said("机构设置\n一、内设机构：\n（一）渔业股\n（二）养殖股\n") == ([], ["organ_unknown"])


def test_a_sentence_with_a_count_opens_the_list() -> None:
    text = "三、内设机构\n根据上述职责，市信访局内设2个处室，均为正科级。\n（一）秘书处（组织人事处）\n负责文电。\n（二）行政处\n负责后勤。\n"
    (notice,) = notices(document_of(text, "page.txt"))
    rows = [(f.subject.name, f.object.name) for f in establishment(notice) if isinstance(f, Fact)]
    assert rows == [("秘书处", "市信访局"), ("组织人事处", "市信访局"), ("行政处", "市信访局")]
