"""A table whose cells one blank divides, each line with as many words as the names of its columns → the spans of its cells.

In:  河流名称　镇级河长　职务　联系电话 / 清水河　丁　力　副镇长　0000000 / 白沙河　石磊　镇水利站站长　0000001
Out: four cells a line; two characters that a blank divides are one name (丁　力)

Nothing is a row unless what can be told of its cells is so: persons under 姓名, 河长, units under 责任单位, digits under a telephone.
An empty cell leaves a line short: it is a row where its words can stand in one way alone.
"""

import bisect
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from extract.clean import cleaned
from extract.lexicon import any_of
from extract.names.marks import HAN_CHARACTER, NUMERAL
from extract.names.offices.posts import post_at_end
from extract.names.people import is_person_name
from extract.names.units import unit_list
from extract.tables.tables import LONGEST_NAME, UNITS, Column, column_of
from extract.text.rows.bar_cells import is_column_name

Span = tuple[int, int]
Cells = tuple[tuple[Span, ...], ...]

# names of which a row of names holds one beside a blank, asked first
BEHIND = ("职务", "姓名", "联系", "牵头", "责任", "主办", "承办", "落实", "分管", "包", "职 务", "职\u3000务")
CHIEFS = ("县级", "镇级", "乡级", "村级", "区级")  # 镇级河长
BEFORE = ("姓名", "姓 名", "姓\u3000名", "单位", "部门", "领导")
# asked from the blank on, which is rarer than they are
SIGN = re.compile(f"[ \u3000](?:(?={'|'.join((*BEHIND, *CHIEFS))})|{'|'.join(f'(?<={word}.)' for word in BEFORE)})")
WORD = re.compile(r"[^\s\u3000]+")
LEAST_COLUMNS, MOST_COLUMNS = 3, 12
LEAST_OF_PERSONS = 2  # columns of a list of persons: 姓名　职务
LONGEST_HEAD, LONGEST_ROW = 120, 400  # characters of a line
LEAST_TOLD = 2  # cells of which it can be told that they stand under their names
MOST_HEADINGS = 2  # between two rows
HEADING = re.compile(rf"[{NUMERAL}]{{1,3}}、.|[(（][{NUMERAL}]{{1,3}}[)）].")  # 一、水利类
NO_NAME = re.compile(r"[:：,，。;；、《》]")
NO_CELL = re.compile(r"[。;；:：]$|。.")
SEVERAL = re.compile("[、,]")  # between two names of a cell
NUMBER = re.compile(r"[(（]?\d{1,3}[.．、)）]?")
PHONE = re.compile(r"[\d\-—()（）/、*＊×Xx转]{3,}")
OF_PERSONS = re.compile(rf"(?:{any_of('persons', 'name_column')})|姓\s*名")
PARTICULAR = re.compile(rf"(?:{any_of('persons', 'particular_column')})$")
OF_POSTS = re.compile(
    rf"""
      {any_of("persons", "post_column")}|职\s*务
    | [拟原现]?[任免聘][命去用]?职务?             # 任职, 拟任职务, 免去职务
    """,
    re.VERBOSE,
)


def even_rows(source: str, lines: Sequence[Span], taken: AbstractSet[int]) -> dict[int, tuple[int, Cells]]:
    """The rows that single blanks divide: index of the line → index after it, spans of the cells."""
    rows: dict[int, tuple[int, Cells]] = {}
    starts = [start for start, _ in lines]
    for index in dict.fromkeys(bisect.bisect_right(starts, sign.start()) - 1 for sign in SIGN.finditer(source)):
        if index < 0 or index in taken or index in rows or not (names := _names(source, *lines[index])):
            continue
        below, told = _below(source, lines, taken, index + 1, [cleaned(source, *name) for name in names])
        if told >= LEAST_TOLD:
            rows |= {index: (index + 1, tuple((name,) for name in names))} | below
    return rows


