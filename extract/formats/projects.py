"""Named projects in the texts of items: task concerns project.

    加快江北铁路新洲段建设,完成区人民医院、区疾控中心整体迁建项目。
    → concerns 江北铁路新洲段 · 区人民医院整体迁建项目 · 区疾控中心整体迁建项目

A project has a name of its own: a place, road number, firm or quoted word before a type word, or 区 + type word. Whether a
name is its own is decided by what is left when the plain words of the lexicon are taken away (老旧小区改造项目 leaves nothing).
Kinds that the lexicon does not know slip through; the border is soft.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from extract.clean import Text, clean
from extract.document import Notice
from extract.facts import Fact, ItemRecord, Kind, Party, Relation
from extract.lexicon import WordsEntry, table

RULE = "projects"
LONGEST_CLAUSE = 400  # characters between two marks; what is longer is no sentence
LONGEST_TAIL = 16  # characters between a quoted word and its type word: “互联网+”农产品出村进城项目
MOST_KNOWN = 100
LEAST_SHORT, LEAST_KNOWN = 3, 2  # names of two characters in a list, and how many of them must be known


def _words(section: str) -> tuple[str, ...]:
    words = (word for entry in table("duties", section, WordsEntry) for word in entry.words)
    return tuple(sorted(words, key=len, reverse=True))


WORKS, FACILITIES, BUILD, PLAIN = _words("works"), _words("facility"), _words("build"), frozenset(_words("plain"))
SITES = (*(word for word in WORKS if word not in ("工程", "项目")), *FACILITIES, "研究院")
TYPE = re.compile("|".join(map(re.escape, sorted({*WORKS, *FACILITIES}, key=len, reverse=True))))
CUE = re.compile(
    "|".join(map(re.escape, sorted({*WORKS, *FACILITIES}, key=len))) + "|等.{0,8}项目|落地|“[^”]{2,8}[路桥园馆城站]”"
)
BUILDING = re.compile("|".join(map(re.escape, BUILD)))
ROAD_NUMBER = re.compile(r"[GSXYCZ]\d{2,4}|\d{1,2}号线")
CLAUSE = re.compile(r"(?:“[^”]*”|《[^》]*》|\([^()]*\)|[^,。;:!?“《(])+|[“《(]")
PART = re.compile(r"(?:“[^”]*”|\([^()]*\)|[^、“(])+|[“(]")
CLOSED = re.compile(
    r"等(?:一批|\d*个|[一二三四五六七八九十]+个)?(?!.{0,8}(?:领域|方面|策划|服务|培训|方式|环节|监督))[\u4e00-\u9fff]{0,6}?(?:项目|工程)|落地开工"
)
# what leads in to a name and is no part of it
ADVERB = r"加快|加速|全面|全力|大力|持续|积极|深入|扎实|有序|稳步|高标准|高质量|高起点|高水平|高效|早日|尽快|确保|力争|争取|继续|着力|重点|科学|同步|全程|协同|切实|主动|统筹|抓紧|力促|快速|创新|进一步|配合|组织|协调|服务|做好|抓好"
VERB = (
    r"新开工|启用|不断壮大|壮大|抢抓|设计|服务好|推进|推动|规划建设|建设|建成|新建|续建|改建|改扩建|扩建|迁建|复建|启动|实施|完成|打造|谋划|规划|开工|支持|依托|实现|助推|促进|健全|完善|探索|开展|引进|优化|提升|提档升级|发挥|加强|培育|申报|争创|创建|"
    r"打通|拓展|编制|形成|构建|布局|盘活|落实|强化|办好|用好|建强|做强|做大|修建|招引|跟踪|保障|开通|加大|指导|督促|协助|围绕|聚焦|按照|根据|通过|利用|整体|投用|完工|建好|竣工|筹备|筹建|补齐|引导|鼓励|关于|落地|对接|深化|融入|承接|评选|清理|吸引|参与|对标|已落户企业|成为|新改扩建|紧跟|紧盯|紧扣|立足|面向|瞄准|用于|位于|以|在|将|把|对|为|与|和|及|使|让|由|从|向|到|于"
)
LEAD_IN = re.compile(rf"(?:{ADVERB}|{VERB}|\d{{1,2}}[.、](?!\d)|[、,\s])+")
INNER = re.compile(
    r"(?:推进|推动|规划建设|启动建设|启动|依托|打造|实施|完成|加快|支持|争取|引进|建成|新建|续建|谋划|围绕|聚焦|助推|服务好|做强|建强|提升|以|开工建设|发展|培育|运营|融入|承接|评选|清理|拓展|吸引|参与|拟?投资(?!有限|集团|公司|控股)|鼓励|已落户企业|建设(?!项目|工程|改造|用地|单位|规划|集团|银行))(?=[\u4e00-\u9fff“A-Z0-9]{3})"
)
COUNTED = re.compile(
    r"^(?:\d+\.\d|[第]?[一二三四五六七八九十两\d]+(?:\.\d+)?(?:个|处|座|条|所|家|项|批|公里|万|亿|米|平方|亩|公顷|MW|kV)+|[两二三四五六七八九十]+大|一批|多个|各|全区|全市|全县|全省|全国|我区|我市|我县|\d{4}年)"
)
# what may follow a type word that ends a name
FOLLOWS = (
    r"$|(?:的?(?:全线)?|早日|全面|整体|规划|选址|前期|主体|加快|稳步|如期)(?:建设|新建|续建|改造|改扩建|扩建|迁建|开工|竣工|通车|落地|启动|提升|提档|升级|投产|投用|投入|"
    r"主体工程|开馆|建成|投运|完工|封顶|立项|申报|扩能|扩容|推进|实施|创建|做|成为|打造|验收|复工|运营|开园|开业|贯通|动工|进度|进场|达产|前期|征地|征迁|搬迁|入驻|外迁|土地|招标|招商|签约|危桥改造)|的?(?:规划|建设|改造|开工)|[、与和及为等“]|\((?:专栏|含|包括)"
)
AFTER_FACILITY = re.compile(FOLLOWS)
AFTER_WORKS = re.compile(FOLLOWS + r"|\(|范围|内|周边|基础设施|配套|做|形成|被|发展")
NOT_PROJECT = re.compile(r"\d+个|(?:道路|瓶颈路|行动|计划|软件|系统|有限公司|集团|平台建设|廊道|走廊|轴|带|试点)$")
DESCRIBED = re.compile(
    r"策划|培训|帮扶|扶持|阶段|审查|办理|不出|调整|意见|纳入|经济产业(?!园)|赛道|功能|坚持|抓项目|牢牢|找准|给予|提高|认定|建立|负责|配套项目|考核|程序|发展|准经营|推广|加大|严格|优选|开展|围绕|我[区市县省]|人才培养|服务项目|培养|育龙头|领域|参与|制品|在建|^[业上好时]"
)
QUOTED = re.compile(r"“[^”]*”")
ABSTRACT = re.compile(
    r"(?:管理|检查|培训|服务|福利|救助|教育|健身|赛事|设计|技术|合作|经营|保洁|体系|捐赠|课|营|会|建设|治理|保护|设施|制度|机制|活动|宣传|监督|能力|水平|结构|小区|阶段|调整|社会治理)$"
)
TITLES = re.compile(r"全球|世界|国家级|省级|市级|区级|县级|全国|全省|一流|知名|最大")
BRACKET = re.compile(r"\((?:[一二三四五六七八九十]期|[\u4e00-\u9fff]{1,4}段)\)")
PHASE = re.compile(r".{4,}[一二三四五六]期")
NUMBERED_ROAD = re.compile(r"[\u4e00-\u9fff]{2,8}[一二三四五六七八九十东南西北][路街]$")  # 航天三路, 学林北路
OF_OTHERS = re.compile(r"(?:融入|对接|对标|承接|紧跟|紧盯|紧扣|借力|面向)$")  # what is built there is another's
QUOTED_SITE = re.compile(r"“([^”]{4,}(?:园|园区|基地|工程|项目))”$")
AREAS = ("地区", "城区", "老城", "片区")
OTHERS = re.compile(r"(?<![高中初平])等(?!级|待|候|效)")
LINKS = re.compile(r"串联|连接|串连|接驳|毗邻|[的等向由]|方向|是|有(?!限公司)")
SHARED = re.compile(
    r"(?:(?P<whole>整体(?:迁建|改造|搬迁|改扩建)(?:项目|工程)?)|"
    r"(?P<tail>(?:管网|排水|旧城|供水|路网|老旧小区)?(?:改造提升|提升改造|综合整治|改造|改扩建)(?:项目|工程)?)|"
    r"(?:\d+|[一二三四五六七八九十两])[个座所家条处](?P<counted>[\u4e00-\u9fff]{2,10}))$"
)


@dataclass(frozen=True, slots=True)
class _Name:
    """A name found in an item: cleaned span, the name itself, whether it is printed as such."""

    start: int
    end: int
    name: str
    printed: bool = True


def projects_of(notice: Notice, items: Iterable[ItemRecord]) -> Iterator[Fact]:
    """The named projects in the texts of items of a notice, one fact a name and item."""
    document = notice.document
    known = Known()
    for item in items:
        text = clean(document.text, item.start, item.end)
        if not CUE.search(text.text):
            continue
        task = Party(Kind.TASK, item.text, item.start, item.end)
        seen: set[str] = set()
        for found in names_in(text.text, known):
            if found.name in seen:
                continue
            seen.add(found.name)
            yield _fact(notice, text, task, found)


def _fact(notice: Notice, text: Text, task: Party, found: _Name) -> Fact:
    start, end = text.span(found.start, found.end)
    party = notice.document.party(Kind.PROJECT, start, end) if found.printed else Party(Kind.PROJECT, found.name)
    evidence = notice.document.evidence(start, end)
    return Fact(Relation.CONCERNS, task, party, evidence, RULE, None, notice.dated)


@dataclass(frozen=True, slots=True)
class _Tail:
    """A tail, the piece that carries it, and how it was read."""

    word: str
    start: int
    end: int
    piece: str
    match: re.Match[str]


@dataclass(frozen=True, slots=True)
class Known:
    """Names found before, by their last two characters; a short form of one of them is a name too."""

    by_end: dict[str, set[str]] = field(default_factory=dict)

    def add(self, name: str) -> None:
        """Remembers a name; of one ending only so many that looking them up stays cheap."""
        names = self.by_end.setdefault(name[-2:], set())
        if len(names) < MOST_KNOWN:
            names.add(name)

    def has_part(self, name: str) -> bool:
        """Whether `name` begins or ends a remembered name: 锂鑫 of 锂鑫自动化."""
        return any(whole.startswith(name) or whole.endswith(name) for names in self.by_end.values() for whole in names)

    def has_longer(self, name: str) -> bool:
        """Whether a remembered name is the long form of `name`: 武汉国家航天产业基地 of 航天基地."""
        return any(_short_of(name, whole) for whole in self.by_end.get(name[-2:], ()))


@dataclass(frozen=True, slots=True)
class _Clause:
    """What a clause says of all its pieces: it builds them; it lists projects, of which one has a name of its own."""

    builds: bool
    lists_projects: bool
    known: Known


def names_in(text: str, known: Known | None = None) -> list[_Name]:
    """The project names of an item's text; `known`: names found before, to which those of this text are added."""
    known = Known() if known is None else known
    found: list[_Name] = []
    for clause in CLAUSE.finditer(text):
        if 4 <= clause.end() - clause.start() <= LONGEST_CLAUSE:
            for name in _in_clause(text, clause.start(), clause.end(), known):
                known.add(name.name)
                found.append(name)
    return found


