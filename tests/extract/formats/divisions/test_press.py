"""Divisions of work as the press and web pages retell them: nothing is lent to another person, no clause becomes a field."""

import pytest

from extract.facts import Doubt, Fact, Relation
from extract.formats.divisions.notice import divisions
from extract.readers.text import document_of
from extract.text.segment import notices

HEAD = "临江市政府近日发出《关于市政府领导成员工作分工的通知》。\n"


def said(text: str) -> set[tuple[str, str, str, str | None]]:
    """(relation, person, object, role) of each fact."""
    found = [fact for notice in notices(document_of(text)) for fact in divisions(notice)]
    return {(f.relation.value, f.subject.name, f.object.name, f.role) for f in found if isinstance(f, Fact)}


def leads(text: str) -> set[tuple[str, str, str | None]]:
    return {(who, what, role) for relation, who, what, role in said(text) if relation == "leads"}


def test_a_second_person_of_a_paragraph_keeps_what_is_his_own() -> None:
    text = HEAD + "孟川副市长则负责农业、水利工作。石岭副市长除了负责科技工作,还分管民政、双拥工作。\n"
    assert leads(text) == {
        ("孟川", "农业", "负责"),
        ("孟川", "水利", "负责"),
        ("石岭", "科技", "负责"),
        ("石岭", "民政", "分管"),
        ("石岭", "双拥", "分管"),
    }


def test_a_field_among_units_that_ends_as_a_unit_does_is_a_field() -> None:
    found = [
        one
        for notice in notices(document_of(HEAD + "副市长孟川分管市供销社、对台、市外事办。\n"))
        for one in divisions(notice)
    ]
    assert [(f.object.name, f.object.kind.value) for f in found if isinstance(f, Fact) and f.relation is Relation.LEADS] == [
        ("市供销社", "department"),
        ("对台", "topic"),
        ("市外事办", "department"),
    ]  # fmt: skip


def test_what_joins_a_further_field_is_no_part_of_it() -> None:
    text = HEAD + "副市长孟川负责移民,以及青岩水库建设;同时,他还分管安全生产,此外还有信访、审计等。\n"
    assert leads(text) == {
        ("孟川", "移民", "负责"),
        ("孟川", "青岩水库建设", "负责"),
        ("孟川", "安全生产", "分管"),
        ("孟川", "信访", "分管"),
        ("孟川", "审计", "分管"),
    }


@pytest.mark.parametrize(
    "clause",
    ["有利于推进城乡统筹发展", "体现更好地服务和保障民生", "也充分体现了关联性", "市长外出期间", "同时"],
    ids=lambda clause: clause,
)
def test_a_remark_on_the_division_is_no_field(clause: str) -> None:
    assert leads(HEAD + f"副市长孟川负责农业工作,{clause}。\n") == {("孟川", "农业", "负责")}


def test_what_is_taken_over_in_absence_only_is_no_duty() -> None:
    text = HEAD + "彭越作为常务副市长,负责市政府常务工作;市长外出时,主持市政府工作。\n"
    assert said(text) == {
        ("holds", "彭越", "市人民政府", "常务副市长"),
        ("leads", "彭越", "市政府常务", "负责"),
    }


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("编制、监察、效能等行政管理服务工作", {"编制", "监察", "效能"}),
        ("高等教育、网络安全等级保护工作", {"高等教育", "网络安全等级保护"}),
    ],
)
def test_what_a_list_is_as_a_whole_is_cut_off(fields: str, expected: set[str]) -> None:
    assert {what for _, what, _ in leads(HEAD + f"副市长孟川负责{fields}。\n")} == expected


def test_sections_of_an_office_are_units_and_the_house_has_its_own_name() -> None:
    text = (
        "安山县人民政府办公室关于印发县政府办公室相关领导工作分工的解读\n"
        "3月2日县政府办公室发布了县政府办公室领导同志工作分工。\n"
        "县政府办公室主任石岭同志主持全面工作,副主任孟川同志分管文秘科和综合二科工作。\n"
    )
    found = [fact for notice in notices(document_of(text)) for fact in divisions(notice)]
    facts = [fact for fact in found if isinstance(fact, Fact)]
    assert {(f.subject.name, f.object.name, f.role) for f in facts if f.relation.value == "holds"} == {
        ("石岭", "县政府办公室", "主任"),
        ("孟川", "县政府办公室", "副主任"),
    }
    units = {(f.object.name, f.object.kind.value) for f in facts if f.subject.name == "孟川" and f.role == "分管"}
    assert units == {("文秘科", "department"), ("综合二科", "department")}


