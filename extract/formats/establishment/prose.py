"""The parts of an organ that a sentence names.

In:  县编办为县委工作部门，正科级单位。下设综合科、监督检查室2个内设机构，下属事业单位县电子政务中心。
Out: part_of(综合科 → 县编办, 内设机构), part_of(监督检查室 → 县编办, 内设机构), part_of(县电子政务中心 → 县编办, 下属事业单位)

The owner is the body before the verb, else the one that the paragraph, or the one above it, says what it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.clean import Text
from extract.document import Block, Notice, as_read
from extract.facts import Doubt, Fact, Kind, Party
from extract.formats.establishment.pages import page_owner
from extract.formats.establishment.part import ROLE, part_of
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.marks import ENUMERATED, ENUMERATOR, HAN, IN_WORDS, LEVELS, SECTIONS
from extract.names.units import breaks

RULE = "establishment.prose"
CUE = re.compile(rf"{any_of('organs', 'has_parts')}|[现共]设|工作(?:\(派出\))?(?:机构|部门)有")
SORT = rf"""(?:内设(?:{any_of("establishment", "what_for")})?(?:机构|{SECTIONS}|部门)|(?:{any_of("establishment", "lower")}|[局委厅院校部]属)(?:二级)?(?:事业)?(?:{any_of("establishment", "sort")})
    |事业单位|(?:{any_of("establishment", "what_for")})(?:{SECTIONS}|部门)|派出(?:{any_of("establishment", "sent_out")})|(?:人民|基层)法庭)"""
ROOM = rf"(?:{any_of('establishment', 'what_for')})?[科处股](?:\([科处股]?室\)|室)"
COUNT = rf"(?:{IN_WORDS}|\d{{1,3}}|两)个"
LEVEL = r"[正副]?[科股处]级(?:事业单位|单位)?"  # 下设|股级事业单位|水文站
SAYS = rf"(?:[:,]?(?:即|{any_of('establishment', 'parts_are')}|有|为)[:,]?|:|,(?=[^,。;]{{2,24}}[、和及]))"
NAMELY = re.compile(rf",?(?:{any_of('organs', 'namely')})")  # ,分别是
INNER = re.compile(rf"(?:[{HAN}]{{2}})?(?:{any_of('establishment', 'inner_of')})")  # 等|内部机构
BARE_ORGAN = re.compile(any_of("organs", "bare_organ"))
KINDS = rf"{COUNT}[{HAN}]{{1,10}}?(?:(?:[,、和及]|以及){COUNT}[{HAN}]{{1,10}}?)*"  # 8个中心校,2个区直学校
PARTS = re.compile(
    rf"""
    (?: (?P<now>[现共]设)(?:有)?(?:{SORT}|{ROOM})(?:共)?{COUNT}{SAYS}                                      # 现设职能科(室)5个,分别为:
      | (?P<rooms>内设{ROOM})(?:共|有)?{COUNT}{SAYS}                                                      # 内设科(室)4个,即:
      | (?P<told>[下内直所][设属辖])(?:有|了)?(?:共)?{KINDS}{NAMELY.pattern}:?   # 下设8个中心校,2个区直学校,分别是:
      | (?P<verb>内设(?!立(?!案)|置|定|有的|施)|下设(?!立(?!案))|下辖|(?<![{HAN}])下属(?![的各单机企部事二有]))(?:有|了)?(?:{COUNT})?(?:{LEVEL})?(?P<sort>{SORT}|[科股处]室|机构|{any_of("shared", "unit")})?(?:{COUNT})?{SAYS}?
      | (?P<organs>工作(?:\(派出\))?(?:机构|部门))有(?=[^,。;]{{2,24}}、)                                # 中共某市委工作机构有秘书处、统战部
      | (?P<sets>(?:(?<=[关室局委院心会处办现共])|(?<=^现))设(?!有|置|了|立(?!案))|设有|设立(?!案)|设置|下属有|所属有|直属有)(?:了)?(?:(?:{COUNT})?(?:{SORT}|[科股处]室)[为有]?)?:?
      | (?:有|设有|设)?{COUNT}(?P<counted>{SORT})(?:[及和、](?P<number>{IN_WORDS}|\d{{1,3}})个(?P<other>派出(?:法庭|机构|所)))?{SAYS}             # 共有7个下属单位:…
      | (?P<counts>{SORT})(?:共|有|为)?{COUNT}{SAYS}                                                      # 直属单位3个,…
      | (?:(?<![{HAN}])|(?<=条))(?P<named>{SORT})(?:为|有|是|包括)?:?                                                     # ,下属事业单位县电子政务中心
    )
    (?P<names>(?(told)[{HAN}“”、(),]|[{HAN}“”、()]){{3,600}}?)
    (?:机构)?(?:等(?:{INNER.pattern})?)?(?:(?P<count>{COUNT})(?P<closing>{SORT}|[正副]?[科股处]级(?:内设)?机构|[科股处](?:室|\(室\)))?[{HAN}、]{{0,12}})?(?=(?(told)[。;.]|[,。;.])|$)
    """,
    re.VERBOSE,
)
# 下辖白石、临江、城关3个人民法庭: what the list closes with is the end of each name
SHARED_END = re.compile(
    rf"""(?P<verb>[下内]设|下辖|设有)
    (?:(?P<whole>[{HAN}、]{{3,300}}?)(?:以及|及|和))?                                # 办公室、治安大队及
    (?P<names>[{HAN}]{{2,8}}(?:[、和][{HAN}]{{2,8}}?){{1,20}})(?:等)?{COUNT}(?:基层)?   # 白石、临江2个
    (?P<end>{any_of("organs", "shared_end")})                                      # 人民法庭
    """,
    re.VERBOSE,
)
LABELLED = re.compile(  # [下辖法院]城东法院、城西法院等2个基层法院
    rf"""\[(?P<role>下辖[{HAN}]{{0,4}}|{any_of("organs", "labelled")})\]:?
    (?P<names>[{HAN}、,]{{3,600}}?)(?:等[^。;]{{0,40}})?(?=[。;]|$)
    """,
    re.VERBOSE,
)
MAY_LIST = sign_of(LABELLED, SHARED_END, CUE)
# 县编制委员会办公室为县委工作部门 · 县农业农村局(以下简称县农业局)是县政府工作部门 · 县住房和城乡建设局正科级行政单位
IS = re.compile(
    rf"""
    (?:^|[。;:,、.]|\d(?![年月日])|\d[年月日]|[年月日]?(?={any_of("organs", "renamed")}|恢复))
    (?: (?:(?:{any_of("organs", "renamed")})(?P<renamed>[{HAN}]{{4,26}}?)(?=[,。;(]))                                 # 更名为县住房和城乡建设局,
      | 恢复(?P<again>[{HAN}]{{4,26}}?)(?:{any_of("organs", "standing")})(?=[,。;])                                     # 恢复县水利局名称
      | (?P<kept>[{HAN}]{{4,26}}?)(?:{any_of("organs", "kept")})(?:{any_of("organs", "standing")})?(?=[,。;])           # 县水利局保留,
      | (?:{any_of("organs", "founds")})?(?P<owner>[{HAN}]{{3,26}}?)(?:\((?:以下)?简称:?“?(?P<short>[{HAN}]{{3,14}})”?\)|\([{HAN}]{{2,16}}\))?,?(?:为|是|系|(?<!所)属)[^,。;]{{0,14}}?(?:{any_of("organs", "is_what")}|级)
      | (?P<founded>[{HAN}]{{4,26}}?)(?:{any_of("organs", "is_where")})                                  # 县人民法院成立于1956年
      | [{HAN}]{{2,8}}[省市县区]设(?:立|有|置)?(?P<placed>[{HAN}]{{3,16}}?[局委办])(?=,)                 # 安山区设区水利局,内设…
      | (?P<bare>[{HAN}]{{3,26}}?)(?:[正副][{HAN}]级)(?:行政|事业)?(?:机构|{any_of("shared", "unit")})                # 县住建局正科级行政单位
    )
    """,
    re.VERBOSE,
)
OF_ITS_PART = re.compile(rf"[其它][{HAN}]{{0,2}}(?:设|辖|属)")  # 其下设办公室,为常设机构: of a part
# 建立校务委员会,|下设教务处、总务处: the parts are those of what has been set up
JUST_SET_UP = re.compile(rf"[建成设]立了?(?P<owner>[{HAN}]{{3,24}}),$")
BEFORE = re.compile(
    rf"(?:(?<=\d)年)?(?P<owner>[{HAN}]{{3,26}}?|[{LEVELS}]委|{BARE_ORGAN.pattern})(?:{any_of('establishment', 'now_has')}|现|共)*$"
)
INNER_END = re.compile(
    rf"""
    (?:
        [室科处股局司部办委会队厅院站馆校场社台园庭]|(?<![关体联谱派])系|(?<!厕)所|(?<!仓)库   # 河湖股, 粮库
      | {any_of("bodies", "inner_end")}                                  # 信息中心
    )
    (?:\([^()]{{2,20}}\))?$                                            # 政治部(机关党委)
    """,
    re.VERBOSE,
)
# rooms and counters of a house, no bodies
ROOMS = re.compile(
    rf"(?:{any_of('bodies', 'room')}|教|病|(?<!总)值班)(?:室|厅)$"  # 图书室, 展览厅
)
# 曾下设, 拟设立: no state of now
NOT_NOW = re.compile(
    rf"""
    (?:
        曾|原|拟|将|未|{any_of("establishment", "not_now")}                    # 曾下设, 拟设立
      | 可以?|应当?|须|{any_of("establishment", "should_be")}|要                            # 应当设立, 负责设置
    )
    (?:[分别统一]{{2}})?
    (?:在[^,。;]{{2,16}})?$                                              # 拟在城区设立
    """,
    re.VERBOSE,
)
OWN_WORDS = re.compile(
    rf"""
    (?:
        (?:局|委|院)?机关|{any_of("establishment", "organ_itself")}                              # the organ itself
      | [我该本全][局委办院厅会市县]                                    # 我局
      | 现|共|另外?|还|同时|目前|其中|依法
      | (?:按|依照?|根据)(?:{any_of("establishment", "by_rule")})                             # 另按规定
    )*$""",
    re.VERBOSE,
)
STRICT = re.compile(r"[科股处室庭]$|支部$|(?:大|支|中)队$|党委$|工会$|纪委$")
SETS_UP = re.compile(
    rf"""
    (?:^|[,。、])(?P<owner>[{HAN}]{{3,24}}?)(?:机关)?[内下]?设(?:置|立|有)?   # 县财政局设
    (?:下列|以下|{COUNT})(?:[{HAN}]{{0,4}})(?:机构|{SECTIONS})            # 8个内设机构
    """,
    re.VERBOSE,
)
SECTION = re.compile(r"[科处股室](?:[(（][^()（）]*[)）])?$")
SIGN = re.compile(r"(?:加?挂)?(?P<names>.+?)(?:的?牌子)?$")  # (挂法制科、宣传科牌子)
BARE = frozenset({"科室", "股室", "处室", "机构", "单位", "部门"})  # 内设 + 机构
NUMBERED = re.compile(rf"第?{IN_WORDS}[科处股室]|[党政工]办")  # 一科, 党办
GROUP = "领导小组"  # in a list of organs: a group, no part
LONGEST_NAME = 24
ORGAN_LABEL = re.compile(
    rf"(?:{ENUMERATOR})?(?:机构|{any_of('shared', 'unit')})(?:{any_of('establishment', 'full_name')})?:"
)  # 机构名称:安山县林业局
SHORTEST_SHORT = 3  # characters of a short name
SHORTEST_ONE = 5  # characters of a part that is named alone
LATER = frozenset({"renamed", "again", "kept"})  # what is said of a body since it was founded
LEAST = 2  # names that a verb alone must list
LEAST_MOST, MOST = (
    4,
    0.7,
)  # names of a list, and the share of them that are known as bodies, from which on these are stated
LONGEST_CLAUSE = 80


@dataclass(frozen=True, slots=True)
class _Owner:
    party: Party
    block: Block


def inner_prose(notice: Notice) -> Iterator[Fact | Doubt]:
    """The inner and subordinate bodies that the sentences of a notice list."""
    blocks = [block for block in notice.blocks if not block.is_row]
    listing = [i for i, block in enumerate(blocks) if block.text.signs & MAY_LIST and _may_list(block.text)]
    above: _Owner | None = None
    for block in blocks[: listing[-1] + 1 if listing else 0]:
        text = block.text.text
        if above is not None and (labelled := LABELLED.match(text)):
            names = _names(text, *labelled.span("names"))
            yield from (
                part_of(notice, block, above.party, *n, labelled["role"], RULE)
                for n in names
                if _is_part(text[slice(*n)])
            )
            continue
        yield from _in(notice, block, above)
        yield from _with_shared_end(notice, block, above)
        alone = _alone(block, text)
        if alone is not None and SECTION.search(as_read(alone.party)):
            alone = None  # 3、国库股 in a list of sections: what follows is the organ's
        above = _stated(block, text, len(text)) or alone or _sets_up(block, text) or above


def _may_list(text: Text) -> bool:
    """Whether a paragraph names parts of an organ, whosever they are."""
    chars = text.text
    return LABELLED.match(chars) is not None or SHARED_END.search(chars) is not None or any(_lists_of(text))


def _in(notice: Notice, block: Block, above: _Owner | None) -> Iterator[Fact | Doubt]:
    text = block.text.text
    before: _Owner | None = None
    for match, names, bodies, clause in _lists_of(block.text):
        before = owner_before(block, text, match.start()) or _by_short_name(notice, block, clause, match) or before
        known = _stated(block, text, match.start()) or _entry_head(block) or above
        owner = before or known
        if match["sets"]:
            owner = _of_sets(clause, before, known)
        if _counted(match, len(names)):
            bodies = len(names)
        if owner is not None and bodies < len(names):
            yield block.doubt(match.start(), match.end(), RULE, "parts_unread", owner=owner.party.name)
            if len(names) < LEAST_MOST or bodies < MOST * len(names):
                continue
            names = [span for span in names if _is_part(text[slice(*span)])]
        if owner is None:
            yield block.doubt(match.start(), match.end(), RULE, "organ_unknown")
            continue
        if owner.party.kind is Kind.GROUP or as_read(owner.party) == "办公室":
            continue
        closing = match["closing"] or ""
        inner = closing if closing.startswith("内设") else None
        if match["verb"] == "内设" and closing.endswith("级机构"):
            inner = ROLE  # 内设综合科、法制科2个正科级机构
        sort = f"{match['verb']}{match['sort']}" if match["sort"] in BARE else match["sort"]
        told = next(filter(None, match.group("now", "told", "rooms", "organs", "counted", "counts", "named")), None)
        role = told or inner or sort or match["verb"] or match["sets"]
        others = int(match["number"]) if match["other"] and match["number"].isdigit() else 0
        for place_in_list, (start, end) in enumerate(names):
            word = match["other"] if place_in_list >= len(names) - others else role
            yield from (
                part_of(notice, block, owner.party, *span, word, RULE) for span in with_second(text, start, end)
            )


def _with_shared_end(notice: Notice, block: Block, above: _Owner | None) -> Iterator[Fact]:
    """The parts of a list that writes the end of their names once."""
    text = block.text.text
    for match in SHARED_END.finditer(text) if CUE.search(text) else ():
        owner = owner_before(block, text, match.start()) or _stated(block, text, match.start()) or above
        if owner is None or NOT_NOW.search(text, max(0, match.start() - LONGEST_CLAUSE), match.start()):
            continue
        names = _names(text, *match.span("names"))
        whole = _names(text, *match.span("whole")) if match["whole"] else []
        if any(_is_part(text[a:b]) for a, b in names) or not all(_is_part(text[a:b]) for a, b in whole):
            continue
        for start, end in whole:
            yield part_of(notice, block, owner.party, start, end, match["verb"], RULE)
        for start, end in names:
            part = part_of(notice, block, owner.party, start, end, match["verb"], RULE)
            yield replace(part, subject=Party(Kind.DEPARTMENT, text[start:end] + match["end"]))


def _lists_of(whole: Text) -> Iterator[tuple[re.Match[str], list[tuple[int, int]], int, str]]:
    """The lists of parts in a text: the match, the names, how many of them are bodies, and the clause before the verb."""
    text = whole.text
    for match in PARTS.finditer(text) if CUE.search(text) else ():
        listed = (part for span in _names(text, *match.span("names")) for part in _by_blanks(whole, *span))
        names = [span for span in listed if not text.endswith(GROUP, *span)]
        bodies = sum(_is_part(text[start:end]) for start, end in names)
        one_alone = bodies == len(names) == 1 and match["verb"] == "下设" and _is_one(text, match, names[0])
        if bodies < (LEAST if match["verb"] and not match["closing"] and not one_alone else 1):
            continue
        floor = max(0, match.start() - LONGEST_CLAUSE)
        first = max(floor, *(text.rfind(mark, floor, match.start()) + 1 for mark in ",。;:"))
        clause = text[first : match.start()]
        if NOT_NOW.search(clause):
            continue
        if not match["sets"] or (bodies >= LEAST and _lists_organs(text, names, match["closing"])):
            yield match, names, bodies, clause


def _is_one(text: str, match: re.Match[str], name: tuple[int, int]) -> bool:
    """Whether 下设 names one part between two marks and nothing else: ,下设管理办公室。 not ,下设办公室."""
    if text[match.start() - 1 : match.start()] not in (",", "。") or text[name[1] - 1] == ")":
        return False
    return name[1] == match.end() and name[1] - name[0] >= SHORTEST_ONE and text[name[0]] not in "在于到"


def _lists_organs(text: str, names: list[tuple[int, int]], closing: str | None) -> bool:
    """Whether what 设有 names are the parts of an organ: all of them bodies, most of them sections, or told to be organs."""
    words = [text[start:end] for start, end in names]
    if not all(_is_part(word) for word in words):
        return False
    return closing is not None or 2 * sum(STRICT.search(word) is not None for word in words) > len(words)


def _of_sets(clause: str, said: _Owner | None, known: _Owner | None) -> _Owner | None:
    """Whose parts 设有 names: the body right before it; 办公室, 机关 and no word at all stand for the one known before."""
    if OWN_WORDS.fullmatch(clause):
        return known
    return said if said is not None and as_read(said.party) in clause else None


def _counted(match: re.Match[str], names: int) -> bool:
    """Whether the list holds as many names as it says: 直属单位3个,甲、乙和丙."""
    stated = re.search(r"(\d{1,3})个", match[0][: match.start("names") - match.start()])
    return any(match.group("counts", "sort", "now", "rooms")) and stated is not None and int(stated[1]) == names


def _names(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The names of a list: divided by 、 outside brackets, before the last one by 和 or 及."""
    spans: list[tuple[int, int]] = []
    depth, left = 0, start
    for index in range(start, end):
        depth += (text[index] == "(") - (text[index] == ")")
        if text[index] in "、," and depth == 0:
            spans.append((left, index))
            left = index + 1
    last = text[left:end]
    joint = next(
        (i for mark in ("以及", "和", "及") if (i := last.find(mark, 2)) > 0 and INNER_END.search(last[:i])), 0
    )
    if joint:
        spans.append((left, left + joint))
        left += joint + (2 if last.startswith("以及", joint) else 1)
    return [*spans, (left, end)] if left < end else spans


def _by_blanks(text: Text, start: int, end: int) -> list[tuple[int, int]]:
    """The names that blanks divide, where each is one by its end: 办公室　规划股　河湖股."""
    cuts = sorted(cut for cut in breaks(text) if start < cut < end)
    parts = list(pairwise([start, *cuts, end]))
    return parts if all(_is_part(text.text[left:right]) for left, right in parts) else [(start, end)]


def with_second(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A name and the second one in its brackets: 政治部(机关党委)."""
    opened = text.find("(", start, end)
    if opened < 0 or text[end - 1] != ")":
        yield start, end
        return
    yield start, opened
    sign = SIGN.match(text, opened + 1, end - 1)
    for left, right in _names(text, *sign.span("names")) if sign else ():
        if _is_part(text[left:right]):
            yield left, right


def _is_part(name: str) -> bool:
    if ROOMS.search(name):
        return False
    if NUMBERED.fullmatch(name):
        return True
    return 2 < len(name) <= LONGEST_NAME and INNER_END.search(name) is not None and not is_aggregate(name)


def _alone(block: Block, text: str) -> _Owner | None:
    """The body that a heading names: 1、安山县人民法院."""
    if span := page_owner(text):  # 安山县水利局机构设置
        return _Owner(block.party(kind_of_body(text[slice(*span)]) or Kind.DEPARTMENT, *span), block)
    mark = ORGAN_LABEL.match(text) or ENUMERATED.match(text)
    start = mark.end() if mark else 0
    kind = kind_of_body(text[start:]) if 3 < len(text) - start <= 2 * LONGEST_NAME else None
    return _Owner(block.party(kind, start, len(text)), block) if kind else None


def _entry_head(block: Block) -> _Owner | None:
    """The body that an entry of a gazetteer names at its head, before layout space: 县物价局　1983年成立,….."""
    gap = next((cut for cut in sorted(breaks(block.text)) if cut > SHORTEST_SHORT), 0)
    kind = kind_of_body(block.text.text[:gap]) if 0 < gap <= LONGEST_NAME else None
    return _Owner(block.party(kind, 0, gap), block) if kind in (Kind.DEPARTMENT, Kind.STREET) and kind else None


def _sets_up(block: Block, text: str) -> _Owner | None:
    """The body of which a sentence says how many parts it has: 根据上述职责,|县财政局|设8个内设机构:."""
    match = SETS_UP.search(text) if "设" in text else None
    kind = kind_of_body(match["owner"]) if match else None
    return _Owner(block.party(kind, *match.span("owner")), block) if match and kind else None


def owner_before(block: Block, text: str, stop: int) -> _Owner | None:
    """The body that stands right before the verb: 县水利局内设办公室、河湖股; 设立县水利局,|内设…."""
    if text[:stop].endswith(",") and (founded := JUST_SET_UP.search(text, 0, stop)):
        return _Owner(block.party(kind_of_body(founded["owner"]) or Kind.DEPARTMENT, *founded.span("owner")), block)
    stop -= text.endswith(":", 0, stop)  # 国家某局:|内设办公室、人事司
    start = max(text.rfind(mark, 0, stop) for mark in ",。;:、)") + 1
    match = BEFORE.search(text, start, stop)
    if match is None:
        return None
    left, right = match.span("owner")
    left = max(left, text.rfind("的", left, right) + 1)  # 新成立的|县教育局
    kind = kind_of_body(text[left:right])
    return _Owner(block.party(kind, left, right), block) if kind else None


def _by_short_name(notice: Notice, block: Block, clause: str, match: re.Match[str]) -> _Owner | None:
    """文管会 before the verb where the notice has said 县文物管理委员会(简称文管会)."""
    if len(clause) < SHORTEST_SHORT or not re.search(rf"简称:?“?{re.escape(clause)}”?[)）]", notice.text):
        return None
    return _Owner(block.party(Kind.DEPARTMENT, match.start() - len(clause), match.start()), block)


def _stated(block: Block, text: str, stop: int) -> _Owner | None:
    """The body of which a paragraph says what it is, by its short name if one is given; renamed, by the last name."""
    first: _Owner | None = None
    for match in IS.finditer(text, 0, stop):
        name = next(
            group for group in ("renamed", "again", "kept", "owner", "founded", "placed", "bare") if match[group]
        )
        if first is not None and name not in LATER:
            continue
        if OF_ITS_PART.match(text, match.start(name), match.end(name)):
            continue
        kind = kind_of_body(match[name])
        if kind in (Kind.DEPARTMENT, Kind.STREET) and kind is not None:
            first = _Owner(block.party(kind, *match.span("short" if match["short"] else name)), block)
    return first