def _in_clause(text: str, start: int, end: int, known: Known) -> Iterator[_Name]:
    clause = text[start:end]
    if not CUE.search(clause):
        return
    builds = bool(BUILDING.search(clause))
    closing = CLOSED.search(clause)
    stop = start + closing.start() if closing else end
    pieces = [piece for m in PART.finditer(clause) for piece in _and(text, start + m.start(), start + m.end())]
    names = _in_pieces(text, pieces, stop if closing else start, _Clause(builds, False, known))
    if names and closing and "项目" in closing[0]:
        names = _in_pieces(text, pieces, stop, _Clause(builds, True, known))
    elif closing and _are_short_forms(text, pieces, stop, known):
        names = [_Name(*_bounds(text, left, min(right, stop)), "") for left, right in pieces if left < stop]
        names = [_Name(name.start, name.end, text[name.start : name.end]) for name in names]
    yield from names
    if names and pieces and not closing:
        left, right = _bounds(text, *pieces[-1])
        last = text[left:right]
        kind = last.endswith("项目") and len(last) > 4 and not LINKS.search(last) and not TITLES.match(last)
        if len(pieces) > 1 and kind and all(n.end <= left for n in names):
            yield _Name(left, right, last)


def _in_pieces(text: str, pieces: list[tuple[int, int]], stop: int, clause: _Clause) -> list[_Name]:
    """The names of a clause's pieces in their order; those before `stop` stand in a list closed by 等项目."""
    shared: _Tail | None = None
    names: list[_Name] = []
    for left, right in reversed(pieces):
        closed = left < stop
        piece_end = min(right, stop) if closed else right
        others = OTHERS.search(text, left + 2, piece_end)
        piece_end = others.start() if others else piece_end
        name = _name(text, left, piece_end, clause, closed=closed, shared=shared)
        if name is not None:
            names.append(name)
            if not name.printed and shared is not None and shared.match["tail"] and _names_nothing_in(names, shared):
                names.append(_Name(shared.start, shared.end, shared.piece))
        shared = None if LINKS.search(text[left:piece_end]) else _tail(text, left, piece_end) or shared
    return sorted(names, key=lambda name: name.start)


