"""Leading groups: each case is a passage in the manner of some jurisdiction, and who sits where in it."""

import pytest

from extract.facts import CountRecord, Doubt, Fact, Relation
from extract.formats.groups.notice import groups
from extract.pipeline import extract_document
from extract.readers.text import document_of
from extract.text.segment import notices

HEAD = "东川县人民政府办公室关于成立东川县防汛抗旱指挥部的通知\n东政办发〔2023〕18号\n各乡镇人民政府：\n经县人民政府研究，决定成立东川县防汛抗旱指挥部。组成人员如下：\n"
TAIL = "\n东川县人民政府办公室\n2023年5月6日\n"
GROUP = "东川县防汛抗旱指挥部"


def found_in(passage: str, head: str = HEAD) -> list[Fact | Doubt | CountRecord]:
    return [found for notice in notices(document_of(head + passage + TAIL)) for found in groups(notice)]


def facts_of(passage: str, head: str = HEAD) -> list[Fact]:
    return [found for found in found_in(passage, head) if isinstance(found, Fact)]


def seats(passage: str, head: str = HEAD) -> set[tuple[str, str, str | None]]:
    """(relation, who, role) of each seat."""
    return {
        (f.relation.value, f.subject.name, f.role) for f in facts_of(passage, head) if f.relation is not Relation.HOLDS
    }


def titles(passage: str) -> set[tuple[str, str, str | None]]:
    """(person, body, post) of each title."""
    return {(f.subject.name, f.object.name, f.role) for f in facts_of(passage) if f.relation is Relation.HOLDS}


@pytest.mark.parametrize(
    "passage",
    [
        # aligned with layout spaces, the label once
        "指 挥 长：贺建军　　县长\n副指挥长：马　骏　　副县长\n　　　　　罗　敏　　县水利局局长\n成　员：田　野　县气象局局长",
        # tabs
        "指挥长：\t贺建军\t县长\n副指挥长：\t马 骏\t副县长\n\t罗 敏\t县水利局局长\n成 员：\t田 野\t县气象局局长",
        # a bullet that the layout added, no layout space after the label
        "- 指挥长：贺建军 县长\n副指挥长：马 骏 副县长\n罗 敏 县水利局局长\n成员：田 野 县气象局局长",
        # one paragraph, titles before names
        "指挥长：县长贺建军；副指挥长：副县长马骏，县水利局局长罗敏；成员：县气象局局长田野。",
        # one paragraph, titles in parentheses after names
        "指挥长：贺建军（县长）；副指挥长：马骏（副县长）、罗敏（县水利局局长）；成员：田野（县气象局局长）。",
        # a sentence
        "指挥部由县长贺建军任指挥长，副县长马骏、县水利局局长罗敏任副指挥长，县气象局局长田野为成员。",
        # seats before holders
        "指挥长由县长贺建军担任，副指挥长由副县长马骏、县水利局局长罗敏担任，成员由县气象局局长田野担任。",
        # a table
        "职务\t姓名\t单位职务\n指挥长\t贺建军\t县长\n副指挥长\t马骏\t副县长\n\t罗敏\t县水利局局长\n成员\t田野\t县气象局局长",
        # no colon after the label
        "指挥长　　贺建军　县长\n副指挥长　马　骏　副县长\n　　　　　罗　敏　县水利局局长\n成　　员　田　野　县气象局局长",
    ],
)
def test_every_layout_gives_the_same_seats_and_titles(passage: str) -> None:
    assert seats(passage) == {
        ("leads", "贺建军", "指挥长"),
        ("assists", "马骏", "副指挥长"),
        ("assists", "罗敏", "副指挥长"),
        ("member_of", "田野", "成员"),
    }
    assert titles(passage) == {
        ("贺建军", "县人民政府", "县长"),
        ("马骏", "县人民政府", "副县长"),
        ("罗敏", "县水利局", "局长"),
        ("田野", "县气象局", "局长"),
    }
    assert {(f.object.name, f.date) for f in facts_of(passage) if f.relation is not Relation.HOLDS} == {
        (GROUP, "2023-05-06")
    }


