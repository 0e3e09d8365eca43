"""An answer as an Excel workbook: typed cells, a frozen head, the sources of each row beside it, and a sheet of what it rests on.

Cells are written as numbers, days or plain strings, never as formulas, whatever a document prints.
"""

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from dashboards.cells import CITED, CITED_HEADS, cell, heading, literal, shown_columns
from extract.errors import StoreError
from queries.run import Table

LONGEST = 32_000  # characters that a cell takes
WIDEST = 60


def xlsx_bytes(table: Table, language: str) -> bytes:
    """The workbook of an answer; raises StoreError where the extra is not installed."""
    columns = shown_columns(table)
    heads = [heading(column, language) for column in columns] + list(CITED_HEADS[language])
    lines = [
        [_typed(column, row[column], language) for column in columns]
        + [getattr(citation, name, None) for name in CITED]
        for row, citation in zip(table.rows, table.citations, strict=True)
    ]
    return xlsx_of(heads, lines, (table.query.title(language), *map(str, table.rests_on)), language)


def xlsx_of(heads: Sequence[str], lines: Sequence[Sequence[Any]], about: Sequence[str], language: str) -> bytes:
    """A workbook of one table, and a sheet of what it rests on under its title; raises StoreError where the extra is not installed."""
    try:
        import xlsxwriter
    except ModuleNotFoundError as error:
        raise StoreError("workbook_needs_dashboard") from error
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(stream, options) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        _write_table(book, heads, lines, bold, "职责" if language == "zh" else "answer")
        rests_on = book.add_worksheet("依据" if language == "zh" else "rests on")
        for number, line in enumerate(about):
            rests_on.write_string(number, 0, literal(line)[:LONGEST], *(() if number else (bold,)))
    return stream.getvalue()


def _typed(column: str, value: Any, language: str) -> Any:
    """Numbers and days as they are, everything else as a reader sees it."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value if is_number or isinstance(value, date) else cell(column, value, language)


def _write_table(book: Any, heads: Sequence[str], lines: Sequence[Sequence[Any]], bold: Any, name: str) -> None:
    """The head, frozen and with filters, and the lines below it."""
    sheet = book.add_worksheet(name)
    day, wrap = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"text_wrap": True, "valign": "top"})
    sheet.write_row(0, 0, heads, bold)
    widths = [len(head) * 2 for head in heads]
    for number, line in enumerate(lines, start=1):
        for index, value in enumerate(line):
            if isinstance(value, date):
                sheet.write_datetime(number, index, value, day)
            elif isinstance(value, int | float):
                sheet.write_number(number, index, value)
            elif value is not None:
                words = literal(str(value))[:LONGEST]
                sheet.write_string(number, index, words, wrap)
                widths[index] = max(widths[index], len(words) * 2)
    for index, width in enumerate(widths):
        sheet.set_column(index, index, min(WIDEST, max(8, width)))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(lines)), len(heads) - 1)


def write_xlsx(path: Path, table: Table, language: str) -> None:
    """Writes the workbook; raises StoreError where the file cannot be written."""
    content = xlsx_bytes(table, language)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise StoreError("cannot_write_file", path=path, fault=error) from error
