"""Several decisions in one sentence, removals in every wording, and where a personnel text has its day from."""

import pytest

from extract.facts import Doubt, Fact
from extract.formats.appointments.notice import appointments
from extract.readers.text import document_of
from extract.text.segment import notices

HEAD = "安山县人民政府关于尹青等同志职务任免的通知\n"
TAIL = "\n安山县人民政府\n2021年5月6日\n"
Row = tuple[str, str, str, str | None]


def found(text: str) -> list[Fact | Doubt]:
    document = document_of(text)
    return [r for notice in notices(document) for r in appointments(notice) if isinstance(r, Fact | Doubt)]


def facts(text: str) -> list[Fact]:
    return [result for result in found(text) if isinstance(result, Fact)]


def rows(text: str) -> list[Row]:
    return [(f.relation.value[:2], f.subject.name, f.object.name, f.role) for f in facts(text)]


ONE_SENTENCE: list[tuple[str, list[Row]]] = [
    (
        "会议决定免去尹青的县审计局局长职务，任命石磊为县审计局局长，免去高原的县统计局局长职务。",
        [("di", "尹青", "县审计局", "局长"), ("ap", "石磊", "县审计局", "局长"), ("di", "高原", "县统计局", "局长")],
    ),
    (  # 、 between two decisions
        "免去尹青的县审计局局长职务、任命石磊为县审计局局长。",
        [("di", "尹青", "县审计局", "局长"), ("ap", "石磊", "县审计局", "局长")],
    ),
    (  # no mark between two decisions
        "免去尹青的县审计局局长职务任命石磊为县审计局局长。",
        [("di", "尹青", "县审计局", "局长"), ("ap", "石磊", "县审计局", "局长")],
    ),
    (  # 分别免去 holds for the list after it
        "任命石磊为县审计局局长。\n分别免去尹青的县审计局局长职务；高原的县统计局局长职务；吴国安的县档案局局长职务。",
        [
            ("ap", "石磊", "县审计局", "局长"),
            ("di", "尹青", "县审计局", "局长"),
            ("di", "高原", "县统计局", "局长"),
            ("di", "吴国安", "县档案局", "局长"),
        ],
    ),
    (  # 免去其 is of the person before, up to the end of the clause
        "石磊同志任县审计局党组成员，免去其柳林镇党委副书记，柳林镇人民政府镇长职务。",
        [
            ("ap", "石磊", "县审计局党组", "成员"),
            ("di", "石磊", "柳林镇党委", "副书记"),
            ("di", "石磊", "柳林镇人民政府", "镇长"),
        ],
    ),
    (
        "会议任免2人，其中任命石磊为县审计局局长，高原为县统计局局长。",
        [("ap", "石磊", "县审计局", "局长"), ("ap", "高原", "县统计局", "局长")],
    ),
    ("会议表决任命石磊为县审计局局长。", [("ap", "石磊", "县审计局", "局长")]),
    ("委派石磊任县水务有限公司财务总监。", [("ap", "石磊", "县水务有限公司", "财务总监")]),
    ("推荐石磊任县水务有限公司董事长。", [("ap", "石磊", "县水务有限公司", "董事长")]),
    ("石磊免去县水务有限公司总经理职务。", [("di", "石磊", "县水务有限公司", "总经理")]),
    (
        "免去石磊同志的县审计局党组成员职务、三级调研员职级。",
        [("di", "石磊", "县审计局党组", "成员"), ("di", "石磊", "县审计局", "三级调研员")],
    ),
    ("免去石磊同志的县审计局四级调研员职级。", [("di", "石磊", "县审计局", "四级调研员")]),
    ("免去石磊同志的县审计局党组成员职务（职级）。", [("di", "石磊", "县审计局党组", "成员")]),
    (
        "石磊同志任县委宣传部部务会成员、四级调研员。",
        [("ap", "石磊", "县委宣传部部务会", "成员"), ("ap", "石磊", "县委宣传部", "四级调研员")],
    ),
    (
        "石磊同志任县民政局（县老龄办）党组成员、副局长。",
        [
            ("ap", "石磊", "县民政局党组", "成员"),
            ("ap", "石磊", "县民政局", "副局长"),
            ("ap", "石磊", "县老龄办", "副局长"),
        ],
    ),
    (
        "石磊同志兼任县防汛指挥部、县防火指挥部副指挥长，高原同志不再兼任上述职务。",
        [
            ("ap", "石磊", "县防汛指挥部", "副指挥长"),
            ("ap", "石磊", "县防火指挥部", "副指挥长"),
            ("di", "高原", "县防汛指挥部", "副指挥长"),
            ("di", "高原", "县防火指挥部", "副指挥长"),
        ],
    ),
    ("石磊同志主持县招商局工作。", [("le", "石磊", "县招商局", "主持")]),
    ("原县教育体育局领导班子成员职务自然免除。", []),
    ("石磊提出辞去县审计局局长职务。", []),
    (  # several resignations in one sentence, the bare 常务委员会 is of the congress before it
        "会议决定接受尹青辞去县第九届人民代表大会代表、常务委员会主任职务、石磊辞去县人民政府副县长职务的请求。",
        [
            ("di", "尹青", "县第九届人民代表大会", "代表"),
            ("di", "尹青", "县第九届人民代表大会常务委员会", "主任"),
            ("di", "石磊", "县人民政府", "副县长"),
        ],
    ),
    (
        "会议决定任命石磊为县人民政府副县长，并决定为代理县长。",
        [("ap", "石磊", "县人民政府", "副县长"), ("ap", "石磊", "县人民政府", "代理县长")],
    ),
    (
        "会议宣布县委关于任命石磊同志为安山集团董事长，聘任高原同志为安山集团总经理的决定。",
        [("ap", "石磊", "安山集团", "董事长"), ("ap", "高原", "安山集团", "总经理")],
    ),
    (  # a bare post has the body of the sentence's last one
        "会议宣布任命决定：石磊担任安山大学校长；高原不再担任校长职务。",
        [("ap", "石磊", "安山大学", "校长"), ("di", "高原", "安山大学", "校长")],
    ),
    (  # decisions that a sentence passes, not titles of their own
        "会议通过了关于接受尹青辞去县人大常委会主任职务的决定、关于接受石磊辞去县人民政府县长职务的决定。",
        [("di", "尹青", "县人大常委会", "主任"), ("di", "石磊", "县人民政府", "县长")],
    ),
    (  # what is only proposed is no decision; the name before a body that the text names after a verb
        "免去高云飞通江集团党委书记职务，建议免去其通江集团董事长职务；任命石磊为通江集团党委书记。",
        [("di", "高云飞", "通江集团党委", "书记"), ("ap", "石磊", "通江集团党委", "书记")],
    ),
    (  # who asked for it stands before the name
        "会议表决通过县政府提请的关于石磊同志任县人民政府副县长，县检察院提请的高原同志任县人民检察院副检察长。",
        [("ap", "石磊", "县人民政府", "副县长"), ("ap", "高原", "县人民检察院", "副检察长")],
    ),
    (  # a post after a comma is left or taken as the one before it
        "石磊同志不再担任中共安山县委书记、常委，临江开发区党工委书记职务。",
        [
            ("di", "石磊", "中共安山县委", "书记"),
            ("di", "石磊", "中共安山县委", "常委"),
            ("di", "石磊", "临江开发区党工委", "书记"),
        ],
    ),
    (  # the same person takes a post after the one left
        "石磊同志不再担任县审计局局长职务，任县统计局局长。",
        [("di", "石磊", "县审计局", "局长"), ("ap", "石磊", "县统计局", "局长")],
    ),
    (
        "高原同志任县财政局局长，免去其县审计局局长职务，任县统计局党组书记。",
        [
            ("ap", "高原", "县财政局", "局长"),
            ("di", "高原", "县审计局", "局长"),
            ("ap", "高原", "县统计局党组", "书记"),
        ],
    ),
    (  # proposed, and said with an adverb
        "提名石磊同志为安山县县长候选人；提议高原同志不再担任安山县县长职务；尹青同志已当选为副省长。",
        [("ap", "尹青", "省人民政府", "副省长")],
    ),
    (  # a candidate holds no post
        "石磊任中共安山县委书记，为安山县人大常委会主任人选，不再担任安山县人民政府县长职务。",
        [("ap", "石磊", "中共安山县委", "书记"), ("di", "石磊", "安山县人民政府", "县长")],
    ),
    ("县委副书记、县长石磊同志代理县委书记职务。", [("ap", "石磊", "县委", "书记")]),
    (
        "另外还宣布了石磊、高原为安山大学副校长。",
        [("ap", "石磊", "安山大学", "副校长"), ("ap", "高原", "安山大学", "副校长")],
    ),
    ("会议决定任命33位县政府组成部门负责人。", []),
    (  # a rare family name before a place that the text names elsewhere
        "任命石磊为安山县人民政府副县长，免去高原、蛮云峰安山县人民政府副县长职务。",
        [
            ("ap", "石磊", "安山县人民政府", "副县长"),
            ("di", "高原", "安山县人民政府", "副县长"),
            ("di", "蛮云峰", "安山县人民政府", "副县长"),
        ],
    ),
]


