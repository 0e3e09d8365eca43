"""The rows of an answer as files: CSV for spreadsheets and a workbook, each cell made plain text."""

from collections.abc import Callable

import streamlit as st

from dashboards.cells import csv_text
from dashboards.spreadsheet import xlsx_bytes
from dashboards.texts import text
from queries.run import Table

UTF_8_FOR_SPREADSHEETS = "utf-8-sig"


def downloads(table: Table, language: str) -> None:
    """The rows as CSV and as a workbook; nothing where there are none."""
    if table.rows:
        downloads_of(table.query.name, lambda: table, language)


def downloads_of(name: str, asked: Callable[[], Table], language: str) -> None:
    """The same for an answer that is asked for only when a reader takes the file: the page does not wait for it."""
    st.download_button(
        text("csv", language),
        lambda: csv_text(asked(), language).encode(UTF_8_FOR_SPREADSHEETS),
        file_name=f"{name}.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
    )
    st.download_button(
        text("xlsx", language),
        lambda: xlsx_bytes(asked(), language),
        file_name=f"{name}.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        on_click="ignore",
        icon=":material/table:",
    )
