"""Files written aside and put in place together: whole, or as they were before.

In:  with replacing([facts, context, doubts]) as streams: …write…
Out: all files in place at the end; after an error none is touched and nothing is left beside them
"""

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TextIO

from extract.errors import StoreError


@contextmanager
def replacing(paths: Sequence[Path]) -> Iterator[list[TextIO]]:
    """Streams for each path; the files appear under their names only when the block ends without an error."""
    aside: list[Path] = []
    with ExitStack() as opened:
        opened.callback(_remove, aside)
        streams = []
        for path in paths:
            stream = _open_aside(path, aside)
            streams.append(opened.enter_context(stream))
        try:
            yield streams
            for stream in streams:
                stream.close()
            for temporary, path in zip(aside, paths, strict=True):
                os.replace(temporary, path)
        except OSError as error:
            raise StoreError(
                f"{error.filename2 or error.filename or paths[0]}: cannot be written ({error.strerror})"
            ) from error


def _open_aside(path: Path, aside: list[Path]) -> TextIO:
    if path.is_dir():
        raise StoreError(f"{path}: cannot be written (it is a folder); give the name of a file")
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({error.strerror}); choose another name with -o") from error
    aside.append(Path(name))
    os.chmod(name, 0o666 & ~_umask())
    return open(descriptor, "w", encoding="utf-8", newline="\n")


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _remove(aside: list[Path]) -> None:
    for path in aside:
        with suppress(OSError):
            path.unlink()
