"""Where names end and bodies begin of what was seen: at a province, before 任; nobody is called by how something is said."""

import pytest

from extract.recogniser.borders import Seen, bordered


def spans(text: str, seen: list[tuple[str, str]]) -> list[Seen]:
    places: list[Seen] = []
    at = 0
    for word, label in seen:
        at = text.index(word, at)
        places.append(Seen(at, at + len(word), label))
        at += len(word)
    return places


@pytest.mark.parametrize(
    ("text", "seen", "names", "bodies"),
    [
        ("蕝旼任青禾县水利局局长", [("蕝旼任", "PERSON"), ("青禾县水利局", "ORG")], ["蕝旼"], ["青禾县水利局"]),
        ("蕝旼贵州省盐务厅厅长", [("蕝旼贵", "PERSON"), ("省盐务厅", "ORG")], ["蕝旼"], ["贵州省盐务厅"]),
        ("蕝旼贵州青禾集团", [("蕝旼贵", "PERSON"), ("青禾集团", "ORG")], ["蕝旼"], ["贵州青禾集团"]),
        ("蕝旼贵州青禾集团", [("蕝旼", "PERSON"), ("青禾集团", "ORG")], ["蕝旼"], ["贵州青禾集团"]),
        ("蕝贵,青禾集团", [("蕝贵", "PERSON"), ("青禾集团", "ORG")], ["蕝贵"], ["青禾集团"]),
        ("局长郑重承诺", [("郑重", "PERSON")], [], []),
        ("局长郑重到会", [("郑重", "PERSON")], ["郑重"], []),
    ],
)
def test_borders(text: str, seen: list[tuple[str, str]], names: list[str], bodies: list[str]) -> None:
    told = list(bordered(text, spans(text, seen)))
    assert [text[one.start : one.end] for one in told if one.label == "PERSON"] == names
    assert [text[one.start : one.end] for one in told if one.label == "ORG"] == bodies
