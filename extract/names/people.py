"""Names of persons, by how they are written: 赵利洪, 王振, 欧阳震华, 阿不都热合曼·买买提.

In:  cleaned text. Out: whether a word can be a person's name. A name is not looked up anywhere: the family name is lexicon
data, the given name is any one or two characters that do not betray another kind of word.
"""

import re
from functools import lru_cache

from extract import lexicon
from extract.lexicon import single_surnames, two_character_surnames
from extract.names.marks import HAN

HAN_OF_NAMES = HAN + "〇"  # 〇 stands in a few names
_ONE = "".join(sorted(single_surnames()))
_TWO = "|".join(sorted(two_character_surnames()))

PERSON = rf"(?:[{HAN_OF_NAMES}]{{1,8}}(?:[·•・‧][{HAN_OF_NAMES}]{{1,8}}){{1,3}}|(?:{_TWO})[{HAN_OF_NAMES}]{{1,2}}|[{_ONE}][{HAN_OF_NAMES}]{{1,3}})"
"""A regex fragment for a name of two to four characters, or one with ·; where it ends, the caller's context decides."""

DOTTED = re.compile(rf"[{HAN_OF_NAMES}]{{1,8}}(?:[·•・‧][{HAN_OF_NAMES}]{{1,8}}){{1,3}}")
HAN_WORD = re.compile(rf"[{HAN_OF_NAMES}]{{2,5}}")
_SYLLABLES = lexicon.name_syllables()
_SOUNDS = lexicon.name_sounds()
NAME_LENGTHS = (3, 2, 4)  # characters of a name, the usual length first
SOUNDED = range(4, 10)  # lengths of a name that is written by its sound
_AFTER = lexicon.words_after_names()
_LONGEST_AFTER = max(map(len, _AFTER))
DOTS = "·•・‧"
PREPOSITIONS = "在到对向就率"  # 纪银|在会上
ADVERBS = "也还又则已曾并将就都外"  # that end a name now and then, but seldom
NEVER_GIVEN = "在"  # 纪银|在主持学习时: the verb that follows would leave 纪银在
_WHOLE_OPENINGS = two_character_surnames() | _SYLLABLES
STREET_NUMBER = re.compile(r"[路街道巷弄里]\d{1,5}(?:[-—]\d{1,4})?号")
# 石磊任|支部书记 · 县水利局副局长石磊和|县农业局副局长: a person stands in what comes before the post
SERVES_THERE = re.compile(rf"^(?P<serves>[{HAN}]{{2,3}})任(?!务)|[长任记](?P<beside>[{HAN}]{{2,3}})和(?=[{HAN}]{{3}})")
NO_HAN = re.compile(rf"[^{HAN_OF_NAMES}]")
_POSTS = frozenset(word for entry in lexicon.posts() for word in entry.words)
_TITLES = _POSTS | {word for entry in lexicon.heads() for word in entry.words}
_BEFORE_TITLES = tuple(sorted(lexicon.modifiers() | lexicon.party_organs(), key=len, reverse=True))
_WORDS = lexicon.words_like_names()
_NEVER = lexicon.words_never_names()
_OPENINGS = lexicon.openings_unlike_names()
_NOT_LAST = frozenset("的了着要不与及或各等该这被把到省市县区镇局委厅办副代兼街乡处股室部族")
_OF_PART = frozenset("组队站")  # 专家组, 后勤组: nobody's name
NO_FAMILY = "副第"  # 副|林长, 第六|任委员: no family name
NOT_FOURTH = "村寨屯任"
HONORIFICS = lexicon.words_of("names", "honorific")
_SAYS = lexicon.words_of("names", "says")
SAYS_HOW = re.compile(
    rf"(?:{lexicon.any_of('names', 'manner')})(?:地|而[{HAN}]{{1,4}})?(?={lexicon.any_of('names', 'says')})"
)
NEVER_LAST = (*HONORIFICS, "代理", "中学", "小学")  # 任代理|区长, 区长|明中学
_NOT_INSIDE = frozenset("的了这被把们您等")


@lru_cache(maxsize=65536)
def is_person_name(text: str) -> bool:
    """Whether `text` as a whole can be a person's name: 赵利洪, 王振, 欧阳震华, 阿依努尔·买买提."""
    return reads_as_name(text, single_surnames(), two_character_surnames())


def reads_as_name(text: str, singles: frozenset[str], doubles: frozenset[str]) -> bool:
    """Whether `text` can be a name of one of these families, or one without a family name."""
    if DOTTED.fullmatch(text) or is_sounded(text):
        return True
    if not HAN_WORD.fullmatch(text) or text in _WORDS or text[:2] in _OPENINGS:
        return False
    if (
        text[-1] in _NOT_LAST
        or text[-1] in _OF_PART
        or text.endswith(NEVER_LAST)
        or any(char in _NOT_INSIDE for char in text)
    ):
        return False
    if text[1:] in _POSTS or is_title_alone(text) or text.endswith(_SAYS):
        return False
    if text[:2] in _SYLLABLES:
        return True
    if text[:3] in doubles:
        return len(text) in (4, 5)  # 钮祜禄海
    if len(text) > 4:
        return False
    if text[:2] in doubles:
        return len(text) >= 3
    if text[0] not in singles:
        return False
    return len(text) < 4 or (text[1] in singles and text[-1] not in NOT_FOURTH)  # 包东河村, 龙林峰任|副县长