def _names_nothing_in(names: list[_Name], tail: _Tail) -> bool:
    """Whether the piece that lends its tail to another has given no name itself: 柳河、白云道路管网改造."""
    return not any(tail.start <= name.start < tail.end for name in names)


def _are_short_forms(text: str, pieces: list[tuple[int, int]], stop: int, known: Known) -> bool:
    """Whether a list closed by 等项目 calls projects by two characters each: 锂鑫、科虹、金马等项目, named in full before."""
    short = [text[slice(*_bounds(text, left, min(right, stop)))] for left, right in pieces if left < stop]
    if len(short) < LEAST_SHORT or any(len(name) != 2 or left_over(name) < 2 for name in short):
        return False
    return sum(known.has_part(name) for name in short) >= LEAST_KNOWN


def _tail(text: str, start: int, end: int) -> _Tail | None:
    """The tail that a piece may give back to the pieces before it: 整体迁建项目, 管网改造, 3个中心卫生院."""
    start = _without_lead(text, start, end)
    found = SHARED.search(text[start:end])
    return (
        _Tail(found["whole"] or found["tail"] or found["counted"], start, end, text[start:end], found)
        if found
        else None
    )


def _given_back(name: str, tail: _Tail) -> str | None:
    """The name with the tail that its list writes once: 区人民医院 + 整体迁建项目; None where it has an end of its own."""
    if tail.match["whole"]:
        return name + tail.word
    if tail.match["counted"]:
        return name + tail.word if tail.word.endswith(FACILITIES) and not name.endswith(FACILITIES) else None
    if name.endswith(AREAS):
        return name + tail.word
    if 2 <= len(name) <= 3 and len(tail.piece) - len(name) >= 4 and not TYPE.search(name):
        return name + tail.piece[len(name) :]
    return None


