"""zhize backup, restore: facts, judgements and log of a workspace, in one file."""

from pathlib import Path

import click

from dashboards.cells import literal
from dashboards.settings import workspace_of
from dashboards.texts.telling import tell
from extract.errors import StoreError
from graph.backup import restore_backup, write_backup
from graph.keeping.archive import LIMIT

MB = 1_000_000
WORKSPACE = click.option(
    "--workspace", type=click.Path(path_type=Path), help="The workspace folder; else ./zhize-data."
)


@click.command(epilog="Example: zhize backup zhize-2022.tar.gz")
@click.argument("file", type=click.Path(path_type=Path))
@WORKSPACE
def backup(file: Path, workspace: Path | None) -> None:
    """Write facts, judgements, log and settings into one .tar.gz file; the graph can be built from it."""
    held = workspace_of(workspace)
    if not held.folder.is_dir():
        raise StoreError("no_workspace_make", folder=held.folder)
    with held.lock():
        count = write_backup(held, file)
    tell("backup", count=count, file=file)


@click.command(epilog="Example: zhize restore zhize-2022.tar.gz --workspace restored")
@click.argument("file", type=click.Path(path_type=Path))
@WORKSPACE
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=LIMIT // MB,
    show_default=True,
    help="The most megabytes that it may unpack to.",
)
def restore(file: Path, workspace: Path | None, limit: int) -> None:
    """Put a backup into a new workspace; then `zhize build` makes the graph.

    All of it is checked before anything is written. A store that its settings name is not taken over: name it yourself with --store.
    """
    held = workspace_of(workspace)
    with held.lock():
        count, store = restore_backup(file, held, limit * MB)
    if store:
        tell("restored_store", aside=True, store=literal(store))
    tell("restored", count=count, folder=held.folder)
