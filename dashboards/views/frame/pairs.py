"""The pairs of bodies that share tasks, from who has a part in which item: one pass over the items, for a graph makes pairs slowly.

In:  rows item, task, body, leads; bodies by their keys. Out: one row a pair with the tasks shared and those that both lead.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from operator import itemgetter
from typing import Any

Row = dict[str, Any]


def pairs_of(roles: Iterable[Row], bodies: Mapping[str, Row], place: str, *, streets: bool, most: int) -> list[Row]:
    """The pairs of a place, those that share most first; a body and one of its own place or of none, streets only where asked.

    Several prints of a task are one task; both lead it where they lead it in one print.
    """
    of_item: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for row in roles:
        body = bodies.get(row["body"])
        if body is not None and (streets or body["kind"] != "street"):
            of_item[(row["task"], row["item"])].append((row["body"], row["leads"]))
    tasks: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for (task, _), several in of_item.items():
        for (one, leads), (other, also) in combinations(sorted(several), 2):
            if not place or bodies[one]["place"] == place:
                shared = tasks[(one, other)]
                shared[task] = max(shared.get(task, 0), leads * also)
    rows = [_pair(bodies[one], bodies[other], list(of.values())) for (one, other), of in tasks.items()]
    rows.sort(key=itemgetter("name", "key", "other", "other_key"))
    rows.sort(key=itemgetter("items", "both_lead"), reverse=True)
    return rows[:most]


def _pair(one: Row, other: Row, together: Sequence[int]) -> Row:
    return {
        "key": one["key"], "name": one["name"], "names": one["names"], "kind": one["kind"],
        "other_key": other["key"], "other": other["name"], "other_names": other["names"], "other_kind": other["kind"],
        "items": len(together), "both_lead": sum(together),
    }  # fmt: skip
