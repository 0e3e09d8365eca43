"""Bugs, planted one at a time, that the kill campaign must see (`bench.crashes.points --planted`)."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from extract.errors import StoreError
from graph import workspace
from graph.keeping import durable, sealed, state
from graph.keeping.sources import PARTS
from graph.stores import kglite_store, loading
from graph.stores.embedded.later import Run


def _no_fsync() -> None:
    """Files are renamed before they are on the disk."""

    def write(path: Path, content: bytes) -> None:
        descriptor = _calls().open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        durable._write_all(descriptor, content)
        _calls().close(descriptor)

    durable._write = write


def _no_folder_sync() -> None:
    """Names are never told to stay."""
    durable._sync_folders = lambda paths: None


def _in_place() -> None:
    """Files are written under their own names."""

    def together(contents: Mapping[Path, bytes], commit: Path | None = None) -> None:
        for path, content in contents.items():
            durable._write(path, content)

    _everywhere("write_together", together)


def _source_first() -> None:
    """The file that says that all others are there is renamed before them, and does not wait aside."""

    def together(contents: Mapping[Path, bytes], commit: Path | None = None) -> None:
        for path in [*([commit] if commit else []), *(one for one in contents if one != commit)]:
            durable._write(durable.aside_of(path), contents[path])
            _calls().replace(durable.aside_of(path), path)
            durable._sync_folders([path])

    _everywhere("write_together", together)


def _append_without_fsync() -> None:
    """A decision is said to be written before it is."""

    def append(path: Path, line: bytes, after: int | None = None) -> None:
        descriptor = _calls().open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
        durable._write_all(descriptor, line)
        _calls().close(descriptor)

    setattr(sealed, "append", append)  # noqa: B010


def _append_glues() -> None:
    """What a crash cut off and the next line become one."""
    append = durable.append
    setattr(sealed, "append", lambda path, line, after=None: append(path, line))  # noqa: B010


def _rewritten() -> None:
    """The whole file is written anew for each decision."""

    def append(path: Path, line: bytes, after: int | None = None) -> None:
        durable._write(path, (path.read_bytes() if path.exists() else b"") + line)

    setattr(sealed, "append", append)  # noqa: B010


def _short_write() -> None:
    """What a write leaves over is not written."""
    durable._write_all = lambda descriptor, content: _calls().write(descriptor, content)


def _lock_stays() -> None:
    """The lock is a file that is there or not: nobody takes it away from the dead."""

    @contextmanager
    def held(path: Path, what: str) -> Iterator[list[str]]:
        try:
            os.close(os.open(path.with_name("held"), os.O_CREAT | os.O_EXCL))
        except FileExistsError as error:
            raise StoreError(f"{what} is in use") from error
        yield []
        os.unlink(path.with_name("held"))

    setattr(workspace, "held_lock", held)  # noqa: B010


def _no_recovery() -> None:
    """What stands aside stays there."""
    workspace.Workspace._recover = lambda self: None  # type: ignore[method-assign]


def _forgets_in_the_wrong_order() -> None:
    """The parts of a document go before the list and the source that miss them."""

    def forget(self: Any, sha256: str) -> None:
        durable.remove(self.facts_folder / f"{sha256}{part}" for part in PARTS)
        known = state.read_state(self.folder)
        if known:
            rest = {name: named for name, named in known.documents.items() if name != sha256}
            state.write_state(self.folder, state.State(rest, known.judgements))

    workspace.Workspace.forget = forget  # type: ignore[method-assign]


def _state_in_place() -> None:
    """The list of documents is written under its own name."""
    setattr(state, "write_whole", durable._write)  # noqa: B010


def _saved_meanwhile() -> None:
    """The graph is given to its readers while it is told of a new county."""
    run_each = vars(kglite_store)["run_each"]

    def saving(session: Any, runs: Iterable[Run]) -> None:
        for one in runs:
            run_each(session, [one])
            session.save()

    setattr(kglite_store, "run_each", saving)  # noqa: B010


def _whole_at_once() -> None:
    """A new county bears the digest of what is whole before the graph is told of it."""
    loading.begun = lambda difference, merged=loading.BY_KEY: loading._scope_marks(difference.marks, merged)


def _calls() -> Any:
    """The file calls of the workspace, or what stands in for them."""
    return vars(durable)["os"]


def _everywhere(name: str, call: Callable[..., Any]) -> None:
    for module in (durable, workspace, state):
        if hasattr(module, name):
            setattr(module, name, call)


PLANTED: Mapping[str, Callable[[], None]] = {
    "no fsync": _no_fsync,
    "no sync of folders": _no_folder_sync,
    "written in place": _in_place,
    "source first": _source_first,
    "append without fsync": _append_without_fsync,
    "append glues": _append_glues,
    "rewritten for each line": _rewritten,
    "short writes": _short_write,
    "lock stays": _lock_stays,
    "no recovery": _no_recovery,
    "forgets in the wrong order": _forgets_in_the_wrong_order,
    "state in place": _state_in_place,
}
EACH: Mapping[str, Callable[[], None]] = {  # of a graph that is told of a new county statement by statement
    "saved meanwhile": _saved_meanwhile,
    "whole at once": _whole_at_once,
}
