from pathlib import Path

import pytest

from graph.keeping.sealed import is_sound, lines_of, read_lines, sealed

ROWS = [{"is": "wrong", "about": ["a"], "n": 1}, {"is": "right", "about": ["丁力"], "n": 2}, {"is": "undo", "n": 3}]


def chain() -> list[str]:
    lines: list[str] = []
    for row in ROWS:
        lines.append(sealed(row, lines_of([*(line.rstrip("\n") for line in lines), ""]).last_check))
    return lines


def test_what_was_sealed_is_read(tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_text("".join(chain()), encoding="utf-8")
    assert read_lines(path).rows == ROWS
    assert not read_lines(path).faults


def test_no_bit_changes_unseen(tmp_path: Path) -> None:
    path = tmp_path / "f"
    whole = "".join(chain()).encode()
    for bit in range(len(whole) * 8):
        changed = bytearray(whole)
        changed[bit // 8] ^= 1 << bit % 8
        path.write_bytes(changed)
        found = read_lines(path)
        assert found.faults or found.cut_off, (bit, bytes(changed))


@pytest.mark.parametrize("gone", [0, 1])
def test_a_line_that_is_gone_from_the_middle_is_missed(gone: int) -> None:
    lines = [line.rstrip("\n") for line in chain()]
    del lines[gone]
    assert lines_of([*lines, ""]).faults


def test_a_line_that_a_crash_cut_off_is_told_from_one_that_was_changed() -> None:
    lines = [line.rstrip("\n") for line in chain()]
    for end in range(1, len(lines[2])):
        found = lines_of([*lines[:2], lines[2][:end]])
        assert found.cut_off
        assert found.rows == ROWS[:2]
    assert lines_of([*lines[:2], lines[2] + "x"]).faults


def test_lines_by_hand_are_taken_as_they_stand() -> None:
    assert lines_of(['{"is": "wrong"}', *(line.rstrip("\n") for line in chain()), ""]).rows == [{"is": "wrong"}, *ROWS]


def test_a_row_knows_whether_it_was_changed() -> None:
    text = sealed({"a": 1}).rstrip("\n")
    assert is_sound(text, {"a": 1, "check": text[-18:-2]})
    assert not is_sound(text.replace("1", "2", 1), {"a": 2, "check": text[-18:-2]})
