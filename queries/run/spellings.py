"""Projects that documents probably name otherwise: what the words of a question name, under names near to it.

In:  a store, the words. Out: the keys of projects of the same place whose names are likely other spellings.

    words=云湖蔬菜物流应急保供基地  →  蔬菜物流保供基地      its characters in order, and the same end
    words=白石滨河大侨              →  白石滨河大桥          a slip

They are offered, never taken for the same: their rows say that the spelling is another one. Words that many projects bear name none of them.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from extract.clean import in_order
from extract.names.marks import HAN, NUMERAL
from graph.identity.likeness import slip_of
from graph.stores.store import Store
from queries.library import statement_of
from queries.run.choices import folded

MOST_NAMED = 12  # names of projects that hold the words; more are a field of work
LEAST = 5  # characters of the shorter name
GREATEST = 2  # times the shorter name that the longer one may be
SAME_END = 2  # characters that a name says what it is with: 基地, 大桥
MOST_NAMES = 100_000
HAN_CHARACTER = re.compile(rf"[{HAN}]")
WORK = re.compile(r"(?<=....)(?:(?:建设|改造|新建)?(?:项目|工程)|建设)$")  # 滨河大桥 and 滨河大桥建设项目 are one
PART = re.compile(rf"\d+|[{NUMERAL}][期标段号]|[东西南北中上下内外]")  # what tells parts of one project apart


def other_spellings(
    store: Store, words: Sequence[str], seconds: float, start: str, values: Mapping[str, Any]
) -> list[str]:
    """The keys of the projects that are probably meant too, in their order; of a question that has a `start` those of its items' places."""
    if not words:
        return []
    scopes = _scopes(store, start, values, seconds)
    if scopes == []:  # no items, no projects
        return []
    names = _named_so(store, words, seconds)
    if len({name for _, _, name in names}) > MOST_NAMED:
        return []
    named = {key for key, _, _ in names}
    bases: dict[str, set[str]] = {}
    for _, scope, name in names:
        if scopes is None or scope in scopes:
            bases.setdefault(scope, set()).add(name)
    typed = folded("".join(words))
    long = len(words) == 1 and len(typed) > LEAST
    if not bases and not long:
        return []
    every = _names(store, {"within": scopes or [], "all": scopes is None, "holding": []}, seconds)
    if long:
        for scope in [*bases] if names else {scope for _, scope, _ in every}:
            bases.setdefault(scope, set()).add(typed)
    return sorted(
        key
        for key, scope, name in every
        if key not in named and any(alike(name, base) for base in bases.get(scope, ()))
    )


def _named_so(store: Store, words: Sequence[str], seconds: float) -> list[tuple[str, str, str]]:
    """The projects whose names hold all words: the store is asked for their characters, which folding leaves as they are."""
    given = {"within": [], "all": True, "holding": sorted(set(HAN_CHARACTER.findall(folded("".join(words)))))}
    wanted = [folded(word) for word in words]
    return [one for one in _names(store, given, seconds) if all(word in one[2] for word in wanted)]


def _names(store: Store, given: Mapping[str, Any], seconds: float) -> list[tuple[str, str, str]]:
    """Key, place and folded name of projects."""
    rows = store.read(
        statement_of("sources", "projects"), {**given, "limit": MOST_NAMES}, limit=MOST_NAMES, timeout=seconds
    )
    return [(key, scope, folded(name)) for key, scope, name in rows.rows]


def _scopes(store: Store, start: str, values: Mapping[str, Any], seconds: float) -> list[str] | None:
    """The places of the projects of the items that a question starts with; None where it starts with none."""
    if not start:
        return None
    rows = store.read(
        start + statement_of("sources", "places_of_projects"),
        {**values, "limit": MOST_NAMES},
        limit=MOST_NAMES,
        timeout=seconds,
    )
    return [scope for (scope,) in rows.rows]


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
