"""Series of units that no word announces: paragraphs or headings that open with a unit, rows that hold one, each with what it is to do.

In:  the passages of a notice   Out: those that nobody read, in runs of three and more; one alone that names its unit in full

    白石街:发展文旅产业,…   云岭街:做精商贸产业,…   县水利局负责巡查堤防,…
    一、县林业局 / 1.完成荒山造林200亩。 / 2.…                                  a heading, and all below it
    1⇥县水利局⇥疏浚河道,整治岸线,…⇥方小舟                                      under headers that no list of columns knows
"""

import re
from collections.abc import Iterator, Sequence

from extract.accounts.claims import DOUBT, ITEM
from extract.accounts.passages import Passage
from extract.accounts.units import is_unit
from extract.names.marks import ENUMERATOR, HAN, LEVELS, NUMERAL

LEAST = 3
FARTHEST = 20  # characters of a unit at the head of a passage
LONGEST_CELL = 40  # characters of a cell of units
LEAST_HEADING = 3  # characters of a unit that is a heading: 办公室 is of every body
SAID = re.compile(rf"[{HAN}](?:[^。]{{0,3}}[{HAN}]){{9}}")  # ten letters and more, hardly any figures between
OPENING = re.compile(rf"(?:{ENUMERATOR})?(?P<unit>[{HAN}]{{2,{FARTHEST}}}?)(?:\([^()]{{2,16}}\))?(?P<mark>:|负责|$)")
NAMED = re.compile(rf"(?![{NUMERAL}])(?:[{LEVELS}]|[{HAN}]{{2,4}}[{LEVELS}](?=[{HAN}]))")  # 县水利局, 安山县水利局
# 市财政部门|负责…: a unit by its field, which no rule takes for a body
OF_FIELD = re.compile(rf"[{LEVELS}](?![级直内])[{HAN}]{{2,8}}(?<![有相各]关)部门")
READ = frozenset(
    {"items", "groups", "hosts", "division", "registers", "progress", "personnel", "titles", "documents", DOUBT, ITEM}
)
MOST_BELOW = 30  # lines below a heading that is a unit


def unread_series(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The passages of each run of three and more that open with or hold a unit, where no rule claims any of them."""
    run: list[Passage] = []
    opened = 0  # how many of the run open with a unit
    heading, below = False, 0  # whether a unit heads what follows, and how many lines have followed it
    for passage in passages:
        mark = _unread_mark(passage)
        below = below + 1 if mark is None else 0
        if mark is not None:
            run.append(passage)
            opened += 1
            heading = mark == ""
        elif heading and below <= MOST_BELOW and not passage.block.is_row and not passage.claims.anywhere(READ):
            run.append(passage)
        else:
            run = run[: 1 - below] if below > MOST_BELOW else run  # no list of tasks is so long: the text goes on
            yield from run if opened >= LEAST else filter(is_named, run)
            run, opened, heading = [], 0, False
    yield from run if opened >= LEAST else filter(is_named, run)


def _unread_mark(passage: Passage) -> str | None:
    """The mark of a passage that no rule claims; what the cheaper question settles is not asked of the other."""
    if passage.block.is_row:
        return None if passage.claims.anywhere(READ) else _mark(passage)
    mark = _mark(passage)
    return None if mark is None or passage.claims.anywhere(READ) else mark


def is_named(passage: Passage) -> bool:
    """Whether one passage alone says what a unit is to do that it names in full: 16.县水利局:指导各乡镇…."""
    match = OPENING.match(passage.chars)
    if match is None or NAMED.match(match["unit"]) is None:
        return False
    return match["mark"] == ":" or match[0].endswith("项)")  # (一)县水利局(3项) over its items


def _mark(passage: Passage) -> str | None:
    """What stands behind the unit with which a passage opens, "" of a heading; None of another passage."""
    chars = passage.chars
    if passage.block.is_row:
        texts = [cell.text for cell in passage.block.cells if cell.text]
        units = [text for text in texts if len(text) <= LONGEST_CELL and _is_list(text)]
        return ":" if units and any(SAID.match(text) and not _is_list(text) for text in texts) else None
    match = OPENING.match(chars)
    if match is None or not (is_unit(match["unit"]) or OF_FIELD.fullmatch(match["unit"])):
        return None
    if not match["mark"]:
        return "" if match.start("unit") and len(match["unit"]) >= LEAST_HEADING else None
    return match["mark"] if SAID.match(chars, match.end()) else None


def _is_list(text: str) -> bool:
    """Whether a cell lists units and says nothing else."""
    return all(is_unit(word) for word in text.split("、"))
