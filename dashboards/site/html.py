"""Blocks as HTML that needs no script: every text escaped, private numbers covered, links only to pages that the site has.

In:  the blocks of a page (dashboards/parts/blocks.py). Out: mark-up; a block that only serves the app (filters, buttons) gives none.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from html import escape
from typing import Any

from dashboards.cells import literal
from dashboards.parts.blocks import Block, Piece
from dashboards.parts.page import asset
from extract.private import masked
from queries.search.reading import Mark, Passage


def shown(text: object) -> str:
    """A text as mark-up."""
    return escape(masked(literal(str(text))))


@cache
def mark(kind: str) -> str:
    """The mark of a kind."""
    shapes = json.loads(asset("shapes.json"))
    tag, attributes = shapes.get(kind, shapes["topic"])
    written = " ".join(f'{name}="{escape(str(value))}"' for name, value in attributes.items())
    return f'<svg class="kind {escape(kind)}" viewBox="0 0 12 12" aria-hidden="true"><{tag} {written}/></svg>'


class Writer:
    """Writes blocks; `href` gives the file that an address leads to, seen from the page that is written."""

    def __init__(self, href: Callable[[str], str | None]) -> None:
        self.href = href
        self.kinds: Mapping[str, Callable[[Block], str]] = {
            "crumb": lambda block: f'<p class="crumb">{self.pieces(block["text"])}</p>',
            "head": self._head,
            "answer": self._answer,
            "warn": lambda block: f'<div class="warn"><span>{self.pieces(block["text"])}</span></div>',
            "columns": self._columns,
            "card": self._card,
            "text": lambda block: f'<p class="{"small" if block.get("small") else "text"}">{self.pieces(block["text"])}</p>',
            "heading": lambda block: f'<div class="top-of-card heading"><h2>{shown(block["text"])}</h2></div>',
            "list": self._list,
            "definitions": self._definitions,
            "stats": lambda block: '<div class="stats">' + "".join(f"<div><b>{int(row['n'])}</b>{shown(row['label'])}</div>" for row in block["rows"]) + "</div>",
            "quote": self._quote,
            "chain": self._chain,
            "coverage": self._coverage,
            "table": self._table,
            "timeline": self._timeline,
            "bars": self._bars,
            "split": lambda block: '<p class="small">' + " · ".join(f"{shown(part['word'])} {int(part['n'])}" for part in block["parts"]) + "</p>",
            "empty": lambda block: f'<div class="empty"><h2>{shown(block["title"])}</h2></div>',
        }  # fmt: skip

    def blocks(self, blocks: Iterable[Block]) -> str:
        """All blocks, one after the other."""
        return "\n".join(self.kinds[block["is"]](block) for block in blocks if block["is"] in self.kinds)

    def pieces(self, pieces: Iterable[Piece]) -> str:
        """A sentence."""
        return "".join(map(self._piece, pieces or ()))

    def _piece(self, piece: Piece) -> str:
        if isinstance(piece, str):
            return shown(piece)
        words = shown(piece["t"])
        if piece.get("tag"):
            return f'<span class="tag {escape(piece["tag"])}">{words}</span>'
        if piece.get("strong"):
            words = f"<b>{words}</b>"
        there = self.href(piece["go"]) if piece.get("go") else None
        if there:
            words = f'<a href="{escape(there)}">{words}</a>'
        elif piece.get("go") and piece["t"].endswith("→"):
            return ""  # leads to a page of the app only
        elif piece.get("dim"):
            words = f'<span class="dim">{words}</span>'
        return f'<span class="named">{mark(piece["kind"])}{words}</span>' if piece.get("kind") else words

    def _head(self, block: Block) -> str:
        if not block.get("title"):
            return ""
        sub = f'<p class="sub">{self.pieces(block["sub"])}</p>' if block.get("sub") else ""
        kind = mark(block["kind"]) if block.get("kind") else ""
        return f'<div class="head"><div class="words"><h1>{kind}{self.pieces(block["title"])}</h1>{sub}</div></div>'

    def _answer(self, block: Block) -> str:
        sub = f'<p class="sub">{self.pieces(block["sub"])}</p>' if block.get("sub") else ""
        return f'<div class="answer{" big" if block.get("big") else ""}"><h1 class="said">{self.pieces(block["text"])}</h1>{sub}</div>'

    def _columns(self, block: Block) -> str:
        left, right = self.blocks(block["left"]), self.blocks(block["right"])
        if not left or not right:
            return f'<div class="columns single"><div class="stack">{left}{right}</div></div>'
        shape = escape(block.get("shape", "aside"))
        return f'<div class="columns {shape}"><div class="stack">{left}</div><div class="stack">{right}</div></div>'

    def _card(self, block: Block) -> str:
        inside = self.blocks(block["blocks"])
        caption = self.pieces(block.get("caption") or ())
        title = f"<h2>{shown(block['title'])}</h2>" if block.get("title") else ""
        top = (
            f'<div class="top-of-card">{title}<span class="caption">{caption}</span></div>' if title or caption else ""
        )
        return (
            f'<section class="card{" flush" if block.get("flush") else ""}">{top}{inside}</section>' if inside else ""
        )

    def _list(self, block: Block) -> str:
        return '<ul class="list">' + "".join(f"<li>{self.pieces(row)}</li>" for row in block["rows"]) + "</ul>"

    def _definitions(self, block: Block) -> str:
        rows = "".join(f"<dt>{shown(term)}</dt><dd>{self.pieces(words)}</dd>" for term, words in block["rows"])
        return f'<dl class="definitions">{rows}</dl>'

    def _quote(self, block: Block) -> str:
        body = "".join(
            f'<mark class="hit">{shown(part["t"])}</mark>' if part.get("mark") else shown(part["t"])
            for part in block["parts"]
        )
        over = f'<figcaption class="source">{self.pieces(block["over"])}</figcaption>' if block.get("over") else ""
        return f'<figure class="says">{over}<p class="quote">{body}</p><figcaption class="source">{self.pieces(block["source"])}</figcaption></figure>'  # fmt: skip

    def _chain(self, block: Block) -> str:
        steps = []
        for row in block["rows"]:
            notes = {
                name: f"<small>{shown(row[name])}</small>" if row.get(name) else ""
                for name in ("before_note", "note", "after_note")
            }
            steps.append(
                f'<div class="step"><div>{self.pieces(row["before"])}{notes["before_note"]}</div><span class="arrow">→</span>'
                f'<div class="me"><b>{self.pieces(row["me"])}</b>{notes["note"]}</div><span class="arrow">{"→" if row["sure"] else "⇢"}</span>'
                f"<div>{self.pieces(row['after'])}{notes['after_note']}</div></div>"
            )
        return f'<div class="chain">{"".join(steps)}</div>'

    def _coverage(self, block: Block) -> str:
        years = "".join(f"<th>{int(year)}</th>" for year in block["years"])
        rows = []
        for row in block["rows"]:
            cells = "".join(
                "<td>" + "".join(f'<i class="quarter q-{escape(cell["state"])}" title="{shown(cell["title"])}"></i>' for cell in quarters) + "</td>"
                for quarters in row["years"]
            )  # fmt: skip
            rows.append(f"<tr><th>{shown(row['name'])}</th>{cells}</tr>")
        return f'<div class="coverage-host"><table class="coverage"><thead><tr><th></th>{years}</tr></thead><tbody>{"".join(rows)}</tbody></table><p class="small">{shown(block["legend"])}</p></div>'  # fmt: skip

    def _table(self, block: Block) -> str:
        heads = block["columns"]
        labelled = any(head.get("label") for head in heads)
        head = "<thead><tr>" + "".join(f'<th scope="col">{shown(one.get("label") or "")}</th>' for one in heads) + "</tr></thead>" if labelled else ""  # fmt: skip
        rows = []
        for row in block["rows"]:
            if row.get("group"):
                rows.append(
                    f'<tr class="group"><th colspan="{len(heads)}" scope="rowgroup">{shown(row["group"])}</th></tr>'
                )
                continue
            rows.append(
                "<tr>"
                + "".join(self._cell(cell, one) for cell, one in zip(row["cells"], heads, strict=False))
                + "</tr>"
            )
        foot = self.pieces(block["foot"]) if block.get("foot") else ""
        foot = f'<p class="foot table-foot">{foot}</p>' if foot else ""
        cards = " to-cards" if len(heads) > 3 else ""
        return f'<div class="table-host"><table class="table{cards}">{head}<tbody>{"".join(rows)}</tbody></table>{foot}</div>'

    def _cell(self, cell: Sequence[Piece], head: Mapping[str, Any]) -> str:
        label = f' data-label="{shown(head["label"])}"' if head.get("label") and not head.get("quiet") else ""
        words = self.pieces(cell)
        length = sum(len(piece if isinstance(piece, str) else str(piece["t"])) for piece in cell)
        style = ("right " if head.get("right") else "") + ("tight" if head.get("tight") or length <= 10 else "")
        return f'<td class="{style}{"" if words else " none"}"{label}>{words or "—"}</td>'

    def _timeline(self, block: Block) -> str:
        years = "".join(f'<i style="left:{float(year["x"])}%">{shown(year["label"])}</i>' for year in block["years"])
        grid = "".join(f'<span class="grid-line" style="left:{float(year["x"])}%"></span>' for year in block["years"])
        rows = []
        for row in block["rows"]:
            if row.get("group"):
                rows.append(f'<div class="group">{shown(row["group"])}</div>')
                continue
            marks = "".join(_bar(one) for one in row["marks"])
            rows.append(
                f'<div class="name" role="listitem"><div>{self.pieces(row["name"])}</div><small>{self.pieces(row["said"])}</small></div>'
                f'<div class="lane" aria-hidden="true">{grid}{marks}</div>'
            )
        fold = f'<p class="small">{self.pieces(block["fold"])}</p>' if block.get("fold") else ""
        legend = "".join(
            f'<span><i class="bar {escape(one["shape"])}"></i>{shown(one["word"])}</span>' for one in block["legend"]
        )
        return f'<div><div class="timeline" role="list"><span class="corner"></span><div class="axis">{years}</div>{"".join(rows)}</div>{fold}<div class="legend">{legend}</div></div>'  # fmt: skip

    def _bars(self, block: Block) -> str:
        most = max([1, *(sum(part["n"] for part in row["parts"]) for row in block["rows"])])
        rows = []
        for row in block["rows"]:
            bars = "".join(
                f'<i class="part {escape(part["style"])}" style="width:{100 * part["n"] / most:.2f}%"></i>' for part in row["parts"] if part["n"]
            )  # fmt: skip
            total = shown(row["said"]) if row.get("said") else sum(part["n"] for part in row["parts"])
            rows.append(f'<span class="bar-name">{self.pieces(row["name"])}</span><span class="bar-host">{bars}</span><span class="count">{total}</span>')  # fmt: skip
        legend = "".join(f'<span><i class="part {escape(one["style"])}"></i>{shown(one["word"])}</span>' for one in block.get("legend") or ())  # fmt: skip
        return f'<div><div class="bars">{"".join(rows)}</div><div class="legend">{legend}</div></div>'

    def passages(self, passages: Iterable[Passage], language: str) -> str:
        """The text of a notice, each fact marked and linked to the page of its subject."""
        rows = []
        for number, passage in enumerate(passages):
            body = "".join(
                shown(part.text) if part.mark is None else self._fact(part.text, part.mark, language)
                for part in passage.parts()
            )
            style = "printed row" if "\t" in passage.text else "printed"
            line = passage.line or ""
            rows.append(
                f'<div class="passage" id="p{number}"><span class="line-number">{line}</span><p class="{style}">{body}</p></div>'
            )
        return f'<article class="reader">{"".join(rows)}</article>'

    def _fact(self, text: str, fact: Mark, language: str) -> str:
        from dashboards.parts.blocks import page_of

        there = self.href(page_of(fact.source_kind, fact.source_key)) if fact.source_key else None
        name = f'class="fact {escape(fact.relation)}" id="f-{escape(fact.key)}" title="{shown(fact.title(language))}"'
        return f'<a href="{escape(there)}" {name}>{shown(text)}</a>' if there else f"<span {name}>{shown(text)}</span>"


def _bar(one: Mapping[str, Any]) -> str:
    width = f";width:{max(0.0, float(one['w']))}%" if "w" in one else ""
    return f'<span class="bar {escape(one["shape"])}" style="left:{float(one["x"])}%{width}"></span>'
