"""The terminal face: gathers the commands, each imported only when it is asked for, and turns errors into one line.

In:  arguments. Out: the command's output on stdout, talk on stderr; exit code 0, 1 (an error of ours, one line) or 2 (usage).
"""

import errno
import importlib
import io
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import NoReturn

import click

from dashboards.shadow import explain

try:
    from dashboards.texts.language import language_of
    from extract.errors import GazetteError
    from extract.output.plain import one_line
except ImportError as error:
    explain(error)

COMMANDS = {
    # name: (module, function), in the order in which help lists them
    "build": "dashboards.commands.build:build",
    "read": "dashboards.commands.read:read",
    "extract": "dashboards.commands.extract:extract",
    "resolve": "dashboards.commands.resolve:resolve",
    "load": "dashboards.commands.build:load",
    "ask": "dashboards.commands.ask:ask",
    "find": "dashboards.commands.find:find",
    "app": "dashboards.commands.app:app",
    "site": "dashboards.site.command:site",
    "review": "dashboards.commands.review:review",
    "forget": "dashboards.commands.build:forget",
    "export": "dashboards.commands.out.export:export",
    "serve": "dashboards.commands.out.serve:serve",
    "mcp": "dashboards.commands.out.mcp:mcp",
    "changes-between": "dashboards.commands.out.changes_between:changes_between",
    "backup": "dashboards.commands.backup:backup",
    "restore": "dashboards.commands.backup:restore",
    "score": "dashboards.commands.score:score",
    "doctor": "dashboards.commands.doctor:doctor",
}


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is used, so that `zhize --help` is quick."""

    translate: Callable[[click.Command, str], click.Command] | None = None  # set where help is not to be English

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of their use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name].split(":")
        command = getattr(importlib.import_module(module), function)
        assert isinstance(command, click.Command)
        return self.translate(command, cmd_name) if self.translate else command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="zhize", prog_name="zhize")
def cli() -> None:
    """Zhize (职责): government gazettes in, a graph of who is responsible for what out."""


def _language(arguments: Sequence[str]) -> str:
    """What --language says, else the environment, else Chinese."""
    words = [word for argument in arguments for word in argument.split("=", 1)]
    given = [after for word, after in pairwise(words) if word == "--language"]
    return language_of(given[-1] if given else None)


def main() -> None:
    """Runs the command line; what goes wrong is one line on stderr and exit code 1, also where the output cannot be written."""
    _open_streams()
    if _language(sys.argv[1:]) == "zh":
        _speak_chinese()
    try:
        try:
            cli()
        finally:
            sys.stdout.flush()
    except GazetteError as error:
        _end(error)
    except UnicodeEncodeError as error:
        shown = error.object[error.start : error.start + 1]
        _end(GazetteError("output_encoding", encoding=error.encoding, shown=repr(shown)))
    except OSError as error:
        if error.errno == errno.EPIPE:  # whoever read has seen enough
            _end(None)
        code = "output_fault" if error.filename else "output_unwritten"
        _end(GazetteError(code, what=error.filename, fault=error))
    except MemoryError:
        _end(GazetteError("no_memory"))


def _speak_chinese() -> None:
    from dashboards.texts.helping import help_in_chinese
    from dashboards.texts.usage import speak_chinese

    speak_chinese()
    assert isinstance(cli, LazyGroup)
    help_in_chinese(cli, "")
    cli.translate = help_in_chinese


def _open_streams() -> None:
    """Puts something in the place of standard streams that are closed: what is written there is told, not a fault of ours."""
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stdout = sys.stdout or _Closed()


class _Closed(io.StringIO):
    def write(self, text: str) -> int:
        raise OSError(errno.EBADF, "standard output is closed")


def _end(error: GazetteError | None) -> NoReturn:
    """Says one line and ends; what still waits to be written is given up, so that nothing complains afterwards."""
    if error is not None:
        click.echo(f"zhize: {one_line(error.text(_language(sys.argv[1:])))}", err=True)
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.exit(1)
