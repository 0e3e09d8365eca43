"""zhize site: the graph's pages as files that any web server can publish."""

import importlib.util
import logging
import sys
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import click

from dashboards.settings import settings, workspace_of
from dashboards.texts.language import LANGUAGES
from dashboards.texts.telling import tell
from extract.errors import StoreError
from graph.stores.store import open_store

EVERY = 200


@click.command(epilog="Example: zhize site public --base https://example.org/gazettes")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--base", default=None, help="The address under which the site will lie; pages name it when they are cited."
)
@click.option("--title", default=None, help="The name of the site.")
@click.option("--workspace", type=click.Path(path_type=Path), default=None, help="The workspace; else ./zhize-data.")
@click.option("--store", default=None, help="The graph, such as neo4j://host:7687; else the workspace's own.")
@click.option("--language", type=click.Choice(LANGUAGES), default=None, help="Language of the pages.")
def site(
    folder: Path, base: str | None, title: str | None, workspace: Path | None, store: str | None, language: str | None
) -> None:
    """Write the pages of the graph as a static site, with a search: nothing runs on the server, nothing is loaded from elsewhere."""
    if importlib.util.find_spec("streamlit") is None:
        raise StoreError("site_needs_dashboard")
    if base is not None and (urlsplit(base).scheme not in ("http", "https") or not urlsplit(base).netloc):
        raise StoreError("no_base", base=repr(base))
    logging.disable(logging.WARNING)  # of Streamlit, that no app runs
    from dashboards.site.writing import Site, write_site
    from dashboards.texts import text
    from dashboards.views.frame.face import Face

    chosen = settings(workspace, store, language)
    workspace_of(chosen.workspace).spare(folder)

    def told(done: int, whole: int) -> None:
        if done % EVERY == 0 and sys.stderr.isatty():
            click.echo(f"\r{done} / {whole}", err=True, nl=False)

    with open_store(chosen.store_url, texts=chosen.texts) as opened:
        face = Face(opened, chosen.store_url, chosen.language, chosen.workspace, read_only=True)
        named = Site(
            title or text("start_head", chosen.language), base.rstrip("/") if base else None, str(date.today())
        )
        written = write_site(face, folder, named, told)
    tell("site", pages=written.pages, units=written.units, folder=folder)
