"""A class made quicker behaves as dataclasses made it."""

import pickle
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import StrEnum

import pytest

from extract.facts import Evidence, Kind, Party
from extract.slotted import changed, direct, kept, made_of, slotted


@slotted
@dataclass(frozen=True, slots=True)
class Post:
    """A class with a plain field, one with a default and one that is made anew."""

    body: str
    name: str = "局长"
    seen: list[str] = field(default_factory=list)


def test_defaults_are_those_of_the_class() -> None:
    assert (Post("县水利局").name, Post("县水利局").seen) == ("局长", [])


def test_a_default_that_is_made_is_shared_by_none() -> None:
    one, other = Post("县水利局"), Post("县水利局")
    one.seen.append("2021-03-05")
    assert other.seen == []


def test_arguments_may_be_named_and_must_be_known() -> None:
    assert Post(name="副局长", body="县林业局") == Post("县林业局", "副局长")
    with pytest.raises(TypeError):
        Post()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Post("县水利局", place="白石镇")  # type: ignore[call-arg]


def test_nothing_can_be_changed() -> None:
    with pytest.raises(AttributeError):
        Party(Kind.DEPARTMENT, "县水利局").name = "县林业局"  # type: ignore[misc]


def test_it_is_still_a_dataclass() -> None:
    assert is_dataclass(Post)
    assert [one.name for one in fields(Post)] == ["body", "name", "seen"]
    assert repr(Post("县水利局")) == "Post(body='县水利局', name='局长', seen=[])"


@slotted
@dataclass(frozen=True, slots=True)
class Word:
    """A class with a field that counts for nothing, and a hash of its own."""

    text: str
    signs: int = field(default=-1, repr=False, compare=False)

    def __hash__(self) -> int:
        """Of the text alone."""
        return hash(self.text)


def test_equality_hash_and_text_are_those_of_the_class() -> None:
    assert Word("局长", 1) == Word("局长", 2) != Word("局")
    assert {Word("局长", 1), Word("局长", 2)} == {Word("局长")}
    assert repr(Word("局长", 1)) == "Word(text='局长')"


def test_copies_and_pickles_are_equal() -> None:
    evidence = Evidence("a.txt", 0, 4, 1, "县水利局")
    assert pickle.loads(pickle.dumps(evidence)) == evidence
    assert replace(evidence, line=2) == Evidence("a.txt", 0, 4, 2, "县水利局")
    assert hash(replace(evidence)) == hash(evidence)


def test_a_copy_is_changed_where_it_is_said() -> None:
    post = Post("县水利局", "副局长", ["2021-03-05"])
    assert changed(post, body="县林业局") == replace(post, body="县林业局") == Post("县林业局", "副局长", post.seen)
    assert changed(post, name="", seen=[]) == Post("县水利局", "", [])
    with pytest.raises(TypeError):
        changed(post, place="白石镇")  # type: ignore[call-arg]


@slotted
@dataclass(frozen=True, slots=True)
class Row:
    """A class with a field that is made of another one."""

    cells: tuple[str, ...] = ()
    is_row: bool = field(init=False, compare=False, metadata=made_of("cells", bool))


def test_a_field_made_of_another_is_no_argument_and_follows_it() -> None:
    row = Row(("县水利局", "局长"))
    assert (row.is_row, Row().is_row, replace(row, cells=()).is_row) == (True, False, False)
    assert pickle.loads(pickle.dumps(row)) == row
    with pytest.raises(TypeError):
        Row((), True)  # type: ignore[call-arg]


@dataclass(frozen=True)
class Line:
    """A line that counts how often its length was worked out."""

    text: str
    asked: list[str] = field(default_factory=list, compare=False)

    @kept
    def length(self) -> int:
        """How long it is."""
        self.asked.append(self.text)
        return len(self.text)


def test_it_is_made_once() -> None:
    line = Line("免去孙宁同志的职务")
    assert (line.length, line.length, line.asked) == (9, 9, [line.text])


def test_each_instance_has_its_own() -> None:
    assert [Line(text).length for text in ("任", "任命")] == [1, 2]


def test_the_class_shows_what_it_is() -> None:
    assert Line.length.__doc__ == "How long it is."


def test_the_members_of_a_direct_enumeration_are_those_of_any() -> None:
    """Looked up by name, by value and in their order; nobody sets another one."""

    @direct
    class Colour(StrEnum):
        RED = "red"
        BLUE = "blue"

    assert Colour.RED is Colour("red") is Colour["RED"]
    assert [*Colour] == [Colour.RED, Colour.BLUE]
    with pytest.raises(AttributeError):
        Colour.RED = "green"  # type: ignore[misc]
