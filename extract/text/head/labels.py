"""What a web page or a database of law prints of a document beside labels, above its text.

In:  索引号:000/2018-1 发文机关:安山县水利局 / 【公布日期】2020.01.17 / - 发布日期:2021-07-19 / 2021-03-05 16:31
Out: the kind of each label and the span of what stands beside it; () for lines that only lead around the page
"""

import re
from collections.abc import Collection
from enum import StrEnum
from functools import cache
from itertools import pairwise

from extract.lexicon import WordsEntry, any_of, table, words_of
from extract.lexicon.alternatives import alternatives
from extract.names.marks import HAN

LEAST_ANYWHERE = 4  # characters from which on a label needs no space before it: …政务督查发文单位:
WEB_TIME = re.compile(
    rf"""
    ^(?:19|20)\d\d[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}日?  # 2022-2-2日
    (?:[ ]?\d{{1,2}}:\d\d(?::\d\d)?)(?:$|[ ]?(?:{any_of("layout", "web_label")}|【))  # 2:22:22
    """,
    re.VERBOSE,
)
POINTER = re.compile("[>＞»›]")
CRUMBS = re.compile(
    rf"""
      (?:{any_of("layout", "first_page")}).{{0,60}}[>＞»›]                                       # 首页 > 政务公开
    | ^[{HAN}]{{2,12}}[ ]?[>＞»›][ ]?[{HAN}]{{2,12}}$                       # 部门文件 > 规范性文件
    | ^[>＞]|[>＞»›].{{1,20}}[>＞»›]                                      # > 政务公开 > 文件
    """,
    re.VERBOSE,
)
OF_SITE = re.compile(
    rf"""
      ^(?:您?(?:现在)?(?:所在|当前)?的?位置(?:是|:)|{any_of("layout", "where_is")})  # 当前位置:首页
    | ^[^。;:]{{2,20}}(?:19|20)\d\d-\d{{1,2}}-\d{{1,2}}[ ]?\d\d?:\d\d(?:$|来源) # 安山县政府 2019-12-13 16:36 来源:…
    | ^\[[ ]?字体                                                        # 【字体:大 中 小】
    | ^今天是(?:19|20)\d\d年\d{{1,2}}月\d{{1,2}}日                           # 今天是2021年3月5日 星期五
    | ^(?:19|20)\d\d年\d{{1,2}}月\d{{1,2}}日[ ,]?星期[一二三四五六日天]         # 2024年12月19日 星期四
    """,
    re.VERBOSE,
)
MENU = ("首页", "网站首页", "本站首页")  # what the menu of a site begins with
LEAST_WORDS = 2  # words of a menu beside others: 无障碍浏览 打开适老化模式 加入收藏
LEAST_MENU = 4  # gaps in it
LEAST_RUN = 5  # words of one that is run together
SHORTEST_MENU, LONGEST_MENU = 20, 400
NO_MENU = re.compile(r"[,。;:、《]")
OPENING = re.compile(r"(?:\d{1,2}[.、] ?(?=\[))?[-·∙•|\[ ]*(?:备注[/／])?")  # 5. [发文机关] …
# 废止时间:2020-01-23 名称:…: a label that is not known before one that is
FAR_LABEL = 100  # characters within which the first label ends that is known, behind one that is not
INNER = ("文号", "有效性")  # labels that may stand inside words
UNKNOWN = re.compile(rf"[{HAN}]{{2,8}}:[^。;:]{{0,40}}$")


# 发文机关国务院办公厅 · 发文日期1986年07月07日 · 时效性现行有效: a label whose colon the page lost
WITHOUT_COLON = re.compile(
    rf"""
    (?:(?P<label>{any_of("layout", "without_colon")})
    (?P<value>[{HAN}]{{2,24}}(?<![的和]) | (?:19|20)\d\d[-./年]\d{{1,2}}[-./月]\d{{1,2}}日? | [{HAN}]{{2,12}}\[(?:19|20)\d\d\]\d{{1,5}}号))
    """,
    re.VERBOSE,
)


OPENS_LOST = frozenset("发成施效时")  # what such a label begins with


class Label(StrEnum):
    """What a label announces; the values are the tables of `heads.toml`."""

    NUMBER = "number"
    TITLE = "title"
    DATED = "dated"
    ISSUER = "issuer"
    PUBLISHER = "publisher"
    OTHER = "other"


Stated = dict[str, tuple[int, int]]  # label → span of what stands beside it


@cache
def label_words(label: Label) -> tuple[str, ...]:
    """The words of a kind of label, those that count first at the head."""
    return tuple(word for entry in table("heads", label, WordsEntry) for word in entry.words)


@cache
def _known() -> frozenset[str]:
    return frozenset(word for label in Label for word in label_words(label))


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted((word for label in Label for word in label_words(label)), key=len, reverse=True)
    spaced = [" ?".join(word) for word in words]  # 【字 号】
    anywhere = "|".join(spaced for word, spaced in zip(words, spaced, strict=True) if len(word) >= LEAST_ANYWHERE)
    return re.compile(
        rf"(?:(?:^|(?<![{HAN}]))(?P<label>{'|'.join(spaced)})|(?P<inner>{anywhere}|{'|'.join(INNER)}))[:\]]"
    )


@cache
def _closing() -> re.Pattern[str]:
    """How each label ends, at which a text is looked through before the words of all of them are tried."""
    ends = {word[-1] for word in _words()}
    return re.compile(f"[{re.escape(''.join(sorted(ends)))}][:\\]]")


@cache
def _words() -> tuple[str, ...]:
    return (*_known(), *INNER)


