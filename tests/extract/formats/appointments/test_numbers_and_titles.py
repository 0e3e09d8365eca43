"""Persons told by number, names that hold a verb, decisions told by their titles, those elected below a sentence."""

import pytest

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

PERSONNEL = (Relation.APPOINTED, Relation.DISMISSED)
Row = tuple[str, str, str, str | None]


def rows(text: str) -> list[Row]:
    found = extract_document(document_of(text)).facts
    return [(f.relation.value[:2], f.subject.name, f.object.name, f.role) for f in found if f.relation in PERSONNEL]


def dates(text: str) -> set[str | None]:
    return {f.date for f in extract_document(document_of(text)).facts if f.relation in PERSONNEL}


HEAD = "安山县人大常委会人事任免简讯\n"
COMMITTEE = "安山省人民代表大会常务委员会"
CASES: list[tuple[str, list[Row]]] = [
    (  # how many take a post, and nobody by name: not the person before
        "会议决定免去尹青的安山县人民政府副县长职务，任命1名人大工委主任、2名财政经济委员会委员。",
        [("di", "尹青", "安山县人民政府", "副县长")],
    ),
    ("会议任命尹青为县水利局局长，任命三名审判员。", [("ap", "尹青", "县水利局", "局长")]),
    (  # 为 inside a listed name is no verb
        "会议选举尹青、郑为文、石磊为县十届人大常委会委员。",
        [("ap", name, "县十届人大常委会", "委员") for name in ("尹青", "郑为文", "石磊")],
    ),
    (  # 选举 and 任免 inside the name of a body are no verbs
        f"会议决定任命尹青为{COMMITTEE}选举任免联络工作委员会副主任，石磊为安山省水利厅厅长。",
        [
            ("ap", "尹青", f"{COMMITTEE}选举任免联络工作委员会", "副主任"),
            ("ap", "石磊", "安山省水利厅", "厅长"),
        ],
    ),
    (  # decisions that a meeting passed, told by their titles
        "会议表决通过了《安山省湖泊条例》、新修订的《安山省种子条例实施办法》、"
        f"《{COMMITTEE}关于接受尹青辞去安山省人民政府副省长职务的请求的决定》及人事事项。",
        [("di", "尹青", "安山省人民政府", "副省长")],
    ),
    (  # the post that a law's sentence speaks of is nobody's
        "尹青当选为县人民检察院检察长，根据《安山省选举实施细则》，大会选出的县人民检察院检察长，将报市人大常委会批准。",
        [("ap", "尹青", "县人民检察院", "检察长")],
    ),
    ("会议终止尹青县财政局局长职务。", [("di", "尹青", "县财政局", "局长")]),
    ("会议通过了石磊同志任安山县副县长。", [("ap", "石磊", "安山县人民政府", "副县长")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_a_meeting_decided(text: str, expected: list[Row]) -> None:
    assert rows(HEAD + text) == expected


def test_a_headline_of_two_persons_gives_each_the_own_post() -> None:
    found = extract_document(document_of("石磊任安山县人大常委会主任 尹青任县长\n1月8日，大会闭幕。\n")).facts
    assert [(f.subject.name, f.object.name, f.role) for f in found] == [
        ("石磊", "安山县人大常委会", "主任"),
        ("尹青", "县人民政府", "县长"),
    ]


ELECTED = """安山县人民代表大会公告
安山县第十届人民代表大会第一次会议于2021年6月3日选举：
石磊为安山县人民代表大会常务委员会主任；
尹青、丁一为委员。
"""
CHOSEN = """安山县人民代表大会公告
安山县第十届人民代表大会第一次会议于2021年6月3日选出安山县人民政府县长、副县长。
县长：石磊
副县长：尹青 丁一（女）
"""


def test_lines_below_an_election_go_on_with_its_body_and_day() -> None:
    body = "安山县人民代表大会常务委员会"
    assert rows(ELECTED) == [("ap", "石磊", body, "主任"), ("ap", "尹青", body, "委员"), ("ap", "丁一", body, "委员")]
    assert dates(ELECTED) == {"2021-06-03"}


def test_posts_alone_in_the_sentence_of_an_election_are_no_person() -> None:
    assert rows(CHOSEN) == [
        ("ap", "石磊", "县人民政府", "县长"),
        ("ap", "尹青", "县人民政府", "副县长"),
        ("ap", "丁一", "县人民政府", "副县长"),
    ]


def test_a_report_is_of_the_day_that_it_calls_today() -> None:
    page = "尹青任县水利局局长\n24.09.2021  18:40\n县人大常委会第三次会议今天（9月24日）闭会。\n会议决定任命尹青为县水利局局长。\n"
    assert dates(page) == {"2021-09-24"}


def test_who_acts_is_named_with_the_present_title() -> None:
    text = (
        "会议决定接受尹青辞去安山区人民政府区长职务的请求，决定石磊副区长代理安山区人民政府区长职务。\n"
        "决定石磊副区长代理安山区政府区长职务 审议通过补选事项\n"
    )
    assert rows("安山区人大常委会第十一次会议\n" + text) == [
        ("di", "尹青", "安山区人民政府", "区长"),
        ("ap", "石磊", "安山区人民政府", "区长"),
        ("ap", "石磊", "安山区政府", "区长"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # letters of resignation that a meeting accepted, told by their titles
            "会议表决通过了关于尹青、石磊两位同志辞去县人大常委会委员以及丁一等9位同志辞去县人大代表的辞呈。",
            [("di", "尹青", "县人大常委会", "委员"), ("di", "石磊", "县人大常委会", "委员")],
        ),
        (  # a lay judge is of no body but a court
            "任命尹青同志为安山县监察委员会委员，任命石磊等9名同志为人民陪审员。",
            [("ap", "尹青", "安山县监察委员会", "委员")],
        ),
        ("尹青同志不再聘任安山县规划研究院副院长职务。", [("di", "尹青", "安山县规划研究院", "副院长")]),
    ],
)
def test_who_leaves_and_who_is_of_a_court(text: str, expected: list[Row]) -> None:
    assert rows(HEAD + text) == expected


def test_a_body_that_is_headed_by_a_person() -> None:
    text = "安山县人民政府通知\n一、安山县开发建设管理局由尹青同志任局长，石磊同志兼任副局长。\n"
    assert rows(text) == [
        ("ap", "尹青", "安山县开发建设管理局", "局长"),
        ("ap", "石磊", "安山县开发建设管理局", "副局长"),
    ]


def test_a_committee_that_meets_elects_its_own() -> None:
    body = "政协安山县第十届委员会"
    text = f"安山县政协会议选举\n{body}第一次会议选举尹青为主席，石磊、丁一为副主席，林川为秘书长。\n"
    assert rows(text) == [
        ("ap", "尹青", body, "主席"),
        ("ap", "石磊", body, "副主席"),
        ("ap", "丁一", body, "副主席"),
        ("ap", "林川", body, "秘书长"),
    ]
