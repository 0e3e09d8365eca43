"""A text that says the same again and again is looked at once, however many cues it holds."""

from collections.abc import Sequence

import pytest

from extract.pipeline import extract_document
from extract.readers.text import document_of
from extract.recogniser import second_look
from extract.recogniser.borders import Seen


@pytest.mark.parametrize("word", ["任命", "免去"])
def test_the_same_words_are_asked_about_once(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def seen_in(texts: Sequence[str]) -> list[tuple[Seen, ...]]:
        asked.extend(texts)
        return [()] * len(texts)

    monkeypatch.setattr(second_look, "seen_in", seen_in)
    extract_document(document_of(word * 2_000 + "\n"))
    assert 0 < len(asked) < 400
    assert len(asked) == len(set(asked))
