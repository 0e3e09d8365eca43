"""The text of an item's progress → its status: cancelled, unknown, not started, done or in progress.

In:  item 实现资源化利用率85%以上。, progress 资源化利用率89%。   Out: done
In:  item 新建示范村12个。, progress 完成12个示范村实施方案。      Out: in progress (a plan is no village)

Asked in this order; the words stand in `progress.toml`. Done: every limb of the item with a measurable end, a number or a
named product, is reported as reached; standing limbs (推进, 加强) do not count, and an item of standing limbs is never done.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.lexicon import any_of
from extract.names.marks import ENUMERATOR, HAN

CANCELLED = "cancelled"
UNKNOWN = "unknown"
NOT_STARTED = "not started"
DONE = "done"
IN_PROGRESS = "in progress"


def _any_of(section: str) -> str:
    return f"(?:{any_of('progress', section)})"


GIVEN_UP = re.compile(
    rf"""
      (?:^|[,;。])(?:目前)?  # 目前
      (?:(?:该|此|本|这)?项?[^,;。]{{0,6}}{_any_of("subject")}[^,;。\d]{{0,6}}?)?  # 该项某项目某
      (?:已经|已被|已|被|予以|现已)+{_any_of("cancelled")}(?=[,;。]|$)  # 已经不再实施
    | ^{_any_of("cancelled")}[。]?$  # 不再实施。
    | (?:^|[,;。])(?:经[^,;。]{{2,12}}(?:{any_of("items", "settled_by")}),?|决定){_any_of("cancelled")}  # 经某某同意,不再实施
    | (?:该|此|本|这)项?{_any_of("subject")}(?:已|拟)?  # 该项项目已
      {_any_of("cancelled")}(?:{any_of("items", "given_up_what")})?(?=[,;。]|$)  # 不再实施实施
    """,
    re.VERBOSE,
)
UNKNOWN_WORDS = re.compile(_any_of("unknown"))
NOT_STARTED_WORDS = re.compile(_any_of("not_started"))
INTENTION = re.compile(rf"^(?:目前|现|{any_of('items', 'of_item')})?{_any_of('intention')}")
CAUSE = re.compile(rf"^(?:目前|现)?{_any_of('cause')}(?!.*(?:已|完成|建成))")
UNDER_WAY = re.compile(_any_of("under_way"))
PREPARATION = re.compile(_any_of("preparation"))
REACHED = re.compile(rf"{_any_of('reached')}|已(?:经|于[^,;。]{{2,12}})(?:{any_of('progress', 'come_to')})")
ENTIRE = re.compile(f"{any_of('items', 'entire')}|100%")
PRODUCT = re.compile(rf"^(?:{any_of('items', 'made_how')}|高标准?)*{_any_of('product')}")
GROWTH = re.compile(_any_of("growth"))
QUANTITY = re.compile(
    rf"""
    (?<![A-Za-z\d.])(\d+(?:\.\d+)?)(?:[-—至](\d+(?:\.\d+)?))?(万|亿)?  # 2.2-2.2万
    (
        %|‰|{any_of("items", "amount_unit")}|元|亩|米|吨|TEU|人|名|户|家|个|所|座|处|条|台|套|间  # %
      | 项|件|场|次|块|株|株|辆|张|片|村|批|类|只|头|部|门|宗|盏|对|支|本|册|期|例|份
    )""",
    re.VERBOSE,
)
SCALE = {"万": 10_000.0, "亿": 100_000_000.0, None: 1.0, "": 1.0}
CLAUSE = re.compile(r"[,;。!?]|:(?=[^,;。!?]{9})")  # 综合楼:已完成桩基施工 are two, 综合楼:已建成 is one
MARK = re.compile(rf"^{ENUMERATOR}")
ALL_DONE = re.compile(
    rf"""
    (?:目前|现)?(?:该(?:{any_of("items", "itself")}))?  # 目前该项目
    (?:{any_of("progress", "done_how")}|已|均)*  # 已
    (?:{any_of("progress", "done")})(?:了)?  # 完成了
    (?:{any_of("progress", "done_what")})*(?:,(?:并)?已?(?:{any_of("items", "is_there")}))?  # 整改,并已通过验收
    """,
    re.VERBOSE,
)
HELD = re.compile(rf"^(?:{any_of('progress', 'held')})+(?=[{HAN}]{{2}})")
IMPLIED = re.compile(rf"(?:已经?|{any_of('progress', 'implied')}|现|共|达到?|了)+")  # 已建成10个
STARTED = re.compile(any_of("progress", "started"))
BEGUN = re.compile(
    rf"已(?:经|于[^,;。]{{2,12}})?(?:{any_of('items', 'begun_how')})?(?:{STARTED.pattern})(?:{any_of('items', 'begun_what')})?"
)
SUBJECT = re.compile(r"(?P<name>[^,;。]{2,12}?)(?:均|全部|现|目前)?已")
ITSELF = re.compile(
    rf"(?:目前|现)?[该本此]?(?:{any_of('projects', 'works_noun')})(?:现|目前|均|全部)?已"
)  # the item by its kind alone
SHARE = re.compile(rf"(?:{any_of('items', 'share_of')})(?:数|量|总量|值)?的?(\d+(?:\.\d+)?)%")
PART = re.compile(r"(?!0+(?:\.0+)?%)\d{1,2}(?:\.\d+)?%")  # 50%(一处未开工): what is reached opens the cell
WHOLE = 100.0
LONGEST_TAIL = 4  # characters of the end of a product that stand for it
LIKE = 0.5  # share of a limb's bigrams that a clause must hold to speak of the same thing
LIKE_PRODUCT = 0.4  # a clause that says 已完成 names its product in fewer words: 参保登记征收 as 参保登记


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, and the words on either side of it."""

    value: float
    unit: str
    before: str
    after: str
    clause: str


