"""Lines below the names of officials that may say what these do, and that nobody read.

In:  the passages of a notice   Out: those lines, where several persons stand so

    副院长　白立言 / 医疗、护理、院感      副局长 石磊 / 工作板块：农业、社保      no verb, no label that a rule knows
"""

import re
from collections.abc import Iterator, Sequence

from extract.accounts.claims import DOUBT, ITEM
from extract.accounts.names import is_person_name
from extract.accounts.passages import Passage
from extract.accounts.units import is_unit
from extract.lexicon import any_of
from extract.names.marks import HAN

LEAST = 2  # persons with such a line
FAR = 3  # lines below the name: the title, a label
LONGEST_NAME_LINE, LONGEST_WORK = 48, 200  # characters
# 预算、国库、绩效管理 · 财政、税务等工作 · 工作板块:农业
LISTED = re.compile(rf"(?:[{HAN}()“”]{{2,16}}[、;,]){{1,40}}[{HAN}()“”]{{2,16}}[。;]?")
LABELLED = re.compile(rf"[{HAN}]{{0,8}}(?:{any_of('pages', 'work_label')})[{HAN}]{{0,4}}:[{HAN}]{{2}}")
BESIDES = re.compile(rf"{any_of('pages', 'besides')}|\d{{4}}年|[长记任席员师](?:、|[。;]?$)")
OF_PERSON = re.compile(rf"(?P<name>[{HAN}]{{2,4}}?)(?:同志)?(?:\(.+\))?:(?P<given>[{HAN}、,;]{{3,80}})[。;]?$")
PLACE = re.compile("[镇乡村街]$|社区$|项目$|学校$|中学$|小学$")
READ = frozenset({"items", "groups", "hosts", "division", "registers", "personnel", "documents", DOUBT, ITEM})


def unread_work(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The lines right below persons with titles that list what nobody read, where two persons and more stand so."""
    by_official: dict[int, Passage] = {}
    for index, passage in enumerate(passages):
        if not _names_official(passage):
            continue
        for below in passages[index + 1 : index + 1 + FAR]:
            if below.block.is_row or below.claims.anywhere(READ) or _opens_person(below):
                break
            if _may_tell_work(below.chars):
                by_official[index] = below
                break
    if len(by_official) >= LEAST:
        yield from by_official.values()
    lines = [passage for passage in passages if _gives(passage)]
    if len(lines) >= LEAST:
        yield from lines


def _gives(passage: Passage) -> bool:
    """Whether a line names a person and, after a colon, bodies that nobody read: 石磊同志:白石镇、县医院."""
    line = OF_PERSON.match(passage.chars) if not passage.block.is_row else None
    if line is None or not is_person_name(line["name"]) or passage.claims.anywhere(READ | {"titles"}):
        return False
    return all(is_unit(word) or PLACE.search(word) for word in re.split("[、,;]", line["given"]))


def _names_official(passage: Passage) -> bool:
    """Whether a short line names a person with a title that a fact states: 副院长　白立言, 职务:副局长."""
    if passage.block.is_row or len(passage.chars) > LONGEST_NAME_LINE or "。" in passage.chars[:-1]:
        return False
    return passage.claims.anywhere({"titles"})


def _opens_person(passage: Passage) -> bool:
    """Whether the next person begins: a title is stated, or a name stands at the head."""
    return passage.claims.anywhere({"titles"}) or bool(passage.names and passage.names[0][0] <= 1)


def _may_tell_work(chars: str) -> bool:
    if len(chars) > LONGEST_WORK or BESIDES.search(chars):
        return False
    return LISTED.fullmatch(chars) is not None or LABELLED.match(chars) is not None