@pytest.mark.parametrize(("body", "expected"), ONE_SENTENCE)
def test_each_decision_of_a_sentence_is_its_own(body: str, expected: list[Row]) -> None:
    assert rows(HEAD + body + TAIL) == expected


def test_a_removal_in_a_list_of_appointments_is_never_an_appointment() -> None:
    results = found(HEAD + "任命石磊为县审计局局长；\n吴国安的县档案局局长职务。" + TAIL)
    assert [r.subject.name for r in results if isinstance(r, Fact)] == ["石磊"]
    assert any(isinstance(r, Doubt) and "吴国安" in r.evidence.quote for r in results)


def test_a_name_that_ends_like_the_verb_is_still_removed() -> None:
    """孔有|为县教育局副局长职务 below 免去: 职务 closes a removal, whatever the name looks like."""
    text = f"{HEAD}免去：\n孔有为县教育局副局长职务；\n秦可为县水利局副局长职务。\n任命：\n邹大为为县审计局局长。{TAIL}"
    assert rows(text) == [
        ("di", "孔有为", "县教育局", "副局长"),
        ("di", "秦可为", "县水利局", "副局长"),
        ("ap", "邹大为", "县审计局", "局长"),
    ]


@pytest.mark.parametrize(
    "keeps",
    ["继续担任县水利局党组成员", "仍担任县水利局党组成员", "保留县水利局党组成员职务", "但仍兼任县水利局党组成员"],
)
def test_a_post_that_is_kept_is_neither_taken_nor_left(keeps: str) -> None:
    text = f"{HEAD}免去秦川同志县水利局副局长职务，{keeps}。{TAIL}"
    assert rows(text) == [("di", "秦川", "县水利局", "副局长")]
    assert any(isinstance(result, Doubt) for result in found(text))


