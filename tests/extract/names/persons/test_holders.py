"""Persons named with their titles in running text: where the title begins, where the name ends."""

import pytest

from extract.names.persons.holders import holders
from extract.names.persons.houses import houses_of

Row = tuple[str, str, str]


def held(text: str) -> list[Row]:
    found = holders(text, 0, len(text))
    return [(text[h.name_start : h.name_end], o.body, o.post) for h in found for o in h.offices]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # names of no known family in a list, between names that are known; a verb or a body there is none
        (
            "县人大常委会副主任堪布、罗立华、德瓦仓、方建国以及秘书长方立到会。",
            [
                ("堪布", "县人大常委会", "副主任"),
                ("罗立华", "县人大常委会", "副主任"),
                ("德瓦仓", "县人大常委会", "副主任"),
                ("方建国", "县人大常委会", "副主任"),
                ("方立", "县人大常委会", "秘书长"),
            ],
        ),
        ("县人大常委会副主任兼任、罗立华到会。", []),
        ("县人大常委会副主任罗立华、县财政局、方建国到会。", [("罗立华", "县人大常委会", "副主任")]),
        # bodies of two fields that 与 joins
        ("县卫生与计划生育局局长方立出席。", [("方立", "县卫生与计划生育局", "局长")]),
        ("县长方立与县财政局局长罗立座谈。", [("方立", "县人民政府", "县长"), ("罗立", "县财政局", "局长")]),
        ("董事会可以解聘校长。", []),
        # who speaks
        ("县财政局局长罗立说:“好。”", [("罗立", "县财政局", "局长")]),
        ("“好。”县财政局局长罗立说。", [("罗立", "县财政局", "局长")]),
        ("县财政局局长方立称,已办结。", [("方立", "县财政局", "局长")]),
        ("县财政局局长方立问:“何时?”", [("方立", "县财政局", "局长")]),
        ("县财政局局长方立赶到现场。", [("方立", "县财政局", "局长")]),
        ("县财政局局长方高兴出席。", [("方高兴", "县财政局", "局长")]),
        # words that open like a name
        *[
            (f"县财政局局长{word}。", [])
            for word in ("解释说", "常常强调", "曾多次强调", "安排工作", "全力以赴", "平时常说")
        ],
        # which of several terms; how the house calls its people
        ("县商会第七届会长方立出席。", [("方立", "县商会", "会长")]),
        ("县文化馆馆长方立校友致词。", [("方立", "县文化馆", "馆长")]),
        # what a deputy looks after, between the body and the post
        ("据县财政局负责审计工作的副局长方立介绍,已办结。", [("方立", "县财政局", "副局长")]),
        ("县财政局分管审计、国资的副局长方立出席。", [("方立", "县财政局", "副局长")]),
        # a title before 的 or a comma, of who serves now; not of the one before it, nor of what was once
        ("身为县财政局局长的方立表示赞成。", [("方立", "县财政局", "局长")]),
        ("县财政局局长方立任代理县长。", [("方立", "县财政局", "局长")]),
        ("作为县财政局局长,方立同志带头捐款。", [("方立", "县财政局", "局长")]),
        ("作为县财政局局长,高标准要求自己,任何时候都到场。", []),
        ("兼任县财政局局长的副县长方立出席。", [("方立", "县人民政府", "副县长"), ("方立", "县财政局", "局长")]),
        ("罗立同志作为县财政局局长,方立同志作为县水利局局长,均未到场。", []),
        ("曾任县财政局局长的方立出席。", []),
        # a deputy behind the secretary of the same house
        (
            "县人大常委会副主任罗立华、秘书长方立出席;副主任方建国宣布开会。",
            [
                ("罗立华", "县人大常委会", "副主任"),
                ("方立", "县人大常委会", "秘书长"),
                ("方建国", "县人大常委会", "副主任"),
            ],
        ),
        # who was elected, where nothing says it but the title
        ("选举产生县财政局局长罗立华到场。", [("罗立华", "县财政局", "局长")]),
        # who bears the title stands before it, and comes
        ("落实方建国书记来安考察的要求。", []),
        ("学习方建国总书记来信精神。", []),
        # a condition before the title
        ("如果县财政局局长罗立华同意。", [("罗立华", "县财政局", "局长")]),
        ("如县财政局局长罗立华同意。", [("罗立华", "县财政局", "局长")]),
        (
            "女市长分别是临江市长罗立华、云岭市长方建国。",
            [("罗立华", "临江市人民政府", "市长"), ("方建国", "云岭市人民政府", "市长")],
        ),
        # what he said or did
        (
            "听取了县财政局副局长罗立华所作的报告和县教育局局长方立所做的报告。",
            [("罗立华", "县财政局", "副局长"), ("方立", "县教育局", "局长")],
        ),
        # who held the posts then: all whom the clause names
        ("时任安山县委书记罗立华、安山县教育局局长方建国到场。", []),
        # what stands before a title is no part of the body
        ("到灾区慰问的有省水利厅厅长罗立华。", [("罗立华", "省水利厅", "厅长")]),
        # names in parts, beside titles and verbs
        (
            "州人大常委会副主任合让·沙木、罗立华出席。",
            [("合让·沙木", "州人大常委会", "副主任"), ("罗立华", "州人大常委会", "副主任")],
        ),
        ("县政协主席罗立华、副主席格布·其木出席。", [("罗立华", "县政协", "主席"), ("格布·其木", "县政协", "副主席")]),
        ("县长欧阳立也及时回应。", [("欧阳立", "县人民政府", "县长")]),
        ("县长罗银在会上讲话。", [("罗银", "县人民政府", "县长")]),
        ("到我委规划处处长罗立华先生发言。", [("罗立华", "规划处", "处长")]),
        ("仅次于常务副县长罗立华。", [("罗立华", "县人民政府", "常务副县长")]),
        # a title begins after the person named before
        ("县委书记方建国及临江市委副书记罗立华出席。", [("方建国", "县委", "书记"), ("罗立华", "临江市委", "副书记")]),
        ("方建国和临江市局局长罗立华陪同。", [("罗立华", "临江市局", "局长")]),
        ("县卫生和计划生育局局长罗立华出席。", [("罗立华", "县卫生和计划生育局", "局长")]),
        ("随着临江市委副书记罗立华卸任,会议召开。", [("罗立华", "临江市委", "副书记")]),
        # a clause that is a title alone belongs to the next one
        ("安山县委常委,县人武部政委罗立华出席会议。", [("罗立华", "安山县委", "常委"), ("罗立华", "县人武部", "政委")]),
        # the title after the name
        ("受方建国县长委托,副县长罗立华到场。", [("方建国", "县人民政府", "县长"), ("罗立华", "县人民政府", "副县长")]),
        # an address, and a street that no number follows
        ("安山县人民政府 县长江中路25号", []),
        ("县长江中路一行到场。", [("江中路", "县人民政府", "县长")]),
        # what somebody becomes is not what he is called
        ("大会选举罗立为副县长。", []),
        ("副县长方建国、罗立为出席。", [("方建国", "县人民政府", "副县长"), ("罗立为", "县人民政府", "副县长")]),
        # a name that ends as a town's
        ("县政协主席罗镇出席会议。", [("罗镇", "县政协", "主席")]),
        # a bare deputy after the head of the same sentence is the head's; one of another kind is not
        (
            "县人大常委会主任罗立华主持会议,副主任方建国、石磊,秘书长高原出席。",
            [
                ("罗立华", "县人大常委会", "主任"),
                ("方建国", "县人大常委会", "副主任"),
                ("石磊", "县人大常委会", "副主任"),
                ("高原", "县人大常委会", "秘书长"),
            ],
        ),
        ("县委书记罗立华主持会议,副主任方建国出席。", [("罗立华", "县委", "书记")]),
        # a party organ whose body is not told, as printed; a bare 副校长 beside it is of nobody
        ("党委副书记、副校长罗立华,副校长石磊出席。", [("罗立华", "党委", "副书记")]),
        ("校党委副书记、副校长罗立华出席。", [("罗立华", "校党委", "副书记"), ("罗立华", "学校", "副校长")]),
        # former posts, all of them; a person before another's title; words before a title
        ("原县委常委、宣传部长罗立华到会。", []),
        ("安山县原县委书记罗立华到会。", []),
        ("石磊和县委副书记罗立华作了发言。", [("罗立华", "县委", "副书记")]),
        ("最后镇党委书记罗立华讲意见。", [("罗立华", "镇党委", "书记")]),
        ("学校迎来了新一任党委书记罗立华同志。", [("罗立华", "党委", "书记")]),
        # a name between a body and the post there
        ("县卫健局组织人事科罗立华科长宣读任命。", [("罗立华", "县卫健局组织人事科", "科长")]),
        ("区委党校校长出席,东山区管委会主任陪同。", []),
        # of a title whose first part tells no body, the parts that do
        ("“大工委”委员、东山派出所指导员罗立华发言。", [("罗立华", "东山派出所", "指导员")]),
        # a sentence before a title is no body
        ("石磊同志任县医院党委副书记县教育局局长罗立华出席。", []),
        # adverbs behind a name; the body whose work a person runs; organs as printed
        ("市长应勇也及时回应,省长罗立华立即主持。", [("应勇", "市人民政府", "市长"), ("罗立华", "省人民政府", "省长")]),
        (
            "市长石磊在主持学习时强调,区长石磊应约同客商通话。",
            [("石磊", "市人民政府", "市长"), ("石磊", "区人民政府", "区长")],
        ),
        ("县卫健局前局长罗立华到会。", []),
        # organs and heads of a house are of no group
        (
            "学院防汛工作领导小组组长、党委书记罗立华到会。",
            [("罗立华", "学院防汛工作领导小组", "组长"), ("罗立华", "党委", "书记")],
        ),
        ("学院防汛工作领导小组组长、院长罗立华到会。", [("罗立华", "学院防汛工作领导小组", "组长")]),
        ("我县县委书记罗立华当选。", [("罗立华", "县委", "书记")]),
        ("决定对罗立华(县教育局局长)予以嘉奖。", [("罗立华", "县教育局", "局长")]),
        # the heads of the state are of no other place
        ("在临江同国务院总理罗立华会谈,邻国总理石磊到访。", [("罗立华", "国务院", "总理")]),
        ("县委组织部分管日常工作的副部长罗立华到会。", [("罗立华", "县委组织部", "副部长")]),
        ("主持安山县委全面工作的副书记罗立华到会。", [("罗立华", "安山县委", "副书记")]),
        ("办事处主任罗立华、人大主席石磊出席。", [("罗立华", "办事处", "主任"), ("石磊", "人大", "主席")]),
        (
            "罗立华委员长主持，方立副委员长到会。",
            [("罗立华", "全国人大常委会", "委员长"), ("方立", "全国人大常委会", "副委员长")],
        ),
        ("决定安山县副县长罗立华代理县长。", [("罗立华", "安山县人民政府", "副县长")]),
        # a place and its post are nobody
        ("临江市副市长、安山县县长热线", []),
    ],
)
def test_borders_of_titles_and_names(text: str, expected: list[Row]) -> None:
    assert held(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "9月5日,学校召开会议。会议由校长罗立华主持,党委副书记、副校长石磊出席,方建国副校长讲话。",
            [
                ("罗立华", "学校", "校长"),
                ("石磊", "党委", "副书记"),
                ("石磊", "学校", "副校长"),
                ("方建国", "学校", "副校长"),
            ],
        ),
        ("上午,我院召开大会。罗立华院长主持会议。", [("罗立华", "我院", "院长")]),
        # no house speaks of itself here
        ("实验学校校庆。校长罗立华主持会议。", []),
        # a former head, and how manieth in the post
        ("上午,学校召开会议。云岭中学原校长罗立华到会。", []),
        ("云岭中学新一届校长罗立华到会。", [("罗立华", "云岭中学", "校长")]),
    ],
)
def test_a_bare_post_is_that_of_the_house_that_speaks(text: str, expected: list[Row]) -> None:
    found = holders(text, 0, len(text), houses_of(text))
    assert [(text[f.name_start : f.name_end], o.body, o.post) for f in found for o in f.offices] == expected


