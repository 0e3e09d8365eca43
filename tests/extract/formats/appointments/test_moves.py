"""News of moves: who leaves, who takes over, who is promoted, and what somebody was before."""

import pytest

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

CHANGES = (Relation.APPOINTED, Relation.DISMISSED)
Row = tuple[str, str, str, str | None]


def rows(text: str) -> list[Row]:
    found = extract_document(document_of(text)).facts
    return [(f.relation.value[:2], f.subject.name, f.object.name, f.role) for f in found if f.relation in CHANGES]


CASES: list[tuple[str, list[Row]]] = [
    (
        "临江市水利局局长尹青已卸任，由副局长石磊接任。",
        [("di", "尹青", "临江市水利局", "局长"), ("ap", "石磊", "临江市水利局", "局长")],
    ),
    ("县林业局局长由副县长尹青兼任。", [("ap", "尹青", "县林业局", "局长")]),
    ("近日，原安山县委书记尹青跨省调任海云省水利厅厅长。", [("ap", "尹青", "海云省水利厅", "厅长")]),
    ("尹青由县教育局调任县林业局副局长。", [("ap", "尹青", "县林业局", "副局长")]),  # the body left, without a post
    ("会后，尹青从柳坪镇转任县司法局副局长。", [("ap", "尹青", "县司法局", "副局长")]),
    ("县教育局改任尹青、石磊为教研员。", []),
    ("石磊履新海云省副省长。", [("ap", "石磊", "海云省人民政府", "副省长")]),
    (  # what somebody was before is no decision
        "现年45岁的尹青晋升临江市委常委，其此前担任临江市副市长。",
        [("ap", "尹青", "临江市委", "常委")],
    ),
    (  # who has left takes another post
        "石磊不再担任临江市委书记职务，卸任后转任省人大常委会副秘书长。",
        [("di", "石磊", "临江市委", "书记"), ("ap", "石磊", "省人大常委会", "副秘书长")],
    ),
    (
        "尹青接替退休的石磊，出任安山集团董事长。",
        [("ap", "尹青", "安山集团", "董事长")],
    ),
    ("尹青已接替石磊担任县水利局局长。", [("ap", "尹青", "县水利局", "局长")]),
    ("县委决定，由尹青同志接替石磊同志任县林业局党组书记。", [("ap", "尹青", "县林业局党组", "书记")]),
    ("公司董事会同意尹青先生接替石磊先生担任公司监事。", [("ap", "尹青", "公司", "监事")]),
    ("财务总监尹青女士接替石磊先生担任薪酬委员会委员。", [("ap", "尹青", "薪酬委员会", "委员")]),
    (  # the post is nobody's who leaves, and the one who comes is no part of a body
        "石磊调任县林业局局长，由尹青接替其担任县水利局局长。",
        [("ap", "石磊", "县林业局", "局长"), ("ap", "尹青", "县水利局", "局长")],
    ),
    (  # whom somebody follows stands between the name and the verb
        "安山集团和柳河集团都有人事变动，由尹青接替石磊出任安山集团总裁，石磊则转任柳河集团总裁。",
        [("ap", "尹青", "安山集团", "总裁"), ("ap", "石磊", "柳河集团", "总裁")],
    ),
    (  # a house tells who takes posts of its own
        "柳河集团公告由尹青出任董事、总裁，免去他的安山集团副总裁职务。",
        [("ap", "尹青", "柳河集团", "董事"), ("ap", "尹青", "柳河集团", "总裁"), ("di", "尹青", "安山集团", "副总裁")],
    ),
    (  # the posts first, and who takes them after a comma
        "柳河集团董事、总裁，由尹青出任，免去他的安山集团副总裁职务。",
        [("ap", "尹青", "柳河集团", "董事"), ("ap", "尹青", "柳河集团", "总裁"), ("di", "尹青", "安山集团", "副总裁")],
    ),
    ("尹青（白族）就被提拔为东溪州委常委。", [("ap", "尹青", "东溪州委", "常委")]),
    ("市水利局副局长尹青因已调任临江市旅游局党组书记。", [("ap", "尹青", "临江市旅游局党组", "书记")]),
    (  # two persons with their titles share a verb
        "海云省委常委、秘书长尹青和白石自治区党委常委、柳河市委书记石磊调任临江市委常委。",
        [("ap", "尹青", "临江市委", "常委"), ("ap", "石磊", "临江市委", "常委")],
    ),
    (  # what a person was, before the name
        "尹青已出任柳河区委书记，原任临江市委常委、柳河区委书记的石磊调任海云省委常委、统战部部长。",
        [("ap", "尹青", "柳河区委", "书记"), ("ap", "石磊", "海云省委", "常委"), ("ap", "石磊", "统战部", "部长")],
    ),
    (
        "尹青此前担任省质监局副局长，原任海云省委组织部部长的石磊近日已履新省直机关工委副书记。",
        [("ap", "石磊", "省直机关工委", "副书记")],
    ),
    # where one border is lost, no post of the title is sure, and none is lent to the person before
    (
        "尹青任海云省代省长，另有消息说，临江省委副书记、白石市委书记石磊被提名为临江省代省长。",
        [("ap", "尹青", "海云省人民政府", "代省长")],
    ),
    (
        "尹青从白石区区长任柳河县委书记，石磊调任白石区区长。",
        [("ap", "尹青", "柳河县委", "书记"), ("ap", "石磊", "白石区人民政府", "区长")],
    ),
    (  # what a person was, and what the same person is now
        "尹青此前担任海云省委常委、组织部部长，现已出任临江省委常委。",
        [("ap", "尹青", "临江省委", "常委")],
    ),
    # what is to be, or was: the words before the verb are no part of a name
    (
        "尹青由白石市委书记晋升为海云省委常委后，石磊未来将出任白石市委书记。他曾任柳河区委书记。",
        [("ap", "尹青", "海云省委", "常委")],
    ),
    ("尹青转任海云省委常委，接上履新临江省委常委的石磊空出的位置。", [("ap", "尹青", "海云省委", "常委")]),
    ("会议决定接受尹青等3名同志辞去副县长职务。", [("di", "尹青", "县人民政府", "副县长")]),
    (
        "省人大常委会决定接受尹青、石磊辞去第十三届全国人民代表大会代表职务。",
        [("di", "尹青", "第十三届全国人民代表大会", "代表"), ("di", "石磊", "第十三届全国人民代表大会", "代表")],
    ),
    # who is suspended or comes back is neither removed nor appointed, and the verb is nobody's name
    ("县政府决定暂停尹青同志县公安局副局长职务，恢复石磊同志县交通局副局长职务。", []),
    ("大会通过了接受尹青辞去县人大常委会副主任职务的决定。", [("di", "尹青", "县人大常委会", "副主任")]),
    (  # a label that says of whom it is
        "关于县纪律检查委员会选举结果\n当选的县纪委委员：尹青、石磊。\n书记：尹青\n",
        [("ap", "尹青", "县纪委", "委员"), ("ap", "石磊", "县纪委", "委员"), ("ap", "尹青", "县纪委", "书记")],
    ),
    # a year or a month of the past in a report
    ("2011年9月，尹青调任临江市委常委、市委组织部部长。", []),
    ("尹青于2019年出任安山县县长。", []),
    (  # of nobody named
        "协调会议办公室主任由县交通局主要负责同志兼任。",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_moves(text: str, expected: list[Row]) -> None:
    assert rows(text + "\n") == expected


# what is told beside a move lends nothing to it: the next person's title, what has not come, what was
BESIDE_MOVES: list[tuple[str, list[Row]]] = [
    ("县水利局局长丁力已离任，县委常委、副县长尹青出席。", [("di", "丁力", "县水利局", "局长")]),
    (
        "县教育局局长林海已卸任，县教育局副局长、办公室主任由石磊接任。",
        [("di", "林海", "县教育局", "局长")],
    ),
    ("林海卸任县教育局局长，县教育局党组书记一职仍由其担任。", [("di", "林海", "县教育局", "局长")]),
    (
        "林海卸任县教育局局长，县林业局局长职务。",
        [("di", "林海", "县教育局", "局长"), ("di", "林海", "县林业局", "局长")],
    ),
    ("县司法局局长林海未卸任。", []),
    ("县司法局局长林海尚未离任，仍主持工作。", []),
    ("县司法局局长林海拟卸任。", []),
    ("林海并未卸任县司法局局长。", []),
    ("过去，县林业局局长由副县长丁力兼任，现在改由石磊担任。", [("ap", "石磊", "县林业局", "局长")]),
    ("以前县林业局局长由副县长丁力兼任，现改由副局长石磊担任。", [("ap", "石磊", "县林业局", "局长")]),
    ("县林业局局长原由副县长丁力兼任，目前改由石磊担任。", [("ap", "石磊", "县林业局", "局长")]),
    ("2019年，县林业局局长由副县长丁力兼任。", []),
    ("此前县林业局局长由副县长丁力兼任。", []),
    ("石磊将接替退休的吴刚，出任县水利局局长。", []),
    ("石磊有望接替吴刚，出任县水利局局长。", []),
    ("石磊将接替吴刚担任县水利局局长。", []),
    ("传石磊会接替吴刚担任县水利局局长。", []),
    ("据悉，县林业局局长将由石磊接任。", []),
    ("县水利局局长由丁力担任，石磊不再担任。", [("ap", "丁力", "县水利局", "局长")]),
]
IN_DOUBT = ("仍由其担任", "将由石磊接任", "未卸任", "未离任", "拟卸任", "兼任", "接替", "石磊不再担任")


@pytest.mark.parametrize(("text", "expected"), BESIDE_MOVES)
def test_what_stands_beside_a_move_is_no_part_of_it(text: str, expected: list[Row]) -> None:
    notice = f"安山县任免消息\n\n任命杜鹃为县审计局局长。\n{text}\n"
    assert rows(notice) == [("ap", "杜鹃", "县审计局", "局长"), *expected]
    doubts = extract_document(document_of(notice)).doubts
    for word in IN_DOUBT:
        assert word not in text or any(word in doubt.evidence.quote for doubt in doubts)


def test_a_headline_names_several_with_layout_space_between() -> None:
    head = "海云省任免一批干部 尹青任省教育厅副厅长 石磊任省水利厅厅长\n"
    assert rows(head) == [("ap", "尹青", "省教育厅", "副厅长"), ("ap", "石磊", "省水利厅", "厅长")]


def test_who_leaves_holds_the_post_no_more() -> None:
    found = extract_document(document_of("尹青出任临江市市长 石磊卸任\n")).facts
    assert [(f.relation, f.subject.name) for f in found] == [(Relation.APPOINTED, "尹青")]


def test_what_somebody_is_until_now_stands_in_a_column_of_its_own() -> None:
    text = (
        "关于选派驻村第一书记的通知\n经研究，决定选派下列同志任驻村第一书记：\n"
        "尹青　　县水利局干部　　任白石镇青山村第一书记\n石磊　　县财政局干部　　任沙河乡柳树村第一书记\n"
    )
    assert rows(text) == [("ap", "尹青", "白石镇青山村", "第一书记"), ("ap", "石磊", "沙河乡柳树村", "第一书记")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # whoever acts for the mayor is the deputy just named
            "会议决定任命尹青为白河市副市长，代理白河市市长职务。",
            [("ap", "尹青", "白河市人民政府", "副市长"), ("ap", "尹青", "白河市人民政府", "市长")],
        ),
        (
            "会议任命尹青为白河市人民检察院副检察长，并代理白河市人民检察院检察长。",
            [("ap", "尹青", "白河市人民检察院", "副检察长"), ("ap", "尹青", "白河市人民检察院", "检察长")],
        ),
        (  # a bare post, or one of what every house has: who is removed stands before it
            "任命尹青为白河市第三小学校长，免去石磊副校长职务，免去杜小鹃办公室主任职务。",
            [
                ("ap", "尹青", "白河市第三小学", "校长"),
                ("di", "石磊", "白河市第三小学", "副校长"),
                ("di", "杜小鹃", "白河市第三小学办公室", "主任"),
            ],
        ),
        (  # and no person is called after an office
            "任命尹青为县融媒体中心主任，免去史志办主任职务。",
            [("ap", "尹青", "县融媒体中心", "主任"), ("di", "尹青", "史志办", "主任")],
        ),
        (  # who speaks for another has no post from it
            "任命尹青为柳河集团总裁。石小磊受省委书记杜鹃委托，代表省委讲话。",
            [("ap", "尹青", "柳河集团", "总裁")],
        ),
        (  # a verb after a day and 正式
            "石磊出任白河市代市长，并于5月起正式担任白河市市长。",
            [("ap", "石磊", "白河市人民政府", "代市长"), ("ap", "石磊", "白河市人民政府", "市长")],
        ),
        (  # what somebody was at the time
            "时任白河市市长石磊升任海云省委常委、柳河市委书记。",
            [("ap", "石磊", "海云省委", "常委"), ("ap", "石磊", "柳河市委", "书记")],
        ),
        ("白河市人代会选举石磊为白河市市长。", [("ap", "石磊", "白河市人民政府", "市长")]),
        ("白河市委召开干部会议，省委决定石磊任中共白河市委书记。", [("ap", "石磊", "中共白河市委", "书记")]),
        (  # an order that names nobody is of nobody named before
            "会议任命尹青为县审计局局长，还任命了县文旅局副局长；任命石磊为县政府办公室主任。",
            [("ap", "尹青", "县审计局", "局长"), ("ap", "石磊", "县政府办公室", "主任")],
        ),
        (  # 第六 is no name
            "会议任命尹青为县审计局局长，还任命了第六任县文旅协会会长。",
            [("ap", "尹青", "县审计局", "局长")],
        ),
        ("会议表决通过了任命尹青同志为县法院副院长。", [("ap", "尹青", "县法院", "副院长")]),
        (  # what is judged is decided elsewhere
            "任命尹青为柳河集团董事长。省委认为，由尹青同志任董事长，石磊同志担任集团总裁职务是恰当的。",
            [("ap", "尹青", "柳河集团", "董事长")],
        ),
    ],
)
def test_whom_a_further_part_of_a_decision_means(text: str, expected: list[Row]) -> None:
    assert rows(f"海云省任免消息\n\n{text}\n") == expected
