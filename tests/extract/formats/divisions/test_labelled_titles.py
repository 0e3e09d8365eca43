"""职务 above 姓名, and below it: whose a labelled title is."""

import pytest

from extract.facts import Fact
from extract.pipeline import extract_document
from extract.readers.text import document_of

HELD = {("卓远", "书记"), ("简宁", "镇长")}
LED = {("卓远", "镇党委全面"), ("简宁", "镇政府全面")}
RECORDS = (("党委书记", "卓远", "主持镇党委全面工作"), ("镇长", "简宁", "主持镇政府全面工作"))


def told(text: str, relation: str) -> set[tuple[str, str]]:
    facts = (found for found in extract_document(document_of(text)).facts if isinstance(found, Fact))
    chosen = (fact for fact in facts if fact.relation.value == relation)
    return {(f.subject.name, (f.role or "") if relation == "holds" else f.object.name) for f in chosen}


@pytest.mark.parametrize(("between", "colon"), [("\n", "："), (" ", "："), ("　", "："), ("\n", "\t")])
def test_a_title_above_its_name_is_not_said_of_the_person_before(between: str, colon: str) -> None:
    records = (between.join((f"职务{colon}{p}", f"姓名{colon}{n}", f"分工{colon}{d}")) for p, n, d in RECORDS)
    text = "柳坪镇班子成员分工\n" + "\n".join(records) + "\n"
    assert told(text, "holds") == HELD
    assert told(text, "leads") == LED


def test_a_title_below_its_name_stays_where_another_name_follows() -> None:
    text = "柳坪镇班子成员\n" + "".join(f"姓名：{n}\n职务：{p}\n" for p, n, _ in RECORDS) + "分工：负责林业工作\n"
    assert told(text, "holds") == HELD
    assert told(text, "leads") == {("简宁", "林业")}


@pytest.mark.parametrize("blank", [" ", "　"])
def test_a_label_after_a_name_and_its_title_on_one_line(blank: str) -> None:
    lines = (
        f"卓远{blank}副县长{blank}分管工作：林业、水产。联系单位：县气象局。",
        f"简宁{blank}副县长{blank}分管工作：文化。",
    )
    text = "县政府领导简介\n" + "\n".join(lines) + "\n"
    assert told(text, "holds") == {("卓远", "副县长"), ("简宁", "副县长")}
    assert told(text, "leads") == {("卓远", "林业"), ("卓远", "水产"), ("简宁", "文化")}
    assert told(text, "liaises") == {("卓远", "县气象局")}


def test_a_title_right_before_the_label_of_its_name() -> None:
    text = (
        "县政府领导分工\n县长 姓名：卓远\n性别：男\n分管工作：主持全面工作\n副县长 姓名：简宁\n分管工作：负责林业工作\n"
    )
    assert told(text, "holds") == {("卓远", "县长"), ("简宁", "副县长")}
    assert told(text, "leads") == {("卓远", "全面"), ("简宁", "林业")}


@pytest.mark.parametrize(("name", "post"), [("", ""), ("姓名：", "职务：")])
def test_a_title_that_is_said_again_is_no_title_of_the_next_person(name: str, post: str) -> None:
    records = (("卓远", "局长", "主持全面工作"), ("简宁", "副局长", "分管河湖股"))
    text = "安山县水利局班子成员\n" + "".join(f"{name}{n}\n{post}{p}\n{p}\n{d}\n" for n, p, d in records)
    assert told(text, "holds") == {("卓远", "局长"), ("简宁", "副局长")}
    assert told(text, "leads") == {("卓远", "全面"), ("简宁", "河湖股")}


def test_a_word_on_how_a_post_is_held_is_nobodys_name() -> None:
    text = "安山县水利局班子成员\n挂职\n副局长\n简宁\n分管河湖股\n"
    assert told(text, "holds") == {("简宁", "副局长")}


@pytest.mark.parametrize("line", ["副县长简宁将分管林业工作。", "副县长简宁将协助县长分管林业工作。"])
def test_duties_to_come_are_no_part_of_a_name(line: str) -> None:
    assert told(f"会议宣布分工。{line}\n", "holds") == {("简宁", "副县长")}
