"""Pages about who leads an organ: whose the bare posts are, how names and posts stand beside each other, where the list ends."""

import pytest

from extract.facts import Fact, Relation
from extract.formats.establishment.leaders import leaders
from extract.pipeline import extract_document
from extract.readers.text import document_of
from extract.text.segment import notices

Row = tuple[str, str, str]


def said(text: str) -> list[Row]:
    facts: list[Fact] = [fact for notice in notices(document_of(text, "page.txt")) for fact in leaders(notice)]
    return [(f.subject.name, f.object.name, f.role or "") for f in facts]


CASES: list[tuple[str, list[Row]]] = [
    (  # posts before a colon; a name of a rare family beside others
        "白石大学云岭学院领导简介\n院 长：赵立言\n书 记：沈勇\n副院长：偰伟林、彭 海\n",
        [
            ("赵立言", "白石大学云岭学院", "院长"),
            ("沈勇", "白石大学云岭学院", "书记"),
            ("偰伟林", "白石大学云岭学院", "副院长"),
            ("彭海", "白石大学云岭学院", "副院长"),
        ],
    ),
    (  # a gap in the place of the colon, and between names
        "安山县人民医院领导班子成员\n院　长　赵立言\n副院长　张舟　石磊\n",
        [
            ("赵立言", "安山县人民医院", "院长"),
            ("张舟", "安山县人民医院", "副院长"),
            ("石磊", "安山县人民医院", "副院长"),
        ],
    ),
    (  # the name first; the party organ of the house
        "安山县融媒体中心领导班子\n丁力　党委书记、主任\n尹青　副主任\n",
        [
            ("丁力", "安山县融媒体中心党委", "书记"),
            ("丁力", "安山县融媒体中心", "主任"),
            ("尹青", "安山县融媒体中心", "副主任"),
        ],
    ),
    (  # words between the organ and its leaders; a telephone after a name
        "临江市第一中学现任领导\n校长：赵立言　电话：0712-3321001\n党总支书记：沈勇\n",
        [("赵立言", "临江市第一中学", "校长"), ("沈勇", "临江市第一中学党总支", "书记")],
    ),
    (  # a heading that names no organ: each line prints its body
        "部门概况\n部门领导\n陈小洪 规划所所长\n张文魁 规划所副所长\n研究人员\n",
        [("陈小洪", "规划所", "所长"), ("张文魁", "规划所", "副所长")],
    ),
]


@pytest.mark.parametrize(("text", "rows"), CASES)
def test_the_posts_of_a_page_of_leaders(text: str, rows: list[Row]) -> None:
    assert said(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "安山县人民政府领导班子\n县长：丁力\n副县长：尹青\n",  # whose posts name their body by themselves
        "临江市第一中学现任领导\n校长：赵立言\n",  # one line makes no list
        "部门领导\n所长：丁力\n副所长：石磊\n",  # nobody says whose
        "安山县水利局领导班子成员\n局长：主持全面工作\n副局长：分管河道\n",  # duties, no names
    ],
)
def test_what_is_no_list_of_leaders(text: str) -> None:
    assert said(text) == []


def test_a_line_that_cannot_be_read_ends_the_list_and_is_told() -> None:
    found = extract_document(
        document_of("安山县水利局领导班子成员\n局长：丁力\n副局长：石磊\n副局长分别是尹青和高原\n")
    )
    assert [f.subject.name for f in found.facts if f.relation is Relation.HOLDS] == ["丁力", "石磊"]
    assert any("尹青" in doubt.evidence.quote for doubt in found.doubts)
