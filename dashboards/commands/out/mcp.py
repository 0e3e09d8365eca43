"""zhize mcp: questions and search as tools for programs that speak the Model Context Protocol."""

import sys
from importlib.metadata import version
from pathlib import Path

import click

from dashboards.served.answers import Answers
from dashboards.settings import allowed_hosts, settings
from dashboards.texts.telling import tell
from extract.errors import StoreError

EXAMPLES = """\b
Examples:
  zhize mcp --workspace zhize-data                 # over standard input and output, as an assistant starts it
  zhize mcp --http --port 8765                     # over HTTP, at http://127.0.0.1:8765/mcp
"""


@click.command(epilog=EXAMPLES)
@click.option("--http", "over_http", is_flag=True, help="Serve over HTTP on 127.0.0.1 instead of standard input.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="Port of --http.")
@click.option("--workspace", type=click.Path(path_type=Path), default=None, help="The workspace; else ./zhize-data.")
@click.option("--store", default=None, help="The graph, such as neo4j://host:7687; else the workspace's own.")
def mcp(over_http: bool, port: int, workspace: Path | None, store: str | None) -> None:
    """Offer questions and search as read-only tools of the Model Context Protocol."""
    try:
        import anyio
        import uvicorn
        from mcp.server.stdio import stdio_server

        from dashboards.served.tools import tool_server
        from dashboards.serving import guarded
    except ModuleNotFoundError as error:
        raise StoreError("needs_mcp") from error
    chosen = settings(workspace, store)
    tools = tool_server(
        Answers(chosen.store_url, chosen.workspace if store is None else None, chosen.texts), version("zhize")
    )

    async def over_streams() -> None:
        async with stdio_server() as (reading, writing):
            await tools.run(reading, writing, tools.create_initialization_options())

    if not over_http:
        anyio.run(over_streams)
        return
    tell("serving", aside=True, address=f"http://127.0.0.1:{port}/mcp")
    app = guarded(tools.streamable_http_app(json_response=True, stateless_http=True), allowed_hosts())
    uvicorn.run(
        app, host="127.0.0.1", port=port, log_level="warning", log_config=None if sys.stderr is None else {"version": 1}
    )
