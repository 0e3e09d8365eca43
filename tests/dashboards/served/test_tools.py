"""zhize mcp with a real client of the official SDK: over standard input and output, and over HTTP."""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import anyio
import jsonschema
import pytest

from queries.library import library

pytest.importorskip("mcp", reason="needs the extra mcp")

from mcp.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

LISTED = {query.name for query in library().values() if query.listed}


@pytest.fixture(scope="module")
def http_url(small_graph_url: str) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dashboards", "mcp", "--http", "--port", str(port), "--store", small_graph_url]
    served = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}/mcp"
    served.terminate()
    served.wait()


@pytest.fixture(params=["stdio", "http"])
def transport(request: pytest.FixtureRequest, small_graph_url: str) -> Any:
    if request.param == "http":
        return request.getfixturevalue("http_url")
    arguments = ["-m", "dashboards", "mcp", "--store", small_graph_url]
    return stdio_client(StdioServerParameters(command=sys.executable, args=arguments))


def test_a_client_lists_tools_asks_and_is_told_what_is_wrong(transport: Any) -> None:
    async def talk() -> None:
        async with Client(transport) as client:
            tools = {tool.name: tool for tool in (await client.list_tools()).tools}
            assert set(tools) == {*LISTED, "find", "thing"}
            for tool in tools.values():
                jsonschema.Draft202012Validator.check_schema(tool.input_schema)
                assert tool.annotations is not None
                assert tool.annotations.read_only_hint is True
            held = await client.call_tool("career", {"official": "赵明远", "limit": 5})
            assert held.structured_content == json.loads(held.content[0].text)  # type: ignore[union-attr]
            assert held.structured_content["rows"][0]["citation"]["quote"]
            assert held.structured_content["rests_on"]
            cut = await client.call_tool("changes", {"limit": 1})
            assert cut.structured_content["truncated"] is True
            found = await client.call_tool("find", {"words": "财政局", "kinds": ["department"]})
            assert found.structured_content["things"][0]["name"] == "区财政局"
            for name, given in (
                ("who_holds", {"body": "nonsense"}),
                ("changes", {"limit": 10**6}),
                ("nonsense", {}),
                ("who_holds", {}),
            ):
                refused = await client.call_tool(name, given)
                assert refused.is_error
                assert refused.content[0].text  # type: ignore[union-attr]

    anyio.run(talk)
