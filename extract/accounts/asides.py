"""Why a cue that no fact and no doubt holds announces nothing: the code under which it is set aside; None if there is none."""

import re
from functools import lru_cache

from extract.accounts.lost import is_labelled_unit, lost_below, lost_beside, opens_with_word, titles_of
from extract.accounts.names import is_person_name
from extract.accounts.passages import Passage
from extract.accounts.strangers import acts_after_title, beside_title, is_removed
from extract.accounts.units import is_unit, names_unit
from extract.clean import fold
from extract.document import Notice
from extract.lexicon import any_of, words_of
from extract.lexicon.cues import Cue
from extract.names.marks import ENUMERATOR, HAN, IN_ADDRESS, LEVELS
from extract.names.people import may_be_name
from extract.names.units import breaks
from extract.text.articles import ARTICLE, in_articles

Span = tuple[int, int]

LAW = re.compile(rf"(?:{any_of('accounts', 'law')}|法)(?:[(（][^()]{{1,20}}[)）])*$")
# 原|县委书记; but 原副省长丁某转任|省政协主席
FORMER = re.compile(
    rf"""
    (?:
        (?<![任为])原(?![{LEVELS}镇乡])|(?<![{HAN}])原|(?<=[{LEVELS}镇乡党由是为和与及将])原   # 安山县|原县委书记, but 太原|市委书记
      | {any_of("accounts", "former")}|曾|此前担?任
    )
    (?:(?!{any_of("accounts", "since")})[^,。;]){{0,24}}$""",
    re.VERBOSE,
)
PROPOSED = re.compile(
    rf"(?:拟|{any_of('accounts', 'proposed')}|推荐(?![{HAN}·]{{2,9}}任))[^,。;]{{0,16}}$"
)  # 推荐方某任|董事长 decides
FOOTER = re.compile(rf"备案?\d|ICP|{any_of('accounts', 'foot_word')}|[上下]一篇:")
QUOTED = re.compile(r"《[^《》]{0,80}$")
ORDERED = re.compile(rf"(?P<name>[{HAN}·]{{2,9}}?)(?:同志)?(?:为(?!了)|任|的[^,;。]{{2,24}}职务)")
# 仁达卓热|同志任, 接受谢镇同志|辞去
COMRADE = re.compile(rf"(?P<name>[{HAN}·]{{2,12}}?)(?:同志)?$")
DECIDES = re.compile(any_of("accounts", "decides"))
OF_BODY = re.compile(rf"[局委办厅院部处](?!长)(?P<name>[{HAN}]{{2,4}})(?:担?任|为)$")  # 由县水利局|方小舟任组长
SET_OF_PEOPLE = re.compile(f"[其他她下列以上述同志人员各某]|{any_of('accounts', 'set_of_people')}|[长员]$")
PASSED = re.compile("(?<!未)通过了?[^;。]{0,32}关于$")  # 通过了县政府关于|提请…的议案
DECIDED = re.compile(
    f"(?:(?:{any_of('accounts', 'decided')})[^,。;]{{0,12}}|》[、和])$"
)  # before the title of a decision
SPOKEN_OF, OF_WHOM = "总书记", ("中央", "党")  # 贯彻总书记重要讲话精神; but 中共中央|总书记
POST_WORD = re.compile(r"职务|职级|[长任记席员师事理]")
ACTS = re.compile(any_of("accounts", "acts"))
NUMBERED = re.compile(r"\d{1,3}[人名](?=[,。;、]|$)")  # 常委|9人, and nobody by name
SPOKEN_TO = re.compile("(?:协助|协调|向|受|报|经|请|按|与|让|及)$")
IN_BRACKET = re.compile(r"[(][^()]{0,12}$")
GROUP_WORK = re.compile(rf"(?:[^,。;]{{0,12}}小组|{any_of('accounts', 'group_work')})的?日常")
LABELLED_IN_CELL = re.compile(rf":[{HAN}]")  # 责任单位|:县交通局 in one cell of a row
NAMED = re.compile(rf"[{LEVELS}]|[{HAN}]{{2,4}}[{LEVELS}镇乡]|[{HAN}]{{1,4}}局$")
OF_ALL = frozenset("各有相")  # 各|责任单位要…
RUNS_ON = re.compile("[要应须按根在将对向可通]")
SETTLED = frozenset({"设在", "设于"})
OFFICE_BEFORE = re.compile(r"(?:办公室|秘书处|办)[(][^()]{2,30}[)]$")  # 办公室(以下简称县农办)|设在县农业局
HOUSED = re.compile(r"(?P<host>[^,。;]{2,24})办公")
LISTED_DUTY = re.compile(rf"(?P<number>{ENUMERATOR})?(?P<unit>[{HAN}]{{2,16}})(?:\([^()]{{2,16}}\))?(?P<colon>:)?$")
DUTY_CLAUSE = re.compile(rf"(?:^|[;。])[{HAN}]{{2,16}}负责")
ZONE = f"(?:{any_of('accounts', 'zone_kind')}|经济(?:技术)?开发|高新(?:技术)?(?:产业)?(?:开发)?)"
# 县水利局|负责…, 国务院新闻办会同国家发展改革委制订…,|负责…: a unit that the text names, no kind of unit
NAMED_UNIT = re.compile(
    rf"""(?:[{HAN}]{{2,6}}:)?(?:{ENUMERATOR})?由?(?:[{LEVELS}]|{any_of("accounts", "top")}|[{HAN}]{{2,4}}{ZONE}?[{LEVELS}镇乡](?=[{HAN}]))  # 县, 安山县
    [{HAN}]{{1,12}}(?:[局委办厅院部会处科]|中心|公司)(?:[、和与及][^,;。]{{2,16}}){{0,4}}(?:会同[^;。]{{2,60}},)?$""",
    re.VERBOSE,
)
# 材料组:县委办、县政府办,|负责: a part of a body with the units that form it
PART_OF = re.compile(rf"(?:{ENUMERATOR})?[{HAN}]{{2,8}}组:(?P<units>[{HAN}、]{{3,80}}),?$")
# 供水、排水管理均由|县水务局|负责: a thing that is given to one unit
GIVEN_TO = re.compile(rf"(?:{any_of('answers', 'given_how')})由(?P<unit>[{LEVELS}][{HAN}]{{2,14}})$")
SHARED = re.compile(rf"(?:^|[,;。])(?!各|有关|相关)(?P<units>[{HAN}、]{{2,24}})(?=负责(?!的))")
UNIT_ENDS = re.compile("[、和]")
LEAST_SHARED = 2
EXPLAINS = re.compile("(?:对?本[^,;。]{0,12})?的?(?:具体)?(?:应用)?解释")  # 县水利局负责|本办法的解释
LEAST_DUTIES = 3  # clauses of a paragraph that make a list by unit
LABEL_OPENS = ";,。"  # what stands before a label in the middle of a paragraph
LED = re.compile(r"[,、;)。]|负责|$")
BRACKET_END = re.compile(r"[),]")
SPOKEN = re.compile(r"(?:任|担任|兼任|为|兼)[^,。;]{0,12}$")
SERVES = re.compile(r"(?<!主)任[^,。;]{0,24}$")  # 方小舟任某县防汛抗旱和地质灾害防治指挥部|副组长
LEAST_ANSWER = 2
IN_RULES = frozenset({"依照", "按照", "参照", "执行", "遵守", "符合", "对照"})
# how the title of a document ends; a headline of news cites nothing
DOCUMENT_ENDS = (*words_of("accounts", "document_end"), ")", "》")
AHEAD = frozenset({"不再执行", "停止执行", "暂停执行", "暂缓执行", "不再适用"})  # before the title, too
LONGEST_FOLDED = 4  # times the length of a title that a text may have which folds to a part of it
FAR_TITLE = 16  # characters between such a word and the title
NOT_NOW = re.compile("(?:曾|原|拟|不再|撤销)$")
ENUMERATED = re.compile(rf"^{ENUMERATOR}")
PART = re.compile(rf"[{HAN}]{{1,14}}(?:[科股处庭]|{any_of('accounts', 'part')}|站|所)(?=$|\(|等|\d)")
FAR_FOOT = 120  # characters around an address in which the foot of a page says what it is
FAR_PARTS = 400  # characters after a heading in which a sentence names parts of a body
PART_FAR, LEAST_PARTS, LONGEST_HEADING = 24, 2, 20
STATED = frozenset({"titles", "personnel", "groups"})
FAR_NAME = 6  # characters after a seat in which the name of its holder ends
FAR_GIVEN = 80  # characters between 由 and 负责
FAR_UNIT = 60  # characters before a cue in which the unit must begin that it speaks of


