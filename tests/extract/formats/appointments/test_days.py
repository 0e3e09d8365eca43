"""The day of a decision that stands after it in parentheses, or before it in a chronicle."""

import pytest

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

PERSONNEL = (Relation.APPOINTED, Relation.DISMISSED)


def kinds(text: str) -> list[tuple[str, str]]:
    facts = extract_document(document_of(text)).facts
    return [(f.object.name, f.object.kind.value) for f in facts if f.relation in PERSONNEL and f.object]


def days(text: str) -> list[tuple[str, str | None]]:
    facts = extract_document(document_of(text)).facts
    return [(f.subject.name, f.date) for f in facts if f.relation in PERSONNEL]


def test_a_number_and_a_day_close_each_decision() -> None:
    text = """人事任免
区人民政府决定任命：
方小舟同志为区司法局局长。
（白政任〔2031〕2号　2031年3月2日）
石磊任区审计局局长，免去其区信访局局长职务。
（白政任〔2031〕3号，2031年3月20日）
"""
    assert days(text) == [("方小舟", "2031-03-02"), ("石磊", "2031-03-20"), ("石磊", "2031-03-20")]


def test_an_election_in_a_chronicle_is_of_the_day_of_its_entry() -> None:
    text = "2031年大事记\n2月10日　区人大五届三次会议闭幕，方小舟当选区长，石磊、林杰当选副区长。\n"
    assert days(text) == [("方小舟", "2031-02-10"), ("石磊", "2031-02-10"), ("林杰", "2031-02-10")]


def test_a_day_without_its_month_is_the_last_one_before_the_paper() -> None:
    told = "本报讯（记者丁力）{}日，县人大常委会召开第二次会议，决定任命石磊为县水利局局长。\n"
    assert days("县人大常委会举行会议\n2016/5/16\n" + told.format(13)) == [("石磊", "2016-05-13")]
    assert days("县人大常委会举行会议\n2016/1/2\n" + told.format(30)) == [("石磊", "2015-12-30")]


ENTRIES = """1971年
2月5日军代表石磊任青禾县革命委员会核心小组组长、青禾县革命委
员会主任。军代表尹青任青禾县革命委员会核心小组副组长。
6月12～15日中共青禾县第四次代表大会召开。石磊当选为书记。
1972年
10月24日方小舟任中共青禾县委书记、县革委会主任。
11月23日青禾港定为外贸装运点。
4月25~26日国务院港口建设领导小组副组长丁力视察青禾。
"""


def test_entries_below_a_line_that_is_a_year() -> None:
    found = extract_document(document_of(ENTRIES))
    posts = [
        (f.subject.name, f.object.name, f.role, f.date) for f in found.facts if f.relation in PERSONNEL and f.object
    ]
    assert posts == [
        ("石磊", "青禾县革命委员会核心小组", "组长", "1971-02-05"),
        ("石磊", "青禾县革命委员会", "主任", "1971-02-05"),
        ("尹青", "青禾县革命委员会核心小组", "副组长", "1971-02-05"),
        ("方小舟", "中共青禾县委", "书记", "1972-10-24"),
        ("方小舟", "县革委会", "主任", "1972-10-24"),
    ]
    assert [d.evidence.quote for d in found.doubts] == ["石磊当选为书记"]
    assert [(f.subject.name, f.date) for f in found.facts if f.relation is Relation.HOLDS] == [("丁力", "1972-04-25")]


def test_a_year_alone_makes_no_chronicle_of_a_notice() -> None:
    text = "1971年\n青禾县的水利建设从头开始。\n2月5日石磊任青禾县水利局局长。\n"
    assert days(text) == []


def test_a_core_group_is_a_group_and_a_revolutionary_committee_a_body() -> None:
    assert kinds(ENTRIES)[:2] == [("青禾县革命委员会核心小组", "group"), ("青禾县革命委员会", "department")]


