"""zhize extract: gazette texts → facts, doubts and context as JSON lines.

In:  files and folders of texts   Out: FACTS.jsonl; beside it .context, .doubts, .passages and .cues; or facts on standard output
"""

import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO

import click

from dashboards.progress import pages_read
from dashboards.reading import reading_limits, say_lines, stop_if_refused
from dashboards.texts.language import language_of
from dashboards.texts.telling import tell
from extract.document import Document
from extract.errors import GazetteError, ReadError
from extract.facts import Extraction, context_to_json
from extract.output.files import is_special, replacing, spare
from extract.output.json_lines import write_rows
from extract.readers import File, Limits, listing, read_file
from extract.readers.paths.account import Account
from extract.readers.paths.manifest import FILE_NAME as MANIFEST
from extract.reports.report import Report
from extract.workers import within

STANDARD = "-"


@click.command(
    epilog="Example: zhize extract data/gazettes -o facts.jsonl --report",
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", default=STANDARD, metavar="FACTS", help="Facts as JSON lines; - (default): standard output."
)
@click.option("--context", metavar="FILE", help="Documents, notices, items, counts; default: beside the facts.")
@click.option("--doubts", metavar="FILE", help="What could not be settled; default: beside the facts.")
@click.option("--report", is_flag=True, help="Say what was found in each document (on standard error).")
@click.option("--strict", is_flag=True, help="Exit with 1 if there is a doubt.")
@click.option("--jurisdiction", metavar="CODE", help="GB/T 2260 code of the documents that no manifest knows: 420117.")
@click.option("--all-or-nothing", "whole", is_flag=True, help="Write nothing if any document is refused.")
@reading_limits
def extract(
    paths: tuple[Path, ...],
    output: str,
    context: str | None,
    doubts: str | None,
    report: bool,
    strict: bool,
    jurisdiction: str | None,
    whole: bool,
    limits: Limits,
) -> None:
    """Extract facts from gazettes: files of any kind (text, web page, Word, PDF, scan, sheet, ZIP), or folders of them.

    Each fact is one JSON object a line with its quotation. Beside FACTS.jsonl the context (FACTS.context.jsonl) and the
    doubts (FACTS.doubts.jsonl) are written, how each cue of the text ended (FACTS.cues.jsonl: in a fact, in a doubt, or set
    aside and why), and the paragraphs of the texts (FACTS.passages.jsonl, private numbers masked),
    which `zhize resolve` and `zhize load` read so that they need no texts. A folder may hold a manifest.toml that says what is known of each file.
    """
    targets = _targets(output, context, doubts)
    listed = listing(paths, limits)
    account = Account.of(listed)
    spare((one for file in listed.files for one in (file.path, file.root / MANIFEST)), targets)
    _stop(account, any_refused=whole, nothing=not listed.files)
    documents = _extracted(_named(listed.files, account), jurisdiction, account, limits)
    doubt_count = _write_all(documents, targets, account, report=report, whole=whole)
    stop_if_refused(account)
    if strict and doubt_count:
        raise GazetteError("strict_doubts", count=doubt_count)


def _write_all(
    documents: Iterable[tuple[Document, Extraction]],
    targets: Sequence[Path | None],
    account: Account,
    *,
    report: bool,
    whole: bool,
) -> int:
    """Writes what was extracted into the targets, all of them or none; how many doubts there are."""
    doubt_count = 0
    with ExitStack() as stack:
        spool = stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8"))
        streams = stack.enter_context(replacing([path for path in targets if path is not None]))
        queue = iter(streams)
        facts_to, *others = (None if path is None else next(queue) for path in targets)
        for document, extraction in documents:
            doubt_count += len(extraction.doubts)
            write_rows((fact.to_json() for fact in extraction.facts), facts_to or spool)
            _write_beside(extraction, others)
            if report:
                from dashboards.commands.reported import report_lines  # only here, as what it reports on

                click.echo("\n".join(report_lines(Report(document, extraction), language_of())), err=True)
        if report:
            tell("report_legend", aside=True)
        say_lines(account)
        account.stop_at_nothing()
        _stop(account, any_refused=whole)
        if facts_to is None:
            _copy(spool)
    return doubt_count


def _stop(account: Account, *, any_refused: bool, nothing: bool = False) -> None:
    """Stops before anything is written: where nothing can be read, and for `any_refused` where a document is refused."""
    if any_refused:
        account.stop_at_any()
    if nothing:
        say_lines(account)
        account.stop_at_nothing()


def _write_beside(extraction: Extraction, streams: Sequence[TextIO | None]) -> None:
    """Writes context, doubts, passages and cues of a document, each into its stream, if it has one."""
    rows: tuple[Iterable[dict[str, Any]], ...] = (
        (context_to_json(record) for record in extraction.context),
        (doubt.to_json() for doubt in extraction.doubts),
        (passage.to_json() for passage in extraction.passages),
        (cue.to_json() for cue in extraction.cues),
    )
    for each, stream in zip(rows, streams, strict=True):
        if stream is not None:
            write_rows(each, stream)


def _targets(output: str, context: str | None, doubts: str | None) -> tuple[Path | None, ...]:
    """Where facts, context, doubts, passages and cues go; None: facts to standard output, the others nowhere."""
    facts = None if output == STANDARD else Path(output)
    if facts and is_special(facts):
        return facts, Path(context) if context else None, Path(doubts) if doubts else None, None, None
    stem = facts.with_suffix("") if facts and facts.suffix == ".jsonl" else facts

    def beside(given: str | None, what: str) -> Path | None:
        if given:
            return Path(given)
        return stem.with_name(f"{stem.name}.{what}.jsonl") if stem else None

    targets = (
        facts,
        beside(context, "context"),
        beside(doubts, "doubts"),
        beside(None, "passages"),
        beside(None, "cues"),
    )
    named = [path.absolute() for path in targets if path]
    if len(set(named)) < len(named):
        raise click.UsageError("facts, context, doubts, passages and cues need files of their own")
    return targets


def _named(files: Sequence[File], account: Account) -> list[File]:
    """The files, each under a name of its own; a second file of one name is refused."""
    named: dict[str, File] = {}
    for file in files:
        before = named.setdefault(file.name, file)
        if (before.path.resolve(), before.members) != (file.path.resolve(), file.members):
            account.refuse(file, ReadError("named_as_well", path=before.shown, name=file.name))
    return list(named.values())


def _extracted(
    files: Sequence[File], jurisdiction: str | None, account: Account, limits: Limits
) -> Iterator[tuple[Document, Extraction]]:
    """Each document and what was found in it; one that cannot be read, or takes too long, is refused."""
    from extract.pipeline import extract_document  # only here: `zhize --help` compiles none of its patterns

    for file in files:
        try:
            with pages_read(file.name):
                document = read_file(replace(file, jurisdiction=jurisdiction), limits)
            with within(limits.seconds):
                extraction = extract_document(document)
        except GazetteError as error:
            account.refuse(file, error)
            continue
        account.taken.append(file.name)
        yield document, extraction


def _copy(spool: TextIO) -> None:
    spool.seek(0)
    shutil.copyfileobj(spool, sys.stdout)
    sys.stdout.flush()