def is_law(notice: Notice) -> bool:
    """Whether a notice is a text of rules: 条例, 办法, 规定."""
    return in_articles(notice) or bool(LAW.search(notice.heading))


def aside_of(passage: Passage, cue: Cue, place: Span, reach: Span, law: bool) -> str | None:
    """The code under which a cue is set aside, None if it must be a doubt."""
    chars = passage.chars
    if cue.family != "documents" and QUOTED.search(chars, max(0, place[0] - 82), place[0]):
        decision = cue.family in {"personnel", "titles"} and _decides_on_person(passage, place)
        return None if decision else "quotation"
    proposed = (
        PROPOSED.search(chars, max(0, place[0] - 20), place[0]) if cue.family in {"personnel", "titles"} else None
    )
    if proposed and not PASSED.search(chars, max(0, proposed.start() - 40), proposed.start()):
        return "proposal"
    return OF_FAMILY["covers" if cue.relation == "covers" else cue.family](passage, cue, place, reach, law)


def _decides_on_person(passage: Passage, place: Span) -> bool:
    """Whether the title of a decision says whose post changes: 通过了《关于接受方小舟辞去县长职务的决定》."""
    opened = passage.chars.rfind("《", 0, place[0])
    closed = passage.chars.find("》", place[1])
    return DECIDED.search(passage.chars, max(0, opened - 8), opened) is not None and passage.names_any(opened, closed)


