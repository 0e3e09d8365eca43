"""Divisions of work: each case is a paragraph in the manner of some jurisdiction, and what it says."""

import random

import pytest

from extract.document import Notice
from extract.facts import Fact, Relation
from extract.formats.divisions.notice import divisions
from extract.readers.text import document_of
from extract.text.segment import notices

HEAD = "青川县人民政府关于县政府领导工作分工的通知\n青政发〔2021〕3号\n各乡镇人民政府：\n"
TAIL = "\n青川县人民政府\n2021年5月6日\n"


def facts_of(paragraphs: str) -> list[Fact]:
    found = [fact for notice in _notices(HEAD + paragraphs + TAIL) for fact in divisions(notice)]
    return [fact for fact in found if isinstance(fact, Fact)]


def _notices(text: str) -> list[Notice]:
    return notices(document_of(text))


def said(paragraphs: str, relation: str) -> set[tuple[str, str, str | None]]:
    """(person, object, role) of each fact of a relation."""
    return {(f.subject.name, f.object.name, f.role) for f in facts_of(paragraphs) if f.relation is Relation(relation)}


@pytest.mark.parametrize(
    ("paragraph", "title"),
    [
        # title before the name, with a colon
        ("县长李强：负责审计工作。", {("李强", "县人民政府", "县长")}),
        # name before the title, as 新洲区 prints it
        ("刘润长代县长:领导县人民政府全面工作,分管审计局。", {("刘润长", "县人民政府", "代县长")}),
        # no colon
        ("副县长李津负责公安工作。", {("李津", "县人民政府", "副县长")}),
        # two posts
        ("县委常委、常务副县长彭焚分管财政工作。", {("彭焚", "县委", "常委"), ("彭焚", "县人民政府", "常务副县长")}),
        # the title in parentheses names no body
        ("汪刚同志(党组成员)：负责县人民政府办公室工作。", {("汪刚", "县人民政府党组", "成员")}),
        # （女） is no part of a name
        ("副县长杨丽（女）：负责教育工作。", {("杨丽", "县人民政府", "副县长")}),
        # enumerators, a compound surname, a name with ·
        ("（二）副县长欧阳文：负责教育工作。", {("欧阳文", "县人民政府", "副县长")}),
        ("3.副县长艾力·买买提：负责教育工作。", {("艾力·买买提", "县人民政府", "副县长")}),
    ],
)
def test_the_person_at_the_head_of_a_paragraph_holds_the_title(
    paragraph: str, title: set[tuple[str, str, str]]
) -> None:
    assert said(paragraph, "holds") == title


@pytest.mark.parametrize(
    ("sentence", "fields"),
    [
        # 和 divides before the last field, not inside a field's own name
        ("负责卫生、园林和林业以及港口建设工作。", {"卫生", "园林和林业", "港口建设"}),
        ("负责民族宗教和航天基地建设工作。", {"民族宗教", "航天基地建设"}),
        ("负责农业、水务和湖泊管理、气象工作。", {"农业", "水务和湖泊管理", "气象"}),
        # an explanation is dropped, a limitation is not
        ("负责农业、农民工作(含水利工作),民政工作。", {"农业", "农民", "民政"}),
        ("负责教育、城市管理（燃气、供水）工作。", {"教育", "城市管理（燃气、供水）"}),
        # 等方面 closes a list
        ("负责财政、税务等方面工作。", {"财政", "税务"}),
        # a broadcasting station among fields is a field, a service centre is the unit
        ("负责文化、广播电视台工作。", {"文化", "广播电视台"}),
        ("负责工业、企业服务中心工作。", {"工业", "企业服务中心"}),
        # a tail written once
        ("负责东关、西关地区旧城改造工作。", {"东关地区旧城改造", "西关地区旧城改造"}),
        ("负责房地产、五里铺、西关地区旧城改造工作。", {"房地产", "五里铺地区旧城改造", "西关地区旧城改造"}),
        # what is assigned besides says nothing
        ("负责教育工作,县长交办的其他工作。", {"教育"}),
    ],
)
def test_fields_of_work(sentence: str, fields: set[str]) -> None:
    assert {name for _, name, _ in said("副县长王强：" + sentence, "leads")} == fields


