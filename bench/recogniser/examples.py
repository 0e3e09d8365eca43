"""Training texts: blocks of documents whose people, bodies and posts are marked by facts, with names exchanged.

In:  a folder of texts and the facts of them (what the rules read, or given gold, which has lines and no offsets)
Out: Example("免去阚孟的县水利局局长职务。", ((2, 4, PERSON), (5, 9, ORG), (9, 11, POST)))

Every place in a document where a name of its facts stands is marked; blocks without any are left out, for nobody knows
what stands in them. Posts are the words of titles in the cue list and the roles of facts.
"""

import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from bench.recogniser.names import person, place
from extract.clean import fold, printed
from extract.lexicon.cues import occurrences
from extract.names.marks import HAN
from extract.pipeline import extract_document
from extract.readers import listing, read_file
from extract.recogniser.borders import ORG, PERSON, POST
from extract.text.segment import notices

BODIES = {"department", "street", "group"}
OF_POST = {"appointed", "dismissed", "holds"}
HIGH_BODY = re.compile("(?:[省市县区旗州盟]|自治[区州县旗])(?:委|人大常委会|政协|政府|人民政府)$")
STEM = re.compile(rf"([{HAN}]{{2,3}})(?:省|自治区|自治州|自治县|市|区|县|旗|州|镇|乡|街道)")
LEVEL_BEFORE = set("省市县区州旗镇乡的和与及各本全我")
BARE_POST = re.compile(
    r"(?:常务|第一|代|执行)?副?(?:书记|[省市区县州旗镇乡局厅部司处科院校所站行会庭队台馆社]长|主任|主席|常委|委员|成员)"
)
LEAST = {PERSON: 2, ORG: 3, POST: 2}
MARKED_LINE = 400  # characters of an example

Span = tuple[int, int, str]


class Example(NamedTuple):
    """A text and what stands in it."""

    text: str
    spans: tuple[Span, ...]


@dataclass
class Names:
    """What the facts of a document name."""

    by_label: Mapping[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, fact: Mapping[str, object]) -> None:
        for party in (fact["subject"], fact["object"]):
            assert isinstance(party, dict)
            label = PERSON if party["kind"] == "official" else ORG if party["kind"] in BODIES else None
            if label:
                self._add(label, str(party["name"]))
        if fact["relation"] in OF_POST and fact.get("role"):
            self._add(POST, str(fact["role"]))

    def _add(self, label: str, name: str) -> None:
        name = fold(printed(name))
        if len(name) >= LEAST[label] and not (label == PERSON and BARE_POST.fullmatch(name)):
            self.by_label[label].add(name)

    def pattern(self) -> re.Pattern[str] | None:
        words = sorted({w for words in self.by_label.values() for w in words}, key=lambda w: (-len(w), w))
        return re.compile("|".join(map(re.escape, words))) if words else None

    def label(self, word: str) -> str:
        return next(label for label in (PERSON, ORG, POST) if word in self.by_label[label])


def by_rules(folder: Path) -> Iterator[Example]:
    """The examples of a folder, by what extraction reads in it."""
    for file in listing([folder]).files:
        document = read_file(file)
        facts = [fact.to_json() for fact in extract_document(document).facts]
        yield from _of_document(file, facts)


def by_gold(folder: Path, gold: Path, wanted: Iterable[str] | None = None) -> Iterator[Example]:
    """The examples of a folder, by given gold; `wanted`: the names of the files that may be read."""
    rows: dict[str, list[Mapping[str, object]]] = defaultdict(list)
    for line in gold.read_text(encoding="utf-8").splitlines():
        fact = json.loads(line)
        rows[fact["doc"]].append(fact)
    for name in sorted(rows if wanted is None else set(wanted) & set(rows)):
        for file in listing([folder / name]).files:
            yield from _of_document(file, rows[name])


def _of_document(file: object, facts: Sequence[Mapping[str, object]]) -> Iterator[Example]:
    names = Names()
    for fact in facts:
        names.add(fact)
    pattern = names.pattern()
    if pattern is None:
        return
    for notice in notices(read_file(file)):  # type: ignore[arg-type]
        for block in notice.blocks:
            spans = marked(block.text.text, names, pattern)
            if any(label != POST for _, _, label in spans):
                yield from _cut(block.text.text, spans)


def marked(text: str, names: Names, pattern: re.Pattern[str]) -> list[Span]:
    """What stands in a text: names of the facts, the longest first; then titles, and the high bodies right before them."""
    spans = [(m.start(), m.end(), names.label(m[0])) for m in pattern.finditer(text)]
    return with_posts(text, spans)


def with_posts(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans, and the words of titles beside them."""
    collected = list(spans)
    taken = {offset for left, right, _ in collected for offset in range(left, right)}
    for left, right, cue in occurrences(text):
        if cue.family != "titles" or cue.aside or not taken.isdisjoint(range(left, right)):
            continue
        collected.append((left, right, POST))
        body = HIGH_BODY.search(text, max(0, left - 8), left)
        if body and taken.isdisjoint(range(body.start(), body.end())):
            collected.append((body.start(), body.end(), ORG))
    return sorted(collected)


def _cut(text: str, spans: Sequence[Span]) -> Iterator[Example]:
    """The example, or its sentences if it is long."""
    if len(text) <= MARKED_LINE:
        yield Example(text, tuple(spans))
        return
    start = 0
    for match in re.finditer("[。;]|$", text):
        if match.end() - start < MARKED_LINE // 2 and match.end() < len(text):
            continue
        inside = [
            (left - start, right - start, label)
            for left, right, label in spans
            if start <= left and right <= match.end()
        ]
        if inside and match.end() - start <= 4 * MARKED_LINE:
            yield Example(text[start : match.end()], tuple(inside))
        start = match.end()


def exchanged(examples: Sequence[Example], rng: random.Random) -> Iterator[Example]:
    """The examples with other people in other places: one new name for each that stands in them."""
    people: dict[str, str] = {}
    stems: dict[str, str] = {}
    for example in examples:
        for left, right, label in example.spans:
            word = example.text[left:right]
            if label == PERSON:
                people.setdefault(word, person(rng))
            elif label == ORG and (match := STEM.match(word)) and match[1][-1] not in LEVEL_BEFORE:
                stems.setdefault(match[1], place(rng))
    pattern = re.compile("|".join(map(re.escape, sorted(stems, key=lambda s: (-len(s), s))))) if stems else None
    for example in examples:
        yield _rewritten(example, people, pattern, stems)


def _rewritten(
    example: Example, people: Mapping[str, str], pattern: re.Pattern[str] | None, stems: Mapping[str, str]
) -> Example:
    parts: list[str] = []
    spans: list[Span] = []
    offset = length = 0
    for left, right, label in [*example.spans, (len(example.text), len(example.text), "")]:
        for piece, mark in ((example.text[offset:left], ""), (example.text[left:right], label)):
            if mark == PERSON:
                piece = people[piece]
            elif pattern is not None:
                piece = pattern.sub(lambda match: stems[match[0]], piece)
            if mark:
                spans.append((length, length + len(piece), mark))
            parts.append(piece)
            length += len(piece)
        offset = right
    return Example("".join(parts), tuple(spans))
