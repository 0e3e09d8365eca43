"""What kind of file it is, told by its bytes: a .doc that is a web page, a name without ending, a DOCX called .doc.

In:  bytes (and the name, which only tells Markdown and CSV from other texts)   Out: Kind
"""

import re
import zipfile
import zlib
from enum import StrEnum
from io import BytesIO
from pathlib import PurePath

from extract.errors import ReadError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PICTURES = (
    (b"\x89PNG\r\n\x1a\n", 0),
    (b"\xff\xd8\xff", 0),
    (b"II*\x00", 0),
    (b"MM\x00*", 0),
    (b"BM", 0),
    (b"GIF8", 0),
    (b"WEBP", 8),
)
TAG = re.compile(
    r"""
    </?  # </
    (?:
        html|head|body|div|table|tbody|tr|td|p|span|br|a|font|meta|title|script
      | style|link|center|ul|li|h[1-6]|section|article|img  # style
    )
    \b[^<>]{0,2000}>  # 某>
    """,
    re.VERBOSE | re.I,
)
OPENS_AS_PAGE = re.compile(
    r"""
    (?:<\?xml[^>]{0,200}\?>|<!--.{0,2000}?-->|\s)*<  # <?xml某?><
    (?:
        !doctype\s+html|html|head|body|meta|title|div|table|center|style|script|link  # !doctype html
      | article|section
    )
    \b""",
    re.VERBOSE | re.I | re.S,
)
MIME_HEAD = re.compile(
    rb"""
    \s*
    (?:
      (?:
          MIME-Version|From|Subject|Date|Snapshot-Content-Location|Content-Type
        | X-[\w-]+
      )
      :[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*
    ){2,}""",
    re.VERBOSE | re.I,
)
SHEET = re.compile(r"<(?:\w{1,9}:)?Workbook\b")
HEAD = 20_000  # characters in which a page shows itself
LEAST_TAGS = 8
TAGGED = 0.08  # share of characters in tags from which on a text is a page though it does not open as one


class Kind(StrEnum):
    """A kind of file that is read, or recognised only to be refused by name."""

    TEXT = "text"
    HTML = "html"
    MHTML = "mhtml"
    MARKDOWN = "markdown"
    CSV = "csv"
    RTF = "rtf"
    PDF = "pdf"
    PICTURE = "picture"
    DOC = "doc"
    DOCX = "docx"
    XLS = "xls"
    XLSX = "xlsx"
    ODS = "ods"
    ODT = "odt"
    ZIP = "zip"
    WORD_XML = "word-xml"
    SHEET_XML = "sheet-xml"
    SLIDES = "slides"
    ENCRYPTED = "encrypted"
    ARCHIVE = "archive"
    SOUND_OR_FILM = "media"
    PROGRAM = "program"
    OFD = "ofd"
    UNKNOWN = "unknown"


OTHERS = (
    (b"7z\xbc\xaf\x27\x1c", Kind.ARCHIVE),
    (b"Rar!\x1a\x07", Kind.ARCHIVE),
    (b"\x1f\x8b", Kind.ARCHIVE),
    (b"BZh", Kind.ARCHIVE),
    (b"\xfd7zXZ", Kind.ARCHIVE),
    (b"ID3", Kind.SOUND_OR_FILM),
    (b"RIFF", Kind.SOUND_OR_FILM),
    (b"OggS", Kind.SOUND_OR_FILM),
    (b"\x7fELF", Kind.PROGRAM),
    (b"MZ\x90\x00", Kind.PROGRAM),
    (b"\xca\xfe\xba\xbe", Kind.PROGRAM),
    (b"SQLite format 3", Kind.PROGRAM),
)
REFUSED = {
    Kind.SLIDES: "slides",
    Kind.ENCRYPTED: "encrypted_kind",
    Kind.ARCHIVE: "archive_kind",
    Kind.SOUND_OR_FILM: "sound_or_film",
    Kind.PROGRAM: "program",
    Kind.OFD: "ofd",
    Kind.UNKNOWN: "unknown_kind",
}
PACKED = (
    ("word/document", Kind.DOCX),
    ("xl/workbook", Kind.XLSX),
    ("ppt/presentation", Kind.SLIDES),
    ("OFD.xml", Kind.OFD),
)


def kind_of(data: bytes, name: str) -> Kind:
    """The kind of a file by its bytes; raises ReadError for one that is empty."""
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise ReadError("file_empty", name=name)
    if data[:4] == b"PK\x03\x04" or data[:4] == b"PK\x05\x06":
        return _packed(data)
    if data.startswith(OLE):
        return _compound(data)
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data[:5].lower() == b"{\\rtf":
        return Kind.RTF
    if any(data[offset : offset + len(mark)] == mark for mark, offset in PICTURES) and not _is_prose(data):
        return Kind.PICTURE
    for mark, kind in OTHERS:
        if data.startswith(mark):
            return kind
    if data[4:8] == b"ftyp":
        return Kind.SOUND_OR_FILM
    return _written(data, name)


def _is_prose(data: bytes) -> bool:
    """Whether bytes that open like a bitmap (BM) are a text after all."""
    return data.startswith(b"BM") and b"\x00" not in data[:64]


def _packed(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            names = packed.namelist()[:5000]
            kind = packed.read("mimetype")[:100] if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, zlib.error):
        return Kind.ZIP
    if b"opendocument.spreadsheet" in kind:
        return Kind.ODS
    if b"opendocument.text" in kind:
        return Kind.ODT
    for part, of_part in PACKED:
        if any(name.startswith(part) for name in names):
            return of_part
    return Kind.ZIP


def _compound(data: bytes) -> Kind:
    """An OLE file: the names of its streams tell, in UTF-16."""
    for name, kind in (
        ("EncryptedPackage", Kind.ENCRYPTED),
        ("WordDocument", Kind.DOC),
        ("Workbook", Kind.XLS),
        ("Book", Kind.XLS),
        ("PowerPoint Document", Kind.SLIDES),
    ):
        if name.encode("utf-16-le") in data:
            return kind
    return Kind.UNKNOWN


def _written(data: bytes, name: str) -> Kind:
    """A text of some kind; `decoded` says later whether it can be read."""
    from extract.readers.encodings import decoded

    if MIME_HEAD.match(data[:4000]) and b"multipart/" in data[:8000].lower():
        return Kind.MHTML
    suffix = PurePath(name).suffix.lower()
    try:
        head = decoded(data, name, tolerant=True).text
    except ReadError:
        wide = sum(data.count(mark) for mark in (b"<html", b"<HTML", b"<td", b"<p", b"<div")) >= LEAST_TAGS
        return Kind.HTML if wide else Kind.TEXT
    head = head[:HEAD]
    if "w:wordDocument" in head or "<pkg:package" in head:
        return Kind.WORD_XML
    if "urn:schemas-microsoft-com:office:spreadsheet" in head and SHEET.search(head):
        return Kind.SHEET_XML
    if suffix in {".md", ".markdown"}:
        return Kind.MARKDOWN
    if OPENS_AS_PAGE.match(head) and TAG.search(head):
        return Kind.HTML
    tags = TAG.findall(head)
    if len(tags) >= LEAST_TAGS and re.search(r"</(?:html|body|div)>|<body|<html", head, re.I):
        return Kind.HTML
    if len(tags) >= LEAST_TAGS and sum(map(len, tags)) > TAGGED * len(head) and head.lstrip()[:1] == "<":
        return Kind.HTML
    return Kind.CSV if suffix in {".csv", ".tsv"} else Kind.TEXT
