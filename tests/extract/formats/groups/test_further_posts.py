"""Further posts on lines of their own, the office of a group as a list, entries that no mark divides."""

from extract.facts import Fact, Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

HEAD = """安山县人民政府关于成立河道整治指挥部的通知
安政发〔2020〕5号
临江县人民政府，县直各单位：
决定成立安山县河道整治指挥部。组成人员名单如下：
"""
GROUP = "安山县河道整治指挥部"


def facts(text: str) -> list[Fact]:
    return extract_document(document_of(HEAD + text)).facts


def held(text: str) -> list[tuple[str, str, str | None]]:
    return [(f.subject.name, f.object.name, f.role) for f in facts(text) if f.relation is Relation.HOLDS]


def seats(text: str) -> list[tuple[str, str | None, str | None]]:
    seated = (Relation.LEADS, Relation.ASSISTS, Relation.MEMBER_OF)
    return [(f.subject.name, f.role, f.qualifiers.mode) for f in facts(text) if f.relation in seated]


def test_a_title_alone_below_an_entry_is_of_the_person_above() -> None:
    text = "总指挥：石磊 县委副书记\n临江县委书记\n成 员：林 杰 县水利局局长\n临江县人民政府副县长\n尹青 县审计局局长\n县统计局局长\n"
    assert seats(text) == [("石磊", "总指挥", None), ("林杰", "成员", None), ("尹青", "成员", None)]
    assert held(text) == [
        ("石磊", "县委", "副书记"),
        ("石磊", "临江县委", "书记"),
        ("林杰", "县水利局", "局长"),
        ("林杰", "临江县人民政府", "副县长"),
        ("尹青", "县审计局", "局长"),
        ("尹青", "县统计局", "局长"),
    ]


def test_a_name_run_into_its_title_is_an_entry_of_its_own() -> None:
    assert seats("组长：石磊 县长\n成 员：尹青 县审计局局长\n王刚县统计局局长\n")[-1] == ("王刚", "成员", None)


def test_the_office_of_a_group_is_a_list_below_the_sentence_that_sets_it_up() -> None:
    text = (
        "总指挥：石磊 县长\n成 员：尹青 县审计局局长\n林川 县水利局局长\n"
        "指挥部下设办公室，挂靠在县水利局。\n主 任：林川（兼）\n副主任：尹青（兼）\n丁一 县水利局副局长\n"
    )
    assert seats(text)[3:] == [
        ("林川", "办公室主任", "兼任"),
        ("尹青", "办公室副主任", "兼任"),
        ("丁一", "办公室副主任", None),
    ]
    assert [(f.subject.name, f.object.name) for f in facts(text) if f.relation is Relation.HOSTS] == [
        ("县水利局", GROUP)
    ]


def test_a_long_entry_does_not_run_on_into_the_next() -> None:
    text = (
        "总指挥：石磊 县长\n成 员：林 杰 县自然资源和规划局党组书记、局长，县土地储备中心主任，白石镇人民政府镇长\n"
        "尹小青 县审计局局长（主持工作）\n丁大力 县统计局局长\n"
    )
    assert [name for name, _, _ in seats(text)] == ["石磊", "林杰", "尹小青", "丁大力"]
    assert ("尹小青", "县审计局", "局长") in held(text)


def test_a_post_in_brackets_is_a_further_one() -> None:
    text = "总指挥：石磊 县长\n成 员：尹青 县公安局党委委员、副局长（临江县公安局政委）\n"
    assert held(text)[-1] == ("尹青", "临江县公安局", "政委")


def test_who_answers_for_a_work_group_leads_it() -> None:
    text = "二、分工\n（一）旅游对接工作组\n负责人：石磊、尹青\n重点对接：旅游事项。\n（二）通关对接组\n负责人：丁一\n联系电话：3321001\n"
    assert seats(text) == [("石磊", "负责人", None), ("尹青", "负责人", None), ("丁一", "负责人", None)]


def test_a_name_may_end_as_bodies_do() -> None:
    text = "组长：石磊县长\n副组长：黄玉县政府副秘书长\n蔡元庭县残联理事长\n成员：尹小园县发改局副局长\n"
    assert [name for name, _, _ in seats(text)] == ["石磊", "黄玉", "蔡元庭", "尹小园"]


def test_a_heading_that_names_a_seat_opens_it() -> None:
    text = "指挥长：石磊（县长）\n副指挥长：尹青（副县长）\n二、成员\n丁一（县财政局副局长）\n林川（县气象局局长）\n"
    assert [(name, seat) for name, seat, _ in seats(text)] == [
        ("石磊", "指挥长"),
        ("尹青", "副指挥长"),
        ("丁一", "成员"),
        ("林川", "成员"),
    ]
    both = seats("组长：石磊 县长\n副组长：尹青 副县长\n成员单位及成员：\n县财政局 丁一\n")
    assert [(name, seat) for name, seat, _ in both[2:]] == [("县财政局", "成员"), ("丁一", "成员")]


def test_a_heading_of_an_unknown_seat_lends_nobody_the_seat_before() -> None:
    text = "组长：石磊 县长\n副组长：尹青 副县长\n特邀专家：\n丁一 临江大学副校长\n"
    found = extract_document(document_of(HEAD + text))
    assert "丁一" not in [f.subject.name for f in found.facts if f.relation is not Relation.HOLDS]
    assert "特邀专家" in "".join(doubt.evidence.quote for doubt in found.doubts)


