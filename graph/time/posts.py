"""What a printed post says: its name, the capacity in which it is held, whether one person holds it at a time.

代区长 → 区长, acting; 副局长(挂职) → 副局长, seconded; 局长, 常务副局长 → held by one; 副局长, 党组成员 → by several
"""

import re
from enum import StrEnum
from functools import cache

from extract.facts import Fact
from graph.ids import normal_name
from graph.lexicon import capacities, word_entries


class Capacity(StrEnum):
    """In what capacity the post is held."""

    FULL = "full"
    ACTING = "acting"
    CONCURRENT = "concurrent"
    SECONDED = "seconded"
    IN_CHARGE = "in_charge"
    PROBATION = "probation"


CAPACITY_OF_MODE = {
    "代理": Capacity.ACTING,
    "代": Capacity.ACTING,
    "挂任": Capacity.SECONDED,
    "挂职": Capacity.SECONDED,
    "兼任": Capacity.CONCURRENT,
    "兼": Capacity.CONCURRENT,
    "主持工作": Capacity.IN_CHARGE,
    "主持": Capacity.IN_CHARGE,
}
RANK = re.compile(r"\((?:[正副]?[厅处科股]级|[^()]*级)\)$")
HOLDERS = {Capacity.FULL, Capacity.ACTING, Capacity.PROBATION, Capacity.CONCURRENT}


@cache
def _words() -> tuple[tuple[str, ...], ...]:
    tables = ("single", "shared", "executive")
    return tuple(tuple(word for entry in word_entries("posts.toml", table) for word in entry.words) for table in tables)


@cache
def _capacity_words() -> tuple[tuple[re.Pattern[str], Capacity], ...]:
    patterns = []
    for entry in capacities():
        words = "|".join(map(re.escape, sorted(entry.words, key=len, reverse=True)))
        patterns.append((re.compile(rf"^(?:{words})(?!表|办)|[(,](?:{words})\)?$"), Capacity(entry.capacity)))
    return tuple(patterns)


def is_single_holder(post: str) -> bool:
    """Whether one person at a time holds the post: 局长, 党组书记, 常务副县长, 总工程师; not 副局长, 成员, 四级调研员."""
    single, shared, executive = _words()
    for word in executive:
        post = post.removeprefix(word)
    return not any(word in post for word in shared) and post.endswith(single)


def post_of(fact: Fact) -> tuple[str, Capacity]:
    """The name of the post of a fact, capacity words and rank taken off, and the capacity."""
    post = RANK.sub("", normal_name(fact.role or ""))
    capacity: Capacity | None = None
    for pattern, found in _capacity_words():
        bare = pattern.sub("", post)
        if bare != post and bare:
            post, capacity = bare, found
            break
    mode = fact.qualifiers.mode or ""
    for word, found in CAPACITY_OF_MODE.items():
        if mode.startswith(word):
            capacity = found
            break
    if capacity is None:
        capacity = Capacity.PROBATION if fact.qualifiers.probation else Capacity.FULL
    return post, capacity
