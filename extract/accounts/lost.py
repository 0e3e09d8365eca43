"""What a cue announces and no fact and no doubt holds: persons, units, documents, bearers of titles, cells of a column.

In:  组长:方小舟、石磊 of which only 方小舟 is the head of a group; 牵头部门⇥县水利局 that no item is read from
Out: the spans of what is lost (石磊, 县水利局); none if all that the cue announces is accounted for
"""

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator

from extract.accounts.claims import ANSWERS, DOUBT
from extract.accounts.names import is_person_name
from extract.accounts.passages import NO_CHAIN, Passage, Span
from extract.accounts.people import word_at_head
from extract.accounts.units import ends_as_unit, is_set, is_unit, names_unit
from extract.lexicon import any_of
from extract.lexicon.cues import Cue
from extract.names.marks import HAN
from extract.tables.tables import ITEMS, column_of

FAR_TITLE = 16  # characters between a word of citing and the title
MOST_LISTED, LONGEST_LINE, FURTHEST_ROW = 60, 30, 2000
SPOKEN = re.compile("[为任][^,。;]{0,8}$")
UNNAMED = re.compile(
    rf"(?:(?:{any_of('groups', 'whose')})?(?:{any_of('shared', 'leader')})|(?:分管|副)?副?[局主部院厅行]?[长任])?(?:[为任担]+)?$"
)
SOMEBODY = re.compile(rf"(?:{any_of('groups', 'whose')})?负责(?:人|同志)$")
LONGEST_NAME = 16  # of a column, of a line of titles
MOST_TITLES = 3  # lines of titles above a name
LONGEST_TITLE = 24  # characters of a cell that is one
WORD = re.compile("[^、,;。:()]+")
LEAST_UNIT = 3  # characters of a unit; 古街、柳林街道办事处 is read as of one kind
FAR_EXPLAINED = 60  # characters of such a bracket before a word
EXPLAINED = re.compile(r"\((?:含|包括)[^()]*$")  # 各区(含|开发区管委会、风景区管理处,下同)
LABEL = re.compile(rf"[{HAN}]{{1,8}}:")
TITLE = re.compile(r"(?<!附[件表])(?<!附[件表]\d)《[^《》]{2,120}》")
# a word between two marks of a list of names, or the last one: 方小舟、|和达卓出席
LISTED_NAME = re.compile(rf"[{HAN}·]{{2,8}}?(?=[、,]|{any_of('accounts', 'attends')})")
HELD = frozenset({"titles", "personnel"})
MOST_CHAIN = 120  # characters of a list of names after a title
GROUPS = frozenset({"groups"})  # 办公室主任|方小舟 heads the office of a group
PERSONS = frozenset({"personnel"})
SEATED = PERSONS | GROUPS  # 石磊同志任办公室主任,|尹青同志任副主任
PERSONS_OR_DOUBT = PERSONS | {DOUBT}
NO_POST = re.compile(rf"(?:{any_of('posts', 'description')})$")  # 副主任兼|联络员
SECOND = re.compile(rf"(?<=[长任记席员师])兼任?(?P<post>[{HAN}]{{2,16}})(?=[,。;、()]|$)")  # 副主任|兼|教务员
PERSON_LABEL = re.compile(f"(?:{any_of('accounts', 'person_label')}|(?<!系)负责人|[链河湖林路]长)$")
FAR_LABELLED = 12  # characters in which the name after a label ends
WITH_WHOM = re.compile(rf"[,、]?(?:{any_of('accounts', 'with_whom')})")  # 县应急局牵头,协调|县水利局、县林业局妥善处理
HELPS = "协助"  # 协助石磊联系县红十字会: what is helped with
OF_ITEM = frozenset({"items", "groups", DOUBT})
OF_DIVISION = frozenset({"division", "groups", DOUBT})
OF_LABEL = frozenset({"items", "groups", "division"})


