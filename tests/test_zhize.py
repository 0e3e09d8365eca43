"""The library's door: the README's example runs, six names do, and pandas is imported by to_pandas alone."""

import ast
import re
import subprocess
import sys
import warnings
from datetime import date
from pathlib import Path

import pytest

import zhize
from extract.errors import GazetteError, ReadError, StoreError
from tests.graph.gazettes import write_gazettes

ROOT = Path(__file__).parents[1]
EXAMPLE = re.compile(r"## As a library.*?```python\n(.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("library")
    write_gazettes(folder / "data" / "gazettes")
    zhize.build(folder / "data" / "gazettes", folder / "zhize-data").close()
    return folder


def test_the_example_of_the_readme_runs(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = EXAMPLE.search((ROOT / "README.md").read_text(encoding="utf-8"))
    assert found
    monkeypatch.chdir(place)
    first = sorted((place / "data" / "gazettes").glob("*.txt"))[0].name
    exec(compile(found[1].replace("xinzhou-2019-2.txt", first).replace("养老", "环境"), "README.md", "exec"), {})
    assert re.search(r"\d+ facts, \d+ doubts", capsys.readouterr().out)


def test_the_door_has_six_names() -> None:
    assert set(zhize.__all__) == {"read", "extract", "build", "open_graph", "Graph", "Answer"}
    assert all(getattr(zhize, name).__doc__ for name in zhize.__all__)


def test_an_answer_is_rows_citations_and_a_frame(place: Path) -> None:
    with zhize.open_graph(place / "zhize-data", language="en") as graph:
        assert "who_holds" in graph.questions()
        answer = graph.ask("documents")
        assert len(answer) == len(answer.rows) == len(answer.citations) > 0
        assert list(answer) == answer.rows
        frame = answer.to_pandas()
        assert list(frame.columns)[: len(answer.columns)] == list(answer.columns)
        assert len(answer.to_pandas(citations=False).columns) == len(answer.columns)
        assert answer.rests_on
        assert not answer.truncated
        with pytest.raises(GazetteError, match="no question"):
            graph.ask("no_such_question")


def test_values_are_what_one_would_type(place: Path) -> None:
    with zhize.open_graph(str(place / "zhize-data")) as graph:
        plain = graph.ask("changes", from_="2020-01-01", to="2023-12-31")
        dated = graph.ask("changes", from_=date(2020, 1, 1), to=date(2023, 12, 31))
        assert plain.rows == dated.rows


def test_a_file_is_read_and_extracted_under_a_jurisdiction(place: Path) -> None:
    path = sorted((place / "data" / "gazettes").glob("*.txt"))[0]
    document = zhize.read(path)
    assert document.text
    assert zhize.extract(document).facts == zhize.extract(path).facts
    assert zhize.extract(path, jurisdiction="420117").context[0].jurisdiction == "420117"  # type: ignore[union-attr]


def test_what_cannot_be_taken_is_said(tmp_path: Path, place: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        zhize.read(tmp_path / "none.txt")
    with pytest.raises(StoreError, match=r"zhize\.build"):
        zhize.open_graph(tmp_path / "none")
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02")
    good = sorted((place / "data" / "gazettes").glob("*.txt"))[0]
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        zhize.build([tmp_path / "bad.txt", good], tmp_path / "w").close()
    assert any("bad.txt" in str(one.message) for one in warned)


def test_pandas_is_imported_by_to_pandas_alone() -> None:
    code = "import sys, zhize; print(sorted({'pandas', 'streamlit', 'networkx'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"


def test_the_door_opens_one_way() -> None:
    """The library stands beside the faces: it imports none of them, and no package imports it."""

    def imported(path: Path) -> set[str]:
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
        return names | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}

    assert not {name for name in imported(ROOT / "zhize.py") if name.startswith("dashboards")}
    packages = [path for name in ("extract", "graph", "queries", "dashboards") for path in (ROOT / name).rglob("*.py")]
    assert [path for path in packages if "zhize" in imported(path)] == []
