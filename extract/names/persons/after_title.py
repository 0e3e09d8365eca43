"""The names that one title holds for, from where the title ends.

In:  cleaned text and the offset after a title, 县长|丁力、陈晓红出席   Out: the spans of 丁力 and 陈晓红
     身为县教育局局长的|石磊 · 作为县医院院长,|尹青同志带头: a title that stands before 的 or a comma, of those who serve now
"""

import re
from collections.abc import Iterator, Mapping

from extract import lexicon
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.marks import HAN, LEVELS, is_han
from extract.names.offices.office import Office
from extract.names.offices.titles import offices
from extract.names.people import is_person_name, may_be_name, name_end

_OPENINGS = lexicon.two_character_surnames() | lexicon.name_syllables()
SURNAMES = "".join(sorted(lexicon.single_surnames() | {word[0] for word in _OPENINGS}))
MARKS_OF_PERSON = re.compile(r"\((?:女|男|[^()]{1,4}族)[^()]{0,12}\)")
TITLE_NEXT = re.compile(
    rf"(?:常务)?副?(?:{any_of('shared', 'chief')}|秘书长|[{LEVELS}镇乡局厅部院校处科]长)"
)  # 、副主任格某·其某
TOWN_NAMES = "镇乡"  # a person whose name ends so: 县政协主席李镇
DEED = re.compile(f"所(?:[作做提写述说指在率带]|{any_of('persons', 'of_him')})")  # 丁一|所作的报告
VERBS = lexicon.words_after_names()
# a name whose family name no list holds, in a list: 副主任|坚赞、|江措、德吉
OTHER_NAME = re.compile(rf"(?P<name>[{HAN}]{{2,4}})、")
# 石磊|任代县长, 石磊|作为…代表, 尹青|对外介绍: the last character of a longer name begins a word
ONE_WORD = ("任代", "作关于", "作为", "对外", "对内", "对此")
# 石磊|说: · “…”石磊|说。 · 尹青|称,: the last character of what reads as a longer name says that its bearer speaks
SPEAKS = re.compile(rf"说(?=$|[^{HAN}])|称(?=[,:“])|[问答讲](?=[:“])")
# 身为|县教育局局长|的石磊 · 作为|县医院院长|,尹青同志带头 · 兼任|县水利局局长|的副县长丁力; not 曾任…的
POSTED = re.compile(
    rf"""
    (?<![{HAN}])(?:(?P<being>身为|作为)|(?:{any_of("persons", "serves_now")}))  # 身为
    (?P<title>[^,。;:的]{{3,40}})(?:的|(?(being),(?=[{HAN}·]{{2,4}}同志)|的))                                   # 县教育局局长的
    """,
    re.VERBOSE,
)
SAYS_POST = re.compile(f"{any_of('persons', 'says_now')}|作为|[兼担]任")  # one of which POSTED needs
IN_COMPANY = re.compile(rf"正在[^,。;]{{2,60}}(?:{any_of('persons', 'in_company')})下")  # 石文正|在县长丁力陪同下
LEAST_NAME = 2  # characters
VERBS_OF_MEETING = ("出席", "主持", "参加", "讲话", "陪同", "作", "带队", "强调", "指出")


def _town_name(text: str, start: int, end: int) -> int | None:
    """Where a name ends whose last character is that of a town: 李镇|出席."""
    for stop in (start + 2, start + 3):
        if stop > end or text[stop - 1] not in TOWN_NAMES or text[start] not in SURNAMES:
            continue
        if stop == end or not is_han(text[stop]) or text.startswith(VERBS_OF_MEETING, stop):
            return stop
    return None


def _of_deed(text: str, start: int, end: int) -> int | None:
    """Where a name ends before what its bearer did: 丁一|所作的报告."""
    for stop in (start + 3, start + 2):
        if DEED.match(text, stop, end) and is_person_name(text[start:stop]):
            return stop
    return None


def _may_be_other(word: str) -> bool:
    """Whether a word of a list of names can be one: no verb, no body, no title."""
    return may_be_name(word) and word not in VERBS and kind_of_body(word) is None


def _other_name(text: str, start: int, end: int) -> int | None:
    """Where a name of no known family ends in a list that goes on with a name of the known form: 坚赞、|石磊."""
    first = other = OTHER_NAME.match(text, start, end)
    while other and _may_be_other(other["name"]):
        if name_end(text, other.end(), end) is not None:
            return first.end("name") if first else None
        other = OTHER_NAME.match(text, other.end(), end)
    return None


def names_after(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names from `start` on that one title holds for: 丁力、陈晓红出席."""
    position = start
    while position < end and not (position > start and TITLE_NEXT.match(text, position, end)):
        stop = _of_deed(text, position, end) or name_end(text, position, end) or _town_name(text, position, end)
        stop = stop or _other_name(text, position, end)
        if stop is None:
            return
        if stop - position > LEAST_NAME and (text.startswith(ONE_WORD, stop - 1) or SPEAKS.match(text, stop - 1)):
            stop -= 1
        elif IN_COMPANY.match(text, stop, end):
            stop += 1
        yield position, stop
        closing = MARKS_OF_PERSON.match(text, stop, end)
        after = closing.end() if closing else stop
        if not text.startswith("、", after):
            return
        position = after + 1


def attributed(
    text: str, start: int, end: int, titled: Mapping[int, tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], tuple[Office, ...]]]:
    """The persons whose posts stand before 的 or a comma; `titled`: names by where a title of theirs begins (副县长|丁力)."""
    for match in POSTED.finditer(text, start, end):
        posts = tuple(offices(text, *match.span("title")))
        if posts and posts[-1].post_end == match.end("title"):
            name = titled.get(match.end()) or next(names_after(text, match.end(), end), None)
            if name is not None:
                yield name, posts
