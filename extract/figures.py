"""Figures of items, as context hands them on: 新建公厕11座 → 11, 座, 新建公厕.

In:  what `extract.formats.items.figures` reads in the text of an item   Out: one record a figure
"""

from dataclasses import dataclass

from extract.slotted import slotted


@slotted
@dataclass(frozen=True, slots=True)
class FigureRecord:
    """Context: a target or quota in the text of an item, which `item` names by its start, or a figure of what was reported of it.

    Quantity, unit, comparator and indicator as printed; `value` is the quantity in full, `bound` what the comparator means (≥ ≤ ≈).
    `said` is `reported` where the figure stands in the progress text beside the item, else None: a target.
    """

    doc: str
    notice: int
    item: int
    start: int
    end: int
    quantity: str
    unit: str
    comparator: str | None = None
    indicator: str | None = None
    period: str | None = None
    value: float | None = None
    bound: str | None = None
    said: str | None = None
