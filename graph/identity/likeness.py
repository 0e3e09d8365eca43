"""How near two names of bodies are: one left short, misprinted, renamed by a reform.

In:  two BodyNames, or two strings. Out: yes or no, or the reason that says how.

    区企人中心 is a short form of 区企业和人才服务中心; 区水务局 the first part of 区水务和湖泊局
    郝城街 is a slip for 邾城街: 郝 looks like 邾; 区自然资源局和规划局 has the ending put in
"""

import re
from collections import Counter
from functools import cache

from extract.clean import in_order
from extract.names.marks import DIGITS, LEVELS
from extract.wording.reasons import Reason, reason
from graph.identity.compare import (
    JOINERS,
    SECTIONS,
    BodyName,
    Family,
    canonical_function,
    is_standard,
    standard_function,
)
from graph.lexicon import any_of, functions, look_alike, reforms, word_entries

NUMERALS = frozenset(f"0123456789十百廿{DIGITS}")
NATIONAL = re.compile(f"^(?:{any_of('names', 'national')})(?=.)")  # before what a body does: 国家|教委
WORD_ENDS = "业化性省市州县区院街"  # what may close a word of three characters: 会展业, 信息化, 山东省
RANK_OF_BRANCH = re.compile("[县区市旗]?[支分]$")  # 安山县分|行, 安山支|行
LEAST_LEFT = 4  # characters of a function that a lost one leaves


@cache
def _agencies() -> frozenset[str]:
    return frozenset(JOINERS.sub("", e.full) for e in functions() if e.agency)


@cache
def _reforms() -> dict[str, tuple[str, str]]:
    table = reforms()
    return {JOINERS.sub("", e.old): (JOINERS.sub("", e.new), e.since) for e in table}


@cache
def _ministries() -> frozenset[str]:
    return frozenset(JOINERS.sub("", entry.old) for entry in reforms() if entry.ministry)


def is_short_form(short: BodyName, full: BodyName, strict: bool = True) -> bool:
    """Whether one name is made of the other by leaving characters out: same ending, in order, some of each part.

    园林 of 园林和林业; 国资监管 of 国有资产监督管理; not 水务 of 水务和湖泊 (nothing of the second part)
    """
    if (short.code, short.family, short.ending, short.organ) != (full.code, full.family, full.ending, full.organ):
        return False
    left, right = short.printed, JOINERS.sub("", full.printed)
    if full.family is Family.BODY and (not full.ending or full.ending in SECTIONS):
        return False  # a whole name of the lexicon, one whose ending says nothing, or a section among its like
    if short.branch and not full.branch:
        return False
    if _tells_apart(left, right):
        return False  # 第二人民医院 and 第十二人民医院
    local = NATIONAL.sub("", left)
    if not in_order(standard_function(left), full.function) or not in_order(standard_function(local), full.function):
        return False  # 国管, 国家教 are standard short forms of another function
    if len(full.parts) > 1 and left == full.parts[0]:
        return False  # 教育局 keeps one part of 教育和体育局: is_first_part
    if not 2 <= len(left) < len(right) or left[0] != right[0] or _adds_place(left, right):
        return False
    if strict and len(full.parts) == 1 and not _keeps_each_word(left, right):
        return False
    return _covers(left, tuple(JOINERS.sub("", part) for part in full.parts))


def _adds_place(short: str, full: str) -> bool:
    """Whether one name has a place more than the other: 税务总局安山市|税务 and 税务总局安山市|桥东区|税务 are two bodies."""
    more = len(full) - len(short)
    return more > 1 and any(
        full[:cut] == short[:cut] and full[cut + more :] == short[cut:] and full[cut + more - 1] in LEVELS
        for cut in range(1, len(short) + 1)
    )


def _covers(short: str, parts: tuple[str, ...]) -> bool:
    """Whether `short` divides into pieces, one a part, each an ordered subsequence of its part and none empty."""
    if len(parts) == 1:
        return in_order(short, parts[0])
    return any(
        in_order(short[:cut], parts[0]) and _covers(short[cut:], parts[1:])
        for cut in range(1, len(short) - len(parts) + 2)
    )


def _keeps_each_word(short: str, full: str) -> bool:
    """Whether a short form keeps the first character of every word of a name, but for words that say little.

    国资监管 of 国有|资产|监督|管理; 公路 of 公路|管理, 大数据 of 大数据|管理; neither 财政 of 财政|金融 nor 北京奥组 of 北京|冬奥|组
    """
    if not full:
        return not short
    if full == short or (full.startswith(short) and _says_little(full[len(short) :])):
        return True
    for word in _words_at(full):
        if word in _left_out() and _keeps_each_word(short, full[len(word) :]):
            return True
        kept = (length for length in range(1, min(len(word), len(short)) + 1) if short[0] == word[0])
        if any(
            in_order(short[1:length], word[1:]) and _keeps_each_word(short[length:], full[len(word) :])
            for length in kept
        ):
            return True
    return False


