"""`zhize score`: facts against gold, and what a change of rules gained and lost."""

import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from dashboards.printed.grid import width
from dashboards.texts.telling import said, tell
from extract.errors import ReadError
from extract.output.json_lines import read_rows
from extract.reports.score import Row, Score, changes, group_of, with_place
from extract.reports.score import score as score_facts

SET_APART = re.compile(r"\.concerns\.jsonl$")  # the border of a project's name is soft: scored by itself
NAMES = 22  # columns of a terminal: the name of a row,
COLUMNS = (6, 7, 8, 8, 8, 8)  # and its figures
NOT_FACTS = re.compile(r"\.aliases\.jsonl$")


@click.command(epilog="Example: zhize score --gold data/gold --pred facts.jsonl --show 5")
@click.option(
    "--gold",
    "gold_paths",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Gold facts: a file, or a folder of *.jsonl. Default: data/gold.",
)
@click.option(
    "--pred",
    type=click.Path(path_type=Path),
    help="Facts to score, as `zhize extract` writes them. Default: data/gazettes, extracted now.",
)
@click.option("--against", type=click.Path(path_type=Path), help="Facts of an earlier run: list gains and losses.")
@click.option("--show", type=click.IntRange(0), default=0, help="Print this many misses and false facts a relation.")
@click.option("--min-f1", type=click.FloatRange(0, 1), help="Exit with 1 if F1 or a share lies below this.")
@click.option("--min-concerns", type=click.FloatRange(0, 1), help="The same for the facts about named projects.")
@click.option("--window", type=click.IntRange(0), default=1, help="Lines that a fact about an item may be off.")
def score(
    gold_paths: Sequence[Path],
    pred: Path | None,
    against: Path | None,
    show: int,
    min_f1: float | None,
    min_concerns: float | None,
    window: int,
) -> None:
    """Score extracted facts against gold facts."""
    files = [f for path in gold_paths or [Path("data/gold")] for f in _gold_files(path)]
    facts = _facts_now(Path("data/gazettes")) if pred is None else _rows(pred)
    apart = [f for f in files if SET_APART.search(f.name)]
    low = False
    for title, some, bar in (
        ("facts", [f for f in files if f not in apart], min_f1),
        ("projects", apart, min_concerns),
    ):
        if not some:
            continue
        gold = [row for file in some for row in _rows(file)]
        result = score_facts(gold, facts, window)
        _print(title, result, show)
        if against is not None:
            _print_changes(changes(gold, _rows(against), facts))
        low = low or (bar is not None and result.lowest < bar)
    if low:
        tell("below_bar", aside=True)
        sys.exit(1)


def _gold_files(path: Path) -> list[Path]:
    if path.is_dir():
        files = [f for f in sorted(path.glob("*.jsonl")) if not NOT_FACTS.search(f.name)]
        if not files:
            raise ReadError("holds_no_gold", path=path)
        return files
    if not path.exists():
        raise ReadError("gold_missing", path=path)
    return [path]


def _rows(path: Path) -> list[Row]:
    try:
        with path.open(encoding="utf-8") as stream:
            return list(with_place(read_rows(stream, str(path)), str(path)))
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError("cannot_read_gold", path=path, fault=error) from error


def _facts_now(folder: Path) -> list[Row]:
    from extract.pipeline import extract_document
    from extract.readers import listing, read_file

    rows: list[Row] = []
    listed = listing([folder])
    for aside in listed.refused:
        raise ReadError(aside.line)
    for file in listed.files:
        document = read_file(file)
        rows += [fact.to_json() for fact in extract_document(document).facts]
    return list(with_place(rows, str(folder)))


def _print(title: str, result: Score, show: int) -> None:
    heads = [said(f"score_{name}") for name in ("hit", "false", "missed", "precision", "recall", "f1")]
    _row(said(f"score_{title}"), heads)
    for name, counts in [*result.counts.items(), (said("score_all"), result.all)]:
        figures = [f"{share:.3f}" for share in (counts.precision, counts.recall, counts.f1)]
        _row(name, [counts.hit, counts.false, counts.missed, *figures])
    for name, (right, total) in result.details.items():
        click.echo(f"  {name:20}{right:6} / {total:<5}{right / total:32.3f}")
    _list("missed", result.missed, show)
    _list("false", result.false, show)
    for wrong in result.wrong[: show * 3]:
        click.echo(f"{said('score_wrong')}  {wrong.detail:18} {_place(wrong.gold)} {wrong.gold['subject']['name']}")
    dates, texts, qualifiers = (
        "/".join(map(str, share)) for share in (result.dates, result.item_texts, result.qualifiers)
    )
    tell("score_sum", f1=f"{result.all.f1:.4f}", dates=dates, texts=texts, qualifiers=qualifiers)


def _row(name: str, cells: Iterable[object]) -> None:
    """A line of the table: the name, then each cell to the right within its column."""
    texts = zip(map(str, cells), COLUMNS, strict=True)
    click.echo(name + " " * (NAMES - width(name)) + "".join(" " * (most - width(cell)) + cell for cell, most in texts))


def _print_changes(by_kind: dict[str, list[Row]]) -> None:
    for kind, rows in by_kind.items():
        name = kind.replace(", ", "_")
        click.echo(f"{said(f'score_{name}')}: {len(rows)}")
        _list(name, rows, len(rows))


def _list(title: str, facts: Iterable[Row], limit: int) -> None:
    by_group: dict[str, list[Row]] = {}
    for fact in facts:
        by_group.setdefault(group_of(fact), []).append(fact)
    for name, rows in sorted(by_group.items()):
        for fact in sorted(rows, key=lambda f: (f["doc"], f["line"]))[:limit]:
            obj = fact.get("object") or {"name": ""}
            click.echo(
                f"{said(f'score_{title}')}  {name:18} {_place(fact)} {fact['subject']['name'][:24]} | {obj['name'][:24]}"
                f" | {fact.get('role')} | {fact.get('date')}"
            )


def _place(fact: Row) -> str:
    return f"{fact['doc']}:{fact['line']}"
