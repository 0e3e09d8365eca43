"""Texts for people: a code and its values → a sentence in Chinese or English, from a TOML file.

    [no_unit]
    zh = "这一事项旁没有责任单位"
    en = "no unit stands beside this item"

Every face says every text through this one filler; a test asks for both languages of each code.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

PLACE = re.compile(r"\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}")
LANGUAGES = ("zh", "en")


def filled(template: str, values: Mapping[str, object]) -> str:
    """The template with its {places} filled, each once: a value that holds {braces} stays as it is.

    A place with two words gives the word that goes with its number: {count} {count|task|tasks} → 1 task, 2 tasks.
    """
    return PLACE.sub(lambda place: _in_place(place, values), template)


def _in_place(place: re.Match[str], values: Mapping[str, object]) -> str:
    name, one, several = place.groups()
    if one is None or name not in values:
        return str(values.get(name, place[0]))
    return str(one if str(values[name]) == "1" else several)


def in_language(texts: Mapping[str, str], language: str) -> str:
    """The English text of an entry for `en`, else the Chinese one."""
    return texts["en" if language == "en" else "zh"]


def texts_of(package: str, name: str, table: str | None = None) -> Mapping[str, Mapping[str, str]]:
    """The entries of a TOML file of texts, or of one table in it."""
    entries = toml_of(package, name)
    return entries if table is None else entries[table]


@cache
def toml_of(package: str, name: str) -> Mapping[str, Any]:
    """A TOML file that lies in a package, read once."""
    return tomllib.loads((folder_of(package) / name).read_text("utf-8"))


@cache
def folder_of(package: str) -> Path:
    """The folder of one of our packages; importlib.resources says the same, and takes as long to load as all our texts."""
    return Path(str(import_module(package).__file__)).parent
