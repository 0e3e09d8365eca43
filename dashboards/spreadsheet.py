"""An answer as an Excel workbook: typed cells, a frozen head, the sources of each row beside it, and a sheet of what it rests on.

Cells are written as numbers, days or plain strings, never as formulas, whatever a document prints.
"""

import io
from datetime import date
from pathlib import Path

from dashboards.cells import CITED, CITED_HEADS, cell, heading, literal, shown_columns
from extract.errors import StoreError
from queries.run import Table

LONGEST = 32_000  # characters that a cell takes
WIDEST = 60


def xlsx_bytes(table: Table, language: str) -> bytes:
    """The workbook; raises StoreError where the extra is not installed."""
    try:
        import xlsxwriter
    except ModuleNotFoundError as error:
        raise StoreError("workbook_needs_dashboard") from error
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(stream, options) as book:
        sheet = book.add_worksheet("职责" if language == "zh" else "answer")
        bold, day, wrap = (
            book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "yyyy-mm-dd"}),
            book.add_format({"text_wrap": True, "valign": "top"}),
        )  # fmt: skip
        columns = shown_columns(table)
        heads = [heading(column, language) for column in columns] + list(CITED_HEADS[language])
        sheet.write_row(0, 0, heads, bold)
        widths = [len(head) * 2 for head in heads]
        for number, (row, citation) in enumerate(zip(table.rows, table.citations, strict=True), start=1):
            for index, column in enumerate(columns):
                value = row[column]
                if isinstance(value, date):
                    sheet.write_datetime(number, index, value, day)
                elif isinstance(value, int | float) and not isinstance(value, bool):
                    sheet.write_number(number, index, value)
                else:
                    words = cell(column, value, language)[:LONGEST]
                    sheet.write_string(number, index, words, wrap)
                    widths[index] = max(widths[index], len(words) * 2)
            for index, name in enumerate(CITED, start=len(columns)):
                value = getattr(citation, name, None)
                if isinstance(value, int):
                    sheet.write_number(number, index, value)
                elif value is not None:
                    sheet.write_string(number, index, literal(str(value))[:LONGEST], wrap)
        for index, width in enumerate(widths):
            sheet.set_column(index, index, min(WIDEST, max(8, width)))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(1, len(table.rows)), len(heads) - 1)
        about = book.add_worksheet("依据" if language == "zh" else "rests on")
        about.write_string(0, 0, table.query.title(language), bold)
        for number, issue in enumerate(table.rests_on, start=1):
            about.write_string(number, 0, literal(str(issue)))
    return stream.getvalue()


def write_xlsx(path: Path, table: Table, language: str) -> None:
    """Writes the workbook; raises StoreError where the file cannot be written."""
    content = xlsx_bytes(table, language)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise StoreError("cannot_write_file", path=path, fault=error.strerror) from error
