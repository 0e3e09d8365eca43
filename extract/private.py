"""What a private number is, and how it is covered: the only definition, used wherever text of a document is kept or shown.

In:  text of a document. Out: the same text, each digit of a private number a star: 张三，139-1234-5678 → 张三，***-****-****

Private are mobile numbers, with or without +86, 0086 or 0 before them, and identity card numbers (18 characters whose check
digit fits). They are found however they are printed: digits of any width or script, in Chinese numerals, with hyphens, dots,
brackets, blanks or zero-width marks between them, in any grouping; with slashes, in the groups that people write (139/1234/5678).
A number never runs over a tab (the border of a cell) or the end of a line: what is broken there is two figures. Figures stay
figures: columns of figures set apart by blanks or slashes, decimals, amounts with their unit, periods (1998.7-2002.06), dates
(1998/7/13), codes between letters (L18010000024b). Office lines (027-89350000) stay.
"""

import bisect
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar, overload

Record = TypeVar("Record", bound=Any)
STAR = "*"
BLANK, JOIN, SLASH, DOT, BRACKET, NOTHING = " ", "-", "/", ".", "(", "\u200b"
KINDS = {
    JOIN: "-‐‑‒–—―−－﹣﹘⁃~～_·•・‧∙⋅",
    SLASH: "/／∕⁄＼\\",
    DOT: ".．｡",
    BRACKET: "()（）[]［］【】〔〕{}｛｝⟨⟩<>〈〉",
    NOTHING: "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u180e",
}
CHINESE_DIGITS = "〇○零一幺二三四五六七八九"
CROSSES = "xXＸｘ×"  # the last character of an identity card number
BORDERS = "\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"  # of a cell or a line
BORDER = re.compile(f"[{BORDERS}]")


class _Fold(dict[int, str]):
    """Each character → a digit, or the kind of mark that it is, or itself; what a character is, is asked once."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        value = unicodedata.decimal(char, None)
        if value is None:
            self[code] = BLANK if char.isspace() and char not in BORDERS else char
        else:
            self[code] = str(value)
        return self[code]


FOLD = _Fold({ord(char): kind for kind, chars in KINDS.items() for char in chars})
FOLD.update({ord(char): "X" for char in CROSSES} | {ord("＋"): "+"})
GAP = rf"[{BLANK}\{JOIN}{SLASH}{DOT}{BRACKET}{NOTHING}]{{0,4}}"
MOBILE = re.compile(
    rf"""(?<!\d)
    (?:(?:0{GAP}0{GAP})?8{GAP}6{GAP}|0{GAP})?      # 86, 0086, 0
    (?P<number> 1 {GAP} [3-9] (?:{GAP}\d){{9}} )
    (?!\d)""",
    re.VERBOSE,
)
IN_WORDS = re.compile(rf"[一幺]{GAP}[三四五六七八九](?:{GAP}[{CHINESE_DIGITS}]){{9}}(?![{CHINESE_DIGITS}])")
IDENTITY = re.compile(rf"(?<!\d)[1-9](?:{GAP}\d){{16}}{GAP}[\dX](?![\dX])")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
BIRTH = re.compile(r"^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$")
CHECK_DIGITS = "10X98765432"
LEAST = 11  # characters of a number
LONG = 1000  # characters of a text that is searched once and kept
LONGEST_KEPT = 200  # characters of a text whose masked form is kept
LIKELY = re.compile(
    rf"[\d{CHINESE_DIGITS}](?:(?:[^\w\t\n]|_){{0,4}}[\d{CHINESE_DIGITS}]){{9}}"
)  # ten figures with at most small gaps
GROUP = re.compile(r"\d+")
# 138 1234 5678, 1381 234 5678 …: how people group a number, also in columns of a table
USUAL = {(3, 4, 4), (4, 3, 4), (4, 4, 3), (3, 3, 5), (3, 5, 3), (5, 3, 3), (5, 6), (6, 5), (3, 8), (7, 4), (4, 7)}
UNIT = re.compile(r"[ ]{0,2}(?:[万亿]|元|吨|平方|公里|千瓦|立方|[%％‰])")
DECIMALS = re.compile(r"\.\d{1,3}(?!\d)")
WHOLE_PART = re.compile(r"(?:(?<!\d)0|\d{3})\.$")  # 0.138…, 114.138…: what stands before decimals
LETTER = re.compile(r"[A-Za-z]")  # on both sides of the figures: a code of goods, L18010000024b
YEAR = re.compile(r"(?:19|20)\d\d")
LAST_MONTH_OR_DAY = 31
MOST_DECIMALS = 3
SERIES_BEFORE = re.compile(r"\d +$")
SERIES_AFTER = re.compile(r" +\d")


def private_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The spans of private numbers in text[start:end], in their order; a + or a bracket before one is no part of it."""
    stop = len(text) if end is None else end
    if stop - start < LEAST:
        return
    while likely := _next_likely(text, start, stop):
        left = max(start, *(text.rfind(border, start, likely.start()) + 1 for border in BORDERS))
        after = BORDER.search(text, likely.end(), stop)
        right = after.start() if after else stop
        folded = text[left:right].translate(FOLD)
        in_words = (match.span() for match in IN_WORDS.finditer(folded))
        for begin, close in sorted({*_mobiles(folded), *_identities(folded), *in_words}):
            yield left + begin, left + close
        start = right


def _next_likely(text: str, start: int, stop: int) -> re.Match[str] | None:
    """The next ten figures; of a document, of which passage after passage is asked for, they are looked for once."""
    if len(text) > LONG:
        starts, ends = _likely(text)
        index = bisect.bisect_right(ends, start)
        if index == len(starts) or starts[index] >= stop:
            return None
        start = max(start, starts[index])
    return LIKELY.search(text, start, stop)