@pytest.mark.parametrize(
    ("line", "held"),
    [
        # two titles are two facts
        ("组长：丁 力 县委常委、县人民政府副县长", {("丁力", "县委", "常委"), ("丁力", "县人民政府", "副县长")}),
        (
            "成员：王建平 县妇联主席、县妇儿工委办主任",
            {("王建平", "县妇联", "主席"), ("王建平", "县妇儿工委办", "主任")},
        ),
        (
            "成员：王文革 县财政局局长，县政府办公室副主任（兼）",
            {("王文革", "县财政局", "局长"), ("王文革", "县政府办公室", "副主任")},
        ),
        # a rank printed as a post, a post that no list knows
        ("成员：左 夫 县城管局四级调研员", {("左夫", "县城管局", "四级调研员")}),
        ("成员：郭 凡 县联通公司网络 CEO", {("郭凡", "县联通公司", "网络CEO")}),
        # a Uyghur name, a compound surname
        ("组长：艾力·买买提 县长", {("艾力·买买提", "县人民政府", "县长")}),
        ("成员：司马云飞 县气象局局长", {("司马云飞", "县气象局", "局长")}),
    ],
)
def test_titles_of_members(line: str, held: set[tuple[str, str, str]]) -> None:
    assert titles(line) == held


def test_a_title_that_no_name_follows_is_lent_to_nobody() -> None:
    """Seen in 新洲区政府公报 2019/2: 副组长: 区委副书记,区委常委、…王振."""
    passage = "组长：县委书记赵利；副组长：县委副书记，县委常委、常务副县长王振；成员：县财政局局长万鹰。"
    assert ("王振", "县委", "副书记") not in titles(passage)
    assert ("王振", "县委", "常委") in titles(passage)
    assert [d.evidence.quote for d in found_in(passage) if isinstance(d, Doubt)] == ["县委副书记"]


@pytest.mark.parametrize(
    ("passage", "names"),
    [
        # names alone, several a line, spaced and not
        (
            "成员：王　芳（女）　何　平　　欧阳建国\n　　　孙志远　　李红梅（女）",
            {"王芳", "何平", "欧阳建国", "孙志远", "李红梅"},
        ),
        ("成员：王芳、何平（女）、艾力·买买提。", {"王芳", "何平", "艾力·买买提"}),
        # two persons with titles on a line
        ("成员：张  伟  县卫健局局长    刘  洋  县住建局局长", {"张伟", "刘洋"}),
        # the layout space is lost
        ("成员：丁向东县政府副秘书长\n朱宏县工业和信息化局总工程师", {"丁向东", "朱宏"}),
        # labels on lines of their own
        ("成员：\n张 伟 县卫健局局长\n刘 洋 县住建局局长", {"张伟", "刘洋"}),
        # the bracket after a name runs into the title
        ("成员：张 伟 县卫健局局长\n刘 洋（女）县住建局局长", {"张伟", "刘洋"}),
        # a title that the layout broke
        ("成员：张 伟 县委宣传部副部长、\n县文明办主任\n刘 洋 县住建局局长", {"张伟", "刘洋"}),
    ],
)
def test_members_by_name(passage: str, names: set[str]) -> None:
    assert seats(passage) == {("member_of", name, "成员") for name in names}


def test_bodies_one_a_line_end_before_the_signature() -> None:
    passage = "成员单位：\n县财政局\n县水利局\n县自然资源和规划局"
    assert {who for _, who, _ in seats(passage)} == {"县财政局", "县水利局", "县自然资源和规划局"}


def test_a_table_of_something_else_is_no_list_of_members() -> None:
    passage = "组长：丁力 县长\n序号\t项目\t负责人\n1\t水库加固\t李磊\n2\t河道疏浚\t王军"
    assert {who for _, who, _ in seats(passage)} == {"丁力"}


