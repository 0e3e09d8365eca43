r"""Text as it may leave Zhize: without control characters, and, in a cell, nothing that a spreadsheet would run.

In:  any text. Out: the text for a terminal, a file, a cell of CSV or XLSX.

    =1+1 → '=1+1      ＝ＣＭＤ() → '＝ＣＭＤ()      " \n@SUM(A1)" → "' \n@SUM(A1)"
"""

import unicodedata

HIDDEN = ("Cc", "Cf", "Cs")  # control, format (bidi marks, zero-width), half of a pair
# what begins a formula for Excel or LibreOffice of any locale; full-width forms are folded where Chinese or Japanese is typed
FORMULA_STARTS = frozenset("=+-@＝＋－＠﹦﹢﹣﹫−")
KEPT = ("\n",)


def literal(text: str) -> str:
    """The text without control and format characters, which could steer a terminal or hide what follows; a tab is a blank."""
    if text.isprintable():
        return text
    return "".join(c for c in text.replace("\t", " ") if c in KEPT or unicodedata.category(c) not in HIDDEN)


def one_line(text: str) -> str:
    """The text on one line, for a message: line ends are blanks."""
    return " ".join(literal(text.replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")).split("\n"))


def neutral(text: str) -> str:
    """The text as a cell: an apostrophe before what a spreadsheet would take for a formula, also after blanks and line ends."""
    plain = literal(text)
    first = plain.lstrip()[:1]
    runs = bool(first) and first in FORMULA_STARTS
    return f"'{plain}" if runs or text.startswith(("\t", "\r")) else plain
