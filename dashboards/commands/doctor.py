"""`zhize doctor`: what is installed, which store is used, and what is wrong with it."""

import importlib.metadata
import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from dashboards.printed.grid import width
from dashboards.settings import Settings, settings_for_building, workspace_of
from dashboards.shadow import shadowed
from dashboards.texts.telling import in_words, said
from extract.errors import GazetteError, StoreError
from extract.output.plain import one_line
from extract.wording.reasons import Reason
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
    found: str | Reason
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
    most = max(width(check.what) for check in checks)
    for check in checks:
        mark = click.style("✗", fg="red") if check.wrong else click.style("✓", fg="green")
        click.echo(f"{mark} {check.what}{' ' * (most - width(check.what))}  {one_line(str(in_words(check.found)))}")
    if any(check.wrong for check in checks):
        sys.exit(1)


def _mend(folder: Path | None) -> None:
    held = workspace_of(folder)
    if not held.folder.is_dir():
        raise StoreError("no_workspace", folder=held.folder)
    with held.lock() as news:
        done: list[str | Reason] = [*news, *repair(held)]
    for line in done or [said("nothing_to_put_aside")]:
        click.echo(one_line(str(in_words(line))))


def _packages() -> Iterator[Check]:
    version = platform.python_version()
    old = sys.version_info < OLDEST_PYTHON
    yield Check("Python", said("python_too_old", version=version) if old else version, wrong=old)
    yield Check("zhize", importlib.metadata.version("zhize"))
    for package, line in shadowed().items():
        yield Check(package, line, wrong=True)
    for requirement in importlib.metadata.requires("zhize") or []:
        name = NAME_OF_REQUIREMENT.match(requirement)
        extra = EXTRA_OF_REQUIREMENT.search(requirement)
        if name is None:
            continue
        try:
            yield Check(name[0], importlib.metadata.version(name[0]))
        except importlib.metadata.PackageNotFoundError:
            if extra is None:
                yield Check(name[0], said("package_missing"), wrong=True)
            else:
                yield Check(name[0], said("package_optional", extra=extra[1]))


def _recogniser() -> Check:
    from extract.recogniser import is_there  # only here: its grammar takes time to load

    if is_there():
        return Check(said("label_recogniser"), said("weights_there"))
    return Check(said("label_recogniser"), said("weights_missing"), wrong=True)


def _texts(texts: Texts) -> Check:
    """The documents as printed, beside the store."""
    if wrong := texts.wrong():
        return Check(said("label_texts"), wrong, wrong=True)
    [(documents, passages)] = texts.rows("SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM passage)")
    return Check(
        said("label_texts"), said("texts_hold", path=texts.path, documents=f"{documents:,}", passages=f"{passages:,}")
    )


def _size(elements: int) -> Check:
    """How far an embedded graph is from what one was measured to carry; a larger one may work, and is better kept in a server."""
    most = f"{MEASURED:,}"
    if elements > MEASURED:
        return Check(said("label_size"), said("size_beyond", most=most))
    return Check(said("label_size"), said("size_within", share=f"{elements / MEASURED:.1%}", most=most))


def _parts(workspace: Workspace) -> Check:
    """What the graph is put together from; all of it is made again where it is gone."""
    lying = lying_in(workspace.folder)
    if lying is None:
        return Check(said("label_parts"), said("parts_not_there"))
    missing = said("parts_gone", count=lying.missing) if lying.missing else ""
    return Check(said("label_parts"), said("parts_lie", count=lying.parts, size=f"{lying.size / 1e6:,.1f}") + missing)


def _workspace(workspace: Workspace, chosen: Settings) -> Iterator[Check]:
    """What the workspace holds, and what is wrong with it."""
    if not chosen.workspace.is_dir():
        yield Check(said("label_workspace"), said("workspace_not_there", path=chosen.workspace))
        return
    try:
        workspace.settings()
        documents = len(workspace.sources())
        yield Check(said("label_workspace"), said("workspace_holds", path=chosen.workspace, count=documents))
        yield from (Check(said("label_workspace"), line, wrong=True) for line in wrong_with(workspace))
        if workspace.graph_path.exists() or chosen.store_url != workspace.store_url:
            yield _parts(workspace)
    except GazetteError as error:
        yield Check(said("label_workspace"), error.reason, wrong=True)


def _graph(folder: Path | None, url: str | None) -> Iterator[Check]:
    try:
        chosen = settings_for_building(folder, url)
    except GazetteError as error:
        yield Check(said("label_workspace"), error.reason, wrong=True)
        return
    workspace = Workspace(chosen.workspace)
    yield from _workspace(workspace, chosen)
    if chosen.store_url == workspace.store_url and not workspace.graph_path.exists():
        yield Check(said("label_store"), said("store_not_there", url=chosen.store_url))
        return
    try:
        with open_store(chosen.store_url, texts=chosen.texts) as store:
            counts = store.counts()
            nodes = sum(number for name, number in counts.items() if not name.isupper())
            relationships = sum(counts.values()) - nodes
            yield Check(
                said("label_store"),
                said(
                    "store_holds",
                    url=store.url,
                    schema=store.schema_version(),
                    nodes=f"{nodes:,}",
                    relationships=f"{relationships:,}",
                ),
            )
            if store.url.startswith("kglite:"):
                yield _size(sum(counts.values()))
            yield _texts(store.texts)
    except GazetteError as error:
        yield Check(said("label_store"), error.reason, wrong=True)
