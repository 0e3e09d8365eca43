"""Below an answer: the table as CSV, the link that reproduces the view, the Cypher behind it, and the documents that it rests on."""

import streamlit as st

from dashboards.cells import literal
from dashboards.parts.blocks import address as to
from dashboards.parts.cypher_text import browser_text
from dashboards.texts import text
from dashboards.views.frame.address import Address
from dashboards.views.frame.downloads import downloads
from dashboards.views.frame.face import ROWS, Face
from dashboards.views.frame.shell import whole_link
from dashboards.views.questions.rows import kept_rows
from queries.run import Table

UTF_8_FOR_SPREADSHEETS = "utf-8-sig"


def footer(face: Face, address: Address, table: Table) -> None:
    """Draws download, link, Cypher and documents in a row, closed until asked for."""
    language = face.language
    table = kept_rows(table, address, language)
    with st.container(horizontal=True, gap="small"):
        downloads(table, language)
        with st.popover(text("link", language), icon=":material/link:"):
            st.caption(text("link_help", language))
            st.code(_link(address, language), language=None, wrap_lines=True)
        with st.popover(text("cypher", language), icon=":material/code:"):
            st.caption(text("cypher_help", language))
            st.code(browser_text(table.query, table.values, ROWS), language=None, wrap_lines=True)
        with st.popover(f"{text('rests_on', language)} ({len(table.rests_on)})", icon=":material/inventory_2:"):
            st.caption(text("rests_on_help", language))
            st.text("\n".join(literal(str(issue)) for issue in table.rests_on))


def _link(address: Address, language: str) -> str:
    given = address.parameters(language)
    del given["p"]
    return whole_link(to("questions", **given))
