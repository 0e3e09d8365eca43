"""zhize export: tenures as JSON lines, the graph as GraphML, CSV or files for neo4j-admin."""

import shlex
from pathlib import Path

import click

from dashboards.settings import workspace_of
from extract.errors import StoreError
from graph.export import write_csv, write_graphml, write_tenures
from graph.projection.project import Build, project

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
    click.echo(f"{write_tenures(_built(workspace, out).tenures, out)} tenures in {out}")


@export.command(epilog="Example: zhize export graphml graph.graphml")
@click.argument("out", type=PATH)
@WORKSPACE
def graphml(out: Path, workspace: Path | None) -> None:
    """The whole graph as GraphML, for Gephi, yEd, networkx."""
    _say(write_graphml(_built(workspace, out).projection, out), out)


@export.command(epilog="Example: zhize export csv tables")
@click.argument("folder", type=PATH)
@WORKSPACE
def csv(folder: Path, workspace: Path | None) -> None:
    """One table a label and one a relationship type, for spreadsheets."""
    _say(write_csv(_built(workspace, folder).projection, folder), folder)


@export.command(name="neo4j-import", epilog="Example: zhize export neo4j-import import")
@click.argument("folder", type=PATH)
@WORKSPACE
def neo4j_import(folder: Path, workspace: Path | None) -> None:
    """Files for `neo4j-admin database import full`, the fastest way into an empty server; prints the command."""
    try:
        from graph.stores.import_files import import_arguments, write_import_files
    except ModuleNotFoundError as error:
        raise StoreError("files for neo4j-admin need the extra 'neo4j'; pip install 'zhize[neo4j]'") from error
    projection = _built(workspace, folder).projection
    _say(write_import_files(projection.nodes, projection.edges, folder), folder)
    click.echo("With the server stopped, run:")
    click.echo(shlex.join(["neo4j-admin", "database", "import", "full", *import_arguments(folder.absolute()), "neo4j"]))


def _built(workspace: Path | None, out: Path) -> Build:
    place = workspace_of(workspace)
    place.spare(out)
    if not place.sources():
        raise StoreError(f"the workspace {place.folder} holds no documents; build it with zhize build PATH…")
    return project(place.corpus(), place.judgements())


def _say(counts: tuple[int, int], where: Path) -> None:
    click.echo(f"{counts[0]} nodes and {counts[1]} relationships in {where}")