@pytest.mark.parametrize("field", ["社科", "专科教育", "住院医师全科"])
def test_a_field_that_ends_as_a_section_does_is_none(field: str) -> None:
    text = HEAD + f"副市长孟川分管{field}工作。\n"
    found = [fact for notice in notices(document_of(text)) for fact in divisions(notice)]
    kinds = {f.object.kind.value for f in found if isinstance(f, Fact) and f.role == "分管"}
    assert kinds == {"topic"}


@pytest.mark.parametrize("whose", ["办公室张山", "秘书罗敏同志", "科长吕宁则", "档案室由罗敏"])
def test_fields_end_where_the_clause_of_somebody_else_begins(whose: str) -> None:
    text = HEAD + f"副市长孟川负责农业工作,分管市水利局,{whose}负责档案、保密工作。\n"
    assert {(what, role) for who, what, role in leads(text) if who == "孟川"} == {
        ("农业", "负责"),
        ("市水利局", "分管"),
    }


@pytest.mark.parametrize(
    ("duties", "expected"),
    [
        (
            "负责抓好农业、水利等方面工作的落实。具体包括10项任务。",
            {("leads", "农业", "负责"), ("leads", "水利", "负责")},
        ),
        ("主要负责抓好司法、信访工作。", {("leads", "司法", "主要负责"), ("leads", "信访", "主要负责")}),
        (
            "负责协助市长和常务副市长处理市政府日常工作,分管审计工作。",
            {("assists", "市长", "协助"), ("assists", "常务副市长", "协助"), ("leads", "审计", "分管")},
        ),
        (
            "分管市政府办公室和编制、审计工作。",
            {("leads", "市政府办公室", "分管"), ("leads", "编制", "分管"), ("leads", "审计", "分管")},
        ),
        (
            "分管水务和湖泊管理、审计工作,领导职责更为明确。",
            {("leads", "水务和湖泊管理", "分管"), ("leads", "审计", "分管")},
        ),
    ],
)
def test_what_stands_around_fields_is_no_part_of_them(duties: str, expected: set[tuple[str, str, str]]) -> None:
    facts_there = said(HEAD + f"副市长孟川:{duties}\n")
    assert {(relation, what, role) for relation, _, what, role in facts_there if relation != "holds"} == expected


CHIEF = "市长彭越主持市政府全面工作。\n"


def test_persons_who_share_a_title_in_traditional_characters() -> None:
    text = HEAD + CHIEF + "隨著孟川、石嶺2名新任副市長到崗,分工也有變化。\n通知顯示,孟川負責市政府常務工作,分管審計。\n"
    assert said(text) - said(HEAD + CHIEF) == {
        ("holds", "孟川", "市人民政府", "副市長"),
        ("holds", "石嶺", "市人民政府", "副市長"),
        ("leads", "孟川", "市政府常務", "负责"),
        ("leads", "孟川", "審計", "分管"),
    }


def test_persons_named_with_a_title_they_share_have_their_duties_in_later_sentences() -> None:
    text = HEAD + CHIEF + "随着孟川、石岭2名新任副市长到岗,分工也有变化。\n"
    text += "原来由罗敏负责的工作有了新人。通知显示,孟川负责市政府常务工作,分管审计。协助分管财政工作。\n"
    text += "由安山县县长升任副市长的石岭,接手了部分工作,则分管民政、水利;\n"
    assert said(text) - said(HEAD + CHIEF) == {
        ("holds", "孟川", "市人民政府", "副市长"),
        ("holds", "石岭", "市人民政府", "副市长"),
        ("leads", "孟川", "市政府常务", "负责"),
        ("leads", "孟川", "审计", "分管"),
        ("leads", "孟川", "财政", "协助分管"),
        ("leads", "石岭", "民政", "分管"),
        ("leads", "石岭", "水利", "分管"),
    }


@pytest.mark.parametrize("who", ["由安山县县长升任副市长的那位干部", "由外省调任的某某某某"], ids=["nobody", "no name"])
def test_who_rose_and_cannot_be_named_lends_no_duty(who: str) -> None:
    text = HEAD + CHIEF + f"副市长孟川负责农业工作;{who},接手了部分工作,分管民政工作。\n"
    assert leads(text) == {("彭越", "市政府全面", "主持"), ("孟川", "农业", "负责")}
    found = [found for notice in notices(document_of(text)) for found in divisions(notice)]
    assert any(isinstance(doubt, Doubt) and who in doubt.evidence.quote for doubt in found)


