"""What click says of itself (Usage:, Missing argument, Show this message and exit.) in Chinese.

In:  nothing   Out: click's modules ask texts/usage.toml for each of their own words, not gettext

Click takes its words from gettext, which wants files that a build compiles; a table that everybody can read takes their place.
What a command says of itself and of its options is in texts/helping.py.
"""

import re
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import Any

from dashboards.printed.grid import width
from extract.wording.texts import toml_of

# click's modules that say something; each has taken gettext's functions under these names
MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")
ONE, MANY = "_", "ngettext"
WORD = r"""\s+
    | (?: [\u2e80-\uffef] | [^\s\u2e80-\uffef]+ )  # 公 · facts.jsonl: a line may end after each Han character
      [，。、；：）”」》]*                           # but never before a comma
    """


def words() -> Mapping[str, str]:
    """Click's English words → the Chinese ones."""
    return toml_of("dashboards.texts", "usage.toml")


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
        module.update(
            {own: own_text for own, own_text in ((ONE, in_chinese), (MANY, count_in_chinese)) if own in module}
        )
    laying_out = vars(import_module("click.formatting"))
    laying_out.update(term_len=width, wrap_text=partial(_wrapped, laying_out["wrap_text"]))


def _wrapped(wrap_text: Callable[..., str], *given: Any, **more: Any) -> str:
    """Click's own laying out of a text, by the columns that it takes; prepared when there is one to be laid out."""
    wrapping = import_module("click._textwrap")
    vars(wrapping)["term_len"] = width
    wrapping.TextWrapper._split = staticmethod(re.compile(WORD, re.VERBOSE).findall)
    return wrap_text(*given, **more)
