"""Lists of seats that go on in the next line, groups named by a conference's rules or by 成立 alone, titles of the own house."""

import pytest

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

GROUPS = (Relation.LEADS, Relation.ASSISTS, Relation.MEMBER_OF)
Row = tuple[str, str, str, str | None]


def rows(text: str) -> list[Row]:
    found = extract_document(document_of(text)).facts
    return [(f.relation.value[:2], f.subject.name, f.object.name, f.role) for f in found if f.relation in GROUPS]


GROUP = "安山县粮食普查领导小组"
CASES: list[tuple[str, list[Row]]] = [
    (  # a line that ends in 、 goes on, and a full stop may close the list
        f"{GROUP}成员名单\n组  长：尹青（副县长）\n成  员：石磊（县财政局局长）、高原（县粮食局局长）、\n"
        "        吴国安（县统计局副局长）。\n",
        [
            ("le", "尹青", GROUP, "组长"),
            ("me", "石磊", GROUP, "成员"),
            ("me", "高原", GROUP, "成员"),
            ("me", "吴国安", GROUP, "成员"),
        ],
    ),
    (  # 成立领导小组 without a proper name; a set of bodies after the names
        "（一）成立领导小组\n组  长：尹  青\n成  员：石  磊  高  原  各科室负责人\n",
        [("le", "尹青", "领导小组", "组长"), ("me", "石磊", "领导小组", "成员"), ("me", "高原", "领导小组", "成员")],
    ),
    (  # one sentence that sets the group up and seats it
        f"成立{GROUP}。组长由副县长尹青担任，成员由县财政局、县粮食局主要负责同志组成。",
        [
            ("le", "尹青", GROUP, "组长"),
            ("me", "县财政局", GROUP, "成员"),
            ("me", "县粮食局", GROUP, "成员"),
        ],
    ),
    (  # a list within the paragraph that sets the group up, and what stands behind it
        "二、加强领导。成立13人防汛指挥所。所长：尹青；副所长：石磊；成员：高原、吴国安。各村要成立小组。",
        [
            ("le", "尹青", "防汛指挥所", "所长"),
            ("as", "石磊", "防汛指挥所", "副所长"),
            ("me", "高原", "防汛指挥所", "成员"),
            ("me", "吴国安", "防汛指挥所", "成员"),
        ],
    ),
    (  # bodies of the whole below the office's deputies, in one paragraph
        f"{GROUP}成员名单\n组  长：尹青（副县长）\n领导小组下设办公室，办公室具体成员如下：\n主  任：石磊（兼）\n"
        "成员单位：各乡镇人民政府，县财政局、县粮食局，安山消防支队、团县委。\n",
        [
            ("le", "尹青", GROUP, "组长"),
            ("le", "石磊", GROUP, "办公室主任"),
            ("me", "县财政局", GROUP, "成员单位"),
            ("me", "县粮食局", GROUP, "成员单位"),
            ("me", "安山消防支队", GROUP, "成员单位"),
            ("me", "团县委", GROUP, "成员单位"),
        ],
    ),
    (  # the bodies on the line below the label, to a full stop
        f"{GROUP}成员名单\n组  长：\n尹青（副县长）\n成员单位：\n县财政局、县粮食局。\n",
        [
            ("le", "尹青", GROUP, "组长"),
            ("me", "县财政局", GROUP, "成员单位"),
            ("me", "县粮食局", GROUP, "成员单位"),
        ],
    ),
    (  # 由以下单位组成; the office's own list after a sentence that says where it sits
        "关于调整县防汛委员会成员单位的通知\n县防汛委员会由以下单位组成：县财政局、县粮食局。\n主  任：尹青（副县长）\n"
        "委员会办公室设在县水利局。办公室组成如下：\n主  任：石磊（县水利局局长）\n",
        [
            ("me", "县财政局", "县防汛委员会", "组成"),
            ("me", "县粮食局", "县防汛委员会", "组成"),
            ("le", "尹青", "县防汛委员会", "主任"),
            ("le", "石磊", "县防汛委员会", "办公室主任"),
        ],
    ),
    (  # a unit is no person: 纪委办, 农经办
        f"{GROUP}\n组 长：尹青\n成 员：党政办、纪委办、农经办等部门负责人\n",
        [
            ("le", "尹青", GROUP, "组长"),
            ("me", "党政办", GROUP, "成员"),
            ("me", "纪委办", GROUP, "成员"),
            ("me", "农经办", GROUP, "成员"),
        ],
    ),
    (  # a name that holds a 的; the body that leads it beside a head without a name
        "全省成立由副省长任组长、省粮食局牵头的全省受灾的粮食抢收领导小组。",
        [("le", "省粮食局", "全省受灾的粮食抢收领导小组", "牵头")],
    ),
    (  # the rules of a joint conference name it
        "附件\n安山县粮食安全联席会议制度\n联席会议由县粮食局、县财政局等2个部门组成，县粮食局为牵头单位。",
        [
            ("me", "县粮食局", "安山县粮食安全联席会议", "组成"),
            ("me", "县财政局", "安山县粮食安全联席会议", "组成"),
            ("le", "县粮食局", "安山县粮食安全联席会议", "牵头单位"),
        ],
    ),
    (
        "临江学院学位评定委员会组成人员\n主  席：尹青\n副主席：石磊  高原\n",
        [
            ("le", "尹青", "临江学院学位评定委员会", "主席"),
            ("as", "石磊", "临江学院学位评定委员会", "副主席"),
            ("as", "高原", "临江学院学位评定委员会", "副主席"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_list(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_a_bare_title_in_a_companys_list_is_that_of_the_company() -> None:
    text = (
        "关于成立安全生产委员会的通知\n各部门：\n经研究，成立公司安全生产委员会。\n主  任：尹青（党委书记、董事长）\n"
        "副主任：石磊（副总经理）\n临江粮油集团有限公司\n2021年3月2日\n"
    )
    held = [f for f in extract_document(document_of(text)).facts if f.relation is Relation.HOLDS]
    assert [(f.subject.name, f.object.name, f.role) for f in held] == [
        ("尹青", "临江粮油集团有限公司党委", "书记"),
        ("尹青", "临江粮油集团有限公司", "董事长"),
        ("石磊", "临江粮油集团有限公司", "副总经理"),
    ]


def test_of_two_groups_that_are_changed_together_the_lists_are_those_of_the_first() -> None:
    text = "各村：\n现对柳林镇防汛工作领导小组和防汛专项工作组成员进行调整：\n一、领导小组\n组 长：尹青\n"
    assert rows(text) == [("le", "尹青", "柳林镇防汛工作领导小组", "组长")]
