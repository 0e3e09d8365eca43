"""The blocks and pieces that a page is made of, as plain JSON: what dashboards/assets/page draws, and nothing else.

A piece of a sentence is a text, or a dictionary with `t` and what it is: a link (`go`), the mark of a kind, a tag, the word searched.

    [link("区财政局", "body?key=b1", "department"), " 局长"]   →   ■ 区财政局 局长
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from dashboards.cells import literal

Piece = str | dict[str, Any]
Block = dict[str, Any]
PAGE_OF = {
    # the kind of a thing: the page that shows it
    "official": "official", "department": "body", "street": "body", "group": "body", "post": "post", "task": "task",
    "item": "task", "project": "thing", "policy": "thing", "topic": "thing", "place": "thing", "document": "document",
}  # fmt: skip
LEAST_SHOWN = 18  # characters of a long text that stay before the word searched


def address(page: str, **values: str | int | Sequence[str] | None) -> str:
    """The address of a page; what is empty is left out."""
    given = {name: value for name, value in values.items() if value not in (None, "", [], ())}
    return f"{page}?{urlencode(given, doseq=True)}" if given else page


def page_of(kind: str, key: str) -> str:
    """The address of a thing's own page."""
    page = PAGE_OF.get(kind, "thing")
    if kind in ("task", "item") and ":i" in key:
        return address("task", item=key)
    return address(page, key=key, kind=kind if page == "thing" else None)


def link(words: str, to: str, kind: str | None = None) -> Piece:
    """A link to a page, with the mark of a kind before it."""
    piece: dict[str, Any] = {"t": literal(words), "go": to}
    return piece | {"kind": kind} if kind else piece


def thing(name: str, kind: str, key: str) -> Piece:
    """A thing's name, linked to its own page."""
    return link(name, page_of(kind, key), kind)


def tag(words: str, style: str) -> Piece:
    """A short word in a frame: in, out, lead, assist, plain, doubt."""
    return {"t": literal(words), "tag": style}


def strong(words: str) -> Piece:
    """Words that stand out."""
    return {"t": literal(words), "strong": True}


def words_of(piece: Piece) -> str:
    """What a piece says, without how it is shown."""
    return piece if isinstance(piece, str) else str(piece["t"])


def dim(words: str) -> Piece:
    """Words that stand back."""
    return {"t": literal(words), "dim": True}


def plain(words: object) -> str:
    """Text of a document as it may be shown."""
    return literal(str(words))


def searched(words: str, wanted: Iterable[str], most: int = 80) -> list[Piece]:
    """A text with the words searched marked, cut around the first of them."""
    shown = literal(" ".join(words.split()))
    places = sorted((position, word) for word in wanted if word and (position := shown.lower().find(word.lower())) >= 0)
    if places and places[0][0] > most - LEAST_SHOWN:
        begin = max(0, places[0][0] - LEAST_SHOWN)
        shown = "…" + shown[begin:]
    if len(shown) > most:
        shown = shown[: most - 1] + "…"
    return list(marked(shown, [word for word in wanted if word]))


def marked(text: str, words: Sequence[str]) -> list[Piece]:
    """The text in pieces, each occurrence of a word marked."""
    pieces: list[Piece] = []
    rest = text
    while rest:
        low = rest.lower()
        marks = [(low.find(word.lower()), word) for word in words if word.lower() in low]
        if not marks:
            break
        start, word = min(marks, key=lambda pair: (pair[0], -len(pair[1])))
        if start:
            pieces.append(rest[:start])
        pieces.append({"t": rest[start : start + len(word)], "hit": True})
        rest = rest[start + len(word) :]
    return [*pieces, rest] if rest else pieces


def card(title: str | None, blocks: Sequence[Block], caption: Sequence[Piece] = (), **more: Any) -> Block:
    """A frame with a title, a caption at its right, and what stands in it."""
    return {"is": "card", "title": title, "caption": list(caption), "blocks": list(blocks), **more}


def columns(left: Sequence[Block], right: Sequence[Block], shape: str = "aside") -> Block:
    """Two columns, one below the other on a phone."""
    return {"is": "columns", "left": list(left), "right": list(right), "shape": shape}


def text(pieces: Sequence[Piece], *, small: bool = False) -> Block:
    """A paragraph."""
    return {"is": "text", "text": list(pieces), "small": small}


def table(heads: Sequence[Mapping[str, Any]], rows: Sequence[Mapping[str, Any]], **more: Any) -> Block:
    """A table: heads with `label`, rows with `cells` (lists of pieces) and, where they can be picked, a `key`."""
    return {"is": "table", "columns": list(heads), "rows": list(rows), **more}


def empty(title: str, pieces: Sequence[Piece] = (), rows: Sequence[Sequence[Piece]] = ()) -> Block:
    """What is said where there is nothing to show."""
    return {"is": "empty", "title": title, "text": list(pieces), "rows": [list(row) for row in rows]}
