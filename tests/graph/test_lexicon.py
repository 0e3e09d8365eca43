"""The word lists of identity are loaded as strictly as those of extraction."""

from collections.abc import Sequence
from importlib.resources import files

import pytest

from extract.errors import LexiconError
from extract.lexicon.loading import read_entries, tables
from graph import lexicon
from graph.lexicon import FunctionEntry, bodies, capacities, categories, functions, reforms, word_entries
from tests.extract.lexicon.read_by import reader
from tests.graph.read_by import READ_BY_GRAPH

SOUND = {"full": "水务", "short": "水务", "example": "区水务局 = 区水务局", "counterexample": "区水务局 ≠ 区林业局"}


def test_each_table_of_each_list_is_loaded_by_a_type_of_its_own() -> None:
    loaded: dict[str, dict[str, Sequence[object]]] = {
        "functions.toml": {
            "function": functions(),
            "body": bodies(),
            "reform": reforms(),
            "left_out": word_entries("functions.toml", "left_out"),
            "qualifier": word_entries("functions.toml", "qualifier"),
        },
        "categories.toml": {"category": categories()},
        "posts.toml": {
            "capacity": capacities(),
            "single": word_entries("posts.toml", "single"),
            "shared": word_entries("posts.toml", "shared"),
            "executive": word_entries("posts.toml", "executive"),
            "title": word_entries("posts.toml", "title"),
        },
        "inner.toml": {name: word_entries("inner.toml", name) for name in tables("graph.lexicon", "inner.toml")},
        "national.toml": {
            name: word_entries("national.toml", name) for name in tables("graph.lexicon", "national.toml")
        },
        "peoples.toml": {name: word_entries("peoples.toml", name) for name in tables("graph.lexicon", "peoples.toml")},
        "grounds.toml": {name: word_entries("grounds.toml", name) for name in tables("graph.lexicon", "grounds.toml")},
        "names.toml": {name: word_entries("names.toml", name) for name in tables("graph.lexicon", "names.toml")},
    }
    written = {path.name for path in files(lexicon).iterdir() if path.name.endswith(".toml")}
    assert set(loaded) == written
    for name, found in loaded.items():
        assert set(found) == set(tables("graph.lexicon", name))
        assert all(found.values())


def test_words_of_names_are_read_in_the_example_and_not_in_the_counterexample() -> None:
    assert set(tables("graph.lexicon", "names.toml")) == {section for _, section in READ_BY_GRAPH}
    for (name, section), by in READ_BY_GRAPH.items():
        for entry in word_entries(f"{name}.toml", section):
            assert reader(by)(entry.example), entry.example
            assert not reader(by)(entry.counterexample), entry.counterexample


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"shrot": "水"}, "unknown key 'shrot'"),
        ({"agency": "yes"}, "must be true or false"),
        ({"example": ""}, "must not be empty"),
        ({"full": 3}, "must be text"),
        ({"others": [""]}, "must be words"),
    ],
)
def test_what_is_not_as_it_should_be_is_refused(change: dict[str, object], says: str) -> None:
    assert read_entries([SOUND], FunctionEntry, "functions.toml function")[0].full == "水务"
    with pytest.raises(LexiconError, match=says):
        read_entries([SOUND | change], FunctionEntry, "functions.toml function")


def test_an_entry_without_its_counterexample_is_refused() -> None:
    row = {name: value for name, value in SOUND.items() if name != "counterexample"}
    with pytest.raises(LexiconError, match="counterexample"):
        read_entries([row], FunctionEntry, "functions.toml function")
