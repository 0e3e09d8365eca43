"""Duties in prose: each clause an item of its unit, general duties none."""

import pytest

from extract.facts import Doubt, Fact, Relation
from extract.formats.items.duties import duties
from extract.pipeline import extract_document
from extract.readers.text import document_of
from extract.text.segment import notices


def rows(text: str) -> list[tuple[str, str, str | None, str]]:
    notice = notices(document_of(text, "passage.txt"))[0]
    facts = [found for found in duties(notice) if isinstance(found, Fact)]
    return [(fact.relation.value, fact.subject.name, fact.role, fact.object.name) for fact in facts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # clauses of one paragraph (seen: 001 line 1343)
        (
            "县公安局负责维护秩序；县财政局负责落实经费。\n",
            [("leads", "县公安局", "负责", "维护秩序；"), ("leads", "县财政局", "负责", "落实经费。")],
        ),
        # an organ that is called the one in charge
        (
            "县公安局是养犬管理的主管部门，负责犬只登记；县财政局负责落实经费。\n",
            [("leads", "县公安局", "负责", "犬只登记；"), ("leads", "县财政局", "负责", "落实经费。")],
        ),
        # a heading run into its list
        (
            "第五条 县公安局与县财政局的职责分工：县公安局负责维护秩序；县财政局负责落实经费。\n",
            [("leads", "县公安局", "负责", "维护秩序；"), ("leads", "县财政局", "负责", "落实经费。")],
        ),
        # a point between two clauses, as a reader of scans sees a full stop
        (
            "县公安局负责维护秩序工作.县财政局负责落实经费工作。\n",
            [("leads", "县公安局", "负责", "维护秩序工作."), ("leads", "县财政局", "负责", "落实经费工作。")],
        ),
        # with whom the unit before does more: no unit of its own
        (
            "部门职责分工\n县公安局：负责维护秩序；会同县应急局牵头负责疏散群众。\n县财政局：负责落实经费。\n",
            [
                ("leads", "县公安局", "负责", "维护秩序；会同县应急局牵头负责疏散群众。"),
                ("leads", "县财政局", "负责", "落实经费。"),
            ],
        ),
        # who leads a part of a staff answers not for what stands before its number
        (
            "县公安局负责维护秩序。县水利局负责水库调度。(2)抢险组县应急局牵头,县消防大队等参与。\n",
            [("leads", "县公安局", "负责", "维护秩序。"), ("leads", "县水利局", "负责", "水库调度。")],
        ),
        # for what each answers stands before the verb
        (
            "1.水污染防治的职责分工：县水利局对水资源保护负责，县环保局对水环境质量负责。\n",
            [("leads", "县水利局", "负责", "水资源保护"), ("leads", "县环保局", "负责", "水环境质量")],
        ),
        ("县水利局对县政府负责，县环保局对县政府负责。\n", []),
        # who leads and who helps, then what is to be done
        (
            "由州商务局牵头，州财政局、州公安局配合，建立监测平台。\n",
            [
                ("leads", "州商务局", "牵头", "建立监测平台。"),
                ("assists", "州财政局", "配合", "建立监测平台。"),
                ("assists", "州公安局", "配合", "建立监测平台。"),
            ],
        ),
        (
            "由市商务局牵头，会同市农业局、市邮政管理局加快推进商业体系建设。\n",
            [
                ("leads", "市商务局", "牵头", "加快推进商业体系建设。"),
                ("assists", "市农业局", "会同", "加快推进商业体系建设。"),
                ("assists", "市邮政管理局", "会同", "加快推进商业体系建设。"),
            ],
        ),
        (
            "一、由市交通运输局牵头，会同市财政局，5月底前完成报批。\n",
            [
                ("leads", "市交通运输局", "牵头", "5月底前完成报批。"),
                ("assists", "市财政局", "会同", "5月底前完成报批。"),
            ],
        ),
        # a comma before the next unit divides
        (
            "盟教育局负责学生参保动员，盟民政局负责困难群众参保。\n",
            [("leads", "盟教育局", "负责", "学生参保动员"), ("leads", "盟民政局", "负责", "困难群众参保。")],
        ),
        # 配合 without a duty of its own joins the clause before
        (
            "市教育局负责组织报名；市体育局负责场地；市公安局配合。\n",
            [
                ("leads", "市教育局", "负责", "组织报名；"),
                ("leads", "市体育局", "负责", "场地；"),
                ("assists", "市公安局", "配合", "场地；"),
            ],
        ),
        # 会同
        (
            "州商务局会同州财政局负责资金审核；州税务局负责减免政策。\n",
            [
                ("leads", "州商务局", "牵头", "资金审核；"),
                ("assists", "州财政局", "会同", "资金审核；"),
                ("leads", "州税务局", "负责", "减免政策。"),
            ],
        ),
        # several named units share a duty (seen: 000 line 1206)
        (
            "区发改局、区商务局等部门负责梳理惠企政策。\n",
            [("leads", "区发改局", "负责", "梳理惠企政策。"), ("leads", "区商务局", "负责", "梳理惠企政策。")],
        ),
        # one unit under a heading that divides duties; what follows a semicolon goes on
        (
            "一、明确职责分工\n\n旗应急管理局负责指导协调；督促各单位排查隐患。\n",
            [("leads", "旗应急管理局", "负责", "指导协调；督促各单位排查隐患。")],
        ),
        # 由 before each unit, divided by commas
        (
            "由市教育局负责组织报名，由市体育局负责场地保障。\n",
            [("leads", "市教育局", "负责", "组织报名"), ("leads", "市体育局", "负责", "场地保障。")],
        ),
        # 按照各自职能分工 between the units and the verb; 即 before them; a head is no duty
        (
            "二、职责分工\n（1）县发改局及县粮食局、县商务局按照各自职能分工，负责市场供应。\n（2）即县公安局负责维护秩序。\n（3）县财政局负责人参加会商。\n",
            [
                ("leads", "县发改局", "负责", "市场供应。"),
                ("leads", "县粮食局", "负责", "市场供应。"),
                ("leads", "县商务局", "负责", "市场供应。"),
                ("leads", "县公安局", "负责", "维护秩序。"),
            ],
        ),
        # by whom, inside a paragraph
        (
            "三个方面的重点，由所涉及的省财政厅、省民政厅、省水利厅等省级主管部门（单位）牵头完成自查报告。\n",
            [
                ("leads", "省财政厅", "牵头", "完成自查报告。"),
                ("leads", "省民政厅", "牵头", "完成自查报告。"),
                ("leads", "省水利厅", "牵头", "完成自查报告。"),
            ],
        ),
        # a label before the list in one paragraph
        (
            "1、后勤组\n职责分工：（1）党政办负责会务工作，制定值班表，协调各科室。（2）文化站负责场地布置。\n",
            [
                ("leads", "党政办", "负责", "会务工作，制定值班表，协调各科室。"),
                ("leads", "文化站", "负责", "场地布置。"),
            ],
        ),
        # a colon or a dash instead of the verb, or before it
        (
            "二、职责分工\n县公安局：负责维护秩序。\n县卫健局——组织救护队伍。\n县消防大队：承担救援任务。\n",
            [
                ("leads", "县公安局", "负责", "维护秩序。"),
                ("leads", "县卫健局", None, "组织救护队伍。"),
                ("leads", "县消防大队", None, "承担救援任务。"),
            ],
        ),
        ("县公安局、县城管局配合做好相关工作。\n", []),
        ("县防汛办公室承担以下职责：县公安局负责巡逻。\n", []),
        # none: general duties, the plan as a whole, explanation, procedures, competences in articles
        ("各单位要负责本系统工作。\n", []),
        ("市统计局负责牵头组织实施，有关部门按职责做好工作。\n", []),
        ("本办法由县商务局负责解释；县财政局负责监督。\n", []),
        ("县财政局负责做好会议签到、会议记录等工作。\n", []),
        ("第五条 区司法局负责指导和监督本区行政应诉工作。\n", []),
        ("领导小组成员单位负责做好相关工作；各乡镇负责本辖区工作。\n", []),
        # a working group and its bodies
        ("2.物资保障组。由州商务局牵头,州交通局、州卫健委参加,负责物资调运。\n", []),
        # a bracket says who answers for what stands before it; it opens no duty
        ("(二)开拓市场。支持参展;(州商务局牵头,州贸促会配合)培育品牌。(州市场监管局负责)\n", []),
        ("(三)修路。(市交通局牵头;市财政局配合)\n", []),
    ],
)
def test_duties_in_prose(text: str, expected: list[tuple[str, str, str | None, str]]) -> None:
    assert rows(text) == expected