@pytest.mark.parametrize(
    ("sentence", "units"),
    [
        ("分管县司法局（公证处）、县公安局。", {"县司法局", "公证处", "县公安局"}),
        ("分管县教育局(县招考办、县一中)、卫健局。", {"县教育局", "县招考办", "县一中", "卫健局"}),
        ("分管县国资局，县农投公司、粮食收储总公司。", {"县国资局", "县农投公司", "粮食收储总公司"}),
        ("分管县行政学校(社会主义学校)。", {"县行政学校", "社会主义学校"}),
    ],
)
def test_units_and_the_bodies_in_their_parentheses(sentence: str, units: set[str]) -> None:
    assert said("副县长王强：" + sentence, "leads") == {("王强", unit, "分管") for unit in units}


def test_a_field_in_a_unit_verb_is_a_topic() -> None:
    facts = [f for f in facts_of("副县长王强分管全县安全生产工作。") if f.relation is Relation.LEADS]
    assert [(f.object.kind.value, f.object.name) for f in facts] == [("topic", "全县安全生产")]


def test_liaison_with_units_only() -> None:
    """Fields, kinds of local bodies, and sets without a name give nothing."""
    paragraph = "副县长王强：联系县人大、县政协、民主党派，县委统战部（台办），青川地区银行、证券、保险等金融机构，驻青川部队，老促会。联系群众工作。"
    assert {name for _, name, _ in said(paragraph, "liaises")} == {"县人大", "县政协", "县委统战部", "台办", "老促会"}


@pytest.mark.parametrize(
    ("sentence", "helped", "topic"),
    [
        ("协助县长抓审计工作。", "县长", "审计"),
        ("协助县长李强负责商务（成品油）等方面安全生产工作。", "李强", "商务（成品油）"),
        ("协助县长统筹推进全县安全生产工作；协助县长负责审计部门安全生产工作。", "县长", "全县安全生产、审计"),
    ],
)
def test_one_assistance_a_person(sentence: str, helped: str, topic: str) -> None:
    facts = [f for f in facts_of("副县长王强" + sentence) if f.relation is Relation.ASSISTS]
    assert [(f.object.name, f.role, f.qualifiers.topic) for f in facts] == [(helped, "协助", topic)]
    assert not said("副县长王强" + sentence, "leads")


def test_a_duty_that_closes_the_list_is_a_qualifier() -> None:
    facts = facts_of("副县长王强负责教育、汉水经济开发区、卫生等部门（单位）、行业（领域）安全生产工作。")
    leads = [(f.object.kind.value, f.object.name, f.qualifiers.topic) for f in facts if f.relation is Relation.LEADS]
    assert leads == [
        ("topic", "教育", "安全生产"),
        ("street", "汉水经济开发区", "安全生产"),
        ("topic", "卫生", "安全生产"),
    ]


def test_a_commission_is_led() -> None:
    facts = [f for f in facts_of("副县长王强负责领导县安全生产委员会日常工作。") if f.relation is Relation.LEADS]
    assert [(f.object.kind.value, f.object.name, f.role) for f in facts] == [("group", "县安全生产委员会", "负责领导")]


def test_overall_responsibility() -> None:
    assert said("（一）县委副书记、县长李强对全县安全生产工作负总责。", "leads") == {("李强", "全县安全生产", "负总责")}


