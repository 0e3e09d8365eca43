"""Tenures on a timeline: what documents prove solid, what they leave open hatched or dotted, a single sighting a diamond.

In:  rows with the bounds of tenures (from_earliest … to_latest, last_confirmed, first_seen). Out: the block `timeline`.

    胡艳萍   何时起不详 — 2022-05-11 免         ░░▏        the start is unknown: a stub that fades to the left
    周琴     2022-06-13 任；未见终止（最近见于 …）  ▶······    appointed on that day, no end seen
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dashboards.parts.blocks import Block, Piece, plain
from dashboards.texts import text

MARGIN = timedelta(days=60)
LEAST_SPAN = timedelta(days=730)
LEGEND = (
    ("certain", "proven"),
    ("possible", "bounds_unknown"),
    ("open", "no_end_seen"),
    ("starts", "appointed"),
    ("ends", "dismissed"),
    ("seen", "seen_once"),
)
STALE_DAYS = 365
OLDEST = 3  # years after which a sighting grows no fainter


@dataclass(frozen=True, slots=True)
class Scale:
    """The days that a timeline runs from and to."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Where a day stands, in percent of the lane."""
        whole = (self.last - self.first).days or 1
        return round(100 * min(max((day - self.first).days, 0), whole) / whole, 3)

    def years(self) -> list[dict[str, Any]]:
        """The Januaries, with the first year at the left edge."""
        marks = [{"label": str(self.first.year), "x": 0.0}] if self.first.month < 9 else []
        for year in range(self.first.year + 1, self.last.year + 1):
            marks.append({"label": str(year), "x": self.at(date(year, 1, 1))})
        return marks


def saving(title: str, source: str, language: str) -> dict[str, Any]:
    """The ways to save a picture, with the title and source that stand in its files."""
    words = {name: text(f"save_{name}", language) for name in ("svg", "png", "html")}
    return {"name": plain(title)[:60], "title": plain(title), "source": plain(source), "legend": [], **words}


def slider(
    rows: Sequence[Mapping[str, Any]], last: date | None, on: date | None, to: str, language: str
) -> dict[str, Any] | None:
    """The slider above a timeline, from its first day to the last that a document covers; `to` is the address of a day, with DAY in its place."""
    scale = scale_of(rows, on)
    if scale is None:
        return None
    words = {name: text(f"day_{name}", language) for name in ("slider", "none")}
    hint = text("day_in", language, day="{day}", count="{count}")
    until = max(day for day in (on, min(scale.last, last or scale.last)) if day)
    days = {"first": str(scale.first), "last": str(until), "from": str(scale.first), "to": str(scale.last)}
    return days | {
        "on": str(on) if on else None,
        "go": to,
        "label": words["slider"],
        "none": words["none"],
        "said": hint,
    }


def scale_of(rows: Sequence[Mapping[str, Any]], today: date | None = None) -> Scale | None:
    """The scale that holds every bound; None where no day is known."""
    names = ("from_earliest", "from_latest", "to_earliest", "to_latest", "last_confirmed")
    days = [row[name] for row in rows for name in names if row.get(name)] + ([today] if today else [])
    if not days:
        return None
    first, last = min(days) - MARGIN, max(days) + MARGIN
    first = first.replace(month=1, day=1)
    if last - first < LEAST_SPAN:
        first = first.replace(year=first.year - 1)
    return Scale(first, last)


def marks_of(row: Mapping[str, Any], scale: Scale) -> list[dict[str, Any]]:
    """The marks of one tenure."""
    start, start_known = row["from_latest"], row["from_earliest"] is not None
    end = row["to_latest"]
    sure_end = row["to_earliest"] or row.get("last_confirmed")
    sure_start = start or row.get("first_seen") or sure_end or end
    if sure_start is None:
        return []
    until = max(sure_start, sure_end or sure_start)
    marks: list[dict[str, Any]] = []

    def bar(shape: str, begin: date, finish: date) -> None:
        marks.append({"shape": shape, "x": scale.at(begin), "w": round(scale.at(finish) - scale.at(begin), 3)})

    if not start_known:
        marks.append({"shape": "before", "x": scale.at(sure_start)})
    elif row["from_earliest"] < sure_start:
        bar("possible", row["from_earliest"], sure_start)
    if until > sure_start:
        bar("certain", sure_start, until)
    if end is not None and end > until:
        bar("possible", until, end)
    if end is None:
        bar("open", until, scale.last)
    if row.get("end_basis") == "dismissal" and end is not None:
        marks.append({"shape": "ends", "x": scale.at(end)})
    if start_known and row["from_earliest"] == row["from_latest"] and row.get("opened", True):
        marks.append({"shape": "starts", "x": scale.at(sure_start)})
    elif until == sure_start and row.get("end_basis") != "dismissal":
        marks.append({"shape": "seen", "x": scale.at(sure_start)})
    return marks


