"""Source text → cleaned text that knows where each of its characters stood.

In:  "组 长：丁　力<p>区委书记</p>"   Out: "组长:丁力区委书记", each character with its source offset.

Folded one to one: full-width punctuation, digits and letters → ASCII, so that a pattern states each mark once; `<p>` tags
and layout white space are left out (a space stays between two ASCII words). Names are never taken from the cleaned text:
`printed` takes them from the source.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

MARK_UP = re.compile(r"</?(?:p|br|td|tr|table|span|b|strong|div)\s*/?>", re.IGNORECASE)
LAYOUT = re.compile(r"[\s\u3000\u200b-\u200d\ufeff\xa0]+")
GAP = re.compile(f"(?:{LAYOUT.pattern}|(?i:{MARK_UP.pattern}))+")
FOLD = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
FOLD |= {ord(a): b for a, b in zip("〔〕［］【】﹝﹞﹕﹔﹐", "[][][][]:;,", strict=True)}


FOLDED = re.compile(f"[{''.join(map(chr, FOLD))}]")


def fold(text: str) -> str:
    """A text with its full-width punctuation, digits and letters as ASCII, character for character."""
    return FOLDED.sub(_folded, text)


def _folded(match: re.Match[str]) -> str:
    return FOLD[ord(match[0])]


@dataclass(frozen=True, slots=True)
class Text:
    """Cleaned text; `offsets[i]` is the source offset of `text[i]`, strictly rising."""

    text: str
    offsets: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.text)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span [start, end) of the cleaned span [start, end), which must not be empty."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def part(self, start: int, end: int) -> "Text":
        """The cleaned span as a Text of its own."""
        return Text(self.text[start:end], self.offsets[start:end])


def clean(source: str, start: int = 0, end: int | None = None) -> Text:
    """The cleaned text of source[start:end], with offsets into `source`."""
    end = len(source) if end is None else end
    pieces: list[str] = []
    offsets: list[int] = []
    position = start
    for gap in GAP.finditer(source, start, end):
        left, right = gap.span()
        if left > position:
            pieces.append(source[position:left])
            offsets.extend(range(position, left))
        position = right
        if offsets and right < end and _ascii_word(source[offsets[-1]]) and _ascii_word(source[right]):
            space = LAYOUT.search(source, left, right)
            if space:
                pieces.append(" ")
                offsets.append(space.start())
    if position < end:
        pieces.append(source[position:end])
        offsets.extend(range(position, end))
    return Text(fold("".join(pieces)), tuple(offsets))


def _ascii_word(char: str) -> bool:
    return char.isascii() and char.isalnum()


def join(parts: list[Text]) -> Text:
    """Texts in the order of their source as one (a paragraph that a page break divides)."""
    for left, right in pairwise(parts):
        if left.offsets and right.offsets and left.offsets[-1] >= right.offsets[0]:
            raise ValueError("texts to be joined overlap or are out of order")
    return Text("".join(p.text for p in parts), tuple(o for p in parts for o in p.offsets))


def printed(source: str) -> str:
    """A source passage as printed, without layout white space and mark-up: 丁　力 → 丁力."""
    return LAYOUT.sub("", MARK_UP.sub("", source))


def parts_between(text: str, start: int, end: int, marks: str) -> Iterator[tuple[int, int]]:
    """The spans of cleaned text[start:end] between marks that stand outside parentheses: 教育(体育、科技)、民政 → two."""
    depth, left = 0, start
    for index in range(start, end):
        char = text[index]
        depth = max(0, depth + (char == "(") - (char == ")"))
        if depth == 0 and char in marks:
            if index > left:
                yield left, index
            left = index + 1
    if end > left:
        yield left, end
