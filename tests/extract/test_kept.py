"""A kept property is made once an instance."""

from dataclasses import dataclass, field

from extract.kept import kept


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
