"""Where a clause may name a person: a family name at a place where names begin.

In:  "选举方小舟为县长"   Out: the span of 方小舟; in 高度重视 none
"""

import re
from collections.abc import Iterator
from functools import cache

from extract.accounts.names import is_person_name, single_surnames, two_character_surnames
from extract.accounts.units import is_unit
from extract.clean import Text
from extract.lexicon import any_of, words_of
from extract.names.marks import DIGITS, ENUMERATED, HAN, LEVELS
from extract.names.people import DOTS, DOTTED, name_end

# what stands before a name: a mark, a word that a person follows, the last letter of a post
BEFORE = (*",。;:、()“”》-—.*|由和及与受为长任记席员理师委", *words_of("accounts", "before_person"))
BEFORE_TITLED = words_of("accounts", "before_titled")
FAR_NUMBER = 8
BEGUN = (*BEFORE, *BEFORE_TITLED)
ENDS_BEFORE = frozenset(word[-1] for word in BEGUN)
WORDS = range(2, 10)  # lengths of a word at the head of a line that may be a name
LONGEST_HEADED = 40
LONGEST_TOWN_NAME = 3  # characters of a name that ends in 镇
WHOLE_WORD = re.compile(rf"[{HAN}·•・‧]+")
SERVING = "(现"  # 在家中的方小舟|(现任县水利局局长)
ORGAN = f"委|政府|{any_of('shared', 'houses')}"
POST = rf"{any_of('shared', 'chief')}|[{LEVELS}镇乡局厅部处科院校行会司所站队]长|{any_of('accounts', 'post_ends')}"
RUN_INTO = re.compile(
    rf"""
    (?<![由在对和与及按向将把为])
    (?: 团?[{LEVELS}](?:{ORGAN}|[{HAN}]{{2,8}}[局办厅委院])  # 方小舟|县政府办公室, 方小舟|团省委
      | [{LEVELS}](?:{any_of("accounts", "people_organ")}))                # 方小舟|县残联
    """,
    re.VERBOSE,
)
# 方舟|省民政厅副厅长
OF_PROVINCE = re.compile(
    rf"""
    (?!{any_of("accounts", "province")})[{HAN}]{{2}}                       # no name of a province
    (?: 团省委|省[{HAN}]{{1,8}}(?:[局办厅委院]|联)(?=副?[{HAN}]{{1,4}}$)  # 省民政厅副厅长 to the end
      | 省(?:{ORGAN})(?=[{HAN}]{{2,10}}[,。]))                    # 省政府党组副书记,
    """,
    re.VERBOSE,
)
# a short line that is a name, the body that it runs into, and posts: 方舟|广东某某集团董事长, 方小舟|和平市委常委
LINE_OF_ONE = re.compile(
    rf"""
    (?: (?:省|(?:{any_of("accounts", "province")})省?)[{HAN}]{{2,24}}(?:{any_of("accounts", "runs_to")}|[局办厅委院])  # 广东
      | [{HAN}]{{2,3}}[{LEVELS}]委(?={any_of("accounts", "of_committee")})                      # 和平市委
    )[^。]*(?:{POST}|[{HAN}]长)[;,。]?$""",
    re.VERBOSE,
)
DAY = re.compile(r"\d[日月]$")  # 2月15日|方小舟任…
POST_ENDS = re.compile(rf"(?:{POST})$")
# how a title begins that follows a name: 石磊|书记批示, 何某|总经理主持全面工作, 方小舟|副县长
TITLED = re.compile(
    rf"(?:{any_of('accounts', 'title_of_person')})(?={any_of('accounts', 'does')}|\d)|代?副?[{LEVELS}镇乡]长"
)
AFTER = re.compile(
    rf"""
      {any_of("accounts", "honorific")}|[,。;:、()\s]|[为任的兼]|男|女|常务|{TITLED.pattern}|{any_of("shared", "in_charge")}|{any_of("accounts", "duty_verb")}|对|在(?=[^,。;]{{2,40}}当选)  # 同志
    | 副?[处科股场厂校所站队]长|{any_of("accounts", "after_person")}|第(?=[{DIGITS}十])  # 副场长调往, 接替
    | [由从](?=[^,。;]{{2,30}}[调转改升提]任)  # 由县教育局调任
    | [先后又调转改出升历曾]任|{any_of("accounts", "goes_or_comes")}|等|\d|$|[与和](?=[{HAN}])  # 辞去
    """,
    re.VERBOSE,
)
NO_NAME = re.compile(
    rf"""
      第[{DIGITS}十百\d]|[区市县][长委]|常[委务]|党[委组]|周[一二三四五六日]|[东西南北]部|有[关限]|国[家务]|安[全排]  # 第一
    | [本全][区市县]|代(?:理|主[任席])  # 本区, 副主任、代理主任
    """,
    re.VERBOSE,
)


@cache
def _first() -> re.Pattern[str]:
    """What a family name may begin with, as one class, which is asked quickly."""
    firsts = single_surnames() | {name[0] for name in two_character_surnames()}
    return re.compile(f"[{''.join(sorted(firsts))}]")


