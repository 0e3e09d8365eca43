"""Persons inside one running sentence, each with duties: 主任王某同志主持…;副主任李某同志分管….

In:  a line that does not begin with a name line. Out: each person's head, and where that person's duties end.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import replace

from extract.clean import Text
from extract.formats.divisions.duties.verbs import FIRST_VERB, MAY_CALL, opens_duty
from extract.formats.divisions.heads import Head, head_of, may_head, tells_post
from extract.formats.divisions.house import House
from extract.formats.divisions.labels import label_of
from extract.formats.divisions.lines import gaps_in, has_gap
from extract.formats.divisions.naming import enumerated
from extract.formats.divisions.retold import named_before, risen
from extract.lexicon import any_of
from extract.names.offices.office import moved

IN_NEWS = re.compile(any_of("divisions", "in_news"))  # 县长某某主持…会议 divides no work
PERSON = re.compile(r"[长任记员席委理师官监]|同志")
SENTENCE_END = re.compile("[。;]|(?<=如下):")  # 分工如下:|石磊主任:主持…
LEAST_PAGE = 12  # characters of a text that may hold several persons
REACH = 300  # how far a name line with a life may reach
LONGEST_LABEL = 10
LONGEST_TITLE = 30
# 石磊　副县长|分管工作:教育 · 县长|姓名:石磊
LABEL_INSIDE = re.compile(rf"(?:{any_of('divisions', 'column_verb')})[^,;。:]{{0,4}}:|(?<=[长记任])姓名:")
CLAUSE = re.compile("[^,;。:—]+")
SHORTEST_CLAUSE, LONGEST_CLAUSE = 3, 60


def sections_of(text: Text, house: House, strict: bool, known: Set[str] = frozenset()) -> Iterator[tuple[Head, int]]:
    """The heads of the persons that a line names before their verbs, each with the end of its section.

    `strict`: nothing else says that the text divides work; `known`: the persons named so far.
    """
    chars = text.text
    heads: list[Head] = []
    for match in CLAUSE.finditer(chars):
        start, end = match.start(), min(match.end(), match.start() + LONGEST_CLAUSE)
        if end - start < SHORTEST_CLAUSE:
            continue
        again = None if strict else named_before(chars, start, known) or risen(chars, start, house, known)
        if again is not None:
            heads.append(again)
            continue
        verb = FIRST_VERB.search(chars, start + 2, end)
        if verb is None or not PERSON.search(chars, start, verb.start()) or opens_duty(chars, start):
            continue
        if strict and IN_NEWS.search(chars, verb.end(), verb.end() + 30):
            continue
        part = text.part(start, len(text)) if start else text
        head = head_of(part, house)
        if head is None or head.body > verb.start() - start + 1 or not opens_duty(part.text, head.body):
            continue
        heads.append(_moved(head, start))
    for index, head in enumerate(heads):
        stop = heads[index + 1].start if index + 1 < len(heads) else len(chars)
        yield head, stop


def divided(text: Text, house: House) -> list[Text]:
    """A text, divided where another person's name line or another label begins: a page that lost its line breaks.

    …分管县审计局。 罗某某:县委常委、副县长。负责… → two; duties are never lent to the person at the head of the page.
    """
    several = len(text) >= LEAST_PAGE and text.signs & MAY_CALL and FIRST_VERB.search(text.text)
    if not (several or (":" in text.text and LABEL_INSIDE.search(text.text))):
        return [text]
    return list(_divided(text, house))


def _divided(text: Text, house: House) -> Iterator[Text]:
    left, last = 0, len(text) - 2
    ends = [match.end() for match in SENTENCE_END.finditer(text.text, 1)]
    cuts = sorted(cut for cut in {*ends, *gaps_in(text, 2, last)} if cut < last)
    told = bool(cuts) and tells_post(text)
    for cut in cuts:
        if (
            left < cut
            and (told or _may_begin(text.text, cut))
            and _may_tell(text.text, cut)
            and not (_is_title_of(text.text, left, cut, house) and not _is_labelled(text.text[cut : cut + REACH]))
            and _begins(text.part(cut, cut + REACH), house)
        ):
            yield text.part(left, cut)
            left = cut
    yield text if left == 0 else text.part(left, len(text))


def _may_begin(chars: str, at: int) -> bool:
    """Whether a label or a name may stand at `at` in a text that tells no post, at a cheap look."""
    if chars.find(":", at, at + LONGEST_LABEL + 1) >= 0:
        return True
    return may_head(chars, at + enumerated(chars[at : at + LONGEST_LABEL]))


def _may_tell(chars: str, at: int) -> bool:
    """Whether a label or a post stands where a part that begins at `at` would have to tell one, at a cheap look."""
    return chars.find(":", at, at + LONGEST_LABEL + 1) >= 0 or PERSON.search(chars, at, at + REACH) is not None


def _is_title_of(chars: str, left: int, at: int, house: House) -> bool:
    """Whether a title alone stands before a name: 四级调研员|褚某:协助…."""
    return at - left <= LONGEST_TITLE and chars.find(":", left, at) < 0 and house.is_title(chars, left, at)


def _begins(part: Text, house: House) -> bool:
    """Whether a part of a text begins with a label and a colon, or with a name line that tells titles and duties."""
    chars = part.text
    start = enumerated(chars)
    if opens_duty(chars, start):
        return False
    if _is_labelled(chars):
        return True
    if not PERSON.search(chars, start, start + REACH):
        return False
    label = LABEL_INSIDE.search(chars, start + 1)
    if label is not None:  # 尹青 副县长|分管工作:教育: the name line ends where the label begins
        part = part.part(0, label.start())
        chars = part.text
    head = head_of(part, house)
    if head is None or head.person is None:
        return False
    if opens_duty(chars, head.body):
        return bool(head.person.offices) or head.end > head.person.name_end or head.start < head.person.name_start
    return bool(head.person.offices) and (
        head.body >= len(chars) or has_gap(part, head.body) or chars[head.body - 1] in "。;)"
    )


def _is_labelled(chars: str) -> bool:
    """Whether a text begins with a label and a colon: 分管工作:教育、体育."""
    colon = chars.find(":", 0, LONGEST_LABEL + 1)
    return colon > 0 and label_of(chars[: colon + 1]) is not None


def _moved(head: Head, by: int) -> Head:
    person = head.person
    if person is not None:
        person = replace(
            person,
            name_start=person.name_start + by,
            name_end=person.name_end + by,
            offices=tuple(moved(office, by) for office in person.offices),
        )
    return Head(person, head.body + by, head.start + by, head.end + by)