def _personnel(passage: Passage, cue: Cue, place: Span, reach: Span, law: bool) -> str | None:
    left, right = passage.clause(*place)
    if passage.names_any(*reach) and not (passage.title_ends or POST_WORD.search(passage.chars, left, right)):
        return "no_post"
    if passage.names_any(*reach):
        return "told_below" if _heads_notice(passage, reach) else None
    comrade = cue.word.startswith("同志") or passage.chars.endswith("同志", 0, place[0])
    if comrade and _is_comrade(passage.chars, place[0]):
        return None
    removed = cue.relation == "dismissed" and is_removed(passage.chars, place[1])
    if removed or passage.answered_below(cue, place) or _orders(passage.chars, place[1]):
        return None
    return "law_text" if law else "nobody_named"


def _heads_notice(passage: Passage, reach: Span) -> bool:
    """Whether a notice's title names those whose posts its text states: 关于任命石磊等同志职务的通知."""
    title = passage.notice.title
    if not title or len(passage.chars) > LONGEST_FOLDED * len(title) or fold(passage.chars) not in fold(title):
        return False
    named = [passage.chars[slice(*name)] for name in passage.named(*reach)]
    return all(name in passage.known.posts for name in named)


def _orders(chars: str, start: int) -> bool:
    """Whether an order names somebody of whatever family name: 任命|麴霞秀为…, 免去|麴霞秀同志的….

    A word in the place of the name is one: 任命|其为…, 任命|下列人员为….
    """
    named = ORDERED.match(chars, start)
    return named is not None and may_be_name(named["name"]) and SET_OF_PEOPLE.search(named["name"]) is None