def _may_state(near: str) -> bool:
    """Whether a known label is closed in the head of a line, at a cheap look."""
    return any(near[: mark.start() + 1].replace(" ", "").endswith(_words()) for mark in _closing().finditer(near))


@cache
def _navigation() -> frozenset[str]:
    return frozenset(words_of("heads", "navigation"))


@cache
def _openings() -> tuple[str, ...]:
    return (*MENU, *_known())


@cache
def _of_menu() -> re.Pattern[str]:
    return re.compile(alternatives(_navigation()))


@cache
def _run_together() -> re.Pattern[str]:
    return re.compile(any_of("heads", "menu"))


def is_menu(text: str) -> bool:
    """Whether a line is the menu of a site, its words run together: 机构简介通知公告办事指南政策法规文件下载."""
    if not SHORTEST_MENU <= len(text) <= LONGEST_MENU or NO_MENU.search(text):
        return False
    return len(_run_together().findall(text)) >= LEAST_RUN


def leads_around(text: str) -> bool:
    """Whether a line says where on a site, or when, it stands: 首页 > 政务公开, 今天是2021年3月5日星期五."""
    if is_menu(text):
        return True
    return OF_SITE.match(text) is not None or (POINTER.search(text) is not None and CRUMBS.search(text) is not None)


def is_navigation(text: str, gaps: Collection[int]) -> bool:
    """Whether a line leads around a site: 首页 > 政务公开, 今天是2021年3月5日星期五, a menu whose words `gaps` divide."""
    if leads_around(text) or (len(gaps) >= LEAST_MENU and text.startswith(MENU)):
        return True
    if len(gaps) < LEAST_WORDS:
        return False
    cuts = [0, *sorted(gap for gap in gaps if gap < len(text)), len(text)]
    return sum(text[a:b].strip() in _navigation() for a, b in pairwise(cuts)) >= LEAST_WORDS


def may_lead(text: str) -> bool:
    """Whether the gaps of a line can tell labels or a menu, at a cheap look: it opens with such a word, or holds words of a menu."""
    return text.lstrip().startswith(_openings()) or _of_menu().search(text) is not None


def between_bars(text: str) -> Stated | None:
    """The labels of a row that bars divide: |发布机构|青山镇|文号|青政[2020]7号|."""
    spans = [m.span() for m in re.finditer(r"[^|]+", text) if m[0].strip()]
    known = _known()
    if not spans or text[slice(*spans[0])].strip() not in known:
        return None
    beside: Stated = {}
    for one, other in zip(spans, [*spans[1:], None], strict=True):
        word = text[slice(*one)].strip()
        if word in known:
            is_value = other is not None and text[slice(*other)].strip() not in known
            beside.setdefault(word, other if other and is_value else (one[1], one[1]))
    return beside


def between_gaps(text: str, gaps: Collection[int]) -> Stated | None:
    """The labels of a line that only spaces divide from what they say: 发文机关 安山县政府 发文字号 安政发〔2018〕9号."""
    cuts = [0, *sorted(gap for gap in gaps if gap < len(text)), len(text)]
    known = _known()
    spans = _whole_labels(text, [(a, b) for a, b in pairwise(cuts) if text[a:b].strip()], known)
    marks = [i for i, (a, b) in enumerate(spans) if text[a:b].strip().replace(" ", "") in known]
    if len(spans) < 2 or not marks or marks[0]:
        return None
    labelled: Stated = {}
    for mark, following in zip(marks, [*marks[1:], len(spans)], strict=True):
        inside = spans[mark + 1 : following]
        span = (inside[0][0], inside[-1][1]) if inside else (spans[mark][1], spans[mark][1])
        labelled.setdefault(text[slice(*spans[mark])].strip().replace(" ", ""), span)
    return labelled


def _whole_labels(text: str, spans: list[tuple[int, int]], known: Collection[str]) -> list[tuple[int, int]]:
    """The pieces of a line, labels put together that spaces divide inside: 文 号, 索 引 号."""
    whole: list[tuple[int, int]] = []
    index = 0
    while index < len(spans):
        start = spans[index][0]
        length = next(
            (
                n
                for n in (4, 3, 2)
                if index + n <= len(spans) and text[start : spans[index + n - 1][1]].replace(" ", "") in known
            ),
            1,
        )
        whole.append((start, spans[index + length - 1][1]))
        index += length
    return whole


def stated(text: str) -> Stated | None:
    """The labels of a cleaned line and where what they say stands; None if the line does not open with one."""
    if text[:1] in OPENS_LOST and (lost := WITHOUT_COLON.fullmatch(text)):
        return {lost["label"]: lost.span("value")}
    opening = OPENING.match(text)
    start = opening.end() if opening else 0
    told = _may_state(text[start : start + FAR_LABEL])
    first = _pattern().search(text, start, start + FAR_LABEL) if told else None
    if first is None or (first.start() > start and not UNKNOWN.match(text[start : first.start()])):
        return {} if WEB_TIME.match(text[start:]) or leads_around(text) or text[start:] in _navigation() else None
    marks = list(_pattern().finditer(text, start))
    labelled: Stated = {}
    for index, mark in enumerate(marks):
        stop = marks[index + 1].start() if index + 1 < len(marks) else len(text)
        left = mark.end()
        while left < stop and text[left] in " |":
            left += 1
        while stop > left and text[stop - 1] in " ∙·•[|":
            stop -= 1
        labelled.setdefault((mark["label"] or mark["inner"]).replace(" ", ""), (left, stop))
    return labelled
