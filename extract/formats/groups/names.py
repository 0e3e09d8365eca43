"""Names of groups: in the heading of a list, where a group is set up, where a sentence names its office.

一、新洲区实施乡村振兴战略领导小组 → the heading's name          (三)综合协调组 before 组长:… → a sub-group's name
决定成立区职业教育改革领导小组,…   → the first full mention      领导小组下设办公室 → no name of its own
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from extract.clean import Text
from extract.lexicon import any_of, words_of
from extract.lexicon.signs import sign_of
from extract.names.bodies import kind_of_body
from extract.names.marks import BULLETS, DIGITS, ENUMERATOR, HAN, LEVELS, NUMERAL

ENDINGS = words_of("groups", "ending")
ENDING = any_of("groups", "ending")
# what may stand before an ending without making it a name of its own: 工作领导小组, 本领导小组, 专项工作组
GENERIC = re.compile(
    rf"""
    (?:
        区|市|县|省|州|旗|本|该|各|其|上述|新的?|{any_of("groups", "inner_field")}|相应的?  # 区
      | [{DIGITS}十\d]+个  # 一个
    )*
    (?:{ENDING}|{any_of("groups", "small")}|[{DIGITS}十\d]+个\w*组)  # 专项工作组
    """,
    re.VERBOSE,
)
COUNTED = re.compile(
    rf"(?:[{DIGITS}十两]{{1,3}}|\d{{1,2}})个(?:{any_of('groups', 'counted')})*(?:{any_of('groups', 'small')}|组)$"
)
SET_UP = re.compile(
    rf"""
    (?:{any_of("groups", "set_up")})(?:了|的|由)?  # 成立了
    (?P<name>[^,。;:的]{{2,64}}?(?:{ENDING}))  # 某某专项工作组
    (?=[,。;:()及、和的”]|{any_of("groups", "name_ends")}|$)""",
    re.VERBOSE,
)
CHANGED = re.compile(
    # 决定对县安全生产委员会组成人员予以调整
    rf"""
    (?:对|将)(?P<name>[^,。;:的]{{2,64}}?(?:{ENDING}))  # 对某某专项工作组
    (?:\([^()]{{0,40}}\))?
    (?:(?:的)?(?:组成)?(?:{any_of("groups", "of_members")})[^,。;:]{{0,12}}|(?:进行|作出|作|予以)(?:了)?(?:{any_of("groups", "change_how")})?的?)  # (某)的组成人员某
    (?:{any_of("groups", "change_of")})  # 调整
    """,
    re.VERBOSE,
)
SYSTEM = re.compile(  # 经省人民政府同意,建立全省流通体系建设工作联席会议制度: the conference is set up
    rf"(?:{any_of('groups', 'agreed')}|[,。:]|^),?(?:{any_of('groups', 'set_up_again')})(?P<name>[^,。;:的]{{2,48}}?联席会议)(?=制度)"
)
MENTION = re.compile(
    rf"""
    (?:由|报|经|发挥|按照|是|为(?:规范|加强|完善|健全)?|作为|[,。;:]|^)  # 由
    (?P<name>[^,。;:的由]{{2,64}}?(?:{ENDING}))\(以下简称[^()]*\)  # 某某专项工作组(以下简称某)
    """,
    re.VERBOSE,
)
ITS_NAME = re.compile(
    rf"""
    (?:{any_of("groups", "seats_told")}|担任[^,。;]{{2,8}}|任[^,。;]{{2,8}})  # 为成员
    的(?:后的)?(?P<name>[^,。;:]{{2,64}}?(?:{ENDING}))(?=[,。;:()]|制度|$)  # 的某某专项工作组
    """,
    re.VERBOSE,
)
# 县防汛指挥部|由县长任指挥长: who heads it follows its name
HEADED_BY = re.compile(
    rf"""
    (?:^|[。;:]|(?:{any_of("groups", "changed")})(?:充实)?后的)(?P<name>[^,。;:的由“”]{{2,48}}?(?:{ENDING}))  # 调整后的县防汛指挥部
    (?=由[^。;]{{2,60}}(?:任|担任)(?:{any_of("groups", "top_seat")}|总?指挥长?|主任))  # 由县长任指挥长
    """,
    re.VERBOSE,
)
# 县长石磊担任|县防汛领导小组|组长: who heads it stands before its name
HEADED_AS = re.compile(
    rf"""
    (?:{any_of("appointments", "holds")})(?P<name>[^,。;:的由、和]{{2,48}}?(?:{ENDING}))          # 担任县防汛领导小组
    (?=(?:{any_of("shared", "of_first_rank")})?副?(?:{any_of("groups", "top_seat")}|总?指挥长?(?!部)))                # 组长
    """,
    re.VERBOSE,
)
# 县文物管理委员会|成立于1989年,由副县长任主任委员
FOUNDED = re.compile(
    rf"""
    (?:^|[。;:])(?![第首本])(?P<name>[^,。;:的由于“”()]{{4,48}}?(?:{ENDING}))  # 县文物管理委员会
    (?:\([^()]{{2,20}}\))?成立于[^,。;]{{4,14}},                          # (简称文管会)成立于1989年7月6日,
    (?=(?:[^。;]{{0,24}},)?由[^。;]{{2,60}}任[组总指召主])  # 由副县长任主任委员
    """,
    re.VERBOSE,
)
# 6月16日|县油区治理领导小组|成立。县长任组长: its founding is told after its name
IS_FOUNDED = re.compile(
    rf"""
    (?:(?<![^,。;:])|(?<=[日月初上中下旬年始]))(?![第首本该])(?P<name>[^,。;:的由于“”()\d]{{5,48}}?(?:{ENDING}))  # 县油区治理领导小组
    (?:[{HAN}]{{2}}|在[^,。;]{{2,12}})?成立(?=$|[。;]|,[^,。;]{{2,30}}任|,(?:[^,。;]{{2,30}},)?由[^。;]{{2,200}}组成)  # 正式成立。
    """,
    re.VERBOSE,
)
# 县运动会组委会|主席由石磊担任, 县城建专班|成员包括县教育局: who sits in it follows its name and the seat
SEAT_OF = re.compile(
    rf"""
    (?:^|[,。;:])(?:第[{NUMERAL}]{{1,3}}条)?                      # 第四条
    (?P<name>[^,。;:的由、和]{{2,48}}?(?:
      (?:[组执筹]委会|组织委员会)(?=(?:执行)?副?主[席任](?:一职)?由[^。;]{{2,200}}任)  # 县运动会组委会|主席由石磊担任
    | (?:{ENDING})(?=(?:{any_of("groups", "seat_told")})(?:单位)?(?:由|主要?包括|包括))  # 县城建专班|成员包括
    ))
    """,
    re.VERBOSE,
)
# 全县青少年书法大赛组委会|由县教育局、团县委组成: who forms it follows its name
FORMED_OF = re.compile(
    rf"""
    (?<![^。;])(?P<name>(?![该本其此])(?:(?!\d[.)])[^,。;:由、]){{4,48}}?(?:{ENDING}|[组执筹]委会))  # 全县青少年书法大赛组委会
    (?=由[^。;:由]{{2,200}}?组成(?:[,。;]|$))                # 由县教育局、团县委组成
    """,
    re.VERBOSE,
)
# 产生了|新一届学术委员会|主任委员…, |第四届校务委员会|共聘任…为委员: committees of a house, by what they are for
COMMITTEE = re.compile(
    rf"""
    (?P<name>(?:第[{DIGITS}十\d]{{1,3}}届|新一届|(?<![{HAN}])|(?<=成立)|(?<=成立了))  # 新一届, or where a name may begin
    (?:(?![产成选召任了])[{HAN}]){{0,6}}?(?:{any_of("groups", "committee")})委员会)     # 学术委员会
    (?=副?主任|{any_of("groups", "of_committee")}|共?聘)                                                # 主任委员
    """,
    re.VERBOSE,
)
# 水价改革工作组|设在县发展改革局,组长由…: where it sits follows its name
PLACED_IN = re.compile(
    rf"(?<![^。;])(?P<name>(?![该本其此])[^,。;:由、]{{4,30}}?(?<!领导)(?:{any_of('groups', 'placed')}))(?=设[在于])"
)
# 县防汛抗旱指挥部|组成如下: · 县水价改革领导小组|负责全面工作,小组成员如下: the list below is of its seats
LIST_FOLLOWS = re.compile(
    rf"""
    (?:(?<![^,。;:)])|(?:{any_of("groups", "changed")})后的)(?![该本其此现])(?P<name>[^,。;:的由、()]{{4,48}}?(?:{ENDING}))  # 县防汛抗旱指挥部
    (?:[^。;:]{{2,60}},[{HAN}]{{0,4}}小组)?(?:{any_of("groups", "listed_below")}):?$  # 组成如下:
    """,
    re.VERBOSE,
)
OFFICE_OF = re.compile(
    rf"(?:^|[,。;:])(?P<name>[^,。;:的由()]{{2,64}}?(?:{ENDING}))(?:的)?(?:下设)?办公室(?:下)?(?:设|主任)"
)
ARTICLE = re.compile(rf"第[{DIGITS}十]{{1,3}}条(?:{any_of('groups', 'founds_or_builds')})?")  # 第四条成立|防汛领导小组
OF_SIZE = re.compile(r"由?\d{1,3}人(?:组成的?)?")  # 成立13人|防汛指挥所
# 对X领导小组和Y工作组成员进行调整: the first of two groups, of which the lists below are
PAIR = re.compile(rf"(?P<first>[^,。;:和与及]{{2,40}}?(?:{ENDING}))[和与及](?=[^,。;:]{{2,40}}?(?:{ENDING})$)")
SUFFIX = re.compile(
    rf"""
    (?:及(?:其)?(?:{any_of("groups", "and_its")})?)?(?:组成)?(?:{any_of("groups", "of_members")})?  # 及其办公室组成人员
    (?:[及和与]?(?:其)?(?:工作|主要|具体)*职责(?:分工)?|及分工)?  # 及其工作职责分工
    (?:{any_of("groups", "list_ends")})?$  # 组成
    """,
    re.VERBOSE,
)
ENDS = re.compile(ENDING)
SUB_GROUP = re.compile(f"组|{any_of('groups', 'sub_group')}")  # 综合协调组: a name where a seat follows
MAY_NAME = sign_of(ENDS, SUB_GROUP)
TITLE_CUE = re.compile(
    rf"""
      {any_of("groups", "title_cue")}|[《“](?=[^》”]*$)  # 关于
    | [《“](?=[^》”]{{6}})  # 《
    """,
    re.VERBOSE,
)
CHANGED_TITLE = re.compile(rf"(?:组成)?(?:{any_of('groups', 'who_changed')})")
MARK = re.compile(
    rf"^[-—{BULLETS}*]*(?:附件\d{{0,2}}:?|第[{DIGITS}十]{{1,3}}条)?(?:{ENUMERATOR})?"
)  # what stands before a name
OPENS_PLACE = LEVELS + "镇乡全"
ABROAD = re.compile("对(?=台|外|口|俄|日|港|澳|非|接)")  # 对台湾工作领导小组
PLACE = re.compile(rf"[{HAN}]{{1,6}}[{LEVELS}镇乡]委?|[{HAN}]{{1,6}}街道?")
SETTING_UP = re.compile(
    rf"(?:[^,。;:]{{2,24}}?(?:{any_of('groups', 'agreed')}))?(?:{any_of('groups', 'named_by')})(?:后的)?(?=[^,。;:]{{4,}}$)"
)
WORK_OF = re.compile(rf"工作(?={ENDING})")
SERVES = re.compile(r"(?<![主责信委专历])任(?![务免职期用])|不再担任")  # no group's name holds who serves there
OF_MECHANISMS = re.compile("机制[、和与及]")  # 建立申报评议机制、规划建设协调机制: what is to be done, no groups
# what it is called besides, or who sees to it: 德育工作领导小组|(道德领导小组), 节目组|(负责处室:团委), also 领导小组|(同书香(优秀)年级…合署)
OTHER_NAME = re.compile(r"(?<=[组部会班])\((?:[^()]|\([^()]{1,20}\)){2,90}\)$")
HEADING_LIMIT = 64
OF_MENU = re.compile(rf"(?:(?:工作)?领导小组|{any_of('groups', 'menu')})(?=[{HAN}“”]{{4}}.*(?:小组|委员会|指挥部)$)")
SETS_UP = re.compile(
    rf"""
    (?:[{HAN}]{{1,10}}[{LEVELS}镇乡]|(?!{any_of("groups", "feast")})[{HAN}]{{3,12}})  # 安山县, 安山铝业
    (?:决定|正式)?(?:{any_of("groups", "founds")})了?(?![{HAN}{DIGITS}\d]{{0,6}}周年)            # 成立|防汛领导小组, not 成立四十周年
    (?!{any_of("groups", "founding")})(?=[{HAN}“]{{4}})                     # 成立|大会
    """,
    re.VERBOSE,
)
OFFICE_LIMIT = 20
SHORT_NAME = 7  # characters: a name in passing, 普查领导小组, where the full one follows
OFFICES = {"办公室", "综合办公室", "下设办公室"}
OFFICE_HEADING = re.compile(r"办公室$")
NOT_A_NAME = re.compile(
    rf"""
      [,。;:!?]|{any_of("groups", "not_named")}  # ,
    | ^(?:{any_of("groups", "no_name")}|(?:工作|主要)职责)  # 加强
    """,
    re.VERBOSE,
)


def is_generic(name: str) -> bool:
    """Whether a name stands for a group named elsewhere: 领导小组, 工作专班, 专项工作组."""
    return bool(GENERIC.fullmatch(name) or COUNTED.search(name))


def heading_length(chars: str) -> int:
    """How long a heading is without the brackets that follow the name of its group."""
    if len(chars) <= HEADING_LIMIT or chars[-1] != ")":
        return len(chars)
    otherwise = OTHER_NAME.search(chars)
    return otherwise.start() if otherwise else len(chars)


def heading_name(text: Text, sub_group: bool) -> tuple[int, int] | None:
    """The group that a heading names, as a cleaned span; `sub_group`: a seat follows, so 综合协调组 is a name too."""
    chars = text.text
    if (
        not text.signs & MAY_NAME
        or heading_length(chars) > HEADING_LIMIT
        or not (ENDS.search(chars) or (sub_group and SUB_GROUP.search(chars)))
    ):
        return None
    start = match.end() if (match := MARK.match(chars)) else 0
    end = len(chars)
    if chars.endswith("的通知") and (set_up := SET_UP.search(chars)):
        return set_up.span("name")
    body = chars[start:end]
    colon = body.endswith(":")
    body = body.removesuffix(":")
    if sub_group and (setting := SETTING_UP.match(body)):  # 一、成立学校防控领导小组 above its seats
        start, body = start + setting.end(), body[setting.end() :]
    if sub_group and (otherwise := OTHER_NAME.search(body)):
        body = body[: otherwise.start()]
    if NOT_A_NAME.search(body) or "各" in body:  # 局各工作小组: is whom a notice is for
        return None
    stripped = SUFFIX.sub("", body)
    if stripped.endswith("联席会议制度"):
        stripped = stripped.removesuffix("制度")
    if not stripped.endswith(ENDINGS) and not (sub_group and stripped.endswith(("组", "专班", "指挥部"))):
        return None
    if stripped.endswith("委员会") and (len(stripped) == len(body) or colon) and not sub_group:
        return None
    return start + before_name(stripped), start + len(stripped)


def before_name(name: str) -> int:
    """How long is what a page prints above a heading or a headline says of who sets it up: 领导小组|学校防汛工作领导小组."""
    word = OF_MENU.match(name) or SETS_UP.match(name)
    return word.end() if word else 0


def is_office_heading(chars: str) -> bool:
    """Whether a heading opens the list of a group's office: 二、领导小组办公室组成人员."""
    if len(chars) > HEADING_LIMIT or "办公室" not in chars or NOT_A_NAME.search(chars.removesuffix(":")):
        return False
    stripped = SUFFIX.sub("", MARK.sub("", chars.removesuffix(":")))
    return bool(OFFICE_HEADING.search(stripped)) and (
        stripped in OFFICES or any(ending in stripped for ending in ENDINGS)
    )


