"""Round red stamps come off a page; red heads, black rings and what a stamp lies over stay."""

from typing import Any

import pytest

from tests.extract.readers.prints.test_scan import font_of, needs_ocr

RED, BLACK = (215, 40, 40), (0, 0, 0)


def page(ring: tuple[int, int, int] | None, head: tuple[int, int, int] = RED) -> Any:
    """A page with a head, two lines, and a ring with a star over the second."""
    import numpy as np
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (1240, 900), "white")
    pen = ImageDraw.Draw(image)
    if ring:
        pen.ellipse((700, 500, 940, 740), outline=ring, width=8)
        pen.text((795, 590), "★", fill=ring, font=font_of(50))
    pen.text((280, 80), "安山县人民政府文件", fill=head, font=font_of(72))
    pen.text((120, 300), "任命方小舟为县水利局局长。", fill=BLACK, font=font_of(34))
    pen.text((700, 600), "安山县人民政府", fill=BLACK, font=font_of(34))
    return np.asarray(image)


def reds(picture: Any) -> int:
    """Pixels that are clearly red."""
    wide = picture.astype(int)
    return int(((wide[:, :, 0] - wide[:, :, 1]) > 60).sum())


@needs_ocr
def test_a_red_ring_comes_off_and_the_head_stays() -> None:
    from extract.readers.prints.pixels.stamps import without_stamps

    bare, stamped = page(None), page(RED)
    cleaned = without_stamps(stamped)
    assert reds(bare) <= reds(cleaned) < reds(bare) + 0.05 * (reds(stamped) - reds(bare))


@needs_ocr
@pytest.mark.parametrize("picture", [(None, RED), (BLACK, RED), (None, BLACK), (BLACK, BLACK)])
def test_what_is_no_stamp_stays(picture: tuple[Any, Any]) -> None:
    from extract.readers.prints.pixels.stamps import without_stamps

    given = page(*picture)
    assert (without_stamps(given) == given).all()


@needs_ocr
def test_the_name_below_a_stamp_is_read() -> None:
    import io

    from PIL import Image

    from extract.readers.opening import reading_of_bytes

    out = io.BytesIO()
    Image.fromarray(page(RED)).save(out, "PNG")
    found = reading_of_bytes(out.getvalue(), "a.png").text.splitlines()
    assert "安山县人民政府文件" in found
    assert found[-1].strip() == "安山县人民政府"