def lost_beside(passage: Passage, cue: Cue, place: Span, reach: Span) -> list[Span]:
    """The names (of persons, of documents) that a cue speaks of and that no fact of its family and no doubt holds."""
    if cue.family == "personnel":
        named = passage.named(place[1], reach[1])  # 任|江东大学校长: what is a body's name is nobody's
        by = SEATED | HELD if is_attribute(passage, place) else SEATED
        lost = [n for n in named if not (passage.claims.names(by, *n) or passage.claims.party(PERSONS, *n))]
        return lost or _second_posts(passage, place[1], reach[1])
    if cue.family == "groups" and passage.is_label(place[1]):
        names = [
            name for name in passage.named(place[1], reach[1]) if not passage.claims.names(ANSWERS["groups"], *name)
        ]
        return names or _lost_units(passage, place[1] + 1, reach[1])
    if cue.family == "items" and passage.is_label(place[1]):
        return _lost_in_list(passage, place[1] + 1, reach[1], OF_ITEM)
    if cue.word == "牵头" and (with_whom := WITH_WHOM.match(passage.chars, place[1])):
        return list(_unread_in_list(passage, with_whom.end(), passage.clause(*place)[1], OF_ITEM))
    if cue.relation == "liaises" and HELPS not in passage.chars[passage.clause(*place)[0] : place[0]]:
        return _lost_in_list(passage, place[1], reach[1], OF_DIVISION)
    if cue.relation in {"member_of", "assists"} and SPOKEN.search(passage.chars, max(0, place[0] - 12), place[0]):
        return _lost_units(passage, _spoken_from(passage, place), place[0])
    if cue.family == "titles" and passage.claims.holds(cue.word, *place):
        return [name for name in _listed_after(passage, place) if not passage.claims.names(HELD | GROUPS, *name)]
    if cue.family == "titles":
        beside = [name for name in passage.holder(place) if not (name == place and _is_held(passage, cue.word, place))]
        below = [place] if bearer_below(passage, cue.word, place) else []
        return beside or _named_before(passage, place) or below
    if cue.relation == "cites":
        return [title for title in titles_of(passage, place, reach) if not _is_cited(passage, *title)]
    return []


def is_attribute(passage: Passage, place: Span) -> bool:
    """Whether a word of change only says who somebody is: 新|当选|的镇长方小舟."""
    return passage.chars[max(0, place[0] - 1) : place[0]] == "新" and passage.chars[place[1] : place[1] + 1] == "的"


def _named_before(passage: Passage, place: Span) -> list[Span]:
    """The name that fills the cell before a cell that ends with the cue: 方小舟⇥人大副主席."""
    column = passage.column(place[0]) if passage.block.is_row and place[1] <= passage.cells[-1][1] else 0
    left, right = passage.cells[column] if column else (0, 0)
    if not column or right != place[1] or right - left > LONGEST_TITLE:
        return []
    before = passage.cells[column - 1]
    return [before] if is_person_name(passage.chars[slice(*before)]) else []


def _second_posts(passage: Passage, start: int, end: int) -> list[Span]:
    """The posts after 兼 that no fact and no doubt holds: 任县一中德育处副主任兼|教务员."""
    if passage.chars.find("兼", start, end) < 0:
        return []
    seconds = [match for match in SECOND.finditer(passage.chars, start, end) if not NO_POST.search(match["post"])]
    return [one.span("post") for one in seconds if not passage.claims.by(PERSONS_OR_DOUBT, *one.span("post"))]


def _listed_after(passage: Passage, place: Span) -> list[Span]:
    """The names that a title stands before, all of which hold it: 副主任|方小舟、白立言、石磊."""
    first, last = passage.within(place[1], min(passage.clause(*place)[1], place[1] + MOST_CHAIN))
    if first == last or passage.names[first][0] != place[1]:
        return []
    names = [passage.names[first]]
    stop = passage.names[first][1]
    while stop < place[1] + MOST_CHAIN and passage.chars[stop : stop + 1] == "、":
        known = next((name for name in passage.names[first:last] if name[0] == stop + 1), None)
        word = LISTED_NAME.match(passage.chars, stop + 1)
        if known is None and (word is None or is_unit(word[0])):
            break
        names.append(known or (word.span() if word else place))
        stop = names[-1][1]
    return names


