"""Source text → cleaned text that knows where each of its characters stood.

In:  "组 长：丁　力<p>区委书记</p>"   Out: "组长:丁力区委书记", each character with its source offset.

Folded one to one: full-width punctuation, digits and letters → ASCII, so that a pattern states each mark once; forms that a
font made of a character (⽔, ⻓) → that character; traditional → simplified characters; 二0二一年, 二О二一年 → 二〇二一年.
`<p>` tags, layout white space and characters without a width are left out (a space stays between two ASCII words). Names are
never taken from the cleaned text: `printed` takes them from the source.
"""

import bisect
import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise

from extract.lexicon.characters import compatible, punctuation, traditional
from extract.lexicon.cues import CueAt, occurrences
from extract.lexicon.signs import ALL, walked
from extract.slotted import slotted

MARK_UP = re.compile(r"</?(?:p|br|td|tr|table|span|b|strong|div)\s*/?>", re.IGNORECASE)
SPACE = re.compile(r"[\s\u3000\xa0]")
NO_WIDTH = "".join(
    (
        r"\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff",  # soft hyphen, zero width, direction
        r"\u034f\u061c\u115f\u1160\u180b-\u180f\u3164\uffa0",  # fillers
        r"\ufe00-\ufe0f\U000e0000-\U000e01ef",  # variation selectors, tags
    )
)
BLANKS = r"\x00-\x20\x7f-\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"  # with NO_WIDTH all that \s is, asked faster
LAYOUT = re.compile(f"[{BLANKS}{NO_WIDTH}]+")
# begins with a class of characters, which is looked for faster than a choice of layout or mark-up
GAP = re.compile(
    f"[<{BLANKS}{NO_WIDTH}](?:(?<!<)|(?<=<)(?i:{MARK_UP.pattern[1:]}))(?:{LAYOUT.pattern}|(?i:{MARK_UP.pattern}))*"
)
WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
MARKS = {ord(a): b for a, b in zip("〔〕［］【】﹝﹞﹕﹔﹐", "[][][][]:;,", strict=True)}
# what a name is freed of: forms of a font, full-width letters and digits
COMPATIBLE = {ord(form): char for form, char in compatible().items()} | {c: w for c, w in WIDE.items() if w.isalnum()}
SIMPLE = {ord(char): simple for char, simple in traditional().items()}


TRADITIONAL = re.compile(f"[{''.join(traditional())}]")
BEYOND = 0x10000


def _fold_table() -> dict[int, str]:
    forms = WIDE | {ord(form): char for form, char in punctuation().items()} | COMPATIBLE
    last = WIDE | MARKS | SIMPLE
    return {code: last.get(ord(char), char) for code, char in forms.items()} | SIMPLE | MARKS


def _class_of(table: dict[int, str]) -> re.Pattern[str]:
    """The characters of a table; those beyond the BMP as one range, for a class of single ones is slow to ask."""
    near = "".join(chr(code) for code in table if code < BEYOND)
    far = [code for code in table if code >= BEYOND]
    return re.compile(f"[{re.escape(near)}{chr(min(far))}-{chr(max(far))}]")


FOLD = _fold_table()
LONG = 1000  # characters from which on a source is folded once and kept
LONGEST_NAME = 64  # characters of a passage whose printed form is kept
OFTEN = [(wide, FOLD[ord(wide)]) for wide in "，：；（）"]  # exchanged all at once before the others are, one by one
FOLDED = _class_of(FOLD)
COMPATIBLE_FORM = _class_of(COMPATIBLE)
# 二0二一年: what a keyboard offers for 〇
YEAR = re.compile(r"[一二](?<![一二三四五六七八九十百千].)[0〇零○◯OoОоΟο九一二三四五六七八]{3}(?=年)")
ZERO = str.maketrans(dict.fromkeys("0◯oОоΟο", "〇"))


def fold(text: str) -> str:
    """A text with punctuation, digits and letters as ASCII and characters in their simplified form, character for character."""
    for wide, plain in OFTEN:
        text = text.replace(wide, plain)
    return FOLDED.sub(_folded, text)


def simplified(text: str) -> str:
    """A text with its characters alone in their simplified form, character for character; marks and digits stay as printed."""
    return TRADITIONAL.sub(_folded, text)


