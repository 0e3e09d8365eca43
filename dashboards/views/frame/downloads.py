"""The rows of an answer as files: CSV for spreadsheets and a workbook, each cell made plain text."""

from functools import partial

import streamlit as st

from dashboards.cells import csv_text
from dashboards.spreadsheet import xlsx_bytes
from dashboards.texts import text
from queries.run import Table

UTF_8_FOR_SPREADSHEETS = "utf-8-sig"


def downloads(table: Table, language: str) -> None:
    """The rows as CSV and as a workbook; nothing where there are none."""
    if not table.rows:
        return
    st.download_button(
        text("csv", language),
        csv_text(table, language).encode(UTF_8_FOR_SPREADSHEETS),
        file_name=f"{table.query.name}.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
    )
    st.download_button(
        text("xlsx", language),
        partial(xlsx_bytes, table, language),
        file_name=f"{table.query.name}.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        on_click="ignore",
        icon=":material/table:",
    )
