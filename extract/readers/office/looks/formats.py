"""A number and its format → what the cell shows.

In:  0.155 and 0.0% | 44692 and yyyy"年"m"月"d"日" | 3.14159 and 0.00 | 1234567 and #,##0
Out: 15.5%          | 2022年5月11日                | 3.14            | 1,234,567

A format that is not understood shows nothing (None), and the number is told as it is. The format that follows the reader's own place (14) is none:
a date is told as 2022-05-11.
"""

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    29: 'm"月"d"日"',
    31: 'yyyy"年"m"月"d"日"',
    36: 'yyyy"年"m"月"',
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"',
    54: 'm"月"d"日"',
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}
ASIDE = re.compile(
    r"\[(?:\$[^\]]*|[A-Za-z]+|Color\d+)\]|_.|\*."
)  # a place, a colour, room for a bracket, what fills the cell
NUMBER = re.compile(r"(?P<whole>[#0?,]+)(?:\.(?P<decimals>[0#?]+))?")
QUOTED = re.compile(r'"([^"]*)"|\\(.)')
DATE = re.compile(r"yyyy|yy|mmmm|mmm|mm|m|dd|d|hh|h|ss|s|[^A-Za-z]")
EPOCH = datetime.datetime(1899, 12, 30)
LAST_DAY = 2_958_466  # of the year 9999
Value = float | datetime.datetime | datetime.date


def shown_as(value: Value, code: str) -> str | None:
    """What a cell shows; None if its format is general, or not understood."""
    parts = _parts(code)
    if parts is None:
        return None
    if _is_date(parts):
        moment = _moment(value)
        return None if moment is None else _dated(moment, parts)
    if isinstance(value, datetime.date):
        return None
    return _counted(value, parts)


@lru_cache(maxsize=512)
def _parts(code: str) -> tuple[tuple[bool, str], ...] | None:
    """The first section of a format: pieces that are printed as they stand (True), and those that say how."""
    if len(code) > 200 or code.lower() in {"general", "@", ""}:
        return None
    parts: list[tuple[bool, str]] = []
    done = 0
    first = _first_section(ASIDE.sub("", code))
    for match in QUOTED.finditer(first):
        parts += [(False, first[done : match.start()]), (True, match[1] if match[1] is not None else match[2])]
        done = match.end()
    parts.append((False, first[done:]))
    return tuple((plain, text) for plain, text in parts if text)


def _first_section(code: str) -> str:
    quoted = False
    for index, char in enumerate(code):
        quoted = quoted != (char == '"')
        if char == ";" and not quoted:
            return code[:index]
    return code


def _is_date(parts: tuple[tuple[bool, str], ...]) -> bool:
    return any(not plain and re.search(r"[ymdhs]", text, re.IGNORECASE) for plain, text in parts)


def _moment(value: Value) -> datetime.datetime | None:
    if isinstance(value, datetime.datetime):
        return value
    if isinstance(value, datetime.date):
        return datetime.datetime(value.year, value.month, value.day)
    return EPOCH + datetime.timedelta(days=value) if 0 < value < LAST_DAY else None


def _dated(moment: datetime.datetime, parts: tuple[tuple[bool, str], ...]) -> str | None:
    if not any(plain for plain, _ in parts) and "yyyy" not in "".join(text for _, text in parts).lower():
        return None  # 5/11/22, which may be read in two ways
    printed: list[str] = []
    timed = False  # an m after hours is minutes
    for plain, text in parts:
        if plain:
            printed.append(text)
            continue
        text = text.lower()
        if DATE.sub("", text):
            return None  # a day of the week, the name of an era
        for match in DATE.finditer(text):
            token = match[0]
            if not (token.isascii() and token.isalpha()):
                printed.append(token)
            elif token[0] == "m" and timed:
                printed.append(f"{moment.minute:02d}" if len(token) > 1 else str(moment.minute))
            elif len(token) > 2 and token[0] == "m":
                return None  # its English name
            else:
                timed = timed or token[0] == "h"
                printed.append(_field(moment, token))
    return "".join(printed).strip()


def _field(moment: datetime.datetime, token: str) -> str:
    if token[0] == "y":
        return f"{moment.year:04d}" if len(token) == 4 else f"{moment.year % 100:02d}"
    number = {"m": moment.month, "d": moment.day, "h": moment.hour, "s": moment.second}[token[0]]
    return f"{number:02d}" if len(token) > 1 else str(number)


def _counted(value: float, parts: tuple[tuple[bool, str], ...]) -> str | None:
    code = "".join("\0" if plain else text for plain, text in parts)
    plains = [text for plain, text in parts if plain]
    match = NUMBER.search(code)
    if match is None or re.search(r"[^%\0 ()¥￥$€+\-]", code[: match.start()] + code[match.end() :]):
        return None
    whole, decimals = match["whole"], match["decimals"] or ""
    if whole.endswith(",") or "?" in whole + decimals:
        return None  # thousands left out, room for digits
    number = _rounded(value * (100 if "%" in code else 1), len(decimals))
    least = len(decimals) - len(decimals.rstrip("#"))
    text = f"{abs(number):,.{len(decimals)}f}" if "," in whole else f"{abs(number):.{len(decimals)}f}"
    for _ in range(least):
        text = text.removesuffix("0")
    digits = whole.count("0")
    if digits > 1 and "," not in whole:  # 001
        left, point, right = text.partition(".")
        text = left.zfill(digits) + point + right
    around = iter(plains)
    before = "".join(next(around) if char == "\0" else char for char in code[: match.start()])
    after = "".join(next(around) if char == "\0" else char for char in code[match.end() :])
    return ("-" if number < 0 else "") + (before + text.removesuffix(".") + after).strip()


def _rounded(value: float, decimals: int) -> Decimal:
    """As sheets round: a half away from zero, of what fifteen digits say."""
    return Decimal(f"{value:.15g}").quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