def test_a_line_is_that_of_the_person_who_stands_in_it() -> None:
    passage = "组长：丁 力 县长\n成员：何 欢 县财政局局长\n钟 鸣 县教育局局长"
    assert {f.subject.name: f.evidence.line for f in facts_of(passage)} == {"丁力": 5, "何欢": 6, "钟鸣": 7}


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        # a shared 主要负责人, sets of bodies
        (
            "成员：县政府办、县财政局，各乡镇主要负责人。",
            {("member_of", "县政府办", "成员"), ("member_of", "县财政局", "成员")},
        ),
        # unnamed deputies stand for their bodies, a bare 副县长 and an unnamed head for nobody
        (
            "由县长任组长，县政府办分管副主任、县水利局局长任副组长，县财政局、县审计局分管领导任小组成员。",
            {
                ("member_of", "县政府办", "副组长"),
                ("member_of", "县水利局", "副组长"),
                ("member_of", "县财政局", "成员"),
                ("member_of", "县审计局", "成员"),
            },
        ),
        ("召集人：县长\n副召集人：常务副县长\n成员：县财政局主要负责人", {("member_of", "县财政局", "成员")}),
        # seats of bodies
        (
            "组长单位：县财政局\n副组长单位：县审计局\n成员单位：县水利局、县林业局",
            {
                ("leads", "县财政局", "组长单位"),
                ("member_of", "县审计局", "副组长单位"),
                ("member_of", "县水利局", "成员单位"),
                ("member_of", "县林业局", "成员单位"),
            },
        ),
    ],
)
def test_bodies_as_members(passage: str, expected: set[tuple[str, str, str]]) -> None:
    assert seats(passage) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "指挥部下设办公室,在县水利局办公,由罗敏兼任办公室主任,张平、程明祥任办公室副主任。",
            {
                ("hosts", "县水利局", None),
                ("leads", "罗敏", "办公室主任"),
                ("assists", "张平", "办公室副主任"),
                ("assists", "程明祥", "办公室副主任"),
            },
        ),
        (
            "指挥部办公室设在县水利局，办公室主任由罗敏兼任，副主任由张平担任。",
            {("hosts", "县水利局", None), ("leads", "罗敏", "办公室主任"), ("assists", "张平", "办公室副主任")},
        ),
        ("指挥部下设办公室在县水利局，负责日常工作，县水利局主要负责人任办公室主任。", {("hosts", "县水利局", None)}),
        ("指挥部下设办公室，办公室设在县水利局，办公室主任由县水利局局长兼任。", {("hosts", "县水利局", None)}),
        ("县水利局承担指挥部的日常工作。", {("hosts", "县水利局", None)}),
    ],
)
def test_the_office(sentence: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert seats(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        # another body's office
        "县考核办公室设在县委组织部。",
        # personnel decisions are no seats
        "任命周平为东川县防汛抗旱指挥部指挥长。",
    ],
)
def test_what_is_of_another_kind(sentence: str) -> None:
    assert seats(sentence) == set()


def test_a_concurrent_director_is_marked() -> None:
    facts = facts_of("指挥部下设办公室，在县水利局办公，由罗敏兼任办公室主任，张平任办公室副主任。")
    assert {(f.subject.name, f.qualifiers.mode) for f in facts if f.role} == {("罗敏", "兼任"), ("张平", None)}


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("一、东川县防汛抗旱指挥部组成人员名单", "东川县防汛抗旱指挥部"),
        ("东川县创建全国文明城市 工作领导小组成员名单", "东川县创建全国文明城市工作领导小组"),
        ("（三）综合协调组", "综合协调组"),
        ("1.抢险救援专班：", "抢险救援专班"),
        ("（九）深化农业农村改革专项工作组", "深化农业农村改革专项工作组"),
    ],
)
def test_a_heading_names_the_group_below_it(heading: str, name: str) -> None:
    facts = facts_of(f"{heading}\n组长：丁力 副县长\n成员：县财政局、县水利局")
    assert {f.object.name for f in facts if f.relation is not Relation.HOLDS} == {name}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("成立由副县长丁力任组长,县财政局为成员的县“智慧小区”建设工作领导小组。", "县“智慧小区”建设工作领导小组"),
        (
            "成立县第2号议案办理工作领导小组(以下简称领导小组),由副县长丁力任组长,县财政局分管领导任小组成员。",
            "县第2号议案办理工作领导小组",
        ),
        ("成立以副县长丁力为组长、县财政局负责人为成员的工作专班。", "工作专班"),
    ],
)
def test_a_sentence_names_the_group(sentence: str, name: str) -> None:
    head = "东川县人民政府关于印发工作方案的通知\n东政发〔2022〕3号\n"
    facts = [f for f in facts_of(sentence, head) if f.relation is not Relation.HOLDS]
    assert {(f.subject.name, f.object.name) for f in facts} == {("丁力", name), ("县财政局", name)}


