"""One builder a workspace: a lock that ends with the process that holds it, and says who that is.

In:  the path of a lock file. Out: the lock, or a StoreError: "… is being built by process 4711 since …".

Who frees the lock empties its file, so that a name found in it is that of a process that was ended: whoever comes next says so. Processes
that the holder starts are never forked, so none of them keeps its lock; what little while such a one would take to end is waited for.
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from extract.errors import StoreError
from extract.wording.reasons import Reason, reason

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


PATIENCE = 5.0  # seconds in which the workers of a holder that was ended must be gone


@contextmanager
def held_lock(path: Path, what: Reason) -> Iterator[list[Reason]]:
    """Holds the lock file while the block runs; a crash frees it. Yields what is to be said: whose lock was taken over."""
    try:
        file = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise StoreError("lock_unwritten", path=path, fault=error) from error
    with file:
        _wait_for(file, path, what)
        before = _holder(path)
        since = datetime.now(UTC).isoformat(timespec="seconds")
        _write(file, json.dumps({"process": os.getpid(), "since": since, "emptied": "when freed"}))
        try:
            ended = before is not None and "emptied" in before  # version 0.1 left its name behind in any case
            yield [reason("lock_taken_over", holder=_named(before))] if ended else []
        finally:
            _write(file, "")


def _wait_for(file: IO[str], path: Path, what: Reason) -> None:
    """Takes the lock; where its holder is dead, waits until those that it left behind are gone."""
    patience = time.monotonic() + PATIENCE
    while True:
        try:
            _take(file)
            return
        except OSError as error:
            holder = _holder(path)
            if holder and not _is_alive(holder) and time.monotonic() < patience:
                time.sleep(0.1)
                continue
            raise StoreError("in_use", what=what, holder=_named(holder)) from error


def _write(file: IO[str], text: str) -> None:
    file.seek(0)
    file.truncate()
    file.write(text)
    file.flush()


def _holder(path: Path) -> dict[str, object] | None:
    try:
        holder = json.loads(path.read_text(encoding="utf-8"))
        return {**holder, "process": int(holder["process"]), "since": str(holder["since"])}
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _named(holder: dict[str, object] | None) -> Reason:
    if holder is None:
        return reason("another_process")
    return reason("process_since", process=holder["process"], since=holder["since"])


def _is_alive(holder: dict[str, object]) -> bool:
    if sys.platform == "win32":
        return True  # a lock of a dead process is free there at once
    try:
        os.kill(int(str(holder["process"])), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
