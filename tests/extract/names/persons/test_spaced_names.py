"""A name of two characters that a list spaces to the width of three and runs into its title."""

import pytest

from extract.clean import clean
from extract.names.persons.members import members


@pytest.mark.parametrize(
    ("line", "name", "posts"),
    [
        ("张 勇临江市委常委、常务副市长", "张勇", [("临江市委", "常委"), ("市人民政府", "常务副市长")]),
        ("陈　磊省工业和信息化厅副厅长", "陈磊", [("省工业和信息化厅", "副厅长")]),
        ("王 曦副省长", "王曦", [("省人民政府", "副省长")]),
    ],
)
def test_the_gap_says_where_the_name_ends(line: str, name: str, posts: list[tuple[str, str]]) -> None:
    text = clean(line)
    (person,) = members(text, 0, len(text), listed=True).persons
    assert text.text[person.name_start : person.name_end] == name
    assert [(office.body, office.post) for office in person.offices] == posts


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("尹 青 丁  力", ["尹青", "丁力"]),
        ("尹 青 丁  力 石大川", ["尹青", "丁力", "石大川"]),
        ("石 大 川 丁力", ["石大川", "丁力"]),
    ],
)
def test_single_characters_make_as_many_names_as_they_can(line: str, names: list[str]) -> None:
    text = clean(line)
    found = members(text, 0, len(text), listed=True).persons
    assert [text.text[person.name_start : person.name_end] for person in found] == names


def test_names_alone_stay_apart() -> None:
    text = clean("石 磊 尹青")
    assert len(members(text, 0, len(text), listed=True).persons) == 2
