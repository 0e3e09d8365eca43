"""The files of Streamlit's frame, answered at once: the first page asks for sixty of them, and each waited for a thread.

In:  the path of a request. Out: the file's bytes and headers; None for what is not one of the frame's own files, which Streamlit answers.

    /static/js/index.DormvYxC.js → the script, to be kept by the browser for a year: its name changes with what it holds

Only files that were there when the app started are known, each by its whole path, so no path of a request ever reaches the disk. The
first answer also names the scripts that every page of ours needs and that the frame asks for only when the first page comes.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

Headers = list[tuple[bytes, bytes]]
TYPES = {".js": b"application/javascript", ".css": b"text/css; charset=utf-8", ".woff2": b"font/woff2"}
KEPT = b"public, immutable, max-age=31536000"
SOON = (
    "BidiComponent",
    "serialization",
    "recordbatch",
    "_arrayReduce",
    "Html",
    "purify.es",
)  # scripts, before the first dot of their hash


@cache
def frame_files() -> Mapping[str, Path]:
    """The files of the frame by the paths at which they are asked for."""
    root = Path(str(files("streamlit") / "static"))
    served = (path for path in (root / "static").rglob("*") if path.suffix in TYPES)
    return {f"/{path.relative_to(root).as_posix()}": path for path in served}


def frame_file(path: str) -> tuple[Headers, bytes] | None:
    """The headers and bytes of one of the frame's files; None if it is none, or is gone."""
    known = frame_files().get(path)
    if known is None:
        return None
    try:
        body = known.read_bytes()
    except OSError:
        return None
    length = str(len(body)).encode()
    return [(b"content-type", TYPES[known.suffix]), (b"content-length", length), (b"cache-control", KEPT)], body


@cache
def soon() -> Headers:
    """Headers that tell the browser what it will need, so that it is there when the first page comes."""
    names = sorted(path for path in frame_files() if path.startswith("/static/js/"))
    wanted = [path for path in names if path.rpartition("/")[2].rsplit(".", 2)[0] in SOON]
    return [(b"link", f"<.{path}>; rel=modulepreload".encode()) for path in wanted]
