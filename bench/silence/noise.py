"""Doubts where nothing is to be found: how many are raised in laws, rules and reports, and which.

    python -m bench.silence.noise LAWS REPORTS … --show 20 --most 1.0

For each folder of texts that state nothing of what the cues announce: doubts and facts of announced relations for each
5,000 characters. Titles, documents cited and places of office (issued, cites, located_at …) are facts of such texts too and
are not counted.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

from bench.silence.planted import ANNOUNCED
from extract.pipeline import extract_document
from extract.readers import listing, read_file

UNIT = 5_000  # characters
SHOWN = 90  # characters of a quotation


def main() -> int:
    """Prints doubts and facts for each 5,000 characters of each folder; 1 if a folder has more doubts than allowed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--show", type=int, default=0, help="doubts and facts to show of each folder")
    parser.add_argument("--most", type=float, default=float("inf"), help="doubts allowed for each 5,000 characters")
    args = parser.parse_args()
    loud = False
    for folder in args.folders:
        characters = 0
        shown: list[str] = []
        codes: Counter[str] = Counter()
        relations: Counter[str] = Counter()
        for file in listing([folder]).files:
            document = read_file(file)
            characters += len(document.text)
            extraction = extract_document(document)
            codes.update(f"{doubt.rule}:{doubt.code}" for doubt in extraction.doubts)
            facts = [fact for fact in extraction.facts if fact.relation in ANNOUNCED]
            relations.update(f"{fact.relation} by {fact.rule}" for fact in facts)
            rows = [
                (doubt.evidence, f"{doubt.rule}:{doubt.code} {doubt.values.get('cues', '')}")
                for doubt in extraction.doubts
            ]
            rows += [(fact.evidence, f"{fact.relation} {fact.subject.name} {fact.object.name}") for fact in facts]
            shown += [f"    {file.name}:{e.line} {what} | {e.quote[:SHOWN]!r}" for e, what in rows]
        units = max(1, characters) / UNIT
        doubts = codes.total()
        print(
            f"{folder.name}: {characters} characters, {doubts} doubts ({doubts / units:.2f} for each {UNIT}), "
            f"{relations.total()} facts ({relations.total() / units:.2f})"
        )
        print("\n".join(f"  {count:5} {what}" for what, count in (codes + relations).most_common(12)))
        print("\n".join(shown[:: max(1, len(shown) // max(1, args.show))][: args.show]))
        loud |= doubts > args.most * units
    return int(loud)


if __name__ == "__main__":
    sys.exit(main())
