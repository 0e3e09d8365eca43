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


def test_names_alone_stay_apart() -> None:
    text = clean("石 磊 尹青")
    assert len(members(text, 0, len(text), listed=True).persons) == 2
