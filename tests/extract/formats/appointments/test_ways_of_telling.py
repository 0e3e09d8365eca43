"""Ways in which organs tell of changes: own bare posts, ranks, persons sent to a village, proposals beside decisions."""

import pytest

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

PERSONNEL = (Relation.APPOINTED, Relation.DISMISSED)
Row = tuple[str, str, str, str | None]


def rows(text: str) -> list[Row]:
    found = extract_document(document_of(text)).facts
    return [(f.relation.value[:2], f.subject.name, f.object.name, f.role) for f in found if f.relation in PERSONNEL]


def doubted(text: str) -> str:
    return "\n".join(doubt.evidence.quote for doubt in extract_document(document_of(text)).doubts)


def notice(organ: str, body: str) -> str:
    return f"{organ}关于尹青等同志职务任免的通知\n各科室：\n经研究决定：\n{body}\n{organ}\n2021年5月6日\n"


COMPANY = "临江粮油集团有限公司"
BUREAU = "安山县水利局"
COUNTY = "中共安山县委"
CASES: list[tuple[str, str, list[Row]]] = [
    (COMPANY, "聘任尹青女士为财务总监。", [("ap", "尹青", COMPANY, "财务总监")]),
    (COMPANY, "聘任尹青为仓储部经理。", [("ap", "尹青", "仓储部", "经理")]),
    (BUREAU, "尹青同志晋升为四级调研员。", [("ap", "尹青", BUREAU, "四级调研员")]),
    (
        BUREAU,
        "晋升尹青、石磊同志为一级主任科员。",
        [("ap", "尹青", BUREAU, "一级主任科员"), ("ap", "石磊", BUREAU, "一级主任科员")],
    ),
    (BUREAU, "选派尹青同志到白石村任第一书记。", [("ap", "尹青", "白石村", "第一书记")]),
    (BUREAU, "尹青同志到县农业农村局挂任副局长。", [("ap", "尹青", "县农业农村局", "副局长")]),
    (  # 代理主任 is a post, and nobody called 代理主
        COUNTY,
        "任命尹青同志为县监委副主任、代理主任。",
        [("ap", "尹青", "县监委", "副主任"), ("ap", "尹青", "县监委", "代理主任")],
    ),
    (  # a bare 校长 in a bureau's notice may be that of any school
        "安山县教育局",
        "尹青同志任副校长。",
        [],
    ),
    (  # what is proposed is not decided, and what follows is not said of the one proposed
        COUNTY,
        "尹青同志任县委组织部副部长，提名为县科学技术局局长人选。",
        [("ap", "尹青", "县委组织部", "副部长")],
    ),
    # a city of two characters ends the name before it; what a trial was ends it too
    (COUNTY, "免去方磊广州联络处副主任职务。", [("di", "方磊", "广州联络处", "副主任")]),
    (COUNTY, "尹青试用期满正式任县水利局副局长。", [("ap", "尹青", "县水利局", "副局长")]),
    (COUNTY, "石磊试用期满，正式任县林业局副局长。", [("ap", "石磊", "县林业局", "副局长")]),
    (  # who decides opens a second decision
        COUNTY,
        "决定任命尹青为安山县人民政府副县长、决定尹青代理安山县人民政府县长。",
        [("ap", "尹青", "安山县人民政府", "副县长"), ("ap", "尹青", "安山县人民政府", "县长")],
    ),
    (COUNTY, "推荐尹青同志为柳林镇镇长候选人。", []),
    (  # 其原任的…: of the person before
        COUNTY,
        "尹青同志任县直机关工委副书记，其原任的县妇联主席职务自然免除。",
        [("ap", "尹青", "县直机关工委", "副书记"), ("di", "尹青", "县妇联", "主席")],
    ),
    (  # 党工委, 管委会 are of a zone that is not named, not of the bureau of the new post
        COUNTY,
        "尹青同志任县水利局党组书记、局长，免去其党工委副书记、管委会主任职务。",
        [
            ("ap", "尹青", "县水利局党组", "书记"),
            ("ap", "尹青", "县水利局", "局长"),
            ("di", "尹青", "党工委", "副书记"),
            ("di", "尹青", "管委会", "主任"),
        ],
    ),
    (  # of the zone that is named they are
        COUNTY,
        "尹青同志任临江高新区管委会主任，免去其管委会副主任职务。",
        [("ap", "尹青", "临江高新区管委会", "主任"), ("di", "尹青", "临江高新区管委会", "副主任")],
    ),
    (COUNTY, "根据县委建议，任命尹青同志为县水利局局长。", [("ap", "尹青", "县水利局", "局长")]),
    (COUNTY, "县长孟川提请，会议决定任命尹青同志为县水利局局长。", [("ap", "尹青", "县水利局", "局长")]),
    (COUNTY, "任命额尔登其木格同志为县民族宗教事务局副局长。", [("ap", "额尔登其木格", "县民族宗教事务局", "副局长")]),
]