def _says_little(rest: str) -> bool:
    """Whether the rest of a name is made of words that a short form may leave out: 管理, 发展服务."""
    return not rest or any(rest.startswith(word) and _says_little(rest[len(word) :]) for word in _left_out())


def _words_at(text: str) -> list[str]:
    """The words that a name may go on with: of two characters, of three that end like one, of the lexicon."""
    longer = text[:3] if text[2:3] in tuple(WORD_ENDS) else ""
    known = [word for word in _left_out() if len(word) > 2 and text.startswith(word)]
    return [word for word in (text[:2], longer, *known) if word]


@cache
def _left_out() -> frozenset[str]:
    return frozenset(word for entry in word_entries("functions.toml", "left_out") for word in entry.words)


def is_firm_by_short_name(short: BodyName, full: BodyName) -> bool:
    """Whether one name leaves the firm's form out: 城南市政 of 城南市政集团."""
    same = (short.code, short.family, short.function, short.organ) == (
        full.code,
        full.family,
        full.function,
        full.organ,
    )
    return same and not short.ending and full.ending == "公司" and len(short.function) >= 4


def is_firm_of_another_trade(short: BodyName, full: BodyName) -> bool:
    """Whether a firm's name is the other's but for words after it: 云湖公司 and 云湖投资公司 may be two firms."""
    same = (short.code, short.family, short.ending, short.organ) == (full.code, full.family, full.ending, full.organ)
    longer = len(full.printed) > len(short.printed) >= 2
    return same and short.ending == "公司" and longer and full.printed.startswith(short.printed)


def zone_in_brackets(short: BodyName, full: BodyName) -> bool:
    """Whether a zone goes by the name that the other's brackets hold: 柳泉开发区 of 临江(柳泉)经济开发区."""
    same = (short.code, short.family, short.ending, short.organ) == (full.code, full.family, full.ending, full.organ)
    return same and short.family is Family.STREET and full.function.endswith(f"({short.function})")


def lost_character(variant: BodyName, target: BodyName) -> bool:
    """Whether a name lost a character of a function that is standard: 县场监督管理局 of 县市场监督管理局.

    It is a slip even where the whole name stands in the same list, for no body does what the rest says.
    """
    if not _same_kind(variant, target) or not variant.ending or not is_standard(target.function):
        return False
    one_short = len(target.function) - len(variant.function) == 1 and len(variant.function) >= LEAST_LEFT
    return one_short and in_order(variant.function, target.function) and not is_standard(variant.function)


def is_tail(short: BodyName, full: BodyName) -> bool:
    """Whether a name keeps the end of a standard function and is none itself: 区环境分局 beside 区生态环境分局."""
    if not _same_kind(short, full) or not short.ending or is_standard(short.function):
        return False
    known = is_standard(full.function) or full.function in {new for new, _ in _reforms().values()}
    left_out = len(full.function) - len(short.function)
    return known and full.function.endswith(short.function) and 0 < left_out <= 2 <= len(short.function)


def is_first_part(short: BodyName, full: BodyName) -> bool:
    """Whether one name keeps only the first part of the other: 水务局 of 水务和湖泊局, 自然资源局 of 自然资源和规划局."""
    first = full.full_parts[0]
    return _same_kind(short, full) and len(full.full_parts) > 1 and short.function in {first, canonical_function(first)}


def is_last_part(short: BodyName, full: BodyName) -> bool:
    """Whether one name keeps only the last part of the other: 房管局 of 住房保障和房屋管理局."""
    last = full.full_parts[-1]
    if full.ending in SECTIONS:
        return False  # sections stand among their like
    return _same_kind(short, full) and len(full.full_parts) > 1 and short.function in {last, canonical_function(last)}


def is_branch_of_other_rank(left: BodyName, right: BodyName) -> bool:
    """Whether a bank's branch in one place is printed with two ranks: 人行安山县分行 beside 中国人民银行安山支行."""
    ranks = {left.function[-1:], right.function[-1:]}
    places = {RANK_OF_BRANCH.sub("", name.function) for name in (left, right)}
    return _same_kind(left, right) and left.ending == "行" and ranks == {"支", "分"} and len(places) == 1


