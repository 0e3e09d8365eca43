"""Character classes compiled once: Python compiles each class of each pattern anew, character by character.

In:  import extract   Out: patterns compile in half the time, and are the same

A class of all Han characters is 28,000 steps of a loop, and several hundred patterns hold one: that was half of the time in
which extraction is imported. So what the compiler makes of a class is kept. Where a Python keeps its compiler elsewhere
nothing is kept, and nothing else differs.
"""

import importlib
from functools import lru_cache
from typing import Any

MOST = 512  # classes that are kept: a Python program has others as well
NAME = "_optimize_charset"


def keep_classes() -> None:
    """From here on the compiler of `re` makes each character class once."""
    try:
        compiler: Any = importlib.import_module("re._compiler")
        make = getattr(compiler, NAME)
    except (ImportError, AttributeError):
        return

    @lru_cache(maxsize=MOST)
    def kept(items: tuple[Any, ...]) -> Any:
        return make(list(items))

    def made(items: Any, *letters: Any) -> Any:
        """As the compiler's own function; `letters` tell of upper and lower case, and of these nothing is kept."""
        return make(items, *letters) if any(letters) else kept(tuple(items))

    setattr(compiler, NAME, made)