def _is_comrade(chars: str, end: int) -> bool:
    """Whether 同志 says that the word before it is somebody's name, of whatever family: 仁达卓热|同志任…; not 有关|同志任…."""
    named = COMRADE.search(chars, max(0, end - 14), end)
    name = DECIDES.split(named["name"])[-1] if named else ""
    return may_be_name(name) and SET_OF_PEOPLE.search(name) is None


def _titles(passage: Passage, cue: Cue, place: Span, reach: Span, law: bool) -> str | None:
    left, _ = passage.clause(*place)
    if cue.word == SPOKEN_OF and not passage.chars.endswith(OF_WHOM, 0, place[0]):
        return "no_post"
    former = FORMER.search(passage.chars, max(left, place[0] - 28), place[0])
    is_name = former is not None and any(name[0] == former.start() for name in passage.named(left, place[0]))
    if (former and not is_name) or passage.is_past(left, place[0]):  # 曾|任…; but 曾小舟 is a name
        return "former_post"
    if ACTS.match(passage.chars, place[1]) or NUMBERED.match(passage.chars, place[1]):
        return "nobody_named"
    if SPOKEN_TO.search(passage.chars, max(left, place[0] - 2), place[0]) and not passage.names_any(
        place[1], place[1] + 4
    ):
        return "nobody_named"
    strange = opens_with_word(passage, place) or beside_title(passage, place, left)
    if not strange and not lost_beside(passage, cue, place, reach):
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
    if _closes_bracket(passage.chars, left, place) or acts_after_title(passage, place[0]):
        return None  # (县水利局|负责), 省长江溪镇|主持全面工作
    own = passage.names_any(left, place[0])
    first = [name for name in passage.opening_names if name[1] <= place[0]]
    if cue.word == "负责" and not ARTICLE.match(passage.chars) and _is_listed_duty(passage.chars, left, place[0]):
        return "general_duty" if passage.claims.by({"registers"}, left, place[0]) else None  # (二)督查处:负责…
    article = ARTICLE.match(passage.chars)
    if cue.word == "负责" and not (law or article) and _is_shared_duty(passage.chars, place[0]):
        return None
    part = PART_OF.match(passage.chars, left, place[0]) if cue.word == "负责" and not article else None
    if part is not None and all(is_unit(word) for word in part["units"].split("、")):
        return None
    if cue.word == "负责" and not article and (given := _given_to(passage.chars, left, place[0])):
        return None if is_unit(given["unit"]) and not EXPLAINS.match(passage.chars, place[1]) else "general_duty"
    if cue.word == "负责" and not article and NAMED_UNIT.match(passage.chars, left, place[0]):
        return "general_duty" if EXPLAINS.match(passage.chars, place[1]) else None
    if (law or article) and not first and (article or not own):
        return "law_text"
    if own and any(name[1] == place[0] for name in passage.named(left, place[0])):
        return None  # 均由方小舟负责
    if not own and not first and not (passage.owned and "groups" not in passage.known.families):
        return "general_duty"
    if reach[1] - place[1] < LEAST_ANSWER:
        return "heading"
    return None


def _given_to(chars: str, left: int, at: int) -> re.Match[str] | None:
    """Who is named right before 负责 after 由, in the words that can be so near."""
    return GIVEN_TO.search(chars, max(left, at - FAR_GIVEN), at)


def _covers(passage: Passage, cue: Cue, place: Span, reach: Span, law: bool) -> str | None:
    """方小舟、石磊AB角 names those who stand in for each other; 实行AB角制度 nobody."""
    return None if passage.names_any(*passage.clause(*place)) else "law_text" if law else "general_duty"


def _closes_bracket(chars: str, left: int, place: Span) -> bool:
    """Whether a duty closes a bracket that names a unit."""
    opened = chars.rfind("(", left, place[0])
    inside = opened > chars.rfind(")", left, place[0]) and BRACKET_END.match(chars, place[1]) is not None
    return inside and names_unit(chars[opened + 1 : place[0]])


