"""Tenures as bars along the years: what documents prove dark, what they leave open pale.

In:  the rows of an answer with the bounds of tenures. Out: a chart; names are drawn as text and never read as mark-up.

    胡艳萍  ≤2022-05-11 – 2022-05-11   ░░░░░▏
    周琴     2022-06-13 –                     ▏░░░░
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import altair
import pandas

from dashboards.cells import cell, heading, literal
from queries.run import Table

MOST_BARS = 40
ROW_HEIGHT = 26
MARGIN = timedelta(days=180)  # how far an open bound is drawn beyond the dates that are known
BOUNDS = ("from_earliest", "from_latest", "to_earliest", "to_latest", "last_confirmed")
COLOUR = "#5F7F9B"
DAY_COLOUR = "#A8322A"
NAME_LENGTH = 34


@dataclass(frozen=True, slots=True)
class Timeline:
    """A chart, and how many tenures it holds and leaves out."""

    chart: altair.LayerChart | altair.FacetChart
    shown: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a tenure: proven or open; a single sighting begins and ends on one day."""

    row: str
    begin: date
    finish: date
    proven: bool
    said: str


def timeline(table: Table, language: str, on: date | None = None) -> Timeline | None:
    """The chart of an answer's tenures, with a line at the day asked; None where no bound is known."""
    rows = [row for row in table.rows if any(row[name] for name in BOUNDS)]
    if not rows:
        return None
    shown = rows[:MOST_BARS]
    days = [row[name] for row in shown for name in BOUNDS if row[name] is not None] + ([on] if on else [])
    first, last = min(days) - MARGIN, max(days) + MARGIN
    several = len({row["body_key"] for row in shown}) > 1
    names = _names(shown, several=several)
    bars = [bar for row, name in zip(shown, names, strict=True) for bar in bars_of(row, name, first, last, language)]
    frame = pandas.DataFrame(
        {
            "row": [bar.row for bar in bars],
            "begin": pandas.to_datetime([bar.begin for bar in bars]),
            "finish": pandas.to_datetime([bar.finish for bar in bars]),
            "proven": [bar.proven for bar in bars],
            "said": [bar.said for bar in bars],
        }
    )
    return Timeline(_chart(frame, names, language, on), len(shown), len(rows) - len(shown))


def bars_of(row: Mapping[str, Any], name: str, first: date, last: date, language: str = "zh") -> list[Bar]:
    """The stretches of one tenure: before it is proven, while it is, and after; open bounds run to first and last."""
    begin = row["from_latest"] or row["to_earliest"] or row["last_confirmed"]
    if begin is None:
        return []
    finish = max(begin, row["to_earliest"] or row["last_confirmed"] or begin)
    standing = cell("standing", row.get("standing"), language) or "…"
    said = f"{row['since'] or '?'} – {row['until'] or standing}"
    bars = [Bar(name, begin, finish, proven=True, said=said)]
    earliest = row["from_earliest"] or first
    if earliest < begin:
        bars.append(Bar(name, earliest, begin, proven=False, said=said))
    latest = row["to_latest"] or last
    if latest > finish:
        bars.append(Bar(name, finish, latest, proven=False, said=said))
    return bars


def _names(rows: list[dict[str, Any]], *, several: bool) -> list[str]:
    """What stands beside each bar: post and official, with the body where there are several; each name once."""
    names: list[str] = []
    for row in rows:
        parts = [row["body"] if several else None, row["post"], row["official"]]
        name = literal(" ".join(str(part) for part in parts if part)).replace("\n", " ")
        name = name if len(name) <= NAME_LENGTH else f"…{name[1 - NAME_LENGTH :]}"
        while name in names:
            name += "\u200a"  # a tenure of its own, though the words are the same
        names.append(name)
    return names


def _chart(
    frame: pandas.DataFrame, names: list[str], language: str, on: date | None
) -> altair.LayerChart | altair.FacetChart:
    rows = altair.Y(
        "row:N", sort=names, title=None, axis=altair.Axis(labelLimit=320, labelOverlap=False, ticks=False, domain=False)
    )
    years = altair.X("begin:T", title=None, axis=altair.Axis(format="%Y-%m", labelOverlap=True, grid=True, tickCount=8))
    tips = [
        altair.Tooltip("row:N", title=heading("official", language)),
        altair.Tooltip("said:N", title=f"{heading('since', language)} – {heading('until', language)}"),
    ]
    base = altair.Chart(frame).encode(y=rows, x=years, tooltip=tips)
    layers = [
        base.transform_filter(~altair.datum.proven)
        .mark_bar(color=COLOUR, opacity=0.22, height=12)
        .encode(x2="finish:T"),
        base.transform_filter(altair.datum.proven).mark_bar(color=COLOUR, height=12).encode(x2="finish:T"),
        base.transform_filter(altair.datum.proven).mark_tick(color=COLOUR, thickness=3, height=16),
    ]
    if on is not None:
        day = altair.Chart(pandas.DataFrame({"day": pandas.to_datetime([on])}))
        layers.append(day.mark_rule(color=DAY_COLOUR, strokeWidth=1.5).encode(x="day:T"))
    layered = altair.layer(*layers).properties(height=ROW_HEIGHT * len(names) + 30)
    layered["config"] = altair.Config(
        view=altair.ViewConfig(stroke=None), axis=altair.AxisConfig(labelFontSize=13, gridColor="#E6E8EB")
    )
    return layered
