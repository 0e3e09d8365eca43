"""How far a reading has come is told across the process that reads, and to nobody else."""

import pytest

from bench.reading.broken import pdf
from extract.errors import ReadError
from extract.readers.limits import Limits
from extract.readers.pages_read import Pace, listening, page_read, told
from extract.readers.process import read_apart
from tests.extract.readers.prints.test_pdf import made
from tests.extract.readers.prints.test_picture import _pages


def test_pages_are_told_from_the_process_that_reads() -> None:
    heard: list[tuple[int, int]] = []
    with told(lambda page, count: heard.append((page, count))):
        read_apart("pdf", made(_pages), "a.pdf")
    assert heard == [(1, 2), (2, 2)]
    assert listening() is None
    page_read(1, 1)  # nobody listens
    assert heard == [(1, 2), (2, 2)]


def test_a_page_that_takes_more_work_than_it_may_ends_the_file_in_one_line() -> None:
    with pytest.raises(ReadError) as ended:
        read_apart("pdf", pdf(1, content=b"0 0 m 500 500 l S " * 600_000), "a.pdf", Limits(page=0.01))
    assert (ended.value.reason.code, dict(ended.value.reason.values)["page"]) == ("page_too_long", "1")
    assert "\n" not in str(ended.value)


def test_the_page_after_the_last_one_that_was_read_is_late() -> None:
    late: list[int] = []
    pace = Pace(most=-1.0, late=late.append)  # whatever was worked is too much
    pace.read(3)
    pace.watch(every=0.0)
    assert late == [4]


def test_nothing_is_late_once_all_is_over() -> None:
    late: list[int] = []
    pace = Pace(most=-1.0, late=late.append)
    pace.over.set()
    pace.watch(every=0.0)
    assert late == []