def _names(source: str, start: int, end: int) -> list[Span]:
    """The words of a line that names columns and nothing else; [] for other lines."""
    words = [*_whole_names(source, _words(source, start, end))] if end - start <= LONGEST_HEAD else []
    if not LEAST_OF_PERSONS <= len(words) <= MOST_COLUMNS:
        return []
    names = [cleaned(source, *word) for word in words]
    if len(words) < LEAST_COLUMNS:
        return words if OF_PERSONS.fullmatch(names[0]) and OF_POSTS.fullmatch(names[1]) else []
    if any(len(name) > LONGEST_NAME or NO_NAME.search(name) for name in names):
        return []
    known = [name for name in names if names_column(name)]
    kinds = {column_of(name) or name for name in known}
    of_persons = len(known) >= LEAST_COLUMNS and any(
        OF_PERSONS.fullmatch(name) for name in names
    )  # 姓名 职务 分工 包片 包村
    most = of_persons or len(known) * 3 >= len(names) * 2
    return words if most and len(kinds) >= LEAST_COLUMNS - 1 else []


def _whole_names(source: str, words: Sequence[Span]) -> Iterator[Span]:
    """The words of a line; two whose characters blanks divide are one name where they make one: 工 作 任 务."""
    left = 0
    while left < len(words):
        right = min(left + 1, len(words) - 1)
        spaced = all(len(source[slice(*word)].split()) > 1 for word in words[left : right + 1])
        if not (spaced and is_column_name(cleaned(source, words[left][0], words[right][1]))):
            right = left
        yield words[left][0], words[right][1]
        left = right + 1


def names_column(text: str) -> bool:
    """Whether a word is what a column is called: 责任单位, 姓名, 出生年月."""
    if is_column_name(text):
        return True
    return any(names.fullmatch(text) for names in (OF_PERSONS, OF_POSTS, PARTICULAR))


def _below(
    source: str, lines: Sequence[Span], taken: AbstractSet[int], first: int, names: Sequence[str]
) -> tuple[dict[int, tuple[int, Cells]], int]:
    """The rows below a row of names, and of how many of their cells it can be told that they stand under their names."""
    rows: dict[int, tuple[int, Cells]] = {}
    headings: dict[int, tuple[int, Cells]] = {}  # since the last row, each a row of one cell
    told = 0
    for index in range(first, len(lines)):
        start, end = lines[index]
        words = _words(source, start, end) if index not in taken and end - start <= LONGEST_ROW else []
        texts = [cleaned(source, *word) for word in words]
        if len(words) == 1 and HEADING.match(texts[0]) and len(headings) < MOST_HEADINGS:
            headings[index] = (index + 1, ((words[0],),))
            continue
        row = _only(_readings(source, words, names))
        if row is None:
            break
        told += row.told
        filled = dict(zip(row.columns, row.words, strict=True))
        rows |= headings
        rows[index] = (index + 1, tuple((filled[column],) if column in filled else () for column in range(len(names))))
        headings = {}
    return rows, told


class _Row(NamedTuple):
    """The words of a line with the columns that they stand under, and of how many that can be told."""

    words: Sequence[Span]
    columns: Sequence[int]
    told: int


def _readings(source: str, words: Sequence[Span], names: Sequence[str]) -> Iterator[_Row]:
    """How the words of a line may be given to the columns; with one word too many, two beside one another may be one: 白石 水泥厂."""
    joined = [[*words[:i], (words[i][0], words[i + 1][1]), *words[i + 2 :]] for i in range(len(words) - 1)]
    for taken in joined if len(words) == len(names) + 1 else [words]:
        texts = [cleaned(source, *word) for word in taken]
        columns = columns_under(texts, names)
        told = told_of(texts, columns, names) or 0 if columns else 0
        if columns and (taken is words or told >= LEAST_TOLD):
            yield _Row(taken, columns, told)


