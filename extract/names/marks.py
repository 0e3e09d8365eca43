"""The marks of which patterns are made, each defined once: what a Han character is, a numeral, a level, an enumerator, a 文号.

    re.compile(rf"(?P<name>[{HAN}·]{{2,12}})同志")

Names of CHARACTERS are what stands between the brackets of a character class; the others are fragments to be put into a pattern.
EXAMPLES has for each what it matches and what it must not; a test runs them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extract.lexicon import any_of

# Han characters: extension A, the unified block, compatibility ideographs, and planes 2 and 3, in which characters of the
# national table for names stand (U+2C029); no 〇, which is a numeral, though it stands in a few names
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
DIGITS = "一二三四五六七八九"
NUMERAL = DIGITS + "十百零〇"  # characters of a number in words
LEVELS = "省市县区州盟旗"  # what closes the name of a jurisdiction
BULLETS = "●◆★▲■•·○"
CIRCLED = "①-⑳⑴-⒇㈠-㈩❶-❿"

CHARACTERS = ("HAN", "DIGITS", "NUMERAL", "LEVELS", "BULLETS", "CIRCLED")

SECTIONS = f"{any_of('shared', 'section')}"  # what the parts of an organ are called
IN_WORDS = rf"[{DIGITS}十百]{{1,4}}"  # 三, 十二, 一百零五 without its 零
YEAR = r"(?:19|20)\d\d"
ENUMERATOR = (
    rf"(?:[(]?(?:{IN_WORDS}|\d{{1,3}})[)]"  # (一) 1) (12)
    rf"|{IN_WORDS}[、.:]"  # 一、
    r"|\d{1,3}[.、](?!\d)"  # 1. 12、
    r"|\d{1,2}(?:\.\d{1,2}){1,3}[.、]?(?!\d|[.、])"  # 2.1
    rf"|第[{NUMERAL}\d]{{1,5}}[编章节条款项]"  # 第三条
    rf"|[{CIRCLED}])"
)
DOC_NUMBER = (
    rf"(?P<code>(?!(?<=[\d{DIGITS}十])[日月])(?![{HAN}]{{0,14}}关于)[{HAN}]{{2,16}})"  # 新政发, 国办发, 1985年6月3日|安政 after its day
    rf"[\[(<〈「{{〔【„‹](?P<year>{YEAR})年?[\])>〉」}}〕】‟›]"  # 〔2019〕, also [2019], (2019), 【2019】
    r"第?(?P<serial>\d{1,5})号"
)
HAN_CHARACTER = re.compile(f"[{HAN}]")
ENUMERATED = re.compile(ENUMERATOR)
IN_ADDRESS = re.compile(r"[路街道巷村]|\d号|大厦|广场")  # one of which an address holds


@dataclass(frozen=True, slots=True)
class Examples:
    """Texts that a mark matches whole, and texts that it must not."""

    yes: tuple[str, ...]
    no: tuple[str, ...]


EXAMPLES: Mapping[str, Examples] = {
    "HAN": Examples(("安", "㛃", "\uf9dc", "\U0002c029", "\U00030edd"), ("A", "5", "、", "·", "〇", "か", "한", "")),
    "DIGITS": Examples(("一", "九"), ("十", "1", "〇")),
    "NUMERAL": Examples(("一", "十", "百", "〇", "零"), ("千", "1", "两", "①")),
    "LEVELS": Examples(("省", "旗"), ("镇", "街", "国")),
    "BULLETS": Examples(("●", "·"), ("-", "一")),
    "CIRCLED": Examples(("①", "⑴", "㈠", "❶"), ("1", "一")),
    "SECTIONS": Examples(("科室", "处室", "股室"), ("教室", "科", "室")),
    "IN_WORDS": Examples(("三", "十二", "二十五"), ("12", "零", "二〇二二年")),
    "YEAR": Examples(("1998", "2022"), ("1880", "22", "20222")),
    "ENUMERATOR": Examples(
        ("一、", "(一)", "1.", "12、", "1)", "2.1", "2.1.3", "第三条", "第十二章", "①"),
        ("一", "12", "安山", "第三", "1.5亿", "(一", "2022年"),
    ),
    "DOC_NUMBER": Examples(
        ("安政发〔2019〕5号", "临政办[2020]第12号", "安山府函(2021)3号", "临江市政规【2022】1号"),
        ("〔2019〕5号", "安政发2019年5号", "安政发〔19〕5号", "安政发〔2019〕号", "关于对安政发〔2019〕5号"),
    ),
}


_HAN_IN_MARKS = frozenset(f"第附注{DIGITS}十百")


def may_open_with_mark(text: str) -> bool:
    """Whether a text may begin with an enumerator or a bullet, at a glance: most lines begin with a word."""
    first = text[:1]
    return not "\u4e00" <= first <= "\u9fff" or first in _HAN_IN_MARKS


def is_han(text: str) -> bool:
    """Whether every character of a text is Han; no for an empty one."""
    return bool(text) and all(
        "\u4e00" <= c <= "\u9fff" or "\u3400" <= c <= "\u4dbf" or "\uf900" <= c <= "\ufaff" or c >= "\U00020000"
        for c in text
    )
