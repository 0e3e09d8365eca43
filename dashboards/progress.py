"""How far a long step has come: on a terminal a bar with count, rate and time left; elsewhere nothing.

In:  what is done and how much of it there is   Out: a function to call for each part that is done
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from extract.readers.pages_read import told


class Rate(TextColumn):
    """Parts a second; a minute, where it is less than one a second."""

    def render(self, task: Task) -> Text:
        """The rate so far; nothing before there is one."""
        speed = task.speed
        if not speed or (task.total or 0) < 2:
            return Text("")
        return Text(f"{speed:.1f}/s" if speed >= 1 else f"{60 * speed:.1f}/min")


def _bar(console: Console) -> Progress:
    columns = (
        TextColumn("{task.description:<20}"), BarColumn(), MofNCompleteColumn(), Rate(""), TimeElapsedColumn(), TimeRemainingColumn(compact=True),
    )  # fmt: skip
    return Progress(*columns, console=console, disable=not console.is_terminal)


@contextmanager
def progress(what: str, total: int) -> Iterator[Callable[[], None]]:
    """A bar of `total` parts; what is yielded is called for each part that is done."""
    with _bar(Console(stderr=True)) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)


@contextmanager
def pages_read(name: str) -> Iterator[None]:
    """A bar of the pages of the file that is read inside the block, once OCR or the like makes it last."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield
        return
    with _bar(console) as bar:
        task = bar.add_task(name[-20:], total=None, visible=False)

        def heard(page: int, count: int) -> None:
            bar.update(task, completed=page, total=count, visible=count > 1)

        with told(heard):
            yield
