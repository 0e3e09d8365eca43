"""Files that survive a crash: written aside, synced, renamed, the folder synced; never half of one under its name.

In:  names and bytes. Out: all in place, or, after an error before the first rename, none.

Every change of a workspace's files goes through here, so that one double of the file calls can stop the program at each of them.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

ASIDE = ".new"
HELD = ".held"
BEFORE = ".before"


def aside_of(path: Path) -> Path:
    """Where a file is written before it takes its name: hidden, beside it."""
    return path.with_name(f".{path.name}{ASIDE}")


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """A folder aside to write into, which takes the place of `folder` when all is written; an error leaves what was there.

    What was there is renamed, and removed only once the new folder has its name; what a crash left in between is put back first.
    """
    folder = folder.resolve()
    aside, before = aside_of(folder), folder.with_name(f".{folder.name}{BEFORE}")
    try:
        if before.exists() and not folder.exists():
            before.replace(folder)
        shutil.rmtree(before, ignore_errors=True)
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        yield aside
        if folder.exists():
            folder.replace(before)
        try:
            aside.replace(folder)
        except OSError:
            if before.exists():
                before.replace(folder)
            raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    shutil.rmtree(before, ignore_errors=True)


def write_together(contents: Mapping[Path, bytes], commit: Path | None = None) -> None:
    """Writes all files aside, then renames them in their order.

    `commit` is the file whose complete copy aside says that all others are complete aside: it is written last and renamed last, so
    that whoever finds it aside after a crash can finish the renames (`finish`). An error before that leaves nothing beside the files.
    """
    order = [*(path for path in contents if path != commit), *([commit] if commit else [])]
    try:
        for path in order:
            _write(aside_of(path), contents[path])
    except OSError:
        for path in order:
            with suppress(OSError):
                os.unlink(aside_of(path))
        raise
    _sync_folders(order)  # the copies aside are there, whatever happens next
    for path in order:
        os.replace(aside_of(path), path)
    _sync_folders(order)


def held_of(path: Path) -> Path:
    """Where the commit of one group of several waits until all groups are complete aside."""
    return path.with_name(f".{path.name}{HELD}")


def write_all_or_none(groups: Sequence[Mapping[Path, bytes]], marker: Path) -> None:
    """Writes several groups of files, the commit of each its last one: after a crash all of them are finished, or none.

    All files are written aside, the commits where nobody finishes them; then `marker` is written, which says that all are complete.
    Whoever finds it lets the commits go (`release`) and finishes each group, and removes it; without it, what stands aside is dropped.
    """
    commits = [list(group)[-1] for group in groups]
    try:
        for group, commit in zip(groups, commits, strict=True):
            for path, content in group.items():
                _write(held_of(path) if path == commit else aside_of(path), content)
        _sync_folders(commits)
        write_whole(marker, b"")
    except OSError:
        for path in (path for group in groups for path in group):
            for aside in (aside_of(path), held_of(path)):
                with suppress(OSError):
                    os.unlink(aside)
        raise
    release(held_of(commit) for commit in commits)
    for group in groups:
        finish(group)
    remove([marker])


def release(held: Iterable[Path]) -> None:
    """Puts commits that were held back where they are finished."""
    there = list(held)
    for path in there:
        os.replace(path, path.with_name(path.name.removesuffix(HELD) + ASIDE))
    _sync_folders(there)


def finish(order: Iterable[Path]) -> None:
    """Renames what still stands aside, in that order."""
    paths = list(order)
    for path in paths:
        if aside_of(path).exists():
            os.replace(aside_of(path), path)
    _sync_folders(paths)


def write_whole(path: Path, content: bytes) -> None:
    """Writes one file: whole, or as it was before."""
    write_together({path: content})


def append(path: Path, line: bytes, after: int | None = None) -> None:
    """Adds a line to a file and writes it through to the disk; what stands behind `after` bytes, which a crash cut off, gives way."""
    new = not path.exists()
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        size = os.lseek(descriptor, 0, os.SEEK_END)
        if after is not None and after < size:
            os.ftruncate(descriptor, after)
            os.lseek(descriptor, after, os.SEEK_SET)
        _write_all(descriptor, line)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    if new:
        _sync_folders([path])


def remove(paths: Iterable[Path]) -> None:
    """Removes files, in that order; those that are not there are passed over."""
    gone = list(paths)
    for path in gone:
        with suppress(FileNotFoundError):
            os.unlink(path)
    _sync_folders(gone)


def _write(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        _write_all(descriptor, content)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_all(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _sync_folders(paths: Iterable[Path]) -> None:
    """A name is on the disk only when its folder is; Windows syncs no folders."""
    if os.name == "nt":
        return
    for folder in dict.fromkeys(path.parent for path in paths):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
