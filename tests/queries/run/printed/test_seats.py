"""Seats of a group's list that nobody holds by name."""

from pathlib import Path

import pytest

from graph.projection.elements import Printed, PrintedPassage
from graph.stores.texts import Texts
from queries.run.printed.seats import unnamed_seats
from queries.run.steps import Row

ROW: Row = {
    "group_key": "g",
    "group": "县防汛专班",
    "relation": "member_of",
    "seat": "成员",
    "file": "d.txt",
    "line": 3,
}
HEAD = ROW | {"relation": "leads", "seat": "组长", "member": "石岭"}


def texts_of(folder: Path, *lines: str) -> Texts:
    made = Texts(folder / "graph.texts.db")
    passages = tuple(PrintedPassage(f"p{n}", "n", n, n * 90, n * 90 + 80, line) for n, line in enumerate(lines, 1))
    with made.writing() as written:
        written.bring("d", "1", [Printed("d", "d.txt", "安山县公报", None, None, passages)])
    return made


@pytest.mark.parametrize(
    ("lines", "rows", "said"),
    [
        # the head of a list above its first member, and members told together
        (
            ("召集人：县长", "", "成 员：县财政局、县水利局，各乡镇主要负责人。"),
            [ROW | {"member": "县财政局"}],
            "召集人 县长、各乡镇主要负责人（第1、3行）",
        ),
        # who is named holds the seat; a list with a head of its own takes none from above
        (("组长：县长", "", "组长:副县长石岭;成员:县水利局,各街镇分管负责人。"), [HEAD], "各街镇分管负责人（第3行）"),
        # in a sentence
        (("", "", "成立由县人民政府县长任组长、各责任单位主要负责人为成员的专班。"), [ROW | {"member": "县水利局"}], "组长 县人民政府县长、各责任单位主要负责人（第3行）"),
        # a name and a title beside it, and nothing without a name
        (("", "", "组长：石岭 副县长"), [HEAD], None),
        (("", "", "成员：县财政局、县水利局"), [ROW | {"member": "县财政局"}], None),
    ],
)  # fmt: skip
def test_seats_without_a_name_are_said(
    tmp_path: Path, lines: tuple[str, ...], rows: list[Row], said: str | None
) -> None:
    notes = [note.text("zh") for note in unnamed_seats(texts_of(tmp_path, *lines), rows)]
    assert notes == ([] if said is None else [f"县防汛专班的名单另有未具名的：{said}"])


def test_of_two_files_of_one_name_that_of_the_notice_is_read(tmp_path: Path) -> None:
    texts = texts_of(tmp_path, "召集人：县长", "", "成员：县水利局")
    other = PrintedPassage("q1", "e:1", 3, 0, 20, "成员：各乡镇主要负责人")
    with texts.writing() as written:
        written.bring("e", "1", [Printed("e", "d.txt", "临江市公报", None, None, (other,))])
    notes = unnamed_seats(texts, [ROW | {"member": "县水利局", "notice": "d:1"}])
    assert [note.text("zh") for note in notes] == ["县防汛专班的名单另有未具名的：召集人 县长（第1行）"]


def test_nothing_is_said_where_the_texts_are_not_at_hand() -> None:
    assert unnamed_seats(Texts(), [HEAD]) == []