def _folded(match: re.Match[str]) -> str:
    return FOLD.get(ord(match[0]), match[0])


@slotted
@dataclass(frozen=True, slots=True)
class Text:
    """Cleaned text; `offsets[i]` is the source offset of `text[i]`, strictly rising; `signs` says what it may hold.

    `walked`: its cues, None of a text that nobody walked over.
    """

    text: str
    offsets: Sequence[int]  # a range where no gap stands in the source, else an array
    signs: int = field(default=ALL, repr=False, compare=False)
    walked: Sequence[CueAt] | None = field(default=None, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.text)

    def __hash__(self) -> int:
        """Of the text and where it begins: a hash of all offsets would walk them each time that a cache is asked."""
        return hash((self.text, self.offsets[0] if self.offsets else None))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span [start, end) of the cleaned span [start, end), which must not be empty."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def printed(self, source: str, start: int, end: int) -> str:
        """The source characters of the cleaned span as printed, whatever stands between them in the source."""
        return printed(self.between(source, start, end))

    def between(self, source: str, start: int, end: int) -> str:
        """The source characters of the cleaned span alone, without what stands between them in the source."""
        offsets = self.offsets[start:end]
        if not offsets or offsets[-1] - offsets[0] == len(offsets) - 1:
            return source[offsets[0] : offsets[-1] + 1] if offsets else ""
        cuts = [0, *leaps(offsets), len(offsets)]
        return "".join([source[offsets[left] : offsets[right - 1] + 1] for left, right in pairwise(cuts)])

    def part(self, start: int, end: int) -> "Text":
        """The cleaned span as a Text of its own."""
        return Text(self.text[start:end], self.offsets[start:end], self.signs)

    @property
    def signed(self) -> "Text":
        """The same text, walked over for its signs."""
        return Text(self.text, self.offsets, *walked(self.text))

    @property
    def cues(self) -> Sequence[CueAt]:
        """The cues of the text that are no part of longer ones, in their order."""
        return occurrences(self.text) if self.walked is None else self.walked


def clean(source: str, start: int = 0, end: int | None = None, spaced: bool = True) -> Text:
    """The cleaned text of source[start:end], with offsets into `source`; `spaced`: a space between ASCII words stays."""
    return Text(*_cleaned_between(source, start, len(source) if end is None else end, spaced))


def signed(source: str, start: int, end: int, spaced: bool = True) -> Text:
    """The same of a line, walked over for its signs."""
    chars, offsets = _cleaned_between(source, start, end, spaced)
    return Text(chars, offsets, *walked(chars))


def _cleaned_between(source: str, start: int, end: int, spaced: bool) -> tuple[str, Sequence[int]]:
    if len(source) > LONG:  # a document, of which line after line is asked for
        folded, lefts, rights = _whole(source)
        low, high = bisect.bisect_right(rights, start), bisect.bisect_left(lefts, end)
        if low < high and lefts[low] <= start:  # what indents a line
            start, low = min(rights[low], end), low + 1
        if low < high and rights[high - 1] >= end:
            end, high = lefts[high - 1], high - 1
        if low >= high:
            return _years(folded[start:end]), range(start, end)
        gaps: Iterable[tuple[int, int]] = zip(lefts[low:high], rights[low:high], strict=True)
    else:
        folded = fold(source)
        gaps = [gap.span() for gap in (GAP if "<" in source else LAYOUT).finditer(source, start, end)]
        if not gaps:
            return _years(folded[start:end]), range(start, end)
    pieces: list[str] = []
    offsets, every = array("i"), _every(end.bit_length())
    position = start
    for left, right in gaps:
        if left > position:
            pieces.append(folded[position:left])
            offsets += every[position:left]
        position = right
        if spaced and pieces and right < end and source[right].isascii() and _between_words(source, left - 1, right):
            space = SPACE.search(source, left, right)
            if space:
                pieces.append(" ")
                offsets.append(space.start())
    if position < end:
        pieces.append(folded[position:end])
        offsets += every[position:end]
    return _years("".join(pieces)), offsets


@cache
def _every(bits: int) -> "array[int]":
    """All offsets of so many bits, of which a text without gaps has a slice: it is copied at once, not number by number."""
    return array("i", range(1 << bits))