def _is_listed_duty(chars: str, left: int, at: int) -> bool:
    """Whether a duty is one of a list by unit: 县水利局:负责…, (3)县水利局负责…."""
    opening = LISTED_DUTY.match(chars, left, at)
    if opening is None or not is_unit(opening["unit"]):
        return False
    return bool(opening["number"] or opening["colon"]) or len(DUTY_CLAUSE.findall(chars)) >= LEAST_DUTIES


def _is_shared_duty(chars: str, at: int) -> bool:
    """Whether a duty is one of several that a sentence shares out: 县政协负责牵头,美协、书协|负责邀请作者."""
    ends = _shared_out(chars)
    return len(ends) >= LEAST_SHARED and at in ends


@lru_cache(maxsize=1)
def _shared_out(chars: str) -> frozenset[int]:
    """Where the units end of each clause that gives them a duty."""
    return frozenset(clause.end("units") for clause in SHARED.finditer(chars) if _are_units(clause["units"]))


def _are_units(words: str) -> bool:
    """Whether words are one unit (县卫生和健康委员会) or several."""
    return is_unit(words) or all(map(is_unit, UNIT_ENDS.split(words)))


def _groups(passage: Passage, cue: Cue, place: Span, reach: Span, law: bool) -> str | None:
    chars = passage.chars
    if cue.relation == "hosts":
        if cue.word in SETTLED and not OFFICE_BEFORE.search(chars, max(0, place[0] - 40), place[0]):
            return "no_office"
        house = HOUSED.match(chars, place[1], reach[1])  # 下设办公室,在|县水利局办公
        host = house["host"] if house else chars[place[1] : reach[1]].split(",")[0]
        return None if names_unit(host) else "general_duty"
    if chars[place[1] : place[1] + 1] == ":" and (place[0] <= 12 or chars[place[0] - 1] in LABEL_OPENS):
        rest = chars[place[1] + 1 : reach[1]]
        if passage.names_any(*reach) or names_unit(rest):
            return None
        return "nobody_named" if rest else "heading"
    addressed = chars[place[0] - 1 : place[0]] in ("各", "组") and cue.word.endswith("单位")  # 各|成员单位: of a letter
    if passage.is_label(place[1]) and not addressed and lost_beside(passage, cue, place, reach):
        return None  # 副组长:… 总工程师|成员:县水利局、县财政局 of a page run together
    beside = [name for name in passage.named(place[1], place[1] + FAR_NAME) if name[0] == place[1]]
    if "员" not in cue.word and any(not passage.claims.names(STATED, *name) for name in beside):
        return None  # 领导小组组长|方小舟视察…
    left, _ = passage.clause(*place)
    if SERVES.search(chars, max(left, place[0] - 25), place[0]) and passage.names_any(left, place[0]):
        return None
    if SPOKEN.search(chars, max(left, place[0] - 14), place[0]) and (
        passage.names_any(left, place[0])
        or names_unit(chars[left : place[0]])
        or ((told := OF_BODY.search(chars, max(left, place[0] - 16), place[0])) and is_person_name(told["name"]))
        or lost_beside(passage, cue, place, reach)  # 县水利局局长任副组长
    ):
        return None
    return "law_text" if law else "nobody_named"


