"""What follows from tenures: who succeeded whom, when a post stood empty, which claims exclude each other.

    张三 ends as 主任 of 甲街道办事处 on 2022-05-11, 李四 begins on 2022-06-13
    → Succession(李四 after 张三, gap_days 33), Vacancy(2022-05-11 to 2022-06-13)

All of it reads "in the documents loaded".
"""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.facts import Fact
from graph.clusters import Resolution
from graph.tenures import Tenure


@dataclass(frozen=True, slots=True)
class Succession:
    """A holder of a single-holder post and the one before: SUCCEEDED from new to old."""

    new: str  # cluster keys of the officials
    old: str
    organization: str  # cluster key
    post: str
    date: str | None  # the day the new one begins, None if only bounds are known
    gap_days: int | None
    new_tenure: str
    old_tenure: str


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A single-holder post whose last holder went and whom nobody is seen to follow before `to` (None: still open)."""

    organization: str
    organization_name: str
    post: str
    start: str
    to: str | None
    after_tenure: str
    before_tenure: str | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims that exclude each other; becomes a Finding. `about` holds tenure keys or fact ids."""

    kind: str  # overlap | same_day | figures
    about: tuple[str, ...]
    why: str


def successions(tenures: Sequence[Tenure]) -> list[Succession]:
    """Each holder of a single-holder post paired with the holder before."""
    raise NotImplementedError


def vacancies(tenures: Sequence[Tenure]) -> list[Vacancy]:
    """Each stretch in which a single-holder post is known to be empty."""
    raise NotImplementedError


def conflicts(facts: Sequence[Fact], tenures: Sequence[Tenure], resolution: Resolution) -> list[Conflict]:
    """Overlapping full tenures of a single-holder post; appointed and dismissed on one day; figures that differ."""
    raise NotImplementedError
