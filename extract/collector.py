"""The cycle collector kept off while much is made that has no cycles: it would walk all of it again for every few hundred.

In:  with uncollected(): …make facts, nodes, relationships…
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Keeps the cycle collector off; at the end it is as it was, and what was made counts as old, which it seldom walks."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():  # else somebody keeps things from the collector, which must stay so
                gc.freeze()
                gc.unfreeze()
            gc.enable()