@pytest.mark.parametrize(("organ", "body", "expected"), CASES)
def test_each_way_of_telling(organ: str, body: str, expected: list[Row]) -> None:
    assert rows(notice(organ, body)) == expected


@pytest.mark.parametrize(
    ("body", "expected", "quote"),
    [
        ("县委建议，免去石磊同志县人民政府县长职务", [], "免去石磊"),
        ("尹青同志任县委书记；县委建议，免去其县人民政府县长职务", [("ap", "尹青", "县委", "书记")], "免去其"),
        ("县委建议：任命石磊同志为县审计局局长；免去孟川同志的县审计局局长职务", [], "免去孟川"),
        ("县委拟免去石磊同志的县审计局局长职务", [], "拟免去"),
        ("县长提请任命石磊同志为县审计局局长", [], "任命石磊"),
        (  # first one post, then another: of no 先任, and no removal
            "免去石磊同志的县长职务；批准尹青同志为县长候选人，先任县人民政府副县长、代理县长",
            [("di", "石磊", "县人民政府", "县长")],
            "先任",
        ),
        ("免去石磊同志的县水利局局长职务，后任县审计局局长", [("di", "石磊", "县水利局", "局长")], "后任"),
    ],
)
def test_what_is_proposed_or_told_of_a_life_is_no_decision(body: str, expected: list[Row], quote: str) -> None:
    text = notice(COUNTY, f"{body}。")
    assert rows(text) == expected
    assert quote in doubted(text)


def test_what_somebody_served_as_is_neither_taken_nor_left() -> None:
    text = notice(COUNTY, "尹青同志任县财政局局长，先后任县水利局副局长、县审计局副局长。")
    assert rows(text) == [("ap", "尹青", "县财政局", "局长")]


def test_what_cannot_be_read_is_not_lent_and_is_a_doubt() -> None:
    text = notice(
        COUNTY, "尹青同志任县审计局局长；\n呼和浩特同志任县直机关工委副书记，其原任的县妇联主席职务自然免除。"
    )
    assert rows(text) == [("ap", "尹青", "县审计局", "局长")]
    assert "呼和浩特同志任" in doubted(text)


def news(body: str, above: str = "发布时间：2021-10-29 来源：安山日报\n") -> str:
    return f"安山县任免一批干部\n{above}{body}\n"


NEWS: list[tuple[str, list[tuple[str, str, str, str | None, str | None]]]] = [
    (  # the day stands after the meeting
        "安山县人大常委会10月27日举行第十次会议，任命尹青为安山县副县长。",
        [("ap", "尹青", "安山县人民政府", "副县长", "2021-10-27")],
    ),
    ("会议任命尹青同志为政府副县长。", [("ap", "尹青", "政府", "副县长", None)]),
    (  # the whole title of a decision names nobody
        "会议通过了《关于提请任命石磊为县审计局局长议案的说明》。会议决定任命尹青为县审计局局长。",
        [("ap", "尹青", "县审计局", "局长", None)],
    ),
    (  # a further post without a verb is taken as the one before it, whatever list came before
        "免去石磊同志的县医院院长职务。\n尹青同志任县医院党委副书记、院长，县妇幼保健院院长。",
        [
            ("di", "石磊", "县医院", "院长", None),
            ("ap", "尹青", "县医院党委", "副书记", None),
            ("ap", "尹青", "县医院", "院长", None),
            ("ap", "尹青", "县妇幼保健院", "院长", None),
        ],
    ),
    (  # a reason between the name and the verb
        "石磊同志因年龄原因不再担任县医院院长。",
        [("di", "石磊", "县医院", "院长", None)],
    ),
    ("石磊同志不再任县医院党委书记。", [("di", "石磊", "县医院党委", "书记", None)]),
    (  # decisions that a meeting passes by their titles; what was only explained is none
        "会议听取了《关于提名高原为县法院院长议案的说明》，表决通过了《关于尹青为安山县人民检察院代理检察长的决定》。",
        [("ap", "尹青", "安山县人民检察院", "代理检察长", None)],
    ),
    ("县委决定尹青同志任柳林镇党委书记。", [("ap", "尹青", "柳林镇党委", "书记", None)]),
    ("会议决定尹青代理安山县人民政府县长职务。", [("ap", "尹青", "安山县人民政府", "县长", None)]),
    (
        "尹青任安山县代县长 石磊辞去县长职务",
        [("ap", "尹青", "安山县人民政府", "代县长", None), ("di", "石磊", "县人民政府", "县长", None)],
    ),
    (  # bare posts of the committee that the sentence before elected
        "大会选举产生了柳林乡文学艺术界联合会第一届委员会委员5名。尹青当选为主席，石磊当选为兼职副主席。",
        [
            ("ap", "尹青", "柳林乡文学艺术界联合会第一届委员会", "主席", None),
            ("ap", "石磊", "柳林乡文学艺术界联合会第一届委员会", "兼职副主席", None),
        ],
    ),
    ("安山县人大常委会决定撤销石磊的安山县副县长职务。", [("di", "石磊", "安山县人民政府", "副县长", None)]),
    (  # an election has the day only if the page prints it in full
        "10月28日，选举尹青为本届县文联主席。",
        [("ap", "尹青", "县文联", "主席", None)],
    ),
]


