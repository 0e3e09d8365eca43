"""zhize changes-between: what changed between two builds, each change with its cause; a feed that turns one export into the other."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from dashboards.cells import value_word
from dashboards.settings import workspace_of
from dashboards.texts import text, texts
from dashboards.texts.language import language_of
from dashboards.texts.telling import tell
from extract.errors import StoreError
from graph.export.differing import applied, feed_between
from graph.export.feeds import Told, read_feed, summary, told, write_atom, write_jsonl, write_table
from graph.export.snapshot import Snapshot, read_snapshot, snapshot, write_snapshot
from graph.projection.project import project
from graph.workspace import Workspace

FILE = click.Path(path_type=Path, dir_okay=False)
MOST_LINES = 200
EXAMPLES = """\b
Examples:
  zhize export snapshot monday.jsonl
  zhize changes-between monday.jsonl                       # against the workspace as it is now
  zhize changes-between monday.jsonl tuesday.jsonl --atom news.xml --watch 养老 --watch 区财政局
  zhize changes-between monday.jsonl tuesday.jsonl --jsonl feed.jsonl
  zhize changes-between monday.jsonl --apply feed.jsonl --out tuesday.jsonl
"""


@click.command(name="changes-between", epilog=EXAMPLES)
@click.argument("old", type=FILE)
@click.argument("new", type=FILE, required=False)
@click.option("--jsonl", type=FILE, help="The whole feed as JSON lines, which --apply takes.")
@click.option("--csv", "csv_path", type=FILE, help="A table of the changes.")
@click.option("--atom", type=FILE, help="An Atom feed, for a news reader.")
@click.option("--watch", multiple=True, help="Only changes that mention this word; may be given again.")
@click.option(
    "--all", "structure", is_flag=True, help="Also what only follows from other changes (where an item stands)."
)
@click.option("--apply", "feed_path", type=FILE, help="Apply a feed to OLD instead; needs --out.")
@click.option("--out", type=FILE, help="Where --apply writes the new snapshot.")
@click.option("--workspace", type=click.Path(path_type=Path), help="The workspace folder; else ./zhize-data.")
def changes_between(
    old: Path,
    new: Path | None,
    jsonl: Path | None,
    csv_path: Path | None,
    atom: Path | None,
    watch: tuple[str, ...],
    structure: bool,
    feed_path: Path | None,
    out: Path | None,
    workspace: Path | None,
) -> None:
    """Say what changed between the snapshots OLD and NEW (else the workspace as it is now), with the cause of each change.

    A cause is a new document, a forgotten one, one read anew (other rules, another manifest), a person's judgement, or other rules of
    the graph. A question mark says that the element itself does not show which of the causes it was.
    """
    held = workspace_of(workspace)
    for path in (jsonl, csv_path, atom, out):
        if path is not None:
            held.spare(path)
    before = read_snapshot(old)
    if feed_path is not None:
        if out is None:
            raise StoreError("apply_needs_out")
        tell("snapshot", count=write_snapshot(applied(before, read_feed(feed_path)), out), out=out)
        return
    after = snapshot_of(held) if new is None else read_snapshot(new)
    feed = feed_between(before, after)
    shown = told(feed, before, after, watch, structure=structure)
    if jsonl is not None:
        tell("changes", count=write_jsonl(feed, jsonl), path=jsonl)
    if csv_path is not None:
        tell("changes", count=write_table(shown, csv_path), path=csv_path)
    if atom is not None:
        tell("entries", count=write_atom(shown, atom, datetime.now(UTC), watch, _said), path=atom)
    if not (jsonl or csv_path or atom):
        _show(shown)


def _show(changes: Sequence[Told]) -> None:
    """Prints the changes, the first of them where there are many."""
    for line in list(summary(changes, _said))[:MOST_LINES]:
        click.echo(line)
    cut = len(changes) > MOST_LINES
    tell("first_changes" if cut else "change_count", aside=True, count=len(changes), most=MOST_LINES)


def _said(code: str) -> str:
    """A change, a kind of thing, a cause or a decision in the reader's language; as it is where it has no word."""
    language, own = language_of(), f"feed_{code}"
    return text(own, language) if own in texts() else value_word(code.lower(), language)


def snapshot_of(place: Workspace) -> Snapshot:
    """The snapshot of a workspace as it is now; raises StoreError where nothing is built."""
    if not place.sources():
        raise StoreError("workspace_empty_build", folder=place.folder)
    judgements = place.judgements()
    return snapshot(project(place.corpus(), judgements).projection, place.sources(), judgements)
