"""What a page prints beside the document: page numbers, running heads, the address and time of a browser's print.

In:  the lines of all pages   Out: those lines without them

Only lines at the head and foot of a page are asked; a number counts as a page's only where it goes on from page to page.
"""

import re
from collections import Counter
from collections.abc import Sequence

from extract.readers.prints.lines import Line
from extract.readers.site import SITE, of_print

EDGE = 0.13  # share of a page's height at its head and foot
NUMBER = re.compile(
    r"""
    ^[\s\-—–－_·•~～一]{0,6}(?:第\s{0,3})?(?P<number>\d{1,4})  # 第 2
    (?:\s{0,3}页)?(?:\s{0,3}[,，/]?\s{0,3}共?\s{0,3}\d{1,4}\s{0,3}页?)?  # 页 , 共 2 页
    [\s\-—–－_·•~～一]{0,6}$""",
    re.VERBOSE,
)
DASHED = re.compile(
    r"""
      ^[\s]{0,4}[\-—–－_·•~～]{1,3}\s{0,3}\d{1,4}\s{0,3}[\-—–－_·•~～]{1,3}\s{0,4}$  # - 2 -
    | ^第\s{0,3}\d{1,4}\s{0,3}页  # 第 2 页
    | ^共\s{0,3}\d{1,4}\s{0,3}页[\s,，]{0,3}第\s{0,3}\d{1,4}\s{0,3}页$  # 共3页，第2页
    """,
    re.VERBOSE,
)
BROWSER = re.compile(
    r"""
      https?://\S{4,}|(?:^|\s)\d{1,4}\s?/\s?\d{1,4}$  # https://某某某…
    | ^\d{4}[/-]\d{1,2}[/-]\d{1,2}(?:\s|$).{0,80}$  # 222…/2/2 …
    | ^(?:页码，|第)\d{1,4}(?:/\d{1,4}|页\s{0,3}共\s{0,3}\d{1,4}页)|about:blank|file:///  # 页码，2/2
    """,
    re.VERBOSE,
)
LONE = re.compile(r"\s{0,4}\d{1,3}\s{0,4}$")
APART = 2.0  # sizes of its letters between the text and a page number
LEAST_PAGES = 3
REPEATED = 0.5  # share of the pages on which a running head stands
MOST_EDGE = 3  # lines at the head, and at the foot


def without_furniture(pages: Sequence[tuple[float, list[Line]]]) -> list[list[Line]]:
    """The lines of each page (its height, its lines) without page numbers and running heads."""
    edges = [_edges(height, lines) for height, lines in pages]
    repeated = _repeated(edges)
    offsets = Counter(
        int(match["number"]) - number
        for number, some in enumerate(edges, 1)
        for line in some
        if (match := NUMBER.match(line.text))
    )
    printed = any(re.search(r"https?://", line.text) for some in edges for line in some)
    least = max(2 if printed else LEAST_PAGES, REPEATED * len(pages) * 0.9)
    kept: list[list[Line]] = []
    for number, ((height, lines), some) in enumerate(zip(pages, edges, strict=True), 1):
        gone = set()
        for line in some:
            match = NUMBER.match(line.text)
            runs = bool(match and offsets[int(match["number"]) - number] > 1)
            if (
                runs
                or DASHED.match(line.text)
                or (LONE.match(line.text) and _stands_apart(line, lines, height))
                or (printed and BROWSER.search(line.text))
                or (repeated[_shape(line.text)] >= least and len(line.text.strip()) > 1)
            ):
                gone.add(id(line))
        kept.append([line for line in lines if id(line) not in gone])
    return _without_site(kept)


def _repeated(edges: Sequence[Sequence[Line]]) -> Counter[str]:
    """On how many pages lines stand that differ in their numbers alone; those that stand twice on one page are rows of a list."""
    shapes = [Counter(_shape(line.text) for line in {id(line): line for line in some}.values()) for some in edges]
    rows = {shape for some in shapes for shape, count in some.items() if count > 1}
    return Counter(shape for some in shapes for shape in some if shape not in rows)


def _stands_apart(line: Line, lines: Sequence[Line], height: float) -> bool:
    """Whether a line stands at the foot of a page, far below the text: a number there is the page's, also where no other page says so."""
    if line.middle < (1 - EDGE) * height:
        return False
    above = [other.box[3] for other in lines if other.middle < line.middle and not LONE.match(other.text)]
    return bool(above) and line.box[1] - max(above) > APART * line.size


def _without_site(pages: list[list[Line]]) -> list[list[Line]]:
    """Pages of a web page that was printed: without the head of the site on the first, its foot on the last."""
    filled = [index for index, lines in enumerate(pages) if lines]
    if not filled:
        return pages
    first, last = filled[0], filled[-1]
    head, _ = of_print([line.text for line in pages[first]])
    _, foot = of_print([line.text for line in pages[last]])
    if foot:
        pages[last] = pages[last][: len(pages[last]) - foot]
    if head:
        pages[first] = [line for line in pages[first][head:] if not SITE.search("".join(line.text.split())[:200])]
    return pages


def _edges(height: float, lines: Sequence[Line]) -> list[Line]:
    """The lines at the head and the foot of a page."""
    top = [line for line in lines if line.middle < EDGE * height]
    foot = [line for line in lines if line.middle > (1 - EDGE) * height]
    ends = sorted(lines, key=lambda line: line.middle)
    lone = [line for line in (*ends[:1], *ends[-1:]) if DASHED.match(line.text)]
    return (
        lone
        + sorted(top, key=lambda line: line.middle)[:MOST_EDGE]
        + sorted(foot, key=lambda line: -line.middle)[:MOST_EDGE]
    )


def _shape(text: str) -> str:
    """A line with its numbers left out, as it stands on every page."""
    return re.sub(r"\d+", "#", "".join(text.split()))
