"""`zhize doctor`: what is installed, which store is used, and what is wrong with it."""

import importlib.metadata
import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from dashboards.settings import settings_for_building, workspace_of
from dashboards.shadow import REMEDY, shadowed
from dashboards.texts.language import language_of
from extract.errors import GazetteError, StoreError
from extract.output.plain import one_line
from extract.recogniser import is_there
from graph.parts.summary import lying_in
from graph.repair import repair, wrong_with
from graph.stores.store import open_store
from graph.stores.texts import Texts
from graph.workspace import Workspace

OLDEST_PYTHON = (3, 11)
NAME_OF_REQUIREMENT = re.compile(r"^[A-Za-z0-9._-]+")
MEASURED = 1_500_000  # nodes and relationships up to which the embedded graph was measured (docs/scale.md)
EXTRA_OF_REQUIREMENT = re.compile(r"""extra\s*==\s*['"]([^'"]+)['"]""")


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the report: fine, or what is wrong and what to do."""

    what: str
    found: str
    wrong: bool = False


@click.command()
@click.option("--workspace", type=click.Path(path_type=Path), help="The workspace folder. Default: ./zhize-data.")
@click.option("--store", help="The graph's URL, if it is not the workspace's own.")
@click.option(
    "--repair", "mending", is_flag=True, help="Put what is damaged aside (nothing is thrown away), then look."
)
def doctor(workspace: Path | None, store: str | None, mending: bool) -> None:
    """Say what is installed, which store is used, and what is wrong.

    Exit code 1 if anything is wrong. Example: zhize doctor --workspace zhize-data
    """
    if mending:
        _mend(workspace)
    checks = [*_packages(), _recogniser(), *_graph(workspace, store)]
    width = max(len(check.what) for check in checks)
    for check in checks:
        mark = click.style("✗", fg="red") if check.wrong else click.style("✓", fg="green")
        click.echo(f"{mark} {check.what:{width}}  {check.found}")
    if any(check.wrong for check in checks):
        sys.exit(1)


def _mend(folder: Path | None) -> None:
    held = workspace_of(folder)
    if not held.folder.is_dir():
        raise StoreError("no_workspace", folder=held.folder)
    with held.lock() as news:
        done = [*news, *repair(held)]
    for line in done or ["nothing to put aside"]:
        click.echo(one_line(line))


def _packages() -> Iterator[Check]:
    version = platform.python_version()
    old = sys.version_info < OLDEST_PYTHON
    yield Check("Python", f"{version}, too old: Zhize needs 3.11 or newer" if old else version, wrong=old)
    yield Check("zhize", importlib.metadata.version("zhize"))
    for package, what in shadowed().items():
        yield Check(package, f"{what}: another package stands in place of Zhize's own; {REMEDY}", wrong=True)
    for requirement in importlib.metadata.requires("zhize") or []:
        name = NAME_OF_REQUIREMENT.match(requirement)
        extra = EXTRA_OF_REQUIREMENT.search(requirement)
        if name is None:
            continue
        try:
            yield Check(name[0], importlib.metadata.version(name[0]))
        except importlib.metadata.PackageNotFoundError:
            if extra is None:
                yield Check(name[0], "missing: install Zhize again", wrong=True)
            else:
                yield Check(name[0], f'not installed; pip install "zhize[{extra[1]}]" adds it')


def _recogniser() -> Check:
    if is_there():
        return Check("recogniser", "its weights are there")
    return Check(
        "recogniser", "its weights are missing, extraction goes on without it: install Zhize again", wrong=True
    )


def _texts(texts: Texts) -> Check:
    """The documents as printed, beside the store."""
    if wrong := texts.wrong():
        return Check("texts", wrong, wrong=True)
    [(documents, passages)] = texts.rows("SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM passage)")
    return Check("texts", f"{texts.path}: {documents:,} documents, {passages:,} passages")


def _size(elements: int) -> Check:
    """How far an embedded graph is from what one was measured to carry; a larger one may work, and is better kept in a server."""
    if elements > MEASURED:
        return Check(
            "size",
            f"more than the {MEASURED:,} that the embedded graph was measured with: Neo4j is for it, docs/neo4j.md",
        )
    return Check("size", f"{elements / MEASURED:.1%} of the {MEASURED:,} that the embedded graph was measured with")


def _parts(workspace: Workspace) -> Check:
    """What the graph is put together from; all of it is made again where it is gone."""
    lying = lying_in(workspace.folder)
    if lying is None:
        return Check("parts", "parts.db is not there or not whole: the next build makes it and all parts anew")
    missing = f"; the next build makes {lying.missing} that are gone" if lying.missing else ""
    return Check("parts", f"{lying.parts} jurisdictions, {lying.size / 1e6:,.1f} MB{missing}")


def _graph(folder: Path | None, url: str | None) -> Iterator[Check]:
    try:
        chosen = settings_for_building(folder, url)
    except GazetteError as error:
        yield Check("workspace", error.text(language_of()), wrong=True)
        return
    workspace = Workspace(chosen.workspace)
    if not chosen.workspace.is_dir():
        yield Check("workspace", f"{chosen.workspace} is not there yet; zhize build PATH… makes it")
    else:
        try:
            workspace.settings()
            documents = len(workspace.sources())
            yield Check("workspace", f"{chosen.workspace}: {documents} documents")
            yield from (Check("workspace", one_line(line), wrong=True) for line in wrong_with(workspace))
            if workspace.graph_path.exists() or chosen.store_url != workspace.store_url:
                yield _parts(workspace)
        except GazetteError as error:
            yield Check("workspace", error.text(language_of()), wrong=True)
    if chosen.store_url == workspace.store_url and not workspace.graph_path.exists():
        yield Check("store", f"{chosen.store_url}: no graph yet; zhize build PATH… makes it")
        return
    try:
        with open_store(chosen.store_url, texts=chosen.texts) as store:
            counts = store.counts()
            nodes = sum(number for name, number in counts.items() if not name.isupper())
            yield Check(
                "store",
                f"{store.url}: schema {store.schema_version()}, {nodes:,} nodes, "
                f"{sum(counts.values()) - nodes:,} relationships",
            )
            if store.url.startswith("kglite:"):
                yield _size(sum(counts.values()))
            yield _texts(store.texts)
    except GazetteError as error:
        yield Check("store", error.text(language_of()), wrong=True)