def test_a_rank_behind_a_comma_is_lent_no_body() -> None:
    text = "县法院院长石磊、县检察院检察长尹青,二级巡视员丁一参加会议"
    assert [(office.body, office.post) for one in holders(text, 0, len(text)) for office in one.offices] == [
        ("县法院", "院长"),
        ("县检察院", "检察长"),
    ]


def test_a_verb_before_a_body_is_no_part_of_it() -> None:
    text = "会议确定县水利局局长石磊为测评对象"
    assert [office.body for one in holders(text, 0, len(text)) for office in one.offices] == ["县水利局"]


LONG_TITLE = [
    ("县委", "常委"),
    ("县委统战部", "部长"),
    ("县总工会", "主席"),
    ("县乡村旅游示范带建设工作指挥部", "副指挥长"),
    ("县工商业联合会党组", "书记"),
]


def test_a_title_of_many_posts_keeps_its_first_ones() -> None:
    text = "昨日," + "、".join(body + post for body, post in LONG_TITLE) + "石磊到会。"
    assert [(office.body, office.post) for one in holders(text, 0, len(text)) for office in one.offices] == LONG_TITLE


def test_a_title_of_many_posts_takes_none_of_the_person_before() -> None:
    text = "县长尹青、" + "、".join(body + post for body, post in LONG_TITLE) + "石磊到会。"
    told = [(text[one.name_start : one.name_end], len(one.offices)) for one in holders(text, 0, len(text))]
    assert told == [("尹青", 1), ("石磊", len(LONG_TITLE))]
