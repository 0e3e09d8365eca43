"""Facts against gold: precision, recall, details, and the gains and losses between two runs.

In:  gold rows and predicted rows (facts v1 as JSON objects). Out: a Score.

Only what the gold files cover is scored: a prediction is false only if a gold file has facts of its relation (and kind
of object) in that document and the prediction's line lies between the first and the last of them, one line of grace at
each end. A fact matches when relation, kinds, names, role and, for appointed and dismissed, the date are equal after
NFKC, without layout spaces and mark-up. A fact about a task matches on relation, unit, role (for reported the status)
and line; whether the item's text is right is counted apart, as are dates and qualifiers of matched facts, because one
slip in an item would otherwise count many times.
"""

import collections
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extract.names.marks import DIGITS

Row = dict[str, Any]
Key = tuple[str, ...]

ENUMERATOR = re.compile(rf"^(?:[(（]?(?:[{DIGITS}十]+|\d{{1,3}})[)）.、.．]|——|[①-⑳])+")
DETAILS = ("rank", "probation", "mode", "term", "topic", "deadline", "title", "number", "phone", "period")
BY_ENDS_ALONE = {"hosts", "part_of", "liaises", "located_at", "issued", "cites", "repeals"}
KINDS_TOLD_APART = {"task", "topic", "group", "project"}
CITING = {"cites", "repeals"}


@dataclass(frozen=True, slots=True)
class Counts:
    """Hits, false predictions and misses of one relation."""

    hit: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of the predictions that are right; 0 if there are none."""
        return self.hit / (self.hit + self.false) if self.hit + self.false else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold facts that were found; 0 if there are none."""
        return self.hit / (self.hit + self.missed) if self.hit + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 if both are."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True, slots=True)
class Wrong:
    """A detail of a matched fact that differs from gold."""

    detail: str
    gold: Row
    pred: Row


@dataclass(frozen=True, slots=True)
class Score:
    """What a run is worth: matched pairs, misses, false facts, counts by relation, and details of the matched."""

    pairs: tuple[tuple[Row, Row], ...] = field(repr=False)
    missed: tuple[Row, ...] = field(repr=False)
    false: tuple[Row, ...] = field(repr=False)
    counts: Mapping[str, Counts]
    details: Mapping[str, tuple[int, int]]  # detail → (right, of how many)
    wrong: tuple[Wrong, ...] = field(repr=False)

    @property
    def all(self) -> Counts:
        """Counts over all relations."""
        return Counts(*(sum(getattr(c, name) for c in self.counts.values()) for name in ("hit", "false", "missed")))

    @property
    def dates(self) -> tuple[int, int]:
        """Right dates, of how many matched facts."""
        return self.details.get("date", (0, 0))

    @property
    def item_texts(self) -> tuple[int, int]:
        """Right item texts, of how many matched facts about items."""
        return self.details.get("item text", (0, 0))

    @property
    def qualifiers(self) -> tuple[int, int]:
        """Right qualifiers, of how many that gold states."""
        rest = [v for k, v in self.details.items() if k not in {"date", "item text"}]
        return sum(right for right, _ in rest), sum(total for _, total in rest)

    @property
    def lowest(self) -> float:
        """The lowest of F1 and the three shares: what a bar is held against."""
        shares = [right / total for right, total in (self.dates, self.item_texts, self.qualifiers) if total]
        return min([self.all.f1, *shares])


def normal(text: str | None) -> str:
    """A name for comparison: NFKC, no layout space or mark-up, no outer punctuation, one form of bracket."""
    plain = re.sub(r"</?p>", "", unicodedata.normalize("NFKC", text or ""))
    return re.sub(r"\s+", "", plain).strip('、,。;:《》"“”').replace("[", "〔").replace("]", "〕")


def item_text(name: str | None) -> str:
    """An item's text for comparison: normal, without its enumerator."""
    return ENUMERATOR.sub("", normal(name))


def group_of(fact: Row) -> str:
    """The row of the score table that a fact belongs to: its relation, and the object's kind where it matters."""
    kind = str(_object(fact)["kind"])
    return str(fact["relation"]) + ("→" + kind if kind in KINDS_TOLD_APART else "")


def score(gold: Sequence[Row], pred: Sequence[Row], window: int = 1) -> Score:
    """Scores `pred` against `gold`; rows carry `doc`, `line` and, for gold, `file` (see `with_place`)."""
    pairs, missed, false = _match(gold, pred, window)
    tally: dict[str, list[int]] = {}
    for index, facts in enumerate(([g for g, _ in pairs], false, missed)):
        for fact in facts:
            tally.setdefault(group_of(fact), [0, 0, 0])[index] += 1
    details: dict[str, tuple[int, int]] = {}
    wrong = []
    for g, p in pairs:
        for name, right in _details(g, p):
            before = details.get(name, (0, 0))
            details[name] = (before[0] + right, before[1] + 1)
            if not right:
                wrong.append(Wrong(name, g, p))
    counts = {name: Counts(*tally[name]) for name in sorted(tally)}
    return Score(tuple(pairs), tuple(missed), tuple(false), counts, dict(sorted(details.items())), tuple(wrong))