def _only(rows: Iterator[_Row]) -> _Row | None:
    """The one reading of a line; None if there are none or several."""
    first = [*islice(rows, 2)]
    return first[0] if len(first) == 1 else None


def columns_under(texts: Sequence[str], names: Sequence[str]) -> list[int] | None:
    """The columns that the words of a line stand under, some cells of which may be empty; None if there is not one way alone.

    梅子沟　镇人大主席　0000000 may be a river without a 河长, or a 河长 below a merged cell: neither is said.
    """
    missing = len(names) - len(texts)
    if len(texts) < min(LEAST_COLUMNS, len(names)) or missing < 0 or any(NO_CELL.search(text) for text in texts):
        return None
    ways = [*islice(_ways(texts, names, 0, []), 2)]
    if len(ways) != 1 or (missing and (told_of(texts, ways[0], names) or 0) < LEAST_TOLD):
        return None
    return ways[0]


def _ways(texts: Sequence[str], names: Sequence[str], column: int, columns: list[int]) -> Iterator[list[int]]:
    """The ways to give the words to columns from `column` on in their order, none under a name that it cannot stand under."""
    if len(columns) == len(texts):
        yield columns
        return
    for under in range(column, len(names) - len(texts) + len(columns) + 1):
        if _is_under(texts[len(columns)], names[under]) is not False:
            yield from _ways(texts, names, under + 1, [*columns, under])


def told_of(texts: Sequence[str], columns: Sequence[int], names: Sequence[str]) -> int | None:
    """Of how many words it can be told that they stand under their columns; None if one does not."""
    told = [
        is_own
        for text, column in zip(texts, columns, strict=True)
        if (is_own := _is_under(text, names[column])) is not None
    ]
    return len(told) if all(told) else None


@lru_cache(maxsize=4096)
def _is_under(text: str, name: str) -> bool | None:
    """Whether a word can stand under the name of a column; None where nothing can be told."""
    kind = column_of(name)
    if OF_PERSONS.fullmatch(name):
        return is_person_name(text.split("(")[0])
    if OF_POSTS.fullmatch(name):
        return False if is_person_name(text) or _names_units(text) else None
    if kind is Column.OFFICIAL:
        return _are_officials([part.split("(")[0] for part in SEVERAL.split(text)])
    if kind is Column.NUMBER:
        return NUMBER.fullmatch(text) is not None
    if kind is Column.PHONE:
        return PHONE.fullmatch(text) is not None
    if kind in UNITS:
        return _names_units(text)
    return False if kind in (Column.TASK, Column.UNIT) and NUMBER.fullmatch(text) else None


def _names_units(text: str) -> bool:
    return unit_list(text, 0, len(text)).is_whole


def _are_officials(parts: Sequence[str]) -> bool:
    """Whether a cell names officials, with titles at most: 丁力 · 县委常委、副县长丁力 · 丁力、石磊."""
    named = [_is_official(part) for part in parts]
    return named[-1] and all(
        is_named or post_at_end(part, 0, len(part)) for is_named, part in zip(named, parts, strict=True)
    )


def _is_official(text: str) -> bool:
    """Whether a word is a name, with a title before it at most: 丁力, 副县长丁力."""
    lengths = (length for length in (2, 3) if post_at_end(text, 0, len(text) - length) is not None)
    return is_person_name(text) or any(is_person_name(text[-length:]) for length in lengths)


def _words(source: str, start: int, end: int) -> list[Span]:
    """The words of a line; two characters that a blank divides are one: 丁　力."""
    words: list[Span] = []
    for match in WORD.finditer(source, start, end):
        left, right = match.span()
        single = right - left == 1 and HAN_CHARACTER.match(source, left)
        if single and words and words[-1][1] - words[-1][0] == 1 and HAN_CHARACTER.match(source, words[-1][0]):
            words[-1] = (words[-1][0], right)
        else:
            words.append((left, right))
    return words
