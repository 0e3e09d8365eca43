"""The account of a document: each cue with how it ends, and one doubt for each passage of cues that nobody read."""

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from extract.accounts.asides import aside_of, is_law
from extract.accounts.claims import ANSWERS, DOUBT, ITEM, found_of
from extract.accounts.lost import TITLE, bearer_below, is_attribute, lost_below, lost_beside, lost_label
from extract.accounts.passages import Passage, answering, passages_of
from extract.accounts.unannounced import is_named, unread_brackets, unread_cells, unread_series, unread_work
from extract.clean import clean
from extract.document import Document, Notice
from extract.facts import CueRecord, Doubt, Extraction
from extract.lexicon.cues import Cue

RULE = "accounts.unread"
SERIES = "accounts.series"
WORK = "accounts.work"
LONGEST = 280  # characters of a doubt's quotation
LONGEST_NAME = 6
TITLES = frozenset({"titles"})
GROUPS = frozenset({"groups"})
UNREAD = "unread"
DOCUMENTS = ANSWERS["documents"] | {DOUBT}  # what a word of citing may be answered by
LEAST_SHOWN = 60  # characters of what a cue announces that a doubt shows after the name of the person
MOST_GAP = 60  # characters between neighbouring passages of one doubt


class Ended(NamedTuple):
    """One cue: its source span, how it ends; `reach` is the source span of the passage that it announces, if unread."""

    start: int
    end: int
    cue: Cue
    ends: str
    code: str | None = None
    reach: tuple[int, int] = (0, 0)
    about: str | None = None  # 石磊书记: the person right before a title, with the title


def accounted(document: Document, notices: Sequence[Notice], found: Extraction) -> tuple[list[CueRecord], list[Doubt]]:
    """The records of all cues of a document in their order, and the doubts for those that nobody read."""
    known = found_of(found)
    ended: list[Ended] = []
    unread: list[Doubt] = []
    for notice in notices:
        passages = passages_of(notice, known)
        ended.extend(_of_passages(notice, passages))
        unread.extend(_of_series(passages, is_law(notice)))
        unread.extend(_of_work(passages))
        unread.extend(
            passage.block.doubt(*span, SERIES, "bracket_unread") for passage, span in unread_brackets(passages)
        )
        unread.extend(passage.block.doubt(*span, SERIES, "units_unread") for passage, span in unread_cells(passages))
        passages.clear()  # each knows them all: a cycle, which the collector would have to find and walk
    ended.extend(_outside(document, notices))
    ended.sort(key=itemgetter(0, 1))
    records = [
        CueRecord(document.name, one.start, one.end, one.cue.word, one.cue.relation, one.ends, one.code)
        for one in ended
    ]
    unread[:0] = _doubts(document, list(_once(document, [one for one in ended if one.code == UNREAD])))
    return records, unread


def _once(document: Document, unread: Sequence[Ended]) -> Iterator[Ended]:
    """The unread cues, of those that cite one document or name one person with a bare title only the first."""
    seen: set[str] = set()
    for one in unread:
        told = _told(document, one)
        if told is None or told not in seen:
            yield one
        if told is not None:
            seen.add(told)


def _told(document: Document, one: Ended) -> str | None:
    """What a cue says that may be said again and again: the document that it cites, 石磊书记."""
    title = TITLE.search(document.text, *one.reach) if one.cue.relation == "cites" else None
    return title[0] if title else one.about


def _of_passages(notice: Notice, passages: Sequence[Passage]) -> Iterator[Ended]:
    law = is_law(notice)
    for passage in passages:
        if not passage.cues:
            continue
        yield from _of_block(passage, law)


def _of_series(passages: Sequence[Passage], law: bool) -> Iterator[Doubt]:
    """A doubt for each unit of a series that nobody read; of a text of rules only its tables and what names a unit in full."""
    for passage in unread_series(passages):
        block = passage.block
        if law and not block.is_row and not is_named(passage):
            continue
        end = min(len(block.text), LONGEST)
        yield block.doubt(0, end, SERIES, "units_unread")


