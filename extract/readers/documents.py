"""A Reading → the Document that extraction works on: hash, lines, and what manifest and cover say of the issue.

In:  Reading, name, hash, entry of the manifest   Out: Document, its year and issue found, a strange text doubted
"""

import hashlib
import re
from collections import Counter

from extract.document import Document
from extract.names.dates import is_told_later
from extract.names.marks import HAN_CHARACTER
from extract.readers.encodings import COMMON
from extract.readers.paths.manifest import Entry
from extract.readers.reading import Reading
from extract.regions import Remark

ISSUE = re.compile(
    r"""
    (?<!\d)(?P<year>(?:19|20)\d\d)\s{0,9}年?\s{0,9}第\s{0,9}  # 2022 年 第
    (?P<issue>\d{1,3})\s{0,9}期  # 2 期
    (?:\s{0,9}[(（]\s{0,9}总第?\s{0,9}(?P<whole>\d{1,4})\s{0,9}期\s{0,9}[)）])?  # ( 总第 2 期 )
    """,
    re.VERBOSE,
)
FULL_DATE = re.compile(
    r"""
      (?<!\d)((?:19|20)\d\d)\s{0,9}年\s{0,9}\d{1,2}\s{0,9}月\s{0,9}\d{1,2}\s{0,9}日  # 2022 年 2 月 2 日
    | ([一二][〇○零九][〇○零一二三四五六七八九]{2})年[一二三四五六七八九十]{1,2}月  # 一〇〇〇年一月
    """,
    re.VERBOSE,
)
NUMERALS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
LONGEST_REPORT = 6000  # characters of a piece of news, whose bare days take no year from a day of another matter
COVER = 5000  # characters in which a cover prints the number of its issue
LEAST_HAN = 150  # characters from which on a text must show the common ones
LEAST_FUNCTION = 0.05  # share of them that any Chinese prose or table of offices has
FUNCTION = frozenset(COMMON["gb18030"] + COMMON["big5"])


def document_of_reading(
    reading: Reading, name: str, sha256: str, entry: Entry | None = None, jurisdiction: str | None = None
) -> Document:
    """The Document of what a reader read."""
    entry = entry or Entry(name)
    text = reading.text
    starts = [0]
    starts.extend(match.end() for match in re.finditer("\n", text))
    return Document(
        name=name,
        text=text,
        sha256=sha256,
        jurisdiction=entry.jurisdiction or jurisdiction,
        issue=entry.issue or _issue(text),
        issue_given=bool(entry.issue),
        published=entry.published,
        url=entry.url,
        year=_year(entry, text),
        media=reading.media,
        reading=reading.by,
        regions=reading.regions,
        remarks=(*reading.remarks, *_strange(text)),
        line_starts=tuple(starts),
    )


def document_of(text: str, name: str = "text.txt", sha256: str | None = None, entry: Entry | None = None) -> Document:
    """The Document of a text already decoded (a paste, a test)."""
    digest = sha256 or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return document_of_reading(Reading(text), name, digest, entry)


def _strange(text: str) -> tuple[Remark, ...]:
    """A doubt about a text that has Chinese characters but hardly a common one: it was encoded in a way nobody told."""
    sample = text[:200_000]
    han = HAN_CHARACTER.findall(sample)
    if len(han) < LEAST_HAN:
        return ()
    counts = Counter(han)
    share = sum(counts[char] for char in FUNCTION) / len(han)
    if share >= LEAST_FUNCTION:
        return ()
    end = next((i for i, char in enumerate(text) if char == "\n" and i > 0), len(text))
    return (Remark(0, min(end, 200), "readers.strange", "strange_text", (("count", str(len(han))),)),)


def _year(entry: Entry, text: str) -> int | None:
    """The year of an issue: as the manifest says, else that of 2022年第2期, else that of most dates."""
    for source in (entry.published, entry.issue):
        if source and (match := re.match(r"(?:19|20)\d\d", source)):
            return int(match[0])
    if match := ISSUE.search(text, 0, COVER):
        return int(match["year"])
    dates = FULL_DATE.finditer(text)
    if len(text) <= LONGEST_REPORT:
        dates = (match for match in dates if not is_told_later(text, match.start()))
    years = Counter(match[1] or match[2].translate(NUMERALS) for match in dates)
    return int(years.most_common(1)[0][0]) if years else None


def _issue(text: str) -> str | None:
    """The issue as the cover prints it: 2022年第2期(总第41期); None if there is no cover."""
    match = ISSUE.search(text, 0, COVER)
    if not match:
        return None
    whole = f"(总第{match['whole']}期)" if match["whole"] else ""
    return f"{match['year']}年第{match['issue']}期{whole}"
