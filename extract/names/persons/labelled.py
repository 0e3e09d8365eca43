"""The persons of a list after a label: 责任领导:方某、石某 · 牵头领导:副县长方某 · 链长:方某　市委常委、常务副市长.

In:  the span of the list, and where layout stood in it. Out: the spans of the names, and of the pieces that name nobody
"""

import re
from collections.abc import Container, Iterator
from itertools import pairwise

from extract.lexicon import any_of
from extract.names.offices.titles import offices
from extract.names.people import is_person_name
from extract.names.persons.holders import holders
from extract.private import private_spans

Span = tuple[int, int]
POST = re.compile(rf"(?:{any_of('shared', 'leader')}|同志|[长任记席员师])$")  # a post without a name says nothing


def people_of(text: str, start: int, end: int, gaps: Container[int]) -> tuple[list[Span], list[Span]]:
    """The names of a list, and its pieces that name nobody; beside a name these are parts of its title."""
    people: list[Span] = []
    others: list[Span] = []
    for left, right in _name_pieces(text, start, end):
        if beside := _names_beside_posts(text, left, right, gaps):
            people.extend(beside)
        elif named := holders(text, left, right):
            people.extend((holder.name_start, holder.name_end) for holder in named)
        elif is_person_name(text[left:right]):
            people.append((left, right))
        elif pieces := _by_gaps(text, left, right, gaps):
            people.extend(pieces)
        elif name := _before_title(text, left, right, gaps):
            people.append(name)
        else:
            others.append((left, right))
    return people, others


def _name_pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for piece in re.compile(r"[^、,;。/]+").finditer(text, start, end):
        left, right = piece.span()
        right = next(private_spans(text, left, right), (right, right))[0]
        bracket = re.compile(r"\([^()]*\)?$").search(text, left, right)
        right = bracket.start() if bracket else right
        while right > left and text[right - 1] in " (:":
            right -= 1
        right -= 2 if text.endswith("同志", left + 2, right) else 0
        if left < right:
            yield left, right


def _names_beside_posts(text: str, start: int, end: int, gaps: Container[int]) -> list[tuple[int, int]]:
    """The names of a list that only spaces divide and that holds posts too: 安某海 五县县长 五区区长 李某纪."""
    cuts = [start, *(i for i in range(start + 1, end) if i in gaps), end]
    pieces = [(a, b) for a, b in pairwise(cuts) if not (b - a > 2 and POST.search(text[a:b]))]
    is_list = len(cuts) > 3 and len(pieces) < len(cuts) - 1
    return pieces if is_list and pieces and all(is_person_name(text[a:b]) for a, b in pieces) else []


def _by_gaps(text: str, start: int, end: int, gaps: Container[int]) -> list[tuple[int, int]]:
    cuts = [start, *(i for i in range(start + 1, end) if i in gaps), end]
    pieces = list(pairwise(cuts))
    return pieces if len(pieces) > 1 and all(is_person_name(text[a:b]) for a, b in pieces) else []


def _before_title(text: str, start: int, end: int, gaps: Container[int]) -> tuple[int, int] | None:
    """The name that layout space divides from a title: 方某　市委常委."""
    cut = next((i for i in range(start + 1, end) if i in gaps), None)
    if cut is None or not is_person_name(text[start:cut]) or not offices(text, cut, end):
        return None
    return start, cut
