"""What click says of itself (Usage:, Missing argument, Show this message and exit.) in Chinese.

In:  nothing   Out: click's modules ask texts/usage.toml for each of their own words, not gettext

Click takes its words from gettext, which wants files that a build compiles; a table that everybody can read takes their place.
What a command says of itself and of its options is in texts/helping.py.
"""

import re
import tomllib
from functools import cache
from importlib import import_module
from importlib.resources import files

from dashboards.printed.grid import width

# click's modules that say something; each has taken gettext's functions under these names
MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")
ONE, MANY = "_", "ngettext"
LAYING_OUT = ("formatting", "_textwrap")  # click's modules that count how wide a text is
WORD = re.compile(
    r"""\s+
    | (?: [\u2e80-\uffef] | [^\s\u2e80-\uffef]+ )  # 公 · facts.jsonl: a line may end after each Han character
      [，。、；：）”」》]*                           # but never before a comma
    """,
    re.VERBOSE,
)


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


def speak_chinese() -> None:
    """From now on click speaks Chinese, and lays it out by the columns that it takes, two for a Han character."""
    for name in MODULES:
        module = vars(import_module(f"click.{name}"))
        module.update({own: said for own, said in ((ONE, in_chinese), (MANY, count_in_chinese)) if own in module})
    for name in LAYING_OUT:
        vars(import_module(f"click.{name}"))["term_len"] = width
    import_module("click._textwrap").TextWrapper._split = staticmethod(WORD.findall)