def named_office(chars: str) -> tuple[int, int] | None:
    """Where a heading names an office that is none of a group by its words: 二、创建工作办公室; None if it names none."""
    body = chars.removesuffix(":")
    if len(body) > OFFICE_LIMIT or not body.endswith("办公室") or NOT_A_NAME.search(body) or is_office_heading(chars):
        return None
    start = MARK.sub("", body)
    return (len(body) - len(start), len(body)) if len(start) > len("办公室") + 1 else None


def is_office_of(office: str, group: str) -> bool:
    """Whether an office is by its name that of a group: 创建办公室 of 县创建卫生县城工作领导小组."""
    stem = office.removesuffix("办公室").removesuffix("工作")
    return stem in group


def set_up(chars: str, start: int, end: int, titled: bool = False) -> list[tuple[int, int]]:
    """The groups with names of their own that a sentence sets up, changes or introduces.

    One that only the title of another document names (根据《关于调整甲县X领导小组的通知》,现调整乙局X领导小组) is left out beside
    one of the sentence's own, and where the notice's title names its group (`titled`); where both name one group, the
    name that comes first and is the fuller one stands: 印发《关于成立甲县X领导小组的通知》,成立以…为成员的X工作领导小组.
    """
    named = list(_named(chars, start, end))
    own = [(left, right) for left, right in named if chars.rfind("《", start, left) <= chars.rfind("》", start, left)]
    if not own:
        return own if titled else named
    of_titles = [span for span in named if span not in own]
    return [next((full for full in of_titles if _is_full_name(chars, full, one)), one) for one in own]


