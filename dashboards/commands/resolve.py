"""zhize resolve: facts → clusters, which names and mentions are one, as JSON lines.

In:  FACTS.jsonl with its context beside it (optional), the judgements of people (optional)   Out: CLUSTERS.jsonl
"""

import hashlib
import sys
from collections import Counter
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TextIO

import click

from dashboards.texts.telling import said, tell
from extract.errors import ReadError
from extract.evidence.passages import passages_of
from extract.facts import Context, Fact, Passage
from extract.output.files import replacing, spare
from extract.output.json_lines import write_rows
from extract.readers import read
from extract.text.segment import notices
from graph.identity.resolve import resolve as resolve_facts
from graph.ids import Documents
from graph.keeping.given import context_of, fact_of, numbered, passage_of
from graph.keeping.judgements import Judgements, read_judgements

STANDARD = "-"
USUAL_PLACES = (Path("data/gazettes"), Path(__file__).parents[2] / "data" / "gazettes")


@click.command(epilog="Example: zhize resolve facts.jsonl -o clusters.jsonl")
@click.argument("facts")
@click.option(
    "-o", "--output", default=STANDARD, metavar="CLUSTERS", help="Clusters as JSON lines; - (default): standard output."
)
@click.option(
    "--context", metavar="FILE", help="Documents, notices, items; default: FACTS.context.jsonl if it is there."
)
@click.option(
    "--texts",
    metavar="FOLDER",
    help="The gazette texts, for names in running text; default: beside FACTS, or here, if they have the hashes of the context.",
)
@click.option("--judgements", metavar="FILE", help="judgements.jsonl of a workspace: what people decided comes first.")
def resolve(facts: str, output: str, context: str | None, texts: str | None, judgements: str | None) -> None:
    """Decide which mentions are one official, one body, one document.

    FACTS: the JSON lines of `zhize extract`, - for standard input. Each cluster is one JSON object a line with its names,
    its mentions, a score and the reasons (a code with its values) why its names are one.
    """
    inputs = [facts, context or context_beside(facts), _beside(facts, "passages"), judgements or facts]
    spare(map(Path, inputs), [None if output == STANDARD else Path(output)])
    decided = read_judgements(Path(judgements)) if judgements else Judgements()
    beside = read_context(Path(context) if context else context_beside(facts), required=context is not None)
    documents = Documents.of(beside)
    stated = [(documents.fact_id(fact), fact) for fact in read_facts(facts)]
    passages = passages_at_hand(documents, facts, texts)
    resolution = resolve_facts([fact for _, fact, _ in decided.apply(stated)], beside, decided, passages)
    with nullcontext([sys.stdout]) if output == STANDARD else replacing([Path(output)]) as streams:
        write_rows((cluster.to_json() for cluster in (*resolution.clusters, *resolution.text_only)), streams[0])
    kinds = Counter(cluster.kind.value for cluster in resolution.clusters)
    counted = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    tell("clusters", aside=True, counts=counted or said("no_clusters"), pairs=len(resolution.proposals))


def read_facts(name: str) -> list[Fact]:
    """The facts of a file or of standard input."""
    if name == STANDARD:
        return [fact_of(row, where) for where, row in numbered(sys.stdin, "standard input")]
    with open_text(Path(name)) as stream:
        return [fact_of(row, where) for where, row in numbered(stream, name)]


def context_beside(facts: str) -> Path:
    """Where `zhize extract` writes the context of facts."""
    return _beside(facts, "context")


def _beside(facts: str, what: str) -> Path:
    path = Path(facts)
    return path.with_name(f"{path.name.removesuffix('.jsonl')}.{what}.jsonl")


def read_context(path: Path, required: bool) -> list[Context]:
    """The context records of a file; none if it is not there and was not asked for."""
    if not path.exists() and not required:
        return []
    with open_text(path) as stream:
        return [context_of(row, where) for where, row in numbered(stream, path.name)]


def passages_at_hand(documents: Documents, facts: str, texts: str | None) -> list[Passage]:
    """The paragraphs of the documents: FACTS.passages.jsonl if it is there, else from the texts with the hashes of the context."""
    beside = _beside(facts, "passages")
    if not texts and beside.is_file():
        with open_text(beside) as stream:
            return [passage_of(row, where) for where, row in numbered(stream, beside.name)]
    places = [Path(texts)] if texts else [Path(facts).parent, Path(), *USUAL_PLACES]
    paths = {
        _sha256(path): path for folder in reversed(places) if folder.is_dir() for path in sorted(folder.glob("*.txt"))
    }
    if texts:
        paths |= {_sha256(path): path for path in sorted(Path(texts).rglob("*.txt"))}
    passages: list[Passage] = []
    missed: list[str] = []
    for name, record in sorted(documents.records.items()):
        if record.sha256 not in paths:
            missed.append(name)
            continue
        document = replace(read(paths[record.sha256]), name=name)
        passages += passages_of(document, notices(document))
    if missed:
        tell("texts_missing", aside=True, count=len(missed), all=len(documents.records), first=missed[0])
    return passages


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def open_text(path: Path) -> TextIO:
    """The file opened as UTF-8 text; a miss is one line that says what to do."""
    try:
        return path.open(encoding="utf-8")
    except OSError as error:
        raise ReadError("cannot_read_facts", path=path, fault=error, again=path) from error