def opens_with_word(passage: Passage, place: Span) -> bool:
    """Whether a line is a word, layout and a title, so that the word may be a name that no list knows: 沙木次旦　副局长."""
    if passage.block.is_row or "。" in passage.chars or place[1] not in {len(passage.chars), len(passage.chars) - 1}:
        return False
    end = word_at_head(passage.block.text)
    return end is not None and end <= place[0] and end not in passage.title_ends and not column_of(passage.chars[:end])


def bearer_below(passage: Passage, word: str, place: Span) -> Span | None:
    """The source span of the bearer below a title to whom no fact gives it: 校长 / 党委副书记 / |罗立华."""
    if len(passage.chars) > LONGEST_NAME or not {place[1], len(passage.chars)} <= passage.title_ends:
        return None
    for line in passage.below[:MOST_TITLES]:
        if line.names == ((0, len(line.chars)),):
            given = line.claims.holds(word, 0, len(line.chars))
            return None if given else line.block.text.span(0, len(line.chars))
        if len(line.chars) > LONGEST_NAME or len(line.chars) not in line.title_ends:
            return None
    return None


def _is_held(passage: Passage, word: str, place: Span) -> bool:
    """Whether a fact says that the person named above holds such a post: what a page says again is no loss."""
    span = passage.owner(place)
    person = passage.block.document.printed(*span) if span else ""
    return any(role.endswith(word) for role in passage.known.posts.get(person, ()))


def _lost_units(passage: Passage, start: int, end: int) -> list[Span]:
    """The units of a list that no fact of the group names: words that are one and name nobody, none in brackets (a person's)."""
    words = [match.span() for match in WORD.finditer(passage.chars, start, end)]
    words = [word for word in words if passage.chars[word[0] - 1 : word[0]] != "(" and not passage.names_any(*word)]
    beside = passage.names_any(start, end)  # 县水利局局长 is the title of a person beside
    unnamed = SOMEBODY if beside else UNNAMED
    spans = [(left, left + len(unnamed.sub("", passage.chars[left:right], count=1))) for left, right in words]
    units = [
        span
        for span in spans
        if is_unit(passage.chars[slice(*span)]) and not (beside and span[1] in passage.title_ends)
    ]
    return [span for span in units if not passage.claims.party({"groups", DOUBT}, *span)]


def _lost_in_list(passage: Passage, start: int, end: int, families: frozenset[str]) -> list[Span]:
    """The units of the list right after a label or a verb that no fact names, where one names others: 责任单位:县水利局、|县财政局."""
    lost = list(_unread_in_list(passage, start, end, families))
    return lost if lost and passage.claims.by(families - {DOUBT}, start, end) else []


def _unread_in_list(passage: Passage, start: int, end: int, families: frozenset[str]) -> Iterator[Span]:
    """The units of a list that no fact names, up to a word that is neither a unit nor a set of units."""
    begun = False  # 各沿江、|沿河街道: the rest of a set
    for word in WORD.finditer(passage.chars, start, end):
        if (
            is_set(word[0])
            or begun
            or EXPLAINED.search(passage.chars, max(start, word.start() - FAR_EXPLAINED), word.start())
        ):
            begun = not ends_as_unit(word[0])
        elif not is_unit(word[0]):
            return
        elif len(word[0]) >= LEAST_UNIT and not passage.claims.party(families, *word.span()):
            yield word.span()


def _spoken_from(passage: Passage, place: Span) -> int:
    """Where the list begins that a seat closes: …任组长,|县水利局、县财政局为成员."""
    left = passage.clause(*place)[0]
    ends = [end for _, end, cue in passage.cues if cue.family == "groups" and left < end <= place[0]]
    return ends[-1] if ends else left


def is_labelled_unit(passage: Passage, place: Span) -> bool:
    """Whether a row says who answers beside its label, and nothing else does: 牵头部门⇥县水利局."""
    texts = [cell.text for cell in passage.block.cells]
    column = passage.column(place[0]) if place[0] < passage.cells[-1][1] else len(texts)
    unit = next((text for text in texts[column + 1 :] if text), "")
    is_label = column < len(texts) and texts[column] == passage.chars[slice(*place)]
    return is_label and is_unit(unit) and not column_of(unit)


