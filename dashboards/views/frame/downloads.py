"""The rows of an answer as files: CSV for spreadsheets and a workbook, each cell made plain text."""

from collections.abc import Callable, Sequence

import streamlit as st

from dashboards.cells import csv_of, csv_text
from dashboards.spreadsheet import xlsx_bytes, xlsx_of
from dashboards.texts import text
from queries.run import Table

UTF_8_FOR_SPREADSHEETS = "utf-8-sig"


def downloads(table: Table, language: str) -> None:
    """The rows as CSV and as a workbook; nothing where there are none."""
    if table.rows:
        downloads_of(table.query.name, lambda: table, language)


def downloads_of(name: str, asked: Callable[[], Table], language: str) -> None:
    """The same for an answer that is asked for only when a reader takes the file: the page does not wait for it."""
    _offered(name, lambda: csv_text(asked(), language), lambda: xlsx_bytes(asked(), language), language)


def downloads_of_lines(
    name: str,
    heads: Sequence[str],
    lines: Callable[[], Sequence[Sequence[str | int]]],
    about: Sequence[str],
    language: str,
) -> None:
    """The same for the lines of a page's own table; `about` is its title, and what it rests on."""
    _offered(
        name,
        lambda: csv_of(heads, ([str(value) for value in line] for line in lines())),
        lambda: xlsx_of(heads, lines(), about, language),
        language,
    )


def _offered(name: str, as_csv: Callable[[], str], as_xlsx: Callable[[], bytes], language: str) -> None:
    st.download_button(
        text("csv", language),
        lambda: as_csv().encode(UTF_8_FOR_SPREADSHEETS),
        file_name=f"{name}.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
    )
    st.download_button(
        text("xlsx", language),
        as_xlsx,
        file_name=f"{name}.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        on_click="ignore",
        icon=":material/table:",
    )
