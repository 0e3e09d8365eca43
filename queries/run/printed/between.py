"""Figures under other names between figures of one name: what two sentences of one document count in the same order.

In:  the pairs of one name, each with the figures of its sentence and of the other one. Out: the same, and the pairs between them.

    收到申请90件，通过70件，不予通过12件，撤回8件   |   收到申请95件，审核通过71件，驳回15件，撤回9件
    → 收到申请 90, 95 and 撤回 8, 9 bear one name; between them 通过 70, 71 and 不予通过 / 驳回 12, 15: differs, other name

Two figures are a pair of other names only where as many stand before and behind them on both sides up to a pair of one name, all of one
unit: what a reader would lay side by side. The row says that the names differ.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from queries.run.printed import Row

Figures = Sequence[Mapping[str, Any]]
OTHER_NAME = ", other name"
COMPARED = ("agrees", "differs")


def between(rows: Sequence[Row], values: Mapping[str, Any]) -> list[Row]:
    """The pairs with those between them, each after the pair that it follows; of one sort where `agrees` names one."""
    wanted = values["agrees"]
    pairs: dict[tuple[str, str], Row] = {}
    for row in rows:
        pairs.setdefault((row["figure_key"], row["other_key"]), row)
        for made in _between(row):
            pairs.setdefault((made["figure_key"], made["other_key"]), made)
    return [row for row in pairs.values() if not wanted or row["agrees"].removesuffix(OTHER_NAME) == wanted]


def _between(row: Row) -> Iterator[Row]:
    run, other = row["run"] or [], row["other_run"] or []
    here, there = _index_of(run, row["figure_key"]), _index_of(other, row["other_key"])
    if here is None or there is None or row["agrees"] not in COMPARED:
        return
    span = _same_on_both_sides(run[here:], other[there:])
    for one, two in zip(run[here + 1 : here + span], other[there + 1 : there + span], strict=True):
        if one["amount"] is None or two["amount"] is None:
            continue
        agrees = "agrees" if one["amount"] == two["amount"] else "differs"
        yield {
            **row,
            "subject": one["subject"],
            "other_subject": two["subject"],
            "quantity": one["quantity"],
            "other_quantity": two["quantity"],
            "agrees": agrees + OTHER_NAME,
            "figure_key": one["figure"],
            "other_key": two["figure"],
        }


def _index_of(run: Figures, key: str) -> int | None:
    return next((index for index, figure in enumerate(run) if figure["figure"] == key), None)


def _same_on_both_sides(run: Figures, other: Figures) -> int:
    """How many figures on the next pair of one name stands, on both sides, with figures of other names between; 0 where none does."""
    for ahead, (one, two) in enumerate(zip(run, other, strict=False)):
        if one["unit"] != two["unit"]:
            return 0
        if ahead and one["subject"] == two["subject"]:
            return ahead
    return 0
