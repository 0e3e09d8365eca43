"""Titles in passing, a wording a case; chronicles and minutes as a whole are golden passages (tests/golden/titles)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.facts import Fact, Relation
from extract.formats.titles.notice import titles
from extract.pipeline import extract_document
from extract.readers.text import document_of
from extract.text.segment import notices

Held = tuple[str, str, str | None, str | None]


def facts(text: str) -> list[Fact]:
    return [r for notice in notices(document_of(text)) for r in titles(notice) if isinstance(r, Fact)]


def held(text: str) -> list[Held]:
    return [(f.subject.name, f.object.name, f.role, f.date) for f in facts(text)]


CHRONICLE = "青禾县人民政府公报\n2023年第2期\n\n大事记\n\n"

ENTRIES: list[tuple[str, list[Held]]] = [
    ("◆4月7日，县长秦岭主持召开会议。", [("秦岭", "县人民政府", "县长", "2023-04-07")]),
    ("4月7日上午，县长秦岭到青龙镇调研。", [("秦岭", "县人民政府", "县长", "2023-04-07")]),
    ("●2022年12月30日，县长秦岭讲话。", [("秦岭", "县人民政府", "县长", "2022-12-30")]),
    (
        "◆4月7日，县委书记商伯言会见客人。◆4月9日，县长秦岭出席会议。",
        [("商伯言", "县委", "书记", "2023-04-07"), ("秦岭", "县人民政府", "县长", "2023-04-09")],
    ),
    (
        "◆4月7日，副县长丁香、包文博（女）出席。",
        [("丁香", "县人民政府", "副县长", "2023-04-07"), ("包文博", "县人民政府", "副县长", "2023-04-07")],
    ),
    (
        "◆4月7日，省委常委、市委书记穆青云调研，县领导尚可陪同。",
        [("穆青云", "省委", "常委", "2023-04-07"), ("穆青云", "市委", "书记", "2023-04-07")],
    ),
    ("◆4月7日，县水利局负责人沈从军介绍情况。", []),
    ("◆4月7日，原县长秦岭参加活动。", []),
    ("◆4月7日，县长办公会议研究工作。", []),
    ("◆4月7日，传达习近平总书记重要讲话。", []),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a label on a line of its own, above the names of a list
            "林长：石磊　县委书记\n副林长：\n尹青　县委常委、统战部部长\n高原　副县长\n",
            [
                ("石磊", "县委", "书记"),
                ("尹青", "县委", "常委"),
                ("尹青", "统战部", "部长"),
                ("高原", "县人民政府", "副县长"),
            ],
        ),
        (  # who is responsible for a thing; a unit there is none
            "水库名称：杏花水库\n政府责任人：石磊　副县长\n管理单位责任人：尹青　杏花水库管理所所长\n巡查责任人：县水利局\n",
            [("石磊", "县人民政府", "副县长"), ("尹青", "杏花水库管理所", "所长")],
        ),
    ],
)
def test_names_and_titles_stand_after_labels(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [one[:3] for one in held(f"杏花县责任名单\n{text}")] == expected


def test_a_line_with_a_year_dates_the_entries_below_it() -> None:
    text = "青禾县大事记（1987—1995）\n1988年\n3月2日，县长秦岭讲话。\n1992年\n4月6日，县里组成以副县长丁香为团长的参观团。\n"
    assert held(text) == [
        ("秦岭", "县人民政府", "县长", "1988-03-02"),
        ("丁香", "县人民政府", "副县长", "1992-04-06"),
    ]


@pytest.mark.parametrize(("entry", "expected"), ENTRIES)
def test_an_entry_of_a_chronicle_dates_its_titles(entry: str, expected: list[Held]) -> None:
    assert held(CHRONICLE + entry + "\n") == expected


def test_without_a_date_in_the_entry_there_is_none() -> None:
    text = "关于表彰先进的通报\n\n各乡镇：\n县民政局局长庄重同志工作认真，现予表彰。\n青禾县人民政府\n2021年3月4日\n"
    assert held(text) == [("庄重", "县民政局", "局长", None)]


def test_a_signature_takes_the_date_below_it() -> None:
    text = "青禾县人民政府令\n第3号\n《青禾县河道管理办法》已经审议通过，现予公布。\n县长：秦岭\n2021年3月4日\n"
    assert held(text) == [("秦岭", "县人民政府", "县长", "2021-03-04")]


def test_a_report_to_the_congress_takes_the_day_of_the_speech() -> None:
    text = "政府工作报告\n——2021年1月8日在青禾县第十八届人民代表大会第五次会议上\n县长　秦　岭\n各位代表：\n现在报告工作。\n"
    assert held(text) == [("秦岭", "县人民政府", "县长", "2021-01-08")]


NOT_IN_PASSING = [
    "关于成立工作领导小组的通知\n组长：县长秦岭；副组长：副县长丁香。\n2021年3月4日\n",
    "关于县政府领导分工的通知\n秦怀远县长：负责全面工作。\n丁香副县长：负责教育工作。\n2021年3月4日\n",
    "关于秦岭同志任职的通知\n任命秦岭同志为县水利局局长。\n2021年3月4日\n",
]


@pytest.mark.parametrize("text", NOT_IN_PASSING)
def test_groups_divisions_and_appointments_are_read_elsewhere(text: str) -> None:
    assert held(text) == []


def test_the_proposer_of_an_appointment_holds_a_title() -> None:
    text = "青禾县人大常委会任免名单\n根据县人民政府县长秦岭的提请，决定任命庄重为县民政局局长。\n2021年3月4日\n"
    assert held(text) == [("秦岭", "县人民政府", "县长", None)]


def test_the_line_is_that_of_the_person_and_the_quote_holds_title_and_name() -> None:
    text = CHRONICLE + "4月7日，春季造林绿化现场推进会议在青龙镇召开，会议期间县长\n秦岭作动员讲话。\n"
    (fact,) = facts(text)
    assert fact.evidence.line == text[: text.index("秦岭")].count("\n") + 1
    assert "县长" in fact.evidence.quote
    assert "秦岭" in fact.evidence.quote


@given(
    st.lists(
        st.sampled_from([*(entry for entry, _ in ENTRIES), *NOT_IN_PASSING, "\n", "6月\n", "3日，", "\t"]), max_size=6
    )
)
def test_every_title_of_any_text_is_quoted_from_it(parts: list[str]) -> None:
    text = CHRONICLE + "".join(parts)
    for fact in facts(text):
        assert fact.evidence.quote == text[fact.evidence.start : fact.evidence.end]
        assert fact.role


BESIDE = [
    (
        "关于人事任免的报道\n县人大常委会主任秦岭主持会议。会议任命庄重为县民政局局长。县委书记丁香向庄重颁发任命书。\n",
        [("秦岭", "县人大常委会", "主任", None), ("丁香", "县委", "书记", None)],
    ),
    (  # who takes a second post keeps the first
        "关于人事任免的报道\n县委副书记庄重同志兼任县委党校校长。任命县水利局局长丁香兼任县防汛办主任。\n",
        [("庄重", "县委", "副书记", None), ("丁香", "县水利局", "局长", None)],
    ),
    (  # whoever is appointed or proposed is left to the format of appointments
        "关于人事任免的报道\n会议宣布，任命县水利局副局长庄重同志为县水利局局长，提名县审计局局长丁香为副县长候选人。\n",
        [],
    ),
]


def test_who_acts_for_another_holds_nothing_in_passing() -> None:
    text = "关于人事任免的报道\n会议表决，任命庄重为县水利局局长；县人民政府副县长秦岭代理县人民政府县长职务。\n"
    assert held(text) == []


def test_the_head_of_state_who_appoints() -> None:
    text = "报道\n中华人民共和国主席秦岭根据全国人民代表大会常务委员会的决定任免下列驻外大使。\n"
    assert held(text) == [("秦岭", "中华人民共和国", "主席", None)]


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_titles_beside_changes_of_posts(text: str, expected: list[tuple[str, str, str, str | None]]) -> None:
    assert held(text) == expected


def test_the_day_of_a_page_is_that_of_no_meeting_but_gives_its_year() -> None:
    text = "安山县召开会议\n2024-03-12 09:30 来源：安山日报\n3月11日，全县工作会议召开。县长秦岭主持会议并讲话。\n"
    assert held(text) == [("秦岭", "县人民政府", "县长", "2024-03-11")]


def test_persons_about_to_be_appointed_hold_what_they_hold_now() -> None:
    text = "关于秦岭等同志任职的公示\n秦岭，男，1975年3月生，现任县水利局副局长，拟任县水利局局长。\n2021年5月6日\n"
    assert held(text) == [("秦岭", "县水利局", "副局长", None)]


def test_the_post_of_today_at_the_end_of_a_life() -> None:
    text = (
        "秦岭简历\n秦岭，男，汉族，1968年生，中共党员。历任县水利局副局长、局长，2011年任副县长，现任安山县委书记。\n"
    )
    assert held(text) == [("秦岭", "安山县委", "书记", None)]


def test_a_course_of_posts_is_a_doubt() -> None:
    text = "水利志\n1998年，秦岭先任安山县副县长、代理县长，后任安山县县长。\n"
    extraction = extract_document(document_of(text))
    assert not extraction.facts
    assert any("秦岭先任" in doubt.evidence.quote for doubt in extraction.doubts)


def test_rows_that_a_page_divides_by_a_space_each() -> None:
    text = "安山县县级河长名单\n序号 河长姓名 职务 责任河湖\n1 秦岭 县委书记 清水河\n2 丁香 县委副书记、县长 白龙河\n"
    assert held(text) == [
        ("秦岭", "县委", "书记", None),
        ("丁香", "县委", "副书记", None),
        ("丁香", "县人民政府", "县长", None),
    ]


def test_what_a_chief_answers_for_is_no_title() -> None:
    text = "安山县林长名单\n林长：秦岭 副县长 责任区域：白石镇、云山乡\n"
    assert held(text) == [("秦岭", "县人民政府", "副县长", None)]


def test_posts_of_a_town_in_one_run() -> None:
    text = "白石镇简介\n分别是：党委书记石磊、党委副书记、镇长尹青、纪委书记周波、武装部长杨宇、组织委员张兰。\n"
    held = [
        (f.subject.name, f.object.name, f.role)
        for f in extract_document(document_of(text)).facts
        if f.relation is Relation.HOLDS
    ]
    assert held == [
        ("石磊", "党委", "书记"),
        ("尹青", "党委", "副书记"),
        ("尹青", "镇人民政府", "镇长"),
        ("周波", "纪委", "书记"),
        ("杨宇", "武装部", "部长"),
    ]


def test_seats_of_an_executive_committee_among_posts() -> None:
    text = "运动会筹备会议召开\n县政府副县长、执委会副主任兼常务副秘书长石磊，县文旅局局长、执委会副秘书长尹青到场。\n"
    posts = [("石磊", "县政府", "副县长"), ("石磊", "执委会", "副主任"), ("石磊", "执委会", "常务副秘书长")]
    posts += [("尹青", "县文旅局", "局长"), ("尹青", "执委会", "副秘书长")]
    assert [row[:3] for row in held(text)] == posts


def test_a_committee_of_a_congress_that_names_deputies_and_elections() -> None:
    text = "会议听取报告\n受主任会议委托，县人大常委会代表选举工作委员会主任石磊就有关情况作了说明。\n"
    assert [row[:3] for row in held(text)] == [("石磊", "县人大常委会代表选举工作委员会", "主任")]
