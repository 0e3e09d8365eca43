"""Where a name stands at the head of a line, and where it ends: by marks, layout and the title after it.

In:  a cleaned line with its layout gaps. Out: offsets of names, the likeliest first.

    王　伦 · 淦立宝副县长 · 山思世:副县长 · 买买提·艾力,男
"""

import re

from extract.clean import Text
from extract.formats.divisions.duties.verbs import opens_duty
from extract.formats.divisions.lines import gaps_in, has_gap
from extract.lexicon import any_of, single_surnames, words_of
from extract.names.bodies import kind_of_body
from extract.names.marks import BULLETS, DIGITS, ENUMERATOR, HAN, LEVELS, NUMERAL, may_open_with_mark
from extract.names.offices.posts import POSTS
from extract.names.people import DOTS, DOTTED, SOUNDED, is_person_name, is_stated_name, may_be_name, name_end
from extract.names.persons.titled import NO_NAME as NOT_IN_NAME
from extract.names.persons.titled import TITLE_START, Titled

ENUMERATED = re.compile(rf"^[-—{BULLETS}*]*(?:第[{NUMERAL}]+、|[{DIGITS}十\d]{{1,3}}[)]|{ENUMERATOR})?(?=[{HAN}])")
# what a person's line says of the person besides: sex, nation, birth, schooling, party
LIFE = re.compile(
    rf"""^(?:
      [男女]性?(?:$|,)|[{HAN}]{{1,5}}族(?:人)?$                    # 男 · 汉族
    | (?:生于|出生于)?\d{{4}}[年.]\d{{0,2}}月?|[一二]九?[〇○{NUMERAL}]{{2,3}}年   # 1975年5月生
    | [{HAN}]{{2,12}}人(?:士)?$|.{{0,20}}(?:{any_of("divisions", "life")})     # 河东临江人 · 大学学历
    )""",
    re.VERBOSE,
)
POST_IN = re.compile(
    rf"""
    (?:
        [{LEVELS}镇乡局部厅院校处科行]长|{any_of("divisions", "post_in")}  # 省长
      | [总]?[工经会][程济计]师|秘书长|督办  # 总工程师
    )""",
    re.VERBOSE,
)
OF_MANY = re.compile(r"各|有关|相关|或者|分管.{0,8}的|其他|(?<!自)由|经过|受")  # 各位副区长: nobody by name
OF_TITLE = re.compile(
    rf"(?:{any_of('divisions', 'of_title')})$|^原|..籍$"
)  # 原常务|副省长 is a title, no name; 临江籍|教师
FURTHEST = 64
REMARK_BEHIND = re.compile(r"\((?:女|男|[^()]{1,5}族)[^()]{0,16}\)$")
NAME_ENDS = re.compile(r"[,:(、/|]|同志")
LENGTHS = (3, 2, 4)
LONGEST_TOWN_NAME = 3
LEAST_DOTTED = SOUNDED.stop  # characters from which on a name has a dot
LONGEST_PLAIN = max(LENGTHS)  # characters of a name that no mark closes
SEATS = frozenset(words_of("groups", "lead", "unit_lead", "assist", "member"))
NO_NAME = frozenset(words_of("divisions", "no_name")) | SEATS | POSTS
SPACED_TITLES = frozenset(f"{LEVELS}镇乡局处科所院校部厅主书常委")  # after which 长, 任, 记 may stand apart: 局　长
BEFORE_POST = "副代原前"  # 副省长 names nobody, whichever post follows


def enumerated(chars: str) -> int:
    """Where the words after an enumerator begin: 3.1 |袁立虎, 一、|翁立玉."""
    match = ENUMERATED.match(chars) if may_open_with_mark(chars) else None
    return match.end() if match else 0


def names_at(text: Text, start: int) -> list[tuple[int, bool]]:
    """Where a name that begins at `start` may end, the likeliest first; whether layout or a mark says so."""
    chars = text.text
    dotted = DOTTED.match(chars, start, start + 24)
    if dotted and not POST_IN.search(dotted[0][: dotted[0].find("·")]):
        return [(_dotted_end(text, dotted), True)]
    marked, plain = [], []
    closed = _ends_within(text, start + 2, start + 9)
    for length in (2, 3, 4, 5, 6, 7, 8, 9):
        stop = start + length
        if stop > len(chars):
            break
        ends = stop in closed
        if (not ends and length > LONGEST_PLAIN) or chars.startswith("同志", stop - 1):
            continue
        word = chars[start:stop]
        if ends:
            if (_is_town_like(word) and has_gap(text, stop)) or (
                may_be(word)
                and not OF_TITLE.search(word)
                and not POST_IN.match(word[1:-1])
                and not POST_IN.match(word)
                and (is_person_name(word) or _says_person(chars, stop, has_gap(text, stop)))
            ):
                marked.append((stop, True))
        elif is_person_name(word) and kind_of_body(word) is None and not _cut_short(text, stop):
            if not OF_TITLE.search(word):
                plain.append((stop, False))
        elif length in (2, 3) and _rare(chars, start, stop):
            plain.append((stop, True))
    marked.sort(key=lambda item: (not is_person_name(chars[start : item[0]]), item[0]))
    order = {start + length: i for i, length in enumerate(LENGTHS)}
    plain.sort(key=lambda item: (TITLE_START.match(chars, item[0]) is None, item[1], order.get(item[0], 9)))
    return [*marked, *plain]


