"""zhize ask: the questions, and their answers as a table, JSON, CSV or Cypher."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from dashboards.cells import csv_text, heading, literal
from dashboards.parts.cypher_text import browser_text
from dashboards.printed.answer import show
from dashboards.printed.grid import Column, lines_of, say, terminal_width
from dashboards.served.tables import table_as_json
from dashboards.settings import Settings, settings
from dashboards.spreadsheet import write_xlsx
from dashboards.texts import text
from dashboards.texts.language import LANGUAGES, language_of
from dashboards.texts.telling import said, tell
from extract.errors import GazetteError, QueryError, StoreError
from extract.output.files import is_special
from graph.keeping.durable import write_whole
from graph.places import Places
from graph.stores.store import Store, open_store
from queries.library import CHOSEN, Parameter, ParameterType, Query, Section, find, library, wording
from queries.run import DEFAULT_LIMIT, Choice, Table, behind, choices, resolve, sorted_by_column
from queries.run import ask as answer

READERS = ("analyst", "journalist", "planner")
NO_LIMIT = ("*", "0001", "9999")  # defaults that leave nothing out
SOME = 5  # values that the help of a question shows of each list
UTF_8_FOR_SPREADSHEETS = "utf-8-sig"
EXAMPLES = """\b
Examples:
  zhize ask who_answers words=养老服务
  zhize ask who_holds body=区发展和改革局 on=2022-06-01 --json
  zhize ask changes from=2022-04 to=2022-06 --csv changes.csv
  zhize ask vacancies --cypher
"""


@click.command(epilog=EXAMPLES, context_settings={"help_option_names": []})
@click.argument("name", required=False)
@click.argument("given", nargs=-1, metavar="[KEY=VALUE]...")
@click.option("--json", "as_json", is_flag=True, help="Print rows, citations and notes as JSON.")
@click.option(
    "--csv", "csv_path", type=click.Path(path_type=Path, dir_okay=False), help="Write the table to a CSV file."
)
@click.option(
    "--html", "html_path", type=click.Path(path_type=Path, dir_okay=False), help="Write the picture to an HTML file."
)
@click.option(
    "--xlsx", "xlsx_path", type=click.Path(path_type=Path, dir_okay=False), help="Write the table to an Excel workbook."
)
@click.option("--cypher", is_flag=True, help="Print the question for Neo4j Browser instead of asking it.")
@click.option("--full", is_flag=True, help="Print whole cells, quotations and all columns.")
@click.option("--rows", "counted", type=int, default=None, help="The rows that row N of a count stands for.")
@click.option("--sort", "order", default=None, help="Sort by a column, by its name or heading; - before it: backwards.")
@click.option("--limit", type=int, default=DEFAULT_LIMIT, show_default=True, help="The most rows to print.")
@click.option("--store", default=None, help="The graph, such as neo4j://host:7687; else the workspace's own.")
@click.option("--workspace", type=click.Path(path_type=Path), default=None, help="The workspace; else ./zhize-data.")
@click.option("--language", type=click.Choice(LANGUAGES), default=None, help="Language of headings.")
@click.option("--for", "reader", type=click.Choice(READERS), default=None, help="List only what one reader asks.")
@click.option("--help", "-h", "helping", is_flag=True, help="This help; after NAME, what that question takes.")
@click.pass_context
def ask(
    ctx: click.Context,
    name: str | None,
    given: tuple[str, ...],
    as_json: bool,
    csv_path: Path | None,
    xlsx_path: Path | None,
    html_path: Path | None,
    cypher: bool,
    full: bool,
    counted: int | None,
    order: str | None,
    limit: int,
    store: str | None,
    workspace: Path | None,
    language: str | None,
    helping: bool,
    reader: str | None,
) -> None:
    """Ask the graph a question; without NAME, list the questions; with NAME --help, say what it takes."""
    if name is None:
        click.echo(ctx.get_help()) if helping else _list_questions(reader)
        return
    query = find(name)
    if helping:
        _explain(query, language_of(language), _examples(query, workspace, store, language))
        return
    typed = _typed(query, given)
    if cypher:
        click.echo(_as_cypher(query, typed, limit, lambda: settings(workspace, store, language)))
        return
    chosen = settings(workspace, store, language)
    with open_store(chosen.store_url, texts=chosen.texts) as opened:
        table = _answer(opened, query, typed, limit, counted)
    table = table if order is None else sorted_by_column(table, order)
    written = _write_files(table, chosen, csv_path, xlsx_path, html_path)
    if as_json:
        click.echo(json.dumps(table_as_json(table), ensure_ascii=False, indent=1))
    elif not written:
        show(table, chosen.language, full=full)


def _as_cypher(query: Query, typed: Mapping[str, str], limit: int, chosen: Callable[[], Settings]) -> str:
    """The question for Neo4j Browser; the graph is opened only where what is typed names things in it."""
    if not typed:
        return browser_text(query, None, limit)
    opening = chosen()
    with open_store(opening.store_url, texts=opening.texts) as opened:
        return browser_text(query, resolve(opened, query, typed)[0], limit)


def _answer(store: Store, query: Query, typed: Mapping[str, str], limit: int, counted: int | None) -> Table:
    """The answer to a question, or the rows for which row `counted` of it stands."""
    table = answer(store, query, typed, limit=limit)
    if counted is None:
        return table
    shown, values = behind(table, counted, typed)
    return answer(store, shown, values, limit=limit)


def _write_files(
    table: Table, chosen: Settings, csv_path: Path | None, xlsx_path: Path | None, html_path: Path | None
) -> bool:
    """Writes an answer into the files that are asked for, none of which may be one of the workspace's own; whether there are any."""
    asked_for = [path for path in (csv_path, xlsx_path, html_path) if path is not None]
    for path in asked_for:
        Places(chosen.workspace).spare(path)
    if csv_path is not None:
        _write(csv_path, csv_text(table, chosen.language), UTF_8_FOR_SPREADSHEETS, len(table.rows))
    if xlsx_path is not None:
        write_xlsx(xlsx_path, table, chosen.language)
        tell("rows", aside=True, count=len(table.rows), path=xlsx_path)
    if html_path is not None:
        _write(html_path, _picture_page(table, chosen.language), "utf-8", len(table.rows))
    return bool(asked_for)


