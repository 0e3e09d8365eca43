"""Characters that stand for others, one to one: data beside this file.

In:  `traditional.tsv` (國⇥国), `radicals.tsv` (⻓⇥长)
Out: what stands for what; a line that is no pair of single characters is a LexiconError
"""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from extract.errors import LexiconError

# blocks of forms that a font or an old encoding made of a character: CJK radicals, Kangxi radicals, compatibility ideographs,
# vertical and small punctuation
COMPATIBLE = (range(0x2E80, 0x2FD6), range(0xF900, 0xFB00), range(0x2F800, 0x2FA20))
PUNCTUATION = (range(0xFE10, 0xFE1A), range(0xFE30, 0xFE53))


def _pairs(name: str) -> Iterator[tuple[str, str]]:
    for number, line in enumerate((files("extract.lexicon") / name).read_text("utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        left, _, right = line.partition("\t")
        if len(left) != 1 or len(right) != 1:
            raise LexiconError("not_two_characters", name=name, line=number)
        yield left, right


@cache
def traditional() -> Mapping[str, str]:
    """Each traditional character and its simplified form: 國 → 国, 長 → 长."""
    return dict(_pairs("traditional.tsv"))


@cache
def compatible() -> Mapping[str, str]:
    """Each form that a font made of a character, and that character: ⽔ → 水, ⻓ → 长, 﨑 stays."""
    return dict(_pairs("radicals.tsv")) | _normal(COMPATIBLE)


@cache
def punctuation() -> Mapping[str, str]:
    """Each vertical or small form of a mark, and that mark: ︰ → :, ﹃ → 『."""
    return _normal(PUNCTUATION)


def _normal(blocks: tuple[range, ...]) -> dict[str, str]:
    forms = ((chr(code), unicodedata.normalize("NFKC", chr(code))) for block in blocks for code in block)
    return {form: char for form, char in forms if form != char and len(char) == 1}
