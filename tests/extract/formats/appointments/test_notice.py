"""Personnel notices, a clause a case; whole notices are golden passages (tests/golden/appointments)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.facts import CountRecord, Doubt, Fact, Relation
from extract.formats.appointments.notice import appointments
from extract.pipeline import extract_document
from extract.readers.text import document_of
from extract.text.segment import notices

HEAD = "青禾县人民政府关于章树人等同志职务任免的通知\n各乡镇人民政府：\n"
TAIL = "\n青禾县人民政府\n2021年5月6日\n"


def found(body: str) -> list[Fact | Doubt | CountRecord]:
    document = document_of(HEAD + body + TAIL)
    return [result for notice in notices(document) for result in appointments(notice)]


def facts(body: str) -> list[Fact]:
    return [result for result in found(body) if isinstance(result, Fact)]


def said(body: str) -> list[tuple[str, str, str, str | None]]:
    return [(f.relation.value, f.subject.name, f.object.name, f.role) for f in facts(body)]


ONE = [
    "任命章树人同志为县教育局局长。",
    "任命：章树人同志任县教育局局长。",
    "章树人同志任县教育局局长；",
    "决定任命章树人为县教育局局长",
    "经研究，决定聘任章树人（女，回族）同志为县教育局局长。",
    "县人民政府批准任命：章树人同志担任县教育局局长。",
    "1.章树人为县教育局局长",
    "（一）任命章树人为县教育局局长；",
    "现任命章树人同志为县教育局局长，请遵照执行。",
    "同意章树人同志任县教育局局长。",
    "任命：\n章　树　人　　县教育局局长\n",
]


@pytest.mark.parametrize("body", ONE)
def test_each_wording_of_an_appointment(body: str) -> None:
    assert said(body) == [("appointed", "章树人", "县教育局", "局长")]
    assert facts(body)[0].date == "2021-05-06"


GONE = [
    "免去章树人同志的县教育局局长职务。",
    "免去：章树人同志县教育局局长职务；",
    "免去章树人县教育局局长职务。",
    "章树人同志不再担任县教育局局长职务。",
    "同意章树人同志辞去县教育局局长职务。",
    "接受章树人辞去县教育局局长职务的请求。",
    "章树人同志原任县教育局局长职务自然免除。",
    "因工作调动，免去章树人同志所任县教育局局长职务。",
    "章树人同志因年龄原因，免去其县教育局局长职务。",
]


@pytest.mark.parametrize("body", GONE)
def test_each_wording_of_a_removal(body: str) -> None:
    assert said(body) == [("dismissed", "章树人", "县教育局", "局长")]


QUALIFIED = [
    ("任命章树人为县教育局副局长（正科级）。", {"rank": "正科级"}),
    ("任命章树人为县教育局副局长（正科级，试用期一年）。", {"rank": "正科级", "probation": "P1Y"}),
    ("任命章树人为县教育局副局长，试用期一年。", {"probation": "P1Y"}),
    ("任命章树人为县教育局副局长。试用期六个月。", {"probation": "P6M"}),
    ("任命章树人为县教育局副局长。以上同志试用期均为一年。", {"probation": "P1Y"}),
    (
        "章树人同志挂任县教育局副局长，挂职时间一年（2021年3月—2022年3月）。",
        {"mode": "挂任", "term": "2021-03/2022-03"},
    ),
    ("章树人同志挂职任县教育局副局长（2021年3月至12月）。", {"mode": "挂任", "term": "2021-03/2021-12"}),
    ("章树人同志兼任县教育局局长。", {"mode": "兼任"}),
    ("任命章树人为县教育局局长（兼）。", {"mode": "兼任"}),
    ("任命章树人为县教育局副局长（主持工作）。", {"mode": "主持工作"}),
    ("任命章树人为县教育局副局长，主持全面工作。", {"mode": "主持工作"}),
    ("任命章树人为县教育局副局长，任职时间从2021年4月算起。", {"effective": "2021-04"}),
    ("选举章树人为县人民法院院长。", {"mode": "选举"}),
    ("章树人同志原任县教育局局长职务因机构改革自然免除。", {"mode": "自然免除"}),
    ("任命章树人为县教育局局长。以上人员从2021年4月起执行。", {"effective": "2021-04"}),
]


@pytest.mark.parametrize(("body", "qualifiers"), QUALIFIED)
def test_what_the_source_adds_to_an_appointment(body: str, qualifiers: dict[str, str]) -> None:
    assert [fact.qualifiers.stated() for fact in facts(body)] == [qualifiers]


MANY = [
    (
        "任命章树人、方慧敏和岳小川为县第二中学副校长。",
        [("appointed", n, "县第二中学", "副校长") for n in ("章树人", "方慧敏", "岳小川")],
    ),
    (
        "任命章树人为县教育局局长、方慧敏为县审计局局长。",
        [("appointed", "章树人", "县教育局", "局长"), ("appointed", "方慧敏", "县审计局", "局长")],
    ),
    (
        "章树人同志任县教育局党组书记、局长，免去其县审计局局长职务。",
        [
            ("appointed", "章树人", "县教育局党组", "书记"),
            ("appointed", "章树人", "县教育局", "局长"),
            ("dismissed", "章树人", "县审计局", "局长"),
        ],
    ),
    (
        "章树人同志兼任县国防动员办公室主任，县人民防空办公室主任。",
        [("appointed", "章树人", "县国防动员办公室", "主任"), ("appointed", "章树人", "县人民防空办公室", "主任")],
    ),
    (
        "免去：章树人同志的县教育局局长职务；方慧敏同志的县审计局副局长、党组成员职务。",
        [
            ("dismissed", "章树人", "县教育局", "局长"),
            ("dismissed", "方慧敏", "县审计局", "副局长"),
            ("dismissed", "方慧敏", "县审计局党组", "成员"),
        ],
    ),
    (
        "任命下列同志为县人民法院人民陪审员：\n章树人、方慧敏",
        [("appointed", n, "县人民法院", "人民陪审员") for n in ("章树人", "方慧敏")],
    ),
]


@pytest.mark.parametrize(("body", "expected"), MANY)
def test_several_persons_and_several_posts(body: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert said(body) == expected


NOTHING = [
    "免去章树人同志职务。",
    "涉及机构改革相关同志原任职务自然免除。",
    "提名章树人同志为县教育局局长人选。",
    "被任命的人员应当进行宪法宣誓。",
    "县人民政府组成部门的局长由县长提名。",
]


@pytest.mark.parametrize("body", NOTHING)
def test_no_post_no_person_or_no_decision_gives_nothing(body: str) -> None:
    assert facts(body) == []


def test_what_cannot_be_told_apart_is_a_doubt() -> None:
    doubts = [r for r in found("任命章树人同志为书院巷巷正。") if isinstance(r, Doubt)]
    assert [doubt.rule for doubt in doubts] == ["appointments.unread"]


def test_a_stated_number_is_counted() -> None:
    text = HEAD.replace("等同志", "等3名同志") + "任命章树人为县教育局局长。" + TAIL
    results = [r for notice in notices(document_of(text)) for r in appointments(notice)]
    assert [(r.stated, r.found) for r in results if isinstance(r, CountRecord)] == [(3, 1)]
    assert [r.rule for r in results if isinstance(r, Doubt)] == ["appointments.count"]


def test_a_plan_that_speaks_of_appointing_is_left_alone() -> None:
    text = "县招商工作方案\n成立领导小组，县长任组长，办公室主任由县商务局局长兼任。\n2021年5月6日\n"
    assert [r for notice in notices(document_of(text)) for r in appointments(notice)] == []


@given(
    st.lists(
        st.sampled_from([*ONE, *GONE, *NOTHING, *(q for q, _ in QUALIFIED), *(m for m, _ in MANY), "，", "（", "\n"]),
        max_size=6,
    )
)
def test_every_fact_of_any_text_is_quoted_from_it(parts: list[str]) -> None:
    text = HEAD + "".join(parts) + TAIL
    for fact in facts("".join(parts)):
        assert fact.evidence.quote == text[fact.evidence.start : fact.evidence.end]
        assert fact.role
        assert fact.subject.start is not None
        assert fact.evidence.start <= fact.subject.start < fact.evidence.end


WITHOUT_A_LINK = [
    (
        "免去赵平、孙丽县水利局副局长职务。",
        [("dismissed", n, "县水利局", "副局长") for n in ("赵平", "孙丽")],
    ),
    ("免去周明城关镇党委书记职务。", [("dismissed", "周明", "城关镇党委", "书记")]),
    (
        "任命何敏为云山县教育局局长，同时免去邓涛云山县教育局局长职务。",
        [("appointed", "何敏", "云山县教育局", "局长"), ("dismissed", "邓涛", "云山县教育局", "局长")],
    ),
    (
        "任命谢平涛为平山镇党委书记，同时免去和涛平山镇党委书记职务。",
        [("appointed", "谢平涛", "平山镇党委", "书记"), ("dismissed", "和涛", "平山镇党委", "书记")],
    ),
    (
        "任命何敏为县教育局局长，免去云山县副县长职务。",
        [("appointed", "何敏", "县教育局", "局长"), ("dismissed", "何敏", "云山县人民政府", "副县长")],
    ),
    (
        "任命丁一航为县教育局局长。免去王小红、李成功、张家明等3名同志县第一中学副校长职务。",
        [("appointed", "丁一航", "县教育局", "局长")]
        + [("dismissed", n, "县第一中学", "副校长") for n in ("王小红", "李成功", "张家明")],
    ),
    (
        "免去谭松林县教育局局长职务，改任县教育局二级主任科员。",
        [("dismissed", "谭松林", "县教育局", "局长"), ("appointed", "谭松林", "县教育局", "二级主任科员")],
    ),
    (
        "免去：高翔同志县财政局副局长职务，任县审计局局长。",
        [("dismissed", "高翔", "县财政局", "副局长"), ("appointed", "高翔", "县审计局", "局长")],
    ),
]


@pytest.mark.parametrize(("body", "expected"), WITHOUT_A_LINK)
def test_names_and_a_title_without_a_word_between(body: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert said(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "免去周小明城关镇党委书记职务。",
        "免去赵平和孙丽县水利局副局长职务。",
        "免去邓涛云教育局局长职务。",
        "免去县教育局局长职务。",
        "免去：\n宝音德力格尔旗农牧局局长职务；\n",
    ],
)
def test_a_name_whose_end_cannot_be_told_is_a_doubt(body: str) -> None:
    results = found(body)
    assert [r.rule for r in results if isinstance(r, Doubt)] == ["appointments.unread"]
    assert [r for r in results if isinstance(r, Fact)] == []


@pytest.mark.parametrize("name", ["严明", "成立", "水利", "凤凰", "高新", "文明", "平安"])
def test_a_listed_word_is_a_name_where_the_clause_says_so(name: str) -> None:
    assert said(f"任命{name}为县统计局局长。") == [("appointed", name, "县统计局", "局长")]
    assert said(f"{name}同志为县统计局局长。") == [("appointed", name, "县统计局", "局长")]
    assert said(f"免去{name}同志的县统计局局长职务。") == [("dismissed", name, "县统计局", "局长")]
    assert said(f"任命：\n{name}　　县统计局局长\n") == [("appointed", name, "县统计局", "局长")]


@pytest.mark.parametrize("body", ["周武凉州区统计局局长", "高军县水利局副局长", "邓涛云山县财政局局长"])
def test_a_removal_that_may_be_of_another_person_is_not_given_to_the_one_before(body: str) -> None:
    results = found(f"任命赵大勇为县审计局局长，免去{body}职务。")
    assert [(r.relation.value, r.subject.name) for r in results if isinstance(r, Fact)] == [("appointed", "赵大勇")]
    assert [r.rule for r in results if isinstance(r, Doubt)] == ["appointments.unread"]


def test_a_listed_word_is_a_name_in_the_column_of_names() -> None:
    body = "姓名\t任命职务\t免去职务\n高新\t县统计局局长\t\n"
    assert said(body) == [("appointed", "高新", "县统计局", "局长")]


def test_a_probation_of_some_of_those_appointed() -> None:
    body = "何勇任县教育局局长，杜鹃任县文联副主席，袁野任县气象局副局长，杜鹃、袁野同志试用期一年。"
    assert [(f.subject.name, f.qualifiers.probation) for f in facts(body)] == [
        ("何勇", None),
        ("杜鹃", "P1Y"),
        ("袁野", "P1Y"),
    ]


def test_a_number_of_one_clause_is_not_that_of_the_notice() -> None:
    results = found("任命丁一航为县教育局局长。\n免去王小红、李成功等2名同志县第一中学副校长职务。")
    assert len([r for r in results if isinstance(r, Fact)]) == 3
    assert not [r for r in results if isinstance(r, Doubt | CountRecord)]


@pytest.mark.parametrize("word", ["有关", "全体", "局长", "党员"])
def test_a_word_of_no_name_before_comrade_gives_nothing(word: str) -> None:
    assert facts(f"{word}同志任县统计局局长。") == []


def test_whom_a_firm_calls_by_courtesy_is_removed_by_name() -> None:
    found = facts("免去：\n郑华女士财务部经理职务；\n免去石磊先生的采购部经理职务。\n")
    assert [(fact.subject.name, fact.object.name, fact.role) for fact in found if fact.object] == [
        ("郑华", "财务部", "经理"),
        ("石磊", "采购部", "经理"),
    ]


@pytest.mark.parametrize(
    ("clause", "post"),
    [
        ("孙秀兰同志由县教育局副局长提拔为局长。", ("县教育局", "局长")),  # of the body that is left
        ("孙秀兰由县民政局副局长提拔为县林业局局长。", ("县林业局", "局长")),
        ("孙秀兰由办公室副主任调整为办公室主任。", ("办公室", "主任")),
    ],
)
def test_a_post_told_with_the_post_before_it(clause: str, post: tuple[str, str]) -> None:
    notice = f"关于孙秀兰同志任职的通知\n经研究决定：\n{clause}\n安山县水利局\n2022年9月9日\n"
    read = [one for one in extract_document(document_of(notice)).facts if one.relation is Relation.APPOINTED]
    assert [(one.object.name, one.role) for one in read if one.object] == [post]


def test_a_bare_post_of_no_body_that_is_left_is_a_doubt() -> None:
    assert facts("孙秀兰由县委组织部副部长调任主任。\n") == []
    assert [one for one in found("孙秀兰由县委组织部副部长调任主任。\n") if isinstance(one, Doubt)]


def test_an_organ_after_a_comma_is_nobody_removed() -> None:
    found = facts("任命：\n丁力为市委组织部部长；\n免去石磊同志的市委常委、委员，市委组织部部长职务；\n")
    assert {fact.subject.name for fact in found} == {"丁力", "石磊"}


def test_a_secondment_told_in_one_line_is_of_nobody_above() -> None:
    found = facts("王文斌任市商务局副局长，\n张扬任市体育局副局长，挂职时间一年，\n郭强任市医院院长。\n")
    assert [(fact.subject.name, fact.qualifiers.mode) for fact in found] == [
        ("王文斌", None),
        ("张扬", "挂任"),
        ("郭强", None),
    ]


def test_a_heading_of_those_lent_says_nothing_of_those_above() -> None:
    body = (
        "任命：\n王文斌为省商务厅副厅长；\n免去：\n郭强的省商务厅副厅长职务。\n挂职干部：\n张扬挂任省体育局副局长。\n"
    )
    assert [(f.subject.name, f.qualifiers.mode) for f in facts(body)] == [
        ("王文斌", None),
        ("郭强", None),
        ("张扬", "挂任"),
    ]


def test_a_decision_told_beside_an_election_is_no_election() -> None:
    text = "石磊当选临江市市长\n1月18日，临江市第二次会议选举石磊为临江市人民政府市长。\n省委决定：石磊同志任中共临江市委副书记。\n"
    told = extract_document(document_of(text)).facts
    assert {(f.object.name, f.qualifiers.mode) for f in told if f.object and f.relation is Relation.APPOINTED} == {
        ("临江市人民政府", "选举"),
        ("中共临江市委", None),
    }
