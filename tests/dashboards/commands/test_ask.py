"""zhize ask: tables, JSON, CSV and Cypher on the terminal."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.cells import cell_len

from dashboards.commands.ask import ask
from dashboards.printed.answer import quoted
from extract.errors import GazetteError
from queries.library import library
from queries.run import Citation
from tests.queries.small_graph import HOSTILE_NAME


def run(*arguments: str) -> Result:
    return CliRunner().invoke(ask, list(arguments))


@pytest.mark.parametrize(
    ("language", "said", "not_said"),
    [("zh", "谁负责某项工作或任务", "Who answers for"), ("en", "Who answers for", "谁负责")],
)
def test_without_a_name_the_questions_are_listed_in_one_language(language: str, said: str, not_said: str) -> None:
    result = CliRunner().invoke(ask, [], env={"COLUMNS": "200", "ZHIZE_LANGUAGE": language})
    assert result.exit_code == 0
    assert "dismissed_without_new_post" in result.output
    assert said in result.output
    assert not_said not in result.output
    assert "around_body" not in result.output


def test_a_table_has_its_citations_and_what_it_rests_on(small_graph_url: str) -> None:
    result = run("who_holds", "body=云河区发改局", "on=2022-06-01", "--store", small_graph_url)
    assert "赵明远" in result.output
    assert (
        "[1] 云河区人民政府公报，2022年第2期(总第41期)，云政办〔2022〕3号，第12页起，第5行 “第5行的文字”"
        in result.output
    )
    assert "依据 1 期：云河区人民政府公报 2022年第2期" in result.output


@pytest.mark.parametrize("width", ["60", "80", "120", "200"])
@pytest.mark.parametrize("name", ["changes", "document_items", "deadlines", "who_answers", "tally"])
def test_an_answer_fits_the_terminal(
    small_graph_url: str, name: str, width: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    given = ("words=养老",) if name == "who_answers" else ()
    lines = run(name, *given, "--store", small_graph_url).output.splitlines()
    notes = ("[", "依据", "未显示", "“", "名为")
    assert all(
        cell_len(line) <= int(width) for line in lines[2:] if not line.startswith(notes) and "：" not in line[:6]
    )


def test_where_columns_do_not_fit_each_row_is_an_entry_that_lacks_nothing(
    small_graph_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("document_items", "--store", small_graph_url)
    monkeypatch.setenv("COLUMNS", "200")
    [*_, wide] = [line for line in run(*asked).output.splitlines() if line.startswith("#")]
    monkeypatch.setenv("COLUMNS", "60")
    narrow = run(*asked).output
    assert not any(line.startswith("#") for line in narrow.splitlines())
    assert "未显示的列" not in narrow
    rows = json.loads(run(*asked, "--json").output)["rows"]
    flat = "".join(narrow.split())
    assert all("".join(row["what"].split())[:40] in flat for row in rows)
    assert all("".join(lead.split()) in flat for row in rows for lead in row["leads_there"])
    assert "牵头单位" in wide


def test_one_quotation_is_printed_once_for_all_its_rows(small_graph_url: str) -> None:
    output = run("pair", "body=b-drc", "other=b-fin", "--store", small_graph_url).output
    quotes = [line for line in output.splitlines() if line.startswith("[")]
    assert len({line.partition(" ")[2] for line in quotes}) == len(quotes)


def test_a_long_quotation_is_cut_around_the_name_and_whole_when_asked() -> None:
    citation = Citation("a.txt", 1, "前" * 300 + "赵明远" + "后" * 300)
    short = quoted(citation, ["钱文", "赵明远"], full=False)
    assert "赵明远" in short
    assert len(short) < 130
    assert quoted(citation, [], full=True) == f" “{citation.quote}”"


def test_json_has_rows_citations_and_notes(small_graph_url: str) -> None:
    result = run("vacancies", "--json", "--store", small_graph_url)
    answer = json.loads(result.output)
    assert answer["count"] == 2
    assert answer["rows"][0]["vacant_from"] == "2022-05-11"
    assert answer["rows"][0]["citation"]["number"] == "云政办〔2022〕3号"
    assert answer["rests_on"][0]["file"] == "yunhe-2022-2.txt"
    assert answer["truncated"] is False


def test_csv_opens_in_a_spreadsheet(small_graph_url: str, tmp_path: Path) -> None:
    target = tmp_path / "items.csv"
    run("items", "body=b-drc", "--csv", str(target), "--store", small_graph_url)
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    head, *rows = target.read_text(encoding="utf-8-sig").splitlines()
    assert head.startswith("单位,关系,原文用词,事项")
    assert len(rows) == 2


def test_a_picture_is_written_as_one_page(small_graph_url: str, tmp_path: Path) -> None:
    target = tmp_path / "changes.html"
    result = run("changes", "--html", str(target), "--store", small_graph_url)
    assert result.exit_code == 0
    assert "<!doctype html>" in target.read_text(encoding="utf-8")


def test_names_that_look_like_markup_are_printed_as_they_are(small_graph_url: str) -> None:
    assert HOSTILE_NAME in run("career", "official=a-x", "--full", "--store", small_graph_url).output


def test_cypher_is_printed_with_and_without_values(small_graph_url: str) -> None:
    bare = run("who_holds", "--cypher").output
    assert "// :param body => …" in bare
    filled = run("who_holds", "body=云河区发改局", "on=2022-06-01", "--cypher", "--store", small_graph_url).output
    assert ':param body => ["b-drc"]' in filled
    assert ":param on => date('2022-06-01')" in filled
    assert filled.rstrip().endswith("LIMIT $limit;")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("who_rules",), "there is no question who_rules"),
        (("who_holds", "body"), "'body' is no parameter; write key=value"),
        (("who_answers", "养老"), "'养老' is no parameter; write key=value, such as words=养老"),
        (("who_holds", "body=a", "body=b"), "body is given twice"),
        (("documents", "--store", "kglite:///nowhere/graph.kgl"), "nowhere"),
        (
            ("documents", "--workspace", "/nowhere/at/all"),
            "there is no workspace /nowhere/at/all; make one with zhize build",
        ),
    ],
)
def test_a_mistake_gets_one_clear_line(small_graph_url: str, arguments: tuple[str, ...], message: str) -> None:
    result = run(*(small_graph_url if argument == "SMALL" else argument for argument in arguments))
    assert isinstance(result.exception, GazetteError)
    assert message in str(result.exception)
    assert "\n" not in str(result.exception)


@pytest.mark.parametrize("command", ["ask", "find"])
def test_a_question_loads_nothing_that_it_does_not_need(command: str) -> None:
    heavy = {"pypinyin", "spacy", "pandas", "streamlit", "mcp", "xlsxwriter", "networkx", "lxml"}
    code = f"import sys; import dashboards.commands.{command}; print(*sorted({heavy!r} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split() == []


def test_a_question_loads_nothing_that_only_a_build_needs() -> None:
    building = {"extract.facts", "graph.workspace", "graph.identity", "graph.projection.elements", "msgspec"}
    code = f"import sys; import dashboards.commands.ask; print(*sorted({building!r} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split() == []


def test_rows_behind_a_count_are_shown(small_graph_url: str) -> None:
    counted = json.loads(run("tally", "--json", "--store", small_graph_url).output)["rows"]
    shown = json.loads(run("tally", "--rows", "1", "--json", "--store", small_graph_url).output)
    assert shown["question"] == "document_items"
    assert shown["count"] == counted[0]["times"]


def test_the_list_can_be_that_of_one_reader() -> None:
    listed = {reader: run("--for", reader).output for reader in ("analyst", "journalist", "planner")}
    asked = {query.name: query.asks for query in library().values() if query.listed}
    for name, reader in asked.items():
        assert [one for one, output in listed.items() if f"\n{name} " in output] == [reader]


def test_the_help_of_a_question_shows_values_that_the_graph_has(small_graph_url: str) -> None:
    said = run("who_holds", "--help", "--store", small_graph_url).output
    assert "区发展和改革局" in said
    assert "共 " not in run("who_holds", "--help", "--store", "kglite:///nowhere/at/all.kgl").output