def test_an_unread_part_is_a_doubt_and_ends_the_person_before() -> None:
    results = found(HEAD + "石磊同志任县审计局局长，高原同志另有安排，免去其县统计局局长职务。" + TAIL)
    assert ("石磊", "县统计局") not in [(r.subject.name, r.object.name) for r in results if isinstance(r, Fact)]
    assert any(isinstance(r, Doubt) for r in results)


DAYS = [
    ("安山县税务局任免工作人员（2021年4月28日）\n任命石磊为安山县税务局办公室副主任。\n", "2021-04-28"),
    (
        "关于石磊同志任职的通知\n发文单位：安山县税务局\n发文日期：2022-03-09\n石磊任县税务局办公室副主任。\n",
        "2022-03-09",
    ),
    ("安山日报\n2022年08月18日\n安山社临江8月17日电　任命石磊为省水利厅副厅长。\n", "2022-08-17"),
    ("安山社临江8月17日电　任命石磊为省水利厅副厅长。\n", None),
    ("安山日报\n2023年1月2日\n安山社临江12月31日电　任命石磊为省水利厅副厅长。\n", "2022-12-31"),
    ("令说，根据安山县第九届人大常委会第二次会议于2016年11月7日的决定：\n任命石磊为县水利局局长。\n", "2016-11-07"),
    ("发布日期：2021-08-16\n8月13日上午，县人大常委会第三十次会议召开。\n会议任命石磊为县水利局局长。\n", "2021-08-13"),
    ("8月13日上午，县人大常委会第三十次会议召开。\n会议任命石磊为县水利局局长。\n", None),
    # the day on which the page was made stands above the report; an earlier one only announces
    ("2021-08-16\n8月13日，县人大常委会举行第三十次会议。\n会议决定任命石磊为县水利局局长。\n", "2021-08-13"),
    ("2021-08-16\n8月19日，县人大常委会将举行会议。\n县政府任命石磊为县水利局局长。\n", "2021-08-16"),
    ("发布日期：2025-12-26 13:25\n今（26）日，县人大常委会任命石磊为县水利局局长。\n", "2025-12-26"),
    (
        "安山县税务局任免工作人员（2025年12月11日）\n发文日期：2026-08-21\n任命石磊为安山县税务局办公室主任。\n",
        "2025-12-11",
    ),
    (
        "www.anshan.example 2012-03-05 16:56 来源：安山网\n2月28日，县人大常委会第一次会议举行。\n会议任命石磊为县水利局局长。\n",
        "2012-02-28",
    ),
    ("6月21日上午，县人大常委会任命石磊为县水利局局长。（《安山日报》2011年6月21日）\n", "2011-06-21"),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_where_the_day_stands(text: str, day: str | None) -> None:
    assert [fact.date for fact in facts(text)] == [day]


def test_who_is_elected_in_a_headline_and_at_a_meeting() -> None:
    assert rows("尹青当选安山县县长石磊当选安山县政协主席\n") == [
        ("ap", "尹青", "安山县人民政府", "县长"),
        ("ap", "石磊", "安山县政协", "主席"),
    ]
    assert rows("尹青在政协安山县九届一次会议上当选为县政协主席。\n") == [("ap", "尹青", "县政协", "主席")]


def test_a_headline_of_two_changes() -> None:
    text = "石磊任临江市委书记 尹青任市委副书记，提名为市长候选人\n昨天上午，临江市委召开会议。\n"
    assert rows(text) == [("ap", "石磊", "临江市委", "书记"), ("ap", "尹青", "市委", "副书记")]


def test_a_latin_full_stop_ends_a_line() -> None:
    text = (
        "安山县人民政府关于石磊等同志任职的通知\n县政府决定,任命:\n石磊同志任县水利局局长.\n尹青同志兼任县双拥办主任.\n"
    )
    assert [row[1:] for row in rows(text)] == [("石磊", "县水利局", "局长"), ("尹青", "县双拥办", "主任")]


def test_what_somebody_was_before_is_no_decision() -> None:
    text = "省政府发布一批人事任免\n近日，省政府任命：石磊为省商务厅副厅长。此前，石磊任省贸促会副会长。\n此前，省政府任命尹青为省国资委副主任。\n"
    assert rows(text) == [("ap", "石磊", "省商务厅", "副厅长"), ("ap", "尹青", "省国资委", "副主任")]


def test_what_somebody_was_before_after_the_name() -> None:
    text = "县人大常委会任命石磊为县水利局局长。石磊此前担任县贸促会副会长，尹青此前曾任县林业局局长。\n"
    assert rows(text) == [("ap", "石磊", "县水利局", "局长")]


def test_who_is_told_to_have_been_appointed() -> None:
    text = "石磊因被任命为市委常委、宣传部长，不再担任副市长职务，日前市人大新任命尹青为副市长。\n"
    assert rows(text) == [
        ("ap", "石磊", "市委", "常委"),
        ("ap", "石磊", "宣传部", "部长"),
        ("di", "石磊", "市人民政府", "副市长"),
        ("ap", "尹青", "市人民政府", "副市长"),
    ]
    assert rows("石磊同志简历\n石磊，1998年被任命为县水利局局长。\n") == []


def test_a_bill_that_a_meeting_only_hears_changes_nobody() -> None:
    text = (
        "会议听取了关于接受石磊辞去县法院院长职务和提名尹青为县法院副院长议案的说明。会议决定任命高原为县财政局局长。\n"
    )
    assert rows(text) == [("ap", "高原", "县财政局", "局长")]
    decided = "会议听取了关于接受石磊辞去县法院院长职务议案的说明，表决通过了关于接受石磊辞去县法院院长职务的决定。\n"
    assert ("di", "石磊", "县法院", "院长") in rows(decided)


LINES = "　　石磊任临江省政府秘书长，\n\n　　尹青任青禾省政府秘书长，\n\n"


def test_lines_that_each_give_a_post_to_a_person_of_their_own() -> None:
    text = (
        "　　近一周来，多位秘书长人选相继确认——\n\n"
        + LINES
        + "　　高原任云台省政府秘书长。\n\n　　根据规定，可以决定任免。\n"
    )
    expected = [("石磊", "临江省政府"), ("尹青", "青禾省政府"), ("高原", "云台省政府")]
    assert rows(text) == [("ap", who, where, "秘书长") for who, where in expected]
    assert (
        rows(
            "　　创建工作分工如下——\n\n　　石磊任领导小组组长，\n\n　　尹青任工作专班组长，\n\n　　高原任指挥部指挥长。\n"
        )
        == []
    )


def test_who_is_elected_in_lines_below_the_sentence() -> None:
    text = "4月16日，柳林镇各村选举产生了新一届村民委员会。\n上河村村委会主任：尹青\n委员：石磊、高 原\n下河村村委会主任：卢大海\n"
    expected = [
        ("尹青", "上河村村委会", "主任"),
        ("石磊", "上河村村委会", "委员"),
        ("高原", "上河村村委会", "委员"),
        ("卢大海", "下河村村委会", "主任"),
    ]
    assert rows(text) == [("ap", *row) for row in expected]
    assert {fact.qualifiers.mode for fact in facts(text)} == {"选举"}


def test_a_remark_on_a_person_is_said_of_all_his_posts() -> None:
    modes = [f.qualifiers.mode for f in facts(HEAD + "任命石磊（兼）为县审计局局长。" + TAIL)]
    assert modes == ["兼任"]
    later = facts(HEAD + "石磊同志任县水务公司董事长，兼县城投公司党委书记、董事长。" + TAIL)
    assert [f.qualifiers.mode for f in later] == [None, "兼任", "兼任"]


def test_a_decision_that_is_announced_without_a_word_of_order_is_read() -> None:
    text = "安山集团召开会议，有关负责同志宣布了县委决定：石磊任安山集团董事、总经理，免去其临江集团董事职务。\n"
    told = {(f.relation.value, f.subject.name, f.object.name, f.role) for f in facts(text)}
    assert told == {
        ("appointed", "石磊", "安山集团", "董事"),
        ("appointed", "石磊", "安山集团", "总经理"),
        ("dismissed", "石磊", "临江集团", "董事"),
    }


@pytest.mark.parametrize("remark", ["保留原职级", "保留职级待遇", "试用期一年，保留原职级"])
def test_a_rank_that_is_kept_closes_no_title(remark: str) -> None:
    text = f"免去：\n尹青同志的县水利局局长职务；\n石磊同志任县统计局副局长（{remark}）。\n"
    found = [(f.relation.value, f.subject.name, f.object.name, f.role) for f in facts(HEAD + text)]
    assert found == [("dismissed", "尹青", "县水利局", "局长"), ("appointed", "石磊", "县统计局", "副局长")]


def test_a_numeral_alone_on_a_line_begins_no_name() -> None:
    text = "一\n任命尹青为县水利局局长。\n二\n免去石磊的县统计局局长职务。\n"
    found = [(f.relation.value, f.subject.name, f.object.name) for f in facts(HEAD + text)]
    assert found == [("appointed", "尹青", "县水利局"), ("dismissed", "石磊", "县统计局")]


def test_a_comma_between_names_with_their_titles_in_parentheses() -> None:
    text = "现任命尹青（安山县委书记）为清水站站长，石磊（安山县副县长），林川（白石林业局副局长）、丁一（白石镇镇长）为副站长。\n"
    assert [(f.subject.name, f.object.name, f.role) for f in facts(HEAD + text)] == [
        ("尹青", "清水站", "站长"),
        ("石磊", "清水站", "副站长"),
        ("林川", "清水站", "副站长"),
        ("丁一", "清水站", "副站长"),
    ]


def test_who_is_approved_as_a_member_of_a_council_of_a_court() -> None:
    text = "安山县人大常委会召开会议\n会议表决通过了对尹青、石磊两位审判委员会委员和7位人民陪审员的任命，并颁发了任命书。\n"
    assert [(f.subject.name, f.object.name, f.role) for f in facts(text)] == [
        ("尹青", "审判委员会", "委员"),
        ("石磊", "审判委员会", "委员"),
    ]


def test_who_is_appointed_to_a_committee_by_no_other_word() -> None:
    text = "会议决定任命尹青、石磊为县人大常委会议案审查委员会组成人员。\n"
    assert [(f.subject.name, f.object.name, f.role) for f in facts(HEAD + text)] == [
        ("尹青", "县人大常委会议案审查委员会", "组成人员"),
        ("石磊", "县人大常委会议案审查委员会", "组成人员"),
    ]


def test_second_posts_of_a_school() -> None:
    text = "尹青同志任柳河二中后勤处主任兼办公室副主任；\n石磊同志任柳河二中政教处副主任兼初三年级长。\n"
    assert [(f.subject.name, f.object.name, f.role) for f in facts(HEAD + text)] == [
        ("尹青", "柳河二中后勤处", "主任"),
        ("尹青", "办公室", "副主任"),
        ("石磊", "柳河二中政教处", "副主任"),
        ("石磊", "初三年级", "年级长"),
    ]
