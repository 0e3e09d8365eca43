"""What the commands say when they have done something, in the language of the settings.

In:  the name of a text of texts/terminal.toml and its values   Out: one line on standard output, or beside it
"""

import click

from dashboards.texts import text
from dashboards.texts.language import language_of
from extract.wording.reasons import Reason


def said(key: str, **values: object) -> str:
    """A text of the terminal in the language of the settings; a value that is a reason is said in it too."""
    language = language_of()
    return text(f"told_{key}", language, **{name: in_words(value) for name, value in values.items()})


def in_words(value: object) -> object:
    """A reason in the language of the settings; anything else as it is."""
    return value.text(language_of()) if isinstance(value, Reason) else value


def tell(key: str, *, aside: bool = False, **values: object) -> None:
    """Says a text; `aside`: on standard error, where the output itself may be piped on."""
    click.echo(said(key, **values), err=aside)
