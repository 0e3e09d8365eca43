"""zhize build, load, forget: gazette texts or facts → the graph."""

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from dashboards.progress import progress
from dashboards.reading import reading_limits, say_lines, stop_if_refused
from dashboards.settings import Settings, settings_for_building
from dashboards.texts.language import language_of
from dashboards.texts.telling import in_words, said, tell
from extract.errors import GazetteError, ReadError, StoreError
from extract.evidence.origin import FILE_NAME
from extract.readers import Limits
from extract.readers.paths.account import Account
from extract.readers.paths.listing import Listing
from extract.wording.reasons import Reason
from extract.workers import Workers, kept
from extract.workers.cluster import Cluster
from graph.build import (
    TakenIn,
    extractions_of,
    listing_of,
    put_facts,
    refresh,
    take_in,
    to_apply,
)
from graph.comparison import MOST_LOSS, Comparison, compare
from graph.corpus import Corpus
from graph.keeping.given import Given, check_quotes, read_given
from graph.parts.applying import Applied
from graph.parts.summary import Summary
from graph.projection.project import project
from graph.projection.schema import EDGES, NODES
from graph.projection.shared import SHARED
from graph.standing import remember_standing, stamp_of, standing
from graph.stores.store import Store, open_store
from graph.workspace import Workspace

SHOWN = 20
Command = TypeVar("Command", bound=Callable[..., Any])


def _where(command: Command) -> Command:
    for option in (
        click.option("--workspace", type=click.Path(path_type=Path), help="The workspace folder; else ./zhize-data."),
        click.option(
            "--store", metavar="URL", help="The graph, such as bolt://127.0.0.1:7687; else the workspace's own."
        ),
        click.option("--rebuild", is_flag=True, help="Drop the graph (of whatever version) and load it anew."),
    ):
        command = option(command)
    return command


@click.command(epilog="Example: zhize build data/gazettes")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@_where
@click.option("--jurisdiction", metavar="CODE", help="GB/T 2260 code of the documents that no manifest knows: 420117.")
@click.option("--compare", "comparing", is_flag=True, help="Show which facts and tenures come and go, before loading.")
@click.option("--accept-loss", is_flag=True, help="Load even if more than 5 % of the tenures vanish.")
@click.option(
    "--workers",
    type=click.IntRange(1, 512),
    help="Number of processes; else as many as the work is worth, at most one for each core.",
)
@click.option(
    "--dask", metavar="ADDRESS", help="The scheduler of a Dask cluster that does the work: tcp://10.0.0.5:8786."
)
@click.option("--all-or-nothing", "whole", is_flag=True, help="Take no document if any is refused.")
@reading_limits
def build(
    paths: tuple[Path, ...],
    workspace: Path | None,
    store: str | None,
    rebuild: bool,
    jurisdiction: str | None,
    comparing: bool,
    accept_loss: bool,
    workers: int | None,
    dask: str | None,
    whole: bool,
    limits: Limits,
) -> None:
    """Build the graph of gazettes: files of any kind (text, web page, Word, PDF, scan, sheet, ZIP), or folders of them.

    Extracts what is new, decides who is who, and brings the graph up to date, one transaction a jurisdiction. What is known by its
    bytes is passed over; building twice changes nothing. A document that cannot be read is refused by name and stops no other. Without PATHS the graph is made anew of what the workspace holds, such as
    after decisions of `zhize review` or a restored backup.
    """
    home, target = _open(workspace, store)
    listing = listing_of(paths, lambda path: jurisdiction or home.jurisdiction_of(path), limits)
    account = _worth_building(listing, home, whole=whole)
    with kept(Cluster(dask) if dask else workers) as doing, home.lock() as news:
        _say(news)
        taken = _read(home, listing, doing, account, limits, whole=whole)
        stands = None if rebuild or comparing else _standing(home, target)
        applied = Applied()
        if stands is None:  # opened last: bad input leaves it untouched
            projected = project(home.corpus(), home.judgements()) if comparing else None
            with open_store(target.store_url, writing=True, rebuild=rebuild, texts=target.texts) as graph:
                if projected is not None:
                    _stop_at_loss(compare(graph, projected), accept_loss)
                stands, applied = _loaded(home, graph, doing)
        home.remember()
        home.log("build", documents=[one.source.doc for one in taken if one.new], **_logged(stands, applied))
        _index_large(home, target, stands)
    _say_taken(taken, account)
    _summary(stands, applied, target.store_url)
    stop_if_refused(account)


