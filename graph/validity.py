"""From when to when a standing responsibility holds: portfolios, seats, tasks.

In:  facts, resolution, tenures, context. Out: fact id → Validity, for each fact that describes a standing responsibility.

A full division of work closes the government's earlier one; a notice that lists a group again closes its earlier seats; leaving the
post that carried it closes an official's portfolio; a task runs to its deadline or the plan's period. Else open.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from extract.facts import Context, Fact
from graph.clusters import Resolution
from graph.tenures import Tenure


class Basis(StrEnum):
    """What the end of a responsibility rests on."""

    NEW_DIVISION = "new division"
    NEW_LIST = "new list"
    POST_LEFT = "post left"
    DEADLINE = "deadline"
    PERIOD = "period"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Validity:
    """Half-open [valid_from, valid_to), ISO days; None = unbounded. `last_confirmed`: the last day a document says so."""

    valid_from: str | None
    valid_to: str | None
    basis: Basis
    last_confirmed: str | None = None


def validity(
    facts: Sequence[Fact], resolution: Resolution, tenures: Sequence[Tenure], context: Sequence[Context] = ()
) -> Mapping[str, Validity]:
    """The validity of each standing responsibility, by fact id."""
    raise NotImplementedError
