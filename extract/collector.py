"""The cycle collector kept off while much is made that has no cycles: it would walk all of it again for every few hundred.

In:  with uncollected(): …make facts, nodes, relationships…
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Keeps the cycle collector off; at the end it is as it was."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
