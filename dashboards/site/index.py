"""The search index of the static site: pairs of characters, cut into small files by a hash, so that a search loads a few of them.

In:  units, in the order in which they are to be found: a page, or a stretch of a document. Out: files in a folder:

    g/12.json     {"湿地": "3,1,1,20", …}      the units that hold a pair: steps, or behind a @ one bit a unit, whichever is shorter
    u/7.json      [[path, kind, title, note, text], …]      units 28 to 31: always as many in a file, so that no list of beginnings is read

How many units and files of pairs there are stands in the page of the search, so that a search asks twice: for pairs, then for units.

A word of n characters lies in a unit only if all its pairs do, so what the pairs leave over is compared with the word itself, and
nothing that holds it can be missed. assets/site/search.js reads the same files in the same way; `search` is the same in Python.
"""

import base64
import json
import math
import re
import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

BLANKS = re.compile("[\\s\u200b\ufeff\x1c-\x1f\x85]+")
SHORTEST = 2
LONGEST = 40  # characters of a word that is searched; stretches overlap by so many
STRETCH = 320  # characters of a unit's text
UNITS = 4  # in a file
PAIR_BYTES = 2_400  # of a file of pairs, on the average
MOST_PAIRS = 4  # pairs of a word that are looked up; the rest is compared
FACTORS = (7919, 104729)
BITS = 6  # of a character of base 64


@dataclass(frozen=True, slots=True)
class Unit:
    """What can be found: a page, or a stretch of one, with the text that it is found by."""

    path: str
    kind: str
    title: str
    note: str
    text: str


@dataclass(frozen=True, slots=True)
class Index:
    """What a search must know of the index before it reads any file."""

    units: int
    files: int


def folded(text: str) -> str:
    """The text as it is compared: compatibility forms folded, lower case, blanks left out."""
    return BLANKS.sub("", unicodedata.normalize("NFKC", text).lower())


def stretches(text: str) -> Iterator[str]:
    """A long text in stretches that overlap, so that each word of at most LONGEST characters stands whole in one."""
    begin = 0
    while True:
        yield text[begin : begin + STRETCH]
        if begin + STRETCH >= len(text):
            return
        begin += STRETCH - LONGEST


def pairs_of(word: str) -> list[str]:
    """The pairs of a folded word."""
    return [word[index : index + 2] for index in range(len(word) - 1)]


def asked_pairs(word: str) -> list[str]:
    """The pairs that are looked up for a folded word: few, from its beginning to its end."""
    pairs = list(dict.fromkeys(pairs_of(word)))
    if len(pairs) <= MOST_PAIRS:
        return pairs
    return [pairs[index * (len(pairs) - 1) // (MOST_PAIRS - 1)] for index in range(MOST_PAIRS)]


def file_of(pair: str, files: int) -> int:
    """The file that holds a pair."""
    return sum(factor * ord(char) for factor, char in zip(FACTORS, pair, strict=True)) % files


def write_index(units: Iterable[Unit], folder: Path) -> Index:
    """Writes the files; gives what a search must know."""
    holding: dict[str, array[int]] = defaultdict(lambda: array("I"))
    waiting: list[Unit] = []
    count = 0
    (folder / "u").mkdir(parents=True)
    (folder / "g").mkdir()

    def flush() -> None:
        if waiting:
            _write(folder / "u" / f"{(count - 1) // UNITS}.json", [astuple(unit) for unit in waiting])
            waiting.clear()

    for unit in units:
        for pair in dict.fromkeys(pairs_of(folded(unit.text))):
            holding[pair].append(count)
        waiting.append(unit)
        count += 1
        if not count % UNITS:
            flush()
    flush()
    lists = {pair: encoded(numbers, count) for pair, numbers in holding.items()}
    files = 1 << max(0, math.ceil(math.log2(max(1, sum(len(one) + 10 for one in lists.values()) / PAIR_BYTES))))
    groups: dict[int, dict[str, str]] = defaultdict(dict)
    for pair in sorted(lists):
        groups[file_of(pair, files)][pair] = lists[pair]
    for number in range(files):
        _write(folder / "g" / f"{number}.json", groups.get(number, {}))
    return Index(count, files)


def encoded(numbers: Sequence[int], whole: int) -> str:
    """A list of rising numbers below `whole`: as steps, or as one bit each, whichever is shorter."""
    written = steps(numbers)
    if len(written) <= whole // BITS:
        return written
    bits = bytearray(whole // 8 + 1)
    for number in numbers:
        bits[number >> 3] |= 1 << (number & 7)
    return "@" + base64.b64encode(bits).decode()


def steps(numbers: Sequence[int]) -> str:
    """Rising numbers as the steps between them, a dot for a step of one: 3,4,9 → 3,,5."""
    before = 0
    deltas = []
    for number in numbers:
        step = number - before
        deltas.append("" if step == 1 else str(step))
        before = number
    return ",".join(deltas)


def decoded(written: str) -> list[int]:
    """What `encoded` wrote, as numbers."""
    if written.startswith("@"):
        bits = base64.b64decode(written[1:])
        return [number for number in range(8 * len(bits)) if bits[number >> 3] >> (number & 7) & 1]
    numbers: list[int] = []
    for step in written.split(","):
        numbers.append((numbers[-1] if numbers else 0) + (int(step) if step else 1))
    return numbers


def search(folder: Path, index: Index, typed: str) -> tuple[list[Unit], int]:
    """The units that hold all words, in their order, and how many bytes a browser reads for the first ten."""
    words = [folded(word)[:LONGEST] for word in typed.split()]
    words = [word for word in words if len(word) >= SHORTEST]
    loaded: set[Path] = set()
    left: set[int] | None = None
    for pair in dict.fromkeys(pair for word in words for pair in asked_pairs(word)):
        file = folder / "g" / f"{file_of(pair, index.files)}.json"
        loaded.add(file)
        written = _read(file).get(pair)
        numbers = set(decoded(written)) if written is not None else set()
        left = numbers if left is None else left & numbers
    units: list[Unit] = []
    for number in sorted(left or ()):
        file = folder / "u" / f"{number // UNITS}.json"
        if len(units) < 10:
            loaded.add(file)
        unit = Unit(*_read(file)[number % UNITS])
        if all(word in folded(unit.text) for word in words):
            units.append(unit)
    return units, sum(file.stat().st_size for file in loaded)


def _write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
