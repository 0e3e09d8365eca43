"""The faces' own words, Chinese first, and how text of documents is kept from being read as mark-up.

Each file of this folder holds words of one face: app.toml those of pages, pages.toml those of the
pages of things, terminal.toml what the commands say.

Doors: `text` (one text in zh or en), `aside_word`, `literal_markdown`.
"""

import re
from collections.abc import Mapping
from functools import cache

from extract.errors import LexiconError
from extract.wording.texts import filled, in_language, texts_of

MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")
FILES = ("app.toml", "pages.toml", "terminal.toml")


@cache
def texts() -> Mapping[str, Mapping[str, str]]:
    """Every text by its name, in zh and en; raises LexiconError where two files bear one name."""
    all_texts: dict[str, Mapping[str, str]] = {}
    for name in FILES:
        table = texts_of("dashboards.texts", name)
        if twice := all_texts.keys() & table.keys():
            raise LexiconError("text_named_twice", name=name, key=repr(sorted(twice)[0]))
        all_texts |= table
    return all_texts


def text(key: str, language: str, **values: object) -> str:
    """One of the faces' own texts in zh or en, its {places} filled."""
    return filled(in_language(texts()[key], language), values)


def aside_word(code: str | None, language: str) -> str:
    """Why a cue was set aside, in words; the code itself where it has none."""
    named = f"aside_{code}"
    return text(named, language) if named in texts() else str(code or "—")


def literal_markdown(document_text: str) -> str:
    """Text of a document for a place that reads Markdown: shown as it is, `**x**`, `<img>` and `:red[x]` too."""
    return MARKDOWN.sub(r"\\\1", " ".join(document_text.split()))
