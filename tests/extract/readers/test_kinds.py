"""The kind of a file is told by its bytes, not by its name."""

import pytest

from extract.errors import ReadError
from extract.readers.kinds import Kind, kind_of
from tests.extract.readers.paths.test_listing import packed

PAGE = "<!DOCTYPE html>\n<html><head><title>通知</title></head><body><p>请做好工作。</p></body></html>"
FRAGMENT = "\n\n<table><tr><td>一</td></tr></table><div>" + "<p>二</p>" * 5 + "</div>"
MARKED = "组长：丁力<p>区委书记</p>\n副组长：王平<p>区长</p>\n" * 9


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (PAGE.encode(), "a.doc", Kind.HTML),
        (PAGE.encode("utf-16"), "a", Kind.HTML),
        (b"<!-- saved -->\n" + PAGE.encode("gb18030"), "a.txt", Kind.HTML),
        (FRAGMENT.encode("gb18030"), "a.htm", Kind.HTML),
        (MARKED.encode(), "a.txt", Kind.TEXT),
        ("# 通知\n\n**请**做好。".encode(), "a.md", Kind.MARKDOWN),
        ("序号,单位\n1,县教育局\n".encode("gb18030"), "a.csv", Kind.CSV),
        (b"{\\rtf1\\ansi hello}", "a.doc", Kind.RTF),
        (b"\n%PDF-1.4\n", "a.txt", Kind.PDF),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a.pdf", Kind.PICTURE),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a", Kind.PICTURE),
        (packed({"word/document.xml": b"<w/>"}), "a.doc", Kind.DOCX),
        (packed({"xl/workbook.xml": b"<w/>"}), "a.zip", Kind.XLSX),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "a", Kind.ODS),
        (packed({"ppt/presentation.xml": b"<p/>"}), "a.pptx", Kind.SLIDES),
        (packed({"a.txt": b"1"}), "a.docx", Kind.ZIP),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "a.xls", Kind.DOC),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a.docx", Kind.ENCRYPTED),
        (b"Rar!\x1a\x07\x00", "a.zip", Kind.ARCHIVE),
        ("BMW 是一种汽车。\n".encode(), "a.txt", Kind.TEXT),
    ],
)  # fmt: skip
def test_the_kind_is_that_of_the_bytes(data: bytes, name: str, kind: Kind) -> None:
    assert kind_of(data, name) is kind


@pytest.mark.parametrize("data", [b"", b" \n\r\t", b"\xef\xbb\xbf\n", b"\x00" * 40, b"\xff\xfe"])
def test_an_empty_file_is_said_to_be_empty(data: bytes) -> None:
    with pytest.raises(ReadError, match="empty"):
        kind_of(data, "a.txt")
