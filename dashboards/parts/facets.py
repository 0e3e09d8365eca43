"""Filters beside a table: what its rows hold of a few values, each with its count; what is switched off stands in the link.

In:  for each row its values by facet; the entries that are off, written facet:value. Out: which rows are left, and the block `facets`.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from dashboards.parts.blocks import Block, dim, plain
from dashboards.texts import text

MOST_VALUES = 14
MOST_FACETS = 5
NONE = "-"
Values = Mapping[str, str]


def left(rows: Sequence[Values], off: Collection[str]) -> list[int]:
    """The numbers of the rows that no filter takes away."""
    return [
        number
        for number, row in enumerate(rows)
        if not any(f"{name}:{value or NONE}" in off for name, value in row.items())
    ]


def telling(rows: Sequence[Values], names: Sequence[str]) -> list[str]:
    """The facets worth offering: several values, few enough for a list, and not another in each row."""
    facets = []
    for name in names:
        counted = Counter(row[name] for row in rows)
        if 1 < len(counted) <= MOST_VALUES and len(counted) < len(rows):
            facets.append(name)
    return facets[:MOST_FACETS]


def facets(
    rows: Sequence[Values], labels: Mapping[str, str], off: Collection[str], toggled: Callable[[list[str]], str], language: str,
    word: Callable[[str, str], str] = lambda name, value: value,
) -> Block | None:  # fmt: skip
    """The block, folded until something is off; None where nothing is worth a filter."""
    groups: list[dict[str, Any]] = []
    for name in telling(rows, list(labels)):
        counted = Counter(row[name] or NONE for row in rows)
        entries = sorted(counted.items()) if name == "year" else counted.most_common()
        groups.append(
            {
                "label": labels[name],
                "rows": [
                    {
                        "label": [dim(text("not_said", language)) if value == NONE else plain(word(name, value))],
                        "count": count,
                        "on": f"{name}:{value}" not in off,
                        "go": toggled(sorted(set(off) ^ {f"{name}:{value}"})),
                    }
                    for value, count in entries
                ],
            }
        )
    return {"is": "facets", "groups": groups, "label": text("filter", language), "wide": True} if groups else None