@lru_cache(maxsize=1024)
def passage(source: str, start: int, end: int) -> Text:
    """The cleaned text of a passage that one format after another asks for: an item."""
    return clean(source, start, end)


def cleaned(source: str, start: int, end: int) -> str:
    """The cleaned text of source[start:end] alone, for a short passage that is asked for before its place matters."""
    return _cleaned(source[start:end])


@lru_cache(maxsize=8192)
def _cleaned(passage: str) -> str:
    return clean(passage).text


@lru_cache(maxsize=4)
def _whole(source: str) -> tuple[str, list[int], list[int]]:
    """A document folded, and where the gaps of its layout begin and end."""
    gap = GAP if "<" in source else LAYOUT
    spans = [match.span() for match in gap.finditer(source)]
    return fold(source), [left for left, _ in spans], [right for _, right in spans]


def leaps(offsets: Sequence[int]) -> list[int]:
    """The indexes of offsets before which something was left out of the source, in their order."""
    before: list[int] = []
    if isinstance(offsets, range) or not offsets:
        return before
    index, last = 0, len(offsets) - 1
    ahead = offsets[last] - last  # how far the source is ahead of the text, at its end
    while (here := offsets[index] - index) != ahead:
        index, high = index + 1, last
        while index < high:  # the first one that is further ahead
            middle = (index + high) // 2
            if offsets[middle] - middle == here:
                index = middle + 1
            else:
                high = middle
        before.append(index)
    return before


def _years(text: str) -> str:
    return YEAR.sub(_year, text) if "年" in text else text


def _year(match: re.Match[str]) -> str:
    return match[0].translate(ZERO)


def _between_words(source: str, last: int, right: int) -> bool:
    """Whether ASCII words stand on both sides of a gap; most gaps stand beside Chinese."""
    before, after = source[last], source[right]
    return before.isascii() and after.isascii() and before.isalnum() and after.isalnum()


def join(parts: list[Text]) -> Text:
    """Texts in the order of their source as one (a paragraph that a page break divides); raises ValueError for texts that overlap or are out of order."""
    if len(parts) == 1:
        return parts[0]
    for left, right in pairwise(parts):
        if left.offsets and right.offsets and left.offsets[-1] >= right.offsets[0]:
            raise ValueError("texts to be joined overlap or are out of order")
    offsets = array("i")
    for part in parts:
        known = part.offsets
        offsets += (
            _every(known.stop.bit_length())[known.start : known.stop] if isinstance(known, range) else array("i", known)
        )
    return Text("".join([part.text for part in parts]), offsets)


def printed(source: str) -> str:
    """A source passage as printed, without layout, mark-up and forms of a font: 丁　力 → 丁力, ⽅⻓⽔ → 方长水."""
    return _name_printed(source) if len(source) <= LONGEST_NAME else _printed(source)


@lru_cache(maxsize=8192)
def _name_printed(source: str) -> str:
    """A short passage as printed: names come again and again."""
    return _printed(source)


def _printed(source: str) -> str:
    if "<" in source:
        source = MARK_UP.sub("", source)
    return COMPATIBLE_FORM.sub(_compatible, LAYOUT.sub("", source))


def _compatible(match: re.Match[str]) -> str:
    return COMPATIBLE.get(ord(match[0]), match[0])


@cache
def _marks(marks: str) -> re.Pattern[str]:
    """Parentheses and the marks that divide a list."""
    return re.compile(f"[(){re.escape(marks)}]")


def in_order(word: str, text: str) -> bool:
    """Whether the characters of `word` stand in `text` in their order, whatever stands between: 航天基地 in 国家航天产业基地."""
    rest = iter(text)
    return all(char in rest for char in word)


def parts_between(text: str, start: int, end: int, marks: str) -> Iterator[tuple[int, int]]:
    """The spans of cleaned text[start:end] between marks that stand outside parentheses: 教育(体育、科技)、民政 → two."""
    depth, left = 0, start
    for match in _marks(marks).finditer(text, start, end):
        index, char = match.start(), match[0]
        depth = max(0, depth + (char == "(") - (char == ")"))
        if depth == 0 and char in marks:
            if index > left:
                yield left, index
            left = index + 1
    if end > left:
        yield left, end