def said_of(row: Mapping[str, Any], language: str, latest: date | None = None) -> list[Piece]:
    """The words of one tenure: since when, until when, and what is not known. `latest` is the last day that any document covers."""
    return [text("joined", language, first=_since(row, language), then=_until(row, language, latest))]


def aged(row: Mapping[str, Any], latest: date | None) -> int:
    """For how many years nobody saw the holder of an open tenure, three at most: what is older is drawn fainter."""
    seen: date | None = row.get("last_confirmed") or row["from_latest"]
    if row["to_latest"] is not None or seen is None or latest is None:
        return 0
    return max(0, min(OLDEST, (latest - seen).days // STALE_DAYS))


def _since(row: Mapping[str, Any], language: str) -> str:
    earliest, latest = row["from_earliest"], row["from_latest"]
    if earliest is None:
        known = latest or row.get("first_seen") or row.get("last_confirmed") or row["to_latest"]
        return text("since_unknown", language, day=known)
    if earliest == latest:
        return text("since_day", language, day=earliest)
    return (
        text("since_between", language, first=earliest, last=latest)
        if latest
        else text("since_after", language, day=earliest)
    )


def _until(row: Mapping[str, Any], language: str, latest: date | None) -> str:
    earliest, end = row["to_earliest"], row["to_latest"]
    seen = row.get("last_confirmed") or row["from_latest"]
    if end is None and row.get("head_since"):
        return text("seen_as_head", language, seen=seen or "?", day=row["head_since"])
    if end is None:
        if latest and seen and (latest - seen).days > STALE_DAYS:
            return text("not_seen_for", language, years=max(1, (latest - seen).days // 365), day=seen)
        return text("no_end", language, day=seen or "?")
    basis = row.get("end_basis")
    if earliest == end or basis == "dismissal":
        return text(f"until_{basis or 'day'}", language, day=end)
    if earliest and end:
        return text("until_between", language, first=earliest, last=end)
    return text("until_before", language, day=end)


def timeline(
    rows: Sequence[Mapping[str, Any]], names: Sequence[list[Piece]], language: str, *, groups: Sequence[str] | None = None,
    on: date | None = None, latest: date | None = None, keys: Sequence[str | None] | None = None,
) -> Block | None:  # fmt: skip
    """The block of a timeline, a row each in the order given; None where no bound is known."""
    scale = scale_of(rows, on)
    if scale is None:
        return None
    drawn: list[dict[str, Any]] = []
    for number, row in enumerate(rows):
        if groups and (number == 0 or groups[number] != groups[number - 1]):
            drawn.append({"group": groups[number]})
        key = keys[number] if keys else None
        within = {
            name: str(row[bound]) if row[bound] else None
            for name, bound in (("from", "from_earliest"), ("until", "to_latest"))
        }
        sentence, marks = said_of(row, language, latest), marks_of(row, scale)
        drawn.append(
            {"name": names[number], "said": sentence, "marks": marks, "key": key, "aged": aged(row, latest), **within}
        )
    used = {mark["shape"] for row in drawn for mark in row.get("marks", ())}
    return {
        "is": "timeline",
        "years": scale.years(),
        "rows": drawn,
        "on": {"label": str(on), "x": scale.at(on)} if on else None,
        "legend": [
            {"shape": shape, "word": text(word, language)}
            for shape, word in LEGEND
            if shape in used or (shape == "possible" and "before" in used)
        ],
    }
