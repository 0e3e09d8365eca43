"""The word lists: strict to load, and each entry recognised in its example and not in its counterexample."""

import tomllib
from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import Any

import pytest

from extract import lexicon
from extract.errors import LexiconError
from extract.facts import Kind
from extract.formats.establishment.prose import INNER_END, ROOMS
from extract.lexicon import EndingEntry, PostEntry, WordsEntry
from extract.lexicon.loading import read_entries
from extract.names.bodies import SCHOOLS, is_aggregate, kind_of_body
from extract.names.offices.ranks import rank_of
from extract.names.offices.titles import offices
from extract.names.people import SAYS_HOW, is_person_name, is_stated_name, name_end
from extract.names.persons.borders import before_agency
from tests.extract.lexicon.read_by import READ_BY


def posts_in(text: str) -> list[str]:
    return [office.post for office in offices(text, 0, len(text))]


def ends_with_one_of(words: tuple[str, ...]) -> Callable[[str], bool]:
    return lambda text: any(post.endswith(words) for post in posts_in(text))


def is_kind(entry: EndingEntry) -> Callable[[str], bool]:
    return lambda text: kind_of_body(text) is Kind(entry.kind)


def bodies_of(text: str) -> list[str]:
    return [office.body for office in offices(text, 0, len(text))]


RECOGNISES: dict[tuple[str, str], Callable[[WordsEntry], Callable[[str], bool]]] = {
    ("posts", "mine_work"): lambda e: lambda t: any(f"{w}" in t for w in e.words),
    ("posts", "modifier"): lambda e: lambda t: any(p.startswith(e.words) for p in posts_in(t)),
    ("posts", "prefix"): lambda e: lambda t: bool(posts_in(t)) and not bodies_of(t)[0].startswith(e.words),
    ("posts", "former"): lambda e: lambda t: t.startswith(e.words) and not posts_in(t),
    ("posts", "organ"): lambda e: lambda t: any(b.endswith(e.words) for b in bodies_of(t)),
    ("posts", "organ_post"): lambda e: lambda t: any(p in e.words for p in posts_in(t)),
    ("posts", "rank"): lambda e: lambda t: rank_of(t, 0, len(t)) in e.words,
    ("posts", "description"): lambda e: lambda t: t.endswith(e.words) and not posts_in(t),
    ("posts", "academic"): lambda e: lambda t: t.endswith(e.words) and not posts_in(t),
    ("posts", "not_post"): lambda e: lambda t: any(word in t for word in e.words),
    ("names", "surname"): lambda e: lambda t: t.startswith(e.words) and is_person_name(t),
    ("names", "compound_surname"): lambda e: lambda t: t.startswith(e.words) and is_person_name(t),
    ("names", "not_opening"): lambda e: lambda t: not is_person_name(t),
    ("names", "not_name"): lambda e: lambda t: not is_person_name(t),
    ("names", "never_name"): lambda e: lambda t: not is_stated_name(t),
    ("names", "honorific"): lambda e: lambda t: t.endswith(e.words) and is_stated_name(t[:2]),
    ("names", "after_name"): lambda e: lambda t: name_end(t, 0, len(t)) == 2,
    ("names", "manner"): lambda e: lambda t: SAYS_HOW.search(t) is not None,
    ("names", "says"): lambda e: lambda t: not is_person_name("石" + t),
    ("names", "syllables"): lambda e: lambda t: t.startswith(e.words) and is_person_name(t),
    ("names", "sound"): lambda e: lambda t: t.startswith(e.words) and is_person_name(t),
    ("bodies", "agency_committee"): lambda e: lambda t: kind_of_body(t) is Kind.DEPARTMENT,
    ("bodies", "field"): lambda e: lambda t: before_agency(t, 0, len(t)) is not None,
    ("bodies", "group_field"): lambda e: lambda t: kind_of_body(t) is Kind.GROUP,
    ("bodies", "group_short"): lambda e: lambda t: kind_of_body(t) is Kind.GROUP,
    ("bodies", "generic"): lambda e: lambda t: t.startswith(e.words) and not posts_in(t),
    ("bodies", "not_body"): lambda e: lambda t: kind_of_body(t) is None,
    ("bodies", "school_set"): lambda e: lambda t: SCHOOLS.fullmatch(t) is not None,
    ("bodies", "inner_end"): lambda e: lambda t: INNER_END.search(t) is not None,
    ("bodies", "room"): lambda e: lambda t: ROOMS.search(t) is not None,
    ("bodies", "aggregate_start"): lambda e: is_aggregate,
    ("bodies", "aggregate_end"): lambda e: is_aggregate,
}


