"""Processes that work for one that may be ended at any moment: they end with it, and hold none of its locks.

In:  a count. Out: a pool whose processes outlive their parent by no more than a second, whatever ends it (kill -9, a closed terminal).
"""

import os
import signal
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor

from graph.locking import let_go

OFTEN = 0.5  # seconds between two looks at whether the parent still lives
PR_SET_PDEATHSIG = 1


def pool(count: int) -> ProcessPoolExecutor:
    """A pool of that many processes."""
    return ProcessPoolExecutor(count, initializer=follow, initargs=(os.getpid(),))


def follow(parent: int) -> None:
    """Makes this process end with its parent, and frees it of what it inherited from it."""
    let_go()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all; the parent ends the others
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform == "linux":
        _die_with_parent()
    if os.getppid() != parent:  # it was ended before this line
        os._exit(1)
    threading.Thread(target=_watch, args=(parent,), daemon=True, name="watch the parent").start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(OFTEN)
    os._exit(1)


def _die_with_parent() -> None:
    """The kernel sends SIGKILL when the parent ends, also while this process is deep in a library; where it cannot, the watch does."""
    import ctypes

    try:
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    except (OSError, AttributeError):
        return
