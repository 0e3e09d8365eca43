"""Plain text files → Documents: encodings, and clear errors for what is no gazette text.

In:  xinzhou-2022-2.txt (UTF-8, with or without BOM, or GB18030)
Out: Document with the decoded text, the hash of its bytes, and what the manifest says of the issue
"""

import hashlib
import re
from collections import Counter
from pathlib import Path

from extract.document import Document
from extract.errors import ReadError
from extract.readers.manifest import FILE_NAME, Entry, Manifest, load_manifest

BOM = b"\xef\xbb\xbf"
SUFFIXES = {".txt", ".text"}
LONGEST_LINE = 5_000_000  # characters; a gazette's longest paragraphs and rows have some thousands
LEAST_UTF8 = 12  # bytes beyond ASCII that read as UTF-8 before a fault: no GB18030 text does that
MOST_CONTROLS = 8  # control characters that a text may hold, strays of an OCR
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
ISSUE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*年?\s*第\s*(?P<issue>\d{1,3})\s*期(?:\s*[(（]\s*总第?\s*(?P<whole>\d{1,4})\s*期\s*[)）])?"
)
FULL_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|([一二][〇○零九][〇○零一二三四五六七八九]{2})年[一二三四五六七八九十]{1,2}月"
)
NUMERALS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
COVER = 5000  # characters in which a cover prints the number of its issue


def paths_of(path: Path) -> list[Path]:
    """The texts that a path stands for: itself, or the texts of a folder and its subfolders in the order of their names."""
    if path.is_dir():
        found = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
        if not found:
            raise ReadError(
                f"{path}: no texts in this folder; gazettes are files that end in {', '.join(sorted(SUFFIXES))}"
            )
        return found
    if not path.exists():
        raise ReadError(f"{path}: no such file or folder")
    if path.name == FILE_NAME:
        raise ReadError(f"{path}: this is the manifest; give the folder that it lies in")
    return [path]


def decode(data: bytes, name: str) -> str:
    """The text of a file's bytes: UTF-8, with or without BOM, else GB18030; raises ReadError for anything else.

    A BOM stays in the text as U+FEFF, so that offsets are those of the file decoded as UTF-8.
    """
    if not data.strip(b" \t\r\n\x00" + BOM):
        raise ReadError(f"{name}: the file is empty")
    if data.startswith(b"%PDF"):
        raise ReadError(f"{name}: a PDF, not a text; convert it to a text file first (pdftotext -layout)")
    if b"\x00" in data:
        raise ReadError(f"{name}: not a text in UTF-8 or GB18030 (it holds zero bytes); convert it first")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as first:
        if sum(byte > 0x7F for byte in data[: min(first.start, 2000)]) >= LEAST_UTF8:
            raise ReadError(f"{name}: broken UTF-8 at byte {first.start}; is the file cut off?") from first
        try:
            text = data.decode("gb18030")
        except UnicodeDecodeError as error:
            raise ReadError(
                f"{name}: neither UTF-8 (byte {first.start}) nor GB18030 (byte {error.start}); is the file cut off, or no text?"
            ) from error
    if len(CONTROL.findall(text[:100_000])) > MOST_CONTROLS:
        raise ReadError(f"{name}: not a text (control characters); convert it to a text file first")
    if longest_line(text) > LONGEST_LINE:
        raise ReadError(
            f"{name}: a line of more than {LONGEST_LINE:,} characters; is this a gazette? break it into paragraphs"
        )
    return text


def longest_line(text: str) -> int:
    """The length of the longest line of a text."""
    longest = start = 0
    while (end := text.find("\n", start)) >= 0:
        longest, start = max(longest, end - start), end + 1
    return max(longest, len(text) - start)


def read(path: Path, root: Path | None = None, manifest: Manifest | None = None) -> Document:
    """The Document of a file; its name is relative to `root`, the manifest that of `root` unless one is given."""
    name = path.relative_to(root).as_posix() if root else path.name
    if manifest is None:
        manifest = load_manifest(root or path.parent)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror})") from error
    return document_of(decode(data, str(path)), name, hashlib.sha256(data).hexdigest(), manifest.entry(name))


def document_of(text: str, name: str = "text.txt", sha256: str | None = None, entry: Entry | None = None) -> Document:
    """The Document of a text already decoded (a paste, a test, a file of `read`)."""
    entry = entry or Entry(name)
    starts = [0]
    starts.extend(match.end() for match in re.finditer("\n", text))
    return Document(
        name=name,
        text=text,
        sha256=sha256 or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        jurisdiction=entry.jurisdiction,
        issue=entry.issue or _issue(text),
        published=entry.published,
        url=entry.url,
        year=_year(entry, text),
        line_starts=tuple(starts),
    )


def _year(entry: Entry, text: str) -> int | None:
    """The year of an issue: as the manifest says, else that of 2022年第2期, else that of most dates."""
    for source in (entry.published, entry.issue):
        if source and (match := re.match(r"(?:19|20)\d\d", source)):
            return int(match[0])
    if match := ISSUE.search(text, 0, COVER):
        return int(match["year"])
    years = Counter(match[1] or match[2].translate(NUMERALS) for match in FULL_DATE.finditer(text))
    return int(years.most_common(1)[0][0]) if years else None


def _issue(text: str) -> str | None:
    """The issue as the cover prints it: 2022年第2期(总第41期); None if there is no cover."""
    match = ISSUE.search(text, 0, COVER)
    if not match:
        return None
    whole = f"(总第{match['whole']}期)" if match["whole"] else ""
    return f"{match['year']}年第{match['issue']}期{whole}"