def _dotted_end(text: Text, dotted: re.Match[str]) -> int:
    """Where a name in parts ends: at the first layout after its last dot, before a title, else with the letters."""
    last = max(dotted[0].rfind(dot) for dot in DOTS) + dotted.start() + 1
    gap = next(iter(gaps_in(text, last + 1, dotted.end() - 1)), None)
    if gap is not None:
        return gap
    titles = (stop for stop in range(last + 2, dotted.end()) if TITLE_START.match(text.text, stop))
    return next(titles, None) or name_end(text.text, *dotted.span()) or dotted.end()


def _ends_within(text: Text, first: int, last: int) -> set[int]:
    """Where a name may end among the offsets [first, last]: at a mark, before 同志, at layout, at the end of the line."""
    marks = (match.start() for match in NAME_ENDS.finditer(text.text, first, last + 2) if match.start() <= last)
    return {len(text), *marks, *gaps_in(text, first, last + 1)}


def _is_town_like(word: str) -> bool:
    """林小镇　市水务局局长: a name that ends as a town does, set apart from its title by layout."""
    return len(word) == LONGEST_TOWN_NAME and word[-1] in "镇乡" and word[0] in single_surnames()


def _cut_short(text: Text, stop: int) -> bool:
    """Whether layout sets a longer word apart than the name that ends here: 钮祜禄|洪　县水利局局长; not 石磊|主任　主持…."""
    behind = next((length for length in (1, 2) if has_gap(text, stop + length)), 0)
    word = text.text[stop : stop + behind]
    return bool(word) and word[-1] not in SPACED_TITLES and not POST_IN.search(word)


def may_be(word: str) -> bool:
    """Whether a word that a mark closes may be a name, be its family name rare or not."""
    if word in NO_NAME or word.startswith("各") or (word[:1] in BEFORE_POST and word[1:] in POSTS):
        return False
    if kind_of_body(word) is not None and not is_person_name(word):
        return False
    return is_person_name(word) or (len(word) in (2, 3) and (may_be_name(word) or is_stated_name(word)))


def _says_person(chars: str, stop: int, gap: bool) -> bool:
    """Whether what follows says that a person's name stands before it, be the family name rare: 山思世:副县长, 男,汉族."""
    if chars.startswith("同志", stop):
        return True
    mark = chars[stop : stop + 1]
    if mark in (",", "、") and mark:
        return LIFE.match(chars[stop + 1 : edge_of(chars, stop + 1, len(chars))]) is not None
    if mark == "(":
        close = closing(chars, stop)
        return bool(POST_IN.search(chars[stop:close])) and (close == len(chars) or chars[close] in ":,。")
    edge = edge_of(chars, stop + (mark == ":"), min(len(chars), stop + FURTHEST))
    return (gap or mark == ":") and POST_IN.search(chars[:edge], max(stop, edge - 5)) is not None


def _rare(chars: str, start: int, stop: int) -> bool:
    """淦立宝|副县长: a name of a rare family before a title that is whole."""
    word = chars[start:stop]
    return (
        TITLE_START.match(chars, stop) is not None
        and may_be_name(word)
        and kind_of_body(word) is None
        and word[-1] not in "副代兼正总"
        and not OF_TITLE.search(word)
        and not POST_IN.search(word)
        and not TITLE_START.match(word)
        and not NOT_IN_NAME.search(word)
        and not OF_MANY.search(word)
    )


def closing(chars: str, at: int) -> int:
    """Where the parenthesis that opens at `at` ends; 0 if it does not within reach."""
    depth = 0
    for index in range(at, min(len(chars), at + FURTHEST)):
        depth += (chars[index] == "(") - (chars[index] == ")")
        if depth == 0:
            return index + 1
    return 0


def edge_of(chars: str, start: int, end: int) -> int:
    """Where the clause ends: the next , ; 。 outside parentheses."""
    depth = 0
    for index in range(start, end):
        char = chars[index]
        depth = max(0, depth + (char == "(") - (char == ")"))
        if depth == 0 and char in ",;。:":
            return index
    return end


def name_behind(text: Text, start: int) -> int | None:
    """Where the name that stands at `start`, after a title and a mark, ends."""
    chars = text.text
    dotted = DOTTED.match(chars, start)
    if dotted:
        return _dotted_end(text, dotted)
    ends = [
        stop
        for length in (2, 3, 4, 5, 6, 7, 8, 9)
        if (stop := start + length) <= len(chars)
        and (
            stop == len(chars)
            or chars[stop] in ",:。;("
            or chars.startswith("同志", stop)
            or has_gap(text, stop)
            or (opens_duty(chars, stop) and not (has_gap(text, stop - 1) and opens_duty(chars, stop - 1)))  # 石磊　主抓
        )
        and may_be(chars[start:stop])
    ]
    good = [stop for stop in ends if is_person_name(chars[start:stop])]
    return (good or ends)[-1] if ends else None


def bare_name(text: Text) -> Titled | None:
    """A line that is a name and nothing else: 王　伦, 顾家山, 买买提·艾力."""
    chars = text.text
    start = enumerated(chars)
    stop = len(chars)
    while stop > start and chars[stop - 1] in ":,。":
        stop -= 1
    while chars.endswith(")", start, stop) and (remark := REMARK_BEHIND.search(chars, start, stop)):
        stop = remark.start()
    word = chars[start:stop].removesuffix("同志")
    if len(word) < 2 or not (DOTTED.fullmatch(word) or (len(word) < LEAST_DOTTED and may_be(word))):
        return None
    return Titled(start, start + len(word))
