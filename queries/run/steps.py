"""Steps on a table that Cypher cannot do alike on every store, by the names that a question's head gives.

In:  the rows of an answer. Out: rows with more columns.

    from_earliest 2022-04-01, from_latest 2022-04-30  →  since 2022-04
    to_earliest 2022-05-11, to_latest 2022-05-11      →  until 2022-05-11
"""

import calendar
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from extract.names.marks import HAN
from extract.wording.reasons import Reason, reason
from queries.run.printed import Row as Row

NUMBERED = re.compile(r"(?P<code>[^\d〔\[（(]+)[〔\[（(](?P<year>\d{4})[〕\]）)]第?(?P<serial>\d{1,5})号?")
DAYS_OF_YEAR = 365
SENTENCE = re.compile(r"[。，,;；]")
QUANTITY = rf"[^\d。;；,，]{{0,8}}(?P<amount>\d{{1,9}}(?:\.\d{{1,4}})?)[ ]?(?P<scale>[万亿])?(?P<unit>平方公里|平方米|公顷|公里|%|[{HAN}])"
SCALES = {"": 1, "万": 10_000, "亿": 100_000_000}
TAGS = re.compile(r"</?[a-z]{1,6}>")  # <p> of cells in which some printers set paragraphs


@dataclass(frozen=True, slots=True)
class Step:
    """A named step: the columns that it adds, before which, and what it makes of a row and the question's values; None drops it."""

    columns: tuple[str, ...]
    before: str
    apply: Callable[[Row, Mapping[str, Any]], Row | None]
    sorted_by: str | None = None  # the column by which the rows stand afterwards


def span_text(earliest: date | None, latest: date | None) -> str | None:
    """Two bounds as one text, no more precise than they are; None where nothing is known."""
    if earliest is None and latest is None:
        return None
    if earliest is None:
        return f"≤{latest}"
    if latest is None:
        return f"≥{earliest}"
    if earliest == latest:
        return str(earliest)
    last_day = calendar.monthrange(latest.year, latest.month)[1]
    if earliest.day == 1 and latest.day == last_day and earliest.year == latest.year:
        if earliest.month == latest.month:
            return f"{earliest:%Y-%m}"
        if (earliest.month, latest.month) == (1, 12):
            return f"{earliest:%Y}"
    return f"{earliest}…{latest}"


def _bounds(row: Row, values: Mapping[str, Any]) -> Row:
    return {
        **row,
        "since": span_text(row["from_earliest"], row["from_latest"]),
        "until": span_text(row["to_earliest"], row["to_latest"]),
    }


def _standing(row: Row, values: Mapping[str, Any]) -> Row:
    """How a tenure stands, as the documents allow to say: after the last sighting no end is seen, which is not to be in office."""
    return {**row, "standing": standing(row["status"], row["last_confirmed"], values.get("on")).stored()}


def standing(status: str | None, last_seen: date | None, on: date | None = None) -> Reason:
    """未见终止（最近见于 2019-04-02）, with the years since where they are some; 已结束. `on`: the day asked about, else today."""
    if status != "ongoing":
        return reason(f"tenure_{status or 'unknown'}")
    if last_seen is None:
        return reason("tenure_no_end")
    years = ((on or date.today()) - last_seen).days // DAYS_OF_YEAR
    if years < 1:
        return reason("tenure_no_end_since", day=last_seen.isoformat())
    return reason("tenure_not_seen_for", day=last_seen.isoformat(), years=years)


def _due_text(row: Row, values: Mapping[str, Any]) -> Row:
    """When a term ends, no more precise than the source says: 2022年3月—2023年3月 ends in 2023-03."""
    earliest, latest = row["due_earliest"], row["due_latest"]
    return {**row, "due": span_text(earliest or latest, latest)}


def _days(row: Row, values: Mapping[str, Any]) -> Row:
    """How many days lie between two days that are both printed."""
    return {**row, "days": (row["to_earliest"] - row["from_latest"]).days}


def _reported(row: Row, values: Mapping[str, Any]) -> Row:
    """What was reported of an item, from the row of its table: the cell after the item's own, else the first one that is a sentence.

    2 | 建成滨河大桥工程。 | 主桥已合龙。 | 区建设局 → 主桥已合龙。
    """
    if not row["progress_quote"]:
        return {**row, "reported": None}
    quote, what = str(row["progress_quote"]), _letters(str(row["what"] or ""))[:12]
    cells = [cell.strip() for cell in TAGS.sub("", quote).split("\t")]
    own = next((index for index, cell in enumerate(cells) if what and what in _letters(cell)), None)
    if own is None or own + 1 >= len(cells):
        return {**row, "reported": quote}
    rest = [cell for cell in cells[own + 1 :] if cell]
    sentence = next((cell for cell in rest if SENTENCE.search(cell)), rest[0] if rest else None)
    return {**row, "reported": sentence}


