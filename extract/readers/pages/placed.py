"""Pages that a program made of a PDF, each stretch of text put in its place by its classes → stretches of one line are one element.

    .x25{left:71.8px;} .y45{bottom:512.4px;} .y46{bottom:513.9px;}
    <div class="t x25 y45">胜诉率约为</div><div class="t x26 y46">17%</div>  →  <div class="t x25 y45">胜诉率约为17%</div>

Letters and digits of another font are stretches of their own there, a little higher or lower, and would be lines.
"""

import re

from extract.readers.pages.blocks import Element

GENERATOR = re.compile(r"pdf2html", re.I)
PLACE = re.compile(
    r"""
    \.(?P<name>[xy][0-9a-f]{1,6})  # .x25
    \{(?:left|bottom):(?P<pixels>-?\d{1,6}(?:\.\d{1,9})?)px  # {left:71.8px
    """,
    re.VERBOSE,
)
LEVEL = 6.0  # pixels by which stretches of one line may stand higher or lower


def join_placed(root: Element) -> None:
    """Puts what stands to the right of a stretch, as high, into its element."""
    if not any(GENERATOR.search(meta.get("content", "")) for meta in root.iter("meta")):
        return
    places = {
        match["name"]: float(match["pixels"])
        for style in root.iter("style")
        for match in PLACE.finditer(style.text or "")
    }
    line: Element | None = None
    reached = height = 0.0
    for element in list(root.iter("div")):
        names = element.get("class", "").split()
        if "t" not in names:
            line = None
            continue
        left, bottom = (next((places[n] for n in names if n[0] == axis and n in places), None) for axis in "xy")
        if left is None or bottom is None:
            line = None
        elif (
            line is not None
            and line.getparent() is element.getparent()
            and left > reached
            and abs(bottom - height) < LEVEL
        ):
            _put_into(line, element)
            reached = left
        else:
            line, reached, height = element, left, bottom


def _put_into(line: Element, element: Element) -> None:
    line.append(element)
    element.tag, element.tail = "span", None
