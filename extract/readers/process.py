"""Readers of foreign formats run in a process of their own: what breaks, hangs or swells there ends as one line.

In:  the bytes of a file, the reader's name   Out: its Reading, or a ReadError: damaged, too large, too slow

The child reads standard input and answers in JSON on standard output; its memory is limited where the system can (Linux,
macOS in part; not on Windows, where time alone is), its time by the parent, which ends it.
"""

import base64
import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict
from typing import Any, TextIO

from extract.errors import GazetteError, ReadError, how_ended
from extract.readers.limits import LIMITS, Limits
from extract.readers.pages_read import Pace, listening, told
from extract.readers.reading import Reading, Shown
from extract.regions import Region, Remark
from extract.wording.reasons import Reason, reason, reason_of

READERS = {  # kind of file: module and function
    "docx": "extract.readers.office.docx:read_docx",
    "odt": "extract.readers.office.odt:read_odt",
    "doc": "extract.readers.office.doc:read_doc",
    "pdf": "extract.readers.prints.pdf:read_pdf",
    "picture": "extract.readers.prints.scan:read_picture",
    "rtf": "extract.readers.office.rtf:read_rtf",
    "xls": "extract.readers.office.sheets:read_sheets",
    "xlsx": "extract.readers.office.sheets:read_sheets",
    "ods": "extract.readers.office.sheets:read_sheets",
    "html": "extract.readers.pages.html:read_html",
    "markdown": "extract.readers.pages.markdown:read_markdown",
    "csv": "extract.readers.office.csv:read_csv",
    "mhtml": "extract.readers.pages.mhtml:read_mhtml",
    "sheet-xml": "extract.readers.office.sheet_xml:read_sheet_xml",
    "word-xml": "extract.readers.office.docx:read_flat",
}
THREADS = {"OMP_NUM_THREADS": "2", "OPENBLAS_NUM_THREADS": "1"}
PAGE = re.compile(r"page (\d{1,6}) (\d{1,6})")
SLOW = {"picture": 4, "pdf": 4}  # times the seconds: a scan is read page by page


def read_apart(kind: str, data: bytes, name: str, limits: Limits = LIMITS) -> Reading:
    """The Reading of a file, made in a process of its own."""
    return reading_of(_answer([kind, name, json.dumps(asdict(limits))], data, name, limits.seconds * SLOW.get(kind, 1)))


def show_apart(
    kind: str, data: bytes, name: str, number: int, passages: Sequence[str] = (), limits: Limits = LIMITS
) -> Shown:
    """A page of a file (pdf, picture) to be looked at, drawn in a process of its own; see extract/readers/prints/picture.py."""
    job = json.dumps([number, list(passages)])
    answer = _answer([kind, name, json.dumps(asdict(limits)), job], data, name, limits.seconds)
    boxes = tuple((index, (box[0], box[1], box[2], box[3])) for index, box in answer["boxes"])
    return Shown(base64.b64decode(answer["png"]), answer["width"], answer["height"], boxes)


def _answer(job: list[str], data: bytes, name: str, seconds: float) -> dict[str, Any]:
    """What the child answers to a job; raises ReadError where it does not, or says what is wrong with the file."""
    command = [sys.executable, "-m", "extract.readers.process", *job]
    try:
        with _heard() as heard:
            done = subprocess.run(
                command,
                input=data,
                stdout=subprocess.PIPE,
                stderr=heard,
                timeout=seconds,
                check=False,
                env=_environment(),
            )
    except subprocess.TimeoutExpired as error:
        raise ReadError("reading_too_long", name=name, seconds=f"{seconds:.0f}") from error
    except OSError as error:
        raise ReadError("no_process", name=name, fault=error) from error
    answer: dict[str, Any] | None = None
    with suppress(ValueError):
        answer = json.loads(done.stdout)
    if not isinstance(answer, dict):
        raise ReadError("reading_ended", name=name, how=how_ended(done.returncode))
    if "error" in answer:
        raise ReadError(Reason.read(str(answer["error"])))
    return answer


