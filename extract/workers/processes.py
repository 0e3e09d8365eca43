"""Work in several processes, each piece within its time: one that takes too long, or ends its process twice, is refused alone.

In:  a function and its arguments   Out: for each, in their order, its result or a GazetteError

`Workers` is the one protocol: `Processes` of this machine, or those of a cluster (`extract/workers/cluster.py`). The function is one of a module, its
arguments and results are plain values, so that it runs in either. Processes are started anew (never forked), so they hold no lock of their
parent, and end with it whatever ended it. A start costs as much as ten pages of text, so inside
`with kept(2) as workers:` they are kept from one task to the next.
"""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from multiprocessing.reduction import ForkingPickler
from typing import Protocol, TypeVar

from extract.errors import GazetteError, ReadError, how_ended

Given = TypeVar("Given")
Result = TypeVar("Result")
SOON = 0.5  # seconds between looks at the clock
WORTH = 2.0  # seconds of work for each process: half of it goes into its start
TRIES = 2  # a worker may have been ended by something else than its work
AHEAD = 2  # pieces with a worker: the next one waits in its pipe, so that it never waits for who hears the results
SMALL = 4096  # bytes that a pipe takes in though nobody reads it: a larger piece is sent to one who waits for it
MANY = 4  # pieces left for each worker: with fewer, the next one is for who is free first


class Workers(Protocol):
    """Who does pieces of work: the processes of this machine or those of a cluster."""

    def each(
        self, task: Callable[[Given], Result], given: Sequence[Given], seconds: float
    ) -> Iterator[Result | GazetteError]:
        """The results of a task for each of `given`, in their order, each within `seconds`."""
        ...

    def end(self) -> None:
        """Gives back what is kept for a next task; there may be one all the same."""
        ...


@dataclass(slots=True)
class _Worker:
    process: SpawnProcess
    pipe: Connection
    has: list[int] = field(default_factory=list)  # the indices of its arguments: it works on the first
    since: float = 0.0


@dataclass(frozen=True, slots=True)
class Processes:
    """So many processes of this machine; one is this process itself."""

    count: int = 1
    by_worth: bool = False  # no more of them than the work is worth
    team: list[_Worker] | None = field(default=None, compare=False, repr=False)  # those that are kept

    def each(
        self, task: Callable[[Given], Result], given: Sequence[Given], seconds: float
    ) -> Iterator[Result | GazetteError]:
        """The results of a task for each of `given`, in their order, each within `seconds`."""
        return each(task, given, min(self.count, len(given)), seconds, self.team)

    def end(self) -> None:
        """Ends the processes that are kept; others are started where there is more to do."""
        while self.team:
            _end(self.team.pop())


def workers_of(given: Workers | int | None, work: float | None = None) -> Workers:
    """Those that are given; so many processes; or one a core, but no more than so many seconds of `work` are worth."""
    if not isinstance(given, int | None):
        doing = given
    elif given is None:
        doing = Processes(os.cpu_count() or 1, by_worth=True)
    else:
        doing = Processes(given)
    if isinstance(doing, Processes) and doing.by_worth and work is not None:
        return replace(doing, count=max(1, min(doing.count, int(work / WORTH))))
    return doing


@contextmanager
def kept(given: Workers | int | None) -> Iterator[Workers]:
    """Workers that keep their processes from one task to the next, until the block ends or they are told to `end` them."""
    doing = workers_of(given)
    if isinstance(doing, Processes):
        doing = replace(doing, team=[])
    try:
        yield doing
    finally:
        doing.end()


def each(
    task: Callable[[Given], Result],
    given: Sequence[Given],
    count: int,
    seconds: float,
    team: list[_Worker] | None = None,
) -> Iterator[Result | GazetteError]:
    """The results of a task for each of `given`, in their order, made by `count` processes, each within `seconds`.

    `team`: processes that are there already, to which those that are missing are added; without it they end with the work.
    """
    if count < 2:
        for one in given:
            yield _alone(task, one, seconds)
        return
    workers: list[_Worker] = [] if team is None else team
    done: dict[int, Result | GazetteError] = {}
    waiting = list(range(len(given)))[::-1]
    tries: dict[int, int] = {}
    try:
        for index in range(len(given)):
            while index not in done:
                _feed(workers, task, given, waiting, count)
                _gather(workers, done, waiting, seconds)
                _again(done, waiting, tries)
            yield done.pop(index)
    finally:
        for worker in [one for one in workers if team is None or one.has]:  # what is still in work is nobody's now
            workers.remove(worker)
            _end(worker)


def _feed(
    workers: list[_Worker],
    task: Callable[[Given], Result],
    given: Sequence[Given],
    waiting: list[int],
    count: int,
) -> None:
    """Gives each idle worker something to do, and where much is left a next piece to each; starts those that are missing."""
    while waiting and len(workers) < count:
        workers.append(_started())
    for most in range(1, AHEAD + 1):
        for worker in workers:
            if len(worker.has) < most and waiting and (most == 1 or len(waiting) > MANY * count):
                piece = ForkingPickler.dumps((task, given[waiting[-1]]))
                if most == 1:
                    worker.since = time.monotonic()
                elif len(piece) > SMALL:
                    continue
                worker.has.append(waiting.pop())
                with suppress(OSError):  # it has just ended; `_gather` sees that
                    worker.pipe.send_bytes(piece)


def _gather(workers: list[_Worker], done: dict[int, Result | GazetteError], waiting: list[int], seconds: float) -> None:
    """Takes what has come, and ends the workers that take too long; what they had not begun waits again."""
    busy = [worker for worker in workers if worker.has]
    wait([worker.pipe for worker in busy], timeout=SOON)
    for worker in busy:
        try:
            if worker.pipe.poll():
                done[worker.has[0]] = worker.pipe.recv()
                worker.has.pop(0)
                worker.since = time.monotonic()
                continue
            if time.monotonic() - worker.since <= seconds:
                continue
            done[worker.has[0]] = ReadError("takes_too_long", seconds=f"{seconds:.0f}")
        except (EOFError, OSError):
            worker.process.join(1)
            done[worker.has[0]] = ReadError("process_ended", how=how_ended(worker.process.exitcode))
        waiting.extend(reversed(worker.has[1:]))
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


def _started() -> _Worker:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_work, args=(there,), daemon=True)
    process.start()
    there.close()
    return _Worker(process, here)


def _end(worker: _Worker) -> None:
    worker.pipe.close()
    worker.process.kill()
    worker.process.join(5)


def _work(pipe: Connection) -> None:
    """A worker: takes a task with an argument, gives a result, until its parent is gone."""
    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent says when to stop
    threading.Thread(target=_ends_with_parent, daemon=True).start()
    while True:
        try:
            task, given = pipe.recv()
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
