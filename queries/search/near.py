"""What is tried where nothing bears the words typed: names that sound alike, that differ by one character, that hold the characters in order.

胡燕萍          →  胡艳萍                          the same pinyin
区园林合林业局  →  区园林和林业局                  one character another
乡村振兴领导组  →  区实施乡村振兴战略领导小组      its characters in order
谁分管教育      →  教育                            words of asking left out, so that what is asked about remains
临江市2022年教育  →  教育                          and times and places loaded
"""

import re
import sqlite3
from functools import cache

from extract.lexicon.loading import tables
from graph.stores.tokens import ALL_HAN
from queries.search.periods import without_period
from queries.search.tokens import folded, pinyin, topics

LEAST, LONGEST = 2, 24  # characters of a name that is compared
LEAST_FIXED = 2  # characters that must stay where one is another
LEAST_SCATTERED = 5  # characters that must stand in a name in their order
MOST = 40
LONGEST_PART = 14  # characters of a name that is looked for within what was typed
NOT_WITHIN = ("official", "post")  # two characters of a longer name may be a person's, and a post stands with its body


def near_names(index: sqlite3.Connection, typed: str) -> dict[int, str]:
    """The things with a name near to what was typed, each with that name; the first way that finds any is the only one."""
    wanted = folded("".join(typed.split()))
    if not LEAST <= len(wanted) <= LONGEST or not ALL_HAN.fullmatch(wanted):
        return {}
    return _alike_in_sound(index, wanted) or _one_other(index, wanted) or _scattered(index, wanted)


def names_within(index: sqlite3.Connection | None, typed: str) -> list[str]:
    """Whole names and words of fields of work that stand in the words typed, the longest first: 优化营商环境条例 → 营商环境.

    Never a part of a word: what is offered is called so in the documents, or goes by several names. Without an index only the latter.
    """
    runs = [match[0][:LONGEST] for match in ALL_HAN.finditer(folded("".join(typed.split())))]
    parts = {
        run[start : start + length]
        for run in runs
        for length in range(LEAST, min(len(run), LONGEST_PART) + 1)
        for start in range(len(run) - length + 1)
    }
    known = {word for words in topics() for word in words if word in parts}
    if index is not None and parts:
        marks = ",".join("?" * len(parts))
        rows = index.execute(
            f"SELECT DISTINCT s.folded FROM said s JOIN thing t ON t.id = s.thing WHERE s.folded IN ({marks}) AND t.kind NOT IN (?, ?)",
            (*sorted(parts), *NOT_WITHIN),
        )
        known |= {str(row[0]) for row in rows}
    kept: list[str] = []
    for part in sorted(known - {folded(typed)}, key=lambda one: (-len(one), one)):
        if not any(part in longer for longer in kept):
            kept.append(part)
    return kept


def _alike_in_sound(index: sqlite3.Connection, wanted: str) -> dict[int, str]:
    readings = sorted({pinyin(wanted)[0], pinyin(wanted, person=True)[0]})
    marks = ",".join("?" * len(readings))
    rows = index.execute(
        f"SELECT thing, folded FROM said WHERE full IN ({marks}) AND length(folded) = ? LIMIT ?",
        (*readings, len(wanted), MOST),
    )
    return dict(rows.fetchall())


def _one_other(index: sqlite3.Connection, wanted: str) -> dict[int, str]:
    if len(wanted) <= LEAST_FIXED:
        return {}
    likes = [f"{wanted[:position]}_{wanted[position + 1 :]}" for position in range(len(wanted))]
    where = " OR ".join("folded LIKE ?" for _ in likes)
    rows = index.execute(f"SELECT thing, folded FROM said WHERE {where} ORDER BY thing LIMIT ?", (*likes, MOST))
    return dict(rows.fetchall())


def _scattered(index: sqlite3.Connection, wanted: str) -> dict[int, str]:
    if len(wanted) < LEAST_SCATTERED:
        return {}
    like = "%" + "%".join(wanted) + "%"
    rows = index.execute(
        "SELECT thing, folded FROM said WHERE folded LIKE ? ORDER BY length(folded), thing LIMIT ?", (like, MOST)
    )
    return {thing: name for thing, name in reversed(rows.fetchall()) if len(name) <= 3 * len(wanted)}


@cache
def _asking() -> re.Pattern[str]:
    table = tables("queries.search", "words.toml")["asking"]
    assert isinstance(table, dict)
    words = sorted(str(table["words"]).split(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


@cache
def _questions() -> tuple[tuple[str, tuple[str, ...]], ...]:
    table = tables("queries.search", "words.toml")["question"]
    assert isinstance(table, list)
    return tuple((str(row["name"]), tuple(str(row["words"]).lower().split())) for row in table)


def asked_questions(typed: str) -> list[str]:
    """The questions of which the typed words speak, by their names: 今年到期的任务 → deadlines."""
    spelt = folded("".join(typed.split()))
    return [name for name, words in _questions() if any(word in spelt for word in words)]


def asked_about(typed: str) -> str:
    """What a question asks about, its time and its words of asking left out; what was typed where nothing else remains."""
    rest = " ".join(_asking().sub(" ", without_period(typed)).split())
    return rest if len(rest.replace(" ", "")) >= LEAST else typed


def without_place(index: sqlite3.Connection, typed: str) -> str:
    """The words without the places loaded that they name: 新洲区 环保 → 环保; what was typed where nothing else remains."""
    places = sorted((str(row[0]) for row in index.execute("SELECT DISTINCT place FROM thing")), key=len, reverse=True)
    rest = typed
    for name in places:
        if name:
            rest = rest.replace(name, " ")
    rest = " ".join(rest.split())
    return rest if len(rest.replace(" ", "")) >= LEAST else typed
