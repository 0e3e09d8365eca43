import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract.facts import Kind
from extract.names.offices.ranks import rank_of
from extract.names.offices.titles import offices
from extract.names.persons.holders import holders

TITLES = [
    # one title, one post
    ("区教育局局长", [("区教育局", "局长")]),
    ("县教育局长", [("县教育局", "局长")]),
    ("青禾县人民法院刑事审判庭庭长", [("青禾县人民法院刑事审判庭", "庭长")]),
    ("县一中校长", [("县一中", "校长")]),
    ("青禾县实验二小副校长", [("青禾县实验二小", "副校长")]),
    ("县委党校长", [("县委党校", "校长")]),
    ("安山县文化馆-副馆长", [("安山县文化馆", "副馆长")]),
    ("疫情防控指导组组长", [("疫情防控指导组", "组长")]),
    ("局党组成员、纪检组长", [("局党组", "成员"), ("纪检组", "组长")]),
    ("县政府分管民政工作的副县长", [("县政府", "副县长")]),
    ("县第三中学教务主任", [("县第三中学", "教务主任")]),
    ("东岭村支书", [("东岭村", "支书")]),
    ("柳河镇东岭村主任", [("柳河镇东岭村", "主任")]),
    # the congress of the town whose committee is named first
    ("镇党委书记、镇人大主席", [("镇党委", "书记"), ("镇人大", "主席")]),
    ("镇委副书记、镇人大主席", [("镇委", "副书记"), ("镇人大", "主席")]),
    ("柳河镇党委书记、镇人大主席", [("柳河镇党委", "书记"), ("柳河镇人大", "主席")]),
    ("柳河镇委委员、武装部部长", [("柳河镇委", "委员"), ("柳河镇武装部", "部长")]),
    # two titles without a mark between them
    ("县政府办主任县政府党组成员", [("县政府办", "主任"), ("县政府党组", "成员")]),
    ("县委书记县人大常委会主任", [("县委", "书记"), ("县人大常委会", "主任")]),
    ("杏花县粮储局党组书记局长", [("杏花县粮储局党组", "书记"), ("杏花县粮储局", "局长")]),
    ("杏花县水利局党组成员副局长", [("杏花县水利局党组", "成员"), ("杏花县水利局", "副局长")]),
    # a set of people
    ("县水利局领导班子成员", []),
    # since when: no part of the body
    ("青州大学校长,2023年11月任青州大学党委书记", [("青州大学", "校长"), ("青州大学党委", "书记")]),
    # the post of two bodies, of which one closes the name in brackets
    ("科技处(科研中心)处长", [("科技处", "处长"), ("科研中心", "处长")]),
    # 任 of 任免 is no verb
    (
        "县人大常委会法工委副主任、任免代表选举工作委员会主任",
        [("县人大常委会法工委", "副主任"), ("任免代表选举工作委员会", "主任")],
    ),
    # how manieth in the post is no part of the body
    ("县审计局首任局长", [("县审计局", "局长")]),
    ("我校新一任校长", [("我校", "校长")]),
    ("云岭县第三任县长", [("云岭县人民政府", "县长")]),
    ("新任县长", [("县人民政府", "县长")]),
    ("省卫健委公卫总师", [("省卫健委", "公卫总师")]),
    ("区政府教育督导室副主任督学", [("区政府教育督导室", "副主任督学")]),
    ("区民族宗教事务局专职副局长", [("区民族宗教事务局", "专职副局长")]),
    ("古渡街二级调研员", [("古渡街", "二级调研员")]),
    ("巴音苏木苏木达", [("巴音苏木", "苏木达")]),
    # a bare title names its body (docs/facts.md, hard case 3)
    ("区长", [("区人民政府", "区长")]),
    ("常务副县长", [("县人民政府", "常务副县长")]),
    ("代市长", [("市人民政府", "代市长")]),
    ("副旗长", [("旗人民政府", "副旗长")]),
    ("盟长", [("盟行政公署", "盟长")]),
    ("自治区副主席", [("自治区人民政府", "副主席")]),
    ("总理", [("国务院", "总理")]),
    ("海岭市市长", [("海岭市人民政府", "市长")]),
    ("区政府区长", [("区政府", "区长")]),
    ("青龙镇镇长", [("青龙镇人民政府", "镇长")]),
    # two posts in one title (hard case 4)
    ("区委常委、常务副区长", [("区委", "常委"), ("区人民政府", "常务副区长")]),
    ("区科经局党组书记、局长", [("区科经局党组", "书记"), ("区科经局", "局长")]),
    ("区法院党组副书记、副院长", [("区法院党组", "副书记"), ("区法院", "副院长")]),
    ("区检察院检委会专职委员", [("区检察院检委会", "专职委员")]),
    ("县人民法院审判委员会委员、审判员", [("县人民法院审判委员会", "委员"), ("县人民法院", "审判员")]),
    # a part of a court keeps the name that is printed; what is the court's own after it
    ("青禾县人民法院审判员、刑事审判庭庭长", [("青禾县人民法院", "审判员"), ("刑事审判庭", "庭长")]),
    ("青禾县人民法院立案庭庭长、审判员", [("青禾县人民法院立案庭", "庭长"), ("青禾县人民法院", "审判员")]),
    ("县人民法院行政审判庭庭长、审判委员会委员",
     [("县人民法院行政审判庭", "庭长"), ("审判委员会", "委员")]),
    ("县人民法院副院长、区教育局局长", [("县人民法院", "副院长"), ("区教育局", "局长")]),
    ("古渡街党工委副书记、办事处主任", [("古渡街党工委", "副书记"), ("古渡街办事处", "主任")]),
    ("云岭高新区党工委副书记、管委会主任", [("云岭高新区党工委", "副书记"), ("云岭高新区管委会", "主任")]),
    ("青龙镇党委副书记、镇长", [("青龙镇党委", "副书记"), ("青龙镇人民政府", "镇长")]),
    ("市政府副秘书长、办公室主任", [("市政府", "副秘书长"), ("市政府办公室", "主任")]),
    # who heads a hospital or a school is of none that is named
    ("县卫健局副局长、院长", [("县卫健局", "副局长")]),
    ("县教研院副院长、校长助理", [("县教研院", "副院长")]),
    ("安山师专党委书记、校长", [("安山师专党委", "书记"), ("安山师专", "校长")]),
    # 年级 is said once
    ("县一中初二年级长", [("县一中初二年级", "年级长")]),
    ("政教处副主任兼初二年级长", [("政教处", "副主任"), ("初二年级", "年级长")]),
    ("省教育厅副厅长兼省招生办主任", [("省教育厅", "副厅长"), ("省招生办", "主任")]),
    ("区侨联副主席、秘书长", [("区侨联", "副主席"), ("区侨联", "秘书长")]),
    ("城投集团董事长兼总经理", [("城投集团", "董事长"), ("城投集团", "总经理")]),
    # X(Y): the post is of both, a 党组 beside it is X's alone (hard case 2)
    ("区政府办公室(金融办)副主任、党组成员", [("区政府办公室", "副主任"), ("金融办", "副主任"), ("区政府办公室党组", "成员")]),
    # a post in parentheses too is that of the body in parentheses
    ("县档案馆(县志编纂中心)副馆长(副主任)", [("县档案馆", "副馆长"), ("县志编纂中心", "副主任")]),
    # which of several deputies, no part of the body
    ("县政府分管副县长", [("县政府", "副县长")]),
    ("分管副县长", [("县人民政府", "副县长")]),
    ("市教育局分管副局长", [("市教育局", "副局长")]),
    # ranks and remarks in parentheses are no part of the post
    ("市统计局副局长(正处级)", [("市统计局", "副局长")]),
    ("县文化馆副馆长(主持工作)", [("县文化馆", "副馆长")]),
    # organs beside a local party committee stay as printed, none is a part of it
    ("县委常委、纪委书记、监委主任", [("县委", "常委"), ("纪委", "书记"), ("监委", "主任")]),
    ("青禾县委书记、人大常委会主任", [("青禾县委", "书记"), ("人大常委会", "主任")]),
    ("县教育局局长、政协副主席", [("县教育局", "局长"), ("政协", "副主席")]),
    ("县政府副县长、监委主任", [("县政府", "副县长"), ("监委", "主任")]),
    ("河东区委常委、纪委书记、监委主任", [("河东区委", "常委"), ("纪委", "书记"), ("监委", "主任")]),
    # two posts that no mark divides
    ("河东矿业集团党委书记工会副主席", [("河东矿业集团党委", "书记"), ("河东矿业集团工会", "副主席")]),
    ("村党支部书记、村委会主任", [("村党支部", "书记"), ("村委会", "主任")]),
    ("村委会委员", [("村委会", "委员")]),
    ("镇党委委员、人大主席", [("镇党委", "委员"), ("人大", "主席")]),
    ("市委常委、统战部部长、政协党组副书记", [("市委", "常委"), ("统战部", "部长"), ("政协党组", "副书记")]),
    ("中央政治局委员、书记处书记", [("中央政治局", "委员"), ("书记处", "书记")]),
    ("县公安局党委委员、纪委书记", [("县公安局党委", "委员"), ("县公安局纪委", "书记")]),
    # no post: former ones, descriptions, academic titles, bare posts, sets of bodies
    ("原区财政局局长", []),
    # who serves the head holds neither post
    ("县长秘书", []),
    ("青禾县教育局局长秘书", []),
    # the number of a list is no part of a body
    ("2镇长", [("镇人民政府", "镇长")]),
    ("区教育局主要负责人", []),
    ("大学教授", []),
    ("局长", []),
    ("办公室主任", []),
    ("党组书记、局长", []),
    ("各街道办事处主任", []),
    ("局长办公会", []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("title", "expected"), TITLES)
def test_a_printed_title_is_its_bodies_and_posts(title: str, expected: list[tuple[str, str]]) -> None:
    assert [(office.body, office.post) for office in offices(title, 0, len(title))] == expected


def test_a_printed_body_has_its_place_and_an_implied_one_has_none() -> None:
    text = "任区委常委、副区长。"
    party, government = offices(text, 1, len(text) - 1)
    assert (text[party.body_start : party.body_end], party.kind) == ("区委", Kind.DEPARTMENT)
    assert (government.body_start, government.body_end, government.body) == (None, None, "区人民政府")
    assert text[government.post_start : government.post_end] == "副区长"


def test_a_title_goes_on_from_the_office_before() -> None:
    before = offices("县教育局党组书记", 0, 8)[0]
    assert [(o.body, o.post) for o in offices("局长", 0, 2, before)] == [("县教育局", "局长")]


@pytest.mark.parametrize(
    ("text", "rank"),
    [("副局长(正处级)", "正处级"), ("主任(副科级,试用期一年)", "副科级"), ("主任(挂职)", None), ("副局长", None)],
)
def test_a_rank_stands_in_parentheses(text: str, rank: str | None) -> None:
    assert rank_of(text, 0, len(text)) == rank


HELD = [
    ("县长秦岭会见远山公司董事长卜凡", [("秦岭", "县人民政府", "县长"), ("卜凡", "远山公司", "董事长")]),
    ("副县长丁香、包文博出席", [("丁香", "县人民政府", "副县长"), ("包文博", "县人民政府", "副县长")]),
    ("区法院院长成方圆、副院长路遥", [("成方圆", "区法院", "院长"), ("路遥", "区法院", "副院长")]),
    ("会议由区政府代区长舒展主持", [("舒展", "区政府", "代区长")]),
    ("秦怀远县长强调", [("秦怀远", "县人民政府", "县长")]),
    ("市委常委、秘书长和副市长季风到会", [("季风", "市人民政府", "副市长")]),
    ("区民政局负责人王小川介绍", []),
    ("县长办公会议研究", []),
    ("涉及我区办理事项责任分解", []),
    ("任总工程师", []),
    ("原区长王小川参加", []),
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_titles_beside_names_in_running_text(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(text[h.name_start : h.name_end], o.body, o.post) for h in holders(text, 0, len(text)) for o in h.offices]
    assert found == expected


@given(st.text(alphabet="区委人民政府县长副局常务党组书记、主任(正处级)办公室王芳·兼和,", max_size=30))
@example("·常委")
def test_no_title_crashes_and_every_post_stands_where_it_says(text: str) -> None:
    for office in offices(text, 0, len(text)):
        assert text[office.post_start : office.post_end].endswith(office.post)
        assert len(office.body) > 1
        if office.body_start is not None and office.body_end is not None:
            assert text[office.body_start : office.body_end] == office.body
    for holder in holders(text, 0, len(text)):
        assert 0 <= holder.name_start < holder.name_end <= len(text)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (  # the committee has its own seats, the organ inside its name the other posts
            "中共安山县水利局委员会委员、书记、局长",
            [("中共安山县水利局委员会", "委员"), ("中共安山县水利局委员会", "书记"), ("安山县水利局", "局长")],
        ),
        (  # a place inside it: the post names its own body
            "中共安山县委员会常委、副县长",
            [("中共安山县委员会", "常委"), ("县人民政府", "副县长")],
        ),
        (  # a committee of another place is a body of its own
            "青河高新区管委会副主任、河东区委常委",
            [("青河高新区管委会", "副主任"), ("河东区委", "常委")],
        ),
        ("安山金融集团有限公司外部董事", [("安山金融集团有限公司", "外部董事")]),
        ("区党工委、管委会办公室副主任", [("区党工委办公室", "副主任"), ("管委会办公室", "副主任")]),
        ("党工委、管委会总值班室主任科员", [("党工委总值班室", "主任科员"), ("管委会总值班室", "主任科员")]),
        ("县委、县政府办公室主任", [("县委办公室", "主任"), ("县政府办公室", "主任")]),
        ("时任安山县委书记", []),
        ("任命石磊为县水利局局长", []),
        ("石溪地委委员、副专员", [("石溪地委", "委员"), ("行署", "副专员")]),
        (  # a branch of a procuratorate is one too
            "海云省人民检察院白河铁路运输分院副检察长、检察委员会委员、检察员",
            [
                ("海云省人民检察院白河铁路运输分院", "副检察长"),
                ("检察委员会", "委员"),
                ("海云省人民检察院白河铁路运输分院", "检察员"),
            ],
        ),
        ("自2011年起任我院党委书记、院长", [("院党委", "书记")]),
        ("从2011年3月起任县水利局局长", [("县水利局", "局长")]),
        ("县教育局副县级督学", [("县教育局", "副县级督学")]),
        ("中央政治局常委、书记处书记", [("中央政治局", "常委"), ("书记处", "书记")]),
    ],
)
def test_later_posts_of_a_title_have_their_own_body(title: str, expected: list[tuple[str, str]]) -> None:
    assert [(office.body, office.post) for office in offices(title, 0, len(title))] == expected
