"""The pages without a browser: each draws in both languages, says what is empty or gone, and keeps hostile names text."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import dashboards
from dashboards.views import PAGES
from dashboards.views.frame.shell import NAMES
from tests.queries.small_graph import HOSTILE_NAME

APP = str(Path(dashboards.__file__).parent / "app.py")
SECONDS = 30


def page(view: str, store: str, language: str, **parameters: str) -> AppTest:
    """One page on its own, as the app draws it; what its blocks say is kept in the session as `drawn`."""

    def script(view: str, store: str, language: str) -> None:
        import json

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
        PAGES[view].render(Face(open_store(store), store, language))
        st.session_state["drawn"] = json.dumps(drawn, ensure_ascii=False)

    test = AppTest.from_function(script, default_timeout=SECONDS, args=(view, store, language))
    test.query_params["p"] = view
    for name, value in parameters.items():
        test.query_params[name.rstrip("_")] = value
    return test.run()


def said(test: AppTest) -> str:
    """All that a page says: its blocks, and what Streamlit's own elements say."""
    own = "\n".join(element.value for kind in (test.text, test.caption, test.header) for element in kind)
    return f"{test.session_state['drawn']}\n{own}"


ASKED = {
    "find": {"words": "养老"},
    "official": {"key": "a-zhao"},
    "body": {"key": "b-drc"},
    "post": {"key": "p-drc"},
    "task": {"key": "t-care"},
    "pair": {"body": "b-drc", "other": "b-fin"},
    "questions": {"q": "changes"},
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("view", PAGES)
def test_every_page_draws(small_graph_url: str, view: str, language: str) -> None:
    test = page(view, small_graph_url, language, **ASKED.get(view, {}))
    assert not test.exception
    assert json.loads(test.session_state["drawn"])


@pytest.mark.parametrize("view", ["official", "body", "post", "task", "thing", "document", "pair"])
def test_a_thing_that_is_gone_is_told(small_graph_url: str, view: str) -> None:
    test = page(view, small_graph_url, "zh", key="nothing", fact="nothing", body="nothing")
    assert not test.exception
    assert "可能已重建" in said(test)


def test_a_person_has_posts_and_quotations(small_graph_url: str) -> None:
    shown = said(page("official", small_graph_url, "zh", key="a-zhao"))
    assert "赵明远" in shown
    assert '"is": "timeline"' in shown
    assert '"is": "quote"' in shown


def test_of_many_places_the_start_draws_those_most_loaded_and_asks_for_one(
    small_graph_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = said(page("start", small_graph_url, "zh"))
    assert "另有" not in few
    assert "jurisdiction=" not in few
    monkeypatch.setattr("dashboards.views.start.PLACES", 0)
    many = said(page("start", small_graph_url, "zh"))
    assert "另有 1 个地区 →" in many
    assert "云河区：有时限的任务" in many


def test_changes_overlaps_and_answers_can_be_taken_along(small_graph_url: str) -> None:
    for view, values in (("changes", {}), ("overlap", {}), ("find", {"words": "养老"}), ("pair", ASKED["pair"])):
        offered = page(view, small_graph_url, "zh", **values).get("download_button")
        assert [one.proto.label for one in offered] == ["下载 CSV", "下载 XLSX"], view


def test_words_find_tasks_and_who_answers(small_graph_url: str) -> None:
    shown = said(page("find", small_graph_url, "zh", words="养老"))
    assert "“养老”见于" in shown
    assert "区发展和改革局" in shown


def test_nothing_found_says_what_was_searched(small_graph_url: str) -> None:
    assert "查过人、单位、职务" in said(page("find", small_graph_url, "zh", words="航天"))


def test_tasks_that_are_not_all_counted_are_told(small_graph_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "只计最近" not in said(page("find", small_graph_url, "zh", words="养老"))
    monkeypatch.setattr("dashboards.views.found.MOST_ROWS", 2)
    assert "含“养老”的任务太多" in said(page("find", small_graph_url, "zh", words="养老"))


def test_a_search_without_words_says_what_may_be_typed(small_graph_url: str) -> None:
    words = said(page("find", small_graph_url, "zh"))
    assert "在搜索框里输入" in words
    assert "按“查询”" not in words


@pytest.mark.parametrize(("words", "sentence"), [("发展", "名称含“发展”的有"), ("fgj", "与“fgj”相符的名称有")])
def test_names_found_by_sound_do_not_hold_the_words(small_graph_url: str, words: str, sentence: str) -> None:
    assert sentence in said(page("find", small_graph_url, "zh", words=words))


@pytest.mark.parametrize(
    ("words", "language", "counted"),
    [
        ("财政局", "zh", "1 个部门　1 个职务"),
        ("财政局", "en", "1 department　1 post"),
        ("发展和改革局", "en", "2 departments　3 posts"),
    ],
)
def test_names_found_are_counted_by_kind(small_graph_url: str, words: str, language: str, counted: str) -> None:
    assert f'"{counted}"' in said(page("find", small_graph_url, language, words=words))


def test_keys_have_a_field_only_where_a_link_gives_one(small_graph_url: str) -> None:
    labels = {field.label for field in page("questions", small_graph_url, "zh", q="document_items").text_input}
    assert "编号" in labels
    assert "任务的键" not in labels
    given = page("questions", small_graph_url, "zh", q="document_items", task="t-care").text_input
    assert [field.value for field in given if field.label == "任务的键"] == ["t-care"]


def test_rows_that_are_cut_off_are_told_in_words_of_the_page(
    small_graph_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboards.views.frame.face.ROWS", 1)
    monkeypatch.setattr("dashboards.views.frame.face.Face.answer.__defaults__", (1,))
    words = said(page("questions", small_graph_url, "zh", q="changes"))
    assert "仅显示前 1 行；请用上面的条件缩小范围" in words
    assert "zhize ask" not in words


def test_a_filter_makes_no_successor_unseen(small_graph_url: str) -> None:
    days = {"from_": "2019-01-01", "to": "2023-12-31"}
    assert "已筛去" not in said(page("changes", small_graph_url, "zh", **days))
    shown = said(page("changes", small_graph_url, "zh", off="relation:appointed", **days))
    assert '"group": "有免有任"' in shown
    assert "已筛去" in shown


def test_changes_that_are_not_all_counted_or_listed_are_told(
    small_graph_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = said(page("changes", small_graph_url, "zh", from_="2022-01-01", to="2022-12-31"))
    assert "只列前" not in whole
    assert "只计最早的" not in whole
    monkeypatch.setattr("dashboards.views.changes.SHOWN", 1)
    assert "个职务，只列前 1 个" in said(page("changes", small_graph_url, "zh", from_="2022-01-01", to="2022-12-31"))
    monkeypatch.setattr("dashboards.views.changes.MOST", 1)
    assert "只计最早的 1 条" in said(page("changes", small_graph_url, "zh", from_="2022-01-01", to="2022-12-31"))


def test_days_the_wrong_way_round_are_told(small_graph_url: str) -> None:
    assert "请调换" in said(page("changes", small_graph_url, "zh", from_="2023-01-01", to="2022-01-01"))


def test_a_mistake_gets_one_line_in_the_language(small_graph_url: str) -> None:
    test = page("questions", small_graph_url, "zh", q="who_holds", body="b-drc", on="2022-06")
    assert "日期 须为具体日期，如 2022-05-11，不能是“2022-06”" in said(test)
    assert not test.exception


def test_no_rows_are_said_to_be_of_the_documents_loaded(small_graph_url: str) -> None:
    assert "所载文件中没有符合的记录" in said(page("questions", small_graph_url, "zh", q="who_answers", words="航天"))


def test_an_unknown_question_is_told(small_graph_url: str) -> None:
    assert "没有这个问题" in said(page("questions", small_graph_url, "zh", q="who_rules"))


def test_a_hostile_name_stays_text(small_graph_url: str) -> None:
    shown = said(page("questions", small_graph_url, "zh", q="changes"))
    assert HOSTILE_NAME in shown


def test_a_picked_row_shows_its_quotation(small_graph_url: str) -> None:
    test = page("questions", small_graph_url, "zh", q="findings", pick="row:1")
    assert "云河区人民政府公报，2022年第2期(总第41期)，第4行" in said(test)


def test_a_sort_is_kept_and_turned(small_graph_url: str) -> None:
    down = json.loads(page("questions", small_graph_url, "zh", q="changes", sort="-official").session_state["drawn"])
    assert '"sorted": "down"' in json.dumps(down)


def test_a_node_that_is_gone_does_not_break_a_link(small_graph_url: str) -> None:
    assert not page(
        "questions", small_graph_url, "zh", q="changes", open_="official:gone", pick="official:gone"
    ).exception


def test_a_graph_without_workspace_takes_no_decisions(small_graph_url: str) -> None:
    for view in ("review", "add"):
        assert "只供查看" in said(page(view, small_graph_url, "zh"))


def test_every_page_has_a_name_for_its_address() -> None:
    assert set(PAGES) == NAMES


def test_the_app_opens_with_its_first_page(small_graph_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHIZE_STORE", small_graph_url)
    test = AppTest.from_file(APP, default_timeout=SECONDS).run()
    assert not test.exception


def test_a_missing_graph_gets_one_line_and_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ZHIZE_STORE", f"kglite:///{tmp_path}/none.kgl")
    test = AppTest.from_file(APP, default_timeout=SECONDS).run()
    assert not test.exception
