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
        "1991年，青禾县计划生育委员会下设秘书股、财会股、宣传中心.1994年5月，更名为青禾县人口委员会。\n",
        of("青禾县计划生育委员会", "下设", "秘书股", "财会股", "宣传中心"),
    ),
    # what the organ was called last
    "renamed": (
        "1979年，成立治水办公室，按股级配备。1988年，更名为青禾县河道工作办公室，按科级配备。下设堤防科、财会科、秘书科。\n",
        of("青禾县河道工作办公室", "下设", "堤防科", "财会科", "秘书科"),
    ),
    # whole names, then places that share an end; the organ by its last word, as printed
    "a shared end": (
        "1996年，更名为临江市公安局城南分局。2011年，分局下设指挥中心、巡逻大队及东坪、柳湾2个派出所合计4个科级单位。\n",
        of("分局", "下设", "指挥中心", "巡逻大队", "东坪派出所", "柳湾派出所"),
    ),
    # counted by sorts; a misprinted comma among the names; traditional characters stay as printed
    "by sorts": (
        "縣文教局下設3箇片區小學,1個直屬高中,分別是:柳橋小學,白石小學、南溪小學、文華中學。\n",
        of("縣文教局", "下設", "柳橋小學", "白石小學", "南溪小學", "文華中學"),
    ),
    # the entry of a gazetteer, its head before layout space
    "the head of an entry": (
        "县档案局  1987年组建，1992年单独办公，内设秘书股、征集股、复制所。\n",
        of("县档案局", "内设", "秘书股", "征集股", "复制所"),
    ),
    "inner organs": (
        "2012年，县林业局下设秘书股、计财股、青松木业集团、苗木花卉管理处等内部机构，共86名职工。\n",
        of("县林业局", "下设", "秘书股", "计财股", "青松木业集团", "苗木花卉管理处"),
    ),
    # below headings of duties, a section a heading; further lines number the duties
    "headings of duties": (
        "青禾县水利局机构设置\n机关科室：\n办公室工作职责\n（一）负责文电、会务；\n（二）负责宣传；\n办公电话：5550123\n"
        "河湖科主要职责\n河湖科（石磊）\n（一）贯彻河湖长制；\n",
        of("青禾县水利局", "机关科室", "办公室", "河湖科"),
    ),
    # the organ opens the paragraph with what it has, or where it is
    "where it is": (
        "青禾县艺术学校坐落在青禾县东湖区柳堤北路86号，自1987年开始招生。隶属青禾县文化局，为职业教育单位。\n"
        "青禾县艺术学校有初中部与中专部。下设排练科、总务科、招生办公室等三个职能部门。\n",
        [
            *of("青禾县艺术学校", "下设", "排练科", "总务科", "招生办公室"),
            ("青禾县艺术学校", "青禾县文化局", "隶属"),
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
    found = extract_document(document_of("青禾县艺术馆坐落于东湖区河滨路27号，隶属于青禾县文化局，是一家公益单位。\n"))
    assert not [one for one in found.doubts if isinstance(one, Doubt)]
    assert {(f.relation.value, f.subject.name, f.object.name) for f in found.facts if isinstance(f, Fact)} == {
        ("part_of", "青禾县艺术馆", "青禾县文化局"),
        ("located_at", "青禾县艺术馆", "东湖区河滨路27号"),
    }


def test_a_page_of_duties_divides_the_work_of_its_leaders() -> None:
    found = extract_document(
        document_of(
            "青禾县水利局职责\n（一）贯彻执行水利法规；\n领导班子分工\n局党组书记、局长：石磊（二级）\n主持水利局全面工作。\n"
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
