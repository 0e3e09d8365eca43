"""The verbs of a division of work: 分管, 协助X抓, 具体负责, 负责领导.

In:  cleaned text. Out: where each duty begins, and its verb with the adverbs that belong to the printed role.

    主持全面工作,并直接分管财务;协助总经理抓安全 → 主持 · 直接分管 · 协助
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.clean import Text
from extract.formats.divisions.lines import has_gap
from extract.lexicon import any_of, words_of
from extract.lexicon.signs import sign_of

# a village, a firm, a household that an official looks after: no field of work, and the end of the fields before it
LOOKED_AFTER = (
    "包联",
    "包保",
    "包抓",
    "包挂",
    "挂包",
    "挂联",
    "挂钩联系",
    "包村",
    "驻村",
    "驻点",
    "联点",
    "蹲点",
    "结对帮扶",
)
# 负责人力资源 is 负责 + 人力资源, 负责人 and 负责制 are no verb
IN_CHARGE = r"负责(?!人(?![力口事民才防大社武居工员文])|制(?![定造度])|同志|本单位)"
NOT_LIAISED = any_of("divisions", "not_liaised")
NO_CONTACT = rf"(?!{NOT_LIAISED}|人(?!大|武|社|民|行)|单位[:]|单位$)"  # 联系群众, 联系人, 联系单位: are no verb
# each alternative begins with a plain character, so that a text without one of these is passed over at a glance
VERB_WORD = (
    rf"负责领导|负责协调联系(?!单位|部门)|负责联系协调(?!单位|部门)|负责联系(?!单位|部门)|领导(?<!等领导)(?!下|的?陪同|{any_of('divisions', 'leaders_are')})|主持(?!{any_of('portfolios', 'chairs_meeting')}|并|[,。;]|人(?!大|民|事)|了)"
    rf"|主管(?!部门|单位|机关|领导)|分管(?!{any_of('portfolios', 'not_charged')}|副|的|工作[:]|工作$)|{any_of('portfolios', 'for_another')}|{IN_CHARGE}"
    rf"|协调联系{NO_CONTACT}|联系协调{NO_CONTACT}|联系{NO_CONTACT}|联络{NO_CONTACT}|{any_of('portfolios', 'coordinates')}|牵头(?:协调|负责|抓好?)|牵头(?!{any_of('portfolios', 'leads_label')}|人)|主抓好?(?!落实)|抓好?(?!落实)"
    rf"|{'|'.join(LOOKED_AFTER)}"
)
ADVERB = any_of("divisions", "adverb")
CONNECTOR = any_of("divisions", "connector")
HELPS = r"(?<=协助)(?:管理|做好|处理|推进|协调|落实)"  # 协助管理法制工作, without a person
GUIDES = f"(?:{any_of('divisions', 'guides')})"  # 联系和指导|图书馆
ROLE = rf"(?:{ADVERB})*(?:{VERB_WORD}|{HELPS})(?:[和、](?:联系(?=单位:)|(?=负责|领导|主持|分管|主管|联系)(?:{VERB_WORD}))|(?<=联系)[和、与]{GUIDES})?"
VERB_PHRASE = re.compile(
    rf"(?:在[^,;。、]{{2,16}}?(?:领导|指导)下,?)?(?:{CONNECTOR}|、)*(?:负责(?=协助))?(?P<verb>{ROLE}|协助)"
)
FIRST_VERB = re.compile(rf"{VERB_WORD}|协助")
MAY_CALL = sign_of(FIRST_VERB)
OVERALL = re.compile(
    rf"""
    ^(?:[为是][^,;。]{{2,24}}责任人,)?对(?P<field>[^,;。]{{2,30}}?)(?:工作)?  # 为第一责任人,对某某工作
    (?P<verb>{any_of("divisions", "answers_in_full")})  # 负总责
    """,
    re.VERBOSE,
)
# the characters that the phrase of a verb may begin with
OPENINGS = frozenset("在、对为是负协领主分代兼联统牵抓管做处推落") | {
    word[0] for word in (*words_of("divisions", "adverb", "connector"), *LOOKED_AFTER)
}
AFTER_GAP = re.compile(any_of("divisions", "after_gap"))
CLAUSE_MARKS = ",;。:"
CLAUSE_MARK = re.compile(f"[{CLAUSE_MARKS}]")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of a duty: where its phrase begins (并), where the printed word stands."""

    phrase: int
    start: int
    end: int


def opens_duty(chars: str, at: int = 0) -> bool:
    """Whether a duty begins at `at`: 负责…, 并协助…."""
    if chars[at : at + 1] not in OPENINGS:
        return False
    return VERB_PHRASE.match(chars, at) is not None or (
        chars.startswith(("对", "为", "是"), at) and OVERALL.match(chars[at : at + 60]) is not None
    )


def may_tell_duty(chars: str) -> bool:
    """Whether a duty can begin anywhere in the text, at a cheap look: a verb, or 对…负总责."""
    return FIRST_VERB.search(chars) is not None or ("对" in chars and "负" in chars)


def verbs_of(text: Text, start: int, limit: int) -> Iterator[Verb]:
    """The verbs whose phrases begin in text[start:limit], each at the beginning of a clause (or after layout)."""
    chars = text.text
    for match in VERB_PHRASE.finditer(chars, start):
        position = match.start()
        if position >= limit:
            break
        marked = chars[position - 1] in CLAUSE_MARKS or _behind_bracket(chars, start, position)
        if position == start or marked or _behind_layout(text, position):
            yield Verb(position, match.start("verb"), match.end("verb"))


def has_duty(chars: str) -> bool:
    """Whether any clause of the text begins with a verb."""
    if FIRST_VERB.search(chars) is None:
        return False
    starts = (0, *(mark.end() for mark in CLAUSE_MARK.finditer(chars)))
    return any(VERB_PHRASE.match(chars, start) is not None for start in starts if chars[start : start + 1] in OPENINGS)


def _behind_bracket(chars: str, start: int, at: int) -> bool:
    """Whether the bracket in which the duties began ends at `at`: (主持全面工作)|分管财务."""
    return chars[at - 1] == ")" and chars.count("(", start, at) < chars.count(")", start, at)


def _behind_layout(text: Text, at: int) -> bool:
    """负责财政工作　分管县财政局: a space stands for a mark."""
    if not has_gap(text, at) or text.text[at - 1] in "、和及与" or not AFTER_GAP.match(text.text, at):
        return False
    return text.offsets[at] - text.offsets[at - 1] > 1
