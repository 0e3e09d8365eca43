"""zhize app: the dashboard, on this machine only."""

import importlib.util
import subprocess
import sys
from importlib.resources import as_file, files
from pathlib import Path

import click

from dashboards.settings import environment_for, settings, settings_for_building, workspace_of
from dashboards.texts.language import LANGUAGES
from dashboards.texts.telling import tell
from extract.errors import StoreError
from graph.stores.store import open_store

OPTIONS = {
    "server.address": "127.0.0.1",
    "server.headless": "true",
    "server.fileWatcherType": "none",
    "browser.serverAddress": "127.0.0.1",
    "browser.gatherUsageStats": "false",
    "client.toolbarMode": "viewer",
    "client.showErrorDetails": "none",
    "theme.base": "light",
    "theme.primaryColor": "#1B232D",
    "theme.backgroundColor": "#FFFFFF",
    "theme.secondaryBackgroundColor": "#FFFFFF",
    "theme.textColor": "#1B232D",
    "theme.borderColor": "#868C95",
    "theme.showWidgetBorder": "true",
    "theme.baseRadius": "6px",
    "theme.linkColor": "#174E86",
    "theme.font": "'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif",
    "theme.headingFontSizes": "2rem,1.6rem,1.3rem,1.1rem,1rem,0.9rem",
}


LARGE = 30_000_000  # bytes of a graph that takes seconds to open: the server that is to show it opens it, once, and says what is wrong


def size_of(url: str) -> int:
    """The bytes of an embedded graph; 0 of a server's, or where there is none."""
    path = Path(url.removeprefix("kglite://"))
    return path.stat().st_size if url.startswith("kglite:") and path.is_file() else 0


def begun(workspace: Path | None, store: str | None) -> Path | None:
    """The workspace that an empty graph has just been made for; None where there is a graph, or documents to build one of."""
    if settings_for_building(workspace, store).store_url != f"kglite://{workspace_of(workspace).graph_path.absolute()}":
        return None
    home = workspace_of(workspace)
    if home.graph_path.exists() or (home.folder.is_dir() and any(home.folder.iterdir())):
        return None
    from graph.build import begin  # only here: what builds a graph takes time to load

    begin(home)
    return home.folder


@click.command(epilog="Example: zhize app --workspace zhize-data --port 8600")
@click.option("--port", type=click.IntRange(1, 65535), default=8501, show_default=True, help="Port on 127.0.0.1.")
@click.option("--workspace", type=click.Path(path_type=Path), default=None, help="The workspace; else ./zhize-data.")
@click.option("--store", default=None, help="The graph, such as neo4j://host:7687; else the workspace's own.")
@click.option("--read-only", is_flag=True, help="For publication: the pages take no files and no decisions.")
@click.option("--base", default=None, help="The address that copied links begin with; else the one in the browser.")
@click.option("--language", type=click.Choice(LANGUAGES), default=None, help="The language in which the pages open.")
def app(
    port: int, workspace: Path | None, store: str | None, language: str | None, read_only: bool, base: str | None
) -> None:
    """Open the dashboard in the browser, at http://127.0.0.1:PORT; Ctrl-C ends it.

    Where there is no workspace yet, one is begun that holds nothing: gazettes are added on the page.
    """
    if importlib.util.find_spec("streamlit") is None:
        raise StoreError("needs_dashboard")
    if not read_only and (folder := begun(workspace, store)) is not None:
        tell("begun", aside=True, folder=folder)
    chosen = settings(workspace, store, language)
    if size_of(chosen.store_url) <= LARGE:  # what is wrong is said here, in one line, rather than in the browser
        open_store(chosen.store_url, texts=chosen.texts).close()
    tell("serving", aside=True, address=f"http://127.0.0.1:{port}")
    with as_file(files("dashboards") / "app.py") as script:
        command = [sys.executable, "-m", "dashboards.serving", str(script), f"--server.port={port}"]
        command += [f"--{name}={value}" for name, value in OPTIONS.items()]
        environment = environment_for(chosen) | {"ZHIZE_APP_PIPE": "1"}
        if base:
            environment["ZHIZE_BASE"] = base
        if read_only:
            environment["ZHIZE_READ_ONLY"] = "1"
        served = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE)  # the pipe ends with this process
        try:
            sys.exit(served.wait())
        except KeyboardInterrupt:
            served.wait()
            sys.exit(0)
