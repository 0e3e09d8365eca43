"""Why a cue that no fact and no doubt holds announces nothing: the code under which it is set aside; None if there is none."""

import re

from extract.accounts.passages import Passage
from extract.accounts.units import is_unit, names_unit
from extract.document import Notice
from extract.lexicon.cues import Cue
from extract.names.marks import DIGITS, ENUMERATOR, HAN

Span = tuple[int, int]

LAW = re.compile(r"(?:条例|办法|规定|规则|细则|章程|制度|法|守则|规程)(?:[(（][^()]{1,20}[)）])*$")
ARTICLE = re.compile(rf"第[{DIGITS}十百零\d]{{1,5}}条")
FORMER = re.compile(r"(?:原|曾任|历任|时任|前任|先后任|曾)[^,。;]{0,24}$")
PROPOSED = re.compile(r"(?:拟|提名|建议|提请|人选|候选|推荐)[^,。;]{0,16}$")
FOOTER = re.compile(r"备案?\d|ICP|网站|版权|技术支持|网址")
QUOTED = re.compile(r"《[^《》]{0,80}$")
POST_WORD = re.compile(r"职务|职级|[长任记席员师事理]")
ACTS = re.compile("交办|批准|同意|审定|签字|确定|召集|委托|召开|安排|报告|专线")
SPOKEN_TO = re.compile("(?:协助|协调|向|受|报|经|请|按|与|让|及)$")
IN_BRACKET = re.compile(r"[(][^()]{0,12}$")
GROUP_WORK = re.compile(r"(?:[^,。;]{0,12}小组|办公室|试点|指挥部)的?日常")
HOUSED = re.compile(r"(?P<host>[^,。;]{2,24})办公")
LISTED_DUTY = re.compile(rf"(?P<number>{ENUMERATOR})?(?P<unit>[{HAN}]{{2,16}})(?:\([^()]{{2,16}}\))?(?P<colon>:)?$")
DUTY_CLAUSE = re.compile(rf"(?:^|[;。])[{HAN}]{{2,16}}负责")
LEAST_DUTIES = 3  # clauses of a paragraph that make a list by unit
LABEL_OPENS = ";,。"  # what stands before a label in the middle of a paragraph
LED = re.compile(r"[,、;)。]|负责|$")
BRACKET_END = re.compile(r"[),]")
SPOKEN = re.compile(r"(?:任|担任|兼任|为|兼)[^,。;]{0,12}$")
LEAST_ANSWER = 2
AHEAD = frozenset({"不再执行", "停止执行", "暂停执行", "暂缓执行", "不再适用"})  # before the title, too
FAR_TITLE = 16  # characters between such a word and the title
PLACE = re.compile(r"[路街道巷村]|\d号|大厦|广场")
NOT_NOW = re.compile("(?:曾|原|拟|不再|撤销)$")
ENUMERATED = re.compile(rf"^{ENUMERATOR}")
PART = re.compile(rf"[{HAN}]{{1,14}}(?:[科股处庭]|办公室|支部|大队|中队|法庭|站|所|中心)(?=$|\(|等|\d)")
FAR_FOOT = 120  # characters around an address in which the foot of a page says what it is
PART_FAR, LEAST_PARTS, LONGEST_HEADING = 24, 2, 20
FAR_UNIT = 60  # characters before a cue in which the unit must begin that it speaks of


def is_law(notice: Notice) -> bool:
    """Whether a notice is a text of rules: 条例, 办法, 规定."""
    title = notice.title or ""
    articles = sum(bool(ARTICLE.match(block.text.text)) for block in notice.blocks[:60])
    return articles >= 3 or bool(LAW.search(title))


def aside_of(passage: Passage, cue: Cue, place: Span, reach: Span, law: bool) -> str | None:
    """The code under which a cue is set aside, None if it must be a doubt."""
    chars = passage.chars
    if cue.family != "documents" and QUOTED.search(chars, max(0, place[0] - 82), place[0]):
        return "quotation"
    if PROPOSED.search(chars, max(0, place[0] - 20), place[0]) and cue.family in {"personnel", "titles"}:
        return "proposal"
    return OF_FAMILY[cue.family](passage, cue, place, reach, law)


def _personnel(passage: Passage, cue: Cue, place: Span, reach: Span, law: bool) -> str | None:
    left, right = passage.clause(*place)
    if passage.names_any(*reach) and not (passage.title_ends or POST_WORD.search(passage.chars, left, right)):
        return "no_post"
    if passage.names_any(*reach):
        return None
    if passage.answered_below(cue, place):
        return None
    return "law_text" if law else "nobody_named"


def _titles(passage: Passage, cue: Cue, place: Span, reach: Span, law: bool) -> str | None:
    left, _ = passage.clause(*place)
    if FORMER.search(passage.chars, max(left, place[0] - 28), place[0]) or passage.is_past(left, place[0]):
        return "former_post"
    if ACTS.match(passage.chars, place[1]):
        return "nobody_named"
    if SPOKEN_TO.search(passage.chars, max(left, place[0] - 2), place[0]) and not passage.names_any(
        place[1], place[1] + 4
    ):
        return "nobody_named"
    if not passage.lost(cue, place, reach):
        return "law_text" if law else "nobody_named"
    return None