def _is_full_name(chars: str, full: tuple[int, int], one: tuple[int, int]) -> bool:
    """Whether a name printed before another is that of the same group with its place: 甲县X领导小组, X工作领导小组."""
    whole, part = (WORK_OF.sub("", chars[slice(*span)]) for span in (full, one))
    return full < one and len(whole) > len(part) and whole.endswith(part) and bool(PLACE.fullmatch(whole[: -len(part)]))


def _named(chars: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if not ENDS.search(chars, start, end) and chars.find("联席会议", start, end) < 0:
        return
    for pattern in (
        SET_UP,
        CHANGED,
        SYSTEM,
        ITS_NAME,
        MENTION,
        HEADED_BY,
        HEADED_AS,
        SEAT_OF,
        FORMED_OF,
        PLACED_IN,
        COMMITTEE,
        FOUNDED,
        IS_FOUNDED,
        LIST_FOLLOWS,
        OFFICE_OF,
    ):
        for match in pattern.finditer(chars, start, end):
            if pattern is IS_FOUNDED and not chars.startswith(("。", ";", ","), match.end()):
                continue  # a headline
            left, right = _inner(chars, *match.span("name"))
            left += len(chars[left:right]) - len(MARK.sub("", chars[left:right], count=1))
            if counted := OF_SIZE.match(chars, left, right):
                left = counted.end()
            if article := ARTICLE.match(chars, left, right):
                left = article.end()
            if pair := PAIR.match(chars, left, right):
                right = pair.end("first")
            left += chars[left] == "“" and "”" not in chars[left:right]  # 成立“X领导小组”
            name = chars[left:right]
            if SERVES.search(name) or OF_MECHANISMS.search(name):
                continue  # 县公安局副局长丁某任县禁毒委员会|办公室主任
            if right - left >= 4 and name.count("(") == name.count(")") and name.count("“") == name.count("”"):
                yield left, right


@cache
def _leads_up() -> re.Pattern[str]:
    """What leads up to the name of a group that is set up or changed: 决定成立, 调整充实后的."""
    return re.compile(rf"(?:{any_of('groups', 'named_by')}|决定|同意|建立健全|充实)(?:后的)?")


def _inner(chars: str, left: int, right: int) -> tuple[int, int]:
    """成立由…的X领导小组 is read elsewhere; here 区委决定成立|X领导小组, 决定对|X领导小组 without what leads up to it."""
    for cue in _leads_up().finditer(chars[left:right]):
        if right - left - cue.end() >= 4:
            left += cue.end()
            return _inner(chars, left, right)
    return left + (chars[left] in "对将把" and not ABROAD.match(chars, left)), right


@lru_cache(maxsize=64)
def titled_group(title: str) -> tuple[int, int] | None:
    """The group that the title of a notice is about: 关于成立|临江市信用建设工作领导小组|的通知, 关于印发《|X指挥部|职责》的通知."""
    position = title.find("关于")
    for ending in ENDS.finditer(title, position + 2 if position >= 0 else 0):
        left = position + 2 if position >= 0 else 0
        for cue in TITLE_CUE.finditer(title, left, ending.end() - 2):
            rest = title[cue.end() : ending.end()]
            left = left if rest.count("”") > rest.count("“") else cue.end()  # 创建“园林城镇”|工作领导小组
        name = title[left : ending.end()]
        if 4 <= len(name) <= HEADING_LIMIT and not is_generic(name) and is_group_name(name):
            return left, ending.end()
    issuer = ENDS.search(title, 0, position) if position > 0 and CHANGED_TITLE.search(title, position) else None
    return (0, issuer.end()) if issuer and issuer.end() == position and is_group_name(title[:position]) else None


def same_group(one: str, other: str) -> bool:
    """Whether two names are of one group, printed with and without the place: 汉阳区X领导小组, 区X领导小组."""
    long, short = (one, other) if len(one) >= len(other) else (other, one)
    return long.endswith(short) or (
        long.endswith(short[1:]) and short[0] in "省市县区州旗盟" and len(long) - len(short) <= 6
    )


def is_fuller(name: str, before: str) -> bool:
    """Whether `name` is the full name of a group that a title names without its place.

    关于成立全市…指挥部的通知: 市…指挥部 · 关于成立环境整治专班的通知: 龙泉镇环境整治专班
    成立普查领导小组及办公室: 平阳县第五次全国经济普查领导小组
    """
    if before == "全" + name or (name.endswith(before) and len(before) <= SHORT_NAME and len(name) >= len(before) + 5):
        return True
    place = name[: -len(before)]
    return (
        name.endswith(before)
        and (before[0] not in OPENS_PLACE or before.startswith("全面"))  # 全县X is placed, 全面推行X is not
        and bool(PLACE.fullmatch(place))
        and not is_generic(before)
    )


def is_group_name(name: str) -> bool:
    """Whether a printed name is that of a group: ends as such names do and is no standing agency's."""
    return name.endswith(ENDINGS) and not (
        name.endswith("委员会") and kind_of_body(name) is not None and kind_of_body(name) != "group"
    )
