"""Lists of the members of a committee below their title, with the layout's space or 、 between the names.

In:  县委委员名单(按姓氏笔画排列) / 丁力　马远　石磊(女)
Out: holds(丁力, 委员 of 县委) and so on, each quoted from the title on; a doubt of a line whose names stand too far
     below it, and of those of a title that names no body that can be told, or in a notice that changes posts
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.document import Block, Notice
from extract.facts import Doubt, Fact, Kind, Party, Relation
from extract.formats.titles.lines import listed_words, titled_day
from extract.formats.titles.stated import LONGEST_QUOTE, RULE
from extract.lexicon import any_of
from extract.names.marks import DIGITS, HAN
from extract.names.offices.office import Office
from extract.names.offices.titles import offices
from extract.names.people import is_person_name
from extract.names.persons.after_title import MARKS_OF_PERSON
from extract.names.rolls import posts_of_entry
from extract.private import is_private

MEMBERS = "list_of_members"
# 县委候补委员|名单(按得票多少为序):
TITLE = re.compile(rf"(?P<title>[{HAN}、]{{2,60}}?[委常][员委])(?P<list>名单)?(?:\([^()]*\))*:?")
NOTE = re.compile(r"\([^()]*\)")  # (共23名,按姓氏笔画为序)
NOT_SEATED = re.compile(any_of("persons", "not_seated"))
NAME = re.compile(rf"[{HAN}·]{{2,12}}")
NUMBER = re.compile(r"\d{1,3}[.、]")
OF_NOTHING = re.compile(rf"(?:第[{DIGITS}十\d]{{1,3}}届)?(?:常务)?委员会")  # of what, is not told
LEAST_RUN_TOGETHER = 5  # characters of a line without a space that can be no name alone
LEAST_NAMES = 2  # in a line below a title that does not call itself a list

Span = tuple[int, int]


class _Title(NamedTuple):
    """The line above a list, the post that it gives, and how many names make a line of it."""

    block: Block
    office: Office | None
    least: int


def members_below(notice: Notice, changes: bool) -> Iterator[Fact | Doubt]:
    """The members whom the lists of a notice name; `changes`: the notice is one of changes, so that who is new cannot be told."""
    title: _Title | None = None
    for block in notice.blocks:
        text = block.text.text
        told = None if block.is_row else _title(block)
        if told is not None or block.is_row:
            title = told
            continue
        if title is None or NOTE.fullmatch(text):
            continue
        numbered = NUMBER.match(text)
        words = [_bare(text, *word) for word in listed_words(block, numbered.end() if numbered else 0)]
        names = [word for word in words if is_person_name(text[slice(*word)])]
        whole = [word for word in words if word not in names and not offices(text, *word)]  # 丁力　县水利局局长
        cut = len(words) > 1 or len(text) < LEAST_RUN_TOGETHER or title.least > 1
        if not all(NAME.fullmatch(text, *word) for word in words) or (cut and len(names) < title.least):
            title = None
            continue
        if names:
            yield from _line(notice, block, title, names, changes)
        for word in whole:
            yield block.doubt(*word, f"{RULE}.{MEMBERS}", "persons_run_together")


def _title(block: Block) -> _Title | None:
    text = block.text.text
    told = TITLE.fullmatch(text)
    if told is None or NOT_SEATED.search(text):
        return None
    posts = posts_of_entry(text, *told.span("title"))
    office = posts[0] if len(posts) == 1 and posts[0].post_end == told.end("title") else None
    if told["list"] is None and office is None:
        return None
    known = None if office and OF_NOTHING.fullmatch(office.body) else office
    return _Title(block, known, 1 if told["list"] else LEAST_NAMES)


def _bare(text: str, start: int, end: int) -> Span:
    """A name without what stands in parentheses after it, and without the mark that closes the list."""
    mark = MARKS_OF_PERSON.search(text, start, end)
    end = mark.start() if mark else end
    return start, end - (text[end - 1] in "。;")


def _line(notice: Notice, block: Block, title: _Title, names: Sequence[Span], changes: bool) -> Iterator[Fact | Doubt]:
    """The facts of a line of names, or one doubt of those that give none."""
    if title.office is None or changes:
        code = "change_unread" if changes else "no_body"
        yield block.doubt(names[0][0], names[-1][1], f"{RULE}.{MEMBERS}", code)
        return
    office, source = title.office, block.document
    left = title.block.text.span(0, 1)[0]
    body = Party(office.kind, office.body)
    if office.body_start is not None and office.body_end is not None:
        body = title.block.party(office.kind, office.body_start, office.body_end)
    relation, far = Relation.MEMBER_OF if office.kind is Kind.GROUP else Relation.HOLDS, []
    for name in names:
        start, right = block.text.span(*name)
        if right - left > LONGEST_QUOTE or is_private(source.text[left:right]):
            far.append(name)
            continue
        person, evidence = block.party(Kind.OFFICIAL, *name), source.evidence(left, right, at=start)
        yield Fact(relation, person, body, evidence, f"{RULE}.{MEMBERS}", office.post, titled_day(notice))
    if far:
        yield block.doubt(far[0][0], far[-1][1], f"{RULE}.far", "title_too_far")
