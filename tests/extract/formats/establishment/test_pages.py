"""Pages about an organ: bullets, brackets, rows and gaps below its headings, and who heads it."""

import pytest

from extract.facts import Doubt, Fact, Relation
from extract.formats.establishment import establishment
from extract.pipeline import extract_document
from extract.readers.text import document_of
from extract.text.segment import notices

Row = tuple[str, str, str]


def said(text: str) -> tuple[list[Row], list[str]]:
    results = [one for notice in notices(document_of(text, "page.txt")) for one in establishment(notice)]
    facts = (f for f in results if isinstance(f, Fact))
    return [(f.subject.name, f.object.name, f.role or "") for f in facts], [
        one.code for one in results if isinstance(one, Doubt)
    ]


BUREAU = "安山县水利局"
CASES: list[tuple[str, list[Row], list[str]]] = [
    (  # bullets, and the second names in brackets
        f"{BUREAU}\n内设机构\n  • 办公室\n  • 组织人事股（老干部股）\n  • 河湖股\n",
        [(name, BUREAU, "内设机构") for name in ("办公室", "组织人事股", "老干部股", "河湖股")],
        [],
    ),
    (  # 机构设置 alone, what each does on the next line
        f"{BUREAU}\n机构设置\n办公室\n负责文电、会务。\n河湖股\n负责河湖管理。\n",
        [("办公室", BUREAU, "内设机构"), ("河湖股", BUREAU, "内设机构")],
        [],
    ),
    (  # what each does after a gap
        f"{BUREAU}内设机构\n1.办公室  负责机关日常运转。\n2.河湖股  承担河湖长制工作。\n",
        [("办公室", BUREAU, "内设机构"), ("河湖股", BUREAU, "内设机构")],
        [],
    ),
    (  # the names of one line below a heading; a telephone number ends its line
        f"{BUREAU}机构职能\n二、内设机构\n办公室\n负责机关运转。负责人：方小舟　联系电话：0716-1234567\n河湖股\n负责河湖管理。\n"
        "三、直属单位\n县水库管理所、县灌区管理所\n",
        [
            ("办公室", BUREAU, "内设机构"),
            ("河湖股", BUREAU, "内设机构"),
            ("县水库管理所", BUREAU, "直属单位"),
            ("县灌区管理所", BUREAU, "直属单位"),
        ],
        [],
    ),
    (  # a title that names organ, parts and duties
        f"{BUREAU}内设机构及职责\n1.办公室。负责文电。负责人：方小舟\n2.河湖股。负责河湖管理。\n",
        [("办公室", BUREAU, "内设机构"), ("河湖股", BUREAU, "内设机构")],
        [],
    ),
    (  # rows
        f"{BUREAU}内设机构\n办公室 | 机关日常运转 | 3321001\n河湖股 | 河湖长制工作 | 3321002\n",
        [("办公室", BUREAU, "内设机构"), ("河湖股", BUREAU, "内设机构")],
        [],
    ),
    (  # labels below the heading of the page
        f"{BUREAU}机构设置\n内设股室：办公室、河湖股。\n下属单位：县水库管理所、县灌区管理所。\n",
        [
            ("办公室", BUREAU, "内设股室"),
            ("河湖股", BUREAU, "内设股室"),
            ("县水库管理所", BUREAU, "下属单位"),
            ("县灌区管理所", BUREAU, "下属单位"),
        ],
        [],
    ),
    (  # a line of the list that no known ending closes is told
        f"{BUREAU}\n内设机构\n• 办公室\n• 机关妇女小组\n• 河湖股\n",
        [("办公室", BUREAU, "内设机构"), ("河湖股", BUREAU, "内设机构")],
        ["parts_unread"],
    ),
    (  # prose that closes with 等机构, 等几个单位
        f"{BUREAU}\n{BUREAU}，1952年成立。下设办公室、河湖股、水保股等机构。下属县水库所、渔政站等8个单位。\n",
        [
            ("办公室", BUREAU, "下设"),
            ("河湖股", BUREAU, "下设"),
            ("水保股", BUREAU, "下设"),
            ("县水库所", BUREAU, "下属"),
            ("渔政站", BUREAU, "下属"),
        ],
        [],
    ),
    (  # the end of the names is written once
        "安山县法院机构设置\n我院内设立案庭、执行局、办公室3个部门，下辖白石、临江2个人民法庭。\n",
        [
            ("立案庭", "安山县法院", "内设"),
            ("执行局", "安山县法院", "内设"),
            ("办公室", "安山县法院", "内设"),
            ("白石人民法庭", "安山县法院", "下辖"),
            ("临江人民法庭", "安山县法院", "下辖"),
        ],
        [],
    ),
    (  # a sentence that breaks off before the list
        f"机构概况\n{BUREAU}下设：\n1、办公室\n2、河湖股\n",
        [("办公室", BUREAU, "下设"), ("河湖股", BUREAU, "下设")],
        [],
    ),
    (  # the head of a table whose columns only spaces divide
        f"{BUREAU} 内设机构\n股室名称 负责人 联系电话\n办公室 林川 3321001\n河湖股 石磊 3321002\n",
        [("办公室", BUREAU, "内设机构"), ("河湖股", BUREAU, "内设机构")],
        [],
    ),
    (  # the sections of a town and of a university, under the title that names it
        "白石镇人民政府职能科室\n党政综合办公室\n负责人：石磊\n职责：负责日常事务。\n经济发展办公室\n负责人：尹青\n",
        [
            ("党政综合办公室", "白石镇人民政府", "内设机构"),
            ("经济发展办公室", "白石镇人民政府", "内设机构"),
            ("石磊", "党政综合办公室", "负责人"),
            ("尹青", "经济发展办公室", "负责人"),
        ],
        [],
    ),
    (
        "安山大学机构设置\n党政办公室\n教务处\n学生处\n",
        [(name, "安山大学", "内设机构") for name in ("党政办公室", "教务处", "学生处")],
        [],
    ),
    (  # whose page it is stands above all, labels of a box are no owner
        f"{BUREAU}\n组织上级机构安山县人民政府办公室\n内设机构\n办公室\n河湖股\n",
        [("办公室", BUREAU, "内设机构"), ("河湖股", BUREAU, "内设机构")],
        [],
    ),
    (  # a heading that is the title, sections with a colon
        "安山县图书馆机构设置\n办公室：\n负责文秘、财务工作；\n采编部：\n负责文献采购。\n",
        [("办公室", "安山县图书馆", "内设机构"), ("采编部", "安山县图书馆", "内设机构")],
        [],
    ),
    (  # what the departments of a house do
        "安山县文化馆部门职能\n培训部：\n负责辅导。\n活动部：\n负责演出。\n",
        [("培训部", "安山县文化馆", "内设机构"), ("活动部", "安山县文化馆", "内设机构")],
        [],
    ),
    (  # a part of the first list owns nothing of the second
        f"{BUREAU}\n内设机构\n办公室\n负责文电。\n机关党委\n负责党群工作。\n派出机构\n（一）城关水利所\n（二）柳河水利所\n",
        [
            ("办公室", BUREAU, "内设机构"),
            ("机关党委", BUREAU, "内设机构"),
            ("城关水利所", BUREAU, "派出机构"),
            ("柳河水利所", BUREAU, "派出机构"),
        ],
        [],
    ),
    (  # where each sits stands between the names
        f"{BUREAU}\n所属单位\n1．安山县水文站\n地址：河滨路3号\n电话：0716-1234567\n2．安山县河道管理所（安山县砂石站）\n",
        [
            ("安山县水文站", BUREAU, "所属单位"),
            ("安山县河道管理所", BUREAU, "所属单位"),
            ("安山县砂石站", BUREAU, "所属单位"),
        ],
        [],
    ),
    (  # the list of an article ends with it
        "第四条 县水利局设下列内设机构：\n（一）办公室。负责文电。\n（二）河湖股。\n第八条 本规定由县委编办负责解释。\n",
        [("办公室", "县水利局", "内设机构"), ("河湖股", "县水利局", "内设机构")],
        [],
    ),
    (  # a sentence that says what the organ is ends by opening the list
        "第三节 开发区管理委员会\n1993年5月，工业小区管理委员会成立，1997年改称安山经济开发区管理委员会，是安山县政府派出机构，副县级。"
        "管委会内设机构是：\n办公室 1993年9月成立，正科级。\n规划处 1993年9月成立，负责规划。\n",
        [
            ("办公室", "安山经济开发区管理委员会", "内设机构"),
            ("规划处", "安山经济开发区管理委员会", "内设机构"),
            ("安山经济开发区管理委员会", "安山县政府", "派出机构"),
        ],
        [],
    ),
    (  # the sign of another on the door of a section; a heading of duties of the sections
        "安山县教育局机关科室职责\n一、办公室（挂信访办公室牌子）\n1．负责文电。\n二、人事科\n1．负责招聘。\n",
        [(name, "安山县教育局", "内设机构") for name in ("办公室", "信访办公室", "人事科")],
        [],
    ),
]