def test_what_stands_before_by_whom_is_no_unit() -> None:
    assert rows("本局日常工作由办公室和信息中心负责，具体职责为：\n（一）办公室职责\n1.起草文稿。\n") == []


@pytest.mark.parametrize(
    ("paragraph", "doubted"),
    [
        ("（2）县水利局会同县气象局制订预案，发布水情。", True),
        ("（2）县民政局做好群众救助。", True),
        ("（2）其他有关部门按照职责做好配合工作。", False),
    ],
)
def test_a_paragraph_inside_a_list_ends_it_not_and_is_doubted(paragraph: str, doubted: bool) -> None:
    text = f"三、部门职责\n（1）县公安局负责维护秩序。\n{paragraph}\n（3）县财政局负责资金保障。\n"
    assert [row[1] for row in rows(text)] == ["县公安局", "县财政局"]
    notice = notices(document_of(text, "passage.txt"))[0]
    doubts = [one for one in duties(notice) if isinstance(one, Doubt)]
    assert [one.code for one in doubts] == ["duty_unread"] * doubted
    assert all(one.evidence.quote == paragraph for one in doubts)


def test_a_duty_with_a_verb_of_its_own_among_those_of_others() -> None:
    text = (
        "安山县招生工作方案\n四、职责分工\n县委宣传部负责加强舆论引导。\n县公安局负责维护秩序。\n"
        "县信访局处理招生过程中的突发事件，接待来访群众。\n县教育局负责组织招生。\n"
    )
    assert [(unit, role) for _, unit, role, _ in rows(text)] == [
        ("县委宣传部", "负责"),
        ("县公安局", "负责"),
        ("县信访局", None),
        ("县教育局", "负责"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "组委会下设三个工作小组（联络组、会务组、保障组），负责论坛具体事务的统筹协调、联络沟通等工作。",
        "领导小组下设办公室（设在县民政局），负责全县养老服务工作的统筹协调。",
        "县防汛抗旱指挥部负责领导、组织全县的防汛工作。\n县气象局负责天气预报。",
    ],
)
def test_what_a_group_is_for_is_no_task(text: str) -> None:
    found = extract_document(document_of(f"关于成立指挥部的通知\n{text}\n")).facts
    groups = [f.subject.name for f in found if f.relation is Relation.LEADS and f.subject.name != "县气象局"]
    assert groups == []
