"""Groups that a chronicle tells of: set up by their seats in one sentence, changed, and no group's the post that follows."""

import pytest

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

GROUPS = (Relation.LEADS, Relation.ASSISTS, Relation.MEMBER_OF)
Seat = tuple[str, str, str | None]


def seats(text: str) -> set[Seat]:
    found = extract_document(document_of(text)).facts
    return {(f.subject.name, f.object.name, f.role) for f in found if f.relation in GROUPS}


TOLD: dict[str, tuple[str, set[Seat]]] = {
    # a committee that its heading names, told by its terms
    "第一届委员会": (
        "二、青禾县水资源委员会\n第一届委员会成立于1987年5月，由13名委员组成，副县长尹青任主任委员，其办公室主任由县水利局局长石磊兼任。\n"
        "三、柳河县水资源委员会\n首届委员会成立于1989年7月6日，由副县长高原任主任委员，水利局局长罗敏兼任办公室主任。",
        {
            ("尹青", "青禾县水资源委员会", "主任委员"),
            ("石磊", "青禾县水资源委员会", "办公室主任"),
            ("高原", "柳河县水资源委员会", "主任委员"),
            ("罗敏", "柳河县水资源委员会", "办公室主任"),
        },
    ),
    # the day of the founding between its name and its head
    "成立于": (
        "青禾县水资源委员会（简称水资委）成立于1989年7月6日，由副县长尹青任主任委员。",
        {("尹青", "青禾县水资源委员会", "主任委员")},
    ),
    # 后的 before the name
    "后的": (
        "10月，县委成立以副县长尹青为组长，县农办、县粮食局等部门为成员的后的粮食普查领导小组。",
        {
            ("尹青", "粮食普查领导小组", "组长"),
            ("县农办", "粮食普查领导小组", "成员"),
            ("县粮食局", "粮食普查领导小组", "成员"),
        },
    ),
    # a group that is changed takes nothing from the one before
    "调整后的": (
        "10月，县委成立以副县长尹青为组长的粮食普查领导小组。\n"
        "12月，县政府对县防汛委员会进行调整，调整后的县防汛委员会由县长石磊任主任，副县长高原任副主任。",
        {
            ("尹青", "粮食普查领导小组", "组长"),
            ("石磊", "县防汛委员会", "主任"),
            ("高原", "县防汛委员会", "副主任"),
        },
    ),
    # its members follow the name of the group, which is no member of itself
    "members after the name": (
        "1998年6月，镇党委成立由镇长石磊任组长的防汛领导小组，镇人武部、水利站为成员单位。",
        {
            ("石磊", "防汛领导小组", "组长"),
            ("镇人武部", "防汛领导小组", "成员单位"),
            ("水利站", "防汛领导小组", "成员单位"),
        },
    ),
    # a 所长 of what the works became is no seat of the group
    "所长": (
        "1976年冬，公社成立以石磊为指挥长，尹青为副指挥长的龙潭水库工程指挥部。1977年改称龙潭水库管理所，尹青任所长。",
        {("石磊", "龙潭水库工程指挥部", "指挥长"), ("尹青", "龙潭水库工程指挥部", "副指挥长")},
    ),
    # a 指挥 leads, his 副指挥 assists; of several one is named
    "指挥": (
        "6月，成立青禾县水库建设指挥部。石磊任指挥，尹青等任副指挥。",
        {("石磊", "青禾县水库建设指挥部", "指挥"), ("尹青", "青禾县水库建设指挥部", "副指挥")},
    ),
    "a group that is to prepare something": (
        "3月，县委决定，建立青禾县水库筹建小组。石磊任组长。",
        {("石磊", "青禾县水库筹建小组", "组长")},
    ),
}


def test_a_commander_assists_only_below_a_commander_in_chief() -> None:
    told = "青禾县大事记\n6月，成立青禾县水库建设指挥部。{}尹青任指挥。\n"
    for above, relation in (("", Relation.LEADS), ("石磊任总指挥，", Relation.ASSISTS)):
        found = extract_document(document_of(told.format(above))).facts
        assert [f.relation for f in found if f.subject.name == "尹青"] == [relation]


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD.keys())
def test_groups_that_a_chronicle_tells_of(text: str, expected: set[Seat]) -> None:
    assert seats(f"青禾县大事记\n{text}\n") == expected


def test_a_seat_is_dated_by_the_entry_that_tells_of_it() -> None:
    text = (
        "1971年\n2月5日县委决定，建立青禾水库筹建小组。石磊任组长。6月4日，成立青禾水库建设指挥部。尹青任指挥。\n"
        "1972年\n3月成立青禾县防汛指挥部。高原任指挥。\n"
    )
    found = extract_document(document_of(text)).facts
    assert [(f.subject.name, f.date) for f in found if f.relation in GROUPS] == [
        ("石磊", "1971-02-05"),
        ("尹青", "1971-06-04"),
        ("高原", None),
    ]