def names_in(text: Text, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of what can be a person's name in the cleaned span [start, end), in their order."""
    chars, offsets = text.text, text.offsets
    spans: list[tuple[int, int]] = []
    free = start  # after the last family name
    serving, dotted = SERVING in chars, any(dot in chars for dot in DOTS)
    singles, doubles = single_surnames(), two_character_surnames()
    for match in _first().finditer(chars, start, end):
        position = match.start()
        if position < free:
            continue
        double = position + 2 <= end and chars[position : position + 2] in doubles
        if double and chars[position] == "长" and POST_ENDS.search(chars, max(0, position - 3), position + 1):
            free = position + 1  # 县水利局局长|孙立言: no 长孙
            continue
        length = 2 if double else int(chars[position] in singles)
        free = position + (length or 1)
        if not length or (spans and position < spans[-1][1]):
            continue
        close = (
            position > start and offsets[position] == offsets[position - 1] + 1
        )  # no gap of the layout stands before it
        if (
            close
            and not (serving and any(chars.startswith(SERVING, position + length) for length in (2, 3)))
            and not (chars[position - 1] in ENDS_BEFORE and chars.endswith(BEGUN, max(0, position - 4), position))
            and not (chars[position - 1] in "日月" and DAY.search(chars, max(0, position - 2), position))
            and not (position < FAR_NUMBER and ENUMERATED.fullmatch(chars, 0, position))
        ):
            continue
        if NO_NAME.match(chars, position, end):
            continue
        if close and chars.endswith(BEFORE_TITLED, max(0, position - 4), position):
            spans.extend(_before_title(chars, position, end))
            continue
        stop = _end(text, position, end, dotted)
        if stop is None and close and POST_ENDS.search(chars, max(0, position - 4), position):
            stop = name_end(chars, position, end)  # 县委书记方小舟|带领, whatever verb follows
        if stop is None and position == start == 0:
            stop = _run_in(chars, end)
        if stop is not None:
            spans.append((position, stop))
    return _with_dotted(text, start, end, spans) if dotted else spans


def _before_title(chars: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    """The name that begins there, if a title follows it: 按照|石磊书记批示."""
    stops = (at + length for length in (2, 3, 4) if is_person_name(chars[at : at + length]))
    stop = next((stop for stop in stops if TITLED.match(chars, stop, end)), None)
    if stop is not None:
        yield at, stop


def _run_in(chars: str, end: int) -> int | None:
    """Where the name ends that opens a line and runs into the body after it: 方小舟|县政府办公室主任."""
    for length in (3, 4):
        if RUN_INTO.match(chars, length, end) and is_person_name(chars[:length]):
            return length
    if OF_PROVINCE.match(chars, 0, end) and is_person_name(chars[:2]):
        return 2
    lengths = (2, 3, 4) if len(chars) <= LONGEST_HEADED and end == len(chars) else ()
    named = (
        n for n in lengths if LINE_OF_ONE.match(chars, n) and chars[n - 1] not in LEVELS and is_person_name(chars[:n])
    )
    return next(named, None)


def word_at_head(text: Text) -> int | None:
    """Where the word ends that opens a short line before layout, if it names no unit: 沙木次旦　|副局长; 林镇　|副局长."""
    chars, offsets = text.text, text.offsets
    if len(chars) > LONGEST_HEADED:
        return None
    ends = (end for end in WORDS if end < len(chars))
    gap = next((end for end in ends if offsets[end] != offsets[end - 1] + 1 or chars[end] == "("), None)
    if gap is None or WHOLE_WORD.fullmatch(chars, 0, gap) is None:
        return None
    named_so = gap == LONGEST_TOWN_NAME and chars[gap - 1] in "镇乡" and chars[0] in single_surnames()
    return gap if named_so or not is_unit(chars[:gap]) else None


def _with_dotted(text: Text, start: int, end: int, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans, and names in parts (热依汗·买买提) that begin with no family name, where a name may begin and end."""
    chars, offsets = text.text, text.offsets
    whole = [span for span in spans if DOTTED.match(chars, *span)]
    for match in DOTTED.finditer(chars, start, end):
        first = _dotted_start(text, start, match)
        if first is None:
            continue
        last = max(match[0].rfind(dot) for dot in DOTS) + match.start()
        gap = (i for i in range(last + 2, match.end()) if offsets[i] > offsets[i - 1] + 1)
        ends = (letter for letter in range(last + 2, match.end()) if _ends_name(chars, letter, end))
        stop = next(gap, None) or name_end(chars, first, end) or next(ends, None)  # 热依汗·买买提|副县长
        if stop is None:
            continue
        if stop == end or offsets[stop] > offsets[stop - 1] + 1 or _ends_name(chars, stop, end):
            whole.append((first, stop))
    plain = [span for span in spans if all(span[1] <= left or right <= span[0] for left, right in whole)]
    return sorted({*whole, *plain})


def _ends_name(chars: str, at: int, end: int) -> bool:
    """Whether a name in parts ends where a word stands that follows names, or a body that it runs into."""
    return AFTER.match(chars, at, end) is not None or RUN_INTO.match(chars, at, end) is not None


def _dotted_start(text: Text, start: int, match: re.Match[str]) -> int | None:
    """Where a name in parts begins: as near before its first dot as layout, a mark or a post lets one begin."""
    chars, offsets = text.text, text.offsets
    dot = min(chars.find(mark, *match.span()) for mark in DOTS if mark in match[0])
    for position in range(dot - 1, match.start() - 1, -1):
        begins = position == start or offsets[position] > offsets[position - 1] + 1
        if begins or chars.endswith(BEFORE, max(0, position - 3), position):
            return position
    return None


def _end(text: Text, at: int, end: int, dotted: bool) -> int | None:
    """Where the name ends that begins at `at`; `dotted`: a dot that divides the parts of a name stands in the text."""
    chars, offsets = text.text, text.offsets
    if dotted and DOTTED.match(chars, at, end):
        return name_end(chars, at, end)
    for length in (2, 3, 4):
        stop = at + length
        if stop > end or not is_person_name(chars[at:stop]):
            continue
        gap = stop < len(offsets) and offsets[stop] > offsets[stop - 1] + 1
        if stop == end or gap or AFTER.match(chars, stop, end):
            return stop
    return None
