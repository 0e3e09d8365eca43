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
        "两大活动组委会成立\n全县青少年歌咏大赛组委会由县教育局、县民革等2单位组成。组委会主任由方小舟担任，副主任由石磊、白立言等2位同志担任。"
        "建县九十周年书画展的组委会由县文联、县美协组成。组委会主任由罗立华担任。\n"
    )
    first, second = "全县青少年歌咏大赛组委会", "建县九十周年书画展的组委会"
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