def _is_cited(passage: Passage, start: int, end: int) -> bool:
    return passage.chars[start + 1 : end - 1] in passage.known.cited or passage.claims.by({"documents"}, start, end)


def titles_of(passage: Passage, place: Span, reach: Span) -> list[Span]:
    """The titles in 《》 that a word of citing speaks of: right after it and side by side; those before 现转发."""
    if not passage.prints_title:
        return []
    right = max(reach[1], passage.clause(*place)[1])  # a word of citing inside a title is no rival
    titles = (match.span() for match in TITLE.finditer(passage.chars, place[1], right))
    first = next(titles, None)
    if first is None:
        forwards = passage.chars[place[0] : place[1]] == "转发"
        left = passage.clause(*place)[0] if forwards else place[0]
        return [match.span() for match in TITLE.finditer(passage.chars, left, place[0])]
    position, near = place[1], FAR_TITLE
    chain: list[Span] = []
    for left, right in itertools.chain([first], titles):
        if left - position > near or NO_CHAIN.search(passage.chars, position, left):
            break
        if chain and _cites_between(passage, position, left):
            break  # 根据《甲》,参照|《乙》: of another word
        chain.append((left, right))
        position, near = right, FAR_TITLE * 2
    return chain


def _cites_between(passage: Passage, start: int, end: int) -> bool:
    """Whether another word of citing stands there."""
    first, last = (bisect_left(passage.cues, border, key=lambda cue: cue[0]) for border in (start, end))
    return any(cue.relation == "cites" for _, _, cue in passage.cues[first:last])


def lost_label(passage: Passage, cue: Cue, end: int) -> bool:
    """Whether a label that is mostly said in general stands before a person whom no fact names: 分管领导:方小舟."""
    if not PERSON_LABEL.search(cue.word) or (cue.word[-1] == "长" and passage.chars[end : end + 1] != ":"):
        return False
    marked = end + (passage.chars[end : end + 1] in {":", ","})
    first = {marked, *passage.title_ends}  # 分管领导:|方小舟, 责任领导:副县长|方小舟
    names = [name for name in passage.named(marked, marked + FAR_LABELLED) if name[0] in first]
    return any(
        not passage.claims.names(OF_LABEL | (HELD if cue.word[-1] in "长人" else set()), *name) for name in names
    )


def _listed_below(passage: Passage) -> list[Passage]:
    """The blocks below a label that go on with its list: each begins with a name and has no label."""
    lines: list[Passage] = []
    strange = False
    for below in passage.series[passage.index + 1 : passage.index + 1 + MOST_LISTED]:
        if LABEL.match(below.chars) or below.block.is_row != passage.block.is_row:
            break
        if not below.names or below.names[0][0] > 1:
            if strange or not lines or len(below.chars) > LONGEST_LINE:
                break
            strange = True  # one line among them may begin with a name that no list knows
            continue
        strange = False
        lines.append(below)
    return lines


def lost_below(passage: Passage, cue: Cue, place: Span) -> list[Span]:
    """The source spans of what a label or a header stands over and no fact and no doubt holds: names, cells of units."""
    if cue.family == "items" and passage.block.is_row:
        return list(_lost_cells(passage, place))
    if cue.family != "groups" or cue.relation == "hosts" or not passage.is_label(place[1]):
        return []
    return [
        line.block.text.span(*line.names[0])
        for line in _listed_below(passage)
        if not line.claims.names(ANSWERS["groups"], *line.names[0])
    ]


def _lost_cells(passage: Passage, place: Span) -> Iterator[Span]:
    """The cells under a column of units whose rows no item is read from."""
    if place[0] >= passage.cells[-1][1] or any(len(cell.text) > LONGEST_NAME for cell in passage.block.cells):
        return
    column = passage.column(place[0])
    if not any(column_of(cell.text) in ITEMS for cell in passage.block.cells if cell.text):
        return  # figures by unit
    for row in passage.series[passage.index + 1 : passage.index + FURTHEST_ROW]:
        cells = row.block.cells
        if len(cells) != len(passage.block.cells) or row.chars == passage.chars:  # the names of columns again
            return
        cell = cells[column]
        if cell.text and not row.is_item and names_unit(cell.text):
            yield cell.span(0, len(cell))
