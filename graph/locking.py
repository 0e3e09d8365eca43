"""One builder a workspace: a lock that ends with the process that holds it, and says who that is.

In:  the path of a lock file. Out: the lock, or a StoreError: "… is being built by process 4711 since …".
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from extract.errors import StoreError

if sys.platform == "win32":
    import msvcrt

    FAR = 1 << 30  # a byte beyond the text, so that others can read who holds the lock

    def _take(file: IO[str]) -> None:
        file.seek(FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)
else:
    import fcntl

    def _take(file: IO[str]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def held_lock(path: Path, what: str) -> Iterator[None]:
    """Holds the lock file while the block runs; a crash frees it."""
    try:
        file = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise StoreError(f"cannot write {path}: {error.strerror}; is the folder read-only?") from error
    with file:
        try:
            _take(file)
        except OSError as error:
            raise StoreError(f"{what} is in use by {_holder(path)}; wait until it is done") from error
        file.seek(0)
        file.truncate()
        holder = {"process": os.getpid(), "since": datetime.now(UTC).isoformat(timespec="seconds")}
        file.write(json.dumps(holder))
        file.flush()
        yield


def _holder(path: Path) -> str:
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        return f"process {said['process']} since {said['since']}"
    except (OSError, ValueError, KeyError):
        return "another process"
