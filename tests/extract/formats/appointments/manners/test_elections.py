"""Lists of those elected, appointed or removed: a title on a line, names below it, beside it, or behind a colon."""

import pytest

from extract.facts import Fact, Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

PERSONNEL = (Relation.APPOINTED, Relation.DISMISSED)
Row = tuple[str, str, str, str | None]


def facts(text: str) -> list[Fact]:
    return [fact for fact in extract_document(document_of(text)).facts if fact.relation in PERSONNEL]


def rows(text: str) -> list[Row]:
    return [(f.relation.value[:2], f.subject.name, f.object.name, f.role) for f in facts(text)]


@pytest.mark.parametrize("place", ["安山县", "温阳县", "临江县"])
def test_the_place_of_a_title_is_nobody(place: str) -> None:
    """A place may begin as a name does: 安山, 温阳."""
    text = (
        f"{place}人民代表大会公告\n{place}第十届人民代表大会第一次会议于2025年1月15日选举：\n"
        f"一、{place}人民代表大会常务委员会主任：\n尹青\n二、{place}人民政府县长：\n石磊\n{place}人民政府副县长：林川、丁一\n"
    )
    assert rows(text) == [
        ("ap", "尹青", f"{place}人民代表大会常务委员会", "主任"),
        ("ap", "石磊", f"{place}人民政府", "县长"),
        ("ap", "林川", f"{place}人民政府", "副县长"),
        ("ap", "丁一", f"{place}人民政府", "副县长"),
    ]
    assert {fact.qualifiers.mode for fact in facts(text)} == {"选举"}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("安山县教育局局长　尹青", ["尹青"]),
        ("安山县教育局局长：尹青", ["尹青"]),
        ("安山县教育局局长：\n尹青、石磊", ["尹青", "石磊"]),
        ("安山县教育局　局长　尹青", ["尹青"]),
        ("尹青　安山县教育局局长", ["尹青"]),
        ("安山县教育局局长　尹青　石磊", ["尹青", "石磊"]),
    ],
)
@pytest.mark.parametrize(("order", "relation"), [("任命", "ap"), ("免去", "di")])
def test_a_title_and_a_name_below_an_order(order: str, relation: str, line: str, names: list[str]) -> None:
    text = f"任免名单\n（2024年5月1日安山县第十八届人大常委会第九次会议通过）\n{order}：\n{line}\n"
    assert rows(text) == [(relation, name, "安山县教育局", "局长") for name in names]
    assert {fact.date for fact in facts(text)} == {"2024-05-01"}


def test_what_stands_behind_the_name_is_said_of_it() -> None:
    (fact,) = facts("任免名单\n任命：\n县民政局副局长　尹青　试用期一年\n")
    assert (fact.subject.name, fact.qualifiers.probation) == ("尹青", "P1Y")


def test_a_bare_post_is_of_the_body_that_its_sentence_names() -> None:
    """尹青当选为县纪委书记,石磊、林川当选为|副书记: of the commission, not of the committee elected above."""
    text = (
        "全会选举产生了中共安山县第九届委员会常务委员会委员和书记、副书记。丁一当选为书记，高原当选为副书记。\n"
        "全会通过了县纪委第一次全体会议选举结果。尹青当选为县纪委书记，石磊、林川当选为副书记。\n"
    )
    committee = "中共安山县第九届委员会常务委员会"
    assert rows(text) == [
        ("ap", "丁一", committee, "书记"),
        ("ap", "高原", committee, "副书记"),
        ("ap", "尹青", "县纪委", "书记"),
        ("ap", "石磊", "县纪委", "副书记"),
        ("ap", "林川", "县纪委", "副书记"),
    ]
