"""A page flattened to one line (text of a crawler, one line a page) → the lines that it was printed in.

In:  青政办〔2021〕5号 青山县…关于成立…的通知 各乡镇： 经研究，…如下： 组 长：丁力 副县长 成 员：王平 县水利局局长 …
Out: the source spans of 文号, title, addressee, sentence, 组 长：…, 成 员：…

Divided is only a long line that holds marks of several lines, at blanks where a line ended: after a full stop, a 文号, a
title; before a seat, an enumerator, a signature. Every character stays in one span, in its order.
"""

import re
from itertools import pairwise

from extract.lexicon import any_of
from extract.names.marks import DIGITS, HAN
from extract.text.run_in_labels import labels_run_in

Span = tuple[int, int]

LEAST_LENGTH = 80
LEAST_LABELLED = 24  # of a line in which labels are run together
LEAST_MARKS = 3
BLANK = r"[ \t\u3000\xa0]"
BLANKS = " \t\u3000\xa0"
CUT = re.compile(
    rf"""
    (?P<number>[〔\[(（](?:19|20)\d\d[〕\])）]第?\d{{1,5}}号){BLANK}{{1,9}}                       # a 文号
  | (?P<title>的(?:{any_of("layout", "kind_in_run")}|函)){BLANK}{{1,9}}(?=[^ \t]{{2,160}}[:：]|[{HAN}]{{2,12}}[〔\[(（](?:19|20)\d\d|[^ \t]{{0,30}}文件)  # a title
  | (?P<stop>[。；;：:]){BLANK}{{1,9}}                                                          # a full stop
  | {BLANK}{{1,9}}(?=(?P<seat>(?:第[一二]|常务)?(?:副{BLANK}?)?
        (?:组{BLANK}{{0,4}}长|主{BLANK}{{0,4}}任|指{BLANK}?挥{BLANK}?长|召{BLANK}?集{BLANK}?人|成{BLANK}{{0,4}}员|委{BLANK}{{0,4}}员|秘{BLANK}?书{BLANK}?长)
        {BLANK}{{0,4}}[:：]))                                                                    # 副组长：
  | {BLANK}{{1,9}}(?=(?P<item>[{DIGITS}十]{{1,3}}、|[（(][{DIGITS}十]{{1,3}}[)）]|第[{DIGITS}十]{{1,3}}[条章]|附件[:：\d]))
  | {BLANK}{{1,9}}(?=(?P<part>\d{{1,2}}(?:\.\d{{0,2}}){{0,2}}{BLANK}?[{HAN}]{{2,10}}{BLANK}))                  # 1 总则 1.1 编制目的
  | (?<=[{HAN}）)。]){BLANK}{{1,9}}(?=(?P<numbered>\d{{1,2}}[.．](?![\d]){BLANK}?[{HAN}“]))                           # 牵头的工作 1.新建…  县水利局 2.修复…
  | (?P<day>(?:政府|办公[室厅]|委员会|[局委厅部会处院]){BLANK}{{1,9}}(?:19|20)\d\d年\d{{1,2}}月\d{{1,2}}日){BLANK}{{1,9}}          # …人民政府 2020年10月22日
  | {BLANK}{{1,9}}(?=(?P<signed>[{HAN}]{{4,30}}{BLANK}{{1,9}}(?:19|20)\d\d年\d{{1,2}}月\d{{1,2}}日(?:{BLANK}|$)))
  | (?P<entry>[长任记员]){BLANK}{{1,9}}(?=[{HAN}]{{2,4}}{BLANK}{{1,9}}[{HAN}]{{4,40}}[长任记员](?:{BLANK}|$))  # …局长 何平 …局长
  | (?P<office>[）)]){BLANK}{{1,9}}(?=[{HAN}]{{0,24}}(?:{any_of("layout", "group_in_run")}|委员会)?(?:下设)?办公室)         # （县司法局副局长） 领导小组办公室设在
  | (?P<post>[长任记员]){BLANK}{{1,9}}(?=[^ \t\u3000，、：:]{{9,60}}。)                          # …局长 领导小组办公室设在…。
    """,
    re.VERBOSE,
)
# what every line that is divided holds at one of its blanks, asked first: a 文号 or a title before it, a seat, an enumerator after it
_BEFORE = rf"(?<=[号知告定复报见案函]{BLANK})"
_AFTER = rf"(?=[第附常副组主指召成委秘{DIGITS}十]|[（(][{DIGITS}十])"
MAY_END = re.compile(rf"{BLANK}(?:{_BEFORE}|{_AFTER}|(?=\d))")
MAY_END_IN_CELLS = re.compile(rf"{BLANK}(?:{_BEFORE}|{_AFTER})")
LONGEST_TITLE = 120
TITLE_WORD = rf"(?:{any_of('layout', 'kind_in_run')}|函)"
DAY = r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日"
SIGNER = r"(?:政府|办公[室厅]|委员会|[局委厅部会处院])"
# 安政办〔2021〕5号|安山县…关于…的通知|各乡镇人民政府：… and a signature with its day: nothing else is printed so
GLUED = re.compile(
    rf"""
    (?:[{HAN}]{{2,10}}[〔\[(（](?:19|20)\d\d[〕\])）]第?\d{{1,5}}号)?            # 文号
    [{HAN}、]{{2,40}}关于[^。；：:》]{{2,100}}的{TITLE_WORD}                              # title
    (?=[{HAN}]{{2,10}}[〔\[(（](?:19|20)\d\d|[^。；：:]{{2,60}}[：:])                    # 文号 or addressee
    (?=[^\n]{{20,4000}}{SIGNER}{DAY})""",
    re.VERBOSE,
)
GLUED_ENDS = re.compile(
    rf"""
    [{HAN}][〔\[(（](?:19|20)\d\d[〕\])）]第?\d{{1,5}}号(?=各|[{HAN}]{{2,30}}(?:关于|[：:]))   # 文号
  | 关于[^。；：:》]{{2,100}}的{TITLE_WORD}(?=[{HAN}]{{2,10}}[〔\[(（](?:19|20)\d\d|[^。；：:]{{2,60}}[：:])  # title
  | (?:各|有关)[^。；：:]{{2,60}}[：:]                                                      # addressee
  | (?P<twice>[{HAN}]{{6,24}}?)(?=(?P=twice)关于)                                          # 某省某厅|某省某厅关于
  | (?:如下|决定)[：:]
  | {SIGNER}{DAY}
    """,
    re.VERBOSE,
)
GLUED_BEGINS = re.compile(
    rf"""
    (?<=[长任记员席师。；：:)）])(?=(?:第[一二]|常务)?副?(?:{any_of("layout", "seat_in_run")})[：:])      # 副组长：
  | (?<=[长任记员席师。；)）])(?=[{HAN}]{{0,12}}(?:{any_of("layout", "group_in_run")})(?:下设)?办公室)           # 领导小组办公室设在
  | (?<=[。；])(?=[{HAN}]{{4,30}}{SIGNER}{DAY})                                             # …人民政府2020年10月22日
    """,
    re.VERBOSE,
)
# a page of a crawler without a blank and without its signature: masthead, title, whom it is for; enumerators behind stops
TITLED = re.compile(
    rf"""
    关于[^。；：:]{{2,100}}的(?:{TITLE_WORD}|请示|报告)                                    # 关于做好…的通知
    (?=[{HAN}]{{2,10}}[〔\[(（](?:19|20)\d\d|(?:各|有关|相关|[省市县区国总驻]|公司)[^。；：:]{{2,160}}[：:])  # whom it is for
    """,
    re.VERBOSE,
)
ADDRESSED = re.compile(
    rf"(?:各|有关|相关)[{HAN}、，（）()]{{2,60}}[：:]"
)  # below a title on a line of its own: 各股室、下属公司：现将分工通知如下
FIRST_TWO = re.compile(r"[。：:；)）]一、[^\n]{4,}?[。；）)]二、")
ENUMERATED = re.compile(
    rf"""
    (?<=[。；;：:)）”])(?=[{DIGITS}十]{{1,3}}、[{HAN}])            # 。二、
  | (?<=[。；;：:)）])(?=[（(][{DIGITS}十]{{1,3}}[)）][{HAN}])      # 。（二）
  | (?<=[{HAN}])(?=[（(]一[)）][{HAN}])                            # 一、总体要求|（一）
  | (?<=文件)(?=[{HAN}]{{2,14}}[〔\[(（](?:19|20)\d\d)             # 某某公司文件|某办〔2021〕
  | (?:(?<=内部事项)|(?<=普通事项)|(?<=加急)|(?<=特急))(?=[{HAN}]{{2,24}}(?:公司|党组|委员会|[局厅办部室])|[{HAN}]{{0,14}}(?:关于|[〔(]))  # 内部事项|某公司
    """,
    re.VERBOSE,
)
LEAST_PAGE = 300  # characters of a page
MASTHEAD = 160  # characters before its title
KINDS = ("number", "title", "seat", "item", "part")
IN_CELLS = ("part", "day", "signed")
PARTS = {"item", "part"}  # enumerators alone: more of them are needed


