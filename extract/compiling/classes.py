"""Character classes compiled once: Python compiles each class of each pattern anew, character by character.

In:  with classes_kept(): from extract.formats import …     Out: patterns compile in half the time, and are the same

A class of all Han characters is 28,000 steps of a loop, and several hundred patterns hold one: that was half of the time in
which extraction is imported. So what the compiler makes of a class is kept while the modules of extraction are imported, and
no longer: then Python's compiler is its own again. Where a Python keeps its compiler elsewhere nothing is kept.
"""

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

MOST = 512  # classes that are kept
NAME = "_optimize_charset"


@contextmanager
def classes_kept() -> Iterator[None]:
    """Within it the compiler of `re` makes each character class once."""
    try:
        compiler: Any = importlib.import_module("re._compiler")
        make = getattr(compiler, NAME)
    except (ImportError, AttributeError):
        yield
        return

    @lru_cache(maxsize=MOST)
    def kept(items: tuple[Any, ...]) -> Any:
        return make(list(items))

    def made(items: Any, *letters: Any) -> Any:
        """As the compiler's own function; `letters` tell of upper and lower case, and of these nothing is kept."""
        return make(items, *letters) if any(letters) else kept(tuple(items))

    setattr(compiler, NAME, made)
    try:
        yield
    finally:
        setattr(compiler, NAME, make)
