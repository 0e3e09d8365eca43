"""The top of every page: its title, what it is for, and the switch of language."""

import streamlit as st

from dashboards.settings import LANGUAGES
from dashboards.texts import text
from dashboards.views.face import Face

NAMES = {"zh": "中文", "en": "EN"}


def title(face: Face, head: str, lead: str | None = None) -> None:
    """Draws the title beside the switch of language, and the line below it."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.header(head, anchor=False, width="content")
        language_box(face.language)
    if lead:
        st.caption(lead)


def language_box(language: str) -> None:
    """Switches the language and keeps the view."""

    def switched() -> None:
        chosen = st.session_state["language_box"] or language
        st.session_state["language"] = chosen
        st.query_params["lang"] = chosen

    st.session_state["language_box"] = language
    st.segmented_control(
        text("language", language),
        LANGUAGES,
        format_func=lambda code: NAMES[code],
        key="language_box",
        on_change=switched,
        label_visibility="collapsed",
        width="content",
    )
