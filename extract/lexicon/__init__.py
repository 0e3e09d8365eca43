"""Typed, strict access to the word lists beside this file.

In:  `posts.toml`, `bodies.toml`, `names.toml`: tables of entries, each with words, what they mean, an example that the
     entry must recognise and a counterexample that it must not.
Out: tuples of frozen entries. A misspelt key, a missing example or a word listed twice is a LexiconError, never ignored.

Doors: the function of each list, `table`, `words_of` and `any_of` (any of them), `alternatives` (of words that no
table holds), `loading.table_of` (lists of other packages), `cues`, `characters`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.lexicon.alternatives import alternatives
from extract.lexicon.loading import Entry, table_of

KINDS = {"department", "street", "group"}


@dataclass(frozen=True, slots=True)
class PostEntry:
    """Words for a post. `organ`: the body's last character that the word itself carries (教育局长 = 教育局 + 局长)."""

    words: tuple[str, ...]
    example: str
    counterexample: str
    organ: str = ""


@dataclass(frozen=True, slots=True)
class HeadEntry:
    """A post that names its own body: 区长 → 区人民政府."""

    words: tuple[str, ...]
    body: str
    example: str
    counterexample: str


@dataclass(frozen=True, slots=True)
class WordsEntry:
    """Words that share one meaning, which the table's name states."""

    words: tuple[str, ...]
    example: str
    counterexample: str


@dataclass(frozen=True, slots=True)
class CueEntry:
    """Words that announce a relation. `aside`: they only look so, and are set aside with this code."""

    words: tuple[str, ...]
    relation: str
    example: str
    counterexample: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class EndingEntry:
    """Endings of names of bodies. `kind`: department, street or group. `whole`: the ending may be a whole name."""

    words: tuple[str, ...]
    kind: str
    example: str
    counterexample: str
    whole: bool = False

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"kind {self.kind!r} is none of {', '.join(sorted(KINDS))}")


def table(name: str, section: str, kind_of_entry: type[Entry]) -> tuple[Entry, ...]:
    """The entries of [[section]] in the word list `name`."""
    return table_of("extract.lexicon", f"{name}.toml", section, kind_of_entry)


def words_of(name: str, *sections: str) -> tuple[str, ...]:
    """The words of some tables in the word list `name`, the longest first, as alternatives of a pattern have to stand."""
    words = (word for section in sections for word in _words(name, section))
    return tuple(sorted(words, key=len, reverse=True))


def any_of(name: str, *sections: str) -> str:
    """The words of some tables of a word list as the alternatives of a pattern."""
    return alternatives(words_of(name, *sections))


def _words(name: str, section: str) -> Iterator[str]:
    return (word for entry in table(name, section, WordsEntry) for word in entry.words)


@cache
def single_surnames() -> frozenset[str]:
    """Family names of one character."""
    return frozenset("".join(_words("names", "surname")))


@cache
def two_character_surnames() -> frozenset[str]:
    """Family names of two characters: 欧阳, 司马."""
    return frozenset(_words("names", "compound_surname"))


@cache
def openings_unlike_names() -> frozenset[str]:
    """Two characters with which no name begins, though the first is a family name: 任命."""
    return frozenset(_words("names", "not_opening"))


@cache
def words_like_names() -> frozenset[str]:
    """Words that look like a name and are none, though a longer name may begin so: 成立."""
    return frozenset(_words("names", "not_name"))


@cache
def words_never_names() -> frozenset[str]:
    """Words that are not a name even before 同志: 全体同志, 党员同志."""
    return frozenset(_words("names", "never_name"))


@cache
def words_after_names() -> frozenset[str]:
    """Words that follow a name in running text: 主持, 出席."""
    return frozenset(_words("names", "after_name"))


@cache
def name_syllables() -> frozenset[str]:
    """Beginnings of Tibetan, Mongolian, Uygur and Kazakh names written without ·: 扎西, 巴特, 阿不."""
    return frozenset(_words("names", "syllables"))