def status_of(item: str, progress: str, *, whole_year: bool = False) -> str:
    """The status that a progress text gives an item; both cleaned. `whole_year`: the report covers the item's year."""
    text = progress.strip("。, ;")
    if GIVEN_UP.search(text):
        return CANCELLED
    if not text or (UNKNOWN_WORDS.search(text) and not QUANTITY.search(text) and len(text) <= 24):
        return UNKNOWN
    if _has_not_started(text) and not PART.match(text):
        return NOT_STARTED
    return DONE if _is_done(item, text, whole_year) else IN_PROGRESS


def _has_not_started(text: str) -> bool:
    """Whether no sentence says more than that nothing has been done, why, or what is meant to be done."""
    sentences = [s for s in re.split(r"[;。]", text) if s]
    seen = False
    for sentence in sentences:
        clauses = [MARK.sub("", c) for c in sentence.split(",") if c]
        for clause in clauses:
            negative = NOT_STARTED_WORDS.search(clause)
            if CAUSE.match(clause) and not negative:
                continue
            if not negative and not INTENTION.match(clause):
                return False
            rest = NOT_STARTED_WORDS.sub("", clause)
            if not negative and QUANTITY.search(clause) and UNDER_WAY.search(rest[2:]) and "已" in rest:
                return False
            seen = True
    return seen


def has_end(item: str) -> bool:
    """Whether a text names a measurable end: a quantity, or a product that a verb makes."""
    return any(True for _ in _limbs(item))


def _is_done(item: str, progress: str, whole_year: bool) -> bool:
    limbs = list(_limbs(item))
    opening = re.split("[。;]", progress, maxsplit=1)[0]  # 已完成。项目已竣工并投入使用。
    if limbs and (ALL_DONE.fullmatch(opening) or (len(limbs) == 1 and _share(progress) >= WHOLE)):
        return True
    clauses = [c for c in CLAUSE.split(progress) if c]
    return bool(limbs) and all(_is_reached(limb, clauses, whole_year, alone=len(limbs) == 1) for limb in limbs)


