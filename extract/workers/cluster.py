"""The processes of a Dask cluster as workers: `zhize build --dask tcp://10.0.0.5:8786`; needs the extra `dask`.

In:  the address of a scheduler. Out: Workers.

The machines of the cluster have this program installed and see the documents and the workspace under the same paths (a shared disk): what
goes over the wire is names, and what extraction found in a document. A piece whose worker dies is given to another one.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from extract.errors import GazetteError, ReadError
from extract.workers.processes import TRIES, guarded

Given = TypeVar("Given")
Result = TypeVar("Result")
CONNECT_SECONDS = 30
AHEAD = 4  # pieces in work for each thread of the cluster, so that what is done never piles up


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers of a Dask scheduler."""

    address: str

    def each(
        self, task: Callable[[Given], Result], given: Sequence[Given], seconds: float
    ) -> Iterator[Result | GazetteError]:
        """The results of a task for each of `given`, in their order, each within `seconds` once it is waited for."""
        from distributed import TimeoutError as Late

        with _client(self.address) as client:
            some = AHEAD * max(1, sum(client.nthreads().values()))
            coming: list[Any] = []
            for index in range(len(given)):
                for one in given[index + len(coming) : index + some]:
                    coming.append(client.submit(guarded, task, one, pure=False, retries=TRIES))
                future = coming.pop(0)
                try:
                    yield future.result(timeout=seconds)
                except Late:
                    future.cancel()
                    yield ReadError("takes_too_long", seconds=f"{seconds:.0f}")
                except _killed() as error:
                    yield ReadError("process_ended", how=str(error).splitlines()[0])
                except _gone() as error:  # nothing that is left can be asked for
                    raise ReadError("no_cluster", address=self.address, fault=type(error).__name__) from error

    def end(self) -> None:
        """Nothing is kept: the connection lasts for a task."""


@contextmanager
def _client(address: str) -> Iterator[Any]:
    try:
        import distributed
    except ModuleNotFoundError as error:
        raise ReadError("cluster_needs_dask") from error
    try:
        opened: Any = distributed.Client
        client = opened(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ReadError("no_cluster", address=address, fault=error) from error
    try:
        yield client
    finally:
        client.close()


def _killed() -> type[Exception]:
    from distributed.scheduler import KilledWorker

    killed: type[Exception] = KilledWorker
    return killed


def _gone() -> tuple[type[Exception], ...]:
    from concurrent.futures import CancelledError

    from distributed.comm.core import CommClosedError

    return CommClosedError, CancelledError
