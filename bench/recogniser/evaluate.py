"""How much of the people and bodies of texts the recogniser sees, the rules read, and both together.

    python -m bench.recogniser.evaluate FOLDER GOLD …              # the weights of the package
    python -m bench.recogniser.evaluate FOLDER GOLD --weights DIR --half

A name counts once a text. `found` is the share of gold's names; `right` the share of what is named that gold has, which is
a floor: gold has only names of facts, and a text names more people than that.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from bench.recogniser.examples import BODIES
from bench.recogniser.train import held_out_half
from extract.clean import fold, printed
from extract.document import Document
from extract.pipeline import extract_document
from extract.readers import listing, read_file
from extract.recogniser.borders import ORG, PERSON
from extract.recogniser.pipeline import WEIGHTS, seen_in
from extract.text.segment import notices

Name = tuple[str, str, str]  # document, label, name
LABEL_OF = {"official": PERSON} | dict.fromkeys(BODIES, ORG)


def gold_names(path: Path) -> Iterator[Name]:
    for line in path.read_text(encoding="utf-8").splitlines():
        fact = json.loads(line)
        for party in (fact["subject"], fact["object"]):
            if label := LABEL_OF.get(party["kind"]):
                yield fact["doc"], label, fold(printed(party["name"]))


def read_names(document: Document) -> Iterator[Name]:
    for fact in extract_document(document).facts:
        for party in (fact.subject, fact.object):
            if label := LABEL_OF.get(party.kind.value):
                yield document.name, label, fold(party.name)


def seen_names(document: Document, weights: Path) -> Iterator[Name]:
    texts = [block.text.text for notice in notices(document) for block in notice.blocks]
    for text, seen in zip(texts, seen_in(texts, weights), strict=True):
        yield from ((document.name, one.label, text[one.start : one.end]) for one in seen)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="+", help="FOLDER GOLD, as many as wanted")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--half", action="store_true", help="only the texts that train --half holds out")
    args = parser.parse_args()
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for folder, gold in zip(args.pairs[::2], args.pairs[1::2], strict=True):
        only = set(held_out_half(Path(folder))[1]) if args.half else None
        wanted = {name for name in gold_names(Path(gold)) if only is None or name[0] in only}
        for file in listing([Path(folder)]).files:
            document = read_file(file)
            if only is not None and document.name not in only:
                continue
            whole = fold(printed(document.text))
            here = {name for name in wanted if name[0] == document.name and name[2] in whole}
            rules, seen = set(read_names(document)), set(seen_names(document, args.weights))
            for label in (PERSON, ORG):
                of = {name for name in here if name[1] == label}
                total = totals[label]
                total["gold"] += len(of)
                for key, names in (("rules", rules), ("seen", seen), ("both", rules | seen)):
                    own = {name for name in names if name[1] == label}
                    total[key] += len(of & own)
                    total[f"{key}, named"] += len(own)
    for label, total in totals.items():
        print(f"{label}: {total['gold']} names in gold")
        for key in ("rules", "seen", "both"):
            print(
                f"  {key:6} collected {total[key] / total['gold']:.3f}, right {total[key] / (total[f'{key}, named'] or 1):.3f}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
