"""What sort of body a name means: party, congress, court, institution, enterprise, mass organisation, else government.

In:  区财政局党组 → party; 区大数据中心 → institution; 区财政局 → government
"""

import re
from functools import cache

from extract.facts import Kind
from graph.lexicon import categories

GOVERNMENT = "government"


@cache
def category_of(name: str, kind: Kind) -> str:
    """The category of a body; groups and streets are categories of their own."""
    if kind in {Kind.GROUP, Kind.STREET}:
        return kind.value
    return next((category for category, pattern in _patterns() if pattern.search(name)), GOVERNMENT)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((entry.name, re.compile(entry.pattern)) for entry in categories())
