"""zhize export: the graph for other programs, as tables, as a network, in the vocabularies of others, as a page, for neo4j-admin."""

import shlex
from pathlib import Path

import click

from dashboards.commands.out.changes_between import snapshot_of
from dashboards.progress import progress
from dashboards.settings import workspace_of
from dashboards.texts.language import LANGUAGES, language_of
from dashboards.texts.telling import tell
from extract.errors import StoreError
from extract.workers import workers_of
from graph.export import (
    write_csv,
    write_followthemoney,
    write_gexf,
    write_graphml,
    write_popolo,
    write_tenures,
    write_turtle,
)
from graph.export.aside import aside
from graph.export.snapshot import write_snapshot
from graph.parts.applying import bring_texts
from graph.parts.whole import whole_graph
from graph.projection.project import Build, project
from graph.stores.texts import Texts

WORKSPACE = click.option(
    "--workspace", type=click.Path(path_type=Path), help="The workspace folder; else ./zhize-data."
)
PATH = click.Path(path_type=Path)


@click.group()
def export() -> None:
    """Write the graph out for other programs."""


@export.command(epilog="Example: zhize export tenures tenures.jsonl")
@click.argument("out", type=PATH)
@WORKSPACE
def tenures(out: Path, workspace: Path | None) -> None:
    """Who held which post from when to when, one JSON object a line."""
    tell("tenures", count=write_tenures(_built(workspace, out).tenures, out), out=out)


@export.command(epilog="Example: zhize export graphml graph.graphml")
@click.argument("out", type=PATH)
@WORKSPACE
def graphml(out: Path, workspace: Path | None) -> None:
    """The whole graph as GraphML, for Gephi, yEd, networkx."""
    _say(write_graphml(_built(workspace, out).projection, out), out)


@export.command(epilog="Example: zhize export gexf graph.gexf")
@click.argument("out", type=PATH)
@WORKSPACE
def gexf(out: Path, workspace: Path | None) -> None:
    """The whole graph as GEXF with dated edges, for Gephi and its timeline."""
    _say(write_gexf(_built(workspace, out).projection, out), out)


@export.command(epilog="Example: zhize export ftm entities.jsonl")
@click.argument("out", type=PATH)
@WORKSPACE
def ftm(out: Path, workspace: Path | None) -> None:
    """People, bodies, posts and their ties as FollowTheMoney entities, for Aleph and OpenSanctions' tools."""
    things, ties = write_followthemoney(_built(workspace, out).projection, out)
    tell("followthemoney", things=things, ties=ties, out=out)


@export.command(epilog="Example: zhize export popolo council.json")
@click.argument("out", type=PATH)
@WORKSPACE
def popolo(out: Path, workspace: Path | None) -> None:
    """People, organizations, posts and memberships as Popolo JSON."""
    things, seats = write_popolo(_built(workspace, out).projection, out)
    tell("popolo", things=things, seats=seats, out=out)


@export.command(epilog="Example: zhize export turtle graph.ttl")
@click.argument("out", type=PATH)
@WORKSPACE
def turtle(out: Path, workspace: Path | None) -> None:
    """The graph as RDF in Turtle: W3C ORG for bodies and tenures, PROV-O for sources."""
    things, statements = write_turtle(_built(workspace, out).projection, out)
    tell("turtle", things=things, statements=statements, out=out)


@export.command(epilog="Example: zhize export html network.html --around 区发展和改革局")
@click.argument("out", type=PATH)
@click.option("--around", default=None, help="Draw first what is tied to this name.")
@click.option("--language", type=click.Choice(LANGUAGES), default=None, help="zh or en.")
@WORKSPACE
def html(out: Path, around: str | None, language: str | None, workspace: Path | None) -> None:
    """People, bodies and groups as a network in one HTML file that loads nothing from elsewhere."""
    try:
        from dashboards.parts.whole import whole
    except ModuleNotFoundError as error:
        raise StoreError("picture_needs_dashboard") from error
    page, shown = whole(_built(workspace, out).projection, around, language_of(language))
    with aside(out) as stream:
        stream.write(page)
    tell("drawn", count=shown, out=out)


@export.command(epilog="Example: zhize export snapshot monday.jsonl")
@click.argument("out", type=PATH)
@WORKSPACE
def snapshot(out: Path, workspace: Path | None) -> None:
    """The whole graph as lines that zhize changes-between compares; the same build gives the same bytes."""
    held = workspace_of(workspace)
    held.spare(out)
    tell("snapshot", count=write_snapshot(snapshot_of(held), out), out=out)


@export.command(epilog="Example: zhize export csv tables")
@click.argument("folder", type=PATH)
@WORKSPACE
def csv(folder: Path, workspace: Path | None) -> None:
    """One table a label and one a relationship type, for spreadsheets."""
    built = _built(workspace, folder)
    _say(write_csv(built.projection, folder, built.texts), folder)


@export.command(epilog="Example: zhize export facts facts")
@click.argument("folder", type=PATH)
@click.option(
    "--format",
    "form",
    type=click.Choice(["parquet"]),
    default="parquet",
    show_default=True,
    help="Format of the files.",
)
@WORKSPACE
def facts(folder: Path, form: str, workspace: Path | None) -> None:
    """The facts as extracted, one Parquet file a jurisdiction, for pandas, polars and DuckDB."""
    try:
        from graph.export.parquet import write_parquet
    except ModuleNotFoundError as error:
        raise StoreError("parquet_needs_pyarrow") from error
    held = workspace_of(workspace)
    held.spare(folder)
    jurisdictions, count = write_parquet(held, folder)
    tell("facts", count=count, jurisdictions=jurisdictions, folder=folder)


@export.command(name="neo4j-import", epilog="Example: zhize export neo4j-import import")
@click.argument("folder", type=PATH)
@WORKSPACE
def neo4j_import(folder: Path, workspace: Path | None) -> None:
    """Files for `neo4j-admin database import full`, the fastest way into an empty server; prints the command."""
    try:
        from graph.stores.import_files import import_arguments, write_import_files
    except ModuleNotFoundError as error:
        raise StoreError("admin_files_need_neo4j") from error
    held = workspace_of(workspace)
    held.spare(folder)
    if not held.sources():
        raise StoreError("workspace_empty_build", folder=held.folder)
    with held.lock(), whole_graph(held, workers_of(None), progress) as whole:
        _say(write_import_files(whole.nodes(), whole.edges(), folder, whole.marks), folder)
        whole.given()
        bring_texts(held, Texts(held.texts_path), {plan.scope: plan for plan in whole.plans}, whole.index)
    tell("stop_server")
    click.echo(shlex.join(["neo4j-admin", "database", "import", "full", *import_arguments(folder.absolute()), "neo4j"]))


def _built(workspace: Path | None, out: Path) -> Build:
    held = workspace_of(workspace)
    held.spare(out)
    if not held.sources():
        raise StoreError("workspace_empty_build", folder=held.folder)
    return project(held.corpus(), held.judgements())


def _say(counts: tuple[int, int], where: Path) -> None:
    tell("network", nodes=counts[0], relationships=counts[1], out=where)