def _office(row: Row, values: Mapping[str, Any]) -> Row:
    """The sentence of a passage that says where a group's office is and who directs it, as printed: also a director without a name."""
    text = str(row["office_text"] or "")
    parts = [part for part in re.split(r"(?<=[。;；])", text) if "办公室" in part]
    return {**row, "as_printed": "".join("".join(parts).split("\n")).strip() or None}


def _amount(row: Row, values: Mapping[str, Any]) -> Row | None:
    """The quantity that stands after the first of the words: 新造林 in 新造林80亩 → 80, 亩; a row without one is left out."""
    words = values.get("words") or [""]
    match = re.search(re.escape(words[0]) + QUANTITY, str(row["what"]).lower())
    if match is None:
        return None
    amount = float(match["amount"]) * SCALES[match["scale"] or ""]
    return {**row, "amount": int(amount) if amount.is_integer() else round(amount, 4), "unit": match["unit"]}


def _share(row: Row, values: Mapping[str, Any]) -> Row:
    """What was reported as a share of the target, in whole per cent; nothing where one of the two is not printed, or is a share itself."""
    planned, reported = row["amount_planned"], row["amount_reported"]
    known = planned is not None and reported is not None and planned > 0 and row["unit"] != "%"
    return {**row, "share": round(reported * 100 / planned) if known else None}


def _running(rows: Sequence[Row], values: Mapping[str, Any]) -> list[Row]:
    """The sum of the amounts of each unit up to and with each row, so that the last row of a unit has the whole.

    A row of a document that is as much as all its other rows together is their stated total: it is marked, and not added.
    """
    totals: dict[str, float] = {}
    made = []
    for row in rows:
        if _is_total(row, rows):
            made.append({**row, "total": None, "whole": "parts"})
            continue
        totals[row["unit"]] = round(totals.get(row["unit"], 0) + row["amount"], 4)
        total = totals[row["unit"]]
        made.append({**row, "total": int(total) if float(total).is_integer() else total})
    return made


def _is_total(row: Row, rows: Sequence[Row]) -> bool:
    """Whether the amount is the sum of the other rows of its unit and document, at least two."""
    beside = (row["unit"], row["notice"])
    others = [one["amount"] for one in rows if one is not row and (one["unit"], one["notice"]) == beside]
    return len(others) >= 2 and round(sum(others), 4) == row["amount"]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _series(rows: Sequence[Row], values: Mapping[str, Any]) -> list[Row]:
    """Document numbers by series and year, with the numbers between the first and the last that no document bears.

    云政办〔2023〕1号, 2号, 4号 → 云政办〔2023〕, 1、2、4, missing 3
    """
    series: dict[tuple[str, str], set[int]] = {}
    for row in rows:
        match = NUMBERED.fullmatch(str(row["series"]))
        if match:
            series.setdefault((match["code"], match["year"]), set()).add(int(match["serial"]))
    made = []
    for (code, year), serials in sorted(series.items()):
        missing = [one for one in range(min(serials), max(serials)) if one not in serials]
        made.append(
            {
                "series": f"{code}〔{year}〕",
                "printed_numbers": sorted(serials),
                "missing_numbers": missing,
                "year": year,
            }
        )
    return made


def sorted_by(rows: list[Row], column: str) -> list[Row]:
    """The rows in the order of a column: numbers by size, all else by its text."""

    def value(row: Row) -> tuple[bool, int, str]:
        given = row[column]
        return (False, given, "") if isinstance(given, int) else (True, 0, str(given))

    return sorted(rows, key=value)


def _table_rows(rows: Sequence[Row], values: Mapping[str, Any]) -> list[Row]:
    """The rows of tables; what tells a header is loaded for them alone."""
    from queries.run.printed.table_rows import table_rows

    return table_rows(rows, values)


def _between(rows: Sequence[Row], values: Mapping[str, Any]) -> list[Row]:
    """The pairs of figures, and those of other names between them; loaded for them alone."""
    from queries.run.printed.between import between

    return between(rows, values)


WHOLE: Mapping[str, Callable[[Sequence[Row], Mapping[str, Any]], list[Row]]] = {
    "series": _series,
    "running": _running,
    "table_rows": _table_rows,
    "between": _between,
}
"""Steps on all rows at once; they keep the columns."""

NARROWING = frozenset({"amount", "table_rows", "series", "between"})
"""Steps that leave rows out: they are given all that the statement finds, and the limit holds for what they leave."""

STEPS: Mapping[str, Step] = {
    "bounds": Step(("since", "until"), "from_earliest", _bounds),
    "due_text": Step(("due",), "due_earliest", _due_text),
    "days": Step((), "days", _days, sorted_by="days"),
    "standing": Step(("standing",), "status", _standing),
    "reported": Step(("reported",), "progress_quote", _reported),
    "amount": Step(("amount", "unit"), "total", _amount),
    "share": Step(("share",), "state", _share),
    "office": Step(("as_printed",), "office_text", _office),
}
