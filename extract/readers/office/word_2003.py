"""XML of Word 2003 (w:wordDocument) → the body as DOCX spells it, so that one reader reads both.

In:  w:vmerge, aml:annotation, wx:sect, footnotes within runs   Out: the body with w:vMerge, no deletions, numbers as text; and the notes
"""

from typing import Any

from lxml import etree

from extract.readers.office.numbering import W

WORDML = b"http://schemas.microsoft.com/office/word/2003/wordml"
HINT = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
AROUND = {"sect", "sub-section", "annotation", "content", "pBdrGroup"}  # elements that only hold others


def body_of(root: Any) -> tuple[Any, list[Any]] | None:
    """The body of a document and its notes; None where it has none."""
    body = root.find(f".//{W}body")
    if body is None:
        return None
    for element in list(body.iter(f"{W}*", "{*}annotation")):
        name = element.tag.rsplit("}", 1)[-1]
        if name == "annotation" and "Deletion" in (element.get(f"{W}type") or ""):
            _drop(element)
        elif name == "vmerge":
            element.tag = f"{W}vMerge"
        elif name == "listPr":
            _print_number(element)
    for element in list(body.iter()):
        if isinstance(element.tag, str) and element.tag.rsplit("}", 1)[-1] in AROUND:
            element.tag = f"{W}sdtContent"
    notes = [note for note in body.iter(f"{W}footnote", f"{W}endnote") if len(note)]
    for note in notes:
        note.getparent().remove(note)
    return body, notes


def _drop(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _print_number(listed: Any) -> None:
    """Puts the number that Word counted before the text of its paragraph: 一、 2."""
    number = listed.find(f"{HINT}t")
    properties = listed.getparent()
    if number is None or properties is None or not number.get(f"{HINT}val"):
        return
    run = etree.Element(f"{W}r")
    text = etree.SubElement(run, f"{W}t")
    text.text = number.get(f"{HINT}val")
    properties.addnext(run)