def test_a_committee_whose_members_are_changed_is_the_group() -> None:
    sentence = (
        "县政府办公室于2021年6月20日发出通知,决定对县安全生产委员会组成人员予以调整。调整后,主任由县长丁力担任,"
        "副主任由副县长石磊担任,成员由县应急局、县公安局、县住建局主要负责同志组成。"
    )
    assert {f.object.name for f in facts_of(sentence) if f.relation is not Relation.HOLDS} == {"县安全生产委员会"}
    members = [f.subject.name for f in facts_of(sentence) if f.relation is Relation.MEMBER_OF]
    assert members == ["县应急局", "县公安局", "县住建局"]


def test_led_by_one_body_joined_by_others() -> None:
    sentence = "成立由县司法局牵头，县委编办、县财政局、相关执法部门参加的工作领导小组。领导小组办公室下设在县司法局。"
    assert seats(sentence, "关于印发方案的通知\n") == {
        ("leads", "县司法局", "牵头"),
        ("member_of", "县委编办", "参加"),
        ("member_of", "县财政局", "参加"),
        ("hosts", "县司法局", None),
    }


def test_stated_sub_groups_are_counted() -> None:
    passage = "指挥部下设两个工作组。\n（一）综合组\n组长：丁力 副县长\n（二）宣传组\n组长：何欢 县委宣传部副部长"
    counts = [found for found in found_in(passage) if isinstance(found, CountRecord)]
    assert [(c.stated, c.found) for c in counts] == [(2, 2)]


def test_one_who_leaves_is_a_doubt_and_one_who_is_added_a_fact() -> None:
    found = found_in("增补周明（县教育局局长）为指挥部成员，钱进同志不再担任指挥部成员。")
    assert {(f.subject.name, f.role) for f in found if isinstance(f, Fact)} == {("周明", "成员"), ("周明", "局长")}
    assert [d.rule for d in found if isinstance(d, Doubt)] == ["groups.changes"]


@pytest.mark.parametrize(
    ("cell", "seated", "doubted"),
    [
        ("李先勇 祝莹", {"李先勇", "祝莹"}, ["县财政局副局长"]),
        ("李先勇、祝莹、欧阳海", {"李先勇", "祝莹", "欧阳海"}, ["县财政局副局长"]),
        ("李先勇 祝 莹", {"李先勇", "祝莹"}, ["县财政局副局长"]),
        ("李先勇 祝莹丁力先", set(), ["李先勇", "祝莹丁力先", "县财政局副局长"]),  # the layout has broken the cell
    ],
)
def test_of_several_names_in_a_cell_those_that_stand_whole_sit_there(
    cell: str, seated: set[str], doubted: list[str]
) -> None:
    found = found_in(f"职务\t姓名\t单位职务\n组长\t何欢\t县长\n成员\t{cell}\t县财政局副局长")
    facts = [f for f in found if isinstance(f, Fact)]
    assert {f.subject.name for f in facts if f.relation is Relation.MEMBER_OF} == seated
    assert {f.subject.name for f in facts if f.relation is Relation.HOLDS} == {"何欢"}
    assert [d.evidence.quote for d in found if isinstance(d, Doubt)] == doubted


@pytest.mark.parametrize(
    "title",
    [
        "县财政局局长、县政府办公室副主任（兼）",
        "县财政局局长兼县政府办公室副主任",
        "县财政局局长，兼任县政府办公室副主任",
    ],
)
def test_a_title_held_beside_another_says_so(title: str) -> None:
    facts = facts_of(f"组　长：何　欢　　县长\n成　员：丁　力　　{title}")
    modes = {(f.role, f.qualifiers.mode) for f in facts if f.relation is Relation.HOLDS and f.subject.name == "丁力"}
    assert modes == {("局长", None), ("副主任", "兼任")}