def _share(progress: str) -> float:
    """The share of the target that a text reports as reached: 占年度任务的105% → 105."""
    return max((float(m[1]) for m in SHARE.finditer(progress)), default=0.0)


@dataclass(frozen=True, slots=True)
class Limb:
    """A part of an item with a measurable end: a quantity, or a product that a verb names."""

    text: str
    quantity: Quantity | None = None
    asks_start: bool = False  # 启动, 开工: that it is begun is its end


def _limbs(item: str) -> Iterator[Limb]:
    for clause in CLAUSE.split(item):
        quantities = list(_quantities(clause))
        if quantities:
            yield from (Limb(clause, q) for q in quantities)
        elif match := PRODUCT.match(clause):
            yield Limb(clause[match.end() :], asks_start=STARTED.search(match[0]) is not None)


def _quantities(clause: str) -> Iterator[Quantity]:
    matches = list(QUANTITY.finditer(clause))
    for index, match in enumerate(matches):
        before = clause[matches[index - 1].end() if index else 0 : match.start()]
        after = clause[match.end() : matches[index + 1].start() if index + 1 < len(matches) else len(clause)]
        if before.endswith(("“", "第", "前", "“双", "G", "S")) or after.startswith(("”", "时", "圈")):
            continue
        value = float(match[2] or match[1]) * SCALE[match[3]]
        yield Quantity(value, match[4], before.rsplit("、", 1)[-1], after.split("、", 1)[0], clause)


def _is_reached(limb: Limb, clauses: list[str], whole_year: bool, *, alone: bool) -> bool:
    if limb.quantity is None:
        return any(
            REACHED.search(clause if limb.asks_start else BEGUN.sub("", clause))
            and not PREPARATION.search(clause)
            and (
                _alike(limb.text, clause, LIKE_PRODUCT) or _is_of(clause, limb.text) or (alone and ITSELF.match(clause))
            )
            for clause in clauses
        )
    wanted = limb.quantity
    if GROWTH.search(wanted.before[-6:]) and not whole_year:
        return False
    return any(_reaches(reached, wanted, alone=alone) for clause in clauses for reached in _quantities(clause))


def _reaches(found: Quantity, wanted: Quantity, *, alone: bool) -> bool:
    if found.unit != wanted.unit or found.value < wanted.value or PREPARATION.search(found.clause):
        return False
    thing = wanted.before if len(wanted.before) > 1 else wanted.after
    if STARTED.search(found.clause) and not STARTED.search(wanted.clause):
        return False  # 126个老旧小区已全部开工, of 改造老旧小区126个
    thing = HELD.sub("", thing) or thing
    match = PRODUCT.match(thing)
    thing = thing[match.end() :] if match and match.end() < len(thing) - 1 else thing
    near = found.before + found.after[:12]
    if _alike(thing, near) or (alone and bool(IMPLIED.fullmatch(near))):
        return True
    core = IMPLIED.sub("", near)
    return alone and len(core) > 1 and _alike(core, wanted.before + wanted.after)


def _is_of(clause: str, product: str) -> bool:
    """Whether what a clause says is reached is the product in short: 目录已编制完成, of 基层政务公开标准目录."""
    if ENTIRE.search(clause) and product[-2:] in clause:
        return True  # 全市312个村全部完成换届, of 村级组织换届
    subject = SUBJECT.match(clause)
    return subject is not None and len(subject["name"]) > 1 and product.endswith(subject["name"])


def _alike(thing: str, words: str, share: float = LIKE) -> bool:
    bare = re.sub(r"[“”\"()以上下左右达到为约]", "", thing)
    pairs = {bare[i : i + 2] for i in range(len(bare) - 1)}
    if len(bare) > LONGEST_TAIL and bare[-LONGEST_TAIL:] in words:
        return True  # 县人民医院传染病区: 传染病区已建成
    return bool(pairs) and sum(pair in words for pair in pairs) >= share * len(pairs)
