"""zhize extract: gazette texts → facts, doubts and context as JSON lines."""

import sys
from pathlib import Path

import click

from extract.facts import Extraction, context_to_json, write_rows
from extract.pipeline import extract_document
from extract.readers import load_manifest, paths_of, read


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=str, default="-", help="Facts as JSON lines; - is standard output.")
@click.option("--context", type=str, default=None, help="Context; beside the facts if not given.")
@click.option("--doubts", type=str, default=None, help="Doubts; beside the facts if not given.")
@click.option("--report", is_flag=True, help="Print what was found in each document.")
@click.option("--strict", is_flag=True, help="Exit with 1 if there is any doubt.")
@click.option("--jurisdiction", default=None, help="GB/T 2260 code of all documents, where no manifest says it.")
def extract(
    paths: tuple[Path, ...],
    output: str,
    context: str | None,
    doubts: str | None,
    report: bool,
    strict: bool,
    jurisdiction: str | None,
) -> None:
    """Extract facts from gazette texts (files or folders)."""
    found = Extraction()
    for path in paths:
        root = path if path.is_dir() else path.parent
        manifest = load_manifest(root)
        for file in paths_of(path):
            one = extract_document(read(file, root, manifest))
            found.facts += one.facts
            found.doubts += one.doubts
            found.context += one.context
    if output == "-":
        write_rows((f.to_json() for f in found.facts), sys.stdout)
        return
    target = Path(output)
    with target.open("w", encoding="utf-8") as stream:
        write_rows((f.to_json() for f in found.facts), stream)
    with Path(context or target.with_suffix(".context.jsonl")).open("w", encoding="utf-8") as stream:
        write_rows((context_to_json(c) for c in found.context), stream)
    with Path(doubts or target.with_suffix(".doubts.jsonl")).open("w", encoding="utf-8") as stream:
        write_rows((d.to_json() for d in found.doubts), stream)
