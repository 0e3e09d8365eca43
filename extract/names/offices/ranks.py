"""Ranks and academic titles, which stand beside posts and are none.

In:  局长(正处级) · 临江大学教授   Out: 正处级 · that it is an academic title
"""

import re

from extract import lexicon

RANK = re.compile(r"\(([^()]{2,12})\)")
_ACADEMIC = lexicon.academic_titles()
_LONGEST = max(map(len, _ACADEMIC))


def is_academic(title: str) -> bool:
    """Whether a title ends in an academic one, which counts as no office held: 教授, 临江大学教授, 正高级教师."""
    return any(title[-n:] in _ACADEMIC for n in range(2, min(_LONGEST, len(title)) + 1))


def rank_of(text: str, start: int, end: int) -> str | None:
    """The rank in parentheses in text[start:end], (正处级) → 正处级; None if there is none."""
    for match in RANK.finditer(text, start, end) if text.find("(", start, end) >= 0 else ():
        for part in re.split(r"[,、;]", match[1]):
            if part.removeprefix("保留") in lexicon.ranks():
                return part
    return None
