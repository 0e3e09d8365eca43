"""A font for characters that no font of the machine can draw, so that a PDF whose fonts are not in the file is read alike everywhere.

In:  a PDF that names 宋体 and does not carry it, on a machine without a Chinese font
Out: each character with the box that it takes; without it PDFium knows no box, and leaves out what lies outside of all boxes

The font of the machine is asked first. `unseen.ttf` (made by bench/unseen_font.py) has one glyph for all Chinese characters, kana and
full-width signs: two dots in the corners of a square, which a picture of the page does not show.
"""

import ctypes
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2

UNSEEN = Path(__file__).with_name("unseen.ttf")
CHINESE = (134, 136, 128, 129)  # GB2312, Big5, Japanese, Korean: charsets of FPDF_SYSFONTINFO
HANDLE = 0x5A48  # of the font, for PDFium; no address of another one
TABLES, RECORD = 12, 16  # where the list of tables of a font begins, and the length of a record


class _Unseen(pypdfium2.PdfSysfontBase):  # type: ignore[misc]
    """The fonts of the machine, and one more where it has none for a Chinese charset."""

    def MapFont(self, _: Any, weight: int, italic: int, charset: int, pitch: int, face: Any, exact: Any) -> Any:  # noqa: N802
        mapped = self.default.MapFont(self.default, weight, italic, charset, pitch, face, exact)
        return mapped or (HANDLE if charset in CHINESE else mapped)

    def GetFontData(self, _: Any, font: int, table: int, buffer: Any, size: int) -> int:  # noqa: N802
        if font != HANDLE:
            return int(self.default.GetFontData(self.default, font, table, buffer, size))
        data = _table(table)
        if buffer and data and size >= len(data):
            ctypes.memmove(buffer, data, len(data))
        return len(data)

    def GetFaceName(self, _: Any, font: int, buffer: Any, size: int) -> int:  # noqa: N802
        if font != HANDLE:
            return int(self.default.GetFaceName(self.default, font, buffer, size))
        name = b"Zhize Unseen\x00"
        if buffer and size >= len(name):
            ctypes.memmove(buffer, name, len(name))
        return len(name)

    def GetFontCharset(self, _: Any, font: int) -> int:  # noqa: N802
        return CHINESE[0] if font == HANDLE else int(self.default.GetFontCharset(self.default, font))

    def DeleteFont(self, _: Any, font: int) -> None:  # noqa: N802
        if font != HANDLE:
            self.default.DeleteFont(self.default, font)


@cache
def substitute_fonts() -> None:
    """Gives PDFium the font, once a process; nothing where the system has no fonts that PDFium could be asked for."""
    try:
        _Unseen().setup()
    except pypdfium2.PdfiumError:
        return


@cache
def _table(tag: int) -> bytes:
    """A table of the font by its tag, the whole file for 0; b"" if it has none of that tag."""
    data = UNSEEN.read_bytes()
    if tag == 0:
        return data
    for index in range(int.from_bytes(data[4:6], "big")):
        record = data[TABLES + index * RECORD : TABLES + (index + 1) * RECORD]
        if int.from_bytes(record[:4], "big") == tag:
            start, length = (int.from_bytes(record[i : i + 4], "big") for i in (8, 12))
            return data[start : start + length]
    return b""