def with_place(rows: Iterable[Row], file: str) -> Iterator[Row]:
    """Rows of one file with `doc` and `line` taken from their evidence where they carry one, and `file` set."""
    for row in rows:
        placed = dict(row, file=file)
        if "evidence" in row:
            placed["doc"] = row["evidence"]["doc"]
            placed["line"] = row["evidence"]["line"] if row.get("line") is None else row["line"]
        yield placed


def changes(gold: Sequence[Row], before: Sequence[Row], after: Sequence[Row]) -> dict[str, list[Row]]:
    """What a change of rules won and lost on gold: hits gained and lost, false facts that came and went."""
    old, new = score(gold, before), score(gold, after)

    def only(rows: Iterable[Row], without: Iterable[Row]) -> list[Row]:
        gone = {_identity(row) for row in without}
        return [row for row in rows if _identity(row) not in gone]

    return {
        "gained": only(old.missed, new.missed),
        "lost": only(new.missed, old.missed),
        "false, new": only(new.false, old.false),
        "false, gone": only(old.false, new.false),
    }


def _identity(row: Row) -> tuple[object, ...]:
    return (*_key(row), row["line"], _object(row)["name"])


def _object(fact: Row) -> Row:
    return fact.get("object") or {"kind": "", "name": ""}


def _is_task(fact: Row) -> bool:
    return bool(_object(fact)["kind"] == "task")


def _key(fact: Row) -> Key:
    subject, obj, relation = fact["subject"], _object(fact), fact["relation"]
    role = normal(fact.get("role"))
    head = (fact["doc"], relation, subject["kind"])
    if obj["kind"] == "task":
        status = fact.get("qualifiers", {}).get("status") or ""
        return (*head, normal(subject["name"]), status if relation == "reported" else role)
    if subject["kind"] == "task":
        return (*head, obj["kind"], normal(obj["name"]))
    if relation == "covers":
        return (*head, *sorted([normal(subject["name"]), normal(obj["name"])]))
    ends = (*head, obj["kind"], normal(subject["name"]), normal(obj["name"]))
    if relation in BY_ENDS_ALONE:
        return ends
    return (*ends, role, (fact.get("date") or "") if relation in {"appointed", "dismissed"} else "")


def _details(gold: Row, pred: Row) -> Iterator[tuple[str, bool]]:
    """(name of the detail, right?) for each detail that gold states of a matched fact."""
    yield "date", (gold.get("date") or None) == (pred.get("date") or None)
    if _is_task(gold):
        told = item_text(pred["object"]["name"]) + "|" + item_text(pred.get("qualifiers", {}).get("basis"))
        yield "item text", item_text(gold["object"]["name"])[:12] in told
    for name in DETAILS:
        value = gold.get("qualifiers", {}).get(name)
        if value and not (name == "topic" and not _is_task(gold) and gold["relation"] == "leads"):
            yield name, normal(str(value)) == normal(str(pred.get("qualifiers", {}).get(name) or ""))


def _regions(gold: Sequence[Row]) -> dict[tuple[str, str], list[tuple[int, int]]]:
    spans: dict[tuple[str, str], dict[str, tuple[int, int]]] = collections.defaultdict(dict)
    for fact in gold:
        files = spans[fact["doc"], group_of(fact)]
        first, last = files.get(fact["file"], (fact["line"], fact["line"]))
        files[fact["file"]] = (min(first, fact["line"]), max(last, fact["line"]))
    return {place: list(files.values()) for place, files in spans.items()}


def _by_title(pred: Row, titles: Mapping[tuple[str, str], str]) -> Row:
    """A document cited by its number alone is the one whose title gold has."""
    if pred["relation"] not in CITING:
        return pred
    title = titles.get((pred["doc"], normal(pred["object"]["name"])))
    return dict(pred, object=dict(pred["object"], name=title)) if title else pred


def _match(gold: Sequence[Row], pred: Sequence[Row], window: int) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    titles = {
        (g["doc"], normal(g["qualifiers"]["number"])): g["object"]["name"]
        for g in gold
        if g["relation"] in CITING and g.get("qualifiers", {}).get("number")
    }
    regions = _regions(gold)
    waiting: dict[Key, list[Row]] = collections.defaultdict(list)
    for g in gold:
        waiting[_key(g)].append(g)
    pairs: list[tuple[Row, Row]] = []
    false: list[Row] = []
    seen: set[Key | tuple[Key, int]] = set()
    for row in pred:
        fact = _by_title(row, titles)
        key, by_line = _key(fact), _is_task(fact) or fact["subject"]["kind"] == "task"
        near = [g for g in waiting[key] if not by_line or abs(g["line"] - fact["line"]) <= window]
        if near:
            g = min(near, key=lambda g: abs(g["line"] - fact["line"]))
            waiting[key].remove(g)
            pairs.append((g, fact))
            seen.add((key, g["line"]) if by_line else key)
            continue
        again = any((key, fact["line"] + d) in seen for d in range(-window, window + 1)) if by_line else key in seen
        covered = regions.get((fact["doc"], group_of(fact)), [])
        if not again and any(first - 1 <= fact["line"] <= last + 1 for first, last in covered):
            false.append(fact)
    missed = [g for key, rest in waiting.items() for g in rest if key not in seen]
    return pairs, missed, false
