"""Whether records account for a text: sees only the text, the cue list and the records.

In:  the text of a document, the rows of FACTS.cues.jsonl for it   Out: what is wrong, one sentence a fault; nothing if all is right

    python -m extract.accounts.check TEXT FACTS.cues.jsonl
"""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from extract.clean import clean
from extract.lexicon.cues import cues, occurrences
from extract.output.json_lines import read_rows
from extract.readers import read

LINE = re.compile(r"[^\n\f\r\x0b\x1c-\x1e\x85\u2028\u2029]+")
ENDS = {"fact": False, "doubt": None, "aside": True}  # whether a code must be given; None: it may be


def unaccounted(text: str, rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Each cue of the text without a record, each record that is no cue of the text or does not say how it ends."""
    spans = sorted((row["start"], row["end"]) for row in rows)
    starts = dict(spans)
    covered = bytearray(len(text) + 1)
    for start, end in spans:
        covered[start:end] = b"\x01" * (end - start)
    for match in LINE.finditer(text):
        line = clean(text, *match.span())
        for start, end, cue in occurrences(line.text):
            left, right = line.span(start, end)
            if left not in starts and not all(covered[offset] for offset in line.offsets[start:end]):
                yield f"{left}–{right}: no record of {cue.word}"
    for row in rows:
        yield from _fault(text, row)


def _fault(text: str, row: Mapping[str, Any]) -> Iterator[str]:
    where = f"{row['start']}–{row['end']}"
    printed = clean(text, row["start"], row["end"]).text
    if row["cue"] not in cues() or not printed.startswith(row["cue"][0]) or not printed.endswith(row["cue"][-1]):
        yield f"{where}: {row['cue']} does not stand there"
    elif cues()[row["cue"]].relation != row["relation"]:
        yield f"{where}: {row['cue']} does not announce {row['relation']}"
    if (
        row["ends"] not in ENDS
        or (ENDS[row["ends"]] is True) > bool(row["code"])
        or (row["ends"] == "fact" and row["code"])
    ):
        yield f"{where}: {row['cue']} ends as nothing ({row['ends']}, {row['code']})"


def main(arguments: Sequence[str]) -> int:
    """Checks one text against its records; 1 if a cue is not accounted for."""
    path, records = map(Path, arguments)
    text = read(path).text
    with records.open(encoding="utf-8") as stream:
        rows = [row for row in read_rows(stream, records.name) if row["doc"] in {path.name, path.as_posix()}]
    faults = list(unaccounted(text, rows))
    print("\n".join(faults) or f"{path.name}: all {len(rows)} cues are accounted for")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
