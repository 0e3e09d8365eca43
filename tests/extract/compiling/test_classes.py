"""A character class that is kept is the one that Python compiles."""

import importlib
import re

import pytest

from extract.compiling.classes import NAME, classes_kept
from extract.names.marks import HAN

CLASSES = (f"[{HAN}]", f"[{HAN}·]", f"[^{HAN}]", r"[\d一二]", "[省市县]", "[a-z]", "[^,。;]", "[\U00020000-\U0003fffd]")
CHARACTERS = ("安", "㛃", "\U0002c029", "·", "5", "二", "县", "k", "K", ",", " ", "は")


@pytest.mark.parametrize("pattern", CLASSES)
@pytest.mark.parametrize("flags", [re.NOFLAG, re.IGNORECASE])
def test_a_class_means_the_same_the_first_time_and_the_second(pattern: str, flags: re.RegexFlag) -> None:
    """One compiled again, and one compiled with its letters told apart, match what the class alone does."""
    with classes_kept():
        texts = [re.compile(f"(?:{pattern}){again}", flags) for again in ("", "{1}", "(?:)")]
    texts.append(re.compile(f"(?:{pattern})(?:)(?:)", flags))
    for char in CHARACTERS:
        assert len({compiled.fullmatch(char) is None for compiled in texts}) == 1


def test_nothing_is_kept_where_the_letters_of_a_class_count_as_one() -> None:
    """[a-z] is another class where case does not count."""
    with classes_kept():
        assert re.fullmatch("[a-z](?:)", "K") is None
        assert re.fullmatch("[a-z](?:)", "K", re.IGNORECASE)
        assert re.fullmatch("[a-c]x(?:)", "Bx") is None


def test_the_compiler_is_its_own_but_while_extraction_is_imported() -> None:
    """On a Python without the function patterns compile slowly and nobody is told: this test tells us."""
    importlib.import_module("extract.pipeline")
    compiler = importlib.import_module("re._compiler")
    assert getattr(compiler, NAME).__module__ == "re._compiler"
    with classes_kept():
        assert getattr(compiler, NAME).__module__ == "extract.compiling.classes"
    with pytest.raises(KeyError), classes_kept():
        raise KeyError
    assert getattr(compiler, NAME).__module__ == "re._compiler"
