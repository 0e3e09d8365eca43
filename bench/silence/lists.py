"""What is lost in silence if a word list fails: each entry of the lexicon is emptied in turn, and the cues must tell.

    python -m bench.silence.lists                              # the sample gazettes
    python -m bench.silence.lists FOLDER --worst 10 --min 0.98
    python -m bench.silence.lists FOLDER --only names.toml

The list of cues is kept. Each entry is emptied in a process of its own, since lists become patterns when modules are loaded.
Of the facts that then vanish, the share whose line stands in a doubt is the score. Relations that no cue announces are left out.
"""

import argparse
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

GAZETTES = Path(__file__).parents[2] / "data" / "gazettes"
KEPT = "cues.toml"
NOTHING = "\ue0ff"  # a private character, which stands in no text
EMPTIED = "ZHIZE_BENCH_EMPTIED"  # what the child empties: file, table, index


@dataclass(frozen=True, slots=True)
class Reading:
    """The facts of a folder, by what they say and where, and the lines that stand in doubts."""

    facts: frozenset[str]
    doubted: frozenset[str]


def entries(only: str | None) -> Iterator[tuple[str, str, int]]:
    """Every entry of every word list but the cues: file, table, index."""
    for resource in sorted(files("extract.lexicon").iterdir(), key=lambda one: one.name):
        if resource.name.endswith(".toml") and resource.name != KEPT and only in {None, resource.name}:
            for table, rows in tomllib.loads(resource.read_text("utf-8")).items():
                for index, row in enumerate(rows if isinstance(rows, list) else ()):
                    if "words" in row:
                        yield resource.name, table, index


def empty(file: str, table: str, index: int) -> None:
    """Empties an entry of the lexicon of this process, before any module makes a pattern of it."""
    from extract.lexicon import loading

    tables = loading.tables("extract.lexicon", file)
    rows: Any = tables[table]
    rows[index]["words"] = [NOTHING]


def read(folder: Path) -> Iterator[str]:
    """What extraction reads in a folder, a line a fact or a doubted line, for the parent process."""
    from bench.knockout import WITHOUT_CUES, key, lines_of
    from extract.pipeline import extract_document
    from extract.readers import listing, read_file

    for file in listing([folder]).files:
        document = read_file(file)
        extraction = extract_document(document)
        for fact in extraction.facts:
            if fact.relation not in WITHOUT_CUES:
                yield json.dumps(["fact", document.name, fact.evidence.line, *key(fact)], ensure_ascii=False)
        for doubt in extraction.doubts:
            for line in lines_of(document, doubt):
                yield json.dumps(["doubt", document.name, line])


def reading(folder: Path, emptied: tuple[str, str, int] | None = None) -> Reading | None:
    """What a process of its own reads with an entry emptied; None if it cannot work without it."""
    environment = {**os.environ, EMPTIED: json.dumps(emptied)}
    command = [sys.executable, "-m", "bench.silence.lists", str(folder)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        return None
    rows = done.stdout.splitlines()
    return Reading(
        frozenset(row for row in rows if row.startswith('["fact"')),
        frozenset(row for row in rows if row.startswith('["doubt"')),
    )


def silent(whole: Reading, without: Reading) -> tuple[int, int, list[str]]:
    """How many facts vanish, how many are stated otherwise, and those that vanished and on whose line no doubt stands.

    Stated otherwise: a new fact of the same relation stands on the line for the same subject or object (a name cut elsewhere).
    """
    others = {side for fact in without.facts - whole.facts for side in _sides(fact)}
    gone = [fact for fact in whole.facts - without.facts if not others & set(_sides(fact))]
    lines = {fact: json.dumps(["doubt", *json.loads(fact)[1:3]]) for fact in gone}
    otherwise = len(whole.facts - without.facts) - len(gone)
    return len(gone), otherwise, sorted(fact for fact, line in lines.items() if line not in without.doubted)


def _sides(fact: str) -> Iterator[tuple[str, ...]]:
    """A fact without its object, and without its subject: document, line, relation, the side, the name."""
    _, document, line, relation, subject, thing, *_ = json.loads(fact)
    for side, name in (("subject", subject), ("object", thing)):
        yield document, str(line), relation, side, name


def main() -> int:
    """Prints the entries whose loss is silent, worst first; 1 if fewer vanished facts than asked for stand in doubts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=GAZETTES)
    parser.add_argument("--only", help="one word list: names.toml")
    parser.add_argument("--worst", type=int, default=10, help="entries to name")
    parser.add_argument("--show", type=int, default=0, help="facts to show of each")
    parser.add_argument("--min", type=float, default=0.0, help="share of vanished facts that must stand in doubts")
    args = parser.parse_args()
    if EMPTIED in os.environ:
        if emptied := json.loads(os.environ[EMPTIED]):
            empty(*emptied)
        print("\n".join(read(args.folder)))
        return 0
    whole = reading(args.folder)
    assert whole is not None
    vanished, otherwise, lost = 0, 0, list[tuple[list[str], int, str]]()
    for entry in entries(args.only):
        name = " ".join(map(str, entry))
        without = reading(args.folder, entry)
        if without is None:
            print(f"{name}: nothing can be read without it")
            continue
        count, changed, facts = silent(whole, without)
        vanished += count
        otherwise += changed
        lost.append((facts, count, name))
    for facts, count, name in sorted(lost, key=lambda one: -len(one[0]))[: args.worst]:
        print(f"{name:40}{len(facts):6} of {count:6} in silence")
        print("".join(f"    {fact}\n" for fact in facts[: args.show]), end="")
    total = sum(len(facts) for facts, _, _ in lost)
    share = 1 - total / vanished if vanished else 1.0
    print(
        f"{vanished - total} of {vanished} vanished facts stand in doubts: {share:.4f}; {otherwise} are stated otherwise"
    )
    return int(share < args.min)


if __name__ == "__main__":
    sys.exit(main())
