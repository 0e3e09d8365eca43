"""What else a name is found by: its pinyin, and the other names of its field of work. Tokens are cut as those of the texts are.

区发改局         →  qufagaiju · qfgj            pinyin, and its initials
老年人           →  养老, 老龄 …
"""

from functools import cache

from extract.lexicon import WordsEntry
from extract.lexicon.loading import table_of, tables
from graph.stores.tokens import folded, phrase, spaced, tokens

__all__ = ["also", "folded", "phrase", "pinyin", "spaced", "tokens", "topics"]


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
