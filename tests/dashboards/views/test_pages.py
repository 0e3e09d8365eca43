"""The pages without a browser: what they say when empty, full, and asked what they cannot answer."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import dashboards
from tests.queries.small_graph import HOSTILE_NAME

APP = str(Path(dashboards.__file__).parent / "app.py")
SECONDS = 30


def page(view: str, store: str, language: str, **parameters: str) -> AppTest:
    """One page on its own, as the app draws it."""

    def script(view: str, store: str, language: str) -> None:
        import importlib

        import streamlit as st

        from dashboards.views.face import Face
        from graph.stores.store import open_store

        opened = open_store(store)
        pages = {
            name: st.Page(lambda: None, title=name, url_path=name)
            for name in ("answers", "people", "overlaps", "more", "source")
        }
        st.navigation(list(pages.values()), position="hidden")
        importlib.import_module(f"dashboards.views.{view}").render(Face(opened, store, language, pages))

    test = AppTest.from_function(script, default_timeout=SECONDS, args=(view, store, language))
    for name, value in parameters.items():
        test.query_params[name.rstrip("_")] = value
    return test.run()


def said(test: AppTest) -> str:
    return "\n".join(element.value for kind in (test.text, test.caption, test.header) for element in kind)


@pytest.mark.parametrize(("language", "word"), [("zh", "填写上面的条件"), ("en", "Fill in the fields above")])
def test_an_empty_page_says_what_to_do(small_graph_url: str, language: str, word: str) -> None:
    test = page("responsibilities", small_graph_url, language)
    assert not test.exception
    assert word in said(test)
    assert "养老服务" in [button.label for button in test.button]


@pytest.mark.parametrize(("view", "rows"), [("officials", 8), ("overlaps", 1), ("other", 1)])
def test_a_page_that_needs_nothing_answers_at_once(small_graph_url: str, view: str, rows: int) -> None:
    test = page(view, small_graph_url, "zh")
    assert not test.exception
    assert len(test.dataframe[0].value) == rows
    assert f"共 {rows} 行" in said(test)


def test_the_table_is_headed_in_the_language(small_graph_url: str) -> None:
    test = page("officials", small_graph_url, "zh", q="who_holds", body="b-drc", on="2022-06-01")
    assert list(test.dataframe[0].value["official"]) == ["孙立", "孙立", "赵明远"]


def test_a_mistake_gets_one_line_in_the_language(small_graph_url: str) -> None:
    test = page("officials", small_graph_url, "zh", q="who_holds", body="b-drc", on="2022-06")
    assert "on 须为具体日期，如 2022-05-11，不能是“2022-06”" in said(test)
    assert not test.exception


def test_no_rows_are_said_to_be_of_the_documents_loaded(small_graph_url: str) -> None:
    test = page("responsibilities", small_graph_url, "zh", q="who_answers", words="航天")
    assert "所载文件中没有符合的记录" in said(test)
    assert not test.dataframe


def test_an_unknown_question_is_told(small_graph_url: str) -> None:
    assert "没有这个问题" in said(page("officials", small_graph_url, "zh", q="who_rules"))


def test_a_node_that_is_gone_does_not_break_a_link(small_graph_url: str) -> None:
    test = page("officials", small_graph_url, "zh", q="changes", open_="official:gone", pick="official:gone")
    assert not test.exception
    assert test.dataframe


def test_the_source_page_shows_the_statement_and_its_document(small_graph_url: str) -> None:
    test = page("sources", small_graph_url, "zh", fact="fact10")
    assert f"{HOSTILE_NAME} — 任命 → **x**局局长" in said(test)
    assert "云政办〔2022〕3号" in said(test)


def test_a_statement_that_is_gone_is_told(small_graph_url: str) -> None:
    assert "图中没有这条记载" in said(page("sources", small_graph_url, "zh", fact="nothing"))


def test_the_app_opens_with_its_first_page(small_graph_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHIZE_STORE", small_graph_url)
    test = AppTest.from_file(APP, default_timeout=SECONDS)
    test.query_params["words"] = "养老"
    test.run()
    assert not test.exception
    assert test.header[0].value == "谁负责"
    assert len(test.dataframe[0].value) == 4


def test_a_missing_graph_gets_one_line_and_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ZHIZE_STORE", f"kglite:///{tmp_path}/none.kgl")
    test = AppTest.from_file(APP, default_timeout=SECONDS).run()
    assert not test.exception
    assert test.header[0].value == "无法打开图数据"
    assert "zhize build" in said(test)


def test_a_row_without_a_fact_still_shows_its_quotation(small_graph_url: str) -> None:
    test = page("other", small_graph_url, "zh", q="findings", pick="row:1")
    assert "云河区人民政府公报，2022年第2期(总第41期)，第4行" in said(test)


def test_the_first_screen_says_what_can_be_asked_on_each_page(small_graph_url: str) -> None:
    first = page("responsibilities", small_graph_url, "zh")
    assert "可以问这些问题：" in said(first)
    assert "可以问这些问题：" not in said(page("responsibilities", small_graph_url, "zh", q="oversees"))


def test_a_finding_opens_in_its_source(small_graph_url: str) -> None:
    test = page("sources", small_graph_url, "zh", finding="f-2")
    assert not test.exception
    assert "文件" in said(test)


def test_an_item_that_nobody_answers_for_opens_in_its_source(small_graph_url: str) -> None:
    test = page("sources", small_graph_url, "zh", item="t-only")
    assert not test.exception
    assert "各街镇落实网格化管理" in said(test)
