"""The gate for quality: facts and doubts of the sample gazettes and of the golden texts, frozen in data/frozen.jsonl.

    python -m bench.frozen           # gains and losses against the frozen file; exit code 1 if there are any
    python -m bench.frozen --renew   # freezes what extraction gives now (make freeze), and says what changed by rule

A row is what a reader would call the same statement: document, line, relation, the two names, role, date, qualifiers and
rule; long names are cut and carry a hash. The file is renewed in a commit of its own that names each change with its rule.
"""

import argparse
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.document import Document
from extract.errors import GazetteError
from extract.facts import Doubt, Fact
from extract.pipeline import extract_document
from extract.readers import listing, read_file

ROOT = Path(__file__).parents[1]
FROZEN = ROOT / "data" / "frozen.jsonl"
SOURCES = (ROOT / "data" / "gazettes", ROOT / "tests" / "golden")
WORKERS = 2
LONGEST_NAME = 24
SHOWN = 40
Row = tuple[Any, ...]  # document, line, what is said …, rule


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a run states and the frozen file does not, and the other way round; each as often as it is stated."""

    gains: Counter[str]
    losses: Counter[str]

    def lines(self, shown: int = SHOWN) -> Iterator[str]:
        """The changes by rule, then the changes themselves, those of one line beside each other."""
        rules: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for index, counter in enumerate((self.gains, self.losses)):
            for line, count in counter.items():
                rules[json.loads(line)[-1]][index] += count
        yield f"against {FROZEN.name}: {self.gains.total()} gains, {self.losses.total()} losses"
        for rule, (gained, lost) in sorted(rules.items()):
            yield f"  {rule:34} +{gained} -{lost}"
        marked = [("+", line) for line in self.gains] + [("-", line) for line in self.losses]
        for mark, line in sorted(marked, key=lambda one: (json.loads(one[1])[:2], one[0] == "+"))[:shown]:
            yield f"  {mark} {line}"
        if len(marked) > shown:
            yield f"  … {len(marked) - shown} more"


def documents() -> list[Document]:
    """The sample gazettes and the golden texts, each under the name of its folder."""
    texts = []
    for folder in SOURCES:
        for file in listing([folder]).files:
            try:
                texts.append(read_file(file))
            except GazetteError as error:
                raise SystemExit(f"{file.path}: {error}") from error
    return texts


def rows(document: Document) -> list[str]:
    """The rows of a document, as lines of the frozen file."""
    extraction = extract_document(document)
    every = [*map(_fact, extraction.facts), *map(_doubt, extraction.doubts)]
    return [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in every]


def stated(workers: int = WORKERS) -> list[str]:
    """The rows of all documents, in a fixed order."""
    with ProcessPoolExecutor(workers) as pool:
        return sorted((line for lines in pool.map(rows, documents(), chunksize=4) for line in lines), key=_order)


def compared(now: Iterable[str], before: Iterable[str]) -> Comparison:
    """Gains and losses of one run against another."""
    new, old = Counter(now), Counter(before)
    return Comparison(new - old, old - new)


def frozen() -> list[str]:
    """The lines of the frozen file; none where there is no file yet."""
    return FROZEN.read_text(encoding="utf-8").splitlines() if FROZEN.exists() else []


def _fact(fact: Fact) -> Row:
    qualifiers = {name: _short(value) for name, value in fact.qualifiers.stated().items()}
    thing = f"{fact.object.kind.value}:{_short(fact.object.name)}"
    subject = f"{fact.subject.kind.value}:{_short(fact.subject.name)}"
    evidence = fact.evidence
    return evidence.doc, evidence.line, fact.relation.value, subject, thing, fact.role, fact.date, qualifiers, fact.rule


def _doubt(doubt: Doubt) -> Row:
    evidence = doubt.evidence
    return evidence.doc, evidence.line, "doubt", doubt.code, _short(evidence.quote), doubt.rule


def _short(text: str) -> str:
    if len(text) <= LONGEST_NAME:
        return text
    return f"{text[: LONGEST_NAME - 8]}…{hashlib.sha256(text.encode()).hexdigest()[:6]}"


def _order(line: str) -> tuple[str, int, str]:
    doc, number, *_ = json.loads(line)
    return doc, number, line


def main(arguments: Sequence[str] | None = None) -> int:
    """Compares with the frozen file, or renews it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--renew", action="store_true", help="write the frozen file anew")
    parser.add_argument("--show", type=int, default=SHOWN, help="how many changes to print")
    options = parser.parse_args(arguments)
    now = stated()
    comparison = compared(now, frozen())
    print("\n".join(comparison.lines(options.show)))
    if options.renew:
        FROZEN.write_text("".join(f"{line}\n" for line in now), encoding="utf-8")
        print(f"{len(now)} rows in {FROZEN.relative_to(ROOT)}; commit them alone, and name each change with its rule")
        return 0
    return 1 if comparison.gains or comparison.losses else 0


if __name__ == "__main__":
    sys.exit(main())
