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
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_division(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_what_is_assisted_is_no_open_cue() -> None:
    text = "云溪省水利厅厅领导分工\n厅长　尹青：主持厅全面工作。\n副厅长　石磊：协助厅长分管防汛工作。\n"
    assert not [doubt for doubt in extract_document(document_of(text)).doubts if doubt.code == "unread"]
