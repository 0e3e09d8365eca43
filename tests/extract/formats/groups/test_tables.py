"""Tables of a group's member bodies, entries with brackets, and a bureau's own bare titles in its list of seats."""

import pytest

from extract.facts import Doubt
from extract.pipeline import extract_document
from extract.readers.text import document_of

Row = tuple[str, str, str, str | None]
GROUP = "安山县消防工作联席会议"
HEAD = f"{GROUP}成员名单\n序号\t成员单位\t分管领导\t职务\n"


def rows(text: str) -> list[Row]:
    found = extract_document(document_of(text)).facts
    wanted = {"leads", "assists", "member_of", "holds"}
    return [(f.relation.value, f.subject.name, f.object.name, f.role) for f in found if f.relation.value in wanted]


def test_each_row_seats_a_body_and_says_what_its_leader_is() -> None:
    text = (
        HEAD + "1\t县政府办公室\t李妙君\t县府办副主任\n2\t县教育局\t李锋\t法规股股长\n3\t县供电公司\t江南\t副总经理\n"
        "4\t县融媒体中心\t张聪林\t办公室主任\n5\t县水利局\t石磊\t党组书记、局长\n6\t各乡镇\t\t\n"
    )
    seats = [row for row in rows(text) if row[0] == "member_of"]
    assert [(row[1], row[3]) for row in seats] == [
        (name, "成员单位") for name in ("县政府办公室", "县教育局", "县供电公司", "县融媒体中心", "县水利局")
    ]
    assert [row[1:] for row in rows(text) if row[0] == "holds"] == [
        ("李妙君", "县府办", "副主任"),
        ("李锋", "法规股", "股长"),
        ("江南", "县供电公司", "副总经理"),
        ("张聪林", "办公室", "主任"),
        ("石磊", "党组", "书记"),
        ("石磊", "县水利局", "局长"),
    ]


def test_a_post_in_its_column_is_nobodys_seat() -> None:
    text = HEAD + "1\t县融媒体中心\t张聪林\t办公室主任\n2\t县银监办\t吴志扬\t副主任\n3\t县供电公司\t丁力\t主任\n"
    assert not [row for row in rows(text) if row[0] in {"leads", "assists"}]


def test_a_cell_that_names_no_person_is_told() -> None:
    found = extract_document(document_of(HEAD + "1\t县水利局\t分管同志若干\t副局长\n2\t县林业局\t石磊\t副局长\n"))
    assert [one.evidence.quote for one in found.doubts if isinstance(one, Doubt) and one.rule == "groups.tables"] == [
        "分管同志若干"
    ]


OWN = "关于成立局保密工作领导小组的通知\n各科室：\n成立局保密工作领导小组：\n{}\n安山县国土资源局\n2012年6月11日\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (  # a bureau's own posts, its 党组 as printed
            "组 长：廖加宁（局长、党组书记）",
            [("廖加宁", "安山县国土资源局", "局长"), ("廖加宁", "党组", "书记")],
        ),
        (  # several entries with brackets in one line
            "副组长：陈玉生（副局长）　林 文（副局长、主任科员）",
            [
                ("陈玉生", "安山县国土资源局", "副局长"),
                ("林文", "安山县国土资源局", "副局长"),
                ("林文", "安山县国土资源局", "主任科员"),
            ],
        ),
        ("成 员：李晓阳（财务科负责人）", [("李晓阳", "财务科", "负责人")]),
        ("成 员：丁昌明（办公室） 薛理云（监察室）", []),
        ("成 员：丁昌明（校长）", []),  # whose school nobody says
    ],
)
def test_titles_in_brackets_of_an_organs_own_list(line: str, expected: list[tuple[str, str, str]]) -> None:
    found = rows(OWN.format(line))
    assert [row[1:] for row in found if row[0] == "holds"] == expected
    names = [name for name in ("廖加宁", "陈玉生", "林文", "李晓阳", "丁昌明", "薛理云") if name[0] in line]
    assert [row[1] for row in found if row[0] != "holds"] == [name for name in names if name[-1] in line]


@pytest.mark.parametrize("edge", ["", "|"])
def test_a_bar_divides_a_seat_from_who_sits_there(edge: str) -> None:
    rows = (
        ("组长", "贺建军（县长）"),
        ("副组长", "罗敏（副县长） 田庭（县委常委）"),
        ("成员", "丁力（县水利局局长）、石磊（县审计局局长）"),
    )
    text = "县防汛领导小组成员名单\n" + "".join(f"{edge} {seat} | {people} |\n" for seat, people in rows)
    found = list(extract_document(document_of(text)).facts)
    assert [(f.subject.name, f.role) for f in found if f.object.kind == "group"] == [
        ("贺建军", "组长"),
        ("罗敏", "副组长"),
        ("田庭", "副组长"),
        ("丁力", "成员"),
        ("石磊", "成员"),
    ]
    assert [(f.subject.name, f.object.name, f.role) for f in found if f.object.kind != "group"] == [
        ("贺建军", "县人民政府", "县长"),
        ("罗敏", "县人民政府", "副县长"),
        ("田庭", "县委", "常委"),
        ("丁力", "县水利局", "局长"),
        ("石磊", "县审计局", "局长"),
    ]