@pytest.mark.parametrize(("body", "expected"), NEWS)
def test_news_of_changes(body: str, expected: list[tuple[str, str, str, str | None, str | None]]) -> None:
    found = [f for f in extract_document(document_of(news(body))).facts if f.relation in PERSONNEL]
    assert [(f.relation.value[:2], f.subject.name, f.object.name, f.role, f.date) for f in found] == expected


def test_no_body_is_a_person() -> None:
    """免去石磊副院长职务 after another's removal is not said of 尹青."""
    text = notice(COUNTY, "免去尹青同志县医院院长职务，免去石磊副院长职务。")
    assert ("di", "尹青", "石磊", "副院长") not in rows(text)
    assert not [row for row in rows(text) if row[2] == "石磊"]


def test_the_year_of_a_chronicle_is_not_that_of_something_else_in_it() -> None:
    text = "1月18日，县召开人民代表大会。选举尹青为县长。4月，动工兴建办公楼，1982年建成使用。\n"
    found = [f for f in extract_document(document_of(text)).facts if f.relation in PERSONNEL]
    assert [(f.subject.name, f.date) for f in found] == [("尹青", None)]


@pytest.mark.parametrize(
    ("lead", "told", "day"),
    [
        (
            "【本网讯】5月30日",
            "根据2031年11月20日县委全会决议，县第十次党代会于2032年召开，各项筹备工作正在按计划进行。",
            None,
        ),
        (
            "安山新闻网5月30日讯",
            "会议决定县人民代表大会于2031年6月20日召开，补选县人民政府县长，代表届时出席。",
            "2031-05-30",
        ),
    ],
)
def test_a_bare_day_takes_no_year_from_a_day_of_another_matter(lead: str, told: str, day: str | None) -> None:
    text = f"{lead}，县人大常委会第三十四次会议通过，任命尹青为安山县副县长。\n{told}\n"
    found = [f for f in extract_document(document_of(text)).facts if f.relation in PERSONNEL]
    assert [(f.subject.name, f.date) for f in found] == [("尹青", day)]


def test_who_takes_up_a_post_has_no_part_of_the_verb_in_the_name() -> None:
    assert rows(news("会议任命石磊为县水利局局长。尹青履新安山县委副书记。")) == [
        ("ap", "石磊", "县水利局", "局长"),
        ("ap", "尹青", "安山县委", "副书记"),
    ]


REPORT = """安山县人大常委会举行第十二次会议
发布时间：2021-10-29 来源：安山日报
本报讯（记者 石磊）10月28日，县人大常委会举行第十二次会议。
会议决定任命尹青为安山县水利局局长。会议还接受了高原辞去安山县人民政府副县长职务的请求。
"""


def test_a_report_has_its_day_behind_the_reporter_and_accepts_resignations() -> None:
    found = [f for f in extract_document(document_of(REPORT)).facts if f.relation in PERSONNEL]
    assert [(f.subject.name, f.date, f.qualifiers.mode) for f in found] == [
        ("尹青", "2021-10-28", None),
        ("高原", "2021-10-28", "辞去"),
    ]


@pytest.mark.parametrize("votes", ["", "以190票的高票", "以全票", "全票", "高票", "以152票", "以满票"])
def test_the_votes_stand_between_a_name_and_what_it_is_elected(votes: str) -> None:
    text = (
        "12月22日,安山县第五届人民代表大会第一次会议举行选举。\n"
        f"经过计票,尹青{votes}当选为县人民政府县长,石磊、罗敏当选为县人民政府副县长;彭越等20名代表当选为县人大常委会委员。\n"
    )
    assert rows(text) == [
        ("ap", "尹青", "县人民政府", "县长"),
        ("ap", "石磊", "县人民政府", "副县长"),
        ("ap", "罗敏", "县人民政府", "副县长"),
        ("ap", "彭越", "县人大常委会", "委员"),
    ]