def entries() -> Iterator[tuple[str, Callable[[str], bool], str, str]]:
    for post in lexicon.posts():
        yield post.words[0], ends_with_one_of(post.words), post.example, post.counterexample
    for head in lexicon.heads():
        yield head.words[0], ends_with_one_of(head.words), head.example, head.counterexample
    for ending in lexicon.endings():
        yield ending.words[0], is_kind(ending), ending.example, ending.counterexample
    for (name, section), recognises in RECOGNISES.items():
        for entry in lexicon.table(name, section, WordsEntry):
            yield f"{section} {entry.words[0]}", recognises(entry), entry.example, entry.counterexample


ENTRIES = list(entries())


@pytest.mark.parametrize(("name", "recognises", "example", "counterexample"), ENTRIES, ids=[e[0] for e in ENTRIES])
def test_each_entry_is_recognised_in_its_example_and_not_in_its_counterexample(
    name: str, recognises: Callable[[str], bool], example: str, counterexample: str
) -> None:
    assert recognises(example), f"{name}: {example} is not recognised"
    assert not recognises(counterexample), f"{name}: {counterexample} is recognised"


def test_every_table_of_the_word_lists_is_tested() -> None:
    for name in ("posts", "bodies", "names"):
        sections = set(tomllib.loads((files("extract.lexicon") / f"{name}.toml").read_text("utf-8")))
        assert sections == {s for n, s in (*RECOGNISES, *READ_BY) if n == name} | {
            "posts": {"post", "head"},
            "bodies": {"ending"},
        }.get(name, set())


def test_every_post_is_read_behind_a_body() -> None:
    for post in lexicon.posts():
        for word in post.words:
            body = "区教育局党组" if word == "成员" else "区教育局"
            assert posts_in(body + word) == [word]


def test_every_head_of_a_government_names_its_body() -> None:
    for head in lexicon.heads():
        for word in head.words:
            assert bodies_of(word) == [head.body]


@pytest.mark.parametrize(
    ("rows", "kind", "says"),
    [
        (None, PostEntry, "a list of entries is missing"),
        ([], PostEntry, "a list of entries is missing"),
        (["局长"], PostEntry, "not a table"),
        ([{"words": "局长", "example": "区教育局局长"}], PostEntry, "'counterexample' is missing"),
        ([{"words": "局长", "example": "a", "counterexample": "b", "organs": "局"}], PostEntry, "unknown key 'organs'"),
        ([{"words": "", "example": "a", "counterexample": "b"}], WordsEntry, "words must be"),
        ([{"words": "甲", "example": "", "counterexample": "b"}], WordsEntry, "must not be empty"),
        ([{"words": "甲", "example": 3, "counterexample": "b"}], WordsEntry, "must be text"),
        ([{"words": "甲 甲", "example": "a", "counterexample": "b"}], WordsEntry, "listed twice"),
        ([{"words": "局", "kind": "bureau", "example": "a", "counterexample": "b"}], EndingEntry, "kind 'bureau'"),
    ],
)
def test_a_malformed_entry_is_an_error_that_names_it(rows: object, kind: type[Any], says: str) -> None:
    with pytest.raises(LexiconError, match=says):
        read_entries(rows, kind, "posts.toml post")
