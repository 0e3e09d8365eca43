"""Markdown → Reading: marks of emphasis, headings and links gone, tables as rows; of a page that was turned into Markdown
with its mail head, style sheets and menus only the document.

In:  **第一条** 本办法适用于[本市](http://…)…   Out: 第一条 本办法适用于本市…
"""

import re
from dataclasses import dataclass, field

from extract.errors import ReadError
from extract.readers.encodings import decoded
from extract.readers.limits import LIMITS, Limits
from extract.readers.pages.html import read_markup
from extract.readers.reading import Reading

HEAD = re.compile(r"\A\s*(?:---\n.{0,4000}?\n---\n|(?:[A-Z][\w-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*)+)", re.S)
FENCE = re.compile(r"^\s{0,3}(?:```|~~~)")
IMAGE = re.compile(r"!\[[^\]\n]{0,400}\]\([^)\n]{0,2000}\)(?:\{[^}\n]{0,200}\})?")
LINK = re.compile(r"\[([^\[\]\n]{0,600})\]\(([^)\n]{0,2000})\)(?:\{[^}\n]{0,200}\})?")
ATTRIBUTES = re.compile(r"\{[.#:\w][^}\n]{0,200}\}")
SPAN = re.compile(r"\[([^\[\]\n]{0,2000})\](?=\{)")
BOLD = re.compile(r"\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|~~|`")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~^$\"'@])")
PREFIX = re.compile(r"^\s{0,12}(?:>\s?|#{1,6}\s+|[-*+]\s+(?=\S))+")
RULE = re.compile(r"^[\s|:+=\-*_]{3,}$")
DIV = re.compile(r"^\s{0,8}:{3,}.*$")
TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,500}>")
PART = re.compile(r"^-{4,}\S{0,80}\s+Content-", re.M)
CODE = re.compile(r"(?:[{};]\s*$|^\s*(?:var|function|if|\$|//|/\*|\*/|\.|#)[\s(\w{.*])")


def read_markdown(data: bytes, name: str, limits: Limits = LIMITS) -> Reading:
    """The Reading of a Markdown file; raises ReadError for one without text."""
    text = HEAD.sub("", decoded(data, name, tolerant=True).text.replace("\r\n", "\n"))
    if end := PART.search(text):  # a further part of a saved page: scripts, style sheets
        text = text[: end.start()]
    rows = _mark_up(text)
    if not rows:
        raise ReadError("no_text", name=name)
    reading = read_markup("<html><body>" + "\n".join(rows) + "</body></html>", name)
    return Reading(reading.text, "markdown", regions=(), remarks=reading.remarks)


def _mark_up(text: str) -> list[str]:
    """Paragraphs as mark-up, so that what a page does with menus and links holds here too."""
    page = _Page()
    fenced = False
    for line in text.split("\n"):
        if FENCE.match(line):
            fenced = not fenced
            page.end_paragraph()
        elif not fenced and not DIV.match(line):
            page.add(line)
    page.end_table()
    page.end_paragraph()
    return page.texts


@dataclass(slots=True)
class _Page:
    """The mark-up so far, and the paragraph and the table at hand."""

    texts: list[str] = field(default_factory=list)
    paragraph: list[str] = field(default_factory=list)
    table: list[list[str]] = field(default_factory=list)

    def add(self, line: str) -> None:
        """A line of a table, a heading, a line of a paragraph, or one that ends it."""
        if line.lstrip().startswith("|") and line.count("|") > 2:
            self.end_paragraph()
            if not RULE.match(line):
                self.table.append([plain(cell) for cell in line.strip().strip("|").split("|")])
            return
        self.end_table()
        if not line.strip() or RULE.match(line):
            self.end_paragraph()
            return
        heading = line.lstrip().startswith("#")
        if heading or PREFIX.match(line):
            self.end_paragraph()
        shown = plain(PREFIX.sub("", line).rstrip("\\"))
        if CODE.search(shown) and not re.search(r"[，。；：]", shown):
            return
        gap = " " if self.paragraph and self.paragraph[-1][-1:].isascii() and shown[:1].isascii() else ""
        self.paragraph.append(gap + shown)
        if heading or line.endswith(("\\", "  ")):
            self.end_paragraph()

    def end_paragraph(self) -> None:
        """Puts the paragraph at hand into the mark-up."""
        if self.paragraph:
            self.texts.append(f"<p>{''.join(self.paragraph)}</p>")
            self.paragraph.clear()

    def end_table(self) -> None:
        """Puts the table at hand into the mark-up."""
        if self.table:
            self.texts.append(_table(self.table))
            self.table.clear()


def _table(rows: list[list[str]]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def plain(line: str) -> str:
    """A line without marks, its links as mark-up."""
    line = TAG.sub("", IMAGE.sub("", line))
    kept: list[str] = []

    def link(match: re.Match[str]) -> str:
        kept.append(match[1])
        return f"\x00{len(kept) - 1}\x00"

    line = ATTRIBUTES.sub("", SPAN.sub(r"\1", LINK.sub(link, line)))
    line = _escaped(BOLD.sub("", ESCAPED.sub(lambda m: m[1] if m[1] not in "*_`" else "", line)))
    return re.sub("\x00(\\d+)\x00", lambda m: f"<a>{_escaped(BOLD.sub('', kept[int(m[1])]))}</a>", line)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
