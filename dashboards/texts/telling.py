"""What the commands say when they have done something, in the language of the settings.

In:  the name of a text of texts/terminal.toml and its values   Out: one line on standard output, or beside it
"""

import click

from dashboards.texts import text
from dashboards.texts.language import language_of


def said(key: str, **values: object) -> str:
    """A text of the terminal in the language of the settings."""
    return text(f"told_{key}", language_of(), **values)


def tell(key: str, *, aside: bool = False, **values: object) -> None:
    """Says a text; `aside`: on standard error, where the output itself may be piped on."""
    click.echo(said(key, **values), err=aside)
