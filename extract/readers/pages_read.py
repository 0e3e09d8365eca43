"""How far the reading of a file with pages has come: told page by page where somebody listens, which is while OCR works.

with told(lambda page, count: …):  …   a reader says   page_read(3, 40)

A page that takes more work than it may is told, too, as soon as it does (Pace): damage can make of one page work without end.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Heard = Callable[[int, int], None]  # the page that was read, of how many

_HEARD: ContextVar[Heard | None] = ContextVar("heard", default=None)


def page_read(page: int, count: int) -> None:
    """Tells whoever listens that a page was read."""
    if (heard := _HEARD.get()) is not None:
        heard(page, count)


@contextmanager
def told(heard: Heard | None) -> Iterator[None]:
    """Listens to the readers that work inside the block."""
    before = _HEARD.set(heard)
    try:
        yield
    finally:
        _HEARD.reset(before)


def listening() -> Heard | None:
    """Who listens."""
    return _HEARD.get()


class Pace:
    """Watches how much work each page takes; `late` is called once with the page that takes more than `most` seconds.

    Work is processor time, so that a busy machine makes no page late; pages that are read side by side share it.
    """

    def __init__(self, most: float, late: Callable[[int], None]) -> None:
        self.most = most
        self.late = late
        self.page = 1
        self.since = time.process_time()
        self.over = threading.Event()

    def read(self, page: int) -> None:
        """Notes that a page was read."""
        self.page, self.since = page + 1, time.process_time()

    def watch(self, every: float = 0.1) -> None:
        """Watches until all is over or a page is late; runs in a thread of its own."""
        while not self.over.wait(every):
            if time.process_time() - self.since > self.most:
                self.late(self.page)
                return
