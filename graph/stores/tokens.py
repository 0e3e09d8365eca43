"""How a text is cut into tokens, so that a full-text index understands Chinese of any length.

区发展和改革局   →  区 发 展 和 改 革 局          each Han character a token; a phrase of tokens is a part of the text
新造林80亩, 5G   →  新 造 林 80 亩 , 5g          runs of Latin letters and digits stay whole
"""

import re
import unicodedata

from extract.names.marks import HAN

PARTS = re.compile(r"[a-z0-9.]*[a-z0-9]|[^a-z0-9\s]")
ALL_HAN = re.compile(rf"[{HAN}]+")


def folded(text: str) -> str:
    """The text as it is compared: compatibility forms folded, lower case."""
    return unicodedata.normalize("NFKC", text).lower()


def tokens(text: str) -> list[str]:
    """The tokens of a text, in order."""
    return [part for part in PARTS.findall(folded(text)) if part.isalnum() or "." in part]


def spaced(text: str) -> str:
    """The text as a full-text index takes it: tokens divided by blanks."""
    return " ".join(tokens(text))


def phrase(text: str) -> str:
    """The full-text expression for what contains the text; empty where it holds no token."""
    parts = tokens(text)
    return '"' + " ".join(parts) + '"' if parts else ""


def must_hold(words: list[str]) -> str:
    """The full-text expression for what may contain all words: nothing that does is missed; empty where the index cannot help.

    Only a word of Han characters is surely a run of tokens; of 5G or 2.5 a text may print more around it than a token has.
    """
    return " AND ".join(phrase(word) for word in words if ALL_HAN.fullmatch(word) and word.isalnum())
