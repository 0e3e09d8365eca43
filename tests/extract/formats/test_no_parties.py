"""Words that stand where a person or a body may stand and are none, and what the sentence states besides them."""

import pytest

from extract.pipeline import extract_document
from extract.readers.text import document_of

Stated = tuple[str, str, str, str | None]

CASES: list[tuple[str, list[Stated]]] = [
    # whom a notice is addressed to answers for nothing below it
    (
        "青州省人民政府办公厅转发省水利厅关于防汛工作意见的通知\n各市、自治州人民政府，省政府各部委、各直属机构：\n"
        "汛期将至，各地要落实责任，做好准备工作。\n省水利厅：\n要抓好水库调度工作。\n省政府：\n要加强值守，落实防汛任务。\n",
        [],
    ),
    # the labels of a page's head
    (
        "发文机关：\n青州省人民政府\n成文日期：\n2020年5月6日\n发文字号：\n青政发〔2020〕6号\n青州省人民政府关于做好防汛任务的通知\n",
        [],
    ),
    # 对下一级镇长抓…: what is judged, nobody's work
    ("安山县委关于述职工作的通知\n对下一级镇长抓安全生产工作提出意见，逐条反馈。\n", []),
    ("安山县委关于述职工作的通知\n开展局长（主任）抓安全生产检查。\n", []),
    # whom to ring up
    ("关于报送材料的函\n请于3月5日前报送责任分解情况。联系人：石磊\n电话：6659000（此件发至收文单位本部）\n", []),
    # a verb is no part of a body's name
    ("省经贸厅邀请到商务部副部长石磊作报告。\n", [("holds", "石磊", "商务部", "副部长")]),
    # 和 of a place's name
    (
        "内蒙古自治区通辽市水务局副局长石磊接受采访。\n",
        [("holds", "石磊", "内蒙古自治区通辽市水务局", "副局长")],
    ),
    # a group by its own name, whatever stands before it, and who heads it
    (
        "安山县成立防汛领导小组\n近日，安山县成立防汛领导小组，由县长石磊任组长。领导小组具体工作由县水利局承担。\n",
        [
            ("hosts", "县水利局", "防汛领导小组", None),
            ("leads", "石磊", "防汛领导小组", "组长"),
            ("holds", "石磊", "县人民政府", "县长"),
        ],
    ),
    (
        "县长石磊担任安山县防汛领导小组组长，孟川副县长担任副组长。\n",
        [
            ("leads", "石磊", "安山县防汛领导小组", "组长"),
            ("holds", "石磊", "县人民政府", "县长"),
            ("assists", "孟川", "安山县防汛领导小组", "副组长"),
            ("holds", "孟川", "县人民政府", "副县长"),
        ],
    ),
    # posts of the past
    (
        "省政府任免一批干部\n任命周波为省水利厅厅长。\n周波先后担任过省水利研究院主任，青州水利研究所所长。\n",
        [("appointed", "周波", "省水利厅", "厅长")],
    ),
    ("2024年5月6日\n省政府这次任命周波为省水利厅厅长。\n", [("appointed", "周波", "省水利厅", "厅长")]),
    (
        "本次任命前分别任青山县委书记、平江市委书记。\n任命后宽为县水利局局长。\n",
        [("appointed", "后宽", "县水利局", "局长")],
    ),
    # whoever serves now, in a sentence of news; all of a clause that opens with 曾任
    (
        "省委组织部公示现任青州市委副书记、市长的石磊，拟任市委书记。\n",
        [("holds", "石磊", "青州市委", "副书记"), ("holds", "石磊", "市人民政府", "市长")],
    ),
    ("1963年出生的石磊，现任青山县委书记，拟提拔为市委常委。\n", [("holds", "石磊", "青山县委", "书记")]),
    ("石磊仍以青山县县长的身份参加活动。\n", [("holds", "石磊", "青山县人民政府", "县长")]),
    ("曾任青山县县长石磊、平江市市长孟川2位任市委书记。\n", []),
    (
        "他们分别是现任青山县委书记石磊、平江市委书记孟川。\n",
        [("holds", "石磊", "青山县委", "书记"), ("holds", "孟川", "平江市委", "书记")],
    ),
    # colleges of no name
    ("学校成立由校长为组长，各处室和二级学院负责人为成员的校园绿化领导小组。\n", []),
    # who stays is not removed; how long somebody served is no decision
    (
        "免去石磊同志平江市水利局局长职务；\n孟川同志继续担任平江市水利局副局长；\n",
        [("dismissed", "石磊", "平江市水利局", "局长")],
    ),
    ("据介绍，石磊同志任平江市水利局局长的五年多来，新修水库三座。\n", []),
    # what somebody was stands before what he is now; who no longer serves is another than the person before
    (
        "市委组织部原副部长石磊任桥东区委书记，原区委书记孟川则任平江市委常委、宣传部长。\n",
        [
            ("appointed", "石磊", "桥东区委", "书记"),
            ("appointed", "孟川", "平江市委", "常委"),
            ("appointed", "孟川", "宣传部", "部长"),
        ],
    ),
    (
        "平江集团公司原总经理石磊调任平江市委副书记，原安山县委书记孟川不再兼任，改任平江市政府秘书长。\n",
        [("appointed", "石磊", "平江市委", "副书记"), ("appointed", "孟川", "平江市政府", "秘书长")],
    ),
    # a remark behind a title, in a list of people
    (
        "白石镇干部名册\n石磊：白石镇党委书记。\n孟川：白石镇党委委员（挂职，来自县农业科学研究所）。\n周波：白石镇财政所副所长。\n",
        [
            ("holds", "石磊", "白石镇党委", "书记"),
            ("holds", "孟川", "白石镇党委", "委员"),
            ("holds", "周波", "白石镇财政所", "副所长"),
        ],
    ),
    # one post of two bodies, one of which stands in brackets
    (
        "图为科技处（科研中心）处长石磊主持会议。\n",
        [("holds", "石磊", "科技处", "处长"), ("holds", "石磊", "科研中心", "处长")],
    ),
    # in what capacity somebody was, will be or only pretends to be somewhere
    ("尹青曾以县财政局副局长身份到会。石磊以候选县长的身份发言。林川冒以县水利局局长的身份行骗。\n", []),
    # what stands behind a post and is no name, whom a description takes for a post, a room
    ("校长信箱\n请把应聘书放进《教务处主任应聘书》一栏。\n", []),
    (
        "成立防汛工作领导小组\n组长：石磊\n成员：孟川、门卫\n周波  高一教师代表\n下设办公室，地点在东楼三层305室。\n",
        [
            ("leads", "石磊", "防汛工作领导小组", "组长"),
            ("member_of", "孟川", "防汛工作领导小组", "成员"),
            ("member_of", "周波", "防汛工作领导小组", "成员"),
        ],
    ),
    (
        "青石中学班子调整\n县教育局党委决定，任命石磊为我校副校级协理员。\n",
        [("appointed", "石磊", "我校", "副校级协理员")],
    ),
    # a character of a name that begins a word, or belongs to the name; a day, a person or a decision before a title
    ("会上，县水利局局长石磊作为代表发言。\n", [("holds", "石磊", "县水利局", "局长")]),
    ("县水利局副局长周波对外介绍，水库已建成。\n", [("holds", "周波", "县水利局", "副局长")]),
    (
        "安山县委书记石文正在县长丁力的陪同下到会。\n",
        [("holds", "石文正", "安山县委", "书记"), ("holds", "丁力", "县人民政府", "县长")],
    ),
    ("水库已经建成。该日县水利局副局长周波到会。\n", [("holds", "周波", "县水利局", "副局长")]),
    ("安山中学聘任教务处主任石磊为顾问。\n", []),
    (
        "选举石磊、周波为县政协副主席,选举产生常务委员8人.选举丁力为秘书长。\n",
        [
            ("appointed", "石磊", "县政协", "副主席"),
            ("appointed", "周波", "县政协", "副主席"),
            ("appointed", "丁力", "县政协", "秘书长"),
        ],
    ),
    # the year before an organ is no part of its name
    (
        "县人大常委会于1981年成立，下设机构。1989年县人大常委会设办公室、法制科，共有28人。\n",
        [("part_of", "办公室", "县人大常委会", "设"), ("part_of", "法制科", "县人大常委会", "设")],
    ),
    # former posts
    ("安山县政府原党组成员、副县长石磊严重违纪被开除党籍。\n", []),
    ("江北原省委常委、组织部长石磊受到处分。\n", []),
    ("平江市政协原主席 党组书记石磊接受审查。\n", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_is_said_of_persons_and_bodies(text: str, expected: list[Stated]) -> None:
    facts = extract_document(document_of(text, "passage.txt")).facts
    stated = [(f.relation.value, f.subject.name, f.object.name, f.role) for f in facts if f.object]
    assert [fact for fact in stated if fact[0] not in ("issued", "cites")] == expected