def test_a_deputy_of_another_office_is_none_of_the_groups() -> None:
    passage = "副指挥长由县政府办公室副主任石磊、县水利局局长温丽担任。指挥部办公室主任由温丽兼任，副主任由县水利局副局长何欢担任。"
    assert seats(passage) == {
        ("assists", "石磊", "副指挥长"),
        ("assists", "温丽", "副指挥长"),
        ("leads", "温丽", "办公室主任"),
        ("assists", "何欢", "办公室副主任"),
    }


def test_a_conference_set_up_as_a_system_is_the_group() -> None:
    head = "东川县人民政府办公室关于建立联席会议制度的通知\n东政办发〔2023〕18号\n各乡镇人民政府：\n经县人民政府同意，建立全县养老服务工作联席会议制度。\n"
    found = facts_of("召集人：贺建军　副县长\n成员：县民政局、县财政局", head)
    seated = {(f.object.name, f.role) for f in found if f.relation is not Relation.HOLDS}
    assert seated == {("全县养老服务工作联席会议", "召集人"), ("全县养老服务工作联席会议", "成员")}


def test_a_short_name_in_passing_gives_way_to_the_full_one() -> None:
    passage = "1．组建机构。成立普查领导小组及办公室。\n成立东川县第五次经济普查领导小组，由副县长高明任组长。"
    head = "东川县人民政府关于做好经济普查的通知\n东政办发〔2023〕18号\n各乡镇人民政府：\n"
    (leads,) = (f for f in facts_of(passage, head) if f.relation is Relation.LEADS)
    assert leads.object.name == "东川县第五次经济普查领导小组"


def test_a_rare_family_name_in_the_cell_before_a_title_is_a_person() -> None:
    passage = "职务\t姓名\t单位职务\n组长\t何欢\t县长\n成员\t酆飞\t县水利局局长"
    assert ("member_of", "酆飞", "成员") in seats(passage)
    assert ("酆飞", "县水利局", "局长") in titles(passage)


@pytest.mark.parametrize(
    "passage",
    [
        # responsibilities, not seats
        "1.完善机制。（牵头单位：县财政局；责任单位：县水利局）",
        "序号\t任务\t牵头部门\t责任部门\n1\t建设水库\t县水利局\t县财政局",
        # rules about meetings
        "会议召集人集中讨论意见，县政府常务会议作出决策。",
        "各成员单位主要负责人要加强领导，落实责任。",
        "成立由政府主要领导为组长、相关部门为成员的工作领导小组。",
    ],
)
def test_what_is_no_seat(passage: str) -> None:
    assert facts_of(passage) == []


@pytest.mark.parametrize("lead", ["组成人员如下", "人员组成如下", "其成员名单如下"])
def test_a_body_whose_seats_are_listed_is_set_up_as_a_group(lead: str) -> None:
    head = (
        "东川县人民政府关于成立东川茶园建设管理委员会的通知\n东政发〔2023〕9号\n各乡镇人民政府：\n"
        f"县政府决定成立东川茶园建设管理委员会（以下称“管委会”），{lead}：\n"
    )
    assert seats("主　任：贺建军　副县长\n副主任：马　骏　县水利局局长", head) == {
        ("leads", "贺建军", "主任"),
        ("assists", "马骏", "副主任"),
    }


def test_a_group_of_a_cited_title_gets_no_seats() -> None:
    text = (
        "安山新区青山片区管理局关于调整充实青山片区管理局消防整治领导小组的通知\n局各工作小组:\n"
        "根据《关于调整充实安山新区消防整治领导小组组成人员的通知》要求，现调整充实青山片区管理局消防整治领导小组如下:\n"
        "组 长：方小舟 局党委书记\n成 员：丁一 城关派出所所长\n"
    )
    facts = extract_document(document_of(text)).facts
    seats = {f.object.name for f in facts if f.object and f.relation in (Relation.LEADS, Relation.MEMBER_OF)}
    assert seats == {"青山片区管理局消防整治领导小组"}
