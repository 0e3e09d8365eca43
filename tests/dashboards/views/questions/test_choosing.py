"""On a large graph a question about no place asks for one first; a refusal calls a field by its name on the page."""

import pytest

from tests.dashboards.views.test_pages import page, said

ASKED = {"q": "deadlines"}


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("queries.search.index.FEW", 0)


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_large_graph_asks_for_a_place(small_graph_url: str, language: str) -> None:
    shown = said(page("questions", small_graph_url, language, **ASKED))
    assert "jurisdiction=420901" in shown
    assert ("请选一个" if language == "zh" else "choose one") in shown
    assert "jurisdiction=%2A" in shown
    assert "推进养老服务体系建设" not in shown


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("given", [{"jurisdiction": "420901"}, {"jurisdiction": "*"}, {"body": "区发改局"}])
def test_a_place_or_a_body_is_enough(small_graph_url: str, given: dict[str, str]) -> None:
    assert "请选一个" not in said(page("questions", small_graph_url, "zh", **ASKED, **given))


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize(("question", "told"), [("possible_same", True), ("documents", False), ("policies", False)])
def test_a_question_without_places_wants_a_condition(small_graph_url: str, question: str, told: bool) -> None:
    assert ("请先在上面填一个条件" in said(page("questions", small_graph_url, "zh", q=question))) is told


def test_a_usual_graph_is_asked_at_once(small_graph_url: str) -> None:
    assert "请选一个" not in said(page("questions", small_graph_url, "zh", **ASKED))


def test_a_refusal_names_the_field_as_the_page_does(small_graph_url: str) -> None:
    shown = said(page("questions", small_graph_url, "zh", q="deadlines", from_="2022-13-01"))
    assert "起：“2022-13-01”不是日期" in shown
    assert "from：" not in shown
