"""Lists of units, as brackets, cells and clauses print them, → single bodies.

In:  区政府办公室(区金融办)、区发改局,市财政局和漳州、泉州市人民政府;各街镇(含开发区管委会,下同)
Out: Unit 区政府办公室, Unit 区金融办, Unit 区发改局, Unit 市财政局, Unit 漳州市人民政府 (no offsets of its own),
     Unit 泉州市人民政府, and the aggregate 各街镇

A name keeps its printed form: a prefix that the list writes once is not added to the names after it (市发展改革委、
国土规划委), a tail that the list writes once is given back (旧街、李集街道办事处 → 旧街街道办事处). What is neither a
body nor an aggregate is the rest; the caller raises a doubt or knows better.
"""

import re
from collections.abc import Container
from dataclasses import dataclass, field
from functools import lru_cache

from extract.clean import Text, leaps
from extract.facts import Kind
from extract.lexicon import any_of, words_of
from extract.names.bodies import BEFORE_NAME, is_aggregate, kind_of_body
from extract.names.marks import DIGITS, HAN, LEVELS
from extract.slotted import changed, slotted

OWN_LEVELS = LEVELS + "国"
ORGAN_END = re.compile(rf"[局委厅办部处院会队团站司行所校署社协]$|公司|中心|[街镇乡{LEVELS}]$|联$|政府$|集团$")
LONGEST_FIELD = 8  # characters after the 和 of a name: 旅游局
LONGEST_LIST = 4000  # characters; what is longer is not a list of units
DEEPEST = 4  # brackets within brackets that are read
LONGEST_NAMES = 160  # characters between two separators
SEPARATORS, OPEN, CLOSE = "、,;/|。", "([", ")]"
JOINT = re.compile(r"以及|和|及|与|或")
# 等 that closes a list: 双柳街等, 区发改局等部门, 市财政局等7个单位
CLOSING = re.compile(
    rf"""等(?:[{DIGITS}十\d]+个?)?(?:有关|相关)?                                        # 等7个有关
    (?:{any_of("units", "closes")}|区|县)*                              # 部门
    (?:和单位|及单位|\([^()]{{1,8}}\))?$                                              # 和单位""",
    re.VERBOSE,
)
SAID_OF_LIST = re.compile(rf"(?:{any_of('units', 'shared')})$")  # 市公安局、市住建局分办
# 等 inside a piece: 区农经局等单位和相关街镇 · 区大数据中心等区领导小组成员单位
OTHERS = re.compile(
    rf"等(?P<word>(?:[{DIGITS}十\d]+个?)?(?:有关|相关)?(?:{any_of('units', 'set_noun')}))?(?:和|及|以及|、)?"
)
# bare words that go on an aggregate: 各镇、街道 · 各县(市、区)、开发区 · 有关部门、单位
GENERIC = re.compile(
    rf"""
    (?:
      (?:有关|相关|各)?  # 有关
      (?:
          {any_of("units", "generic")}|街|镇|乡|村|县|市|区|州|旗|盟
        | 社区(?:卫生)?服务(?:中心|站)|处|场  # 社区卫生服务中心
      )
      (?:\([^()]*\))?(?:{any_of("units", "organ_of_set")})*  # (某)人民政府
    )
    $""",
    re.VERBOSE,
)
BARE_ORGANS = ("人民政府", "党工委", "管委会", "党委", "政府")  # 各镇党委和人民政府 · 高新区党工委和管委会
LEAST_PLACE = 2
# two bodies that nothing divides
GLUED = re.compile(rf"(?<=[{LEVELS}])[{HAN}]{{2,12}}?[局厅委办](?=[{LEVELS}][{HAN}]{{2}})")
EVERY = re.compile(
    # 安宁溪沿线县市河长办
    rf"""
      [{LEVELS}]{{2,4}}(?:{any_of("shared", "government")}|管委会)$  # 县县人民政府
    | (?:[两二三四五六七八九十]个?(?:县|市|区|镇|乡|街道|旗|州))+(?:{any_of("shared", "government")}|管委会|办事处)?$  # 两个县人民政府
    | [{HAN}]{{0,6}}各(?:区|县|市|州|旗|盟|省|街|镇|乡|园|{any_of("shared", "unit")}|部委|地|级|有关|相关)  # 某各区
    | (?:有关|相关|涉及|其他)[{HAN}]*$  # 有关某
    | (?:{any_of("units", "of_level")}|设区的市级?|{any_of("units", "no_place")}|乡\(镇\))(?:以上)?(?:地方)?(?:各级)?(?:{any_of("shared", "government")}|公安机关).*$  # 县级以上地方各级人民政府…
    | 公安机关$|派出所$  # 公安机关
    | (?!沿[江河湖海](?:镇|乡|街道)(?:{any_of("shared", "government")}|办事处)?$)  # 沿河镇 is one, 沿河乡镇 are all of them
      .*(?:{any_of("units", "along")})(?:地|各)?  # …沿线地
      (?:{any_of("units", "along_kind")}|[县市区镇乡旗州])+(?:{any_of("units", "run_along")})?$  # 乡镇人民政府
    | [{LEVELS}]直(?:有关|相关|各)[^、]*$  # 省直相关厅局
    | .*等[{HAN}]*(?:{any_of("units", "sort")})$  # …等某部门
    """,
    re.VERBOSE,
)
# an aggregate that takes the bare words before it along: 沿江、沿河各街道 · 发改、财政等部门
ABSORBS = re.compile(rf"[{HAN}]{{1,6}}各|.*等[{HAN}]*(?:{any_of('units', 'absorbs')})$|[{HAN}]{{2,6}}部门$")
SET_MORE = rf"(?:(?:省?直管|县级|地级|设区的?)?[{LEVELS}]|苏木|自治[州县旗区]|直辖市)(?:\([^()]*\))?"
SET_GOES_ON = re.compile(rf"{SET_MORE}(?:{any_of('shared', 'government')}|党委|管委会)?$")
GOVERNED = re.compile(rf"(?<=[{HAN}]{{2}}[{LEVELS}镇乡])(?:{any_of('shared', 'government')}|党委)$")
OPEN_SET = re.compile(rf"各(?:[{LEVELS}乡镇街]|苏木)+(?:\([^()]*\))?(?:、{SET_MORE})*")  # 各市、州、直管市人民政府
OPEN_FIELD = re.compile(rf"各[{HAN}]{{1,4}}(?<![街镇乡区道门位市县州旗局委办企])")  # 各沿江、沿河街道
SET = re.compile(rf"各|有关|相关|(?:{any_of('units', 'set_noun')})(?:\([^()]{{1,8}}\))?$")
COUNTED = re.compile(rf"(?<=[{HAN}]{{2}})(?<![{LEVELS}])[两{DIGITS}十]个?(?=(?:街道?|[镇乡县市区])(?:[人民]*政府)?$)")
# tails that a list of places may write once, longest first
TAIL = re.compile(
    rf"""(?<=[{HAN}]{{2}})(
      {any_of("units", "tail")}         # 旧街、李集街道办事处 · 漳州、泉州市人民政府 · 大垸、荒湖管理区
    | 街|镇|乡|市|县|区|州|旗|盟  # 旧街、李集街
    )$""",
    re.VERBOSE,
)
# 华能、国家能源集团南岭分公司: the place belongs to the tail
BRANCH_TAIL = re.compile(rf"(?<=集团|公司|银行)([{HAN}]{{2,6}}(?:{any_of('units', 'branch')}))$")
PLACE = re.compile(rf"[{HAN}]{{2,4}}$")
FIELD_TAIL = re.compile(r"(局|委|厅|办|部门)$")
FIELDS = frozenset(words_of("duties", "field"))
NAME = re.compile(rf"[{HAN}A-Za-z0-9“”·・()—-]{{2,24}}$")
NOT_NAME = re.compile(
    rf"""
      [的是为将对按在由了不]|{any_of("units", "is_done")}|建设$|工作$|领导$  # 的
    | 分管|^(?:{any_of("units", "no_name")})|[费性]$|成本$|^\d|月|年底|长期|全年|^[-—()]|^[同如见][上前左右]|待定|^暂[无缺]|^无$  # 分管
    """,
    re.VERBOSE,
)
EXPLAINS = re.compile(rf"^(?:含|{any_of('units', 'explains')}|除|由|按|即|原|兼|代|正|副|见|第|共|约|限|仅|暂)")


