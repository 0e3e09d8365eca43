"""Titles in passing in reports: of which day they are told, and where a title begins and a name ends."""

import pytest

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

Row = tuple[str, str, str | None, str | None]


def rows(text: str) -> list[Row]:
    found = extract_document(document_of(text)).facts
    return [(f.subject.name, f.object.name, f.role, f.date) for f in found if f.relation is Relation.HOLDS]


PAGE = "安山县召开防汛会议\n发布时间：2021-05-08 09:30 来源：安山日报\n"
DAYS = [
    # the day of the meeting, with the year of the page, holds for all that the report tells
    (PAGE + "5月6日上午，全县防汛工作会议召开。\n县委书记尹青出席会议并讲话。\n", "2021-05-06"),
    # no day but yesterday's: that of the page
    (PAGE + "昨日，全县防汛工作会议召开。\n县委书记尹青出席会议并讲话。\n", "2021-05-08"),
    ("2021年5月6日上午，安山县重大项目集中开工仪式在白石镇举行。\n县委书记尹青出席。\n", "2021-05-06"),
    # a sentence that tells of a year, and a page that tells of no day
    (PAGE + "昨日，全县防汛工作会议召开。\n2018年，县委书记尹青到过白石镇。\n", None),
    (PAGE + "县委书记尹青到白石镇检查。\n", None),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_the_day_of_a_report_is_that_of_what_it_tells(text: str, day: str | None) -> None:
    assert rows(text) == [("尹青", "县委", "书记", day)]


BORDERS: list[tuple[str, list[tuple[str, str, str | None]]]] = [
    ("会议由集团党委书记、董事长尹青主持。", [("尹青", "集团党委", "书记"), ("尹青", "集团", "董事长")]),
    ("项目承建单位安山建工集团副总经理尹青同志发言。", [("尹青", "安山建工集团", "副总经理")]),
    ("旗委委员、统战部部长莫日根高娃到会。", [("莫日根高娃", "旗委", "委员"), ("莫日根高娃", "统战部", "部长")]),
    ("旗委书记额日敦图（蒙古族）到会。", [("额日敦图", "旗委", "书记")]),
    ("安山县委书记尹青等陪同调研。", [("尹青", "安山县委", "书记")]),
    ("除安山县委书记尹青外，其他人没有变动。", [("尹青", "安山县委", "书记")]),
    (
        "中共中央总书记、国家主席、中央军委主席尹青出席。",
        [("尹青", "中共中央", "总书记"), ("尹青", "中央军委", "主席")],
    ),
    ("全国优秀县委书记、白石县委书记尹青到会。", [("尹青", "白石县委", "书记")]),
    (
        "尹青首次以白石省委常委、省委组织部部长身份亮相。",
        [("尹青", "白石省委", "常委"), ("尹青", "省委组织部", "部长")],
    ),
    ("在全县大会上的讲话\n县　长　　尹　青\n", [("尹青", "县人民政府", "县长")]),
    ("安山大学党委书记尹青教授参加会议。", [("尹青", "安山大学党委", "书记")]),
    ("任命名单：尹青同志（县水利局局长）为白石站站长。", []),
    ("县水利局局长石磊即将卸任。", [("石磊", "县水利局", "局长")]),
    ("本报讯　县委书记尹青到会。", [("尹青", "县委", "书记")]),
    ("安山日报讯 白石县委书记尹青到会。", [("尹青", "白石县委", "书记")]),
]


@pytest.mark.parametrize(("text", "expected"), BORDERS)
def test_where_a_title_begins_and_a_name_ends(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [row[:3] for row in rows(text + "\n")] == expected


# who leaves a post that the words behind name keeps the one before the name; who leaves that one does not
LEAVES: list[tuple[str, list[tuple[str, str, str | None]]]] = [
    ("县水利局局长石磊卸任县防汛办主任。", [("石磊", "县水利局", "局长")]),
    ("海云省委副书记石磊卸任安山市委书记。", [("石磊", "海云省委", "副书记")]),
    ("安山市委书记石磊卸任市委书记。", []),
    ("县水利局局长石磊已卸任。", []),
    ("县委书记石磊离任，县委常委尹青出席会议。", [("尹青", "县委", "常委")]),
    ("县水利局局长石磊离任审计情况的说明。", []),
    ("县水利局局长石磊尚未到会。", [("石磊", "县水利局", "局长")]),
]


@pytest.mark.parametrize(("text", "expected"), LEAVES)
@pytest.mark.parametrize("above", ["", "安山县任免消息\n\n任命杜鹃为县审计局局长。\n", PAGE])
def test_who_leaves_one_post_keeps_the_other(
    above: str, text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert [row[:3] for row in rows(above + text + "\n")] == expected


LISTS: list[tuple[str, list[tuple[str, str, str | None]]]] = [
    (
        "市人民医院：院长尹青，党委书记石磊，副院长林川、周文\n",
        [
            ("尹青", "市人民医院", "院长"),
            ("石磊", "市人民医院党委", "书记"),
            ("林川", "市人民医院", "副院长"),
            ("周文", "市人民医院", "副院长"),
        ],
    ),
    ("市人民医院：院长尹青，联系电话见门户网站\n", []),  # not all of it is read so
    (
        "干部任前公示\n2.石　磊　女　汉族　中共党员　现任白石镇党委副书记、镇长　拟任白石镇党委书记\n",
        [("石磊", "白石镇党委", "副书记"), ("石磊", "白石镇人民政府", "镇长")],
    ),
    ("干部任前公示\n3.林川（男，本科，县财政局四级调研员）拟晋升三级调研员。\n", [("林川", "县财政局", "四级调研员")]),
    (
        "参加会议人员：\n尹 青  县委书记\n石 磊  县水利局局长\n",
        [("尹青", "县委", "书记"), ("石磊", "县水利局", "局长")],
    ),
    ("副县长：尹青 石磊\n", [("尹青", "县人民政府", "副县长"), ("石磊", "县人民政府", "副县长")]),
    # names that the layout has run together are a doubt beside the others
    ("副县长：尹青 林川周文 石磊\n", [("尹青", "县人民政府", "副县长"), ("石磊", "县人民政府", "副县长")]),
    # parts of a house and their heads, as a meeting announces them
    (
        "大会宣布：办公室主任尹青，副主任石磊；财务组组长林川，副组长兼后勤周文；\n砖瓦厂厂长丁力。\n",
        [
            ("尹青", "办公室", "主任"),
            ("石磊", "办公室", "副主任"),
            ("林川", "财务组", "组长"),
            ("周文", "财务组", "副组长"),
            ("丁力", "砖瓦厂", "厂长"),
        ],
    ),
    (
        "大会宣布：县委书记尹青讲话，县长石磊主持会议，各组讨论。\n",
        [("尹青", "县委", "书记"), ("石磊", "县人民政府", "县长")],
    ),
    # a life goes on after the name
    (
        "县委书记：尹青　1961年4月生，大学学历。\n县长：石磊　男，汉族。\n",
        [("尹青", "县委", "书记"), ("石磊", "县人民政府", "县长")],
    ),
    ("劳动奖章获得者名单\n尹　青　　县供电公司变电所所长\n", [("尹青", "县供电公司变电所", "所长")]),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_who_holds_what_in_a_list(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert sorted(row[:3] for row in rows(text)) == sorted(expected)


@pytest.mark.parametrize("words", ["县长向宪法宣誓随后举行。", "新当选镇长宣誓。"])
def test_what_is_sworn_to_is_nobody(words: str) -> None:
    assert not extract_document(document_of(f"白石镇召开会议\n{words}\n")).facts


def test_a_mark_of_the_page_is_no_part_of_a_body() -> None:
    found = extract_document(
        document_of("白石镇召开会议\n推动白石镇再上新的台阶。1\n镇党委书记石磊同志作了讲话，提出要求。\n")
    )
    assert [(f.object.name, f.role) for f in found.facts] == [("镇党委", "书记")]
