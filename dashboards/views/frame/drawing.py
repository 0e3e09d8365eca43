"""The component of a network that can be clicked. Nothing comes from outside hosts.

The JavaScript is the vis-network file that pyvis ships, with a few lines of ours below it; documents' text travels as data only.
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import streamlit as st

from dashboards.parts.page import one

VIS = "lib/vis-9.1.2/vis-network.min.js"


def _asset(name: str) -> str:
    return (files("dashboards") / "assets" / name).read_text("utf-8")


@cache
def _network_script() -> str:
    return "// network\n" + (files("pyvis") / VIS).read_text("utf-8") + "\n" + _asset("network.js")


@cache
def _network() -> Any:
    return st.components.v2.component(
        "zhize_network", html=_asset("network.html"), css=_asset("network.css"), js=_network_script()
    )


def network(key: str, data: Mapping[str, Any], on_node: Callable[[str], None], on_edge: Callable[[str], None]) -> None:
    """Draws nodes and edges; calls back with the id of the node or edge that is clicked."""

    def node_clicked() -> None:
        clicked = st.session_state[key].get("node")
        if clicked:
            on_node(str(clicked))

    def edge_clicked() -> None:
        clicked = st.session_state[key].get("edge")
        if clicked:
            on_edge(str(clicked))

    _network()(key=key, data=one(data), on_node_change=node_clicked, on_edge_change=edge_clicked)
