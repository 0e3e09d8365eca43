"""Named projects in the texts of items: task concerns project.

    加快江北铁路新洲段建设,完成区人民医院、区疾控中心整体迁建项目。
    → concerns 江北铁路新洲段 · 区人民医院整体迁建项目 · 区疾控中心整体迁建项目

A project has a name of its own: a place, road number, firm or quoted word before a type word, or 区 + type word. Whether a
name is its own is decided by what is left when the plain words of the lexicon are taken away (老旧小区改造项目 leaves nothing).
Kinds that the lexicon does not know slip through; the border is soft.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.clean import Text, passage
from extract.document import Notice
from extract.facts import Fact, ItemRecord, Kind, Party, Relation
from extract.formats.projects.own import Known, is_own, is_project
from extract.formats.projects.words import (
    AFTER_FACILITY,
    AFTER_WORKS,
    AREAS,
    BARE_PREFIX,
    BRACKET,
    BUILDING,
    CLAUSE,
    CLOSED,
    COUNTED,
    COUNTED_TAIL,
    DESCRIBED,
    FACILITIES,
    FIRMS,
    INNER,
    LEAD_IN,
    LEADS,
    LINKS,
    MAY_NAME,
    NEGATED,
    NOT_PROJECT,
    OF_OTHERS,
    OF_WORKS,
    OTHERS,
    PART,
    PART_ENDS,
    PHASED_TAIL,
    PHASES,
    PHASES_WRITTEN,
    QUOTED_CUE,
    SHARED,
    SIBLINGS,
    SITES,
    TITLES,
    TYPE,
    WORKS,
    cues_in,
    left_over,
)
from extract.lexicon import any_of
from extract.names.marks import HAN
from extract.slotted import slotted

RULE = "projects"
LONGEST_CLAUSE = 400  # characters between two marks; what is longer is no sentence
LONGEST_TAIL = 16  # characters between a quoted word and its type word: “互联网+”农产品出村进城项目
# what goes with the works before 及 and is no project of its own: 盐山隧道及接线工程
PART_OF_WORKS = re.compile(
    rf"(?:两侧)?(?:{any_of('projects', 'part_of_works')})(?:{any_of('projects', 'side_works')})?(?:{any_of('projects', 'works_noun')})"
)
OF_BODY = re.compile(
    rf"(?P<body>[{HAN}]{{2,20}})“[^“”]{{2,24}}(?:{any_of('projects', 'works_noun')})”$"
)  # 县人民医院“能力提升建设项目”
AND = re.compile("以及|和|与|及|and")
ENDS_BEFORE_AND = (*WORKS, *FACILITIES, *AREAS)
TOWNS = ("镇", "乡", "街")
LEAST_SHORT, LEAST_KNOWN = 3, 2  # names of two characters in a list, and how many of them must be known


@slotted
@dataclass(frozen=True, slots=True)
class _Name:
    """A name found in an item: cleaned span, the name itself, whether it is printed as such."""

    start: int
    end: int
    name: str
    printed: bool = True


def projects_of(notice: Notice, items: Iterable[ItemRecord]) -> Iterator[Fact]:
    """The named projects in the texts of items of a notice, one fact a name and item."""
    document = notice.document
    known = Known()
    for item in items:
        text = passage(document.text, item.start, item.end)
        seen: set[str] = set()
        for name in names_in(text.text, known):
            if name.name in seen:
                continue
            seen.add(name.name)
            yield _fact(notice, text, Party(Kind.TASK, item.text, item.start, item.end), name)


def _fact(notice: Notice, text: Text, task: Party, found: _Name) -> Fact:
    start, end = text.span(found.start, found.end)
    party = notice.document.party(Kind.PROJECT, start, end) if found.printed else Party(Kind.PROJECT, found.name)
    evidence = notice.document.evidence(start, end)
    return Fact(Relation.CONCERNS, task, party, evidence, RULE, None, notice.dated)


@slotted
@dataclass(frozen=True, slots=True)
class _Tail:
    """A tail, the piece that carries it, and how it was read: whole, tail, counted or phased."""

    word: str
    start: int
    end: int
    piece: str
    kind: str


@slotted
@dataclass(frozen=True, slots=True)
class _Clause:
    """What a clause says of all its pieces: it builds them; it lists projects, of which one has a name of its own."""

    builds: bool
    lists_projects: bool
    known: Known
    lists_brands: bool = False  # 华发、红星美凯龙、万达等项目: no name says what kind of site it is


def names_in(text: str, known: Known | None = None) -> list[_Name]:
    """The project names of an item's text; `known`: names found before, to which those of this text are added."""
    known = Known() if known is None else known
    cues = cues_in(text)
    if not cues and not ("“" in text and QUOTED_CUE.search(text)):
        return []
    names: list[_Name] = []
    clauses = [m.span() for m in CLAUSE.finditer(text) if 4 <= m.end() - m.start() <= LONGEST_CLAUSE]
    closed = _closed(text, clauses)
    for index, (start, end) in enumerate(clauses):
        if bisect_left(cues, start) == bisect_left(cues, end) and not QUOTED_CUE.search(text, start, end):
            continue
        builds = _builds(text, clauses, index)
        for name in _in_clause(text, start, end, known, builds=builds, closed=closed[index]):
            known.add(name.name)
            names.append(name)
    return names


