"""zhize extract: gazette texts → facts, doubts and context as JSON lines.

In:  files and folders of texts   Out: FACTS.jsonl; beside it .context, .doubts and .passages; or facts on standard output
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TextIO

import click

from extract.document import Document
from extract.errors import GazetteError, ReadError
from extract.facts import context_to_json, write_rows
from extract.output import is_special, replacing
from extract.pipeline import extract_document
from extract.readers import load_manifest, paths_of, read
from extract.report import Report
from graph.corpus import document_passages

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
def extract(
    paths: tuple[Path, ...],
    output: str,
    context: str | None,
    doubts: str | None,
    report: bool,
    strict: bool,
    jurisdiction: str | None,
) -> None:
    """Extract facts from gazette texts: files, or folders of .txt files.

    Each fact is one JSON object a line with its quotation. Beside FACTS.jsonl the context (FACTS.context.jsonl) and the
    doubts (FACTS.doubts.jsonl) are written, and the paragraphs of the texts (FACTS.passages.jsonl, private numbers masked),
    which `zhize resolve` and `zhize load` read so that they need no texts. A folder may hold a manifest.toml that says what is known of each file.
    """
    targets = _targets(output, context, doubts)
    doubt_count = 0
    with ExitStack() as stack:
        spool = stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8"))
        streams = stack.enter_context(replacing([path for path in targets if path is not None]))
        queue = iter(streams)
        facts_to, context_to, doubts_to, passages_to = (None if path is None else next(queue) for path in targets)
        for document in _documents(paths, jurisdiction):
            found = extract_document(document)
            doubt_count += len(found.doubts)
            write_rows((fact.to_json() for fact in found.facts), facts_to or spool)
            if context_to:
                write_rows((context_to_json(record) for record in found.context), context_to)
            if doubts_to:
                write_rows((doubt.to_json() for doubt in found.doubts), doubts_to)
            if passages_to:
                write_rows((passage.to_json() for passage in document_passages(document)), passages_to)
            if report:
                click.echo(Report(document, found).text(), err=True)
        if facts_to is None:
            _copy(spool)
    if strict and doubt_count:
        raise GazetteError(f"{doubt_count} doubts; see them with --doubts FILE, or leave out --strict")


def _targets(output: str, context: str | None, doubts: str | None) -> tuple[Path | None, ...]:
    """Where facts, context, doubts and passages go; None: facts to standard output, the others nowhere."""
    facts = None if output == STANDARD else Path(output)
    if facts and is_special(facts):
        return facts, Path(context) if context else None, Path(doubts) if doubts else None, None
    stem = facts.with_suffix("") if facts and facts.suffix == ".jsonl" else facts

    def beside(given: str | None, what: str) -> Path | None:
        if given:
            return Path(given)
        return stem.with_name(f"{stem.name}.{what}.jsonl") if stem else None

    targets = (facts, beside(context, "context"), beside(doubts, "doubts"), beside(None, "passages"))
    named = [path.absolute() for path in targets if path]
    if len(set(named)) < len(named):
        raise click.UsageError("facts, context, doubts and passages need files of their own")
    return targets


def _documents(paths: Sequence[Path], jurisdiction: str | None) -> Iterator[Document]:
    files: dict[str, tuple[Path, Path]] = {}
    for path in paths:
        root = path if path.is_dir() else path.parent
        for file in paths_of(path):
            name = file.relative_to(root).as_posix()
            if name in files and files[name][0].resolve() != file.resolve():
                raise ReadError(
                    f"{file} and {files[name][0]} would both be named {name}; give the folder that holds both"
                )
            files.setdefault(name, (file, root))
    manifests = {root: load_manifest(root) for _, root in files.values()}
    for file, root in files.values():
        document = read(file, root, manifests[root])
        if jurisdiction and not document.jurisdiction:
            document = replace(document, jurisdiction=jurisdiction)
        yield document


def _copy(spool: TextIO) -> None:
    spool.seek(0)
    shutil.copyfileobj(spool, sys.stdout)
    sys.stdout.flush()