@lru_cache(maxsize=4096)
def is_title_alone(text: str) -> bool:
    """Whether `text` is a post and what stands before posts: 秘书长, 副市长, 党委书记."""
    while text not in _TITLES:
        before = next((word for word in _BEFORE_TITLES if text.startswith(word)), None)
        if before is None:
            return False
        text = text[len(before) :]
    return True


@lru_cache(maxsize=4096)
def is_sounded(text: str) -> bool:
    """Whether `text` is a name of five and more characters written by its sound: 乌云毕力格, 额尔敦巴雅尔."""
    return len(text) in SOUNDED and text not in _WORDS and all(char in _SOUNDS for char in text)


@lru_cache(maxsize=65536)
def may_be_name(text: str) -> bool:
    """Whether `text` can be a name where the sentence already says that a name stands here (任命…为), any family name."""
    if DOTTED.fullmatch(text) or is_sounded(text):
        return True
    if not HAN_WORD.fullmatch(text) or text in _WORDS or text in _OPENINGS or text[0] in NO_FAMILY:
        return False
    if text[-1] in _OF_PART or text[1:] in _POSTS or any(char in _NOT_INSIDE for char in text):
        return False  # 会主任: what a line break left of a title
    return not is_title_alone(text)


def is_stated_name(text: str) -> bool:
    """Whether `text` can be a name where 同志 or 任命…为 says that one stands here: also a listed word, 严明同志."""
    if may_be_name(text):
        return True
    if len(text) not in (2, 3) or not HAN_WORD.fullmatch(text) or text in _NEVER or text in _POSTS:
        return False
    return text[0] in single_surnames() and text[-1] not in _NOT_LAST and text[1:] not in _POSTS


def is_street(text: str, end: int) -> bool:
    """Whether what ends at `end` is a street with the number of a house: 市长江路25号 is an address and names no mayor."""
    return STREET_NUMBER.match(text, end - 1) is not None


def name_end(text: str, start: int, end: int) -> int | None:
    """Where the name that starts at `start` ends, by what follows it; None if that cannot be told.

    高杰举行 → 高杰 (举行 follows, 行 alone would not); 刘润长、 → 刘润长.
    """
    dotted = DOTTED.match(text, start, end)
    if dotted:
        return _dotted_end(text, start, dotted.end(), end)
    if SAYS_HOW.match(text, start, end):
        return None  # 县长|郑重表示
    stops = [
        start + length
        for length in (9, 8, 7, 6, 5, 4, 3, 2)
        if start + length <= end
        and is_person_name(text[start : start + length])
        and _may_follow(text, start + length, end)
    ]
    if any(stop - start < 4 and _follower(text, stop, end) > 1 for stop in stops):
        stops = [stop for stop in stops if stop - start < 4 or text[start : start + 2] in _SYLLABLES]
    stops = [stop for stop in stops if not any(_follower(text, other, stop) > 1 for other in stops if other < stop)]
    if len(stops) > 1:
        stops = _likely(text, start, stops)
    if len(stops) < 2:
        return stops[0] if stops else None
    clear = [stop for stop in stops if stop == end or NO_HAN.match(text, stop)]
    return max(clear or stops, key=lambda stop: (_follower(text, stop, end), stop))


def _likely(text: str, start: int, stops: list[int]) -> list[int]:
    """Of several ends those that leave the likelier name: 应勇|也及时, 王晋成|向大家."""
    listed = text.startswith(("、", "("), start + 4)  # 孟和达来、: no verb stands before such a mark
    if start + 4 in stops and start + 3 in stops and text[start : start + 2] not in _WHOLE_OPENINGS and not listed:
        stops = [stop for stop in stops if stop != start + 4]
    if start + 2 in stops and text[start + 2] in PREPOSITIONS and text[start : start + 2] not in _WHOLE_OPENINGS:
        stops = [stop for stop in stops if stop != start + 4]
    for length in (2, 3) if text[start : start + 2] in _WHOLE_OPENINGS else (2,):
        if start + length in stops and text[start + length] in ADVERBS + NEVER_GIVEN:
            stops = [stop for stop in stops if stop != start + length + 1]
    return stops


def _dotted_end(text: str, start: int, stop: int, end: int) -> int | None:
    """Where the last part of a name with · ends: 哈力克·吐尔逊到 → 哈力克·吐尔逊."""
    last = max(text.rfind(dot, start, stop) for dot in DOTS) + 1
    for position in range(last + 2, stop):
        if _follower(text, position, end):
            return position
    return stop if stop - last <= 5 else None


def _may_follow(text: str, position: int, end: int) -> bool:
    return position == end or NO_HAN.match(text, position) is not None or _follower(text, position, end) > 0


def _follower(text: str, position: int, end: int) -> int:
    """Length of the longest known follower at `position`."""
    for length in range(min(_LONGEST_AFTER, end - position), 0, -1):
        if text[position : position + length] in _AFTER:
            return length
    return 0


def names_somebody(body: str) -> bool:
    """Whether a person and a post stand in what would be a body: 石磊任|支部, 县水利局副局长石磊和|县农业局."""
    serves = SERVES_THERE.search(body) if "任" in body or "和" in body else None
    return serves is not None and is_person_name(serves["serves"] or serves["beside"])