def _and(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A part, cut at 和, 与 or 及 where a name of a project or an area ends before it."""
    for joint in re.compile("以及|和|与|及|and").finditer(text, start + 3, end - 2):
        if text[start : joint.start()].endswith((*WORKS, *FACILITIES, *AREAS)):
            yield start, joint.start()
            yield from _and(text, joint.end(), end)
            return
    yield start, end


def _name(
    text: str,
    start: int,
    end: int,
    clause: _Clause,
    *,
    closed: bool,
    shared: _Tail | None,
) -> _Name | None:
    full_start, full_end, known = start, end, clause.known
    start, end = _bounds(text, start, end)
    if end - start < 2 or (text[end - 1] == "”" and not AFTER_WORKS.match(text[end:full_end])):
        return None
    name = text[start:end]
    builds = clause.builds or text.startswith("主体工程", end)
    if OF_OTHERS.search(text[full_start:start]) and not name.endswith(WORKS):
        return None
    if shared is not None and end == full_end and not LINKS.search(name):
        whole = _given_back(name, shared)
        if whole and len(name) <= 12 and _is_own(name, known) and not COUNTED.match(name):
            return _Name(start, end, whole, printed=False)
    own = SHARED.search(name)
    if own and own["counted"]:
        place = name[: own.start()]
        whole = place + own["counted"]
        is_one = builds and len(place) >= 2 and whole.endswith(FACILITIES) and left_over(place) >= 2
        return _Name(start, end, whole, printed=False) if is_one and shared is None else None
    if closed and clause.lists_projects and len(name) > 4 and name.endswith(SITES) and not TITLES.match(name):
        return _Name(start, end, name)
    return _Name(start, end, name) if _is_project(name, closed=closed, builds=builds, known=known) else None


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without what leads in to the name and what follows its type word."""
    start = _without_lead(text, start, end)
    if text[start:end].startswith("“"):
        close = text.find("”", start, end)
        stop = close + 1 if close >= 0 else end
        for kind in TYPE.finditer(text, stop, min(end, stop + LONGEST_TAIL)):
            follows = AFTER_WORKS if kind[0] in WORKS else AFTER_FACILITY
            if follows.match(text[kind.end() : end]):
                return start, kind.end()
        return start, stop
    for kind in reversed(list(TYPE.finditer(text, start, end))):
        bracket = BRACKET.match(text, kind.end(), end)
        stop = bracket.end() if bracket else kind.end()
        if text.startswith(("全线", "危桥"), kind.start() - 1):
            continue
        follows = AFTER_WORKS if kind[0] in WORKS else AFTER_FACILITY
        if follows.match(text[stop:end]):
            end = stop
            break
    for inner in INNER.finditer(text, start + 1, end):
        if TYPE.search(text, inner.end(), end) and "“" not in text[start : inner.start()]:
            start = _without_lead(text, inner.end(), end)
    if text[start:end].endswith("主体工程") and end - start > 8:
        end -= 4
    return start, end


def _without_lead(text: str, start: int, end: int) -> int:
    lead = LEAD_IN.match(text, start, end)
    return lead.end() if lead and lead.end() < end else start


def _is_project(name: str, *, closed: bool, builds: bool, known: Known) -> bool:
    if not 3 <= len(name) <= 40 or NOT_PROJECT.search(name) or LINKS.search(name) or COUNTED.match(name):
        return False
    if DESCRIBED.search(QUOTED.sub("“”", name)):
        return False
    if not re.match(r"[\u4e00-\u9fffA-Z0-9“]", name) or re.search(r"[,。;:《]", name):
        return False
    if name.count("“") != name.count("”"):
        return False
    base = BRACKET.sub("", name)
    works, facility = base.endswith(WORKS), base.endswith(FACILITIES)
    if quoted := QUOTED_SITE.match(name):
        return left_over(quoted[1]) >= 2
    if name.startswith("“") and not works and not facility:
        is_bundle = re.fullmatch(r"“[\u4e00-\u9fff\d]*[路桥园馆城镇站厂]”", name)
        return builds and bool(is_bundle) and name[1:-1] not in PLAIN
    if base.endswith("”"):
        return bool(re.search(r"(?:园|基地|中心|城|工程|项目)”$", base)) and _is_own(name, known)
    if closed and not works and not facility and (ABSTRACT.search(base) or len(base) > 20):
        return False
    if base.endswith(")") or not (works or closed or (facility and builds)):
        return False
    return _is_own(name, known) or (closed and base.endswith(("医院", "保健院")))


def _is_own(name: str, known: Known) -> bool:
    """Whether a name is one of its own and no kind: 柴泊湖公园, 区档案馆, G230桂花大道, “家门口”就业工程."""
    if ROAD_NUMBER.search(name) or "“" in name or PHASE.match(name) or NUMBERED_ROAD.match(name):
        return True
    if re.match(r"[区市县州旗](?!级|域|内|外|属|直)[\u4e00-\u9fff]", name) and name.endswith(FACILITIES):
        return True
    if known.has_longer(name):
        return True
    return not TITLES.match(name) and left_over(name) >= 2


def _short_of(name: str, whole: str) -> bool:
    """航天基地 of 武汉国家航天产业基地: the same end, and its characters in their order."""
    if len(name) < 4 or len(name) >= len(whole) or name[-2:] != whole[-2:]:
        return False
    at = 0
    for char in name:
        at = whole.find(char, at) + 1
        if not at:
            return False
    return True


@lru_cache(maxsize=8192)
def left_over(name: str) -> int:
    """How many characters of a name are in no plain word and no type word, reading it in the way that leaves fewest."""
    base = BRACKET.sub("", name)
    best = [0] + [99] * len(base)
    for end in range(1, len(base) + 1):
        best[end] = best[end - 1] + (base[end - 1].isalnum() or base[end - 1] == "“")
        for length in range(1, min(7, end) + 1):
            word = base[end - length : end]
            if word in PLAIN or (length > 1 and (word in WORKS or word in FACILITIES)):
                best[end] = min(best[end], best[end - length])
    return best[-1]
