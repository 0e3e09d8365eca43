"""A notice as a reader sees it: its passages, and in each the facts and doubts that it states, cut so that marks nest in none other.

In:  the texts, where a notice stands, the facts and doubts of its document. Out: the passages of a Reading.

    任命:周琴同志为涨渡湖街道办事处主任;…   →   [任命:][周琴同志为涨渡湖街道办事处主任 ■appointed][;…]
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.stores.texts import Texts
from queries.run.citations import page_of_line

MOST_PASSAGES = 20_000
WEIGHT = {
    "appointed": 0,
    "dismissed": 0,
    "doubt": 1,
    "leads": 2,
    "assists": 3,
    "member_of": 4,
}  # which mark wins a place


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact or a doubt at its place in the document."""

    key: str
    relation: str
    role: str | None
    first: int
    last: int
    line: int | None = None
    dated: str | None = None
    source: str = ""
    source_kind: str = ""
    source_key: str = ""
    target: str = ""
    target_kind: str = ""
    target_key: str = ""
    text: str = ""

    def title(self, language: str) -> str:
        """What a pointer over the mark says."""
        arrow = " → "
        return f"{self.source}{arrow}{self.target}" if self.source else (self.role or "")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a passage: marked or not, holding a word searched or not."""

    text: str
    mark: Mark | None = None
    hit: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or table row with its marks, in the order of the text."""

    text: str
    line: int | None
    first: int
    marks: tuple[Mark, ...]

    def parts(self, words: Sequence[str] = ()) -> list[Part]:
        """The passage in pieces: each piece has at most one mark, and is a word searched or holds none."""
        pieces: list[Part] = []
        start = 0
        for mark in self.marks:
            begin, end = max(start, mark.first - self.first), min(len(self.text), mark.last - self.first)
            if begin >= end:
                continue
            pieces += _hits(self.text[start:begin], None, words)
            pieces += _hits(self.text[begin:end], mark, words)
            start = end
        return pieces + _hits(self.text[start:], None, words)


@dataclass(frozen=True, slots=True)
class Reading:
    """A notice with its passages, and where it stands."""

    notice: str
    document: str
    file: str
    gazette: str | None
    issue: str | None
    page: Any
    number: str | None
    passages: tuple[Passage, ...]
    page_lines: str | None = None  # the first line of each page of the file: 1 40 81
    scanned: bool = False

    def sheet_of(self, line: int | None) -> int | None:
        """The page of the file that a line stands on (by default the notice's first); None in a file without pages."""
        first = self.passages[0].line if self.passages else 1
        return page_of_line(self.page_lines, first if line is None else line)

    def printed(self, mark: Mark) -> str:
        """What a mark covers, as the passages print it."""
        parts = (
            passage.text[max(0, mark.first - passage.first) : mark.last - passage.first]
            for passage in self.passages
            if mark.first < passage.first + len(passage.text) and mark.last > passage.first
        )
        return mark.text or "\n".join(parts)

    @property
    def sheets(self) -> int:
        """How many pages the file has; 0 where it has none."""
        return len((self.page_lines or "").split())


def marks_of(facts: Iterable[Mapping[str, Any]], notice: str) -> list[Mark]:
    """The facts of a document that stand in one notice, as marks."""
    return [
        Mark(
            row["fact_id"], row["relation"], row["role"], row["first"], row["last"], row["line"], row["dated"], row["source"],
            row["source_kind"], row["source_key"], row["target"], row["target_kind"], row["target_key"],
        )
        for row in facts
        if row["notice"] == notice
    ]  # fmt: skip


def passages_of(
    texts: Texts,
    document: str,
    within: tuple[int, int],
    marks: Sequence[Mark],
    doubts: Iterable[Mapping[str, Any]],
    picked: str = "",
) -> tuple[Passage, ...]:
    """The passages of a document within two offsets, with the facts and doubts in them; none where there are no texts.

    Of marks that overlap one is drawn: that of the fact which is picked, else the one that says most.
    """
    if not texts.there:
        return ()
    first, last = within
    rows = texts.rows(
        "SELECT text, line, first, last FROM passage WHERE document = ? AND last > ? AND first < ? ORDER BY first, id LIMIT ?",
        (document, first, last, MOST_PASSAGES),
    )
    open_doubts = [(row["key"], row["line"], row["quote"], row["why"]) for row in doubts]
    return tuple(_passage(row, marks, open_doubts, picked) for row in rows)


def _passage(row: Sequence[Any], marks: Sequence[Mark], doubts: Sequence[Sequence[Any]], picked: str) -> Passage:
    text, line, first, last = row
    inside = [mark for mark in marks if mark.last > first and mark.first < last]
    for finding, doubt_line, quote, why in doubts:
        position = text.find(quote) if quote and line is not None and abs((doubt_line or 0) - line) <= 3 else -1
        if position >= 0:
            inside.append(
                Mark(finding, "doubt", why, first + position, first + position + len(quote), doubt_line, text=quote)
            )
    chosen: list[Mark] = []

    def rank(one: Mark) -> tuple[bool, int, int, int, str]:
        return one.key != picked, WEIGHT.get(one.relation, 5), one.last - one.first, one.first, one.key

    for mark in sorted(inside, key=rank):
        if all(mark.last <= other.first or mark.first >= other.last for other in chosen):
            chosen.append(mark)
    return Passage(text, line, first, tuple(sorted(chosen, key=lambda one: one.first)))


def _hits(text: str, mark: Mark | None, words: Sequence[str]) -> list[Part]:
    pieces: list[Part] = []
    rest = text
    wanted = [word for word in words if word]
    while rest:
        places = [(start, word) for word in wanted if (start := rest.lower().find(word.lower())) >= 0]
        if not places:
            break
        start, word = min(places)
        if start:
            pieces.append(Part(rest[:start], mark))
        pieces.append(Part(rest[start : start + len(word)], mark, hit=True))
        rest = rest[start + len(word) :]
    return [*pieces, Part(rest, mark)] if rest else pieces
