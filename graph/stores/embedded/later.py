"""What an embedded graph was told since its file was last written: it lies beside the file, so that a small difference costs little.

    graph.kgl.later     a checksum; which file it lies beside, the digests of the jurisdictions, and the changes in their order

In:  the differences of a build. Out: a small file, written whole each time; a reader takes its changes into the graph that he has opened.

To open and to write a large graph costs by all that it holds. A build of little therefore does neither; one that brings more than may lie
here opens the graph, takes the changes into it, and writes it. Three rules keep that safe:

    - A graph bears a word, another one after each change that is made in it. Changes beside it are of the word that they name: where the
      graph bears another, they are in it already.
    - A reader reads this file first, then the graph: what is no longer here by then is there.
    - Readers take the changes up to the last that a build completed; those of a build that was cut off wait for the next.
"""

import hashlib
import os
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Self

import msgspec

from extract.errors import ReadError
from graph.keeping.durable import write_whole
from graph.projection.schema import MARK, SCHEMA_VERSION

if os.name != "nt":  # what is locked there cannot be opened by the engine
    import fcntl

if TYPE_CHECKING:  # what is asked needs none of what is built
    from graph.projection.elements import Difference

ENDING = ".later"
LARGE = 20_000_000  # bytes of a graph from which on changes are kept beside it; a smaller one is quickly written
MOST = 10_000  # nodes and relationships that may lie beside a graph: each reader takes them in when he opens it
BEGINNING = 65_536  # bytes by which a file is known, besides its length and its time
EMPTY_LOG = 5  # bytes of the engine's log when all of it is in the file
CHECK = 32
DAY = 1  # the code of a date among the values
BASE_KEY = "base"
BASE_OF = f"MATCH (n:{MARK} {{key: $key}}) RETURN n.digest AS base"
Run = tuple[str, list[list[Any]]]  # a statement and its rows


@dataclass(slots=True)
class Later:
    """The changes beside a file, and what the graph with them is known to hold."""

    base: str
    size: int
    written: int  # when, as the file system says
    beginning: str
    marks: dict[str, str]
    changes: list[list[Run]] = field(default_factory=list)
    complete: int = 0  # so many of them are for readers
    elements: int = 0
    schema: int = SCHEMA_VERSION

    @classmethod
    def of(cls, path: Path, base: str, marks: dict[str, str]) -> Self:
        """Nothing as yet beside a graph that has just been written."""
        state = path.stat()
        return cls(base, state.st_size, state.st_mtime_ns, _beginning(path), marks)

    def is_beside(self, path: Path) -> bool:
        """Whether the file is still the one beside which this was written, and the engine's log adds nothing to it."""
        log, state = path.with_name(path.name + "-wal"), path.stat()
        return (
            self.schema == SCHEMA_VERSION
            and (state.st_size, state.st_mtime_ns) == (self.size, self.written)
            and (not log.exists() or log.stat().st_size <= EMPTY_LOG)
            and _beginning(path) == self.beginning
        )

    def written_to(self, path: Path) -> None:
        """Writes all of it beside the graph."""
        row = [_plain(getattr(self, name)) for name in self.__slots__]
        body = zlib.compress(msgspec.msgpack.encode(row), 1)
        write_whole(later_of(path), hashlib.sha256(body).digest() + body)


def later_of(path: Path) -> Path:
    """Where the changes of a graph lie."""
    return path.with_name(path.name + ENDING)


def state_of(path: Path) -> tuple[int, ...]:
    """What changes whenever a graph is written, or anything beside it; empty where there is none."""
    there = [one.stat() for one in (path, later_of(path)) if one.is_file()]
    return tuple(number for one in there for number in (one.st_mtime_ns, one.st_size))


def read_later(path: Path) -> Later | None:
    """What lies beside a graph; None where nothing does. ReadError where it is not as it was written."""
    try:
        content = later_of(path).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ReadError("was_changed", where=later_of(path)) from error
    if hashlib.sha256(content[CHECK:]).digest() != content[:CHECK]:
        raise ReadError("was_changed", where=later_of(path))
    try:
        row = _DECODER.decode(zlib.decompress(content[CHECK:]))
    except (zlib.error, msgspec.DecodeError, ValueError) as error:
        raise ReadError("was_changed", where=later_of(path)) from error
    if not isinstance(row, list) or len(row) != len(Later.__slots__):  # of another version
        raise ReadError("was_changed", where=later_of(path))
    return Later(*row)


