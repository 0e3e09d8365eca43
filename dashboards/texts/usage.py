"""What click says of itself (Usage:, Missing argument, Show this message and exit.) in Chinese.

In:  the group of commands   Out: click's modules ask texts/usage.toml for each of their own words, not gettext

Click takes its words from gettext, which wants files that a build compiles; a table that everybody can read takes their place.
What a command says of itself stays as it is written.
"""

import tomllib
from functools import cache
from importlib import import_module
from importlib.resources import files

import click

# click's modules that say something; each has taken gettext's functions under these names
MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")
ONE, MANY = "_", "ngettext"


@cache
def words() -> dict[str, str]:
    """Click's English words → the Chinese ones."""
    return tomllib.loads((files("dashboards.texts") / "usage.toml").read_text("utf-8"))


def in_chinese(english: str) -> str:
    """One of click's texts in Chinese; as it is where the table has none."""
    return words().get(english, english)


def count_in_chinese(one: str, many: str, count: int) -> str:
    """One of click's texts that speak of a number."""
    return in_chinese(one if count == 1 else many)


def speak_chinese(commands: click.Group) -> None:
    """From now on click speaks Chinese, also of the options that it had added before."""
    for name in MODULES:
        module = vars(import_module(f"click.{name}"))
        module.update({own: said for own, said in ((ONE, in_chinese), (MANY, count_in_chinese)) if own in module})
    for option in commands.params:
        if isinstance(option, click.Option) and option.help:
            option.help = in_chinese(option.help)
