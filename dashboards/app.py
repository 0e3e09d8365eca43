"""The app: draws the head of the page and the page asked for. Started by `zhize app`."""

import streamlit as st

from dashboards.settings import settings
from dashboards.texts import text
from dashboards.texts.language import LANGUAGES
from dashboards.texts.language import language_of as default_language
from dashboards.views import PAGES
from dashboards.views.frame import shell
from dashboards.views.frame.opening import face_of
from extract.errors import GazetteError


def language_of() -> str:
    """The language: that of the address line, else the one chosen in this session, else that of the settings."""
    asked = st.query_params.get("lang")
    if asked in LANGUAGES:
        st.session_state["language"] = asked
    return str(st.session_state.setdefault("language", default_language()))


def main() -> None:
    """Draws the page that the address line asks for."""
    language = language_of()
    name = shell.page_name()
    st.set_page_config(page_title=f"{text(f'title_{name}', language)} · {text('name', language)}", layout="wide")
    st.html(shell.STYLE + (shell.CHINESE if language == "zh" else ""))
    try:
        face = face_of(settings(), language)
    except GazetteError as error:
        shell.cannot_open(language, error.text(language))
        return
    shell.follow(face)
    shell.top(face, name)
    PAGES[name].render(face)


main()
