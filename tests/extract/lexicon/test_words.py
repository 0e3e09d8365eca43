"""Words that patterns are made of: each entry is recognised in its example and not in its counterexample."""

from collections.abc import Callable
from importlib.resources import files

import pytest

from extract.accounts.units import SET, is_unit
from extract.formats.divisions.duties.verbs import FIRST_VERB
from extract.formats.items.figures import FIGURE, WORDS
from extract.formats.projects.words import ABSTRACT, DESCRIBED, INNER, LEAD_IN
from extract.lexicon import WordsEntry, any_of, table, words_of
from extract.lexicon.loading import tables
from extract.recogniser.grammar import BEHIND, PROPOSED
from extract.recogniser.places import NAME_BEHIND


def bound_of(text: str) -> tuple[str | None, str | None]:
    match = FIGURE.search(text)
    return (match["before"], match["after"]) if match else (None, None)


def bound_is(section: str) -> Callable[[str], bool]:
    return lambda text: any(bound in words_of("duties", section) for bound in bound_of(text))


def works_go_on(text: str) -> bool:
    return any(word in text for section in ("soon", "undertaken") for word in words_of("projects", section))


RECOGNISES: dict[tuple[str, str], Callable[[str], bool]] = {
    ("projects", "adverb"): lambda text: LEAD_IN.match(text) is not None,
    ("projects", "verb"): lambda text: LEAD_IN.match(text) is not None,
    ("projects", "within"): lambda text: INNER.search(text) is not None,
    ("projects", "undertaken"): works_go_on,
    ("projects", "soon"): works_go_on,
    ("projects", "described"): lambda text: DESCRIBED.search(text) is not None,
    ("projects", "abstract"): lambda text: ABSTRACT.search(text) is not None,
    ("projects", "rank"): lambda text: any(word in text for word in words_of("projects", "rank")),
    ("duties", "at_least"): bound_is("at_least"),
    ("duties", "at_most"): bound_is("at_most"),
    ("duties", "about"): bound_is("about"),
    ("duties", "bound_after"): lambda text: bound_of(text)[1] is not None,
    ("units", "organ"): is_unit,
    ("units", "set"): lambda text: SET.search(text) is not None,
    ("seen", "tells"): lambda text: BEHIND.match(text, text.index("阚孟") + 2) is not None,
    ("seen", "reports"): lambda text: BEHIND.match(text, text.index("阚孟") + 2) is not None,
    ("seen", "visits"): lambda text: NAME_BEHIND.match(text, text.index("长") + 1) is not None,
    ("seen", "proposes"): lambda text: PROPOSED.search(text) is not None,
    ("divisions", "not_liaised"): lambda text: FIRST_VERB.search(text) is None,
}
ENTRIES = [(key, entry) for key in RECOGNISES for entry in table(*key, WordsEntry)]


@pytest.mark.parametrize(("key", "entry"), ENTRIES, ids=[f"{k[1]} {e.words[0]}" for k, e in ENTRIES])
def test_an_entry_is_recognised_in_its_example_and_not_in_its_counterexample(
    key: tuple[str, str], entry: WordsEntry
) -> None:
    assert RECOGNISES[key](entry.example), entry.example
    assert not RECOGNISES[key](entry.counterexample), entry.counterexample


@pytest.mark.parametrize("name", ["projects", "units", "seen"])
def test_every_table_is_tested(name: str) -> None:
    assert set(tables("extract.lexicon", f"{name}.toml")) == {section for list_, section in RECOGNISES if list_ == name}


def test_every_word_list_is_in_the_package() -> None:
    there = {path.name for path in files("extract.lexicon").iterdir() if path.name.endswith(".toml")}
    assert {f"{name}.toml" for name, _ in RECOGNISES} <= there


def test_bounds_of_figures_mean_one_thing_each() -> None:
    words = [word for section in ("at_least", "at_most", "about") for word in words_of("duties", section)]
    assert len(words) == len(set(words)) == len(WORDS)
    assert set(words_of("duties", "bound_after")) <= set(words)


def test_of_two_alternatives_the_longer_stands_first() -> None:
    words = any_of("duties", "bound_after").split("|")
    assert words.index("及以上") < words.index("以上")