@click.command(epilog="Example: zhize load facts.jsonl --context facts.context.jsonl --dry-run")
@click.argument("facts", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@_where
@click.option(
    "--context", type=click.Path(path_type=Path), help="The context; else beside the facts (X.context.jsonl)."
)
@click.option("--doubts", type=click.Path(path_type=Path), help="The doubts; else beside the facts (X.doubts.jsonl).")
@click.option("--dry-run", is_flag=True, help="Only count what would be written and taken away.")
def load(
    facts: tuple[Path, ...],
    workspace: Path | None,
    store: str | None,
    rebuild: bool,
    context: Path | None,
    doubts: Path | None,
    dry_run: bool,
) -> None:
    """Load facts that were extracted elsewhere (JSON lines; - is standard input) into the workspace and the graph."""
    given = read_given(facts, context, doubts)
    home, target = _open(workspace, store)
    unasked = check_quotes(given, home.passages)
    if dry_run:
        _dry_run(home, target, given)
        return
    with home.lock() as news, open_store(target.store_url, writing=True, rebuild=rebuild, texts=target.texts) as graph:
        _say(news)
        taken = put_facts(home, given.facts, given.context, given.doubts, given.passages)
        stands, applied = _loaded(home, graph)
        home.remember()
        home.log("load", documents=[one.source.doc for one in taken], **_logged(stands, applied))
    with home.lock():
        _index_large(home, target, stands)
    _say_taken(taken)
    if unasked:
        tell("quotes_unchecked", listed=_listed(unasked))
    _summary(stands, applied, graph.url)


@click.command(epilog="Example: zhize forget xinzhou-2022-2.txt")
@click.argument("document")
@_where
def forget(document: str, workspace: Path | None, store: str | None, rebuild: bool) -> None:
    """Forget a document (its name, path or hash): its facts leave the workspace and the graph."""
    home, target = _open(workspace, store)
    source = home.find(document)
    with home.lock() as news, open_store(target.store_url, writing=True, rebuild=rebuild, texts=target.texts) as graph:
        _say(news)
        home.forget(source.sha256)
        stands, applied = _loaded(home, graph)
        home.remember()
        home.log("forget", document=source.doc, sha256=source.sha256, **_logged(stands, applied))
    tell("forgot", doc=source.doc, sha256=source.sha256[:12])
    _summary(stands, applied, graph.url)


def _worth_building(listing: Listing, home: Workspace, *, whole: bool) -> Account:
    """The account of what was listed; a build of nothing stops here, and `whole` one of which any path is refused."""
    account = Account.of(listing)
    if whole:
        account.stop_at_any()
    if not listing.files:
        account.stop_at_nothing()
    if not listing.files and not home.sources():
        raise ReadError("workspace_empty_give", folder=home.folder)
    return account


def _read(
    home: Workspace, listing: Listing, doing: Workers, account: Account, limits: Limits, *, whole: bool
) -> list[TakenIn]:
    """Reads what is new and what is damaged into the workspace, and checks what has changed in it: all else was read before."""
    damaged = home.damages()
    _say(said("damaged", what=one.what, doc=one.doc) for one in damaged)
    with progress("extract", len(listing.files)) as step:
        taken = take_in(home, listing.files, step, doing, account, limits, whole, damaged)
    say_lines(account)
    account.stop_at_nothing()
    if changed := {*(one.sha256 for one in damaged), *(one.source.sha256 for one in taken if one.new)}:
        home.check(changed)
    return taken


def _open(workspace: Path | None, store: str | None) -> tuple[Workspace, Settings]:
    settings = settings_for_building(workspace, store)
    return Workspace(settings.workspace), settings


def _say(lines: Iterable[str | Reason]) -> None:
    for line in lines:
        click.echo(f"zhize: {in_words(line)}", err=True)


def _loaded(place: Workspace, graph: Store, workers: Workers | int | None = None) -> tuple[Summary, Applied]:
    refreshed = refresh(place, graph, workers, progress)
    remember_standing(place, graph, stamp_of(place), refreshed.summary)
    return refreshed.summary, refreshed.applied


def _index_large(place: Workspace, at: Settings, holds: Summary) -> None:
    """Makes the search index of a large new graph with the graph; that of a small one, or one that has had any, is made when it is searched."""
    from queries.search.index import FILE, index_of, is_large  # not before there is a graph

    if is_large(holds.counts) and not (place.folder / FILE).is_file():
        with open_store(at.store_url, texts=at.texts) as graph:
            index_of(graph, place.folder).close()


def _standing(place: Workspace, at: Settings) -> Summary | None:
    """What the graph holds, if a build of the workspace as it is would give just that: then there is nothing to do."""
    try:
        return standing(place, at.store_url, at.texts)
    except StoreError:
        return None  # no graph yet, or one of another version: the builder says what is wrong


def _dry_run(place: Workspace, at: Settings, given: Given) -> None:
    extractions = extractions_of(given.facts, given.context, given.doubts)
    known = place.corpus_without({source.sha256 for source, _ in extractions})
    corpus = Corpus.of(
        (*known.facts, *(fact for _, one in extractions for fact in one.facts)),
        (*known.doubts, *(doubt for _, one in extractions for doubt in one.doubts)),
        (*known.context, *(record for _, one in extractions for record in one.context)),
        (*known.passages, *given.passages),
        known.gazettes,
    )
    built = project(corpus, place.judgements())
    try:
        with open_store(at.store_url, texts=at.texts) as graph:
            pending = to_apply(graph, built)
    except StoreError:
        pending = to_apply(None, built)
    _count_changes("would_be_written", "would_be_gone", pending)


def _stop_at_loss(found: Comparison, accepted: bool) -> None:
    for sign, what, lines in (
        ("+", "facts", found.facts_new),
        ("-", "facts", found.facts_gone),
        ("+", "tenures", found.tenures_new),
        ("-", "tenures", found.tenures_gone),
    ):
        click.echo(f"{sign} {len(lines)} {what}")
        for line in lines[:SHOWN]:
            click.echo(f"  {sign} {line}")
        if len(lines) > SHOWN:
            click.echo(f"  … and {len(lines) - SHOWN} more")
    if found.loss > MOST_LOSS and not accepted:
        raise GazetteError(
            "tenures_would_vanish", gone=len(found.tenures_gone), before=found.tenures_before, share=f"{found.loss:.0%}"
        )


def _listed(names: list[str]) -> str:
    return ", ".join(names[:5]) + (said("and_more", count=len(names) - 5) if len(names) > 5 else "")


def _say_taken(taken: list[TakenIn], account: Account | None = None) -> None:
    new = [one for one in taken if one.new]
    facts, doubts = sum(one.facts for one in new), sum(one.doubts for one in new)
    line = said("documents", new=len(new), facts=facts, doubts=doubts, known=len(taken) - len(new))
    click.echo(line + (said("aside", refused=len(account.refused), passed=len(account.passed)) if account else ""))
    _say_places(new)


def _say_places(new: list[TakenIn]) -> None:
    """What is known of a document's place by its file's name alone, and whose place nothing says."""
    named = [one.source.doc for one in new if one.origin and one.origin.because.get("jurisdiction") == FILE_NAME]
    unknown = [one.source.doc for one in new if one.origin and one.origin.jurisdiction is None]
    if named:
        tell("place_by_name", listed=_listed(named))
    if unknown:
        tell("place_unknown", listed=_listed(unknown))


def _summary(holds: Summary, applied: Applied, url: str) -> None:
    counts, kinds = Counter(holds.counts), Counter(holds.kinds)
    tell(
        "in_graph",
        notices=counts["Notice"],
        facts=holds.facts - holds.left_out,
        doubts=holds.doubts,
        tenures=holds.tenures,
        merges=holds.merges,
        findings=counts["Finding"] - holds.doubts,
    )
    tell(
        "kinds",
        officials=counts["Official"],
        departments=kinds["Department"],
        streets=kinds["Street"],
        groups=kinds["Group"],
        posts=counts["Post"],
        tasks=counts["Task"],
        projects=counts["Project"],
        topics=counts["Topic"],
        policies=counts["Policy"],
    )
    if holds.left_out:
        tell("left_out", count=holds.left_out)
    _count_changes("written", "gone", applied)
    tell("graph", url=url)


def _count_changes(written: str, gone: str, applied: Applied) -> None:
    for what, counter in ((written, applied.written), (gone, applied.gone)):
        parts = [
            said(
                kind,
                count=f"{count:,}",
                names=", ".join(f"{name} {counter[name]}" for name in sorted(counter) if name in names),
            )
            for kind, names in (("nodes", NODES), ("relationships", EDGES))
            if (count := sum(counter[name] for name in counter if name in names))
        ]
        tell(what, parts=("；" if language_of() == "zh" else "; ").join(parts) or said("nothing"))


def _logged(holds: Summary, applied: Applied) -> dict[str, Any]:
    return {
        "scopes": [scope for scope in applied.scopes if scope != SHARED],
        "written": applied.written.total(),
        "gone": applied.gone.total(),
        "facts": holds.facts,
        "tenures": holds.tenures,
    }
