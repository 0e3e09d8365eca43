"""Sentences that say by whom each of several things is done: the thing first, then 由 and the units.

In:  the cleaned text of a paragraph. Out: its Statements; what stands before each, from the one before it, is the item

    城市供水、排水管理均由县水务局负责,户外广告审批归口由县城管局负责。      → two
    (二)城区排涝由县住建局、县城管局分别牵头,县水利局配合。                  → one
    2.清理河道垃圾——县水利局负责,各镇配合                                    → one

Of a paragraph without an enumerator one sentence alone may tell who usually does a thing, and is none.
"""

import re
from collections.abc import Iterator

from extract.document import Notice
from extract.formats.items.item import MARK
from extract.lexicon import any_of
from extract.names.shares import Statement
from extract.names.statement import statement
from extract.text.articles import in_articles

SHORTEST_ITEM, LONGEST_ITEM = 4, 80
LEAST = 2  # sentences of a paragraph without an enumerator
SENTENCE = re.compile("[^。;]+")
BY = re.compile(
    rf"""
    (?P<how>(?:{any_of("answers", "given_how")})*由|(?:{any_of("answers", "given_how")})(?=[省市县区])|——)  # 均由
    (?P<who>[^。;:由]{{2,80}}?(?:{any_of("items", "leads_or_answers")})              # 县水务局负责
    (?:[,、][^。;:由,]{{2,80}}?(?:{any_of("answers", "given_helps")}))?)(?=[,。;]|$)  # ,县财政局配合
    """,
    re.VERBOSE,
)
BY_PLAIN = re.compile("由")
# 该项工作由…, 办公室日常工作由…, 本办法由…: of the sentence before, of a group, of the paper itself; 户外广告不由…, 排水原由…: no duty now
NO_ITEM = re.compile(
    rf"""
      ^(?:{any_of("answers", "no_item_opens")})|{any_of("answers", "no_item")}  # 该项工作
    | (?<![草平高荒打许认])(?:{any_of("answers", "no_item_ends")})$  # 户外广告|不; not 草原
    """,
    re.VERBOSE,
)


def told_by_whom(notice: Notice, text: str) -> Iterator[Statement]:
    """The statements of a paragraph whose sentences name a thing and by whom it is done."""
    if in_articles(notice):
        return
    told: list[Statement] = []
    for sentence in SENTENCE.finditer(text):
        here = list(_of_sentence(text, *sentence.span()))
        if not here:
            break
        told += here
    if len(told) >= LEAST or (told and MARK.match(text) and _is_apart(text, told[0])):
        yield from told


def _is_apart(text: str, told: Statement) -> bool:
    """Whether one sentence alone says that a thing is given to somebody: 均由…负责, A牵头,B配合; not …由A负责."""
    return BY_PLAIN.match(text, told.start) is None or len(told.shares) > 1 or "牵头" in (told.shares[0].role or "")


def _of_sentence(text: str, left: int, right: int) -> Iterator[Statement]:
    mark = MARK.match(text, left, right)
    position = mark.end() if mark else left
    for by in BY.finditer(text, position, right):
        start = position + (text[position] == ",")
        item = text[start : by.start()].rstrip(",")
        if not SHORTEST_ITEM <= len(item) <= LONGEST_ITEM or NO_ITEM.search(item):
            return
        opening = by.start() if by["how"].endswith("由") else by.start("who")
        stated = statement(text, text.index("由", opening) if by["how"].endswith("由") else opening, by.end())
        if stated is None or stated.rest or not any(share.units for share in stated.shares):
            return
        stated.start = by.start()
        yield stated
        position = by.end()
