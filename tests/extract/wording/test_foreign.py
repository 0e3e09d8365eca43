"""What other programs say is said in our words: each sentence that they can say now has its code, in both languages."""

import bz2
import csv
import gzip
import io
import lzma
import re
import sqlite3
import tomllib
import zipfile
from collections.abc import Callable

import pytest
from lxml import etree

from extract.errors import ReadError
from extract.wording.foreign import FILE, meaning_of
from extract.wording.reasons import reason, reason_of
from extract.wording.texts import texts_of

ENTRIES = texts_of("extract.wording", FILE)
CHINESE = re.compile(r"[\u4e00-\u9fff]")
PACKED = io.BytesIO()
with zipfile.ZipFile(PACKED, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("a.txt", "安山县人民政府" * 50)
ZIP = PACKED.getvalue()
CENTRAL = ZIP.index(b"PK\1\2")


@pytest.mark.parametrize("code", ENTRIES)
def test_each_entry_knows_its_example_and_speaks_both_languages(code: str) -> None:
    entry = ENTRIES[code]
    assert set(entry) == {"says", "example", "zh", "en"}
    assert meaning_of(entry["example"]).code == code
    assert CHINESE.search(entry["zh"])
    assert not CHINESE.search(entry["en"])


# what is given to another program, and the code of what it says
FAULTS: tuple[tuple[Callable[[], object], str], ...] = (
    (lambda: zipfile.ZipFile(io.BytesIO(b"no archive")), "foreign_no_zip"),
    (lambda: zipfile.ZipFile(io.BytesIO(ZIP[:CENTRAL] + b"\0" + ZIP[CENTRAL + 1 :])), "foreign_altered"),
    (lambda: gzip.decompress(b"PK12345"), "foreign_other_format"),
    (lambda: gzip.decompress(gzip.compress(b"1234")[:-10]), "foreign_breaks_off"),
    (lambda: bz2.decompress(b"1234"), "foreign_altered"),
    (lambda: lzma.decompress(b"1234"), "foreign_breaks_off"),
    (lambda: etree.fromstring(b"no XML"), "foreign_not_xml"),
    (lambda: etree.fromstring(b"<a>"), "foreign_tag_open"),
    (lambda: etree.fromstring(b"<a><b></a>"), "foreign_tag_open"),
    (lambda: etree.fromstring(b"<a/><b/>"), "foreign_after_end"),
    (lambda: etree.fromstring(b"<a>\xff</a>"), "foreign_wrong_bytes"),
    (lambda: etree.fromstring(b"<a>&b;</a>"), "foreign_wrong_reference"),
    (lambda: list(csv.reader(["a" * (csv.field_size_limit() + 1)])), "foreign_field_too_long"),
    (lambda: tomllib.loads("a"), "foreign_equals_sign"),
    (lambda: tomllib.loads("a="), "foreign_value"),
    (lambda: tomllib.loads("a=1\na=2"), "foreign_twice"),
    (lambda: tomllib.loads("a=[1"), "foreign_not_closed"),
    (lambda: tomllib.loads("a='x"), "foreign_not_closed"),
    (lambda: tomllib.loads("a=1 b"), "foreign_statement"),
    (lambda: tomllib.loads('a="\\q"'), "foreign_backslash"),
    (lambda: sqlite3.connect("/no/such/folder/x").execute("SELECT 1"), "foreign_database_shut"),
    (lambda: sqlite3.connect(":memory:").execute("SELECT * FROM x"), "foreign_database_damaged"),
)


@pytest.mark.parametrize(("attempt", "code"), FAULTS)
def test_what_a_program_says_now_is_known(attempt: Callable[[], object], code: str) -> None:
    with pytest.raises(Exception) as caught:  # noqa: PT011 — of each library another one
        attempt()
    assert meaning_of(str(caught.value)).code == code


def test_the_line_and_column_that_a_program_names_are_kept() -> None:
    fault = reason_of("Premature end of data in tag a line 1, line 3, column 4 (<string>, line 3)")
    assert fault.text("zh") == "第 3 行第 4 列，标签没有闭合"
    assert fault.text("en") == "a tag is not closed at line 3, column 4"


def test_a_sentence_that_nobody_knows_is_quoted() -> None:
    assert reason_of("gears are stuck").text("zh") == "程序原话：gears are stuck"
    assert reason_of("gears are stuck").text("en") == "gears are stuck"


def test_an_error_given_as_a_value_is_said_in_our_words() -> None:
    fault = zipfile.BadZipFile("File is not a zip file")
    assert reason("docx_damaged", name="a.docx", fault=fault).text("zh") == (
        "a.docx: 已损坏，不能作为 DOCX 读取（不是 ZIP 压缩文件）"
    )
    gzipped = gzip.BadGzipFile("Not a gzipped file (b'PK')")
    assert str(ReadError("backup_unread", path="b", fault=gzipped).reason.text("zh")).count("gzip") == 0