def unfolded(source: str, start: int, end: int) -> list[Span]:
    """The spans of the lines that a source line was printed in; the line itself if it is one."""
    if end - start < LEAST_LABELLED:
        return [(start, end)]
    if cuts := labels_run_in(source, start, end):
        bounds = [start, *cuts, end]
        return [line for left, right in pairwise(bounds) for line in _unfolded(source, left, right)]
    return _unfolded(source, start, end)


def _unfolded(source: str, start: int, end: int) -> list[Span]:
    if end - start < LEAST_LENGTH:
        return [(start, end)]
    if sum(map(source[start:end].count, BLANKS)) < LEAST_MARKS:
        return _unglued(source, start, end)
    tabbed = source.find("\t", start, end) >= 0  # cells, whose numbers and days open no line
    if not (MAY_END_IN_CELLS if tabbed else MAY_END).search(source, start, end):
        return [(start, end)]
    cuts = [
        (match, _cut(match))
        for match in CUT.finditer(source, start, end)
        if not (tabbed and any(match[kind] for kind in IN_CELLS))
    ]
    if len(cuts) < LEAST_MARKS:
        return [(start, end)]
    kinds = {kind for match, _ in cuts for kind in KINDS if match[kind]}
    if not kinds or (kinds <= PARTS and len(cuts) < 2 * LEAST_MARKS):
        return [(start, end)]
    bounds = [start, *(cut for _, cut in cuts if start < cut < end), end]
    return [(left, right) for left, right in pairwise(bounds) if right > left]