def _builds(text: str, clauses: list[tuple[int, int]], index: int) -> bool:
    """Whether a clause builds, or only goes on with the list of one that does: 推进A、B路,C大桥、D大桥."""
    for start, end in reversed(clauses[: index + 1]):
        if BUILDING.search(text, start, end):
            return True
        if text[start - 1 : start] != "," or not _is_bare_list(text, start, end):
            return False
    return False


def _closed(text: str, clauses: list[tuple[int, int]]) -> list[bool]:
    """For each clause whether 等项目 after it closes its list: 推进A、B路,C大桥、D大桥等项目建设."""
    flags = [False] * len(clauses)
    closed, first, bare = False, -1, False
    for index in range(len(clauses) - 1, -1, -1) if _may_close(text, 0, len(text)) else ():
        start, end = clauses[index]
        closed = closed and bare and end + 1 == first and text[end] == "," and "、" in text[start:end]
        flags[index] = closed
        closed = closed or (_may_close(text, start, end) and bool(CLOSED.search(text, start, end)))
        first, bare = start, _is_bare_list(text, start, end)
    return flags


def _may_close(text: str, start: int, end: int) -> bool:
    """Whether what closes a list of projects can stand in text[start:end] at all: 等项目, 落地开工."""
    return text.find("等", start, end) >= 0 or text.find("落地", start, end) >= 0


def _is_bare_list(text: str, start: int, end: int) -> bool:
    """Whether a clause only goes on with a list: it has several pieces, and no verb leads in to it."""
    return text.find("、", start, end) >= 0 and not LEAD_IN.match(text, start, end)


def _in_clause(text: str, start: int, end: int, known: Known, *, builds: bool, closed: bool) -> Iterator[_Name]:
    clause = text[start:end]
    if NEGATED.search(clause):
        return
    may_close = _may_close(text, start, end)
    closing = CLOSED.search(clause) if may_close else None
    stop = start + closing.start() if closing else end
    parts = [m.span() for m in PART.finditer(text, start, end)] if PART_ENDS.search(clause) else [(start, end)]
    pieces = [piece for part in parts for piece in _and(text, *part)] if AND.search(clause) else parts
    if may_close and not closing and (firms := FIRMS.search(clause)):
        pieces = [piece for piece in pieces if piece[0] > start + firms.start()]
    names = _in_pieces(text, pieces, stop if closing or closed else start, _Clause(builds, False, known))
    if names and closing and "项目" in closing[0]:
        brands = builds and not any(name.name.endswith((*SITES, *WORKS)) for name in names)
        names = _in_pieces(text, pieces, stop, _Clause(builds, True, known, brands))
    elif closing and _are_short_forms(text, pieces, stop, known):
        names = [_Name(*_bounds(text, left, min(right, stop)), "") for left, right in pieces if left < stop]
        names = [_Name(name.start, name.end, text[name.start : name.end]) for name in names]
    beside = _beside(text, pieces, names, builds) if names else ()
    phases = _phases(text, start, end) if text.find("期", start, end) >= 0 else ()
    yield from sorted([*names, *beside, *phases], key=lambda n: n.start)
    if names and pieces and not closing:
        left, right = _bounds(text, *pieces[-1])
        last = text[left:right]
        kind = last.endswith("项目") and len(last) > 4 and not LINKS.search(last) and not TITLES.match(last)
        kind = kind and not DESCRIBED.search(last) and not COUNTED.match(last)
        if len(pieces) > 1 and kind and all(n.end <= left for n in names):
            yield _Name(left, right, last)


