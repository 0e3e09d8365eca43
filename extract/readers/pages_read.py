"""How far the reading of a file with pages has come: told page by page where somebody listens, which is while OCR works.

with told(lambda page, count: …):  …   a reader says   page_read(3, 40)
"""

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
