"""What is lost in silence if a rule fails: each rule's facts are taken away in turn, and the cues must tell.

    python -m bench.knockout                         # the sample gazettes
    python -m bench.knockout FOLDER --worst 10 --min 0.98

With the cues kept, the facts of one rule after another are left out before the account is made; of those that no other rule
states, the share whose line then stands in a doubt is the score. A relation that no cue announces (issued, concerns, registers,
progress) is not counted. Rules are named worst first.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.accounts import accounted
from extract.document import Document, Notice
from extract.facts import Doubt, Extraction, Fact, ItemRecord, Relation
from extract.pipeline import extract_document
from extract.readers import listing, read_file
from extract.text.segment import notices

GAZETTES = Path(__file__).parents[1] / "data" / "gazettes"
WITHOUT_CUES = {Relation.ISSUED, Relation.CONCERNS, Relation.PART_OF, Relation.LOCATED_AT, Relation.REPORTED}


@dataclass(frozen=True)
class Read:
    """A document, its notices and what the formats found in it, without the doubts of the account."""

    document: Document
    notices: Sequence[Notice]
    found: Extraction


def texts(folder: Path) -> Iterator[Read]:
    for file in listing([folder]).files:
        document = read_file(file)
        extraction = extract_document(document)
        doubts = [doubt for doubt in extraction.doubts if not doubt.code.startswith("unread")]
        parts = notices(document)
        yield Read(
            parts[0].document if parts else document, parts, Extraction(extraction.facts, doubts, extraction.context)
        )


def key(fact: Fact) -> tuple[str, ...]:
    return fact.relation, fact.subject.name, fact.object.name, str(fact.evidence.line)


def without(read: Read, rule: str) -> tuple[int, list[Fact]]:
    """How many facts vanish with a rule, and those of them on whose line no doubt stands."""
    gone = [f for f in read.found.facts if f.rule == rule and f.relation not in WITHOUT_CUES]
    if not gone:
        return 0, []
    kept = [f for f in read.found.facts if f.rule != rule]
    still = {key(f) for f in kept}
    gone = [f for f in gone if key(f) not in still]
    items = {(f.object.start, f.object.end) for f in gone} - {(f.object.start, f.object.end) for f in kept}
    context = [r for r in read.found.context if not (isinstance(r, ItemRecord) and (r.start, r.end) in items)]
    _, unread = accounted(read.document, read.notices, Extraction(kept, read.found.doubts, context))
    lines = {line for doubt in (*read.found.doubts, *unread) for line in lines_of(read.document, doubt)}
    return len(gone), [f for f in gone if f.evidence.line not in lines]


def lines_of(document: Document, doubt: Doubt) -> range:
    return range(doubt.evidence.line, document.line_of(max(doubt.evidence.start, doubt.evidence.end - 1)) + 1)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=GAZETTES)
    parser.add_argument("--worst", type=int, default=10, help="rules to name")
    parser.add_argument("--show", type=int, default=0, help="facts to show of each")
    parser.add_argument("--min", type=float, default=0.0, help="share of vanished facts that must stand in doubts")
    args = parser.parse_args()
    read = list(texts(args.folder))
    vanished: Counter[str] = Counter()
    silent: dict[str, list[Fact]] = {}
    for rule in sorted({fact.rule for one in read for fact in one.found.facts}):
        for one in read:
            count, lost = without(one, rule)
            vanished[rule] += count
            silent.setdefault(rule, []).extend(lost)
    for rule in sorted(silent, key=lambda r: -len(silent[r]))[: args.worst]:
        print(f"{rule:32}{len(silent[rule]):6} of {vanished[rule]:6} in silence")
        for fact in silent[rule][: args.show]:
            print(
                f"    {fact.evidence.doc}:{fact.evidence.line} {fact.relation} {fact.subject.name} {fact.object.name[:20]} {fact.role}"
            )
    total, lost_all = vanished.total(), sum(map(len, silent.values()))
    share = 1 - lost_all / total if total else 1.0
    print(f"{total - lost_all} of {total} vanished facts stand in doubts: {share:.4f}")
    return int(share < args.min)


if __name__ == "__main__":
    sys.exit(main())
