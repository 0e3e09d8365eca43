"""How often the grammars of the recogniser are right, asked of every sentence of texts with gold, and not only of what is left open.

    python -m bench.recogniser.precision FOLDER GOLD … --show

A statement is right if gold has a fact of its person, body and post (for a title of any relation that gives a post).
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.recogniser.train import held_out_half
from extract.clean import fold, printed
from extract.document import Document
from extract.readers import listing, read_file
from extract.recogniser.grammar import said_in
from extract.recogniser.pipeline import WEIGHTS, seen_in
from extract.text.segment import notices

SENTENCE = re.compile(r"[^。;!?]+")
Known = tuple[str, str, str, str, str]


def known_of(gold: Path) -> set[Known]:
    """Document, relation, person, body and post of each fact of gold."""
    facts = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    return {
        (f["doc"], f["relation"], *map(_folded, (f["subject"]["name"], f["object"]["name"], f["role"]))) for f in facts
    }


def judged(document: Document, known: set[Known], weights: Path) -> Iterator[tuple[str, str, bool]]:
    """For each statement that the grammars make of a sentence: its relation, a line that shows it, whether gold has it."""
    texts = [m[0] for n in notices(document) for b in n.blocks for m in SENTENCE.finditer(b.text.text)]
    for text, seen in zip(texts, seen_in(texts, weights), strict=True):
        for told in said_in(text, seen):
            relation, name = told.relation.value, text[slice(*told.name)]
            relations = {relation} | ({"appointed", "dismissed"} if told.relation == "holds" else set())
            for office in told.offices:
                held = (name, _folded(office.body), _folded(office.post))
                is_right = any((document.name, one, *held) in known for one in relations)
                yield relation, f"{document.name} {relation} {name} {office.body} {office.post} | {text[:80]}", is_right


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="+", help="FOLDER GOLD, as many as wanted")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--half", action="store_true", help="only the texts that train --half holds out")
    parser.add_argument("--show", action="store_true", help="show what gold does not have")
    args = parser.parse_args()
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for folder, gold in zip(args.pairs[::2], args.pairs[1::2], strict=True):
        only = set(held_out_half(Path(folder))[1]) if args.half else None
        known = known_of(Path(gold))
        for file in listing([Path(folder)]).files:
            document = read_file(file)
            if only is not None and document.name not in only:
                continue
            for told, shown, is_right in judged(document, known, args.weights):
                (right if is_right else wrong)[told] += 1
                if args.show and not is_right:
                    print(shown)
    for relation in sorted({*right, *wrong}):
        total = right[relation] + wrong[relation]
        print(f"{relation}: {right[relation]} of {total} right, {right[relation] / total:.3f}")
    return 0


def _folded(text: str | None) -> str:
    return fold(printed(text or ""))


if __name__ == "__main__":
    sys.exit(main())
