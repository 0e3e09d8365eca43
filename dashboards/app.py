"""The app: opens the graph, once for each version of it, and lists the pages. Started by `zhize app`."""

from functools import partial
from pathlib import Path

import streamlit as st

from dashboards.settings import LANGUAGES, settings
from dashboards.settings import language_of as default_language
from dashboards.texts import text
from dashboards.views import officials, other, overlaps, responsibilities, sources
from dashboards.views.face import Face
from dashboards.views.heading import language_box
from extract.errors import GazetteError
from graph.stores.store import Store, open_store

STYLE = """
<style>
  .stMainBlockContainer { max-width: 1280px; padding-top: 4.5rem; }
  h2 { font-weight: 600; letter-spacing: .01em; padding-bottom: .2rem; }
  [data-testid="stText"] { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.6; }
  .st-key-welcome [data-testid="stPageLink-NavLink"] { background: transparent; padding-left: 0; }
  .st-key-welcome [data-testid="stPageLink-NavLink"]:hover { text-decoration: underline; }
  .st-key-welcome [data-testid="stPageLink-NavLink"] p {
    font-weight: 400; white-space: normal; overflow-wrap: anywhere;
  }
  @media (max-width: 640px) { .stMainBlockContainer { padding: 4rem 1rem 2rem; } }
</style>
"""


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
    """Draws the chosen page."""
    language = language_of()
    pages: dict[str, st.Page] = {}
    try:
        url = settings().store_url
        version = version_of(url)
        face = Face(opened(url, version), version, language, pages)
    except GazetteError as error:
        st.html(STYLE)
        language_box(language)
        st.header(text("cannot_open", language), anchor=False)
        st.text(str(error))
        st.caption(text("cannot_open_help", language))
        return
    for name, view in (
        ("answers", responsibilities),
        ("people", officials),
        ("overlaps", overlaps),
        ("more", other),
        ("source", sources),
    ):
        pages[name] = st.Page(
            partial(view.render, face),
            title=text(name, language),
            url_path=name,
            default=name == "answers",
            visibility="hidden" if name == "source" else "visible",
        )
    chosen = st.navigation(list(pages.values()), position="top")
    st.html(STYLE)
    chosen.run()


main()
