"""Sections of an emergency body, each with who forms it in one paragraph; unnamed heads give nothing."""

import pytest

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

Row = tuple[str, str, str, str | None]
GROUP = (Relation.LEADS, Relation.ASSISTS, Relation.MEMBER_OF)


def rows(text: str) -> list[Row]:
    facts = extract_document(document_of(text)).facts
    return [(f.relation.value, f.subject.name, f.object.name, f.role) for f in facts if f.relation in GROUP]


CASES: list[tuple[str, list[Row]]] = [
    (
        "（1）综合协调组。由县应急局牵头，公安局、人武部等单位组成，负责协调调度。",
        [
            ("leads", "县应急局", "综合协调组", "牵头"),
            ("member_of", "公安局", "综合协调组", "成员"),
            ("member_of", "人武部", "综合协调组", "成员"),
        ],
    ),
    (  # a head without a name, and bodies without one among the members
        "（2）抢险救援组。由应急主管部门牵头，公安局、地震局等部门，事发地乡镇政府和有关行业、单位等组成，负责抢险。",
        [("member_of", "公安局", "抢险救援组", "成员"), ("member_of", "地震局", "抢险救援组", "成员")],
    ),
    (  # without 由
        "（3）医疗救治组：县卫健局牵头，县红十字会参加。负责救治。",
        [("leads", "县卫健局", "医疗救治组", "牵头"), ("member_of", "县红十字会", "医疗救治组", "参加")],
    ),
    (  # no mark after the name
        "（4）新闻宣传组由县委宣传部牵头，县网信办参与，负责发布。",
        [("leads", "县委宣传部", "新闻宣传组", "牵头"), ("member_of", "县网信办", "新闻宣传组", "参与")],
    ),
    (  # nobody leads
        "（5）治安维护组：由县公安局、武警安山中队组成，负责维护秩序。",
        [("member_of", "县公安局", "治安维护组", "成员"), ("member_of", "武警安山中队", "治安维护组", "成员")],
    ),
    ("建立安山新区建设联席会议制度。联席会议由安山新区管委会主任担任召集人。", []),
    ("成立安山县防汛指挥部，组长由主管水利的副县长或副秘书长担任。", []),
    (  # a conference is set up with its rules; seats of what a line names are none of its
        "建立链长制联席会议制度，由县长石磊担任总召集人。\n（一）绿色食品产业链。链长：尹青；成员单位：县商务局。",
        [("leads", "石磊", "链长制联席会议", "总召集人")],
    ),
    (  # bodies in one sentence, whoever speaks for them
        "成立县防汛指挥部，由县政府分管副县长任总指挥。县委宣传部、县公安局等单位负责人为县防汛指挥部的领导成员。",
        [
            ("member_of", "县委宣传部", "县防汛指挥部", "领导成员"),
            ("member_of", "县公安局", "县防汛指挥部", "领导成员"),
        ],
    ),
    (  # a description stands between the title and the name
        "成立平安创建领导小组，镇党委书记石磊任组长，镇党委副书记、分管领导尹青任副组长。",
        [("leads", "石磊", "平安创建领导小组", "组长"), ("assists", "尹青", "平安创建领导小组", "副组长")],
    ),
    (
        "关于成立爱国卫生运动委员会的通知\n主任委员：石磊\n常务副主任委员：尹青\n",
        [
            ("leads", "石磊", "爱国卫生运动委员会", "主任委员"),
            ("assists", "尹青", "爱国卫生运动委员会", "常务副主任委员"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_forms_a_section_of_a_body(text: str, expected: list[Row]) -> None:
    assert rows(f"县应急指挥部下设工作组。\n{text}\n") == expected
