"""Numbers that Word counts itself and no paragraph holds: 第三条, 一、, （二）, 1.

In:  numbering.xml and styles.xml of a DOCX; the paragraphs in order   Out: the printed number of each
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DIGITS = "〇一二三四五六七八九"
STEMS = "甲乙丙丁戊己庚辛壬癸"
DEEPEST = 9
MOST = 9999


def chinese(number: int) -> str:
    """A number in words: 12 → 十二, 105 → 一百零五."""
    if not 0 < number <= MOST:
        return str(number)
    words, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            words += ("零" if zero else "") + ("" if digit == 1 and unit == 10 and not words else DIGITS[digit]) + name
            zero = False
        else:
            zero = bool(words)
    return words


def _roman(number: int) -> str:
    numeral = ""
    for value, letters in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value and len(numeral) < 20:
            numeral, number = numeral + letters, number - value
    return numeral


def _letters(number: int) -> str:
    return chr(65 + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number < 200 else str(number)


def _from(first: int, most: int) -> Callable[[int], str]:
    return lambda number: chr(first + number - 1) if 0 < number <= most else str(number)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02}",
    "decimalFullWidth": lambda n: "".join(chr(0xFEE0 + ord(c)) for c in str(n)),
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "ideographDigital": lambda n: "".join(DIGITS[int(c)] for c in str(n)),
    "ideographTraditional": lambda n: STEMS[n - 1] if 0 < n <= 10 else str(n),
    "decimalEnclosedCircle": _from(0x2460, 20),
    "decimalEnclosedCircleChinese": _from(0x2460, 20),
    "decimalEnclosedParen": _from(0x2474, 20),
    "decimalEnclosedFullstop": _from(0x2488, 20),
    "ideographEnclosedCircle": _from(0x3280, 10),
    "upperLetter": _letters,
    "lowerLetter": lambda n: _letters(n).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: first number, how it is written, with what around it (第%1条)."""

    start: int
    kind: str
    text: str


@dataclass(slots=True)
class Numbering:
    """The lists of a document, counted on while its paragraphs are read."""

    lists: dict[str, dict[int, Level]] = field(default_factory=dict)  # number of the list → its levels
    shared: dict[str, str] = field(default_factory=dict)  # number of the list → what counts for it
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)  # style → list and level
    counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0] * DEEPEST))

    def number_of(self, properties: Any) -> str:
        """The printed number of a paragraph by its properties (w:pPr); empty for none, or a bullet."""
        if properties is None:
            return ""
        place = self._place(properties)
        return "" if place is None else self.counted(*place)

    def counted(self, name: str, depth: int) -> str:
        """The printed number of the next paragraph of a list on a level of it."""
        levels = self.lists.get(name, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self.counts[self.shared.get(name, name)]
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        for deeper in range(depth + 1, DEEPEST):
            counts[deeper] = 0
        if level.kind not in FORMATS:
            return ""
        text = level.text
        for index in range(depth + 1):
            above = levels.get(index)
            if above is not None and f"%{index + 1}" in text:
                written = FORMATS.get(above.kind, str)(counts[index] or above.start)
                text = text.replace(f"%{index + 1}", written)
        return text

    def _place(self, properties: Any) -> tuple[str, int] | None:
        given = properties.find(f"{W}numPr")
        style = properties.find(f"{W}pStyle")
        inherited = self.styles.get(style.get(f"{W}val") or "") if style is not None else None
        if given is None:
            return inherited
        name, depth = _value(given, "numId"), _value(given, "ilvl")
        if name is None:
            return (inherited[0], _int(depth, inherited[1])) if inherited else None
        return None if name == "0" else (name, min(max(0, _int(depth, 0)), DEEPEST - 1))


def numbering_of(numbers: Any, styles: Any) -> Numbering:
    """The lists of numbering.xml and the styles that use them; either may be None."""
    numbering = Numbering()
    if numbers is None:
        return numbering
    abstract = {
        each.get(f"{W}abstractNumId"): {
            _int(level.get(f"{W}ilvl"), 0): _level(level) for level in each.findall(f"{W}lvl")
        }
        for each in numbers.findall(f"{W}abstractNum")
    }
    for each in numbers.findall(f"{W}num"):
        name, of = each.get(f"{W}numId") or "", _value(each, "abstractNumId") or ""
        levels = dict(abstract.get(of, {}))
        overridden = False
        for override in each.findall(f"{W}lvlOverride"):
            depth = _int(override.get(f"{W}ilvl"), 0)
            inner, start = override.find(f"{W}lvl"), _value(override, "startOverride")
            if inner is not None:
                levels[depth] = _level(inner)
            if start is not None and depth in levels:
                levels[depth] = Level(_int(start, 1), levels[depth].kind, levels[depth].text)
                overridden = True
        numbering.lists[name] = levels
        numbering.shared[name] = name if overridden else f"abstract {of}"
    for style in styles.findall(f"{W}style") if styles is not None else ():
        numbered = style.find(f"{W}pPr/{W}numPr")
        if numbered is not None and (name := _value(numbered, "numId")):
            numbering.styles[style.get(f"{W}styleId") or ""] = (name, _int(_value(numbered, "ilvl"), 0))
    return numbering


def _level(element: Any) -> Level:
    return Level(
        _int(_value(element, "start"), 1), _value(element, "numFmt") or "decimal", _value(element, "lvlText") or ""
    )


def _value(element: Any, name: str) -> str | None:
    inner = element.find(f"{W}{name}")
    return None if inner is None else inner.get(f"{W}val")


def _int(value: str | None, default: int) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 6 else default
