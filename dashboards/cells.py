"""What a cell of an answer looks like to a reader, in a spreadsheet and to a program.

In:  a Table of queries.run. Out: texts; text from documents stays literal, control characters left out.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from extract.output.plain import literal as literal
from extract.output.plain import neutral as neutral
from extract.wording.reasons import Reason
from queries.library import worded, wording
from queries.run import Citation, Table

DURATION = re.compile(r"P(?P<number>\d+)(?P<unit>[YM])")
CITED = ("gazette", "issue", "published", "page", "file_page", "number", "line", "quote", "file")
CITED_HEADS = {
    "zh": ("公报", "期号", "出版", "起始页", "文件页", "文号", "行", "原文", "文件"),
    "en": (
        "gazette",
        "issue",
        "published",
        "first page",
        "page of the file",
        "document number",
        "line",
        "quotation",
        "file",
    ),
}


def heading(column: str, language: str) -> str:
    """How a column is headed."""
    return worded(wording()[0][column], language)


def value_word(value: str, language: str) -> str:
    """How a closed value (leads, ongoing …) is written; the value itself where it has no word."""
    word = wording()[1].get(value)
    return value if word is None else worded(word, language)


def cell(column: str, value: Any, language: str) -> str:
    """The value as a reader sees it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return value_word(str(value).lower(), language)
    if isinstance(value, list | tuple):
        return ("、" if language == "zh" else ", ").join(literal(str(item)) for item in value)
    if column in ("why", "finding", "standing") and isinstance(value, str):
        return literal(Reason.read(value).text(language))
    if column == "probation" and isinstance(value, str):
        return literal(_duration(value, language))
    if isinstance(value, str) and wording()[0][column].closed:
        named = f"{column}.{value}"
        return literal(value_word(named if named in wording()[1] else value, language))
    return literal(str(value))


def column_cells(column: str, rows: Iterable[Mapping[str, Any]], language: str) -> list[str]:
    """The values of a column as the reader sees them; what stands there again and again is worded once."""
    known: dict[str, str] = {}
    made = []
    for row in rows:
        value = row[column]
        if type(value) is not str:
            made.append(cell(column, value, language))
            continue
        text = known.get(value)
        if text is None:
            text = known[value] = cell(column, value, language)
        made.append(text)
    return made


def _duration(value: str, language: str) -> str:
    """P1Y → 1年; what is no such duration stays as it is."""
    match = DURATION.fullmatch(value)
    if match is None:
        return value
    year, month = ("{}年", "{}个月") if language == "zh" else ("{} y", "{} months")
    return year.format(match["number"]) if match["unit"] == "Y" else month.format(match["number"])


def shown_columns(table: Table) -> list[str]:
    """The columns that are for readers and hold anything."""
    words = wording()[0]
    visible = [column for column in table.columns if not words[column].hidden]
    return [column for column in visible if any(row[column] not in (None, [], "") for row in table.rows)]


def plain(value: Any) -> Any:
    """The value as JSON holds it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def citation_row(citation: Citation | None) -> dict[str, Any] | None:
    """A citation as JSON holds it."""
    if citation is None:
        return None
    return {name: getattr(citation, name) for name in (*CITED, "heading", "fact_id")}


def csv_text(table: Table, language: str) -> str:
    """The answer as CSV for spreadsheets, with its citations."""
    columns = shown_columns(table)
    heads = [heading(column, language) for column in columns] + list(CITED_HEADS[language])
    lines = []
    for row, citation in zip(table.rows, table.citations, strict=True):
        cited = [getattr(citation, name, None) for name in CITED]
        values = [cell(column, row[column], language) for column in columns]
        lines.append(values + [literal(str(value)) if value is not None else "" for value in cited])
    return csv_of(heads, lines)


def csv_of(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """A head and lines as CSV for spreadsheets; cells that a spreadsheet would run are made plain text."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(heads)
    for line in lines:
        writer.writerow([neutral(value) for value in line])
    return stream.getvalue()


def begun(words: str) -> str:
    """A message as the sentence of a page begins: with a capital."""
    return words[:1].upper() + words[1:]
