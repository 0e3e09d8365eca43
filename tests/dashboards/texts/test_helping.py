"""The help of every command, argument and option is there in Chinese, and is laid out by the columns that it takes."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from dashboards.cli import COMMANDS, cli
from dashboards.printed.grid import width
from dashboards.texts.helping import helps
from dashboards.texts.usage import words

ROOT = Path(__file__).parents[3]
HAN = re.compile("[一-鿿]")  # a look at what a person reads, no pattern of the product
KEPT = re.compile(r"`[^`]+`|--[a-z-]+|\b[A-Z][A-Z]+\b|\b[a-z]+\.(?:jsonl|toml)\b|\d+(?:\.\d+)*")
SHARED = {"A", "FILE", "ID", "OK"}


def commands() -> Iterator[tuple[str, click.Command]]:
    def below(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
        yield name, command
        if isinstance(command, click.Group):
            context = click.Context(command)
            for word in command.list_commands(context):
                inner = command.get_command(context, word)
                assert inner is not None
                yield from below(f"{name} {word}".strip(), inner)

    yield from below("", cli)


ALL = dict(commands())
OPTIONS = {
    option.help: option for command in ALL.values() for option in command.params if isinstance(option, click.Option)
}


def test_every_command_has_its_chinese_and_no_chinese_is_without_its_command() -> None:
    assert set(COMMANDS) <= set(ALL)
    assert set(helps()["commands"]) == set(ALL)


@pytest.mark.parametrize("name", ALL)
def test_the_chinese_of_a_command_names_the_same_commands_and_options(name: str) -> None:
    english, chinese = ALL[name].help or "", helps()["commands"][name]["help"]
    assert HAN.search(chinese)
    assert {word for word in KEPT.findall(english) if word[0] in "`-"} == {
        word for word in KEPT.findall(chinese) if word[0] in "`-"
    }
    if "epilog" in helps()["commands"][name]:
        asked = re.findall(r"^  (zhize [^#\n]*?)\s*(?:#|$)", ALL[name].epilog or "", re.M)
        assert asked == re.findall(r"^  (zhize [^#\n]*?)\s*(?:#|$)", helps()["commands"][name]["epilog"], re.M)


def test_every_option_has_its_chinese_and_no_chinese_is_without_its_option() -> None:
    assert set(OPTIONS) - {"Show the version and exit."} == set(helps()["options"])
    assert "Show the version and exit." in words()


@pytest.mark.parametrize("english", helps()["options"])
def test_the_chinese_of_an_option_keeps_names_and_figures(english: str) -> None:
    chinese = helps()["options"][english]
    assert HAN.search(chinese)
    kept = set(KEPT.findall(english)) - SHARED
    assert {word for word in kept if word not in chinese} <= {"JSON", "URL", "CSV"}


def helped(*arguments: str, language: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", "dashboards", *arguments, "--help"],
        cwd=ROOT,
        env={**os.environ, "ZHIZE_LANGUAGE": language, "COLUMNS": "80", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    ).stdout


@pytest.mark.parametrize("command", [(), ("build",), ("extract",), ("export",), ("review", "same"), ("mcp",)])
def test_help_is_chinese_and_fits_eighty_columns(command: tuple[str, ...]) -> None:
    shown = helped(*command, language="zh")
    assert "选项" in shown
    assert not re.search(r"[a-z]{3,} [a-z]{3,} [a-z]{3,}", re.sub(r"(?m)`[^`]*`|(?:zhize|dashboards) .*$", "", shown))
    if command != ("mcp",):  # its examples stand as they are typed
        assert max(map(width, shown.splitlines())) <= 80
    assert not re.search(r"(?m)^ *[，。；：、）]", shown)  # no line begins with a comma


def test_help_is_english_where_english_is_spoken() -> None:
    shown = helped("build", language="en")
    assert "Usage:" in shown
    assert not HAN.search(shown)
