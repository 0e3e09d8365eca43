"""A gazette saved as another kind of file, read back: how far its facts are those of the text.

    python -m bench.reading.round_trip                                   all kinds, all sample gazettes (needs LibreOffice)
    python -m bench.reading.round_trip --kinds pdf,doc --show 10          some kinds, with the first differences
    python -m bench.reading.round_trip --kinds ocr --keep FOLDER          what LibreOffice made is kept, and found again

In:  the sample gazettes   Out: a line for each gazette and kind: F1 of all facts, of those in prose, of those in tables

Facts are multisets of relation, ends, role and date. A fact is one of a table where its quotation's line has cells. OCR: the PDF of the gazette, its
pages drawn as pictures at 150 dots to the inch; marks of punctuation of either width count as one there, for a picture hardly tells them apart.
XLSX holds the tables alone and is compared with the facts of these alone.
"""

import argparse
import io
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pypdfium2

from extract.clean import fold
from extract.document import Document
from extract.pipeline import extract_document
from extract.readers import load_manifest
from extract.readers.documents import document_of, document_of_reading
from extract.readers.limits import LIMITS
from extract.readers.opening import reading_of_bytes
from tests.extract.readers import typeset
from tests.extract.readers.typeset import Key, differences, f1

SAMPLES = Path(__file__).parents[2] / "data" / "gazettes"
KINDS = ("utf-16", "html", "docx", "xlsx", "pdf", "doc", "ocr")
DPI = 150
PATIENT = replace(LIMITS, seconds=3600.0)
Parts = Mapping[str, Counter[Key]]


def made(text: str, kind: str, stem: str, keep: Path) -> bytes:
    """The bytes of a text as another kind of file."""
    if kind in {"pdf", "doc"}:
        held = keep / f"{stem}.{kind}"
        if not held.exists():
            held.write_bytes(typeset.converted(typeset.docx(text), kind))
        return held.read_bytes()
    if kind == "ocr":
        return pictured(made(text, "pdf", stem, keep))
    if kind == "utf-16":
        return text.encode("utf-16")
    return {"docx": typeset.docx, "html": typeset.html, "xlsx": typeset.xlsx}[kind](text)


def pictured(pdf: bytes) -> bytes:
    """A PDF whose pages are pictures of the pages of another."""
    pages = [page.render(scale=DPI / 72).to_pil().convert("L") for page in pypdfium2.PdfDocument(pdf)]
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=float(DPI), quality=85)
    return out.getvalue()


def parts_of(document: Document, folded: bool = False) -> Parts:
    """The facts of a document: all, those of prose, those of tables; `folded`: marks of either width are one."""
    by_part: dict[str, Counter[Key]] = {"all": Counter(), "prose": Counter(), "tables": Counter()}
    facts = extract_document(document).facts
    for fact, key in zip(facts, map(typeset.key_of, facts), strict=True):
        start = fact.evidence.start
        line = document.text[document.text.rfind("\n", 0, start) + 1 : (document.text + "\n").index("\n", start)]
        key = tuple(map(fold, key)) if folded else key
        by_part["all"][key] += 1
        by_part["tables" if "\t" in line else "prose"][key] += 1
    return by_part


def _spent() -> float:
    """Seconds of work of this process and those that read for it."""
    times = os.times()
    return times.user + times.children_user


def main() -> int:
    """Prints a line for each gazette and kind; exit code 1 where a kind is below what is promised of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--gazettes", type=Path, default=SAMPLES)
    parser.add_argument("--show", type=int, default=0, help="differences to print")
    parser.add_argument("--keep", type=Path, help="a folder for what LibreOffice makes")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        keep = arguments.keep or Path(folder)
        keep.mkdir(parents=True, exist_ok=True)
        for path in sorted(arguments.gazettes.glob("*.txt")):
            _compared(path, arguments.kinds.split(","), keep, arguments.show)
    return 0


def _compared(path: Path, kinds: list[str], keep: Path, show: int) -> None:
    text = path.read_text(encoding="utf-8")
    entry = load_manifest(path.parent).entry(path.name)
    for kind in kinds:
        wanted = parts_of(document_of(text, path.name, None, entry), kind == "ocr")
        if kind == "xlsx":
            wanted = parts_of(document_of(typeset.tables_of(text), path.name, None, entry))
        began = _spent()
        reading = reading_of_bytes(made(text, kind, path.stem, keep), path.name, PATIENT)
        again = parts_of(document_of_reading(reading, path.name, "0" * 64, entry), kind == "ocr")
        shares = " ".join(
            f"{name} {f1(wanted[name], again[name]):.3f} ({wanted[name].total()} → {again[name].total()})"
            for name in ("all", "prose", "tables")
            if wanted[name] or again[name]
        )
        print(f"{path.stem:28} {kind:7} {shares}  pages {reading.pages} {_spent() - began:.1f} s", flush=True)
        for line in differences(wanted["all"], again["all"], show):
            print("   ", line)


if __name__ == "__main__":
    sys.exit(main())
