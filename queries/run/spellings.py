"""Projects that documents probably name otherwise: what the words of a question name, under names near to it.

In:  a store, the words. Out: the keys of projects of the same place whose names are likely other spellings.

    words=云湖蔬菜物流应急保供基地  →  蔬菜物流保供基地      its characters in order, and the same end
    words=白石滨河大侨              →  白石滨河大桥          a slip

They are offered, never taken for the same: their rows say that the spelling is another one. Words that many projects bear name none of them.
"""

import re
from collections.abc import Sequence

from extract.clean import in_order
from extract.names.marks import NUMERAL
from graph.identity.likeness import slip_of
from graph.stores.store import Store
from queries.library import statement_of
from queries.run.choices import folded

MOST_NAMED = 12  # names of projects that hold the words; more are a field of work
LEAST = 5  # characters of the shorter name
GREATEST = 2  # times the shorter name that the longer one may be
SAME_END = 2  # characters that a name says what it is with: 基地, 大桥
MOST_NAMES = 100_000
WORK = re.compile(r"(?<=....)(?:(?:建设|改造|新建)?(?:项目|工程)|建设)$")  # 滨河大桥 and 滨河大桥建设项目 are one
PART = re.compile(rf"\d+|[{NUMERAL}][期标段号]|[东西南北中上下内外]")  # what tells parts of one project apart


def other_spellings(store: Store, words: Sequence[str], seconds: float) -> list[str]:
    """The keys of the projects that are probably meant too, in their order."""
    if not words:
        return []
    known = store.read(
        statement_of("sources", "projects"), {"limit": MOST_NAMES}, limit=MOST_NAMES, timeout=seconds
    ).dicts()
    names = [(row["key"], row["scope"], folded(row["name"])) for row in known]
    named = {key for key, _, name in names if all(folded(word) in name for word in words)}
    if len({name for key, _, name in names if key in named}) > MOST_NAMED:
        return []
    bases: dict[str, set[str]] = {}
    for key, scope, name in names:
        if key in named:
            bases.setdefault(scope, set()).add(name)
    typed = folded("".join(words))
    if len(words) == 1 and len(typed) > LEAST:
        for scope in [*bases] or {scope for _, scope, _ in names}:
            bases.setdefault(scope, set()).add(typed)
    return sorted(
        key
        for key, scope, name in names
        if key not in named and any(alike(name, base) for base in bases.get(scope, ()))
    )


def alike(one: str, other: str) -> bool:
    """Whether two names of projects may be spellings of one; a part that is numbered or lies elsewhere is another project."""
    short, long = sorted((WORK.sub("", one), WORK.sub("", other)), key=len)
    if short == long:
        return True
    if len(short) < LEAST or PART.findall(short) != PART.findall(long):
        return False
    if slip_of(short, long) or slip_of(long, short):
        return True
    scattered = len(long) <= GREATEST * len(short) and in_order(short, long)
    return scattered and short[-SAME_END:] == long[-SAME_END:]