@lru_cache(maxsize=4)
def _likely(text: str) -> tuple[list[int], list[int]]:
    """Where runs of ten figures begin and end in a document."""
    spans = [match.span() for match in LIKELY.finditer(text)]
    return [start for start, _ in spans], [end for _, end in spans]


def is_private(text: str) -> bool:
    """Whether a private number stands in a text."""
    return len(text) >= LEAST and next(private_spans(text), None) is not None


@overload
def masked(text: str) -> str: ...
@overload
def masked(text: None) -> None: ...
def masked(text: str | None) -> str | None:
    """The text, each digit of private numbers a star; as long as before."""
    if text is None or len(text) < LEAST:
        return text
    return _masked(text) if len(text) <= LONGEST_KEPT else _starred_in(text)


@lru_cache(maxsize=4096)
def _masked(text: str) -> str:
    """A name, a task or the like: facts say the same one again and again."""
    return _starred_in(text)


def _starred_in(text: str) -> str:
    pieces, position = [], 0
    for start, end in private_spans(text):
        if end > position:
            start = max(start, position)
            pieces += [text[position:start], _starred(text[start:end])]
            position = end
    return "".join([*pieces, text[position:]]) if pieces else text


def masked_record(record: Record, *kept: str) -> Record:
    """The record (a dataclass) with every text in it masked, in records within it too; the fields named are kept as they are."""
    changes: dict[str, Any] = {}
    fields_of = FIELDS[type(record)]
    for name, value in zip(fields_of.names, fields_of.values(record), strict=True):
        kind = type(value)
        if kind in PLAIN or not value or name in kept or (kind is str and len(value) < LEAST):
            continue
        covered = masked(value) if kind is str else _covered(value, kept)
        if covered is not value and covered != value:
            changes[name] = covered
    return replace(record, **changes) if changes else record


class _Fields(NamedTuple):
    """The names of a record's fields, and what takes all their values from a record at once."""

    names: tuple[str, ...] = ()
    values: Callable[[Any], tuple[Any, ...]] = tuple


class _FieldsOf(dict[type, _Fields]):
    """Each class → its fields, none of one that is no dataclass; asked once, for records come by the thousand."""

    def __missing__(self, kind: type) -> _Fields:
        names = tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()
        values = attrgetter(*names) if len(names) > 1 else lambda record: tuple(getattr(record, name) for name in names)
        private = self[kind] = _Fields(names, values)
        return private


FIELDS = _FieldsOf()
PLAIN = frozenset({int, float, bool, type(None)})  # what holds no text


def _covered(value: Any, kept: tuple[str, ...]) -> Any:
    if isinstance(value, str):
        return value if len(value) < LEAST or isinstance(value, StrEnum) else masked(value)
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, (tuple, list)):
        return type(value)(_covered(part, kept) for part in value)
    if isinstance(value, dict):
        return {name: _covered(part, kept) for name, part in value.items()}
    return masked_record(value, *kept) if FIELDS[type(value)].names else value


def pieces_without(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of text[start:end] between its private numbers, in their order; the whole span where there is none."""
    left = start
    for begin, stop in private_spans(text, start, end):
        if begin > left:
            yield left, begin
        left = max(left, stop)
    if end > left:
        yield left, end


def _starred(number: str) -> str:
    return "".join(
        STAR if FOLD[ord(char)].isdigit() or char in CROSSES or char in CHINESE_DIGITS else char for char in number
    )


def _mobiles(folded: str) -> Iterator[tuple[int, int]]:
    position = 0
    while match := MOBILE.search(folded, position):
        if _is_figure(folded, match):
            position = match.start() + 1
        else:
            yield match.span()
            position = match.end()


def _identities(folded: str) -> Iterator[tuple[int, int]]:
    position = 0
    while match := IDENTITY.search(folded, position):
        digits = [char for char in match[0] if char.isdigit() or char == "X"]
        total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits[:17], strict=True))
        in_groups = len(match[0].replace(NOTHING, "")) > len(digits)
        if CHECK_DIGITS[total % 11] == digits[-1] and (not in_groups or BIRTH.search("".join(digits[6:14]))):
            yield match.span()
            position = match.end()
        else:
            position = match.start() + 1


def _is_figure(folded: str, match: re.Match[str]) -> bool:
    """Whether eleven digits are figures: an amount, a period, decimals, a code between letters, cells set apart by blanks."""
    start, number, end = match.start(), match.start("number"), match.end()
    if UNIT.match(folded, end) or DECIMALS.match(folded, end) or WHOLE_PART.search(folded, max(0, number - 5), number):
        return True
    groups = list(GROUP.finditer(folded, number, end))
    if len(groups) == 1:
        return start > 0 and bool(LETTER.match(folded, start - 1) and LETTER.match(folded, end))
    gaps = [folded[a.end() : b.start()].replace(NOTHING, "") for a, b in pairwise(groups)]
    sizes = tuple(len(group[0]) for group in groups)
    if any(DOT in gap for gap in gaps) and (
        any(gap.strip() != DOT for gap in gaps) or (len(gaps) == 1 and sizes[-1] <= MOST_DECIMALS)
    ):
        return True
    if any(SLASH in gap for gap in gaps) and sizes not in USUAL:
        return True
    if any(YEAR.fullmatch(a[0]) and int(b[0]) <= LAST_MONTH_OR_DAY for a, b in pairwise(groups)):
        return True
    if sizes in USUAL or any(gap.strip() for gap in gaps) or not any(gaps):
        return False
    in_series = SERIES_BEFORE.search(folded, max(0, start - 6), start) or SERIES_AFTER.match(folded, end)
    return bool(in_series) or (any(len(gap) > 1 for gap in gaps) and set(sizes) != {1})
