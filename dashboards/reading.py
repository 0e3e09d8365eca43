"""What the commands that read documents share: the limits a document, and the account of what was refused or passed over."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

import click

from dashboards.texts.language import language_of
from extract.readers import LIMITS, Limits
from extract.readers.paths.account import Account

Command = TypeVar("Command", bound=Callable[..., Any])


def reading_limits(command: Command) -> Command:
    """Gives a command the options --most-seconds and --most-megabytes, and its function the Limits that they say."""

    @wraps(command)
    def limited(*given: Any, most_seconds: float, most_megabytes: int, **options: Any) -> Any:
        return command(*given, limits=Limits(megabytes=most_megabytes, seconds=most_seconds), **options)

    for option in (
        click.option(
            "--most-megabytes",
            type=click.IntRange(min=1),
            default=LIMITS.megabytes,
            show_default=True,
            help="A larger document is refused.",
        ),
        click.option(
            "--most-seconds",
            type=click.FloatRange(min=0.1),
            default=LIMITS.seconds,
            show_default=True,
            help="A document that takes longer to read is refused.",
        ),
    ):
        limited = option(limited)
    return limited  # type: ignore[return-value]


def say_lines(account: Account) -> None:
    """Names on standard error what was refused, and what was passed over."""
    for line in account.lines(language_of()):
        click.echo(line, err=True)


def stop_if_refused(account: Account) -> None:
    """Ends the command with exit code 1 if anything was refused; the lines have said what and why."""
    if account.refused:
        raise SystemExit(1)
