"""zhize serve: questions, search and reconciliation for other programs, over HTTP on this machine."""

from pathlib import Path

import click

from dashboards.served.answers import Answers
from dashboards.settings import allowed_hosts, settings
from dashboards.texts.telling import tell
from extract.errors import StoreError

EXAMPLES = """\b
Examples:
  zhize serve --workspace zhize-data
  curl 'http://127.0.0.1:8700/ask/who_answers?words=养老'
  OpenRefine: Reconcile → Add standard service → http://127.0.0.1:8700/reconcile
"""


@click.command(epilog=EXAMPLES)
@click.option("--port", type=click.IntRange(0, 65535), default=8700, show_default=True, help="Port on 127.0.0.1.")
@click.option("--origin", "origins", multiple=True, help="A page whose scripts may ask, such as http://127.0.0.1:3333.")
@click.option("--workspace", type=click.Path(path_type=Path), default=None, help="The workspace; else ./zhize-data.")
@click.option("--store", default=None, help="The graph, such as neo4j://host:7687; else the workspace's own.")
def serve(port: int, origins: tuple[str, ...], workspace: Path | None, store: str | None) -> None:
    """Serve questions, search and reconciliation as JSON on 127.0.0.1, read-only; Ctrl-C ends it."""
    from dashboards.served.web import OPENREFINE, Server

    chosen = settings(workspace, store)
    answers = Answers(chosen.store_url, chosen.workspace if store is None else None, chosen.texts)
    try:
        server = Server(answers, port, allowed_hosts(), frozenset({*OPENREFINE, *origins}))
    except OSError as error:
        raise StoreError("cannot_serve", port=port, fault=error) from error
    tell("serving", aside=True, address=f"http://127.0.0.1:{server.server_port}")
    with server:
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return