@slotted
@dataclass(frozen=True, slots=True)
class Unit:
    """One body of a list. `start`, `end` are cleaned offsets of what stands there; `name` is the body's name.

    Where `has_offsets` is False the name is put together (a shared tail given back), so the party has no offsets.
    """

    start: int
    end: int
    kind: Kind
    name: str
    has_offsets: bool = True


NOWHERE: frozenset[int] = frozenset()


@slotted
@dataclass(frozen=True, slots=True)
class UnitList:
    """What a list names: bodies, spans of aggregates (各街镇), spans of what is neither."""

    units: list[Unit] = field(default_factory=list)
    aggregates: list[tuple[int, int]] = field(default_factory=list)
    rest: list[tuple[int, int]] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether bodies and sets of bodies are named and nothing else."""
        return bool(self.units or self.aggregates) and not self.rest


def breaks(text: Text) -> frozenset[int]:
    """The cleaned offsets before which the source has layout space, in a cell the only border between two names."""
    offsets = text.offsets
    if not offsets or offsets[-1] - offsets[0] == len(offsets) - 1:
        return NOWHERE
    return _breaks(text)


@lru_cache(maxsize=512)
def _breaks(text: Text) -> frozenset[int]:
    return frozenset(leaps(text.offsets))


@lru_cache(maxsize=4096)
def _read(text: str, gaps: tuple[int, ...], labelled: bool, depth: int = 0) -> UnitList:
    if depth > DEEPEST:
        return UnitList(rest=[(0, len(text))])
    pieces = _with_tails(text, _pieces(text, 0, len(text), set(gaps)))
    listed = UnitList()
    absorbed = _absorbed(text, pieces)
    first: int | None = None
    for index, piece in enumerate(pieces):
        if index in absorbed:
            first = piece[0] if first is None else first
            continue
        _add(listed, text, piece, labelled, depth)
        if first is not None:
            listed.aggregates[-1] = (first, listed.aggregates[-1][1])
            first = None
    kinds = [unit.kind for unit in listed.units]
    listed.units[:] = [
        changed(unit, kind=kind_beside(unit.name, unit.kind, kinds[max(0, i - 1) : i + 2]))
        for i, unit in enumerate(listed.units)
    ]
    return listed


def _absorbed(text: str, pieces: list[tuple[int, int, str]]) -> set[int]:
    """The pieces that an aggregate after them takes along: 发改、财政 in 发改、财政等部门."""
    absorbed: set[int] = set()
    for index in range(len(pieces) - 2, -1, -1):
        _, end, name = pieces[index]
        behind = pieces[index + 1][2]
        is_set = ABSORBS.match(behind) and (is_aggregate(behind) or EVERY.match(behind))
        follows = text[end : end + 1] == "、" and (index + 1 in absorbed or is_set)
        if follows and kind_of_body(name) is None and len(name) <= 8:
            absorbed.add(index)
    return absorbed


def kind_beside(name: str, kind: Kind, neighbours: Container[Kind]) -> Kind:
    """The kind of a body that stands among others: 道观河管理处 among streets is one of them."""
    is_area = name.endswith(("管理处", "管委会")) and name[0] not in "省市区县州盟旗国"
    return Kind.STREET if is_area and kind is Kind.DEPARTMENT and Kind.STREET in neighbours else kind


def unit_list(text: str, start: int, end: int, *, gaps: frozenset[int] = NOWHERE, labelled: bool = False) -> UnitList:
    """The units of the list that stands in cleaned text[start:end].

    `gaps`: cleaned offsets before which the source has layout space (`breaks`); a space divides two bodies.
    `labelled`: a label or a column says that units stand here, so a name of unknown structure (汉阳投发) is a unit too.
    """
    if end - start > LONGEST_LIST:
        return UnitList(rest=[(start, end)])
    inside = tuple(sorted([gap - start for gap in gaps if start < gap < end])) if gaps else ()
    listed = _read(text[start:end], inside, labelled)
    if not start:
        return UnitList([*listed.units], [*listed.aggregates], [*listed.rest])
    return UnitList(
        [Unit(u.start + start, u.end + start, u.kind, u.name, u.has_offsets) for u in listed.units],
        [(a + start, b + start) for a, b in listed.aggregates],
        [(a + start, b + start) for a, b in listed.rest],
    )


def _add(found: UnitList, text: str, piece: tuple[int, int, str], labelled: bool, depth: int) -> None:
    start, end, name = piece
    has_offsets = name == text[start:end]
    if has_offsets and name[0] in OPEN and name[-1] in CLOSE and _trailing_bracket(text, start, end) == end:
        before = len(found.units)
        _add_bracket(
            found, text, start + 1, end - 1, depth
        )  # 区法院、(立案庭、办公室): a mark too many before the bracket
        if len(found.units) > before:
            return
    body_end = _trailing_bracket(text, start, end) if has_offsets else end
    whole = text[start:end] if has_offsets else name
    head = text[start:body_end] if has_offsets else name
    if head in BARE_ORGANS and (shared := _with_shared_place(found, text, start)):
        found.units.append(changed(shared, start=start, end=body_end, name=shared.name + head))
    elif (head in BARE_ORGANS and found.aggregates) or _is_aggregate(
        head, after_aggregate=bool(found.aggregates) and not found.rest
    ):
        found.aggregates.append((start, body_end))
    elif (kind := kind_of_body(head)) is not None and not GENERIC.match(head):
        found.units.append(Unit(start, body_end, kind, head, has_offsets))
    elif (kind := kind_of_body(whole)) is not None and not GENERIC.match(whole) and body_end < end and labelled:
        found.units.append(Unit(start, end, kind, whole, has_offsets))
        return
    elif labelled and NAME.match(head) and not NOT_NAME.search(head):
        found.units.append(Unit(start, body_end, kind_of_body(head) or Kind.DEPARTMENT, head, has_offsets))
    elif head:
        found.rest.append((start, body_end))
    if body_end < end:
        _add_bracket(found, text, body_end + 1, end - 1, depth)


def _with_shared_place(found: UnitList, text: str, start: int) -> Unit | None:
    """The place of the body right before a bare organ, which shares it: 高新区党工委和管委会 → 高新区 as that of 管委会."""
    before = found.units[-1] if found.units else None
    if before is None or before.end != start - 1 or text[before.end] not in "和及与":
        return None
    shared = next((before.name.removesuffix(organ) for organ in BARE_ORGANS if before.name.endswith(organ)), "")
    return changed(before, name=shared, has_offsets=False) if len(shared) >= LEAST_PLACE else None


def _add_bracket(found: UnitList, text: str, start: int, end: int, depth: int) -> None:
    """The bodies that a bracket after a name holds: 区政府办公室(研究室、金融办); an explanation (含…) gives nothing."""
    if EXPLAINS.match(text[start:end]):
        return
    inner = _read(text[start:end], (), False, depth + 1)
    found.units.extend(changed(u, start=u.start + start, end=u.end + start) for u in inner.units)


def _is_aggregate(name: str, *, after_aggregate: bool) -> bool:
    return is_aggregate(name) or bool(EVERY.match(name)) or (after_aggregate and bool(GENERIC.match(name)))


def _trailing_bracket(text: str, start: int, end: int) -> int:
    """Where the name ends before a bracket that closes it: 区财政局(区金融办) → offset of the bracket; else `end`."""
    if end - start < 3 or text[end - 1] not in CLOSE:
        return end
    depth = 0
    for index in range(end - 1, start, -1):
        depth += (text[index] in CLOSE) - (text[index] in OPEN)
        if depth == 0:
            return index
    return end


def _pieces(text: str, start: int, end: int, gaps: Container[int]) -> list[tuple[int, int]]:
    """The spans between separators outside brackets, cut further at 和 and at layout space between two bodies."""
    spans: list[tuple[int, int]] = []
    depth, left = 0, start
    for index in range(start, end + 1):
        char = text[index] if index < end else ","
        depth = max(0, depth + (char in OPEN) - (char in CLOSE)) if index < end else 0
        if char in SEPARATORS and depth == 0:
            if left < index:
                spans.extend(_cut(text, left, _without_closing(text, left, index), gaps))
            left = index + 1
    return _joined(text, spans)


def _joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """各市、县人民政府: an aggregate that a 、 divides stays one span."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        before = text[slice(*joined[-1])] if joined and joined[-1][1] + 1 == start else ""
        bare = text[start:end]
        if (OPEN_SET.fullmatch(before) and (GENERIC.match(bare) or SET_GOES_ON.match(bare))) or (
            OPEN_FIELD.fullmatch(before) and bare.endswith(("街道", "街镇", "乡镇", "镇", "乡", "部门", "单位", "企业"))
        ):
            joined[-1] = (joined[-1][0], end)
            continue
        joined.append((start, end))
    return joined