@cache
def name_sounds() -> frozenset[str]:
    """Characters that write names of Mongolian, Uygur, Kazakh and Tibetan by their sound: 额尔敦巴雅尔."""
    return frozenset(_words("names", "sound"))


@cache
def posts() -> tuple[PostEntry, ...]:
    """Words for posts: 局长, 书记, 总工程师."""
    return table("posts", "post", PostEntry)


@cache
def heads() -> tuple[HeadEntry, ...]:
    """Posts that name their own body: 区长, 市长, 总理."""
    return table("posts", "head", HeadEntry)


@cache
def ranks() -> frozenset[str]:
    """Ranks that stand in parentheses after a post: 正处级, 副科长级."""
    return frozenset(_words("posts", "rank"))


@cache
def modifiers() -> frozenset[str]:
    """Words before a post that belong to it: 副, 常务, 专职."""
    return frozenset(_words("posts", "modifier"))


@cache
def descriptions() -> frozenset[str]:
    """Words that stand where a post stands and are none: 负责人, 分管领导."""
    return frozenset(_words("posts", "description"))


@cache
def academic_titles() -> frozenset[str]:
    """Titles that are not a post: 教授, 院士."""
    return frozenset(_words("posts", "academic"))


@cache
def not_posts() -> frozenset[str]:
    """Words that run over the end of a post and the next word: 理事 of 办理事项."""
    return frozenset(_words("posts", "not_post"))


@cache
def party_organs() -> frozenset[str]:
    """Organs inside a body whose 书记, 成员, 委员 a post is: 党组, 党委, 检委会."""
    return frozenset(_words("posts", "organ"))


@cache
def organ_posts() -> frozenset[str]:
    """Posts within such an organ: 书记, 成员, 专职委员."""
    return frozenset(_words("posts", "organ_post"))


@cache
def prefixes() -> frozenset[str]:
    """Words before a title that are no part of it: 兼, 现任."""
    return frozenset(_words("posts", "prefix"))


@cache
def former() -> frozenset[str]:
    """Words that make a title a former one: 原, 曾任."""
    return frozenset(_words("posts", "former"))


@cache
def endings() -> tuple[EndingEntry, ...]:
    """Endings of names of bodies, with the kind that they mean."""
    return table("bodies", "ending", EndingEntry)


@cache
def committee_fields() -> frozenset[str]:
    """Fields whose 委员会 is a standing agency and no group: 发展和改革, 卫生健康."""
    return frozenset(_words("bodies", "agency_committee"))


@cache
def agency_fields() -> tuple[str, ...]:
    """What names of agencies begin with: 统计, 人力资源."""
    return tuple(_words("bodies", "field"))


@cache
def group_fields() -> frozenset[str]:
    """Fields whose 管理委员会 is a group and no zone: 公积金管理, 应急管理."""
    return frozenset(_words("bodies", "group_field"))


@cache
def abbreviated_groups() -> frozenset[str]:
    """Short names of groups: 安委会, 防指."""
    return frozenset(_words("bodies", "group_short"))


@cache
def generic_bodies() -> frozenset[str]:
    """Names of organs that are none without the body they belong to: 办公室, 办事处, 理事会."""
    return frozenset(_words("bodies", "generic"))


@cache
def not_bodies() -> frozenset[str]:
    """Words that end like a body and are none: 全部, 内部, 会议室."""
    return frozenset(_words("bodies", "not_body"))


@cache
def aggregate_starts() -> frozenset[str]:
    """Words that open a set of bodies without a name: 各, 有关, 区直."""
    return frozenset(_words("bodies", "aggregate_start"))


@cache
def aggregate_ends() -> frozenset[str]:
    """Words that close a set of bodies without a name: 成员单位, 民主党派."""
    return frozenset(_words("bodies", "aggregate_end"))
