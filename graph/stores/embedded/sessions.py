"""The embedded engine's files: a session that writes one, a frozen graph that reads one, and what is told where neither can be had.

In:  the path of a graph. Out: kglite's own objects; each failure of theirs is a StoreError of one line.
"""

import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import kglite

from extract.errors import ReadError, StoreError
from extract.wording.reasons import Reason, reason_of
from graph.projection.schema import MARK, MARK_KEY, SCHEMA_VERSION, constraints
from graph.stores.embedded.later import BASE_KEY, BASE_OF, Later, Run, later_of, read_later, waiting_for
from graph.stores.store import REBUILD, check_version

BEGINNING = b"RGF"  # what each file of kglite begins with
OWN_IDENTITY = "key: row[0], id: row[0]"
"""kglite logs each node by an id of its own; one that it made itself may be given again once nodes are gone and the file was saved."""
SIDECARS = ("-wal", ".lock", ".lock-owner")
BASE = f"UNWIND $rows AS row MERGE (n:{MARK} {{{OWN_IDENTITY}}}) SET n.digest = row[1]"
VERSION_OF = f"MATCH (n:{MARK} {{key: $key}}) RETURN n.version AS version"


def opened(target: Path) -> Any:
    """A durable session with the graph at a path. It is saved when it is told to, and not beside what it does: while the engine writes a
    graph, the next change copies all of it.
    """
    return kglite.open_session(str(target), durable="full", auto_checkpoint_wal_mib=0)


def session_at(target: Path, path: Path) -> Any:
    """A durable session with the graph at `target`, which has taken in what lay beside it; `path` is what the user knows."""
    from graph.stores.loading import mark_statement

    with failures(target):
        session = opened(target)
    try:
        check_ours(session, path)
        with failures(target):
            for line in constraints():
                session.execute(line)
            mark = mark_statement(OWN_IDENTITY)
            session.execute(mark.cypher, params={"rows": mark.rows})
            runs = waiting_for(_later_of_writer(target), base_of(session), whole=True)
            if runs or not base_of(session):
                run_together(session, runs)
    except BaseException:
        give_up(session)
        raise
    return session


def give_up(session: Any) -> None:
    """Ends a session without a checkpoint: what was applied stays in the log, for the next builder."""
    try:
        session.close()
    except (kglite.KgError, OSError):
        del session  # the lease goes with the handle; the log keeps what was committed


def run_together(session: Any, runs: Iterable[Run]) -> None:
    """Runs statements in one transaction, after which the graph bears another word."""
    transaction = session.begin()
    try:
        for cypher, rows in runs:
            transaction.cypher(cypher, params={"rows": rows}, timeout_ms=0)
        transaction.cypher(BASE, params={"rows": _another_word()}, timeout_ms=0)
        transaction.commit()
    except BaseException:
        if transaction.active:
            transaction.rollback()
        raise


def run_each(session: Any, runs: Iterable[Run]) -> None:
    """Runs statements one by one: a transaction works on a copy of all that it touches, half of a large graph."""
    session.execute(BASE, params={"rows": _another_word()}, timeout_ms=0)  # first: cut off, it is another graph already
    for cypher, rows in runs:
        session.execute(cypher, params={"rows": rows}, timeout_ms=0)


def _another_word() -> list[list[str]]:
    return [[BASE_KEY, uuid4().hex]]


def _later_of_writer(path: Path) -> Later | None:
    """What lies beside a graph; what is damaged is passed over: the graph lacks it, which the digests say."""
    try:
        return read_later(path)
    except ReadError:
        return None


def load(path: Path, *, any_version: bool = False) -> Any:
    """The graph at a path as its readers see it, with what lies beside it; it knows no writes."""
    if not path.is_file():
        raise StoreError("no_graph_at", path=path)
    try:
        later = read_later(path)  # before the graph: what is taken in meanwhile is missing here, and found there
    except ReadError as error:
        raise StoreError("later_damaged", path=later_of(path)) from error
    with failures(path), warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # a log ahead of the checkpoint: a build runs, or was cut off and will be completed
        graph = kglite.load(str(path))
        if later is not None and later.complete:
            for cypher, rows in waiting_for(later, base_of(graph)):
                graph.cypher(cypher, params={"rows": rows}, timeout_ms=0)
        frozen = graph.freeze()
    check_ours(frozen, path, any_version=any_version)
    return frozen


def check_beginning(path: Path) -> None:
    """Raises StoreError for another program's file, before anything is written beside it."""
    if not path.is_file() or path.stat().st_size == 0:
        return
    with path.open("rb") as stream:
        if stream.read(len(BEGINNING)) != BEGINNING:
            raise StoreError("graph_damaged", path=path, rebuild=REBUILD)


def check_ours(reader: Any, path: Path, *, any_version: bool = False) -> None:
    """Raises StoreError for a graph that another program wrote, or another version of this one."""
    version = version_of(reader)
    if version is None and reader.node_count() > 0:
        raise StoreError("graph_of_other", path=path, rebuild=REBUILD)
    if not any_version:
        check_version(version, SCHEMA_VERSION, str(path))


def version_of(reader: Any) -> int | None:
    """The version of the schema that a graph was written by; None where it was told nothing."""
    if MARK not in reader.node_types:
        return None
    rows = reader.cypher(VERSION_OF, params={"key": MARK_KEY}).to_list()
    return int(rows[0]["version"]) if rows and rows[0]["version"] is not None else None


def base_of(reader: Any) -> str:
    """The word that a graph bears; empty before it was told anything."""
    if MARK not in reader.node_types:
        return ""
    rows = reader.cypher(BASE_OF, params={"key": BASE_KEY}).to_list()
    return str(rows[0]["base"] or "") if rows else ""


def remove(path: Path) -> None:
    """Removes a graph, and the engine's own files beside it."""
    for suffix in ("", *SIDECARS):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


@contextmanager
def failures(path: Path) -> Iterator[None]:
    """What the engine raises inside, as a StoreError that names the path."""
    try:
        yield
    except kglite.WriterLeaseHeldError as error:
        holder = error.holder
        raise StoreError(
            "graph_being_written", path=path, process=holder.get("pid"), since=holder.get("since")
        ) from error
    except kglite.FileFormatError as error:
        raise StoreError("graph_damaged_because", path=path, rebuild=REBUILD, fault=fault_of(error)) from error
    except kglite.ConstraintError as error:
        raise StoreError("graph_refused_change", path=path, fault=fault_of(error), rebuild=REBUILD) from error
    except (kglite.KgError, OSError, RuntimeError, ValueError) as error:
        raise StoreError("graph_disk", path=path, fault=fault_of(error)) from error


def fault_of(error: BaseException) -> Reason:
    """What kglite says, in our words; the error itself stays the cause of ours."""
    return reason_of((str(error).splitlines() or [type(error).__name__])[0])
