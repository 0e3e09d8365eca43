"""zhize ask: the questions, and their answers as a table, JSON, CSV or Cypher."""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from dashboards.cells import cell, citation_row, csv_text, heading, literal, plain, shown_columns
from dashboards.cypher_text import browser_text
from dashboards.settings import LANGUAGES, settings
from extract.errors import QueryError, StoreError
from graph.store import open_store
from queries.library import find, library
from queries.run import DEFAULT_LIMIT, Table, resolve
from queries.run import ask as answer

PIPE_WIDTH = 160
CELL_LENGTH = 60
UTF_8_FOR_SPREADSHEETS = "utf-8-sig"


@click.command()
@click.argument("name", required=False)
@click.argument("given", nargs=-1, metavar="[KEY=VALUE]...")
@click.option("--json", "as_json", is_flag=True, help="Print rows, citations and notes as JSON.")
@click.option(
    "--csv", "csv_path", type=click.Path(path_type=Path, dir_okay=False), help="Write the table to a CSV file."
)
@click.option(
    "--html", "html_path", type=click.Path(path_type=Path, dir_okay=False), help="Write the picture to an HTML file."
)
@click.option("--cypher", is_flag=True, help="Print the question for Neo4j Browser instead of asking it.")
@click.option("--limit", type=int, default=DEFAULT_LIMIT, show_default=True, help="Rows at most.")
@click.option("--store", default=None, help="The graph, such as neo4j://host:7687; else the workspace's own.")
@click.option("--workspace", type=click.Path(path_type=Path), default=None, help="The workspace; else ./zhize-data.")
@click.option("--language", type=click.Choice(LANGUAGES), default=None, help="Language of headings.")
def ask(
    name: str | None,
    given: tuple[str, ...],
    as_json: bool,
    csv_path: Path | None,
    html_path: Path | None,
    cypher: bool,
    limit: int,
    store: str | None,
    workspace: Path | None,
    language: str | None,
) -> None:
    r"""Ask the graph a question; without NAME, list the questions.

    \b
    Examples:
      zhize ask who_answers words=养老服务
      zhize ask who_holds body=区发展和改革局 on=2022-06-01 --json
      zhize ask changes from=2022-04 to=2022-06 --csv changes.csv
      zhize ask vacancies --cypher
    """
    if name is None:
        _list_questions()
        return
    query = find(name)
    typed = _typed(given)
    if cypher and not typed:
        click.echo(browser_text(query, None, limit))
        return
    found = settings(workspace, store, language)
    with open_store(found.store_url) as opened:
        if cypher:
            click.echo(browser_text(query, resolve(opened, query, typed)[0], limit))
            return
        table = answer(opened, query, typed, limit=limit)
    if csv_path is not None:
        _write(csv_path, csv_text(table, found.language), UTF_8_FOR_SPREADSHEETS, len(table.rows))
    if html_path is not None:
        _write(html_path, _picture_page(table, found.language), "utf-8", len(table.rows))
    if as_json:
        click.echo(json.dumps(_as_json(table), ensure_ascii=False, indent=1))
    elif csv_path is None and html_path is None:
        _print(table, found.language)


def _typed(given: tuple[str, ...]) -> dict[str, str]:
    typed: dict[str, str] = {}
    for part in given:
        key, equals, value = part.partition("=")
        if not equals or not key:
            raise QueryError(f"{part!r} is no parameter; write key=value, such as body=区发展和改革局")
        if key in typed:
            raise QueryError(f"{key} is given twice; give it once")
        typed[key] = value
    return typed


def _list_questions() -> None:
    grid = Grid(box=None, pad_edge=False, header_style="bold")
    for head in ("question", "问题", "what it answers", "parameters"):
        grid.add_column(head, overflow="fold")
    for query in library().values():
        if query.listed:
            takes = " ".join(p.name if p.default is None else f"[{p.name}]" for p in query.parameters)
            grid.add_row(Text(query.name), Text(query.zh), Text(query.en), Text(takes))
    console = _console()
    console.print(grid)
    console.print(Text("zhize ask NAME key=value …    zhize ask NAME --cypher", style="dim"))


def _console() -> Console:
    width = shutil.get_terminal_size((PIPE_WIDTH, 24)).columns if sys.stdout.isatty() else PIPE_WIDTH
    return Console(file=sys.stdout, width=width, highlight=False, markup=False, emoji=False)


def _print(table: Table, language: str) -> None:
    console = _console()
    console.print(Text(table.query.title(language), style="bold"))
    columns = [name for name in shown_columns(table) if name != "times" or any(row[name] > 1 for row in table.rows)]
    if table.rows:
        grid = Grid(show_lines=False, header_style="bold", pad_edge=False)
        grid.add_column("#", justify="right", style="dim")
        for column in columns:
            grid.add_column(heading(column, language), overflow="fold")
        for number, row in enumerate(table.rows, 1):
            grid.add_row(str(number), *(Text(_short(cell(column, row[column], language))) for column in columns))
        console.print(grid)
        for number, citation in enumerate(table.citations, 1):
            if citation is not None:
                quote = f" “{' '.join(citation.quote.split())}”" if citation.quote else ""
                console.print(Text(f"[{number}] {literal(citation.text(language) + quote)}"), soft_wrap=True)
    for note in table.notes:
        console.print(Text(literal(note.text(language)), style="yellow"), soft_wrap=True)
    rests = "; ".join(str(issue) for issue in table.rests_on)
    console.print(Text(("依据: " if language == "zh" else "Rests on: ") + literal(rests), style="dim"), soft_wrap=True)


def _short(text: str) -> str:
    """A cell that leaves room for others; JSON and CSV hold it whole."""
    return text if len(text) <= CELL_LENGTH else f"{text[: CELL_LENGTH - 1]}…"


def _as_json(table: Table) -> dict[str, Any]:
    return {
        "question": table.query.name,
        "title": {"zh": table.query.zh, "en": table.query.en},
        "parameters": {name: plain(value) for name, value in table.values.items()},
        "columns": list(table.columns),
        "rows": [
            {column: plain(row[column]) for column in table.columns} | {"citation": citation_row(citation)}
            for row, citation in zip(table.rows, table.citations, strict=True)
        ],
        "count": len(table.rows),
        "truncated": table.truncated,
        "notes": [str(note) for note in table.notes],
        "rests_on": [
            {"gazette": issue.gazette, "issue": issue.issue, "published": issue.published, "file": issue.file}
            for issue in table.rests_on
        ],
    }


def _picture_page(table: Table, language: str) -> str:
    if not table.query.drawn:
        raise QueryError(f"{table.query.name} draws no picture; ask without --html")
    try:
        from dashboards.standalone import standalone
    except ModuleNotFoundError as error:
        raise StoreError("a picture needs the extra 'dashboard'; pip install 'zhize[dashboard]'") from error
    return standalone(table, language)


def _write(path: Path, content: str, encoding: str, count: int) -> None:
    try:
        path.write_text(content, encoding=encoding, newline="")
    except OSError as error:
        raise StoreError(f"cannot write {path}: {error.strerror}; choose another file") from error
    click.echo(f"{count} rows written to {path}", err=True)
