"""A parsed page → its blocks in reading order: paragraphs and table rows, each with the element that it stands in.

In:  <td>一、<b>总则</b><br>本办法…</td>   Out: Block("一、总则"), Block("本办法…")

A table is data where two of its rows have two filled cells and no table stands in it; other tables are layout, and their cells
paragraphs. A merged cell is given to each of its rows; a cell over several columns leaves the others empty.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import islice
from typing import Any

from extract.errors import ReadError
from extract.readers.fold import folded

Element = Any  # lxml says nothing of its types
Step = tuple[str, Element, int, bool]  # open, close or tail; the element, how deep it stands, whether within a link
SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "iframe",
        "object",
        "embed",
        "applet",
        "select",
        "option",
        "button",
        "textarea",
        "input",
        "head",
        "svg",
        "canvas",
        "template",
        "map",
        "audio",
        "video",
        "datalist",
        "menu",
    ]
)
PARAGRAPHS = frozenset(
    [
        "html",
        "body",
        "p",
        "div",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "header",
        "footer",
        "nav",
        "aside",
        "main",
        "form",
        "fieldset",
        "center",
        "blockquote",
        "pre",
        "address",
        "figure",
        "figcaption",
        "dir",
    ]
)
HIDDEN = re.compile(r"display\s{0,4}:\s{0,4}none|mso-hide\s{0,4}:\s{0,4}all", re.I)
UNSEEN = re.compile(r"visibility\s{0,4}:\s{0,4}hidden", re.I)
SENTENCES = 5  # in what a script will show once it has run: an article, no menu
SPACE = re.compile(r"[ \t\r\n\f\v]+")
ENTITY = re.compile(
    r"""
      &(?:nbsp|ensp|emsp|thinsp|[lr][sd]quo|middot|[mn]dash|hellip  # escaped twice: &amp;nbsp;
    | \#\d{2,6}|\#x[0-9a-f]{2,5});  # &amp;#12288;
    """,
    re.VERBOSE | re.IGNORECASE,
)
PARTS = {"thead": 0, "tfoot": 2}  # of a table: where a browser shows its rows
WIDEST, TALLEST = 200, 2000  # columns and rows that one merged cell may span
DEEPEST = 400
MOST_INNER, INNERMOST = 300, 4  # tables in a table of data, and how many of them one in another


@dataclass(slots=True)
class Block:
    """A paragraph or a table row of a page; `links`: how many of its characters are links."""

    element: Element
    text: str
    links: int = 0
    cells: tuple[str, ...] = ()
    heading: bool = False

    @property
    def length(self) -> int:
        """Characters, white space left out."""
        return len("".join(self.text.split()))


@dataclass(slots=True)
class _Line:
    """The paragraph that is being put together."""

    parts: list[str] = field(default_factory=list)
    links: int = 0

    def take(self) -> tuple[str, int]:
        text, links = tidy("".join(self.parts)), self.links
        self.parts, self.links = [], 0
        return text, links


def tidy(text: str) -> str:
    """Text of a page on one line, as a browser shows it."""
    if "&" in text:
        text = ENTITY.sub(lambda match: unescape(match[0]), text)
    return SPACE.sub(" ", folded(text.replace("\xa0", " "))).strip(" ")


def blocks_of(root: Element) -> list[Block]:
    """The blocks below an element, in their order. Raises a ReadError if elements stand too deep in one another."""
    blocks: list[Block] = []
    line = _Line()

    def close(element: Element) -> None:
        text, links = line.take()
        if text.strip("\u3000 "):
            blocks.append(Block(element, text, links, heading=_is_heading(element)))

    stack: list[Step] = [("open", root, 0, False)]
    while stack:
        step, element, depth, linked = stack.pop()
        if step == "tail":
            _add(line, element.tail, linked)
            continue
        tag = element.tag if isinstance(element.tag, str) else ""
        if step == "close":
            close(element)
            continue
        if not tag or tag in SKIPPED or is_hidden(element):
            continue
        if depth > DEEPEST:
            raise ReadError("nested_too_deeply")
        if tag in {"br", "hr"}:
            close(element.getparent() if element.getparent() is not None else element)
            continue
        if tag == "table" and (rows := data_rows(element)):
            close(element)
            blocks += rows
            continue
        inline = tag not in PARAGRAPHS
        linked = linked or (tag == "a" and not _is_mark(element))
        if not inline:
            close(element.getparent() if element.getparent() is not None else element)
            stack.append(("close", element, depth, linked))
        _add(line, element.text, linked)
        stack += _steps_within(element, depth, linked)
    close(root)
    return blocks


def _steps_within(element: Element, depth: int, linked: bool) -> Iterator[Step]:
    """The children of an element, the last first, since the last of the stack is taken next."""
    for child in reversed(element):
        if child.tail:
            yield "tail", child, depth, linked
        yield "open", child, depth + 1, linked


def _add(line: _Line, text: str | None, linked: bool) -> None:
    if text:
        line.parts.append(text)
        if linked:
            line.links += len("".join(text.split()))


def is_hidden(element: Element) -> bool:
    """Whether a browser does not show an element."""
    style = element.get("style") or ""
    if HIDDEN.search(style) or element.get("hidden") is not None:
        return True
    if element.tag == "div" and element.get("title") in {"header", "footer"}:  # of a page, as LibreOffice saves it
        return True
    if element.tag == "del" and element.get("datetime"):  # a revision that a word processor has kept
        return True
    return bool(UNSEEN.search(style)) and "".join(element.itertext()).count("。") < SENTENCES


def _is_mark(anchor: Element) -> bool:
    """Whether an anchor only names a place in the text: <a name="OLE_LINK2">, which word processors put around whole documents."""
    return anchor.get("name") is not None and anchor.get("href") is None and anchor.get("onclick") is None


def _is_heading(element: Element) -> bool:
    node: Element | None = element
    for _ in range(3):
        if node is None or not isinstance(node.tag, str):
            return False
        if node.tag in {"h1", "h2", "h3"}:
            return True
        node = node.getparent()
    return False


def data_rows(table: Element) -> list[Block]:
    """The rows of a table of data; none for a table that only lays out a page."""
    if _is_frame(table):
        return []
    rows = _rows(table)
    nested = any(inner is not table and _filled(inner) for inner in table.iter("table"))
    if nested and not _holds_some(rows):
        return []
    grid = _grid(rows)
    full = sum(sum(bool(text) for text in cells) >= 2 for cells, _ in grid)
    if full < 2 and not any(_is_lone_row(row, cells) for row, (cells, _) in zip(rows, grid, strict=True)):
        return []
    kept = []
    for row, (cells, links) in zip(rows, grid, strict=True):
        if any(cells):
            kept.append(Block(row, "\t".join(cells), links, tuple(cells)))
    return kept


def _is_frame(table: Element) -> bool:
    """Whether so many tables stand in a table, or so many one in another, that it lays out a page, or would harm its reader."""
    inner = list(islice(table.iterdescendants("table"), MOST_INNER + 1))
    if len(inner) > MOST_INNER:
        return True
    depths: dict[Element, int] = {table: 0}
    for one in inner:  # in the order of the page: what a table stands in comes before it
        depths[one] = depths[next(one.iterancestors("table"))] + 1
        if depths[one] > INNERMOST:
            return True
    return False


def _rows(table: Element) -> list[Element]:
    """The rows of a table, not those of tables in it, in the order in which a browser shows its parts."""
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table"), table) is table]
    return sorted(rows, key=lambda row: PARTS.get(row.getparent().tag, 1))


def _holds_some(rows: list[Element]) -> bool:
    """Whether a table in whose cells tables stand is one of data: rows of three cells, without one, hold most of its text."""
    lengths = {True: 0, False: 0}
    full = 0
    for row in rows:
        plain = not any(_filled(inner) for inner in row.iter("table"))
        lengths[plain] += len("".join("".join(row.itertext()).split()))
        full += plain and sum(bool("".join(cell.itertext()).strip()) for cell in row if cell.tag in ("td", "th")) > 2
    return full > 1 and lengths[True] > lengths[False]


def _is_lone_row(row: Element, cells: list[str]) -> bool:
    """Whether the only full row of a table is one of data: three cells or more of a paragraph each."""
    filled = [cell for cell in row if cell.tag in ("td", "th") and len(blocks_of(cell)) == 1]
    return len(filled) > 2 and len(filled) == sum(bool(text) for text in cells)


def _filled(table: Element) -> bool:
    filled = (cell for cell in table.iter("td", "th") if any(text.strip() for text in cell.itertext()))
    return len(list(islice(filled, 2))) > 1


def _grid(rows: list[Element]) -> list[tuple[list[str], int]]:
    """The cells of each row, merged ones given to each; how many characters are links."""
    grid: list[tuple[list[str], int]] = []
    below: dict[int, tuple[int, str]] = {}  # column → rows still to come, text
    for row in rows:
        cells: list[str] = []
        links = 0

        def from_above(cells: list[str]) -> None:
            while len(cells) in below:
                left, text = below[len(cells)]
                if left <= 1:
                    del below[len(cells)]
                else:
                    below[len(cells)] = (left - 1, text)
                cells.append(text)

        for cell in row:
            if cell.tag not in ("td", "th") or is_hidden(cell):
                continue
            from_above(cells)
            text, linked = cell_text(cell)
            links += linked
            across, down = _span(cell, "colspan", WIDEST), _span(cell, "rowspan", TALLEST)
            for index in range(across):
                if down > 1:
                    below[len(cells)] = (down - 1, text if index == 0 else "")
                cells.append(text if index == 0 else "")
        from_above(cells)
        grid.append((cells, links))
    return grid


def _span(cell: Element, name: str, most: int) -> int:
    value = (cell.get(name) or "1").strip()
    if value == "0" and name == "rowspan":  # to the end of its part of the table
        return min(most, 1 + sum(1 for _ in cell.getparent().itersiblings("tr")))
    return min(max(1, int(value)), most) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def cell_text(cell: Element) -> tuple[str, int]:
    """The text of a cell on one line, its paragraphs divided by a blank; how many characters are links."""
    blocks = list(_inner(cell))
    return " ".join(text for text, _ in blocks), sum(links for _, links in blocks)


def _inner(cell: Element) -> Iterator[tuple[str, int]]:
    for block in blocks_of_cell(cell):
        yield block.text, block.links


def blocks_of_cell(cell: Element) -> list[Block]:
    """The paragraphs of a cell; a table within it holds one cell and is none of data."""
    return blocks_of(cell)
