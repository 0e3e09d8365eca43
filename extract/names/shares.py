"""What a statement of who answers for an item holds: shares, each a word with its bodies and persons.

In:  牵头单位:区教育局;责任单位:区人社局、各街镇;完成时限:2022年6月
Out: Statement: a Share for 牵头单位 and one for 责任单位, the aggregate 各街镇, the deadline; offsets are those of the cleaned text
"""

from dataclasses import dataclass, field

from extract.names.units import Unit
from extract.slotted import slotted


@slotted
@dataclass(frozen=True, slots=True)
class Share:
    """Those who answer under one word. `at`: span of the word; None where the list has no word of its own."""

    role: str | None
    at: tuple[int, int]
    assists: bool
    units: tuple[Unit, ...] = ()
    people: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class Statement:
    """All that one bracket, line or sentence states of an item."""

    start: int
    end: int
    shares: list[Share] = field(default_factory=list)
    aggregates: list[tuple[int, int]] = field(default_factory=list)
    rest: list[tuple[int, int]] = field(default_factory=list)
    unnamed: list[tuple[int, int]] = field(default_factory=list)  # who answers by a post alone: 各单位主要负责人
    deadline: tuple[int, int] | None = None

    @property
    def says_something(self) -> bool:
        """Whether anybody answers, be it only an aggregate."""
        return bool(self.shares or self.aggregates)
