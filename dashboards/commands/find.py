"""zhize find: people, bodies, posts, tasks, documents and passages, by any name, part of a name, pinyin, or words of the text."""

import json
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from dashboards.cells import literal, value_word
from dashboards.settings import settings
from dashboards.texts import text
from dashboards.texts.language import LANGUAGES
from graph.stores.store import open_store
from queries.search.finding import KINDS, Found
from queries.search.finding import find as found_in
from queries.search.index import index_of
from queries.search.lines import about

LONGEST = 60


@click.command(epilog="Example: zhize find 养老 --kind task --limit 5")
@click.argument("words")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Only of this kind; may be given again.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="The most things to list.")
@click.option(
    "--passages", type=click.IntRange(0, 1000), default=3, show_default=True, help="The most passages to list."
)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--workspace", type=click.Path(path_type=Path), default=None, help="The workspace; else ./zhize-data.")
@click.option("--store", default=None, help="The graph, such as neo4j://host:7687; else the workspace's own.")
@click.option("--language", type=click.Choice(LANGUAGES), default=None, help="zh or en.")
def find(
    words: str,
    kinds: tuple[str, ...],
    limit: int,
    passages: int,
    as_json: bool,
    workspace: Path | None,
    store: str | None,
    language: str | None,
) -> None:
    """Find people, bodies, posts, tasks, documents and passages by WORDS: any name, a part of one, pinyin or its initials."""
    chosen = settings(workspace, store, language)
    folder = chosen.workspace if chosen.workspace.is_dir() and store is None else None
    with open_store(chosen.store_url, texts=chosen.texts) as opened, closing(index_of(opened, folder)) as index:
        hits = found_in(index, words, limit, kinds, passages)
    if as_json:
        click.echo(json.dumps(asdict(hits), ensure_ascii=False, indent=1))
        return
    _show(hits, words, chosen.language)


def _show(found: Found, words: str, language: str) -> None:
    console = Console(highlight=False, soft_wrap=False)
    if not found.things and not found.passages:
        click.echo(text("nothing_found", language, words=literal(words)))
        return
    table = RichTable(box=None, pad_edge=False, show_header=False)
    for hit in found.things:
        name = hit.name if hit.matched == hit.name else f"{hit.name}（{hit.matched}）"
        where = " · ".join(part for part in (hit.place, about(hit, language)) if part)
        kind = Text(value_word(hit.kind, language), style="dim")
        table.add_row(kind, Text(_short(name)), Text(literal(where), style="dim"))
    console.print(table)
    for line in found.passages:
        console.print(Text(f"{literal(line.source)} {line.line}  {_short(line.text)}"))
    shown = len(found.things)
    total = sum(found.counts.values())
    click.echo(text("found_counts", language, shown=shown, all=total, passages=found.passage_count), err=True)


def _short(line: str) -> str:
    plain = " ".join(literal(line).split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"
