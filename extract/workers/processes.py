"""Work in several processes, each piece within its time: one that takes too long, or ends its process twice, is refused alone.

In:  a function and its arguments   Out: for each, in their order, its result or a GazetteError

`Workers` is the one protocol: `Processes` of this machine, or those of a cluster (`extract/workers/cluster.py`). The function is one of a module, its
arguments and results are plain values, so that it runs in either. Processes are started anew (never forked), so they hold no lock of their
parent, and end with it whatever ended it.
"""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Generic, Protocol, TypeVar

from extract.errors import GazetteError, ReadError, how_ended

Given = TypeVar("Given")
Result = TypeVar("Result")
SOON = 0.5  # seconds between looks at the clock
WORTH = 2.0  # seconds of work for each process: half of it goes into its start
TRIES = 2  # a worker may have been ended by something else than its work


class Workers(Protocol):
    """Who does pieces of work: the processes of this machine or those of a cluster."""

    def each(
        self, task: Callable[[Given], Result], given: Sequence[Given], seconds: float
    ) -> Iterator[Result | GazetteError]:
        """The results of a task for each of `given`, in their order, each within `seconds`."""
        ...


@dataclass(frozen=True, slots=True)
class Processes:
    """So many processes of this machine; one is this process itself."""

    count: int = 1

    def each(
        self, task: Callable[[Given], Result], given: Sequence[Given], seconds: float
    ) -> Iterator[Result | GazetteError]:
        """The results of a task for each of `given`, in their order, each within `seconds`."""
        return each(task, given, min(self.count, len(given)), seconds)


def workers_of(given: Workers | int | None, work: float | None = None) -> Workers:
    """Those that are given; so many processes; or one a core, but no more than so many seconds of `work` are worth."""
    if given is None:
        cores = os.cpu_count() or 1
        return Processes(cores if work is None else max(1, min(cores, int(work / WORTH))))
    return Processes(given) if isinstance(given, int) else given


@dataclass(slots=True)
class _Worker(Generic[Given]):
    process: SpawnProcess
    pipe: Connection
    index: int | None = None  # of the argument that it works on
    since: float = 0.0


def each(
    task: Callable[[Given], Result], given: Sequence[Given], count: int, seconds: float
) -> Iterator[Result | GazetteError]:
    """The results of a task for each of `given`, in their order, made by `count` processes, each within `seconds`."""
    if count < 2:
        for one in given:
            yield _alone(task, one, seconds)
        return
    workers: list[_Worker[Given]] = []
    done: dict[int, Result | GazetteError] = {}
    waiting = list(range(len(given)))[::-1]
    tries: dict[int, int] = {}
    try:
        for index in range(len(given)):
            while index not in done:
                _feed(workers, task, given, waiting, count)
                _gather(workers, done, seconds)
                _again(done, waiting, tries)
            yield done.pop(index)
    finally:
        for worker in workers:
            _end(worker)


def _feed(
    workers: list[_Worker[Given]],
    task: Callable[[Given], Result],
    given: Sequence[Given],
    waiting: list[int],
    count: int,
) -> None:
    """Gives each idle worker something to do; starts those that are missing."""
    while waiting and len(workers) < count:
        workers.append(_started(task))
    for worker in workers:
        if worker.index is None and waiting:
            worker.index, worker.since = waiting.pop(), time.monotonic()
            with suppress(OSError):  # it has just ended; `_gather` sees that
                worker.pipe.send(given[worker.index])


def _gather(workers: list[_Worker[Given]], done: dict[int, Result | GazetteError], seconds: float) -> None:
    """Takes what has come, and ends the workers that take too long."""
    busy = [worker for worker in workers if worker.index is not None]
    wait([worker.pipe for worker in busy], timeout=SOON)
    for worker in busy:
        if (index := worker.index) is None:
            continue
        try:
            if worker.pipe.poll():
                done[index] = worker.pipe.recv()
                worker.index = None
            elif time.monotonic() - worker.since > seconds:
                done[index] = ReadError("takes_too_long", seconds=f"{seconds:.0f}")
                workers.remove(worker)
                _end(worker)
        except (EOFError, OSError):
            worker.process.join(1)
            done[index] = ReadError("process_ended", how=how_ended(worker.process.exitcode))
            workers.remove(worker)
            _end(worker)


def _again(done: dict[int, Result | GazetteError], waiting: list[int], tries: dict[int, int]) -> None:
    """Gives what was cut off with its process to another one."""
    for index, result in list(done.items()):
        if isinstance(result, ReadError) and result.reason.code == "process_ended":
            tries[index] = tries.get(index, 1) + 1
            if tries[index] <= TRIES:
                del done[index]
                waiting.append(index)


def _started(task: Callable[[Given], Result]) -> _Worker[Given]:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_work, args=(task, there), daemon=True)
    process.start()
    there.close()
    return _Worker(process, here)


def _end(worker: _Worker[Given]) -> None:
    worker.pipe.close()
    worker.process.kill()
    worker.process.join(5)


def _work(task: Callable[[Given], Result], pipe: Connection) -> None:
    """A worker: takes an argument, gives a result, until its parent is gone."""
    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent says when to stop
    threading.Thread(target=_ends_with_parent, daemon=True).start()
    while True:
        try:
            given = pipe.recv()
        except (EOFError, OSError):
            return
        pipe.send(guarded(task, given))


def guarded(task: Callable[[Given], Result], given: Given) -> Result | GazetteError:
    """The result of a task, or the error of ours that it ends with; memory that is lacking and nesting without end are such errors."""
    try:
        return task(given)
    except GazetteError as error:
        return error
    except MemoryError:
        return ReadError("no_memory_for_it")
    except RecursionError:
        return ReadError("nested_too_deeply")


def _ends_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _alone(task: Callable[[Given], Result], given: Given, seconds: float) -> Result | GazetteError:
    try:
        with within(seconds):
            return guarded(task, given)
    except ReadError as late:
        return late


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Ends what runs in this process after so many seconds with a ReadError, where the system has such a clock."""
    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def late(_signal: int, _frame: object) -> None:
        raise ReadError("takes_too_long", seconds=f"{seconds:.0f}")

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
