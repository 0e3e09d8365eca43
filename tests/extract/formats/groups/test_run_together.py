"""Lists of seats whose lines a page has run together: labels after titles, a title after a name after a title, the next section."""

import pytest

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

GROUPS = (Relation.LEADS, Relation.ASSISTS, Relation.MEMBER_OF)
Row = tuple[str, str | None]
GROUP = "安山县粮食普查领导小组"


def seats(text: str) -> list[Row]:
    found = extract_document(document_of(text)).facts
    return [(f.subject.name, f.role) for f in found if f.relation in GROUPS and f.object.name == GROUP]


def posts(text: str) -> set[tuple[str, str, str | None]]:
    found = extract_document(document_of(text)).facts
    return {(f.subject.name, f.object.name, f.role) for f in found if f.relation is Relation.HOLDS}


SEATS: dict[str, tuple[str, list[Row]]] = {
    "labels after titles": (
        "组 长：石磊　县政府副县长　　尹青　县财政局局长副组长：高原　县粮食局局长成　员：吴国安　县统计局副局长\n",
        [("石磊", "组长"), ("尹青", "组长"), ("高原", "副组长"), ("吴国安", "成员")],
    ),
    "no mark at all": (
        "组长：石磊县政府副县长副组长：高原县粮食局局长尹青统计局局长成员：吴国安县财政局副局长林川发展改革局副局长\n",
        [("石磊", "组长"), ("高原", "副组长"), ("尹青", "副组长"), ("吴国安", "成员"), ("林川", "成员")],
    ),
    "the section after the list": (
        "二、组成人员组长：石磊县政府副县长成员：吴国安县财政局总会计师高原县粮食局局长三、工作职责领导小组办公室设在县粮食局。\n",
        [("石磊", "组长"), ("吴国安", "成员"), ("高原", "成员")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SEATS.values(), ids=SEATS.keys())
def test_seats_of_a_list_run_together(text: str, expected: list[Row]) -> None:
    assert seats(f"关于成立{GROUP}的通知\n各乡镇：\n现成立{GROUP}。\n{text}") == expected


def test_the_heading_of_the_next_section_is_no_part_of_a_name() -> None:
    text = (
        f"关于成立{GROUP}的通知各乡镇：现成立{GROUP}（以下简称领导小组）。二、组成人员组长：石磊县政府副县长"
        "成员：高原县粮食局局长三、办事机构及职责领导小组办公室设在县粮食局，负责日常事务。\n"
    )
    facts = extract_document(document_of(text)).facts
    assert [(f.subject.name, f.object.name) for f in facts if f.relation is Relation.HOSTS] == [("县粮食局", GROUP)]


def test_a_name_ends_before_what_an_agency_is_called_by() -> None:
    text = f"{GROUP}成员名单\n组长：石磊县政府副县长\n成员：尹青统计局副局长孟川海洋局副局长高原能源局局长\n"
    assert posts(text) >= {
        ("尹青", "统计局", "副局长"),
        ("孟川", "海洋局", "副局长"),
        ("高原", "能源局", "局长"),
    }


def test_what_is_not_told_within_a_run_is_a_doubt() -> None:
    text = (
        f"{GROUP}成员名单\n组长：石磊县政府副县长\n成员：高原县粮食局局长空缺待定吴国安县财政局副局长尹青县统计局局长\n"
    )
    extraction = extract_document(document_of(text))
    assert {"高原", "吴国安", "尹青"} <= {fact.subject.name for fact in extraction.facts}
    assert any("空缺待定" in doubt.evidence.quote for doubt in extraction.doubts)


def test_a_heading_run_into_the_text_says_what_seat_it_is() -> None:
    text = f"关于建立{GROUP}制度的通知\n成立{GROUP}。二、成员单位领导小组由县粮食局、县财政局等2个部门组成。\n"
    assert seats(text) == [("县粮食局", "成员单位"), ("县财政局", "成员单位")]
