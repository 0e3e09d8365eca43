"""A picture that stands alone: whole, harmless, and asking nothing of any host."""

import json
import re

from dashboards.parts.standalone import standalone
from graph.stores.store import open_store
from queries.library import find
from queries.run import ask
from tests.queries.small_graph import HOSTILE_NAME


def page(url: str) -> str:
    with open_store(url) as store:
        return standalone(ask(store, find("changes"), {}), "zh")


def test_the_page_holds_the_picture_and_its_quotations(small_graph_url: str) -> None:
    data = re.search(r'id="data">(.*?)</script>', page(small_graph_url), re.DOTALL)
    assert data is not None
    held = json.loads(data[1])
    assert "赵明远" in {node["label"] for node in held["nodes"]}
    assert any(quotation.startswith("“第5行的文字” 云河区人民政府公报") for quotation in held["quotations"].values())


def test_names_never_become_markup(small_graph_url: str) -> None:
    made = page(small_graph_url)
    assert HOSTILE_NAME not in made
    assert HOSTILE_NAME.replace("<", "\\u003c") in made


def test_nothing_is_asked_of_outside_hosts(small_graph_url: str) -> None:
    made = page(small_graph_url)
    assert re.search(r"<(link|img|iframe|script)[^>]+(src|href)=", made) is None
    assert "default-src 'none'" in made
