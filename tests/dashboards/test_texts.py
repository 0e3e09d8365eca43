"""The app's own words, and document text where Markdown is read."""

import re

import pytest

from dashboards.texts import literal_markdown, text, texts


def test_every_text_is_there_in_both_languages_with_the_same_blanks() -> None:
    for name, entry in texts().items():
        zh, en = entry["zh"], entry["en"]
        assert zh, name
        assert en, name
        assert _places(zh) == _places(en)


def _places(template: str) -> set[str]:
    return {part.split("}")[0].split("|")[0] for part in template.split("{")[1:]}


@pytest.mark.parametrize("name", sorted(texts()))
def test_a_word_beside_a_number_goes_with_it(name: str) -> None:
    english = texts()[name]["en"]
    for one, several in re.findall(r"\{\w+\|([^|{}]*)\|([^|{}]*)\}", english):
        assert one != several
    plain = re.sub(r"\{\w+\|[^{}]*\}", "", english)
    assert not re.search(r"(?<!of )\{(?:count|tasks|issues|notices|places|posts|days|years)\} [a-z]+s\b", plain), (
        english
    )


@pytest.mark.parametrize(("count", "said"), [(0, "0 items"), (1, "1 item"), (2, "2 items"), ("1,204", "1,204 items")])
def test_one_is_no_plural(count: object, said: str) -> None:
    assert text("items_count", "en", count=count) == said


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