@contextmanager
def _heard() -> Iterator[int]:
    """Where the child writes its standard error: each line “page 3 40” is told to whoever listens, all else is dropped."""
    heard = listening()
    if heard is None:
        yield subprocess.DEVNULL
        return
    out, into = os.pipe()

    def listen() -> None:
        with os.fdopen(out, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                if match := PAGE.fullmatch(line.rstrip("\n")):
                    heard(int(match[1]), int(match[2]))

    ear = threading.Thread(target=listen, daemon=True)
    ear.start()
    try:
        yield into
    finally:
        os.close(into)
        ear.join(timeout=5)


def _tell(page: int, count: int) -> None:
    print(f"page {page} {count}", file=sys.stderr, flush=True)


def _paced(pace: Pace, page: int, count: int) -> None:
    pace.read(page)
    _tell(page, count)


def _ends_late(out: TextIO, name: str, page: int, most: float) -> None:
    """Answers that a page takes too long, and ends this process: no other thread of it can be stopped."""
    json.dump({"error": reason("page_too_long", name=name, page=page, seconds=f"{most:.0f}").stored()}, out)
    out.flush()
    os._exit(0)


def _environment() -> dict[str, str]:
    paths = os.pathsep.join(path for path in sys.path if path)
    return os.environ | THREADS | {"PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"}


def reading_of(answer: dict[str, object]) -> Reading:
    """The Reading of a child's answer."""
    values = dict(answer)
    values["regions"] = tuple(_region(*row) for row in values["regions"])  # type: ignore[attr-defined]
    values["remarks"] = tuple(_remark(*row) for row in values["remarks"])  # type: ignore[attr-defined]
    return Reading(**values)  # type: ignore[arg-type]


def _region(start: int, end: int, page: int | None, box: list[float] | None, *rest: object) -> Region:
    return Region(start, end, page, tuple(box) if box else None, *rest)  # type: ignore[arg-type]


def _remark(start: int, end: int, rule: str, code: str, values: list[list[str]]) -> Remark:
    return Remark(start, end, rule, code, tuple((name, value) for name, value in values))


def answer_of(reading: Reading) -> dict[str, object]:
    """A Reading as the child answers it."""
    return {
        "text": reading.text,
        "media": reading.media,
        "by": reading.by,
        "pages": reading.pages,
        "regions": [[r.start, r.end, r.page, r.box, r.cell, r.element, list(r.edges)] for r in reading.regions],
        "remarks": [[r.start, r.end, r.rule, r.code, r.values] for r in reading.remarks],
    }


def _shown(kind: str, data: bytes, name: str, number: int, passages: list[str], limits: Limits) -> dict[str, object]:
    from extract.readers.prints.picture import picture_of

    shown = picture_of(kind, data, name, number, passages, limits)
    return asdict(shown) | {"png": base64.b64encode(shown.png).decode("ascii")}


def _limit(megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    size = megabytes * 1024 * 1024
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _ends_with_parent() -> None:
    """Ends this process soon after its parent, whatever ended that."""
    parent = os.getppid()
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def main() -> None:
    """The child: reads standard input, answers on standard output; ends with its parent."""
    threading.Thread(target=_ends_with_parent, daemon=True).start()
    kind, name, given = sys.argv[1:4]
    job = json.loads(sys.argv[4]) if len(sys.argv) > 4 else None
    limits = Limits(**json.loads(given))
    _limit(limits.memory * SLOW.get(kind, 1))  # the runtime of the OCR reserves far more addresses than it fills
    out = sys.stdout
    sys.stdout = sys.stderr  # a library that prints does not spoil the answer
    pace = Pace(limits.page, lambda page: _ends_late(out, name, page, limits.page))
    try:
        data = sys.stdin.buffer.read()
        if kind in SLOW:
            threading.Thread(target=pace.watch, daemon=True).start()
        with told(lambda page, count: _paced(pace, page, count)):
            answer = (
                _shown(kind, data, name, job[0], job[1], limits)
                if job
                else answer_of(read_here(kind, data, name, limits))
            )
    except GazetteError as error:
        answer = {"error": error.reason.stored()}
    except MemoryError:
        answer = {"error": reason("reading_needs_memory", name=name, most=limits.memory).stored()}
    except RecursionError:
        answer = {"error": reason("nested_damaged", name=name).stored()}
    except Exception as error:  # noqa: BLE001 — a foreign parser may raise anything; the file is refused by name
        answer = {"error": reason("reading_damaged", name=name, fault=reason_of(_short(error))).stored()}
    pace.over.set()
    json.dump(answer, out, ensure_ascii=True)
    out.flush()


def _short(error: Exception) -> str:
    fault = " ".join(str(error).split())[:120]
    return f"{type(error).__name__}: {fault}" if fault else type(error).__name__


def read_here(kind: str, data: bytes, name: str, limits: Limits = LIMITS) -> Reading:
    """The Reading of a file, made in this process."""
    import importlib

    module, function = READERS[kind].split(":")
    reading = getattr(importlib.import_module(module), function)(data, name, limits)
    assert isinstance(reading, Reading)
    return reading


if __name__ == "__main__":
    main()
