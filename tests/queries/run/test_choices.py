"""What a typed name is read as."""

import pytest

from extract.errors import QueryError
from queries.run.choices import Choice, candidates, choose

BODIES = [
    Choice("b1", "区发展和改革局", ("区发展和改革局",), "department", "江汉市云河区"),
    Choice("b2", "区发展和改革局", (), "department", "江汉市石桥区"),
    Choice("b3", "区财政局", (), "department", "江汉市云河区"),
    Choice("b4", "柳湾街道办事处", ("柳湾街",), "street", "江汉市云河区"),
    Choice("b5", "柳湾街道党工委", (), "department", "江汉市云河区"),
    Choice("b6", "市教育局", (), "department", "江汉市"),
    Choice("b8", "江汉市石桥区民政局", (), "department", "石桥区"),
    Choice("b9", "区民政局", ("民政局",), "department", "云河区"),
    Choice("b10", "区国防动员办公室", (), "department", "云河区"),
    Choice("b7", "云河经济开发区", (), "street", "江汉市云河区"),
]


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("b3", ("b3",)),  # a key
        ("区财政局", ("b3",)),  # the name
        ("区 财政局", ("b3",)),  # layout spaces
        ("柳湾街", ("b4",)),  # another name of it, though also a part of 柳湾街道党工委
        ("区发展和改革局", ("b1", "b2")),  # a name of two
        ("区发改局", ("b1", "b2")),  # a short form
        ("云河区发改局", ("b1",)),  # behind the jurisdiction
        ("石桥区发展和改革局", ("b2",)),
        ("江汉市云河区财政局", ("b3",)),
        ("财政", ("b3",)),  # a part
        ("财政局", ("b3",)),  # without its level
        ("民政局", ("b8", "b9")),  # a name of one, and of another with its place before it
        ("区民政局", ("b8", "b9")),
        ("石桥区民政局", ("b8",)),
        ("区国动办", ("b10",)),  # 办 is short for 办公室
        ("党工委", ("b5",)),
    ],
)
def test_a_typed_name_gives_the_keys(typed: str, keys: tuple[str, ...]) -> None:
    assert choose(typed, BODIES, "body").keys == keys


def test_namesakes_are_all_given_with_their_places_in_a_note() -> None:
    notes = [str(note) for note in choose("区发改局", BODIES, "body").notes]
    assert notes[0] == "区发改局 was read as 区发展和改革局"
    assert "区发展和改革局(江汉市云河区), 区发展和改革局(江汉市石桥区)" in notes[1]


@pytest.mark.parametrize(
    ("typed", "inside", "keys"),
    [
        ("区发展和改革局", ("江汉市石桥区",), ("b2",)),
        ("区发改局", ("江汉市石桥区",), ("b2",)),  # a short form
        ("民政局", ("云河区",), ("b9",)),
        ("区发改局", ("江汉市云河区", "江汉市石桥区"), ("b1", "b2")),  # a city with both
        ("区发改局", ("江汉市东湖区",), ("b1", "b2")),  # none lies there: all are shown, and said
        ("市教育局", ("江汉市云河区",), ("b6",)),  # the only one of its name, above the place
    ],
)
def test_of_several_those_of_the_place_asked_for_are_meant(
    typed: str, inside: tuple[str, ...], keys: tuple[str, ...]
) -> None:
    chosen = choose(typed, BODIES, "body", inside)
    assert chosen.keys == keys
    assert any("all are shown" in str(note) for note in chosen.notes) == (len(keys) > 1)


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("柳湾", "柳湾街道党工委"),
        ("教育和体育局", "the nearest are 市教育局"),
        ("柳弯街道办", "the nearest are 柳湾街道办事处"),
        ("云河区", "nothing in the graph"),
        ("  ", "empty"),
    ],
)
def test_what_is_not_one_name_is_refused(typed: str, named: str) -> None:
    with pytest.raises(QueryError, match=named):
        choose(typed, BODIES, "body")


def test_candidates_are_listed_nearest_first() -> None:
    assert [choice.key for choice in candidates("柳湾街", BODIES)] == ["b4", "b5"]