def _unglued(source: str, start: int, end: int) -> list[Span]:
    """The lines of a notice that was run together without a blank: 文号, title, addressee … signature and day."""
    titled = source.find("关于", start, start + MASTHEAD) >= 0
    glued = titled and GLUED.match(source, start, end) is not None
    paged: int | None = None
    if end - start >= LEAST_PAGE:
        paged = _title_of_page(source, start, end) if titled else _addressees_of_page(source, start, end)
    if not (glued or paged is not None):
        return [(start, end)]
    cuts = {match.end() for match in GLUED_ENDS.finditer(source, start, end)}
    cuts |= {match.start() for match in GLUED_BEGINS.finditer(source, start, end)}
    if paged is not None:
        cuts.add(paged)
        cuts |= {match.start() for match in ENUMERATED.finditer(source, start, end)}
    bounds = [start, *sorted(cut for cut in cuts if start < cut < end), end]
    return list(pairwise(bounds))


def _title_of_page(source: str, start: int, end: int) -> int | None:
    """Where the title of a line ends that is a whole notice: with whom it is for, and 一、 and 二、 behind stops; else None."""
    title = TITLED.search(source, start, min(end, start + MASTHEAD + LONGEST_TITLE))
    return title.end() if title and FIRST_TWO.search(source, title.end(), end) else None


def _addressees_of_page(source: str, start: int, end: int) -> int | None:
    """Where the addressees end of a line that is a whole notice below its title: 各股室:经研究…如下:一、…。二、…."""
    addressed = ADDRESSED.match(source, start, end)
    return addressed.end() if addressed and FIRST_TWO.search(source, addressed.end() - 1, end) else None


def _cut(match: re.Match[str]) -> int:
    """Where a line ends: after what closes it, before the blank in front of what opens the next."""
    closing = next(
        (name for name in ("number", "title", "stop", "entry", "office", "post", "day") if match[name]), None
    )
    return match.end(closing) if closing else match.start()
