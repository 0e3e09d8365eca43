"""Groups as pages print them: names in wrapped titles and headings, sub-headings below a seat, names by spaces and colons."""

import pytest

from extract.facts import Doubt, Fact
from extract.formats.groups.notice import groups
from extract.readers.text import document_of
from extract.text.segment import notices

TITLE = "安山县人民政府办公室关于成立河道清淤工作领导小组的通知\n各乡镇人民政府：\n经研究，决定成立河道清淤工作领导小组，组成人员如下：\n"
TAIL = "\n安山县人民政府办公室\n2021年6月10日\n"
G = "河道清淤工作领导小组"
Row = tuple[str, str, str, str | None]


def found(text: str) -> list[Fact | Doubt]:
    results = (r for notice in notices(document_of(text)) for r in groups(notice))
    return [r for r in results if isinstance(r, Fact | Doubt)]


def rows(text: str) -> set[Row]:
    return {(r.relation.value, r.subject.name, r.object.name, r.role) for r in found(text) if isinstance(r, Fact)}


NAMED = [
    # a title over two lines, no list heading, no sentence that sets the group up
    (
        "安山县人民政府办公室关于成立安山县\n信用建设工作领导小组的通知\n组    长：石磊\n成    员：尹青（县政府办）\n高 原（县审计局）"
        + TAIL,
        "安山县信用建设工作领导小组",
    ),
    # 对 is no part of the name, nor is what is said in parentheses
    (
        "县政府决定对安山县第二次湖泊普查领导小组（以下简称领导小组）组成人员进行调整。现将名单通知如下：\n组　长：石磊　　副县长\n",
        "安山县第二次湖泊普查领导小组",
    ),
    # a list heading over two lines
    ("安山县职业教育工作\n部门联席会议成员名单\n组 长：石磊　　副县长\n", "安山县职业教育工作部门联席会议"),
    # a heading that sets the group up, above its seats
    ("安山学院关于成立防汛工作领导小组的通知\n一、成立学校防汛工作领导小组\n组 长：石磊\n", "学校防汛工作领导小组"),
    # in quotation marks
    ("成立“安山县查处违法建筑工作领导小组”，由副县长石磊任组长。", "安山县查处违法建筑工作领导小组"),
    # in the title of what is issued
    (
        "安山县人民政府办公室关于\n印发《安山县农村供水提升项目\n领导小组主要职责》的通知\n各乡镇人民政府：\n请遵照执行。"
        + TAIL
        + "安山县农村供水提升项目\n领导小组主要职责\n一、领导小组成员名单\n组 长：石磊 副县长\n",
        "安山县农村供水提升项目领导小组",
    ),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_the_name_of_a_group_wherever_it_stands(text: str, name: str) -> None:
    assert ("leads", "石磊", name, "组长") in rows(text)
    assert {row[2] for row in rows(text) if row[0] != "holds"} == {name}


LISTS: list[tuple[str, set[Row]]] = [
    (  # a sub-heading below a seat
        "主  任：石磊　副县长\n委  员：\n（一）部门委员\n尹青　　县委宣传部副部长\n高原　　县委统战部副部长",
        {("member_of", "尹青", G, "委员"), ("member_of", "高原", G, "委员"), ("holds", "高原", "县委统战部", "副部长")},
    ),
    (  # name and title divided by a colon
        "组 长：石磊 副县长\n成 员：尹青：县水利局局长\n　　　　高原：县财政局副局长",
        {("member_of", "尹青", G, "成员"), ("holds", "高原", "县财政局", "副局长")},
    ),
    (  # a rare family name before a title in parentheses; forms that nobody has filled in stand for nobody
        "组 长：石磊 副县长\n副组长：蛮中梅（县科技局局长）\n成 员：买买提尼亚孜·库尔班（县林草局党组副书记、局长）\n顾 问：×××",
        {
            ("assists", "蛮中梅", G, "副组长"),
            ("member_of", "买买提尼亚孜·库尔班", G, "成员"),
            ("holds", "买买提尼亚孜·库尔班", "县林草局党组", "副书记"),
            ("holds", "买买提尼亚孜·库尔班", "县林草局", "局长"),
        },
    ),
    (  # names by spaces, the last a body that sends somebody
        "组 长：石磊 副县长\n成 员：江 涛 尹青山 程 波 云泉宾馆负责人",
        {("member_of", n, G, "成员") for n in ("江涛", "尹青山", "程波", "云泉宾馆")},
    ),
    (  # a name of three characters spaced apart beside names that are whole
        "组 长：石磊 副县长\n成 员：尹青山 何 东 升 卢大海 陈伟",
        {("member_of", n, G, "成员") for n in ("尹青山", "何东升", "卢大海", "陈伟")},
    ),
    (  # a title wrapped before its last word; the list goes on
        "组 长：石磊 副县长\n成 员：尹青山 县政府办公室综合科\n　　　　　　　科长\n　　　　卢大海 县水利局副局长",
        {("holds", "尹青山", "县政府办公室综合科", "科长"), ("member_of", "卢大海", G, "成员")},
    ),
    (  # the last line of a list without a full stop, a sentence on the office below it
        "组 长：石磊 副县长\n成 员：县财政局分管领导，安山供电公司总经理\n领导小组下设办公室，办公室设在县水利局，办公室主任由尹青同志兼任。",
        {
            ("member_of", "安山供电公司", G, "成员"),
            ("hosts", "县水利局", G, None),
            ("leads", "尹青", G, "办公室主任"),
        },
    ),
    (  # a sub-group by the heading of its duties
        "组 长：石磊 副县长\n成 员：尹青山 县水利局局长\n二、安全保卫组职责\n组 长：高原\n成 员：卢大海、陈伟",
        {("leads", "高原", "安全保卫组", "组长"), ("member_of", "卢大海", "安全保卫组", "成员")},
    ),
    (  # two parts of a group whose names are kinds of groups
        "组 长：石磊 副县长\n（一）协调组\n组 长：高原 县水利局局长\n（二）督查组\n组 长：卢大海 县审计局局长",
        {("leads", "高原", "协调组", "组长"), ("leads", "卢大海", "督查组", "组长")},
    ),
    (  # who is director of the office, in a sentence of its own
        "组 长：石磊 副县长\n领导小组办公室设在县水利局，承担日常工作。县水利局局长尹青山兼任办公室主任。",
        {("leads", "尹青山", G, "办公室主任")},
    ),
    (  # two hosts
        "组 长：石磊 副县长\n领导小组办公室设在县水利局，由县水利局河道科承担办公室工作。",
        {("hosts", "县水利局", G, None), ("hosts", "县水利局河道科", G, None)},
    ),
    (  # an unnamed deputy in prose: the body
        "领导小组设组长1人，由县政府分管副县长担任；设副组长1人，由县水利局主要负责同志担任。",
        {("member_of", "县水利局", G, "副组长")},
    ),
    (  # who holds what office is said first, the group's name last; the page wraps the sentence
        "县公安局成立局党委委员、交警大队长石磊任组长，交警大队党总支书记高\n原任副组长，各派出所负责人为成员的全县“春季行动”领导小组，副大队\n长尹青兼任办公室主任。",
        {
            ("leads", "石磊", "全县“春季行动”领导小组", "组长"),
            ("holds", "石磊", "交警大队", "大队长"),
            ("assists", "高原", "全县“春季行动”领导小组", "副组长"),
            ("leads", "尹青", "全县“春季行动”领导小组", "办公室主任"),
        },
    ),
    (  # many deputies of the office in one sentence
        "领导小组办公室设在县民政局。办公室主任由县民政局局长石磊兼任；副主任由县委网信办副主任尹青，县妇联副主席、书记处书记高原兼任。",
        {
            ("leads", "石磊", G, "办公室主任"),
            ("assists", "尹青", G, "办公室副主任"),
            ("assists", "高原", G, "办公室副主任"),
            ("holds", "高原", "县妇联书记处", "书记"),
        },
    ),
    (  # 日常工作由X承担
        "领导小组日常工作由县水利局河道科（县河长办）承担。",
        {("hosts", "县水利局河道科", G, None), ("hosts", "县河长办", G, None)},
    ),
    (  # a shared tail is given back, and quoted where its own words stand
        "领导小组成员单位包括县财政局、东湖、西湖开发区管委会。",
        {("member_of", n, G, "成员单位") for n in ("县财政局", "东湖开发区管委会", "西湖开发区管委会")},
    ),
]


@pytest.mark.parametrize(("body", "expected"), LISTS)
def test_a_list_of_seats_in_each_layout(body: str, expected: set[Row]) -> None:
    assert expected <= rows(TITLE + body + TAIL)


def test_a_leader_without_a_name_stands_for_no_body() -> None:
    text = TITLE + "由县委常委、组织部长任副组长，县水利局局长石磊为成员。" + TAIL
    assert {row[1] for row in rows(text)} == {"石磊"}


def test_members_of_a_heading_keep_its_word() -> None:
    text = "同意建立安山县养老服务联席会议制度。\n二、成员单位\n联席会议由县民政局、县财政局2个部门组成，县民政局为牵头单位。\n"
    assert {row[3] for row in rows(text) if row[0] == "member_of"} == {"成员单位"}


LISTS_OF_PAGES: list[tuple[str, set[Row]]] = [
    (  # seats on lines of their own, titles in brackets, a seat of honour, bodies above that are no seats
        "安山县编程大赛组委会名单\n主办单位\n安山大学教务处\n名誉主任\n石磊（安山大学副校长、教授）\n主任\n尹青（安山大学教务处处长）\n"
        "副秘书长\n何小舟（安山大学信息学院副院长）\n",
        {
            ("leads", "石磊", "安山县编程大赛组委会", "名誉主任"),
            ("leads", "尹青", "安山县编程大赛组委会", "主任"),
            ("assists", "何小舟", "安山县编程大赛组委会", "副秘书长"),
        },
    ),
    (  # the same, numbered
        "茶文化节组织委员会名单\n一、主任委员\n石磊  安山县副县长\n二、委员\n尹青  县教育局局长\n",
        {
            ("leads", "石磊", "茶文化节组织委员会", "主任委员"),
            ("member_of", "尹青", "茶文化节组织委员会", "委员"),
        },
    ),
    (  # an office that is no office of the group above by its name is a group of its own; how names are ordered is no name
        "教学评估领导小组\n组  长：王大川\n成  员：（按姓氏笔画为序）\n马国川  王文山\n迎评工作办公室\n主  任：徐江\n成  员：伍超\n",
        {
            ("leads", "王大川", "教学评估领导小组", "组长"),
            ("member_of", "马国川", "教学评估领导小组", "成员"),
            ("member_of", "王文山", "教学评估领导小组", "成员"),
            ("leads", "徐江", "迎评工作办公室", "主任"),
            ("member_of", "伍超", "迎评工作办公室", "成员"),
        },
    ),
    (  # one that is, by its name, has the group's own seats
        "临江县创建卫生县城领导小组\n组长：石磊\n创建工作办公室\n主任：丁一（兼）\n副主任：郑鸣\n",
        {
            ("leads", "石磊", "临江县创建卫生县城领导小组", "组长"),
            ("leads", "丁一", "临江县创建卫生县城领导小组", "办公室主任"),
            ("assists", "郑鸣", "临江县创建卫生县城领导小组", "办公室副主任"),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS_OF_PAGES)
def test_a_list_of_a_page_without_a_notice(text: str, expected: set[Row]) -> None:
    assert {row for row in rows(text) if row[0] != "holds"} == expected
    assert not [one for one in found(text) if isinstance(one, Doubt)]


def test_the_number_of_an_article_is_no_part_of_a_group() -> None:
    text = "安山县环境卫生管理办法\n第四条成立安山县环境卫生工作领导小组，由石磊任组长，尹青任副组长。\n"
    assert {row[2] for row in rows(text)} == {"安山县环境卫生工作领导小组"}