def _in_pieces(text: str, pieces: list[tuple[int, int]], stop: int, clause: _Clause) -> list[_Name]:
    """The names of a clause's pieces in their order; those before `stop` stand in a list closed by 等项目."""
    shared = _counted_at_end(text, pieces) if clause.builds else None
    names: list[_Name] = []
    for left, right in reversed(pieces):
        closed = left < stop
        piece_end = min(right, stop) if closed else right
        others = OTHERS.search(text, left + 2, piece_end)
        piece_end = others.start() if others else piece_end
        name = _name(text, left, piece_end, clause, closed=closed, shared=shared)
        if name is not None:
            names.append(name)
            if not name.printed and shared is not None and shared.kind == "tail" and _names_nothing_in(names, shared):
                names.append(_Name(shared.start, shared.end, shared.piece))
        if left > pieces[0][0]:  # what it lends is asked for by the piece before it
            shared = None if LINKS.search(text[left:piece_end]) else _tail(text, left, piece_end) or shared
    return sorted(names, key=lambda name: name.start)


def _beside(text: str, pieces: list[tuple[int, int]], names: list[_Name], builds: bool) -> Iterator[_Name]:
    """What a list names beside its own names: 航天新城 after 问津新城, 文化馆 after 区图书馆 (the prefix is written once)."""
    ends = {word for name in names for word in SIBLINGS if name.name.endswith(word)}
    prefixed = False
    for left, right in pieces if builds else []:
        start, end = _bounds(text, left, right)
        name = text[start:end]
        if any(start < known.end and known.start < end for known in names):
            prefixed = bool(BARE_PREFIX.match(name)) and name.endswith(FACILITIES)
        elif prefixed and len(name) > 2 and name in FACILITIES and start == left:
            yield _Name(start, end, name)
        else:
            prefixed = False
            kind = next((word for word in ends if name.endswith(word)), None)
            if kind and 2 <= len(name) - len(kind) <= 4 and not LINKS.search(name) and not COUNTED.match(name):
                yield _Name(start, end, name)


def _phases(text: str, start: int, end: int) -> Iterator[_Name]:
    """Phases that share their name: 京东电商产业园二、三期 → 京东电商产业园二期, 京东电商产业园三期."""
    for match in PHASES.finditer(text, start, end):
        left = _without_lead(text, *match.span(1))
        name = text[left : match.end(1)]
        if len(name) > 2 and not LINKS.search(name) and not DESCRIBED.search(name):
            yield from (_Name(left, match.end(), f"{name}{match[i]}期", printed=False) for i in (2, 3))


def _names_nothing_in(names: list[_Name], tail: _Tail) -> bool:
    """Whether the piece that lends its tail to another has given no name itself: 柳河、白云道路管网改造."""
    return not any(tail.start <= name.start < tail.end for name in names)


def _are_short_forms(text: str, pieces: list[tuple[int, int]], stop: int, known: Known) -> bool:
    """Whether a list closed by 等项目 calls projects by two characters each: 锂鑫、科虹、金马等项目, named in full before."""
    short = [text[slice(*_bounds(text, left, min(right, stop)))] for left, right in pieces if left < stop]
    if len(short) < LEAST_SHORT or any(len(name) != 2 or left_over(name) < 2 for name in short):
        return False
    return sum(known.has_part(name) for name in short) >= LEAST_KNOWN


def _tail(text: str, start: int, end: int) -> _Tail | None:
    """The tail that a piece may give back to the pieces before it: 整体迁建项目, 管网改造, 3个中心卫生院."""
    start = _without_lead(text, start, end)
    match = SHARED.search(text[start:end]) or PHASED_TAIL.match(text[start:end])
    if match is None or match.lastgroup is None:
        return None
    return _Tail(match[match.lastgroup], start, end, text[start:end], match.lastgroup)


def _counted_at_end(text: str, pieces: list[tuple[int, int]]) -> _Tail | None:
    """The tail that a list counts at its end: 白石、云岭镇等3家中心敬老院."""
    if len(pieces) < 2 or text.find("等", *pieces[-1]) < 0:
        return None
    left, right = pieces[-1]
    match = COUNTED_TAIL.search(text, left, right)
    return _Tail(match["counted"], left, right, text[left:right], "counted") if match else None