@pytest.mark.parametrize(("text", "rows", "doubts"), CASES)
def test_parts_that_a_page_lists(text: str, rows: list[Row], doubts: list[str]) -> None:
    assert said(text) == (rows, doubts)


def test_who_heads_the_organ_of_a_page() -> None:
    page = f"{BUREAU}\n主要领导\n局长尹青\n副局长\n3\n石磊 丁 一 林 川\n机构概况\n内设机构\n办公室\n河湖股\n"
    assert said(page)[0][:4] == [
        ("尹青", BUREAU, "局长"),
        ("石磊", BUREAU, "副局长"),
        ("丁一", BUREAU, "副局长"),
        ("林川", BUREAU, "副局长"),
    ]


def test_what_the_sections_of_an_organ_do_is_no_task() -> None:
    found = extract_document(document_of(f"{BUREAU}内设机构\n1.办公室负责机关日常运转。\n2.河湖股承担河湖长制工作。\n"))
    assert {fact.relation for fact in found.facts} == {Relation.PART_OF}


def test_who_heads_the_office_that_a_page_is_of() -> None:
    page = "机关党委办公室\n主要职责：协助党组指导党建工作。\n主要领导：\n尹  青 主任\n石小磊 副主任\n"
    assert said(page)[0] == [("尹青", "机关党委办公室", "主任"), ("石小磊", "机关党委办公室", "副主任")]


def test_who_heads_an_organ_beside_labels() -> None:
    page = f"{BUREAU}\n地址：安山县人民路8号\n局长：尹青\n副局长：石磊、丁一\n股长：负责管理\n"
    assert said(page)[0] == [("尹青", BUREAU, "局长"), ("石磊", BUREAU, "副局长"), ("丁一", BUREAU, "副局长")]


def test_what_sections_do_below_their_heading_is_no_task() -> None:
    found = extract_document(document_of(f"{BUREAU}股室职责\n办公室：负责文秘。\n河湖股：负责管理河湖。\n"))
    assert {(fact.relation, fact.role) for fact in found.facts} == {(Relation.PART_OF, "内设机构")}
