"""Files written aside and put in place together: whole, or as they were before.

In:  with replacing([facts, context, doubts]) as streams: …write…
Out: all files in place at the end; after an error none is touched and nothing is left beside them
"""

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TextIO

from extract.errors import StoreError


@contextmanager
def replacing(paths: Sequence[Path]) -> Iterator[list[TextIO]]:
    """Streams for each path; the files appear under their names only when the block ends without an error."""
    aside: dict[Path, Path] = {}  # the file that is written → the one that it becomes
    with ExitStack() as opened:
        opened.callback(_remove, aside)
        streams = [opened.enter_context(_open(path, aside)) for path in paths]
        try:
            yield streams
            for stream in streams:
                stream.close()
            for temporary, path in aside.items():
                os.replace(temporary, path)
        except OSError as error:
            if not paths and error.filename is None:  # nothing of ours: what the block itself wrote to
                raise
            raise StoreError(
                "cannot_be_written", path=error.filename2 or error.filename or paths[0], fault=error
            ) from error


def spare(inputs: Iterable[Path], targets: Iterable[Path | None]) -> None:
    """Raises StoreError where what is to be written is one of the files that are read, under whatever name."""
    read = {_identity(path) for path in inputs} - {None}
    for target in targets:
        if target is not None and not is_special(target) and _identity(target) in read:
            raise StoreError("written_is_read", path=target)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_dev, state.st_ino


def is_special(path: Path) -> bool:
    """Whether a path is a device or a pipe, which is written as it is and never replaced."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _open(path: Path, aside: dict[Path, Path]) -> TextIO:
    if path.is_dir():
        raise StoreError("written_is_folder", path=path)
    try:
        if is_special(path):
            return path.open("w", encoding="utf-8", newline="\n")
        target = path.resolve()  # a link stays a link
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    except OSError as error:
        raise StoreError("cannot_be_written_o", path=path, fault=error) from error
    aside[Path(name)] = target
    os.chmod(name, 0o666 & ~_umask())
    return open(descriptor, "w", encoding="utf-8", newline="\n")


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _remove(aside: dict[Path, Path]) -> None:
    for path in aside:
        with suppress(OSError):
            path.unlink()
