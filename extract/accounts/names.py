"""What can be a person's name to the account, by family names of its own: a fault in the word lists of names is no silence.

In:  "方小舟"   Out: true
"""

from functools import cache, lru_cache

from extract.lexicon import words_of
from extract.names.people import reads_as_name


@cache
def _families(length: int) -> frozenset[str]:
    return frozenset(word for word in words_of("cues", "family_name") if (len(word) == 1) == (length == 1))


def single_surnames() -> frozenset[str]:
    """Family names of one character."""
    return _families(1)


def two_character_surnames() -> frozenset[str]:
    """Family names of two and more characters."""
    return _families(2)


@lru_cache(maxsize=65536)
def is_person_name(text: str) -> bool:
    """Whether `text` as a whole can be a person's name."""
    return reads_as_name(text, single_surnames(), two_character_surnames())
