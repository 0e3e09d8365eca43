"""Web pages → Reading: the document of the page, a table row a line, the element of each block remembered."""

import re
from contextlib import suppress

from lxml import etree, html

from extract.errors import ReadError
from extract.readers.encodings import decoded
from extract.readers.limits import LIMITS, Limits
from extract.readers.pages.blocks import Block, Element, blocks_of
from extract.readers.pages.main_part import document_blocks
from extract.readers.pages.placed import join_placed
from extract.readers.reading import Reading, Writer
from extract.regions import Remark

DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
PAGE_NUMBER = re.compile(r"^\s*[-—－–·•]{1,3}\s*\d{1,4}\s*[-—－–·•]{1,3}\s*$")
MOST_FRAMES = 50
BARE_NUMBER = re.compile(r"^\s*\d{1,3}\s*$")


def read_html(data: bytes, name: str, limits: Limits = LIMITS) -> Reading:
    """The Reading of a web page."""
    page = decoded(data, name, tolerant=True)
    return read_markup(page.text, name, page.lost)


def read_markup(markup: str, name: str, lost: int = 0) -> Reading:
    """The Reading of the mark-up of a page, already decoded; raises ReadError for one that says nothing."""
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, recover=True)
    try:
        root = html.document_fromstring(DECLARATION.sub("", markup).replace("\x00", ""), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadError("page_no_text", name=name) from error
    _put_in_frames(root, parser)
    join_placed(root)
    _break_lines(root)
    blocks = without_page_numbers(document_blocks(root, blocks_of(root)))
    if not blocks:
        if frames := [frame.get("src", "") for frame in root.iter("frame", "iframe") if frame.get("src")]:
            raise ReadError("page_of_frames", name=name, frames=", ".join(frames)[:200])
        raise ReadError("page_no_text", name=name)
    writer, tree = Writer(), root.getroottree()
    for block in blocks:
        element = tree.getpath(block.element)
        if block.cells:
            writer.row(block.cells, element)
        else:
            writer.line(block.text, element=element)
    head = (0, min(writer.length, 100))
    remarks: list[Remark] = []
    if lost:
        remarks.append(Remark(*head, "readers.characters", "characters_lost", (("count", str(lost)),)))
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        remarks.append(Remark(*head, "readers.depth", "nested_text_lost"))
    return Reading(writer.text, "html", regions=writer.regions, remarks=tuple(remarks))


def _put_in_frames(root: Element, parser: html.HTMLParser) -> None:
    """Puts in the place of each frame that holds a page of its own (srcdoc) what that page shows."""
    for frame in list(root.iter("iframe"))[:MOST_FRAMES]:
        if not (written := frame.get("srcdoc", "").strip()) or frame.getparent() is None:
            continue
        with suppress(etree.ParserError, etree.XMLSyntaxError, ValueError):
            body = html.document_fromstring(written, parser=parser).find("body")
            if body is not None:
                body.tag, body.tail = "div", frame.tail
                frame.getparent().replace(frame, body)


def _break_lines(root: Element) -> None:
    """Puts a <br> for each line break where a page shows its text as it was typed: <pre>."""
    for typed in root.iter("pre", "xmp", "listing"):
        for element in list(typed.iter()):
            _broken(element, element.text, None)
            if element is not typed:
                _broken(element.getparent(), element.tail, element)


def _broken(parent: Element, text: str | None, after: Element | None) -> None:
    """Divides the text of an element, or the text behind one of its children, at its line breaks."""
    if not text or "\n" not in text or (after is None and not isinstance(parent.tag, str)):
        return
    first, *rest = text.split("\n")
    if after is None:
        parent.text, position = first, 0
    else:
        after.tail, position = first, parent.index(after) + 1
    breaks = []
    for line in rest:
        mark = etree.Element("br")
        mark.tail = line
        breaks.append(mark)
    parent[position:position] = breaks


def without_page_numbers(blocks: list[Block]) -> list[Block]:
    """The blocks without the page numbers of a print, a sentence that one divides put together again."""
    kept: list[Block] = []
    numbered = sum(bool(PAGE_NUMBER.match(block.text)) for block in blocks)
    for index, block in enumerate(blocks):
        last = index >= len(blocks) - 2
        if not block.cells and (PAGE_NUMBER.match(block.text) or (last and BARE_NUMBER.match(block.text))):
            continue
        kept.append(block)
    return kept if numbered or len(kept) < len(blocks) else blocks