def _of_work(passages: Sequence[Passage]) -> Iterator[Doubt]:
    """A doubt for each line below an official that may say what the official does and that nobody read."""
    for passage in unread_work(passages):
        yield passage.block.doubt(0, min(len(passage.block.text), LONGEST), WORK, "work_unread")


def _of_block(passage: Passage, law: bool) -> Iterator[Ended]:
    span = passage.block.text.span
    for index, (start, end, cue) in enumerate(passage.cues):
        if cue.aside and not lost_label(passage, cue, end):
            yield Ended(*span(start, end), cue, "aside", cue.aside)
        elif cue.family == "items" and not cue.aside and _is_plainly_stated(passage, cue, (start, end)):
            yield Ended(*span(start, end), cue, "fact")
        elif cue.relation == "cites" and not cue.aside and _cites_nothing(passage, cue, (start, end)):
            yield Ended(*span(start, end), cue, "aside", "no_document")
        else:
            yield _ended(passage, index, law)


def _is_plainly_stated(passage: Passage, cue: Cue, place: tuple[int, int]) -> bool:
    """Whether a fact answers for a cue of an item, which is looked for in its clause, however far the cue reaches.

    A label (责任单位:) stands before a list, each of whose units is looked for.
    """
    if passage.is_label(place[1]):
        return False
    stated = passage.claims.by(ANSWERS["items"], *passage.clause(*place))
    return stated and not _is_lost(passage, cue, place, place)


def _cites_nothing(passage: Passage, cue: Cue, place: tuple[int, int]) -> bool:
    """Whether a word of citing stands where no title is printed and nothing is read, as most do: 按照要求, 抓好落实."""
    return not (passage.prints_title or passage.claims.anywhere(DOCUMENTS) or passage.answered_below(cue, place))


def _ended(passage: Passage, index: int, law: bool) -> Ended:
    """How a cue ends, with what it speaks of where it is unread."""
    start, end, cue = passage.cues[index]
    source, reach = passage.block.text.span(start, end), passage.reach(passage.cues, index)
    if cue.aside:
        return Ended(*source, cue, "doubt", UNREAD, passage.block.text.span(*reach))
    ends, code = _ending(passage, cue, (start, end), reach, law)
    if code != UNREAD:
        return Ended(*source, cue, ends, code)
    return Ended(
        *source, cue, ends, code, _shown(passage, cue, (start, end), reach), _about(passage, cue, (start, end))
    )


def _about(passage: Passage, cue: Cue, place: tuple[int, int]) -> str | None:
    """The person right before a title, with the title: 石磊书记."""
    near = passage.named(max(0, place[0] - LONGEST_NAME), place[0]) if cue.family == "titles" else ()
    return passage.chars[near[-1][0] : place[1]] if near and near[-1][1] == place[0] else None


def _ending(
    passage: Passage, cue: Cue, place: tuple[int, int], reach: tuple[int, int], law: bool
) -> tuple[str, str | None]:
    claims = passage.claims
    if _is_stated(passage, cue, place, reach) and not _is_lost(passage, cue, place, reach):
        return "fact", None
    if claims.by({DOUBT}, *(reach if cue.family == "titles" else passage.clause(*place))):
        return "doubt", None
    if cue.family == "items" and claims.by({ITEM}, *place):
        return "aside", "aggregate"
    if passage.answered_below(cue, place) and not _is_lost(passage, cue, place, reach):
        return "fact", None
    code = aside_of(passage, cue, place, reach, law)
    return ("aside", code) if code else ("doubt", UNREAD)


def _is_lost(passage: Passage, cue: Cue, place: tuple[int, int], reach: tuple[int, int]) -> bool:
    """Whether a cue speaks of somebody or something that no fact and no doubt holds."""
    return bool(lost_beside(passage, cue, place, reach) or lost_below(passage, cue, place))


