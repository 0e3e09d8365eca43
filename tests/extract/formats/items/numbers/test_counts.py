"""Numbers that a covering letter states of the items in its tables."""

import pytest

from extract.facts import CountRecord
from extract.formats import found_in
from extract.readers.text import document_of
from extract.text.segment import notices

HEADER = "序号\t工作任务\t牵头单位\n"
FIRST = f"附件1\n\n{HEADER}1\t修建水库。\t县水利局\n2\t扩建水厂。\t县水利局\n"
SECOND = f"附件2\n\n{HEADER}1\t新建学校。\t县教育局\n\n{HEADER}1\t新建学校。\t县教育局\n2\t改造医院。\t县卫生健康局\n3\t建设公园。\t县住建局\n"


def counts(text: str) -> list[tuple[str, int, int]]:
    """What the source states, how many, and how many were found."""
    notice = notices(document_of(text, "passage.txt"))[0]
    return [(r.what, r.stated, r.found) for r in found_in(notice) if isinstance(r, CountRecord)]


@pytest.mark.parametrize(
    ("letter", "tables", "expected"),
    [
        # each number means the table of its place; a row that a page break repeats counts once
        (
            "涉及我县的2项工作任务和4项民生实事,请抓好落实。",
            FIRST + "\n" + SECOND,
            [("工作任务", 2, 2), ("民生实事", 4, 3)],
        ),
        # one number of all tables
        ("报告共分解为5项重点任务。", FIRST + "\n" + SECOND, [("重点任务", 5, 5)]),
        # one number that does not say that it counts, more numbers than tables, none
        ("抓好3项重点工作,提升能力。", FIRST, []),
        ("共有2项工作任务、4项民生实事。", FIRST, []),
        ("请抓好落实。", FIRST, []),
    ],
)
def test_stated_numbers_beside_the_items_of_their_tables(
    letter: str, tables: str, expected: list[tuple[str, int, int]]
) -> None:
    assert counts(f"各乡镇:\n\n{letter}\n\n{tables}") == expected


def test_a_count_stands_where_it_is_printed() -> None:
    text = f"各乡镇:\n\n现将涉及我县的 2 项工作任务印发给你们。\n\n{FIRST}"
    notice = notices(document_of(text, "passage.txt"))[0]
    (record,) = [r for r in found_in(notice) if isinstance(r, CountRecord)]
    assert text[record.start : record.end] == "2 项工作任务"