def _given_back(name: str, tail: _Tail) -> str | None:
    """The name with the tail that its list writes once: 区人民医院 + 整体迁建项目; None where it has an end of its own."""
    if tail.kind == "whole":
        return name + tail.word
    if tail.kind == "phased":
        return name + tail.word if name.endswith(PHASES_WRITTEN) else None
    if tail.kind == "counted":
        is_site = tail.word.endswith(FACILITIES) and not NOT_PROJECT.search(tail.word)
        return name + tail.word if is_site and not name.endswith(FACILITIES) else None
    if name.endswith(AREAS):
        return name + tail.word
    if 2 <= len(name) <= 3 and len(tail.piece) - len(name) >= 4 and not TYPE.search(name):
        return name + tail.piece[len(name) :]
    return None


def _and(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A part, cut at 和, 与 or 及 where a name of a project or an area ends before it."""
    for joint in AND.finditer(text, start + 3, end - 2):
        if PART_OF_WORKS.match(text, joint.end(), end):
            continue
        if text.endswith(ENDS_BEFORE_AND, start, joint.start()):
            yield start, joint.start()
            yield from _and(text, joint.end(), end)
            return
    yield start, end


def _name(
    text: str,
    start: int,
    end: int,
    clause: _Clause,
    *,
    closed: bool,
    shared: _Tail | None,
) -> _Name | None:
    if shared is None and not closed and not (TYPE.search(text, start, end) or MAY_NAME.search(text, start, end)):
        return None
    full_start, full_end, known = start, end, clause.known
    start, end = _bounds(text, start, end)
    if end - start < 2 or (text[end - 1] == "”" and not AFTER_WORKS.match(text[end:full_end])):
        return None
    name = text[start:end]
    builds = clause.builds or text.startswith("主体工程", end)
    if OF_OTHERS.search(text[full_start:start]) and not name.endswith(WORKS):
        return None
    if shared is not None and end == full_end and not LINKS.search(name):
        whole = _given_back(name, shared)
        town = shared.kind == "counted" and name.endswith(TOWNS)
        if whole and len(name) <= 12 and (town or is_own(name, known)) and not COUNTED.match(name):
            return _Name(start, end, whole, printed=False)
    own = SHARED.search(name)
    if own and own["counted"]:
        place = name[: own.start()]
        whole = place + own["counted"]
        is_one = builds and len(place) >= 2 and whole.endswith(FACILITIES) and left_over(place) >= 2
        is_one = is_one and not NOT_PROJECT.search(whole)
        return _Name(start, end, whole, printed=False) if is_one and shared is None else None
    if closed and clause.lists_brands and len(name) == 2 and left_over(name) == 2:
        return _Name(start, end, name)
    if closed and clause.lists_projects and len(name) > 4 and name.endswith(SITES) and not TITLES.match(name):
        return _Name(start, end, name)
    return _Name(start, end, name) if is_project(name, closed=closed, builds=builds, known=known) else None


@lru_cache(maxsize=64)
def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without what leads in to the name and what follows its type word; of a piece it is asked again and again."""
    start = _without_lead(text, start, end)
    quoted = text.find("“", start, end)
    body = OF_BODY.match(text[start:end]) if quoted > start else None
    if body and body["body"].endswith(FACILITIES):
        return start, end
    if quoted == start:
        close = text.find("”", start, end)
        stop = close + 1 if close >= 0 else end
        for kind in TYPE.finditer(text, stop, min(end, stop + LONGEST_TAIL)):
            follows = AFTER_WORKS if kind[0] in OF_WORKS else AFTER_FACILITY
            if follows.match(text[kind.end() : end]):
                return start, kind.end()
        return start, stop
    for kind in reversed(list(TYPE.finditer(text, start, end))):
        first, stop = kind.span()
        bracket = BRACKET.match(text, stop, end) if text.startswith("(", stop) else None
        stop = bracket.end() if bracket else stop
        if text.startswith(("全线", "危桥", "阶段"), first - 1) or text.endswith("的", start, first):
            continue
        follows = AFTER_WORKS if kind[0] in OF_WORKS else AFTER_FACILITY
        if follows.match(text[stop:end]) or (bracket and text.startswith(("工程", "项目"), stop)):
            end = stop
            break
    for inner in INNER.finditer(text, start + 1, end):
        if TYPE.search(text, inner.end(), end) and "“" not in text[start : inner.start()]:
            start = _without_lead(text, inner.end(), end)
    if text.endswith("主体工程", start, end) and end - start > 6:
        end -= 4
    return start, end


def _without_lead(text: str, start: int, end: int) -> int:
    first = text[start : start + 1]
    if first not in LEADS and not first.isdigit() and not first.isspace():
        return start
    lead = LEAD_IN.match(text, start, end)
    return lead.end() if lead and lead.end() < end else start