def lacks_place_of_street(left: BodyName, right: BodyName) -> bool:
    """Whether a street lacks the place before its name: 二桥街 beside 江汉二桥街."""
    same = (left.code, left.family, left.ending, left.organ) == (right.code, right.family, right.ending, right.organ)
    longer = len(right.function) - len(left.function) >= 2 <= len(left.function)
    return same and left.family is Family.STREET and longer and right.function.endswith(left.function)


def _same_kind(one: BodyName, other: BodyName) -> bool:
    return (one.code, one.family, one.ending, one.organ) == (other.code, other.family, other.ending, other.organ)


def one_agency(left: BodyName, right: BodyName) -> bool:
    """Whether the names differ in 委 or 局 alone, for a function that has one agency: 卫健委, 卫健局."""
    alike = (left.code, left.function, left.organ) == (right.code, right.function, right.organ)
    return alike and left.function in _agencies() and {left.ending, right.ending} == {"委", "局"}


def renamed(old: BodyName, new: BodyName) -> str | None:
    """The year since which a national reform gives the one name to the other's body: 环境保护局 → 生态环境局, 2018."""
    reform = _reforms().get(old.function)
    if reform is None or (old.code, old.organ) != (new.code, new.organ) or reform[0] != new.function:
        return None
    local = {old.ending, new.ending} <= {"局", "委", "办"}
    above = old.ending == new.ending and (old.ending == "厅" or (old.ending == "部" and old.function in _ministries()))
    return reform[1] if local or above else None


def reformed(old: BodyName) -> str | None:
    """The function into which a national reform turned this one: 环境保护 → 生态环境."""
    reform = _reforms().get(old.function)
    return reform[0] if reform else None


def slip(variant: BodyName, target: BodyName) -> Reason | None:
    """How a printer's or reader's slip makes one name of the other; None if it does not.

    区农村农业局 of 区农业农村局; 郝城街 of 邾城街; 区文化和旅游游局 of 区文化和旅游局
    """
    same = (variant.code, variant.family, variant.ending, variant.organ)
    if same != (target.code, target.family, target.ending, target.organ):
        return None
    if target.ending in SECTIONS or len(target.printed) < (2 if target.family is Family.STREET else 4):
        return None
    return slip_of(variant.printed, target.printed)


def misprint_of(variant: BodyName, target: BodyName) -> bool:
    """Whether a name is another one with a character doubled or the ending put in: 自然资源局和规划局, 文化和旅游游局."""
    if not _same_kind(variant, target) or len(target.printed) < 4:
        return False
    doubled = re.sub(r"(.)\1", r"\1", variant.printed) == target.printed != variant.printed
    return doubled or (
        bool(target.ending) and variant.printed.replace(target.ending, "") == target.printed != variant.printed
    )


def _tells_apart(one: str, other: str) -> bool:
    """Whether what one of two names has more makes another thing of it: 第|十|一中学, 东|西|湖, 北京|冬|奥组委, 第二十 and 第十二."""
    more = Counter(one)
    more.subtract(other)
    unlike = [character for character, times in more.items() if times]
    single = sum(map(abs, more.values())) == 1
    if not unlike and one != other:  # the same characters in another order
        unlike = [a for a, b in zip(one, other, strict=True) if a != b]
    return any(character in NUMERALS or (single and character in _qualifiers()) for character in unlike)


@cache
def _qualifiers() -> frozenset[str]:
    return frozenset(word for entry in word_entries("functions.toml", "qualifier") for word in entry.words)


def slip_of(variant: str, target: str, words: bool = True) -> Reason | None:
    """How a slip makes one string of the other: characters exchanged, doubled, taken for a look-alike, or put in."""
    if variant == target or _tells_apart(variant, target):
        return None
    if len(variant) == len(target):
        differing = [(a, b) for a, b in zip(variant, target, strict=True) if a != b]
        if len(differing) == 1 and look_alike(*differing[0]):
            return reason("looks_alike", a=differing[0][0], b=differing[0][1])
        if len(target) >= 4 and sorted(variant) == sorted(target):
            return reason("other_order")
        return None
    if re.sub(r"(.)\1", r"\1", variant) == re.sub(r"(.)\1", r"\1", target):
        return reason("character_twice")
    if words and len(target) >= 5 and len(target) - len(variant) == 1 and in_order(variant, target):
        return reason("character_left_out")
    if words and len(target) >= 6 and 0 < len(variant) - len(target) <= 2 and in_order(target, variant):
        return reason("word_put_in")
    return None
