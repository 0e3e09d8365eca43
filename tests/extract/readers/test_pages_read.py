"""How far a reading has come is told across the process that reads, and to nobody else."""

from extract.readers.pages_read import listening, page_read, told
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
