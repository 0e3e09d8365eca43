"""A workspace that version 0.1 wrote, brought to this version as its user would: of_0_1 holds it, with a judgement, and its text."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboards.cli import cli
from graph.workspace import Workspace

OF_0_1 = Path(__file__).parent / "of_0_1"
ASKED = ("ask", "succession", "body=柳湾街道办事处", "post=主任")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return Path(shutil.copytree(OF_0_1 / "workspace", tmp_path / "w"))


def told(*arguments: object) -> tuple[int, str]:
    """The exit code of a command, and what it prints."""
    ended = CliRunner().invoke(cli, [str(argument) for argument in arguments])
    return ended.exit_code, ended.output + (str(ended.exception) if ended.exception else "")


def test_each_command_names_the_one_that_brings_the_graph_to_this_version(workspace: Path) -> None:
    for command in ((*ASKED, "--workspace", workspace), ("build", OF_0_1 / "yunhe.txt", "--workspace", workspace)):
        code, output = told(*command)
        assert code != 0
        assert "zhize build --rebuild" in output


def test_facts_and_judgements_of_0_1_are_kept(workspace: Path) -> None:
    assert told("build", "--rebuild", "--workspace", workspace)[0] == 0
    code, output = told(*ASKED, "--workspace", workspace)
    assert code == 0
    assert "孙小满" in output
    assert "石磊" in output
    assert "余编辑" in told("review", "--workspace", workspace, "history")[1]
    assert "方小舟" not in told("ask", "changes", "--workspace", workspace)[1]  # the fact that was judged wrong


def test_the_text_is_read_anew_where_it_is_given(workspace: Path) -> None:
    code, _ = told("build", "--rebuild", OF_0_1 / "yunhe.txt", "--workspace", workspace)
    assert code == 0
    assert len(Workspace(workspace).corpus().facts) == 3  # no document is there twice
    assert "石磊" in told(*ASKED, "--workspace", workspace)[1]
    assert "方小舟" not in told("ask", "changes", "--workspace", workspace)[1]
