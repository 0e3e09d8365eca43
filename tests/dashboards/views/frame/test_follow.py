"""An address that was kept leads on to the things of now."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from extract.facts import Kind
from graph.build import put_facts, refresh
from graph.identity.resolve import resolve
from graph.ids import without_end
from graph.stores.store import open_store
from graph.workspace import Workspace
from tests.graph.identity_facts import DISTRICT, Gazette


def followed(store: str, **parameters: str) -> dict[str, str]:
    """The values of an address once it was followed."""

    def script(store: str) -> None:
        import streamlit as st

        from dashboards.views.frame import shell
        from dashboards.views.frame.face import Face
        from graph.stores.store import open_store

        shell.follow(Face(open_store(store), store, "zh"))
        st.session_state["values"] = dict(st.query_params)

    test = AppTest.from_function(script, default_timeout=30, args=(store,))
    for name, value in parameters.items():
        test.query_params[name] = value
    values: dict[str, str] = test.run().session_state["values"]
    return values


@pytest.fixture
def gazette() -> Gazette:
    made = Gazette(published="2022-03").notice()
    made.holds("欧阳文澜", "区发展和改革局", "局长", "2022-03-01")
    return made


def test_a_former_key_gives_way_to_that_of_now_and_all_else_stays(tmp_path: Path, gazette: Gazette) -> None:
    workspace = Workspace(tmp_path)
    workspace.prepare()
    put_facts(workspace, gazette.facts, gazette.context)
    with open_store(workspace.store_url, writing=True) as store:
        refresh(workspace, store)
    [official] = resolve(gazette.facts, gazette.context).of_kind(Kind.OFFICIAL)
    former = f"{DISTRICT}/欧阳文澜/{without_end(official.members[0])}"
    assert followed(workspace.store_url, p="official", key=former, lang="zh")["key"] == official.key
    for kept in (official.key, "欧阳文澜", f"{DISTRICT}-0123456789ab"):
        assert followed(workspace.store_url, p="official", key=kept) == {"p": "official", "key": kept}
