"""Titles in tables: each within its cell, or in the column beside the name."""

import pytest

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "安山县五月值班安排表\n日期\t带班领导\t值班人员\n5月1日\t丁力（副县长）\t石磊、孟川\n",
            [("丁力", "县人民政府", "副县长")],
        ),
        (
            "石溪镇领导包村分工表\n村名\t包村领导\t职务\t包村干部\n青山村\t丁力\t镇党委书记\t石磊、孟川\n白石村\t尹青\t镇长\t高原\n",
            [("丁力", "镇党委", "书记"), ("尹青", "石溪镇人民政府", "镇长")],
        ),
        (
            "安山县水库防汛责任人名单\n水库名称\t行政责任人\t职务\t巡查责任人\t职务\n青山水库\t丁力\t副县长\t孟川\t青山村党支部书记\n",
            [("丁力", "县人民政府", "副县长"), ("孟川", "青山村党支部", "书记")],
        ),
        # a bare post is of the body before the name; of a thing before it, of nobody
        (
            "安山县项目包保责任表\n序号\t项目\t责任单位\t责任人\t职务\n1\t清水河治理\t县水利局\t石磊\t局长\n2\t医院迁建\t县卫健局\t高原\t局长\n",
            [("石磊", "县水利局", "局长"), ("高原", "县卫健局", "局长")],
        ),
        (
            "安山县重点项目包联表\n|序号|项目名称|包联领导|责任单位|\n|1|清河治理工程|丁力(县委书记)|县水利局|\n|2|石桥改建工程|石磊(县长)|县交通局|\n",
            [("丁力", "县委", "书记"), ("石磊", "县人民政府", "县长")],
        ),
        # lists of leaders; a bare post is of the organ whose people the title lists
        (
            "安山县领导名单\n姓名\t职务\t民族\n丁力\t县委副书记、代理县长\t回族\n石磊（女）\t县纪委书记\t汉族\n",
            [("丁力", "县委", "副书记"), ("丁力", "县人民政府", "代理县长"), ("石磊", "县纪委", "书记")],
        ),
        (
            "安山县水利局机关人员一览表\n序号\t姓名\t职务\t办公电话\n1\t丁力\t局长\t0000-1234567\n2\t石磊\t科员\t0000-1234568\n",
            [("丁力", "安山县水利局", "局长"), ("石磊", "安山县水利局", "科员")],
        ),
        (
            "青石镇人民政府领导班子成员名单\n姓名　职务　办公电话\n丁　力　党委书记　0000-1234567\n石磊　党委委员、武装部部长　0000-1234568\n",
            [("丁力", "青石镇党委", "书记"), ("石磊", "青石镇党委", "委员"), ("石磊", "青石镇武装部", "部长")],
        ),
        (
            "安山县水利局领导班子成员\n姓名\n职务\n办公电话\n丁力\n党组书记、局长\n0000-1234567\n石磊\n副局长\n0000-1234568\n",
            [
                ("丁力", "安山县水利局党组", "书记"),
                ("丁力", "安山县水利局", "局长"),
                ("石磊", "安山县水利局", "副局长"),
            ],
        ),
        # what somebody looks after is no body of his own
        (
            "安山中学领导班子成员名录\n姓名\t职务\t分管处室\n丁力\t党总支书记、校长\t党政办公室\n石磊\t副校长\t教务处\n",
            [("丁力", "安山中学党总支", "书记"), ("丁力", "安山中学", "校长"), ("石磊", "安山中学", "副校长")],
        ),
        (
            "安山县河长名录\n序号\t河流名称\t河长姓名\t河长职务\t联系部门\n1\t清河\t丁力\t县长\t县水利局\n",
            [("丁力", "县人民政府", "县长")],
        ),
        # what members are at home, and their seats in the society that the title names; a remark ends no table
        (
            "白石市茶叶协会第三届理事会名单\n序号\t会员\t代表人\t职务\t协会职务\n1\t柳河茶叶有限公司\t丁力\t党委副书记\t会长\n"
            "以下按姓氏笔画为序\n2\t白石学院\t尹青\t院长\t常务理事\n",
            [
                ("丁力", "柳河茶叶有限公司党委", "副书记"),
                ("丁力", "白石市茶叶协会第三届理事会", "会长"),
                ("尹青", "白石学院", "院长"),
                ("尹青", "白石市茶叶协会第三届理事会", "常务理事"),
            ],
        ),
        # columns that are posts, a body a row
        (
            "安山县各乡镇党委书记、镇长名录\n乡镇\t党委书记\t镇长\t电话\n青石镇\t丁力\t石磊\t0000-1234567\n白石镇\t高原\t\t\n",
            [("丁力", "青石镇党委", "书记"), ("高原", "白石镇党委", "书记"), ("石磊", "青石镇人民政府", "镇长")],
        ),
        ("安山县乡镇名录\n乡镇\t拟任书记\t拟任镇长\n青石镇\t丁力\t石磊\n", []),
        ("安山县防汛名单\n乡镇\t指挥长\t副指挥长\n青石镇\t丁力\t石磊\n", []),
        ("安山县候选人名单\n乡镇\t党委书记\t镇长\n青石镇\t丁力\t石磊\n", []),
        # a column of bodies tells whose a bare post is; what it does not name is of nobody
        (
            "安山县水利局领导班子成员\n姓名\t科室\t职务\n丁力\t规划科\t科长\n石磊\t\t局长\n",
            [("丁力", "规划科", "科长")],
        ),
        ("安山县领导名单\n姓名\t职务\n丁力\t县委常委、拟任副县长\n", []),  # a doubt
        ("安山县村级名册\n村名\t人口\t面积\n青山村\t120\t3\n", []),
        ("安山县通讯录\n姓名\t职务\n丁力\t局长\n", []),
        ("安山县山塘责任表\n序号\t山塘\t责任人\t职务\n1\t青山塘\t石磊\t组长\n2\t白石塘\t高原\t局长\n", []),
        ("石溪镇班子成员包村安排\n石磊 镇长 包东河村\n", []),
    ],
)
def test_titles_in_tables(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = extract_document(document_of(text)).facts
    assert [(f.subject.name, f.object.name, f.role) for f in found if f.relation is Relation.HOLDS] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "丁力：临江市审计局局长\n石磊：临江市审计局党组成员、副局长\n",
            [("丁力", "临江市审计局", "局长"), ("石磊", "临江市审计局党组", "成员"), ("石磊", "临江市审计局", "副局长")],
        ),
        # marks of a list before the names, a remark behind the last title
        (
            "- 丁力:安山县委常委,县政府常务副县长。\n- 石磊:安山县审计局局长,县工商联副主席(兼)。\n",
            [("丁力", "安山县委", "常委"), ("丁力", "县政府", "常务副县长"), ("石磊", "安山县审计局", "局长"), ("石磊", "县工商联", "副主席")],
        ),
        ("- 丁力:安山县县长→白石县委书记\n- 石磊:柳河县县长→安山县委书记\n", []),  # a way through posts
        # one such line alone may be anything; a bare title names no body
        ("会议记录\n丁力：临江市审计局局长\n", []),
        ("丁力：局长\n石磊：副局长\n", []),
    ],
)  # fmt: skip
def test_a_list_of_names_with_titles_behind_colons(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = extract_document(document_of(text)).facts
    assert [(f.subject.name, f.object.name, f.role) for f in found if f.relation is Relation.HOLDS] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("区委常委副区长冯波列席会议。", [("冯波", "区委", "常委"), ("冯波", "区人民政府", "副区长")]),
        # 与 joins two fields of one group, or a person and what another heads
        ("县河道疏浚与水源保护指挥部指挥长丁力到会。", [("丁力", "县河道疏浚与水源保护指挥部", "指挥长")]),
        ("石磊与县防汛指挥部副指挥长丁力到会。", [("丁力", "县防汛指挥部", "副指挥长")]),
        ("县教育督导团总督学丁力到会。", [("丁力", "县教育督导团", "总督学")]),
        ("受区人大常委会主任丁芳林委托，召开会议。", [("丁芳林", "区人大常委会", "主任")]),
        ("会议听取了市双拥办主任陈波作的《工作报告》。", [("陈波", "市双拥办", "主任")]),
    ],
)
def test_where_a_title_and_a_name_begin_and_end(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = extract_document(document_of(f"区五届人大常委会举行会议\n{text}\n")).facts
    assert [(f.subject.name, f.object.name, f.role) for f in found if f.relation is Relation.HOLDS] == expected


def test_who_serves_at_present_in_a_sentence_of_its_own() -> None:
    text = "新任县委书记简历\n丁力，男，汉族，1970年6月生，研究生学历。现任安山县委书记。\n"
    found = extract_document(document_of(text)).facts
    assert [(f.subject.name, f.object.name, f.role) for f in found if f.relation is Relation.HOLDS] == [("丁力", "安山县委", "书记")]  # fmt: skip
