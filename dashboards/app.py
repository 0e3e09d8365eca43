"""The app: opens the graph, once for each version of it, draws the head of the page and the page asked for. Started by `zhize app`."""

from pathlib import Path

import streamlit as st

from dashboards.settings import settings
from dashboards.texts import text
from dashboards.texts.language import LANGUAGES
from dashboards.texts.language import language_of as default_language
from dashboards.views import PAGES
from dashboards.views.frame import shell
from dashboards.views.frame.face import Face
from extract.errors import GazetteError
from graph.stores.store import Store, open_store


@st.cache_resource(max_entries=2, show_spinner=False)
def opened(url: str, version: str) -> Store:
    """The graph at that URL, opened once for each version of it."""
    return open_store(url)


def version_of(url: str) -> str:
    """Changes when the embedded graph is written anew."""
    path = Path(url.removeprefix("kglite://"))
    if not url.startswith("kglite:") or not path.exists():
        return url
    state = path.stat()
    return f"{url} {state.st_mtime_ns} {state.st_size}"


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
        chosen = settings()
        version = version_of(chosen.store_url)
        face = Face(opened(chosen.store_url, version), version, language, chosen.workspace, chosen.read_only)
    except GazetteError as error:
        shell.cannot_open(language, error.text(language))
        return
    shell.follow(face)
    shell.top(face, name)
    PAGES[name].render(face)


main()
