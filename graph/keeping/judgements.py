"""What people decided: judgements.jsonl of a workspace, one line a decision, only ever added to.

In:  lines {"is", "about", "who", "when", "why", "value"}. Out: for each pair, fact or doubt the decision that holds.

    {"is": "same", "about": ["1f0c…:412-417:department", "1f0c…:9930-9935:department"], "who": "reader", "when": "2026-03-01T09:00:00+00:00", "why": "…"}

Decisions name mention ids, fact ids or doubt ids, never nodes, so they outlive merges, splits and rebuilds. A later line about the
same thing replaces an earlier one; `undo` takes it back.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from extract.errors import ReadError, StoreError
from extract.facts import Fact, Party, Qualifiers
from graph.keeping.sealed import CHECK, Line, add_row, read_lines


class Decision(StrEnum):
    """What a person can decide."""

    SAME = "same"
    NOT_SAME = "not_same"
    RIGHT = "right"
    WRONG = "wrong"
    CORRECTED = "corrected"
    SETTLED = "settled"
    UNDO = "undo"


OF_PAIRS = {Decision.SAME, Decision.NOT_SAME}
CORRECTABLE = {"subject", "object", "role", "date", "qualifiers"}


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision: about two mentions (same, not_same, undo), or one fact or doubt (the rest)."""

    decision: Decision
    about: tuple[str, ...]
    who: str
    when: str
    why: str = ""
    value: Mapping[str, Any] = field(default_factory=dict)  # a corrected fact: the parts that change

    def to_json(self) -> dict[str, Any]:
        """The line of judgements.jsonl."""
        row = asdict(self)
        return {"is": row.pop("decision").value, **row, "value": dict(self.value)}

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> "Judgement":
        """The judgement of one line; raises ReadError for one that says nothing we know."""
        try:
            decision = Decision(row["is"])
            about = tuple(sorted(row["about"]))
            value = row.get("value") or {}
            if decision in OF_PAIRS and len(about) != 2:
                raise ReadError("judgement_two", decision=repr(decision.value), count=len(about))
            if set(value) - CORRECTABLE:
                raise ReadError("correction_key", key=repr(sorted(set(value) - CORRECTABLE)[0]))
            return cls(decision, about, row["who"], row["when"], row.get("why", ""), value)
        except (KeyError, TypeError, ValueError) as error:
            raise ReadError("judgement_malformed", fault=error) from error


@dataclass(frozen=True, slots=True)
class Judgements:
    """The decisions that hold, the last one about each thing; `history` keeps every line."""

    history: tuple[Judgement, ...] = ()

    def holding(self) -> dict[tuple[str, ...], Judgement]:
        """What holds for each pair, fact or doubt: the last line about it, nothing where that line is `undo`."""
        last: dict[tuple[str, ...], Judgement] = {}
        for judgement in self.history:
            last[judgement.about] = judgement
        return {about: j for about, j in last.items() if j.decision is not Decision.UNDO}

    def pairs(self, decision: Decision) -> list[Judgement]:
        """The decisions `same` or `not_same` that hold, in a fixed order."""
        return [j for about, j in sorted(self.holding().items()) if j.decision is decision]

    def renamed(self, ids: Mapping[str, str]) -> "Judgements":
        """The same decisions, about mentions by the ids of now: `ids` says what each former id is called."""
        return Judgements(
            tuple(replace(j, about=tuple(sorted(ids.get(about, about) for about in j.about))) for j in self.history)
        )

    def of_fact(self, fact_id: str) -> Judgement | None:
        """What holds about a fact or a doubt."""
        return self.holding().get((fact_id,))

    def apply(self, facts: Iterable[tuple[str, Fact]]) -> Iterator[tuple[str, Fact, Judgement | None]]:
        """Facts with their ids → those that stand: wrong ones left out, corrected ones changed, the id kept."""
        holding = self.holding()
        for fact_id, fact in facts:
            judgement = holding.get((fact_id,))
            if judgement and judgement.decision is Decision.WRONG:
                continue
            if judgement and judgement.decision is Decision.CORRECTED:
                fact = corrected(fact, judgement.value)
            yield fact_id, fact, judgement


def corrected(fact: Fact, value: Mapping[str, Any]) -> Fact:
    """The fact with the parts that a person corrected; a party keeps its offsets, for they are where the name stands."""
    changes: dict[str, Any] = {k: v for k, v in value.items() if k in {"role", "date"}}
    for side in ("subject", "object"):
        if side in value:
            party: Party = getattr(fact, side)
            changes[side] = replace(party, name=value[side])
    if "qualifiers" in value:
        changes["qualifiers"] = Qualifiers(**{**fact.qualifiers.stated(), **value["qualifiers"]})
    return replace(fact, **changes)


def read_judgements(path: Path) -> Judgements:
    """The judgements of a workspace; none if the file does not exist yet.

    A last line that a crash cut off was never said to be written, and does not count; any other line that is damaged is an error.
    """
    try:
        lines = read_lines(path)
    except OSError as error:
        raise StoreError("judgements_unread", path=path, fault=error) from error
    return Judgements(tuple(_judgement_of(line, path) for line in lines.lines))


def _judgement_of(line: Line, path: Path) -> Judgement:
    """The judgement of a line; ReadError that names it, and what puts it aside, for one that is damaged or says nothing we know."""
    fault = line.fault
    if fault is None:
        try:
            return Judgement.from_json({key: value for key, value in line.row.items() if key != CHECK})
        except ReadError as error:
            fault = error.reason
    raise ReadError("judgement_line", path=path, line=line.number, fault=fault)


def add_judgement(path: Path, judgement: Judgement) -> None:
    """Adds one sealed line, written through to the disk; never changes a line that is there; raises StoreError if it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        add_row(path, judgement.to_json())
    except OSError as error:
        raise StoreError("cannot_write_workspace", path=path, fault=error) from error


def now() -> str:
    """The time of a decision made now."""
    return datetime.now(UTC).isoformat(timespec="seconds")