def _typed(query: Query, given: tuple[str, ...]) -> dict[str, str]:
    typed: dict[str, str] = {}
    for part in given:
        key, equals, value = part.partition("=")
        if not equals or not key:
            needed = [parameter.name for parameter in query.parameters if parameter.default is None]
            example = f"{needed[0]}={part}" if needed and part and not equals else query.example
            raise QueryError("no_key_value", part=repr(part), example=example)
        if key in typed:
            raise QueryError("given_twice", key=key)
        typed[key] = value
    return typed


def _list_questions(reader: str | None) -> None:
    """All questions by theme, or those that an analyst, a journalist or a planner asks."""
    language = language_of(None)
    sections: dict[Section, list[Query]] = {section: [] for section in Section}
    for query in library().values():
        if query.listed and reader in (None, query.asks):
            sections[query.section].append(query)
    rows: list[tuple[str, ...]] = []
    for section, queries in sections.items():
        if queries:
            rows.append((f"— {text(f'section_{section.value}', language)}", "", ""))
        for query in queries:
            takes = " ".join(p.name if p.default is None else f"[{p.name}]" for p in query.parameters)
            rows.append((query.name, query.en if language == "en" else query.zh, takes))
    columns = zip(("list_name", "list_answers", "list_takes"), zip(*rows, strict=True), strict=True)
    head, body = lines_of(
        [Column(said(name), list(cells), whole=name == "list_name") for name, cells in columns], terminal_width()
    )
    say(head, "bold")
    say("\n".join(body))
    say("zhize ask NAME key=value …    zhize ask NAME --help    zhize ask --for journalist", "dim")


def _examples(
    query: Query, workspace: Path | None, store: str | None, language: str | None
) -> Mapping[ParameterType, Sequence[str]]:
    """Names that the graph has for each kind of thing that a question takes; none where there is no graph yet."""
    wanted = {parameter.type for parameter in query.parameters} & CHOSEN
    try:
        chosen = settings(workspace, store, language)
        with open_store(chosen.store_url, texts=chosen.texts) as opened:
            return {kind: [_typed_as(choice, kind) for choice in choices(opened, kind)] for kind in wanted}
    except GazetteError:
        return {}


def _typed_as(choice: Choice, kind: ParameterType) -> str:
    """How a thing is best typed: a document by its number, what needs no more by its name, all else with what tells it apart."""
    if kind is ParameterType.DOCUMENT:
        return next(iter(choice.names), choice.name)
    return choice.name if kind in (ParameterType.POLICY, ParameterType.JURISDICTION) else choice.label


def _explain(query: Query, language: str, known: Mapping[ParameterType, Sequence[str]]) -> None:
    """What a question answers, each parameter with its meaning, some of its values once for each kind, its default, and an example."""
    say(query.title(language), "bold")
    rows: list[tuple[str, str, str]] = []
    left = dict(known)
    for parameter in query.parameters:
        meaning = parameter.en if language == "en" else parameter.zh
        takes = text(f"takes_{parameter.type.value}", language), _default(parameter, language)
        rows.append((parameter.name, meaning, ("；" if language == "zh" else "; ").join(takes)))
        if names := left.pop(parameter.type, None):
            listed = ("、" if language == "zh" else ", ").join(map(literal, names[:SOME]))
            rows.append(("", text("some_of", language, count=len(names), listed=listed), ""))
    if rows:
        columns = [Column("", [row[i] for row in rows], whole=i == 0) for i in range(3)]
        say("\n".join(lines_of(columns, terminal_width(), heads=False)[1]))
    shown = [heading(column, language) for column in query.columns if not wording()[0][column].hidden]
    say(text("gives", language, columns="、".join(shown) if language == "zh" else ", ".join(shown)))
    say(f"zhize ask {query.name} {query.example}".rstrip(), "dim")


def _default(parameter: Parameter, language: str) -> str:
    """Whether a parameter must be given, limits nothing if it is not, or is something else then."""
    if parameter.default is None:
        return text("needed", language)
    if parameter.default in NO_LIMIT:
        return text("no_limit", language)
    return text("default", language, value=parameter.default)


def _picture_page(table: Table, language: str) -> str:
    if not table.query.drawn:
        raise QueryError("draws_no_picture", question=table.query.name)
    try:
        from dashboards.parts.standalone import standalone
    except ModuleNotFoundError as error:
        raise StoreError("picture_needs_dashboard") from error
    return standalone(table, language)


def _write(path: Path, content: str, encoding: str, count: int) -> None:
    try:
        if is_special(path):
            path.write_text(content, encoding=encoding, newline="")
        else:
            write_whole(path, content.encode(encoding))  # whole, or what was there stays
    except OSError as error:
        raise StoreError("cannot_write_file", path=path, fault=error) from error
    tell("rows", aside=True, count=count, path=path)
