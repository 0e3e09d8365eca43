import csv
import io
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import StoreError
from extract.output.files import replacing, spare
from extract.output.plain import FORMULA_STARTS, literal, neutral, one_line


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "＝cmd|' /C calc'!A0", "＋1", "－1", "＠A1", " =1", "\n=1", "\t=1", "\r\n =1", "\u3000＝1", "\u200b=1", "\u00a0@x", "﹦1"],
)  # fmt: skip
def test_no_cell_is_a_formula_in_any_locale(text: str) -> None:
    assert neutral(text).startswith("'")


@pytest.mark.parametrize("text", ["周文远", "县水利局=县水务局", "1.加快建设", "", " ", "2022-04-25", "（兼）"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert neutral(text) == text


@given(st.text())
def test_what_leaves_holds_no_control_character(text: str) -> None:
    for found in (literal(text), neutral(text), one_line(text)):
        assert not [c for c in found if unicodedata.category(c) in ("Cc", "Cf", "Cs") and c != "\n"]
    assert "\n" not in one_line(text)
    assert neutral(text).lstrip()[:1] not in FORMULA_STARTS


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=8), min_size=2, max_size=4))
def test_a_row_of_csv_is_read_back_as_it_was_meant(cells: list[str]) -> None:
    stream = io.StringIO()
    csv.writer(stream).writerow([neutral(cell) for cell in cells])
    (row,) = csv.reader(io.StringIO(stream.getvalue(), newline=""))
    assert row == [neutral(cell) for cell in cells]


def test_what_is_read_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "hard.txt").hardlink_to(tmp_path / "a.txt")
    for name in ("a.txt", "link.txt", "hard.txt"):
        with pytest.raises(StoreError, match="would be lost; choose another name"):
            spare([tmp_path / "a.txt"], [None, tmp_path / "new.jsonl", tmp_path / name])
    spare([tmp_path / "a.txt", tmp_path / "none"], [tmp_path / "new.jsonl", Path("/dev/null")])


def test_a_fault_of_standard_output_is_not_said_of_files_that_there_are_none_of() -> None:
    with pytest.raises(OSError, match="No space left"), replacing([]):
        raise OSError(28, "No space left on device")
