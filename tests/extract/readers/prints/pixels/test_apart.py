"""Blanks that OCR drops are found in the picture: wide ones everywhere, narrow ones between two bodies only."""

import io
from typing import Any

import pytest

from extract.readers.opening import reading_of_bytes
from tests.extract.readers.prints.test_scan import font_of, needs_ocr

SIZE = 40  # pixels of a character


def line(parts: list[str], gap: float) -> tuple[Any, str, list[float]]:
    """A picture of a line, its parts so many characters apart, its characters, and where the middle of each lies."""
    import numpy as np
    from PIL import Image, ImageDraw

    font, text = font_of(SIZE), "".join(parts)
    width = int((len(text) + gap * (len(parts) - 1) + 1) * SIZE)
    page = Image.new("RGB", (width, 2 * SIZE), "white")
    pen, at, middles = ImageDraw.Draw(page), SIZE / 2, []
    for part in parts:
        for char in part:
            pen.text((at, SIZE / 4), char, fill="black", font=font)
            middles.append((at + SIZE / 2) / width)
            at += SIZE
        at += gap * SIZE
    return np.asarray(page), text, middles


@needs_ocr
@pytest.mark.parametrize(
    ("parts", "gap", "blanks"),
    [
        (["县教育局", "县民政局"], 0.3, {3}),
        (["县教育局", "东山街"], 0.3, {3}),
        (["县供销社", "县邮政局", "县水利局"], 0.3, {3, 7}),
        (["局", "县民政局"], 0.3, {0}),
        (["县教育局", "县民政"], 0.3, {3}),
        (["县教育局", "东山街西"], 0.3, {3}),
        (["县教育局", "各乡镇"], 0.3, {3}),
        (["第十二条", "县长办公会议"], 0.3, {3}),
        (["方小舟", "周琴"], 0.3, {2}),
        (["县教育", "局县民政局"], 0.3, set()),
        (["临江市安山县", "教育局"], 0.3, set()),
        (["县教育局", "县民政局"], 0.0, set()),
        (["方小舟", "周琴文", "王平"], 1.0, {2, 5}),
        (["完成", "了水库加固"], 0.3, set()),
    ],
)
def test_blanks_are_seen(parts: list[str], gap: float, blanks: set[int]) -> None:
    from extract.readers.prints.pixels.apart import blanks_of, gaps_of

    picture, text, middles = line(parts, gap)
    height, width = picture.shape[:2]
    corners = ((0.0, 0.0), (float(width), 0.0), (float(width), float(height)), (0.0, float(height)))
    assert blanks_of(text, gaps_of(picture, corners, text, middles)) == blanks


@needs_ocr
def test_a_narrow_blank_between_two_bodies_is_read() -> None:
    from PIL import Image

    picture, _, _ = line(["县发展改革局", "县交通运输局"], 0.35)
    page = Image.new("RGB", (1200, 400), "white")
    page.paste(Image.fromarray(picture), (100, 160))
    out = io.BytesIO()
    page.save(out, "PNG")
    assert reading_of_bytes(out.getvalue(), "a.png").text.strip() == "县发展改革局 县交通运输局"
