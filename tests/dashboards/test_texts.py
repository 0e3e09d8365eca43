"""The app's own words, and document text where Markdown is read."""

import pytest

from dashboards.texts import literal_markdown, text, texts


def test_every_text_is_there_in_both_languages_with_the_same_blanks() -> None:
    for name, entry in texts().items():
        zh, en = entry["zh"], entry["en"]
        assert zh, name
        assert en, name
        assert {part.split("}")[0] for part in zh.split("{")[1:]} == {part.split("}")[0] for part in en.split("{")[1:]}


def test_blanks_are_filled() -> None:
    assert text("rows", "zh", count=3) == "共 3 行"


@pytest.mark.parametrize(
    ("name", "literal"),
    [
        ("**x**局", r"\*\*x\*\*局"),
        (":red[区财政局]", r"\:red\[区财政局\]"),
        ("<img src=x>", r"\<img src\=x\>"),
        ("区财政局", "区财政局"),
    ],
)
def test_markup_in_a_name_is_escaped(name: str, literal: str) -> None:
    assert literal_markdown(name) == literal