class Beside:
    """The changes of a build that leaves the graph's file as it is; other writers are kept out as by the engine."""

    def __init__(self, path: Path, later: Later, lock: IO[str]) -> None:
        self._path, self._later, self._lock = path, later, lock

    @property
    def marks(self) -> dict[str, str]:
        """The digest of each scope that the graph holds whole."""
        return dict(self._later.marks)

    @property
    def scopes(self) -> tuple[str, ...] | None:
        """The jurisdictions of which the graph may hold anything: whatever it holds came with the digest of one that speaks of it, by the
        end of a build; None before that end.
        """
        ended = self._later.complete == len(self._later.changes)
        return tuple(sorted(self._later.marks)) if ended else None

    def takes(self, difference: "Difference", size: int) -> bool:
        """Whether a difference of so many nodes and relationships may lie beside the graph; a document that is forgotten leaves its file too."""
        forgets = any(ref.label == "Document" for ref in difference.gone_nodes)
        return not forgets and self._later.elements + size <= MOST

    def add(self, difference: "Difference", runs: Iterable[Run], size: int) -> None:
        """Writes a difference down, for the builds to come; readers are to wait for the end of this one."""
        self._later.changes.append(list(runs))
        self._later.elements += size
        self._later.marks |= difference.marks
        self._later.written_to(self._path)

    def complete(self) -> None:
        """Gives the readers what was added."""
        if self._later.complete < len(self._later.changes):
            self._later.complete = len(self._later.changes)
            self._later.written_to(self._path)

    def release(self) -> None:
        """Lets other writers in."""
        self._lock.close()


def beside(path: Path) -> Beside | None:
    """What a build may write beside a graph instead of opening it; None where it must be opened: a small one, one that is being written,
    or one that is not as it was when it was last written.
    """
    if os.name == "nt" or not later_of(path).exists() or not path.is_file() or path.stat().st_size < LARGE:
        return None
    lock = path.with_name(path.name + ".lock").open("a+", encoding="utf-8")
    try:
        fcntl.flock(lock.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        later = read_later(path)
        if later is not None and later.is_beside(path):
            since = datetime.now(UTC).isoformat(timespec="seconds")
            owner = f"pid={os.getpid()}\nsince={since}\n\n"  # as the engine says it to the next one
            path.with_name(path.name + ".lock-owner").write_text(owner, encoding="utf-8")
            return Beside(path, later, lock)
    except (OSError, ReadError):
        pass  # the engine says who writes; what is damaged is found lacking in the graph, and brought again
    lock.close()
    return None


def marks_beside(url: str) -> dict[str, str] | None:
    """The digests of the jurisdictions that readers of an embedded graph find, where they can be told without opening it."""
    path = Path(url.removeprefix("kglite://"))
    if os.name == "nt" or not url.startswith("kglite:") or not later_of(path).exists() or not path.is_file():
        return None
    try:
        later = read_later(path)
    except ReadError:
        return None
    if later is None or not later.is_beside(path) or later.complete < len(later.changes):
        return None
    return later.marks


def note_written(path: Path, base: str, marks: dict[str, str]) -> None:
    """Notes that a graph has just been written with all that it was told."""
    if os.name != "nt" and base and path.stat().st_size >= LARGE:
        Later.of(path, base, marks).written_to(path)
    else:
        later_of(path).unlink(missing_ok=True)


def waiting_for(later: Later | None, base: str, whole: bool = False) -> Sequence[Run]:
    """The statements that a graph with that word has not been told; `whole`: those of a build that was cut off too."""
    if later is None or later.base != base:
        return []
    changes = later.changes if whole else later.changes[: later.complete]
    return [run for change in changes for run in change]


def _beginning(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.sha256(stream.read(BEGINNING)).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return msgspec.msgpack.Ext(DAY, value.isoformat().encode())
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value


def _of_ext(code: int, content: memoryview) -> date:
    if code != DAY:
        raise ReadError("was_changed", where=ENDING)
    return date.fromisoformat(bytes(content).decode())


_DECODER: msgspec.msgpack.Decoder[Any] = msgspec.msgpack.Decoder(ext_hook=_of_ext)
