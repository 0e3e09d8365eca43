"""The documentation is accurate: every command and question is named and has help with an example, the README's transcript is what comes out."""

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from dashboards.cli import COMMANDS, cli
from queries.library import library
from queries.page import page

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
README_ZH = (ROOT / "README.zh.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme_and_has_help_with_an_example(name: str) -> None:
    assert f"`zhize {name}" in README
    assert f"`zhize {name}" in README_ZH
    result = CliRunner().invoke(cli, [name, "--help"])
    assert result.exit_code == 0
    assert "\\b" not in result.output  # click's mark for text that is not to be wrapped
    command = cli.get_command(click.Context(cli), name)
    if isinstance(command, click.Group):
        assert command.help
        for part in command.commands.values():
            told = part.epilog or part.help or ""
            assert "xample" in told or "例：" in told, f"{name} {part.name} has no example"
    else:
        assert "xample" in result.output or "例：" in result.output


def test_every_link_of_the_papers_leads_somewhere() -> None:
    for paper in (*ROOT.glob("README*.md"), ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))):
        text = paper.read_text(encoding="utf-8")
        for target in re.findall(r"`((?:docs|data|extract|queries|graph|tests)/[\w./-]+\.\w+)`", text):
            assert (ROOT / target).exists(), f"{paper.name} names {target}, which does not exist"


def test_questions_named_in_the_readme_exist() -> None:
    known = set(library())
    section = README.split("## Who it is for")[1].split("## ")[0]
    named = set(re.findall(r"`([a-z_]+)`", section))
    assert named
    assert named <= known


def test_the_readme_names_no_command_that_does_not_exist() -> None:
    named = set(re.findall(r"zhize ([a-z-]+)", README + README_ZH))
    assert named <= set(COMMANDS)


def test_the_two_readmes_say_the_same_of_commands_questions_and_numbers() -> None:
    for pattern in (r"\bmake \w+", r"`([a-z]+_[a-z_]+)`", r"\b[01]\.\d{3}\b", r"\b\d,\d{3}\b", r"`zhize (\w+)"):
        assert set(re.findall(pattern, README)) == set(re.findall(pattern, README_ZH)), pattern


def test_the_two_commands_at_the_top_are_targets() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "\ndemo: $(READY)" in makefile
    assert "\ntest: $(READY)" in makefile


def test_numbers_of_the_score_in_the_readme_name_every_relation_of_gold() -> None:
    relations = set()
    for file in sorted((ROOT / "data" / "gold").glob("*.jsonl")):
        relations |= set(re.findall(r'"relation": "(\w+)"', file.read_text(encoding="utf-8")))
    section = README.split("## How good it is")[1].split("## ")[0]
    assert not {r for r in relations if r not in section}


def test_the_page_of_questions_is_as_the_library_has_them() -> None:
    assert (ROOT / "docs" / "questions.md").read_text(encoding="utf-8") == page(), "python -m queries.page"
