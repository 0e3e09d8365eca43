"""Makes extract/readers/prints/pdfium/unseen.ttf, the font for characters that no font of the machine can draw.

    pip install fonttools && python -m bench.unseen_font

One glyph as wide as high for all Chinese characters, kana and full-width signs, one half as wide for the others; each is two dots in
opposite corners of its box, which no picture shows.
"""

from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

OUT = Path(__file__).parents[1] / "extract" / "readers" / "prints" / "pdfium" / "unseen.ttf"
EM, ASCENT, DESCENT = 1000, 880, -120
LATIN = ((0x21, 0x7E), (0xA1, 0x52F))
WIDE = ((0x2000, 0xD7FF), (0xE000, 0xFFFD), (0x20000, 0x3FFFF))


def corners(left: int, bottom: int, right: int, top: int) -> Any:
    """A glyph of two dots in opposite corners of a box."""
    pen = TTGlyphPen(None)
    for x, y, step in ((left, bottom, 1), (right, top, -1)):
        pen.moveTo((x, y))
        pen.lineTo((x, y + step))
        pen.lineTo((x + step, y))
        pen.closePath()
    return pen.glyph()


def made() -> FontBuilder:
    """The font; its map of characters is of format 13, many characters to one glyph."""
    font = FontBuilder(EM, isTTF=True)
    font.setupGlyphOrder([".notdef", "latin", "wide"])
    font.setupGlyf(
        {".notdef": corners(0, 0, 1, 1), "latin": corners(40, -10, 460, 700), "wide": corners(40, -80, 960, 840)}
    )
    font.setupHorizontalMetrics({".notdef": (EM, 0), "latin": (EM // 2, 40), "wide": (EM, 40)})
    font.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    font.setupCharacterMap({})
    table = CmapSubtable.newSubtable(13)
    table.platformID, table.platEncID, table.language = 3, 10, 0
    table.cmap = {
        code: glyph for glyph, spans in (("latin", LATIN), ("wide", WIDE)) for a, b in spans for code in range(a, b + 1)
    }
    font.font["cmap"].tables = [table]
    font.setupOS2(sTypoAscender=ASCENT, sTypoDescender=DESCENT, usWinAscent=ASCENT, usWinDescent=-DESCENT)
    font.setupNameTable({"familyName": "Zhize Unseen", "styleName": "Regular"})
    font.setupPost(keepGlyphNames=False)
    font.font["head"].created = font.font["head"].modified = 0
    font.font.recalcTimestamp = False
    return font


if __name__ == "__main__":
    made().save(OUT)
    print(f"{OUT.name}: {OUT.stat().st_size} bytes")
