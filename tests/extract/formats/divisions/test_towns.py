"""Divisions of work of towns, schools and villages: organs as printed, verbs that end a list, posts among the duties."""

import pytest

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

Row = tuple[str, str, str, str | None]
FAMILY = (Relation.HOLDS, Relation.LEADS, Relation.LIAISES, Relation.ASSISTS)


def rows(text: str) -> list[Row]:
    found = extract_document(document_of(text)).facts
    return [(f.relation.value[:2], f.subject.name, f.object.name, f.role) for f in found if f.relation in FAMILY]


CASES: list[tuple[str, list[Row]]] = [
    (  # a town's own organs; 主抓; what is looked after ends the fields
        "柳林镇党政领导班子成员分工\n尹青  党委书记  主持镇党委全面工作，主抓财政工作。\n"
        "石磊  人大主席  负责代表联络，包联白石村、黑石村。\n",
        [
            ("ho", "尹青", "柳林镇党委", "书记"),
            ("le", "尹青", "镇党委全面", "主持"),
            ("le", "尹青", "财政", "主抓"),
            ("ho", "石磊", "柳林镇人大", "主席"),
            ("le", "石磊", "代表联络", "负责"),
        ],
    ),
    (  # the organ of a title is not told anywhere: as printed; a bare 主任 beside it is of nobody
        "党委书记：尹青\n主持党委全面工作。\n纪工委书记：石磊\n分管纪检、监察。\n",
        [
            ("ho", "尹青", "党委", "书记"),
            ("le", "尹青", "党委全面", "主持"),
            ("ho", "石磊", "纪工委", "书记"),
            ("le", "石磊", "纪检", "分管"),
            ("le", "石磊", "监察", "分管"),
        ],
    ),
    (  # lent by another organ; a post among the duties
        "安山县人民政府领导班子成员工作分工\n尹青（挂职）　副县长\n负责水利工作，兼任县水利局局长。\n",
        [
            ("ho", "尹青", "县人民政府", "副县长"),
            ("le", "尹青", "水利", "负责"),
            ("ho", "尹青", "县水利局", "局长"),
        ],
    ),
    (  # 厅领导 of a department; a rank before the name
        "云溪省水利厅厅领导分工\n厅长　尹青：主持厅全面工作。\n一级巡视员　石磊：协助厅长负责防汛工作。\n",
        [
            ("ho", "尹青", "云溪省水利厅", "厅长"),
            ("le", "尹青", "厅全面", "主持"),
            ("ho", "石磊", "云溪省水利厅", "一级巡视员"),
            ("as", "石磊", "厅长", "协助"),
        ],
    ),
    (  # beside 镇长 the party organ is as printed
        "党委副书记、镇长 尹青：主持镇政府全面工作。\n党委委员、副镇长 石磊：分管水利。\n",
        [
            ("ho", "尹青", "党委", "副书记"),
            ("ho", "尹青", "镇人民政府", "镇长"),
            ("le", "尹青", "镇政府全面", "主持"),
            ("ho", "石磊", "党委", "委员"),
            ("ho", "石磊", "镇人民政府", "副镇长"),
            ("le", "石磊", "水利", "分管"),
        ],
    ),
    (  # what brackets say after a name ends no name line
        "安山县人民政府领导分工\n县长 尹青（女，回族）\n主持县政府全面工作。\n副县长：石磊（挂职）\n分管科技。\n",
        [
            ("ho", "尹青", "县人民政府", "县长"),
            ("le", "尹青", "县政府全面", "主持"),
            ("ho", "石磊", "县人民政府", "副县长"),
            ("le", "石磊", "科技", "分管"),
        ],
    ),
    (  # a name, and below it a title with a dash and the duties: the place is not a name
        "尹青\n安山县文化馆-馆长  主持全面工作，分管信息部。\n石磊\n安山县文化馆-副馆长  分管培训部。\n",
        [
            ("ho", "尹青", "安山县文化馆", "馆长"),
            ("le", "尹青", "全面", "主持"),
            ("le", "尹青", "信息部", "分管"),
            ("ho", "石磊", "安山县文化馆", "副馆长"),
            ("le", "石磊", "培训部", "分管"),
        ],
    ),
    (  # what stands between a verb and its units
        "安山县教育局领导分工\n尹青 副局长\n工作分工：分管处室：监察处\n",
        [("ho", "尹青", "安山县教育局", "副局长"), ("le", "尹青", "监察处", "分管")],
    ),
    (  # a school's own notice
        "安山县第三中学关于学校领导分工的通知\n校长尹青：主持学校全面工作。\n教务主任 石磊：分管教研室。\n",
        [
            ("ho", "尹青", "安山县第三中学", "校长"),
            ("le", "尹青", "学校全面", "主持"),
            ("ho", "石磊", "安山县第三中学", "教务主任"),
            ("le", "石磊", "教研室", "分管"),
        ],
    ),
    (  # 校 after the name of the house
        "白石大学校领导分工\n1．党委书记 尹青\n主持学校党委全面工作。\n2．校长 石磊\n联系学院：法学院\n",
        [
            ("ho", "尹青", "白石大学党委", "书记"),
            ("le", "尹青", "学校党委全面", "主持"),
            ("ho", "石磊", "白石大学", "校长"),
            ("li", "石磊", "法学院", "联系"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_division(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_what_is_assisted_is_no_open_cue() -> None:
    text = "云溪省水利厅厅领导分工\n厅长　尹青：主持厅全面工作。\n副厅长　石磊：协助厅长分管防汛工作。\n"
    assert not [doubt for doubt in extract_document(document_of(text)).doubts if doubt.code == "unread"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("包联西河镇、东山街道", [("西河镇", "包联"), ("东山街道", "包联")]),
        ("挂联县水务局、白石村", [("县水务局", "挂联")]),
        ("包保安山水泥厂", []),
    ],
)
def test_towns_and_organs_that_somebody_looks_after(told: str, expected: list[tuple[str, str]]) -> None:
    text = f"安山县领导分工\n副县长 石磊：负责教育工作；{told}。\n"
    found = extract_document(document_of(text)).facts
    assert [(f.object.name, f.role) for f in found if f.relation is Relation.LIAISES] == expected
