"""What a question may cost, the same on the terminal, in the app and for a program: length of what is typed, time, rows.

In:  typed values, a store. Out: nothing, or RefusedError; a store whose every read ends when the question's time does.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from graph.stores.store import ROW_CAP, TIME_LIMIT, Reading, Rows, Store
from graph.stores.texts import Texts
from queries.messages import refused

LONGEST = 1_000  # characters of a name: an item of a list may be long
LONGEST_WORDS = 200  # characters of words that are searched
MOST_WORDS = 12
T = TypeVar("T")


def check_length(parameter: str, text: str, greatest: int = LONGEST) -> None:
    """Raises RefusedError for a value that is longer than anything it could name."""
    if len(text) > greatest:
        raise refused("too_long", parameter=parameter, length=f"{len(text):,}", greatest=f"{greatest:,}")


def check_words(parameter: str, text: str) -> None:
    """Raises RefusedError for more words than are searched at once."""
    check_length(parameter, text, LONGEST_WORDS)
    if (count := len(text.split())) > MOST_WORDS:
        raise refused("too_many_words", parameter=parameter, count=count, greatest=MOST_WORDS)


@dataclass(slots=True)
class Hurried:
    """A store that is read until a moment: what a question reads, one thing after another, shares one time."""

    store: Store
    until: float
    seconds: float
    seen: dict[object, Any] = field(default_factory=dict)  # what is known while the question lasts

    @classmethod
    def within(cls, store: Store, seconds: float) -> "Hurried":
        """The store, for so many seconds from now."""
        return cls(store, time.monotonic() + seconds, seconds)

    @property
    def url(self) -> str:
        """Where the store is."""
        return self.store.url

    @property
    def texts(self) -> Texts:
        """The documents as printed, beside it."""
        return self.store.texts

    @property
    def seeks(self) -> bool:
        """Whether it looks relationships up by their notice."""
        return self.store.seeks

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        limit: int = ROW_CAP,
        timeout: float = TIME_LIMIT,
    ) -> Rows:
        """One statement, within what is left of the time; RefusedError where nothing is left."""
        return self.store.read(cypher, parameters, limit, min(timeout, self._left()))

    def known(self, made: Callable[[Reading], T]) -> T:
        """What is made of what the store holds, looked at once for each question."""
        if made not in self.seen:
            self._left()
            self.seen[made] = self.store.known(made)
        known: T = self.seen[made]
        return known

    def _left(self) -> float:
        """The seconds that are left; RefusedError where none are."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise refused("too_slow", seconds=f"{self.seconds:g}")
        return left
