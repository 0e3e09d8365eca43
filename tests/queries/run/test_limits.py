import time
from typing import Any

import pytest

from graph.stores.store import Rows
from graph.stores.texts import Texts
from queries.messages import RefusedError
from queries.run.limits import LONGEST, LONGEST_WORDS, MOST_WORDS, Hurried, check_length, check_words


def test_what_is_too_long_is_refused_with_the_most_that_is_taken() -> None:
    check_length("body", "区" * LONGEST)
    with pytest.raises(RefusedError, match="body has 1,001 characters; at most 1,000"):
        check_length("body", "区" * (LONGEST + 1))
    check_words("words", "养" * LONGEST_WORDS)
    with pytest.raises(RefusedError, match="at most 200"):
        check_words("words", "养" * (LONGEST_WORDS + 1))
    with pytest.raises(RefusedError, match=f"at most {MOST_WORDS} are searched"):
        check_words("words", "养老 " * (MOST_WORDS + 1))


class Slow:
    """A store that remembers how long each statement may take."""

    url = "test:"
    texts = Texts()

    def __init__(self) -> None:
        self.timeouts: list[float] = []

    def read(self, cypher: str, parameters: Any = None, limit: int = 1, timeout: float = 9.0) -> Rows:
        self.timeouts.append(timeout)
        time.sleep(0.02)
        return Rows((), ())


def test_all_that_a_question_reads_shares_its_time() -> None:
    slow = Slow()
    hurried = Hurried.within(slow, 0.05)  # type: ignore[arg-type]
    with pytest.raises(RefusedError, match="took longer than 0"):  # noqa: PT012 - one of the reads, whichever is late
        for _ in range(10):
            hurried.read("RETURN 1", {}, timeout=0.04)
    assert slow.timeouts == sorted(slow.timeouts, reverse=True)
    assert slow.timeouts[0] <= 0.04