def _without_closing(text: str, start: int, end: int) -> int:
    match = SAID_OF_LIST.search(text, start, end)
    if match and kind_of_body(text[start : match.start()]) is not None:
        return match.start()
    closing = CLOSING.search(text[start:end])
    if not closing or closing.start() < 2:
        return end
    known = len(closing[0]) == 1 or kind_of_body(text[start : start + closing.start()]) is not None
    return start + closing.start() if known else end


def _cut(text: str, start: int, end: int, gaps: Container[int]) -> list[tuple[int, int]]:
    while start < end and text[start] in " :":
        start += 1
    before = BEFORE_NAME.match(text, start, end)
    start = before.end() if before else start
    if start >= end:
        return []
    if end - start > LONGEST_NAMES:
        return [(start, end)]
    for index in range(start + 2, end - 1):
        if index in gaps and _stands_alone(text[start:index]) and _stands_alone(text[index:end]):
            return [(start, index), *_cut(text, index, end, gaps)]
    for glued in GLUED.finditer(text, start, end):  # 市行政审批局市司法局
        if kind_of_body(text[start : glued.end()]) and kind_of_body(text[glued.end() : end]) and end - glued.end() >= 4:
            return [(start, glued.end()), *_cut(text, glued.end(), end, gaps)]
    for mark in OTHERS.finditer(text, start + 2, end):
        if kind_of_body(text[start : mark.start()]) is not None and (
            mark["word"] or SET.search(text[mark.end() : end])
        ):
            return [(start, mark.start()), *_cut(text, mark.end(), end, gaps)]
    for joint in JOINT.finditer(text, start + 2, end - 1):
        left, right = text[start : joint.start()], text[joint.end() : end]
        if _joins_fields(left, joint[0], right):
            continue
        if _outside_brackets(left) and _stands_alone(left) and (_stands_alone(right) or JOINT.search(right)):
            return [(start, joint.start()), *_cut(text, joint.end(), end, gaps)]
    return [(start, end)]