MONTHS = """1978年
2月，方小舟调离，石磊任党委书记。
3月6日，尹青副场长调青岭林场任党委书记。
4月，丁力任林场副场长。
5月2日，林场党委书记石磊调任为青岭林场书记，罗敏调来任革委会主任。
6月，林场召开职工代表大会，选举林杰为工会主席，高原为工会副主席。
7月，工会主席林杰到会。
"""


def test_entries_that_open_with_a_month() -> None:
    """A year above lines of months; who is sent elsewhere, called by the post that he had; organs of the house as printed."""
    found = extract_document(document_of(MONTHS)).facts
    told = [(f.relation.value[:2], f.subject.name, f.object.name, f.role, f.date) for f in found if f.object]
    assert sorted(told) == sorted(
        [
            ("ap", "石磊", "党委", "书记", "1978-02"),
            ("ap", "尹青", "青岭林场党委", "书记", "1978-03-06"),
            ("ho", "尹青", "林场", "副场长", "1978-03-06"),
            ("ap", "丁力", "林场", "副场长", "1978-04"),
            ("ho", "石磊", "林场党委", "书记", "1978-05-02"),
            ("ap", "石磊", "青岭林场", "书记", "1978-05-02"),
            ("ap", "罗敏", "革委会", "主任", "1978-05-02"),
            ("ap", "林杰", "工会", "主席", None),
            ("ap", "高原", "工会", "副主席", None),
            ("ho", "林杰", "工会", "主席", "1978-07"),
        ]
    )


def test_posts_of_a_house_and_of_what_it_founds_in_its_own_chronicle() -> None:
    """The post that somebody takes is of the house of the post so far, and not of the one named before."""
    text = (
        "1987年\n2月1日 林场保卫科设立消防中队,尹青任队长。\n2月6日 林场场长石磊调任青禾学校校长;林场党委书记方小舟改任场长;"
        "林场党委副书记丁力提任党委书记。\n5月9日 林场医院成立急救中心,吴川任中心主任。\n"
    )
    assert days(text) == [
        ("尹青", "1987-02-01"),
        ("石磊", "1987-02-06"),
        ("方小舟", "1987-02-06"),
        ("丁力", "1987-02-06"),
        ("吴川", "1987-05-09"),
    ]
    found = [(f.object.name, f.role) for f in extract_document(document_of(text)).facts if f.relation in PERSONNEL]
    assert found == [
        ("消防中队", "队长"),
        ("青禾学校", "校长"),
        ("林场", "场长"),
        ("林场党委", "书记"),
        ("急救中心", "主任"),
    ]


MET = "公司于2031年6月1日召开董事会，补选罗敏为公司董事。\n"


@pytest.mark.parametrize(
    ("lately", "day"),
    [
        ("近日，公司董事会收到卓远先生的书面辞职报告。卓远先生辞去公司董事职务。\n", None),
        ("公司于日前接到卓远先生的辞呈，卓远先生辞去公司董事职务。\n", None),
        ("公司于2031年5月3日收到卓远先生的辞呈，卓远先生辞去公司董事职务。\n", "2031-05-03"),
    ],
)
def test_a_resignation_that_came_lately_is_not_of_the_day_of_another_meeting(lately: str, day: str | None) -> None:
    expected = {("卓远", day), ("罗敏", "2031-06-01")}
    assert set(days(f"青禾股份有限公司关于董事辞职的公告\n{lately}{MET}")) == expected
    if day is None:  # nor of that of one before
        assert set(days(f"青禾股份有限公司关于董事辞职的公告\n{MET}{lately}")) == expected


def test_a_resignation_that_came_lately_is_of_the_day_of_the_signature() -> None:
    text = (
        "关于卓远辞职的公告\n近日，公司收到卓远先生的辞呈，卓远先生辞去公司董事职务。\n青禾股份有限公司\n2031年6月2日\n"
    )
    assert days(text) == [("卓远", "2031-06-02")]
