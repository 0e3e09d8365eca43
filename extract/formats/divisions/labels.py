"""Labels of a leader's page: 职务：, 我的分工, 分管工作, 联系单位, 个人简历; and the columns of a table of leaders.

In:  a cleaned line. Out: which kind of label it opens with, the verb that the label states, and where its text begins.

    工作分工：负责财政… → DUTY, no verb · 联系单位 → DUTY, verb 联系 · 现任职务：县长 → POST · 简历 → LIFE
"""

import re
from dataclasses import dataclass
from enum import Enum

from extract.lexicon import any_of, words_of
from extract.lexicon.signs import sign_of
from extract.names.marks import DIGITS, may_open_with_mark


class Kind(Enum):
    """What a label announces."""

    DUTY = "duty"
    POST = "post"
    NAME = "name"
    LIFE = "life"


KIND_OF = {
    word: kind
    for section, kind in (
        ("duty_label", Kind.DUTY),
        ("post_label", Kind.POST),
        ("name_label", Kind.NAME),
        ("life_label", Kind.LIFE),
    )
    for word in words_of("divisions", section)
}
LONGEST = max(map(len, KIND_OF))
OPENINGS = frozenset(word[:2] for word in KIND_OF)
MARK = re.compile(rf"^[\[(【<]?(?:[{DIGITS}十]{{1,2}}、|\d{{1,2}}[.、])?")
VERB = re.compile(
    rf"^(?:{any_of('pages', 'label_word')})*?(?P<verb>协助分管|主抓|{any_of('divisions', 'column_verb')})"
)
# a label that no list knows, by its shape: 工作分担:, 具体分管工作:, 党内职责:; before the colon, or alone on its line
SHAPED = re.compile(
    rf"(?:{any_of('pages', 'label_word')}|\d{{4}}年度?){{1,5}}(?:{any_of('pages', 'label_end')})(?:如下)?(?=:|$)"
)
# 分工|重要活动|个人简历: the other tabs of a leader's page, which the page has run together
TABS = re.compile(rf"(?:{any_of('pages', 'tab')})+")
OF_DUTY = re.compile(any_of("pages", "duty_word"))
ALONE = re.compile(
    rf"{any_of('pages', 'duty_alone')}|(?:{any_of('pages', 'duty_word')})的?(?:{any_of('pages', 'label_end')})"
)
LONGEST_SHAPED = 16  # characters
CLOSES = re.compile(":|[—─-]{2}|—")  # 联系处室:办公室 · 联系处室——办公室
COLUMN = re.compile(
    rf"""
      (?:主要)?(?P<verb>{any_of("divisions", "column_verb")})(?:{any_of("portfolios", "and_liaises")}|\(联系\))?  # 主要分管或联系
      (?:{any_of("divisions", "column_of")})  # 工作
    | (?:主要)?(?:工作|职责)?分工(?:{any_of("portfolios", "of_duty_column")})?|{any_of("portfolios", "duty_column")}  # 主要工作分工情况
    """,
    re.VERBOSE,
)


NAME_COLUMN = re.compile(
    rf"姓\s*名|领导姓名|成员|(?:包[村保联抓片挂]|{any_of('portfolios', 'village_leader')}|挂[点钩包]|联[村系])(?:[省市县区镇乡]级?)?领导(?:姓名)?"
)
MAY_HEAD = sign_of(COLUMN, NAME_COLUMN)  # a table of leaders may have such a heading
POST_COLUMN = re.compile(rf"(?:{any_of('portfolios', 'which_post')})?职\s*务|{any_of('portfolios', 'post_noun')}")


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the head of a line: its kind, its verb ("" if it states none) and where the text after it begins."""

    kind: Kind
    verb: str
    body: int


def label_of(chars: str) -> Label | None:
    """The label that a line is, or that a colon closes at its head; None if there is none."""
    opening = MARK.match(chars) if may_open_with_mark(chars) else None
    start = opening.end() if opening else 0
    if chars[start : start + 2] not in OPENINGS:
        return _shaped(chars, start)
    for length in range(min(LONGEST, len(chars) - start), 1, -1):
        word = chars[start : start + length]
        kind = KIND_OF.get(word)
        if kind is None:
            continue
        end = start + length
        while end < len(chars) and chars[end] in "])】>":
            end += 1
        closing = CLOSES.match(chars, end)
        if end == len(chars) or closing or TABS.fullmatch(chars, end):
            verb = VERB.match(word)
            return Label(kind, verb["verb"] if verb else "", closing.end() if closing else len(chars))
        break
    return _shaped(chars, start)


def _shaped(chars: str, start: int) -> Label | None:
    """A label of duties that no list knows: 工作分担:负责财政…, 所负责的工作 alone on its line."""
    furthest = start + LONGEST_SHAPED
    if len(chars) > furthest and chars.find(":", start, furthest + 1) < 0:
        return None  # no colon follows, and more than a label stands on the line
    label = SHAPED.match(chars, start, furthest)
    if label is None:
        return None
    end = label.end()
    alone = end == len(chars)
    told = (ALONE if alone else OF_DUTY).search(label[0])
    if not told or not (alone or chars[end] == ":"):
        return None
    verb = VERB.match(label[0])
    return Label(Kind.DUTY, verb["verb"] if verb else "", min(len(chars), end + 1))
