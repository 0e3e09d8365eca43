"""The graph as the pages open it: once for each version of it, whoever asks first."""

import os
import sys
import threading
import time
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import streamlit as st

from dashboards.settings import Settings, settings
from dashboards.texts.language import language_of
from dashboards.views.frame.face import Face
from extract.errors import GazetteError
from graph.stores.embedded.later import state_of
from graph.stores.store import Store, open_store

PAUSE = 2.5  # seconds in which the first reader's page is drawn
KINDNESS = 10  # by how much the pages go before what is done ahead of them


@st.cache_resource(max_entries=2, show_spinner=False)
def opened(url: str, version: str, texts: Path) -> Store:
    """The graph at that URL, opened once for each version of it."""
    return open_store(url, texts=texts)


def version_of(url: str) -> str:
    """Changes when the embedded graph is written anew."""
    path = Path(url.removeprefix("kglite://"))
    if not url.startswith("kglite:") or not path.exists():
        return url
    return " ".join(map(str, (url, *state_of(path))))


def face_of(chosen: Settings, language: str) -> Face:
    """What every page is given. Raises a GazetteError if there is no graph, or one that this version does not read."""
    version = version_of(chosen.store_url)
    return Face(opened(chosen.store_url, version, chosen.texts), version, language, chosen.workspace, chosen.read_only)


def present(face: Face) -> Face:
    """The face of the graph as it is now: a part of a page that is drawn alone may be older than the last build."""
    try:
        chosen = settings()
        return face if version_of(chosen.store_url) == face.version else face_of(chosen, face.language)
    except GazetteError:
        return face


def get_ready() -> None:
    """Does what the first reader would wait for, while the browser still fetches the frame: imports the first page, opens the graph.

    The other pages and the search come after a pause, so that they take nothing from the first page. What cannot be opened is said on the
    page too.
    """
    pages = import_module("dashboards.views").PAGES
    face: Face | None = None
    try:
        face = face_of(settings(), "zh")
        pages["start"].coverage(face)
    except GazetteError as error:
        print(f"zhize: {error.text(language_of())}", file=sys.stderr)
    time.sleep(PAUSE)
    for name in pages:
        pages[name]
    _give_way()
    with suppress(GazetteError):
        if face is not None:
            face.find("", 1)
            face.places()
            face.balance()


def _give_way() -> None:
    """Lets the pages go before this thread, where the system has priorities for threads: what it reads goes over the whole graph."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), KINDNESS)