@pytest.mark.parametrize(
    ("roll", "expected"),
    [
        ("孟川、石岭两位副市长", {"孟川", "石岭"}),
        ("孟川、石岭等3名副市长", {"孟川", "石岭"}),
        ("孟川、石岭3名副市长", set()),
        ("孟川、石岭2名原副市长", set()),
        ("孟川、石岭2名副市长候选人", set()),
        ("孟川、石岭2名副市长职务", set()),
    ],
)
def test_a_shared_title_is_of_as_many_as_are_named(roll: str, expected: set[str]) -> None:
    facts_there = said(HEAD + CHIEF + f"与此相比,{roll}的变化不大。\n")
    assert {who for relation, who, _, role in facts_there if relation == "holds" and role == "副市长"} == expected


@pytest.mark.parametrize(
    ("lines", "posts"),
    [
        ("校长\n党委副书记", {("云岭学院", "校长"), ("云岭学院党委", "副书记")}),  # two titles, a line each
        ("党委书记", {("云岭学院党委", "书记")}),
    ],
)
def test_titles_above_a_name_are_a_title_a_line(lines: str, posts: set[tuple[str, str]]) -> None:
    text = f"云岭学院校领导分工\n{lines}\n罗立华\n主持学院行政全面工作。分管人事处、财务处。\n"
    assert {(body, role) for relation, _, body, role in said(text) if relation == "holds"} == posts


def test_a_meeting_that_somebody_presided_over_is_no_field_of_work() -> None:
    assert leads("全国人大常委会委员长石磊主持闭幕会。\n") == set()
    assert leads("县委书记石磊主持座谈会并发表讲话强调,今年是关键之年,要推动科技创新。\n") == set()
    assert leads("县委书记石磊主持开班式,县委常委丁力、罗立华出席。\n") == set()


def test_what_a_speech_asks_for_is_no_duty_of_who_speaks() -> None:
    text = "孟川在总结讲话中,对石岭在三矿20年的表现予以肯定,并提出三点:凝聚人心,抓好队伍、作风建设。\n彭越同志主持工会日常工作。\n"
    assert leads(text) == {("彭越", "工会日常", "主持")}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("司法、信访两个方面工作由孟川接手;旅游由副市长石岭分管。", {("孟川", "司法", "接手"), ("孟川", "信访", "接手"), ("石岭", "旅游", "分管")}),
        (
            "司法、信访等工作,统一归口由孟川副市长负责,有利于统筹推进;旅游归口由石岭负责,他还负责审计工作,包括决算审计、专项审计等。",
            {("孟川", "司法", "负责"), ("孟川", "信访", "负责"), ("石岭", "旅游", "负责"), ("石岭", "审计", "负责")},
        ),
        ("市司法局改由孟川同志分管。", {("孟川", "市司法局", "分管")}),
        ("彭越不再分管司法工作,由孟川同志分管司法、信访工作。", {("孟川", "司法", "分管"), ("孟川", "信访", "分管")}),
        ("原由彭越同志分管的司法工作,调整为由孟川同志分管。", {("孟川", "司法", "分管")}),
        ("原由副市长彭越同志分管的司法、信访工作,暂由孟川同志代管。", {("孟川", "司法", "代管"), ("孟川", "信访", "代管")}),
        ("彭越同志原分管的司法工作,由孟川同志负责。", {("孟川", "司法", "负责")}),
        ("副市长彭越同志分管的司法工作由孟川接管。", {("孟川", "司法", "接管")}),
        ("孟川接手审计工作,石岭分管旅游等3项工作都曾归彭越。司法工作由石岭接手。", {("孟川", "审计", "接手"), ("石岭", "旅游", "分管"), ("石岭", "司法", "接手")}),
        ("司法工作由孟川协助负责。", set()),  # nobody is called 孟川协助
        ("司法工作由市司法局负责,旅游工作由市政府分管领导负责,审计工作由谁分管未定。", set()),
    ],
)  # fmt: skip
def test_work_that_is_given_to_a_person_stands_before_the_name(told: str, expected: set[tuple[str, str, str]]) -> None:
    assert leads(HEAD + told + "\n") == expected


def test_who_stands_for_a_post_holds_the_others_of_the_line() -> None:
    text = HEAD + "孟川\n河东县委副书记、县长候选人\n负责县政府日常工作。\n石岭\n县委常委、副县长\n分管水利工作。\n"
    assert said(text) == {
        ("holds", "孟川", "河东县委", "副书记"),
        ("leads", "孟川", "县政府日常", "负责"),
        ("holds", "石岭", "县委", "常委"),
        ("holds", "石岭", "县人民政府", "副县长"),
        ("leads", "石岭", "水利", "分管"),
    }


def test_a_speech_divides_no_work() -> None:
    assert leads("副县长石磊：各位代表，大家好。统筹推进城乡教育改革，是我们的任务。\n") == set()
    assert leads("县政府领导分工\n副县长石磊：负责网友留言办理工作。\n") == {("石磊", "网友留言办理", "负责")}