def _joins_fields(left: str, joint: str, right: str) -> bool:
    """Whether 和 stands inside a name: 市文化广电和旅游局, not 区委宣传部和统战部."""
    inside = joint == "和" and left[0] in OWN_LEVELS and right[0] not in OWN_LEVELS and not ORGAN_END.search(left)
    return inside and kind_of_body(f"{left}和{right}") is not None and len(right) <= LONGEST_FIELD


def _outside_brackets(left: str) -> bool:
    return sum(map(left.count, OPEN)) == sum(map(left.count, CLOSE))


def _stands_alone(name: str) -> bool:
    return kind_of_body(name) is not None or bool(EVERY.match(name)) or (is_aggregate(name) and bool(SET.search(name)))


def _with_tails(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """The names of the spans; a tail that the list writes once is given back to the places and fields before it."""
    names = [COUNTED.sub("", text[start:end]) for start, end in spans]
    branch = ""
    for index in range(len(names) - 2, -1, -1):
        if spans[index + 1][0] - spans[index][1] != 1 or text[spans[index][1]] != "、":
            continue
        match = BRANCH_TAIL.search(names[index + 1])
        branch = match[1] if match else branch if names[index + 1].endswith(branch) else ""
        bare = PLACE.match(names[index]) and kind_of_body(names[index]) is None
        names[index] = names[index] + branch if branch and bare else _tailed(names[index], names[index + 1], names)
    return [(start, end, name) for (start, end), name in zip(spans, names, strict=True)]


def _tailed(name: str, following: str, names: list[str]) -> str:
    if is_aggregate(following) or EVERY.match(following):
        return name
    governed = GOVERNED.search(following)  # 龙坪县、石溪县人民政府
    towns = governed is not None and following[governed.start() - 1] in "镇乡"  # 白石乡、清水镇人民政府
    if governed and PLACE.match(name) and name[-1] in ("镇乡" if towns else "市区县州旗盟") and len(name) > 2:
        return name + governed[0]
    tail = TAIL.search(following)
    if tail and PLACE.match(name) and name not in FIELDS and not name.endswith(("社区", "村")):
        single = len(name) == 2 and name[-1] in "街镇乡区市县州盟旗" and len(tail[1]) > 1
        if (single or kind_of_body(name) is None) and not is_aggregate(name):
            return name + tail[1]
    organ = FIELD_TAIL.search(following)
    if organ and organ[1] != "部门" and kind_of_body(name) is None:
        bare = name[1:] if name[:1] in "省市区县州旗" else name
        if bare in FIELDS:
            return name + organ[1]
    return name