def test_who_leads_a_task_force_below_its_heading() -> None:
    text = "（一）项目建设专班\n牵头领导：石磊\n牵头单位：县发改局\n成员单位：县财政局\n"
    assert seats(text) == [("石磊", "牵头领导", None), ("县发改局", "牵头单位", None), ("县财政局", "成员单位", None)]


def test_holders_by_their_titles_alone_are_lent_to_nobody() -> None:
    """Several bodies on a line, or a line that stands where the names do: whoever holds the post sits there for the body."""
    text = "总指挥：石磊 县长\n成 员：林 杰 县水利局局长\n        县审计局局长、县统计局局长\n        消防救援大队大队长、武警中队中队长\n"
    assert held(text) == [("石磊", "县人民政府", "县长"), ("林杰", "县水利局", "局长")]
    assert [name for name, seat, _ in seats(text) if seat == "成员"] == [
        "林杰",
        "县审计局",
        "县统计局",
        "消防救援大队",
        "武警中队",
    ]
    aligned = "总指挥：石磊 县长\n成 员：林 杰  县水利局局长\n        县审计局局长\n"
    assert held(aligned)[-1] == ("林杰", "县水利局", "局长")
    assert seats(aligned)[-1] == ("县审计局", "成员", None)


def test_a_title_where_titles_stand_is_of_the_person_above() -> None:
    text = "总指挥：石磊 县长\n成 员：林 杰  县水利局局长\n               县审计局局长\n"
    assert held(text)[-2:] == [("林杰", "县水利局", "局长"), ("林杰", "县审计局", "局长")]


def test_a_list_of_holders_goes_on_in_the_next_lines() -> None:
    text = "总指挥：石磊 县长\n成 员：县审计局局长、县统计局局长\n县水利局局长、县气象局主要负责人\n武警中队中队长\n"
    assert [name for name, seat, _ in seats(text) if seat == "成员"] == [
        "县审计局",
        "县统计局",
        "县水利局",
        "县气象局",
        "武警中队",
    ]


def test_two_persons_with_bare_titles_on_a_line() -> None:
    text = "安山学院关于成立迎评领导小组的通知\n学院决定成立迎评领导小组：\n组  长：石磊 党委书记  尹青 校长\n副组长：林川 副校长\n"
    found = extract_document(document_of(text)).facts
    assert [(f.subject.name, f.object.name, f.role) for f in found if f.relation is Relation.HOLDS] == [
        ("石磊", "安山学院党委", "书记"),
        ("尹青", "安山学院", "校长"),
        ("林川", "安山学院", "副校长"),
    ]
    assert {f.object.name for f in found if f.relation is Relation.LEADS} == {"迎评领导小组"}


def test_a_group_of_experts_has_its_own_advisers() -> None:
    text = "（一）材料组\n组长：石磊\n（二）宣传组\n组长：尹青\n三、专家组\n顾问：丁一、林川\n"
    found = [(f.subject.name, f.object.name, f.role) for f in facts(text) if f.relation is Relation.MEMBER_OF]
    assert found == [("丁一", "专家组", "顾问"), ("林川", "专家组", "顾问")]


def test_a_heading_of_the_office_closes_no_title() -> None:
    text = "指挥长：石磊 县长\n成 员：尹青 县水利局党组书记、副局长（主持工作）\n二、县河道整治指挥部办公室组成人员\n主 任：尹青（兼）\n副主任：丁一 县水利局副局长\n"
    assert held(text)[-1] == ("丁一", "县水利局", "副局长")
    assert ("尹青", "县水利局", "副局长") in held(text)
    assert seats(text)[-2:] == [("尹青", "办公室主任", "兼任"), ("丁一", "办公室副主任", None)]


def test_a_post_that_is_given_a_seat_is_nobody() -> None:
    text = "一、县政府成立河道整治督查组，由县委副书记任组长，办公室设在县纪委，秘书长任办公室主任。\n"
    assert not [f for f in facts(text) if f.subject.name == "秘书长"]


COMMITTEE = """各市、县人民政府：为了支援大桥建设，省政府研究决定，成立省支援大桥工程建设委员会。现将有关问题通知如下：
一、委员会组成人员
主 任 委 员： 石磊 省长
成 员： 丁一 省政府副秘书长
二、委员会办公室组成人员
主 任： 丁一（兼）
"""


def test_a_heading_of_the_committee_is_of_the_one_that_was_set_up() -> None:
    found = extract_document(document_of(COMMITTEE)).facts
    seated = (Relation.LEADS, Relation.MEMBER_OF)
    assert [(f.subject.name, f.object.name, f.role) for f in found if f.relation in seated] == [
        ("石磊", "省支援大桥工程建设委员会", "主任委员"),
        ("丁一", "省支援大桥工程建设委员会", "成员"),
        ("丁一", "省支援大桥工程建设委员会", "办公室主任"),
    ]


def test_a_group_that_its_heads_introduce() -> None:
    text = "我市成立了以市委书记石磊为指挥长，市长尹青为常务副指挥长，其余市领导为副指挥长的卫生创建领导小组。\n"
    found = extract_document(document_of(text)).facts
    assert [(f.subject.name, f.object.name, f.role) for f in found if f.relation is not Relation.HOLDS] == [
        ("石磊", "卫生创建领导小组", "指挥长"),
        ("尹青", "卫生创建领导小组", "常务副指挥长"),
    ]
