"""The gate for quality says what changed by rule, and knows the frozen file's own rows."""

import json

import pytest

from bench.frozen import compared, frozen, main, rows
from extract.readers import document_of

TEXT = (
    "安山县人民政府关于王承志任职的通知\n安政任〔2022〕3号\n任命王承志为县水利局局长。\n安山县人民政府\n2022年3月1日\n"
)


def test_a_row_says_line_relation_names_and_rule() -> None:
    (row,) = [json.loads(line) for line in rows(document_of(TEXT, "a.txt")) if '"appointed"' in line]
    assert row == [
        "a.txt",
        3,
        "appointed",
        "official:王承志",
        "department:县水利局",
        "局长",
        "2022-03-01",
        {},
        "appointments.serve_as",
    ]


def test_gains_and_losses_are_counted_as_often_as_they_are_stated_and_named_by_rule() -> None:
    one, other = '["a.txt",1,"doubt","no_unit","x","r.one"]', '["a.txt",2,"doubt","no_unit","x","r.two"]'
    found = compared([one, one], [one, other])
    assert (found.gains.total(), found.losses.total()) == (1, 1)
    said = "\n".join(found.lines())
    assert "1 gains, 1 losses" in said
    assert "r.one" in said.split("r.two")[0]
    same = compared([one, other], [other, one])
    assert (same.gains, same.losses) == (compared([], []).gains, compared([], []).losses)


def test_a_change_that_the_frozen_file_does_not_carry_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    known = frozen()
    assert known
    monkeypatch.setattr("bench.frozen.stated", lambda: known)
    assert main([]) == 0
    monkeypatch.setattr("bench.frozen.stated", lambda: known[1:])
    assert main([]) == 1
    assert json.loads(known[0])[-1] in capsys.readouterr().out
