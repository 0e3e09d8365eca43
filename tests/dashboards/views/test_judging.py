"""Decisions in the app: what holds is told and can be taken back, a correction changes only what differs, the rest waits."""

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from graph.keeping.judgements import Decision, Judgement, add_judgement
from graph.workspace import Workspace
from tests.dashboards.views.test_pages import SECONDS, said


def judged_page(store: str, folder: Path, read_only: bool = False, **parameters: str) -> AppTest:
    def script(store: str, folder: str, read_only: bool) -> None:
        import json
        from pathlib import Path

        import streamlit as st

        from dashboards.parts import page as parts
        from dashboards.views import PAGES
        from dashboards.views.frame import shell
        from dashboards.views.frame.face import Face
        from graph.stores.store import open_store

        drawn: list[object] = []
        for module in (parts, shell):
            vars(module)["draw"] = lambda key, blocks, language, **more: drawn.extend(blocks)
            vars(module)["draw_top"] = lambda key, data, **more: None
        PAGES["review"].render(Face(open_store(store), store, "zh", Path(folder), read_only))
        st.session_state["drawn"] = json.dumps(drawn, ensure_ascii=False)

    test = AppTest.from_function(script, default_timeout=SECONDS, args=(store, str(folder), read_only))
    test.query_params["p"] = "review"
    for name, value in parameters.items():
        test.query_params[name] = value
    return test.run()


def labels(test: AppTest) -> list[str]:
    return [button.label for button in test.button]


def the_fact(store: str) -> dict[str, Any]:
    from graph.stores.store import open_store

    with open_store(store) as opened:
        row = opened.read("MATCH ()-[e:APPOINTED]->() RETURN e.fact_id AS id ORDER BY id LIMIT 1", {}).dicts()[0]
    return dict(row)


def decided(folder: Path, decision: Decision, about: tuple[str, ...]) -> None:
    Workspace(folder).prepare()
    path = Workspace(folder).judgements_path
    add_judgement(path, Judgement(decision, about, "读者", "2026-03-01T09:00:00+00:00", "已核对"))


def test_nothing_is_taken_back_where_nothing_holds(small_graph_url: str, tmp_path: Path) -> None:
    shown = judged_page(small_graph_url, tmp_path, fact=the_fact(small_graph_url)["id"])
    assert not shown.exception
    assert labels(shown) == ["对", "不对", "按上面改正"]


def test_what_holds_is_told_and_can_be_taken_back(small_graph_url: str, tmp_path: Path) -> None:
    fact = the_fact(small_graph_url)["id"]
    decided(tmp_path, Decision.WRONG, (fact,))
    shown = judged_page(small_graph_url, tmp_path, fact=fact)
    assert "撤销这一判断" in labels(shown)
    assert "读者 · 2026-03-01" in said(shown)
    assert "已核对" in said(shown)


def test_a_correction_that_changes_nothing_is_refused(small_graph_url: str, tmp_path: Path) -> None:
    shown = judged_page(small_graph_url, tmp_path, fact=the_fact(small_graph_url)["id"])
    next(button for button in shown.button if button.label == "按上面改正").click().run()
    assert shown.error
    assert not Workspace(tmp_path).judgements_path.exists()


def test_all_that_is_decided_is_listed(small_graph_url: str, tmp_path: Path) -> None:
    fact = the_fact(small_graph_url)["id"]
    decided(tmp_path, Decision.RIGHT, (fact,))
    shown = judged_page(small_graph_url, tmp_path, kind="decided", pick=fact)
    assert "已判断 1 处" in said(shown)
    assert labels(shown) == ["撤销这一判断"]


@pytest.mark.parametrize("parameters", [{}, {"kind": "decided"}])
def test_a_published_graph_takes_no_decision(small_graph_url: str, tmp_path: Path, parameters: dict[str, str]) -> None:
    fact = the_fact(small_graph_url)["id"]
    decided(tmp_path, Decision.RIGHT, (fact,))
    shown = judged_page(small_graph_url, tmp_path, read_only=True, **parameters)
    assert not shown.button
    assert json.loads(shown.session_state["drawn"])
