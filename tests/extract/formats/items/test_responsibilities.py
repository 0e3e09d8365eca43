"""Items in running text: which text is the item, and who answers for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document import Notice
from extract.facts import Doubt, Fact, ItemRecord, Relation
from extract.formats.items.responsibilities import responsibilities
from extract.pipeline import extract_document
from extract.readers.text import document_of
from extract.text.segment import notices


def notice_of(text: str) -> Notice:
    return notices(document_of(text, "passage.txt"))[0]


def items_of(text: str) -> list[str]:
    return [found.text for found in responsibilities(notice_of(text)) if isinstance(found, ItemRecord)]


def facts_of(text: str) -> list[Fact]:
    return [found for found in responsibilities(notice_of(text)) if isinstance(found, Fact)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the enumerator is no part of the item (seen: 000 line 403)
        ("1. 粮食产量保持稳定。(牵头单位:县农业农村局)\n", ["粮食产量保持稳定。"]),
        ("（二）2.3扩建水厂。（责任单位：县水利局）\n", ["扩建水厂。"]),
        # each bracket closes its own part (seen: 000 line 455)
        ("2. 建粮库。(牵头单位:县发改局)修仓房。(牵头单位:县财政局)。\n", ["建粮库。", "修仓房。"]),
        # a page has run items into one line, each behind the labels of the one before
        (
            "1.建粮库3.5万平方米。责任单位:县发改局、县农业局。2.修仓房。责任单位:县财政局;配合单位:县住建局。3.晒粮。责任单位:各乡镇、县粮食局。\n",
            ["建粮库3.5万平方米。", "修仓房。", "晒粮。"],
        ),
        # two brackets side by side close one part (seen: 000 line 515)
        ("办好社保。(牵头单位:县人社局)(责任单位:各乡镇)\n", ["办好社保。"]),
        # an explanation inside the item stays (seen: 000 line 539)
        ("(二)功能定位(专栏3-2)(牵头单位:各乡镇,县统筹中心)\n", ["功能定位(专栏3-2)"]),
        # a bracket on its own line closes the block since the heading (seen: 004 line 1118)
        (
            "(一) 做强数字经济\n\n发展数字产业。\n\n1. 培育龙头企业。\n\n（牵头单位：区科经局）\n",
            ["发展数字产业。1. 培育龙头企业。".replace(" ", "")],
        ),
        # labels on lines of their own: the heading is the item
        ("3. 征地拆迁问题\n\n群众反映补偿标准低。\n\n分管领导:王振\n", ["征地拆迁问题"]),
        # one measure with a number of its own under the heading: the measure is the item
        (
            "(一)加强管理\n\n1.规范利用。清理旧船。\n\n牵头单位:市水利局\n\n2.推进修复。\n\n牵头单位:市林业局\n",
            ["规范利用。清理旧船。", "推进修复。"],
        ),
        # a heading that is a sentence stands over the measures with numbers of their own
        (
            "二、年度任务\n(一)全面改善饮水。\n5.新打水井8眼。\n责任单位:县水利局\n6.检修管网。\n责任单位:县水利局\n",
            ["新打水井8眼。", "检修管网。"],
        ),
        # a sentence that states who answers is no part of the item
        ("1.摸清底数。该项工作由市民政局牵头，市统计局配合。\n", ["摸清底数。"]),
        # only sets answer: an item all the same
        ("1.加强值守。（责任单位：各县区）\n", ["加强值守。"]),
        # a working group is no item
        ("(一)宣传组。牵头单位:区委宣传部;成员单位:区融媒体中心。\n", []),
        # rules of a plan
        ("各牵头单位要高度重视,各责任单位要密切配合。\n", []),
        ("本办法由县商务局负责解释。\n", []),
    ],
)
def test_the_text_of_an_item(text: str, expected: list[str]) -> None:
    assert items_of(text) == expected


def test_an_item_is_whole_over_a_page_break() -> None:
    text = "1.建设乡镇消防站。完善装备，建立与森林消防队伍的联勤联训机制，提高初期火灾处置能力。（牵头\n\n单位：县消防救援大队）\n"
    (fact,) = facts_of(text)
    assert fact.subject.name == "县消防救援大队"
    assert fact.object.name.startswith("建设乡镇消防站。")
    assert fact.evidence.line == 3


def test_an_item_goes_on_over_a_page_break_inside_a_bracket_of_its_own() -> None:
    text = "5、完善慢行系统。每年改造人行道10公里（如：\n\n滨河大道），改善通行条件。（牵头单位：区建设局）\n"
    assert items_of(text) == ["完善慢行系统。每年改造人行道10公里（如：滨河大道），改善通行条件。"]


def test_an_item_goes_on_over_a_page_break_between_two_of_its_sentences() -> None:
    text = (
        "2.发展绿色信贷。（责任单位：县金融办）\n\n3.推行节水产品认证。把认证产品纳入采购目录。\n\n"
        "搭建交易平台，扩大交易规模。（责任单位：县财政局）\n\n4.开展普查。（责任单位：县统计局）\n"
    )
    whole = "推行节水产品认证。把认证产品纳入采购目录。搭建交易平台，扩大交易规模。"
    assert items_of(text) == ["发展绿色信贷。", whole, "开展普查。"]


def test_a_paragraph_of_another_level_is_no_part_of_the_item_below_it() -> None:
    text = "1.修渠。（责任单位：县水利局）\n\n二、加强管护，落实经费。\n\n划定管护范围。（责任单位：县林业局）\n"
    assert items_of(text) == ["修渠。", "划定管护范围。"]


def test_a_case_is_named_by_its_heading_whoever_answers_for_it() -> None:
    text = (
        "(二)物业纠纷问题\n\n部分小区纠纷多发。\n\n包案领导：李秀英副县长、王建国同志\n\n牵头单位：县住建局。责任单位：城关镇。\n\n"
        "(三)征地补偿问题\n\n包案县领导:赵明亮\n\n由县自然资源局会同县财政局办理。\n"
    )
    assert [(f.relation.value, f.subject.name, f.object.name, f.role) for f in facts_of(text)] == [
        ("leads", "李秀英", "物业纠纷问题", "包案领导"),
        ("leads", "王建国", "物业纠纷问题", "包案领导"),
        ("leads", "县住建局", "物业纠纷问题", "牵头单位"),
        ("assists", "城关镇", "物业纠纷问题", "责任单位"),
        ("leads", "赵明亮", "征地补偿问题", "包案县领导"),
        ("leads", "县自然资源局", "征地补偿问题", "牵头"),
        ("assists", "县财政局", "征地补偿问题", "会同"),
    ]


def test_a_label_over_rows_gives_nothing() -> None:
    text = "责任单位：区发改局\n序号\t工作标准\t牵头单位\n1\t粮食增产。\t区农业农村局\n"
    assert facts_of(text) == []


def test_the_seats_of_a_group_are_no_items() -> None:
    assert facts_of("组长：王振\n\n牵头单位：区发改局\n\n成员：区财政局局长陈勇\n") == []


def test_every_fact_of_an_item_has_its_deadline_and_quotes_the_unit_with_its_word() -> None:
    facts = facts_of("2.疏浚河道。（牵头单位：县水利局；责任单位：县公安局；完成时限：10月底）\n")
    assert [fact.qualifiers.deadline for fact in facts] == ["10月底", "10月底"]
    assert all(fact.subject.name in fact.evidence.quote for fact in facts)
    assert all(fact.role is not None and fact.role in fact.evidence.quote for fact in facts)


def test_bare_lists_count_only_where_a_notice_writes_them_again_and_again() -> None:
    one = "1.办好运动会。（县体育局）\n"
    three = one + "2.修建球场。（县体育局）\n3.培训教练。（县人社局）\n"
    assert facts_of(one) == []
    assert [found.reason.code for found in responsibilities(notice_of(one)) if isinstance(found, Doubt)] == [
        "unit_alone"
    ]
    assert {fact.role for fact in facts_of(three)} == {None}
    assert len(facts_of(three)) == 3


WORDS = [
    "牵头单位:",
    "责任单位：",
    "由",
    "牵头",
    "负责",
    "区教育局",
    "各街镇",
    "（",
    "）",
    "。",
    "；",
    "、",
    "\n",
    "1.",
    "完成时限:5月",
    "新建学校",
    "会同",
    "分管领导:王振",
    " ",
]


@given(st.lists(st.sampled_from(WORDS), max_size=30).map("".join))
def test_any_order_of_words_gives_true_quotations(text: str) -> None:
    document = document_of("建设水厂。" + text, "passage.txt")
    for notice in notices(document):
        for found in responsibilities(notice):
            if isinstance(found, Fact):
                assert found.evidence.quote == document.text[found.evidence.start : found.evidence.end]
                assert found.subject.name in found.evidence.quote.replace(" ", "").replace("\n", "")
                assert found.object.name


@pytest.mark.parametrize("label", ["牵头负责领导", "责任领导", "分管负责领导"])
def test_who_answers_as_a_leader_is_told_by_any_word_of_a_leader(label: str) -> None:
    text = f"1.新建水渠十里。\n{label}：孟川。\n牵头责任单位：县水利局。\n"
    assert ("孟川", label) in {(fact.subject.name, fact.role) for fact in facts_of(text)}


def test_a_question_of_a_plan_and_who_settles_it() -> None:
    text = "（二）关于“用水总量控制在四亿立方米以内”、“万元产值用水量下降。”的问题，由县水利局会同县财政局、县农业农村局等部门负责落实。\n"
    assert items_of(text) == ["关于“用水总量控制在四亿立方米以内”、“万元产值用水量下降。”的问题"]
    assert [(f.relation.value, f.subject.name, f.role) for f in facts_of(text)] == [
        ("leads", "县水利局", "牵头"),
        ("assists", "县财政局", "会同"),
        ("assists", "县农业农村局", "会同"),
    ]


def test_a_label_before_duties_names_nobody() -> None:
    assert facts_of("职责分工：（1）党政办负责宣传工作，制定值班表，协调各科室。\n") == []


def test_labels_of_a_sheet_in_lines_are_of_the_item_that_its_first_line_names() -> None:
    lines = "项目名称：安山快速路一期\n建设单位：县交投公司\n包联领导：方小舟\n责任单位：县交通运输局\n总投资：3亿元\n责任人：龙飞\n"
    result = extract_document(document_of(f"重点项目责任表\n{lines}\n项目名称：南湖公园\n责任单位：县住建局\n"))
    led = [(f.subject.name, f.object.name, f.role) for f in result.facts if f.relation is Relation.LEADS and f.object]
    assert led == [
        ("方小舟", "安山快速路一期", "包联领导"),
        ("县交通运输局", "安山快速路一期", "责任单位"),
        ("龙飞", "安山快速路一期", "责任人"),
        ("县住建局", "南湖公园", "责任单位"),
    ]


def test_each_numbered_label_begins_an_item() -> None:
    text = (
        "整改任务清单\n问题1：学习不深入。整改措施：开展学习。责任领导：方小舟 责任部门：县委宣传部 整改时限：2021年6月\n"
        "问题2：项目推进慢。整改措施：建立台账。责任领导：石磊 责任部门：县发改局 整改时限：2021年7月\n"
    )
    facts = [fact for fact in extract_document(document_of(text)).facts if isinstance(fact, Fact)]
    assert {(fact.subject.name, fact.object.name[:3]) for fact in facts if fact.object.kind.value == "task"} == {
        ("方小舟", "问题1"),
        ("县委宣传部", "问题1"),
        ("石磊", "问题2"),
        ("县发改局", "问题2"),
    }


def test_a_line_that_names_who_holds_a_seat_is_no_item() -> None:
    facts = facts_of("湖长：谭青\n副湖长：石小舟\n责任人：白立言\n")
    assert facts == []
