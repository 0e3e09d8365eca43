"""Groups that one paragraph tells side by side, and labels that name the group with the seat."""

from extract.facts import Fact
from extract.pipeline import extract_document
from extract.readers.text import document_of

Row = tuple[str, str, str, str | None]


def rows(text: str) -> set[Row]:
    """(relation, who, group, role) of each fact of a group."""
    facts = (fact for fact in extract_document(document_of(text)).facts if isinstance(fact, Fact))
    return {(f.relation.value, f.subject.name, f.object.name, f.role) for f in facts if f.object.kind.value == "group"}


def test_each_group_keeps_its_name() -> None:
    text = (
        "两个组委会挂牌\n全县职工歌咏比赛组委会由县教育局、县民革等2单位组成。组委会主任由方小舟担任，副主任由石磊、白立言等2位同志担任。"
        "建县九十周年书画展的组委会由县文联、县美协组成。组委会主任由罗立华担任。\n"
    )
    first, second = "全县职工歌咏比赛组委会", "建县九十周年书画展的组委会"
    assert rows(text) == {
        ("member_of", "县教育局", first, "组成"),
        ("member_of", "县民革", first, "组成"),
        ("leads", "方小舟", first, "主任"),
        ("assists", "石磊", first, "副主任"),
        ("assists", "白立言", first, "副主任"),
        ("member_of", "县文联", second, "组成"),
        ("member_of", "县美协", second, "组成"),
        ("leads", "罗立华", second, "主任"),
    }


def test_the_short_name_is_of_the_group_at_hand() -> None:
    text = "关于成立安山县防汛领导小组的通知\n各单位：\n成立县防汛领导小组，由方小舟任组长。县防汛领导小组由县水利局、县应急局组成。\n"
    assert {row[2] for row in rows(text)} == {"县防汛领导小组"}


def test_a_label_with_its_conference() -> None:
    text = "学院党政联席会成员：\n方小舟，石磊，白立言\n"
    assert {row[1:] for row in rows(text)} == {
        (name, "学院党政联席会", "成员") for name in ("方小舟", "石磊", "白立言")
    }


def test_sections_of_a_body_carry_the_work() -> None:
    text = "关于成立安山县公共卫生领导小组的通知\n组长：方小舟\n领导小组不设办公室，日常工作由县卫生局有关科室承担。\n"
    assert ("hosts", "县卫生局", "安山县公共卫生领导小组", None) in rows(text)


def test_working_groups_that_sit_in_bodies() -> None:
    text = (
        "安山县能源改革方案\n成立安山县能源改革领导小组，办公室设在县发展改革局。电价改革工作组设在县财政局，主要负责价格政策研究。"
        "工作组组长由县财政局主要负责人兼任，成员由县审计局、县税务局以及县城建公司相关负责人和相关人员组成。\n"
    )
    assert rows(text) == {
        ("hosts", "县发展改革局", "安山县能源改革领导小组", None),
        ("hosts", "县财政局", "电价改革工作组", None),
        ("member_of", "县审计局", "电价改革工作组", "成员"),
        ("member_of", "县税务局", "电价改革工作组", "成员"),
        ("member_of", "县城建公司", "电价改革工作组", "成员"),
    }


def test_members_after_the_heads_in_one_sentence() -> None:
    text = (
        "安山县交通应急预案\n成立县交通应急指挥部（以下简称县指挥部）。县指挥部总指挥由分管副县长担任，副总指挥由县交通局局长担任，"
        "县委宣传部、县公安局、沿线各镇政府等部门单位为成员单位。\n"
    )
    assert {row[1] for row in rows(text) if row[3] == "成员单位"} == {"县委宣传部", "县公安局"}


def test_bodies_of_a_list_run_together_are_doubted() -> None:
    text = "关于成立建设领导小组的通知各部门：成立公司建设领导小组，名单如下：组长：甲某 公司总经理副组长：乙某 公司总工程师成员：丙某、发展部、组织部、财务部主要负责人。\n"
    doubts = extract_document(document_of(text)).doubts
    assert [doubt for doubt in doubts if "财务部" in doubt.evidence.quote]


def test_deputies_below_the_director_of_the_office_are_the_offices() -> None:
    text = "关于调整县双拥领导小组的通知\n组长：方小舟\n成员：沈青\n办公室主任：石磊（兼）\n副主任：丁一\n"
    assert ("assists", "丁一", "县双拥领导小组", "办公室副主任") in rows(text)


def test_committees_of_a_house() -> None:
    text = (
        "我校召开学位委员会成立大会\n大家推选，产生了新一届学位委员会主任委员和副主任委员：方小舟副研究员担任主任委员，"
        "白立言教授、石磊教授担任副主任委员。\n"
    )
    assert rows(text) == {
        ("leads", "方小舟", "新一届学位委员会", "主任委员"),
        ("assists", "白立言", "新一届学位委员会", "副主任委员"),
        ("assists", "石磊", "新一届学位委员会", "副主任委员"),
    }


def test_members_whom_a_committee_takes_on() -> None:
    text = "又讯，第六届校务委员会聘任罗立华等11人为委员，方小舟任校务委员会主任，白立言、石磊任副主任。\n"
    assert rows(text) == {
        ("member_of", "罗立华", "第六届校务委员会", "委员"),
        ("leads", "方小舟", "第六届校务委员会", "主任"),
        ("assists", "白立言", "第六届校务委员会", "副主任"),
        ("assists", "石磊", "第六届校务委员会", "副主任"),
    }


def test_contacts_and_strangers_below_the_seats() -> None:
    text = "关于成立县创卫领导小组的通知\n组长：方小舟\n领导小组下设办公室。\n主任：罗立华\n联络人：高明 沈青\n工作人员：丁一\n"
    found_seats = rows(text)
    assert ("member_of", "高明", "县创卫领导小组", "联络人") in found_seats
    assert ("leads", "罗立华", "县创卫领导小组", "办公室主任") in found_seats
    doubts = extract_document(document_of(text)).doubts
    assert [doubt for doubt in doubts if "丁一" in doubt.evidence.quote]


def test_members_of_a_text_that_is_cut() -> None:
    text = (
        "安山县应急预案\n成立县应急领导小组，统一指挥工作。组长由分管副县长担任，成员由县委宣传部、县教育局、县公安局\n"
    )
    assert {row[1] for row in rows(text)} == {"县委宣传部", "县教育局", "县公安局"}
