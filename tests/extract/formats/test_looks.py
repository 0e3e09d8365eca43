"""Cheap looks: a line or notice that a format passes over would have given it nothing, on every golden text."""

import importlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.document import Notice
from extract.formats import found_in
from extract.formats.scope import STRONG, STRONG_WORD
from extract.readers.text import document_of
from extract.text.segment import notices

GOLDEN = sorted((Path(__file__).parents[2] / "golden").glob("*/*.txt"))
ANYTHING = re.compile("")
# where the look stands, its name, and what stands for one that passes nothing over
LOOKS: tuple[tuple[str, str, object], ...] = (
    ("extract.formats.divisions.notice", "may_tell_duty", lambda chars: True),
    ("extract.formats.divisions.notice", "_speaks", lambda line: True),
    ("extract.formats.divisions.rows", "OF_HEADING", ANYTHING),
    ("extract.formats.titles", "may_hold", lambda text, start, end: True),
    ("extract.names.persons.holders", "may_hold", lambda text, start, end: True),
    ("extract.formats.scope", "STRONG_WORD", ANYTHING),
    ("extract.formats.items.figures", "DIGIT", ANYTHING),
    ("extract.names.persons.titled", "DOT", ANYTHING),
)
HEADS: tuple[tuple[str, str, object], ...] = (
    ("extract.text.head.page_labels", "may_lead", lambda text: True),
    ("extract.text.head.labels", "POINTER", ANYTHING),
)


def read(path: Path) -> list[Notice]:
    return notices(document_of(path.read_text("utf-8")))


def without(looks: tuple[tuple[str, str, object], ...], monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name, blind in looks:
        monkeypatch.setattr(importlib.import_module(module), name, blind)


def differing(say: Callable[[Path], object], looks: tuple[tuple[str, str, object], ...]) -> list[str]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        without(looks, monkeypatch)
        blind = {path: say(path) for path in GOLDEN}
    return [path.name for path in GOLDEN if say(path) != blind[path]]


def test_the_formats_find_the_same_without_their_looks() -> None:
    assert differing(lambda path: [found_in(notice) for notice in read(path)], LOOKS) == []


def test_heads_are_the_same_without_their_looks() -> None:
    said = differing(lambda path: [(n.number, n.title, n.issuers, n.dated) for n in read(path)], HEADS)
    assert said == []


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_a_strong_text_holds_one_of_the_words(path: Path) -> None:
    for notice in read(path):
        strong = [block.text.text for block in notice.blocks if STRONG.search(block.text.text)]
        assert all(STRONG_WORD.search(text) for text in strong)
