"""Documents in several processes: results in order, a document that is late or ends its process refused alone."""

import os
import time

import pytest

from extract.errors import GazetteError, ReadError
from extract.workers import each


def task(given: int) -> int:
    if given == 3:
        raise ReadError("three")
    if given == 5:
        time.sleep(60)
    if given == 7:
        os._exit(9)
    return given * given


def said(result: int | GazetteError) -> int | str:
    return str(result) if isinstance(result, GazetteError) else result


def test_one_that_is_late_and_one_that_dies_stop_no_other() -> None:
    found = [said(result) for result in each(task, range(9), 2, 10.0)]
    assert found[:3] == [0, 1, 4]
    assert found[3] == "three"
    assert found[4] == 16
    assert "more than 10 seconds" in str(found[5])
    assert found[6] == 36
    assert "was ended (exit code 9)" in str(found[7])
    assert found[8] == 64


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such clock")
def test_alone_it_keeps_its_time_too() -> None:
    [late] = each(task, [5], 1, 0.2)
    assert "more than 0 seconds" in said(late)  # type: ignore[operator]
    assert [said(result) for result in each(task, [2, 3], 1, 5.0)] == [4, "three"]