def _shown(passage: Passage, cue: Cue, place: tuple[int, int], reach: tuple[int, int]) -> tuple[int, int]:
    """The source span that a doubt about a cue shows: what it speaks of, with the person or the list that it is about."""
    left, right = passage.block.text.span(*reach)
    if below := lost_below(passage, cue, place):
        return min(left, below[0][0]), max(right, below[-1][1])
    if cue.family == "division" and (owner := passage.owner(place)) and left - owner[0] < LONGEST - LEAST_SHOWN:
        return min(left, owner[0]), min(right, owner[0] + LONGEST)
    if cue.family == "titles" and (bearer := bearer_below(passage, cue.word, place)):
        return left, max(right, bearer[1])
    if cue.family == "division":  # 县水利局|负责…, 均由方小舟|负责
        start = passage.block.text.span(passage.clause(*place)[0], place[1])[0]
        return (start if right - start < LONGEST else left), right
    return left, right


def _is_stated(passage: Passage, cue: Cue, place: tuple[int, int], reach: tuple[int, int]) -> bool:
    """Whether a fact answers for a cue: one of its family near it; of a title one that has it for a post."""
    if cue.family == "titles":
        return passage.claims.holds(cue.word, *place)
    if passage.claims.by(ANSWERS[answering(cue)], *passage.near(cue, place, reach)):
        return True
    if cue.family == "personnel" and is_attribute(passage, place):
        return passage.claims.by(TITLES, *reach)
    if cue.family == "personnel" and cue.relation == "appointed":  # 方小舟|同志任办公室主任: of a group
        before = passage.named(max(0, place[0] - LONGEST_NAME), place[0])
        return any(name[1] == place[0] and passage.claims.names(GROUPS, *name) for name in before)
    beside = passage.named(place[1], place[1] + LONGEST_NAME) if cue.family == "groups" else ()
    return any(name[0] == place[1] and passage.claims.names(TITLES, *name) for name in beside)  # 组长|方小舟视察…


def _outside(document: Document, notices: Sequence[Notice]) -> Iterator[Ended]:
    """The cues outside the blocks of all notices: cover, table of contents, running heads."""
    spans = sorted((block.start, block.end) for notice in notices for block in notice.blocks)
    position = 0
    for start, end in [*spans, (len(document.text), len(document.text))]:
        if start > position and not document.text[position:start].isspace():
            text = clean(document.text, position, start)
            for left, right, cue in text.cues:
                yield Ended(*text.span(left, right), cue, "aside", cue.aside or "outside")
        position = max(position, end)


def _doubts(document: Document, unread: Sequence[Ended]) -> Iterator[Doubt]:
    """One doubt for neighbouring cues, as many of them as a quotation holds; a long list in pieces."""
    rows: list[Ended] = []
    for one in sorted(unread, key=lambda one: one.reach):
        if rows and (
            one.reach[1] - rows[0].reach[0] > LONGEST or one.reach[0] - max(r.reach[1] for r in rows) > MOST_GAP
        ):
            yield from _doubt(document, rows)
            rows = []
        rows.append(one)
    if rows:
        yield from _doubt(document, rows)


def _doubt(document: Document, rows: Sequence[Ended]) -> Iterator[Doubt]:
    words = "、".join(dict.fromkeys(row.cue.word for row in rows))
    start, end = min(row.reach[0] for row in rows), max(row.reach[1] for row in rows)
    while start < end:
        stop = min(end, start + LONGEST)
        if stop < end and (line := document.text.rfind("\n", start, stop)) > start:
            stop = line
        yield Doubt(document.evidence(start, stop), RULE, UNREAD, {"cues": words})
        start = stop + 1
        if any(row.cue.family not in {"groups", "items"} for row in rows):
            return
