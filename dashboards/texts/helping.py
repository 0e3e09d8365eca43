"""What a command says of itself, of its arguments and options, in Chinese.

In:  a command as it is written, its help in English   Out: the same command, its help from texts/help.toml

The English of a command stands with its code, where click looks for it; an option's Chinese is found by that English,
so that a text which changes is missed at once (a test asks for every command and every option).
"""

from collections.abc import Mapping
from typing import Any

import click

from dashboards.texts.usage import in_chinese
from extract.wording.texts import toml_of

EXAMPLE = ("Examples:", "Example: ")


def helps() -> Mapping[str, Any]:
    """texts/help.toml: `commands` by their words, `options` by their English text, `words` of click's usage line."""
    return toml_of("dashboards.texts", "help.toml")


def help_in_chinese(command: click.Command, words: str) -> click.Command:
    """The command, its help, epilog and options in Chinese; words: what is typed for it (`review same`), "" for zhize itself."""
    entry = helps()["commands"].get(words, {})
    command.help = entry.get("help", command.help)
    command.epilog = entry.get("epilog", _example(command.epilog))
    command.options_metavar = _word(command.options_metavar)
    if isinstance(command, click.Group):
        command.subcommand_metavar = _word(command.subcommand_metavar) or ""
        for name, below in command.commands.items():
            help_in_chinese(below, f"{words} {name}".strip())
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            _option_in_chinese(parameter)
    return command


def _option_in_chinese(option: click.Option) -> None:
    if option.help:
        option.help = helps()["options"].get(option.help) or in_chinese(option.help)
    if option.metavar is None and not option.is_flag and not option.count:
        option.metavar = helps()["words"].get(option.type.name)


def _example(epilog: str | None) -> str | None:
    for word in EXAMPLE:
        epilog = epilog and epilog.replace(word, str(_word(word)), 1)
    return epilog


def _word(english: str | None) -> str | None:
    return english and str(helps()["words"].get(english, english))
