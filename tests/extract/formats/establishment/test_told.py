"""Parts and addresses of organs as gazetteers and pages tell them: by sorts, with a shared end, under a new name, below headings of duties."""

import pytest

from extract.facts import Doubt, Fact, Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

Row = tuple[str, str, str | None]


def parts(text: str) -> tuple[list[Row], list[str]]:
    found = extract_document(document_of(text))
    rows = [(f.subject.name, f.object.name, f.role) for f in found.facts if f.relation is Relation.PART_OF]
    return rows, [one.code for one in found.doubts]


def of(owner: str, role: str, *names: str) -> list[Row]:
    return [(name, owner, role) for name in names]


CASES: dict[str, tuple[str, list[Row]]] = {
    # a typed text whose sentence ends with an ASCII point; an old committee is an agency
    "a point": (
        "1986年，青禾县城乡建设环境保护委员会下设办公室、人事股、市政工程队.1989年7月，更名为青禾县建设委员会。\n",
        of("青禾县城乡建设环境保护委员会", "下设", "办公室", "人事股", "市政工程队"),
    ),
    # what the organ was called last
    "renamed": (
        "1982年，成立支铁办公室，为副科级单位。1985年，更名为青禾县铁路工作办公室，为正科级单位。下设工农科、工程科、办公室。\n",
        of("青禾县铁路工作办公室", "下设", "工农科", "工程科", "办公室"),
    ),
    # whole names, then places that share an end; the organ by its last word, as printed
    "a shared end": (
        "1998年，更名为临江市公安局城南分局。2005年，分局下设办公室、侦查大队及菏东、白桥2个派出所共4个正科级单位。\n",
        of("分局", "下设", "办公室", "侦查大队", "菏东派出所", "白桥派出所"),
    ),
    # counted by sorts; a misprinted comma among the names; traditional characters stay as printed
    "by sorts": (
        "區教科體局下設3箇中心校,1個區直學校,分別是:萬金中心校,白石中心校、青年中心校、許平中學。\n",
        of("區教科體局", "下設", "萬金中心校", "白石中心校", "青年中心校", "許平中學"),
    ),
    # the entry of a gazetteer, its head before layout space
    "the head of an entry": (
        "县物价局  1983年成立，1986年单独设立，内设办公室、收费股、检查所。\n",
        of("县物价局", "内设", "办公室", "收费股", "检查所"),
    ),
    "inner organs": (
        "2005年，县建设局下设办公室、财务股、方圆建筑集团、园林绿化管理处等内部机构，有干部职工120人。\n",
        of("县建设局", "下设", "办公室", "财务股", "方圆建筑集团", "园林绿化管理处"),
    ),
    # below headings of duties, a section a heading; further lines number the duties
    "headings of duties": (
        "青禾县水利局机构设置\n机关科室：\n办公室工作职责\n（一）负责文电、会务；\n（二）负责宣传；\n办公电话：2839408\n"
        "河湖科主要职责\n河湖科（石磊）\n（一）贯彻河湖长制；\n",
        of("青禾县水利局", "机关科室", "办公室", "河湖科"),
    ),
    # the organ opens the paragraph with what it has, or where it is
    "where it is": (
        "青禾县体育学校坐落在青禾县东湖区双兴南路153号，于1993年批准成立。隶属青禾县体育局，属中等专业学校。\n"
        "青禾县体育学校含体育中学、体育中专。下设训练科、教务科、办公室等三个职能部门。\n",
        [
            *of("青禾县体育学校", "下设", "训练科", "教务科", "办公室"),
            ("青禾县体育学校", "青禾县体育局", "隶属"),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_parts_that_a_text_tells(name: str) -> None:
    text, expected = CASES[name]
    rows, doubts = parts(text)
    assert (sorted(rows, key=str), doubts) == (sorted(expected, key=str), [])


def test_of_a_list_that_is_known_for_the_most_part_the_rest_is_doubted() -> None:
    rows, doubts = parts("县水利局下设办公室、人事股、河湖股、青年突击岗。\n")
    assert [name for name, _, _ in rows] == ["办公室", "人事股", "河湖股"]
    assert doubts == ["parts_unread"]


def test_a_body_that_a_text_opens_with_and_its_address() -> None:
    found = extract_document(
        document_of("青禾县体育总会坐落于东湖区河滨路115号，隶属于青禾县体育局，属于科级事业单位。\n")
    )
    assert not [one for one in found.doubts if isinstance(one, Doubt)]
    assert {(f.relation.value, f.subject.name, f.object.name) for f in found.facts if isinstance(f, Fact)} == {
        ("part_of", "青禾县体育总会", "青禾县体育局"),
        ("located_at", "青禾县体育总会", "东湖区河滨路115号"),
    }


def test_a_page_of_duties_divides_the_work_of_its_leaders() -> None:
    found = extract_document(
        document_of(
            "青禾县水利局职责\n（一）贯彻执行水利法规；\n领导班子分工\n局党组书记、局长：石磊（一级）\n主持水利局全面工作。\n"
            "副局长：尹青\n分管河湖科、财务等。\n"
        )
    )
    assert {(f.subject.name, f.object.name, f.role) for f in found.facts} == {
        ("石磊", "局党组", "书记"),
        ("石磊", "青禾县水利局", "局长"),
        ("石磊", "水利局全面", "主持"),
        ("尹青", "青禾县水利局", "副局长"),
        ("尹青", "河湖科", "分管"),
        ("尹青", "财务", "分管"),
    }