@pytest.mark.parametrize(
    "sentence",
    [
        "王振和陈晓红同志、张雷和余建军同志互为 AB 角。",
        "其中，王振与陈晓红互为AB角，张雷与余建军互为AB角；陈晓红与王振互为AB角。",
        "王振与陈晓红、张雷与余建军实行AB岗。",
        "另安排王振同志与陈晓红同志，明确张雷同志与余建军同志互为“AB角”。",
    ],
)
def test_ab_roles_once_a_pair(sentence: str) -> None:
    pairs = {frozenset((a, b)) for a, b, _ in said(sentence, "covers")}
    assert pairs == {frozenset(("王振", "陈晓红")), frozenset(("张雷", "余建军"))}
    assert len([f for f in facts_of(sentence) if f.relation is Relation.COVERS]) == 2


def test_how_a_unit_is_held_is_no_body() -> None:
    paragraph = "副县长王志强：分管县审计局（协助）、县气象局（双管）、县教育局（县招考办）。"
    bodies = {"县审计局", "县气象局", "县教育局", "县招考办"}
    assert {body for _, body, _ in said(paragraph, "leads")} == bodies


@pytest.mark.parametrize("told", ["（AB角：陈晓红）", "（与陈晓红互为AB角）"])
def test_who_stands_in_is_told_in_brackets_after_a_duty(told: str) -> None:
    assert [(a, b) for a, b, _ in said(f"副县长：王振 负责水利工作。{told}", "covers")] == [("王振", "陈晓红")]


@pytest.mark.parametrize(
    "paragraph",
    [
        "第五条 县长领导县人民政府的工作，副县长协助县长工作。受县长委托，由常务副县长主持县人民政府工作。",
        "副县长之间实行AB角制度。互为AB角的副县长，一位外出期间，由另一位代行其职责。",
        "第七条 副县长按照分工负责处理分管工作；受县长委托，负责其他方面工作。",
        "(2)县长专线(100分):由县长专线办负责,依照办法进行评议。",
        "县长李强主持召开县政府常务会议，研究分管领域工作。",
        "（三）县政府办公室主任、副主任作为协调专员，分别协助县长和副县长负责相关部门工作。",
    ],
)
def test_rules_and_news_are_no_divisions(paragraph: str) -> None:
    assert facts_of(paragraph) == []


def test_a_paragraph_that_a_page_break_divides() -> None:
    fields = said(
        "副县长王强:负责农业、农村、乡村振兴、精准扶贫、民政、退役军人\n\n事务、水利工作。分管县水利局。", "leads"
    )
    assert {name for _, name, _ in fields} >= {"退役军人事务", "水利", "县水利局"}


def test_the_line_is_the_persons_and_the_quote_holds_person_and_role() -> None:
    paragraph = (
        "副县长王强：负责"
        + "、".join(f"第{n}产业发展规划" for n in "一二三四五六七八九十")
        + "工作。分管县发展和改革局。"
    )
    for fact in facts_of(paragraph):
        assert fact.evidence.line == 4
        assert "王强" in fact.evidence.quote
        assert (fact.role or "") in fact.evidence.quote
        assert len(fact.evidence.quote) <= 300
        assert fact.date == "2021-05-06"


@pytest.mark.parametrize("level", ["区", "市", "州", "旗", "省"])
@pytest.mark.parametrize("seed", range(3))
def test_any_name_and_level_gives_as_many_facts(level: str, seed: int) -> None:
    """No rule rests on a name: another surname, given name and level of government gives the same number of facts."""
    chance = random.Random(seed)
    name = chance.choice("王李张刘陈杨赵黄周吴徐孙马朱胡") + "".join(chance.sample("伟芳娜敏静丽强磊军洋勇艳杰娟涛", 2))
    paragraph = "副县长王志强：负责教育、科技工作，协助县长抓审计工作。分管县教育局（县招考办）。联系县科协。"
    changed = paragraph.replace("王志强", name).replace("县", level)
    assert len(facts_of(paragraph)) == 7
    assert len([f for n in _notices((HEAD + changed + TAIL).replace("县", level)) for f in divisions(n)]) == 7
