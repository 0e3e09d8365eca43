"""zhize export writes each form it names, refuses the workspace itself, and covers private numbers."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboards.cli import cli
from extract.errors import StoreError

TEXT = """安山县人民政府关于张大勇等同志职务任免的通知
安政任〔2024〕3号

各镇人民政府，县政府各部门：
经研究决定，任命：
张大勇同志为县应急管理局局长；
免去：
李小梅同志的县应急管理局局长职务，联系电话13812345678。

安山县人民政府
2024年3月5日
"""
FORMS = ("graphml", "gexf", "ftm", "popolo", "turtle", "html", "tenures")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, catch_exceptions=False)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    (folder / "notice.txt").write_text(TEXT, encoding="utf-8")
    assert run("build", str(folder / "notice.txt"), "--workspace", str(folder / "ws")).exit_code == 0
    return folder / "ws"


@pytest.mark.parametrize("form", FORMS)
def test_each_form_holds_the_names_and_no_private_number(workspace: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    done = run("export", form, str(out), "--workspace", str(workspace))
    assert done.exit_code == 0
    assert str(out) in done.output
    written = out.read_text(encoding="utf-8")
    assert "张大勇" in written
    assert "13812345678" not in written


@pytest.mark.parametrize("form", FORMS)
def test_a_file_of_the_workspace_is_never_overwritten(workspace: Path, form: str) -> None:
    with pytest.raises(StoreError):
        run("export", form, str(workspace / "graph.kgl"), "--workspace", str(workspace))
