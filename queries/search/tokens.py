"""How names and texts are cut into tokens, so that a full-text index understands Chinese of any length.

区发展和改革局   →  区 发 展 和 改 革 局          each Han character a token; a phrase of tokens is a part of the text
新造林80亩, 5G   →  新 造 林 80 亩 , 5g          runs of Latin letters and digits stay whole
区发改局         →  qufagaiju · qfgj            pinyin, and its initials
"""

import re
import unicodedata
from functools import cache

from extract.lexicon import WordsEntry
from extract.lexicon.loading import table_of, tables

PARTS = re.compile(r"[a-z0-9.]*[a-z0-9]|[^a-z0-9\s]")


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


@cache
def _surnames() -> dict[str, str]:
    table = tables("queries.search", "words.toml")["surnames"]
    assert isinstance(table, dict)
    return dict(table["readings"])


@cache
def topics() -> tuple[tuple[str, ...], ...]:
    """The words of each field of work that goes by several names."""
    return tuple(entry.words for entry in table_of("queries.search", "words.toml", "topic", WordsEntry))


def also(word: str) -> tuple[str, ...]:
    """The word, and what else its field of work is called: 老年人 → 老年人, 养老, 老龄 …"""
    kin = [other for words in topics() if word in words for other in words if other != word]
    return (word, *dict.fromkeys(kin))


@cache
def pinyin(name: str, *, person: bool = False) -> tuple[str, str]:
    """The pinyin of a name without tones, and its initials; a person's surname is read as a surname (单 shan, 仇 qiu)."""
    from pypinyin import Style, lazy_pinyin  # its tables take longer to load than a search takes

    syllables = lazy_pinyin(name, style=Style.NORMAL, errors="ignore")
    read = _surnames().get(name[:1]) if person else None
    if read and syllables:
        syllables[0] = read
    return "".join(syllables), "".join(syllable[0] for syllable in syllables if syllable)