def _items(passage: Passage, cue: Cue, place: Span, reach: Span, law: bool) -> str | None:
    chars = passage.chars
    if FOOTER.search(chars, place[0], min(len(chars), place[1] + 60)) or _is_at_foot(passage, place):
        return "footer"
    if passage.block.is_row and LABELLED_IN_CELL.match(chars, place[1]):
        return None if names_unit(chars[place[1] + 1 : passage.clause(*place)[1]]) else "heading"
    if passage.block.is_row and len(chars) < 120 and all(len(cell) <= 16 for cell in passage.block.cells):
        return None if lost_below(passage, cue, place) or is_labelled_unit(passage, place) else "heading"
    if cue.word in {"牵头", "配合"}:
        left, _ = passage.clause(*place)
        before = re.split(r"[,、:(由]", chars[max(left, place[0] - FAR_UNIT) : place[0]])[-1]
        if place[0] in passage.title_ends and passage.names_any(left, place[0]):
            return None  # 方小舟县长|牵头重点工作
        return None if is_unit(before) and LED.match(chars, place[1]) else "general_duty"
    if chars[place[1] : place[1] + 1] not in (":", "]"):
        glued = re.split(r"[()。;,、“”]", chars[place[1] : reach[1]])[0]
        alone = chars[place[0] - 1 : place[0]] not in OF_ALL and not RUNS_ON.match(glued)
        return (
            None if alone and is_unit(glued) and NAMED.match(glued) else "general_duty"
        )  # 园区道路,责任单位|县交通局;
    if lost_beside(passage, cue, place, reach):
        return None
    rest = re.split(r"[()\[。;]", chars[place[1] + 1 : reach[1]])[0]  # 【牵头单位】县住建局
    if not rest:
        return "heading"
    apart = breaks(passage.block.text)  # 责任单位:县交通局|　办结时限:6月底
    gap = min((cut for cut in apart if cut > place[1] + 1), default=len(chars))
    parts = [*re.split("[、,和及]", rest), *re.split("[、,和及]", rest[: gap - place[1] - 1])]
    return None if any(is_unit(part) for part in parts) else "aggregate"


def _is_at_foot(passage: Passage, place: Span) -> bool:
    """Whether a line of who runs a site stands at the foot of its page: 主办单位:安山县人民政府办公室 / 网站地图."""
    beside = passage.series[max(0, passage.index - 1) : passage.index + 2]
    return place[0] == 0 and any(FOOTER.search(near.chars[:FAR_FOOT]) for near in beside)


def _documents(passage: Passage, cue: Cue, place: Span, reach: Span, law: bool) -> str | None:
    chars = passage.chars
    if QUOTED.search(chars, max(0, place[0] - 82), place[0]):
        return "quotation"
    if cue.relation == "repeals":
        left, _ = passage.clause(*place)
        named = "》" in chars[left : place[0]] or (cue.word in AHEAD and "《" in chars[place[1] : place[1] + FAR_TITLE])
        return None if named else "law_text" if law else "no_document"
    if not titles_of(passage, place, reach):
        return "no_document"
    if law and cue.word in IN_RULES and passage.notice.number is None:
        return "law_text"  # 依照《…》第六条的规定处罚
    if not lost_beside(passage, cue, place, reach):
        return "again"
    title = passage.notice.title
    return "own_subject" if passage.notice.number is None and not (title or "").endswith(DOCUMENT_ENDS) else None


def _structure(passage: Passage, cue: Cue, place: Span, reach: Span, law: bool) -> str | None:
    chars = passage.chars
    left, right = passage.clause(*place)
    if cue.relation == "located_at":
        around = chars[max(0, place[0] - FAR_FOOT) : place[1] + FAR_FOOT]
        if FOOTER.search(around) or any(FOOTER.search(near.chars[:FAR_FOOT]) for near in passage.below[:2]):
            return "footer"
        return (
            None if chars[place[1] : place[1] + 1] == ":" and IN_ADDRESS.search(chars, place[1], right) else "address"
        )
    if NOT_NOW.search(chars, max(left, place[0] - 6), place[0]):
        return "no_list"
    if place[1] >= len(chars) - 1:
        below = [near for near in passage.below[:2] if PART.fullmatch(ENUMERATED.sub("", near.chars))]
        return None if len(below) == 2 and len(chars) <= LONGEST_HEADING else "heading"
    parts = re.split(r"[、,和及]", chars[place[1] : min(right, place[1] + FAR_PARTS)])
    return None if sum(bool(PART.search(part[:PART_FAR])) for part in parts) >= LEAST_PARTS else "no_list"


OF_FAMILY = {
    "personnel": _personnel,
    "titles": _titles,
    "division": _division,
    "covers": _covers,
    "groups": _groups,
    "items": _items,
    "documents": _documents,
    "structure": _structure,
}