def _division(passage: Passage, cue: Cue, place: Span, reach: Span, law: bool) -> str | None:
    left, _ = passage.clause(*place)
    if IN_BRACKET.search(passage.chars, max(left, place[0] - 13), place[0]) and cue.word == "主持":
        return "capacity"
    if cue.word == "主持" and "工作" not in passage.chars[place[1] : reach[1]]:
        return "meeting"
    if GROUP_WORK.match(passage.chars, place[1]):
        return "general_duty"
    bracket = passage.chars.rfind("(", left, place[0]) > passage.chars.rfind(")", left, place[0])
    if (
        bracket
        and BRACKET_END.match(passage.chars, place[1])
        and names_unit(passage.chars[passage.chars.rfind("(", left, place[0]) + 1 : place[0]])
    ):
        return None
    own = passage.names_any(left, place[0])
    first = [name for name in passage.opening_names if name[1] <= place[0]]
    if cue.word == "负责" and not ARTICLE.match(passage.chars) and _is_listed_duty(passage.chars, left, place[0]):
        return None
    if (law or ARTICLE.match(passage.chars)) and not first:
        return "law_text"
    if not own and not first and not (passage.owned and "groups" not in passage.known.families):
        return "general_duty"
    if reach[1] - place[1] < LEAST_ANSWER:
        return "heading"
    return None


def _is_listed_duty(chars: str, left: int, at: int) -> bool:
    """Whether a duty is one of a list by unit: 县水利局:负责…, (3)县水利局负责…."""
    opening = LISTED_DUTY.match(chars, left, at)
    if opening is None or not is_unit(opening["unit"]):
        return False
    return bool(opening["number"] or opening["colon"]) or len(DUTY_CLAUSE.findall(chars)) >= LEAST_DUTIES


def _groups(passage: Passage, cue: Cue, place: Span, reach: Span, law: bool) -> str | None:
    chars = passage.chars
    if cue.relation == "hosts":
        house = HOUSED.match(chars, place[1], reach[1])  # 下设办公室,在|县水利局办公
        host = house["host"] if house else chars[place[1] : reach[1]].split(",")[0]
        return None if names_unit(host) else "general_duty"
    if chars[place[1] : place[1] + 1] == ":" and (place[0] <= 12 or chars[place[0] - 1] in LABEL_OPENS):
        rest = chars[place[1] + 1 : reach[1]]
        if passage.names_any(*reach) or names_unit(rest):
            return None
        return "nobody_named" if rest else "heading"
    left, _ = passage.clause(*place)
    if SPOKEN.search(chars, max(left, place[0] - 14), place[0]) and (
        passage.names_any(left, place[0])
        or names_unit(chars[left : place[0]])
        or passage.lost(cue, place, reach)  # 县水利局局长任副组长
    ):
        return None
    return "law_text" if law else "nobody_named"


def _items(passage: Passage, cue: Cue, place: Span, reach: Span, law: bool) -> str | None:
    chars = passage.chars
    if FOOTER.search(chars, place[0], min(len(chars), place[1] + 60)):
        return "footer"
    if passage.block.is_row and len(chars) < 120 and all(len(cell) <= 16 for cell in passage.block.cells):
        return None if passage.lost_below(cue, place) or passage.is_labelled_unit(place) else "heading"
    if cue.word in {"牵头", "配合"}:
        left, _ = passage.clause(*place)
        before = re.split(r"[,、:(由]", chars[max(left, place[0] - FAR_UNIT) : place[0]])[-1]
        return None if is_unit(before) and LED.match(chars, place[1]) else "general_duty"
    if chars[place[1] : place[1] + 1] != ":":
        return "general_duty"
    rest = re.split(r"[()。;]", chars[place[1] + 1 : reach[1]])[0]
    if not rest:
        return "heading"
    return None if any(is_unit(part) for part in re.split("[、,和及]", rest)) else "aggregate"


def _documents(passage: Passage, cue: Cue, place: Span, reach: Span, law: bool) -> str | None:
    chars = passage.chars
    if QUOTED.search(chars, max(0, place[0] - 82), place[0]):
        return "quotation"
    if cue.relation == "repeals":
        left, _ = passage.clause(*place)
        named = "》" in chars[left : place[0]] or (cue.word in AHEAD and "《" in chars[place[1] : place[1] + FAR_TITLE])
        return None if named else "law_text" if law else "no_document"
    if not passage.titles(place, reach):
        return "no_document"
    if not passage.lost(cue, place, reach):
        return "again"
    return "own_subject" if passage.notice.number is None and passage.notice.title is None else None


def _structure(passage: Passage, cue: Cue, place: Span, reach: Span, law: bool) -> str | None:
    chars = passage.chars
    left, right = passage.clause(*place)
    if cue.relation == "located_at":
        around = chars[max(0, place[0] - FAR_FOOT) : place[1] + FAR_FOOT]
        if FOOTER.search(around) or any(FOOTER.search(near.chars[:FAR_FOOT]) for near in passage.below[:2]):
            return "footer"
        return None if chars[place[1] : place[1] + 1] == ":" and PLACE.search(chars, place[1], right) else "address"
    if NOT_NOW.search(chars, max(left, place[0] - 6), place[0]):
        return "no_list"
    if place[1] >= len(chars) - 1:
        below = [near for near in passage.below[:2] if PART.fullmatch(ENUMERATED.sub("", near.chars))]
        return None if len(below) == 2 and len(chars) <= LONGEST_HEADING else "heading"
    parts = re.split(r"[、,和及]", chars[place[1] : right])
    return None if sum(bool(PART.search(part[:PART_FAR])) for part in parts) >= LEAST_PARTS else "no_list"


OF_FAMILY = {
    "personnel": _personnel,
    "titles": _titles,
    "division": _division,
    "groups": _groups,
    "items": _items,
    "documents": _documents,
    "structure": _structure,
}
