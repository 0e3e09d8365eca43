"""The grammar of personnel clauses: who, what is said of them, and which title, in one clause of cleaned text.

In:  程友松同志为区大数据中心主任 · 孙宁同志的区发展和改革局副局长职务 · 免去其县财政局副局长职务 · 试用期一年
Out: Statements (names, verb, title span), the likeliest first; what a clause adds about what was said before is read by `remarks`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.lexicon import any_of
from extract.names.marks import BULLETS, DIGITS, ENUMERATOR, HAN, LEVELS
from extract.names.offices.posts import is_bare_post
from extract.names.offices.titles import offices
from extract.names.people import DOTTED, is_person_name, is_stated_name, may_be_name
from extract.names.persons.holders import Holder, holders

MARK = re.compile(rf"(?:{ENUMERATOR}|[{BULLETS}]+|第[{DIGITS}十]+[,、])+")  # what stands before a decision
# 任命, 免去 … at the head of a clause, with or without a colon, before the names or alone at the head of a list.
ORDER = re.compile(
    rf"""(?:[^;。:,]{{0,60}}?(?:{any_of("decisions", "opening")}|[{LEVELS}]委|[日晚][电讯]  # 县委组织部|任命
          |[省市县区]立[^,;。:]{{0,4}}院|(?=选举产生))了?[,:]?)?                      # 县立某院|任命, 通过了|任命
    (?P<verb>不再(?:推荐|委派|聘任|聘用)|{any_of("decisions", "orders")}|聘(?=[{HAN}·]{{2,12}}(?:同志)?为)|选举(?!任免|人事|联络|工作)|选出(?!的)|终止(?=[^,;。]{{4,60}}职务)|晋升(?=[{HAN}·、]{{2,60}}(?:同志)?为)|免职(?=名单|$)|任职(?=名单|$))
    (?!为|制|书|委员会|权|前|后(?![{HAN}·]{{1,2}}(?:为|同志)))
    [出了]?(?:产生)?(?:(?:下列|以下|如下)(?:人员|同志)?|名单)?(?:的?职务)?(?:如下)?""",
    re.VERBOSE,
)
SERVES = re.compile(
    rf"""(?<!先后)(?:{any_of("decisions", "serves")}       # what ends, what is lent, what is won
      | [被受获]聘为|因?被任命为(?=.)|(?:{any_of("appointments", "promotes")})(?:为|(?=[^,;。为]{{2,30}}[员长办委]))
      |任|为)
    (?![任为命职期免过]|同志)""",
    re.VERBOSE,
)
QUITS = rf"(?:{any_of('decisions', 'quits')})(?![后前时以之])"
LEAVES = re.compile(
    rf"""
      (?:同志)?(?:{any_of("decisions", "no_longer")}|{any_of("appointments", "asks_to_leave")}|免去(?!其|他|她)|原任|(?:已经?)?{QUITS})|同志的  # 同志不再担任
    | (?:同志)?(?:{any_of("decisions", "held")})的|同志(?!任|为|兼任(?!的)|担任(?!的)|继续|仍|留任|挂|出任|接任|晋升|套转|因|同时|[,、])|的  # 同志所兼任的
    """,
    re.VERBOSE,
)
ASIDE = re.compile(
    rf"""(?:(?:(?:{any_of("decisions", "settled")}|还|并)*(?:宣布(?:了)?|{any_of("appointments", "approves")}|通过(?!了?关于)了?)    # 会议还决定
          |现将|军代表|现(?!任(?!命))|拟|由|将|其中,?
          |(?:(?:现年)?\d{{2}}岁|(?:19|20)\d\d年(?:\d{{1,2}}月)?出生)的)(?=[{HAN}]{{2}}))+""",
    re.VERBOSE,
)
# 李桂兰同志由县教育局副局长调任县体育局局长: the post so far says nothing of its own
MOVED = re.compile(
    rf"""
    (?P<names>[{HAN}·、]{{2,40}}?)(?:同志)?(?:由|从)  # 某某同志由
    (?P<old>[^,;。]{{3,40}}?)(?:{any_of("decisions", "changed_to")}|(?<![主担责现时历委专])任(?![命职免期务]))为?  # 某某某调任为
    """,
    re.VERBOSE,
)
SENT_TO = re.compile(rf"(?P<name>[{HAN}·]{{2,12}}?)(?:同志)?(?:到|赴|在)(?P<body>[^,;。]{{3,30}}?)挂职(?:锻炼|工作)?")
BECAUSE = re.compile(rf"(?:同志)?(?:{any_of('decisions', 'because')}|退[休出])")
REASON = re.compile("因为?|由于|鉴于")  # 因|周启明同志已到退休年龄
# 周启明|,任县审计局局长: what stands before is who
SAID_NEXT = re.compile(
    rf""",(?:现|拟)?(?:已|跨省)?  # ,已
    (?:任(?![期职命免])|{any_of("decisions", "moves")}|[兼担挂]任|免去(?!其|他|她)|不再(?:{any_of("appointments", "holds")}|任)|当选|聘为|聘任为)  # 转任
    """,
    re.VERBOSE,
)
WAS = re.compile(
    rf"""
      (?:的|所任)?原(?:(?=[{LEVELS}国])|(?!平市|阳县|州区)(?=[{HAN}]{{2,3}}[{LEVELS}镇乡]))|{any_of("decisions", "former_post")}|所兼任的?|原担任的?|原兼任的?  # 的原
    | 现任|担任|的""",
    re.VERBOSE,
)
# 职务 and 职级 close a removal, also (职级) after 职务; one that goes on (职务、三级调研员职级) does not end there
POST_ENDS = re.compile(
    rf"""
    (?:的?(?<!原)(?<!保留)等?(?:{any_of("appointments", "post_noun")})|一职|的(?=(?:任命)?(?:决定|通知|命令)$))  # 的职务, not (保留原职级)
    (?![、,和及]|以及|\([^()]*\)[、,])(?P<rest>.*)$  # …
    """,
    re.VERBOSE,
)
# names a person anew, so that what cannot be read is not said of the person before
NEW_PERSON = re.compile(
    rf"(?:{any_of('appointments', 'gives_or_takes')}|聘任)(?!其|他|她|上述|以上)[{HAN}·]{{2,}}|[{HAN}·]{{2,8}}同志(?!们)|当选"
)
LEFT = re.compile(
    rf"[{HAN}·](?:同志)?的[^,;。]{{3,60}}(?:{any_of('appointments', 'post_noun')})(?:\([^()]*\))?$"
)  # 吴某的县审计局副局长职务
LEAVES_ABOVE = re.compile(
    rf"(?:免去)?(?P<names>[{HAN}·、]{{2,40}}?)(?:同志)?(?:{any_of('appointments', 'no_longer_is')}|免去|的)?(?:上述|以上|前述)职务"
)
LAPSES = rf"(?:{any_of('appointments', 'by_itself')})免除|(?:{any_of('appointments', 'together_with')}|自行)终止"  # a post ends by itself
OF_NOBODY = re.compile(rf"原[^,;。]{{2,60}}(?:职务|一职)(?:{LAPSES})")  # 原区直部门纪检组组长职务自然免除
ASKED = re.compile(rf"(?:{any_of('appointments', 'asked_to_leave')})[^,;。]{{0,12}}辞去")
PROPOSES = re.compile(
    rf"""{any_of("appointments", "proposes_change")}|提请(?={any_of("appointments", "proposed_as")})
    | (?:拟|{any_of("appointments", "puts_up")})(?:{any_of("appointments", "gives_or_takes")}|其|任|为          # 提名其为…, 推荐为…
      | [^,;。]{{2,40}}(?:{any_of("appointments", "as_candidate")}))                # 推荐宋某同志为…候选人""",
    re.VERBOSE,
)
PROPOSES_ANOTHER = re.compile(
    rf"(?:{any_of('decisions', 'proposes_another')})(?!其|他|她|为|任|免去)"
)  # 提名宋某为…: of a person of its own
# 会议通过县政府提请的关于|宋某同志任…: whoever asked for it, the meeting has decided
ASKED_FOR = re.compile(
    rf"""[^,;。:]{{0,60}}?(?:{any_of("appointments", "puts_forward")})的(?:关于)?(?=[{HAN}·]{{2,8}}同志)
    | [^,;。:]{{0,40}}?(?:{any_of("appointments", "approves")})由?(?=[{HAN}·]{{2,8}}(?:同志(?:任|为|担任|兼任|不再|挂)|接替))
    | 由(?=[{HAN}·]{{2,8}}?接替)  # 由|宋某接替石某担任
    | [^,;。:]{{0,24}}?[委会组部府局][{HAN}]{{0,2}}决定                      # 县委研究决定|石磊任…
      (?=[{HAN}·]{{2,4}}任(?![命职免期务])[^,;。]{{3}})
    | [^,;。:]{{0,40}}?(?:{any_of("appointments", "made_known")})了?[^,;。:]{{0,24}}?关于(?![^,;。:]{{0,60}}决定)   # 宣布了市委关于|宋某任…,石某不再担任…的决定
      (?=[{HAN}·]{{2,12}}?(?:同志)?(?:任(?![命职免期])|担任|不再担任))""",
    re.VERBOSE,
)
# 市委组织部原副部长|石磊任…, 原区委书记|尹青则任…: what a person was, before what he is now
WAS_BEFORE = re.compile(
    rf"""
    (?:(?:[原时]任|此前担?任)[^,;。]{{2,40}}?[长任记员席理委]的                     # 原任县委常委、副县长的
      | (?:(?:[{HAN}]{{2,20}})?原(?!平市|阳县|州区|由)|{any_of("decisions", "at_the_time")})[{HAN}]{{1,16}}?[长任记员席理])     # 市委组织部原副部长, 时任区长
    (?=[{HAN}]{{2,4}}?(?:[则已现]|{any_of("decisions", "newly")}|[近日]+)*(?:任(?![命职免期])|{any_of("decisions", "goes_over")}))  # 石磊任
    """,
    re.VERBOSE,
)
LEAVES_IT = re.compile(
    rf"(?P<names>[{HAN}·、]{{2,40}}?)(?:同志)?不再(?:{any_of('appointments', 'holds')})"
)  # 原县委书记|吴某不再兼任|,改任…
# 孙某任区长的八年多来, 任区长期间: how long, and no decision
OF_A_TIME = re.compile(
    rf"(?:任|担任)[^,。;(]{{2,60}}?(?:的[{DIGITS}十\d几多]{{1,4}}(?:年|个月)|(?:期间|以来)(?=[,。;]|$))"
)
ADVERB = re.compile(
    rf"""
    (?:同志)?(?:因[^,;。]{{2,16}}|因已?|已?经[^,;。经]{{2,8}}(?:批准|同意)|(?:[现就]|分别|{any_of("decisions", "newly")})+  # 彭某同志已|当选为
      | (?:[现就]|{any_of("decisions", "newly")})*接替(?:[其他她]|[^,;。、]{{2,24}}?)  # 彭某接替退休的罗某|出任
      | (?:以[^,;。以、]{{0,10}}?)?(?:{any_of("appointments", "votes")})|以\d{{1,4}}票(?:赞成)?)$  # 彭某以90票的高票|当选为
    """,
    re.VERBOSE,
)
ALSO = re.compile(r"\((?:[^()]*[,、])?兼任?\)")
LEAVING = re.compile(rf"{any_of('decisions', 'no_longer')}|辞去|{LAPSES}|免去|{QUITS}")
AT_MEETING = re.compile(
    rf"(?:同志)?在[^,;。]{{2,60}}?(?:{any_of('decisions', 'at')})上$"
)  # 任某在区政协一届一次会议上|当选为
LAPSED = re.compile(LAPSES)
NO_NAME_LEFT = re.compile(
    rf"(?:辞职后)?(?:同时|并)?(?:{any_of('decisions', 'ends')})?(?:(?:其|他|她)为?)?的?(?:{any_of('decisions', 'held_before')})?的?"
)
NO_NAME_TAKEN = re.compile(
    rf"""
    (?:[卸离]任后?|随?后|{any_of("decisions", "taken_how")}|并|现?已)?(?:决定|任命其|其|跨省)*  # 同时决定
    (?:[自于从](?:\d{{4}}年)?\d{{1,2}}月(?:\d{{1,2}}日)?起?)?(?:{any_of("decisions", "taken_how")})?  # 并|于3月起正式|担任
    (?P<verb>{any_of("decisions", "moves")}|{any_of("appointments", "holds")}|任|为|挂任|挂职任|代理|(?:{any_of("appointments", "promotes")})(?:为|(?=[^,;。为]{{2,30}}[员长办委]))|兼(?=[^,;。]{{4}}))(?![期职命])  # 兼任
    """,
    re.VERBOSE,
)

TAKES = re.compile(
    rf"""
    (?:[卸离]任后?|随?后|{any_of("decisions", "taken_how")}|并|现?已)?(?:决定|跨省)?(?:{any_of("decisions", "new_post")}|代理(?=[^,;。]{{1,12}}长)|任|为  # 同时改任, 并决定代理
      | (?:{any_of("appointments", "promotes")})(?:为|(?=[^,;。为]{{2,30}}[员长办委])))    # 晋升四级调研员
    (?![任为命职期])(?!.*(?:同志|职务$))                      # no order of its own
    """,
    re.VERBOSE,
)
SAME_PERSON = re.compile(
    rf"{any_of('decisions', 'he_resigns')}|其|同时|并(?!购)|免去其|不再(?:{any_of('appointments', 'holds')}|任)"
)
# 林某同志晋升三级调研员,免去其A局副局长职务: in which body the rank is held, the words do not say
PROMOTED = re.compile(
    rf"""(?P<names>[{HAN}·、]{{2,40}}?)(?:同志)?(?:{any_of("appointments", "promotes")})为?
    (?P<rank>[一二三四]级(?:{any_of("decisions", "ranked")}|高级(?:主办|警长)))(?:职级)?""",
    re.VERBOSE,
)
AS_VERB = re.compile(rf"任(?P<name>[{HAN}·]{{2,4}}?)(?:同志)?为")
CLAUSE = re.compile(r"[^;。\n]{1,200}")
LONGEST_TITLE = 400  # characters after a verb in which somebody else is called 同志
LONGEST_NAMES = 400  # characters that the names before a verb may take
HEADING = re.compile(rf"[^;。]{{0,80}}?关于[^;。]{{2,80}}的(?:{any_of('appointments', 'order_noun')}|函)$")
NO_NAME = re.compile(r"(?:[并现拟由其经因后为]|同时|决定)+")  # no family name that a list would begin with
# what no name begins and ends with: 关于某人, 提名某人, 某人辞职, 某人等
NO_OPENING = re.compile(
    rf".{{0,2}}(?:{any_of('appointments', 'gives_or_takes')})|并(?=担|兼|任)|并?决定|{any_of('decisions', 'no_opening')}"
)
NO_CLOSING = ("辞职", "辞去", "辞职后", "离任后", "任职", "免职", "等", "此前", "之前", "将", "曾经")
LONGEST_PLAIN = 4
WHO_ASIDE = re.compile(r"\((?:女|[^()]{1,5}族)\)$")
BEHIND_WHOM = re.compile(r"\([列排][^()]{2,20}[前后]\)")  # (列石磊同志之后)
ATTENDS = re.compile(rf"出席(?=[{HAN}\d]{{4,40}}代表)")  # 选举石磊为|出席|临江市第十五届人民代表大会代表
JOINTS = ("和", "与", "及", "、")
CALLED = ("同志", "先生", "女士")
SHORTEST_TITLED = 5  # 丁一副县长
TAIL = re.compile(
    rf"""
    (?:
        \([^()]*\)|(?:等?[一二两三四五六七八九十\d]+[位名]|等)?同志|等[一二两三四五六七八九十\d]+[人名位](?:代表)?  # (某)
      | (?<=[^\W\d_]{{2}})[两三四五六七八九十\d]+[人名位](?!\w)  # 丁一、石磊、宋玉3人|当选为
      | (?<=[^\W\d_]{{2}})等|{any_of("appointments", "of_person")}|(?<=[^\W\d_]{{2}})(?:{any_of("appointments", "of_scholar")})  # 等
    )+
    $""",
    re.VERBOSE,
)

ORDERED = re.compile(rf"(?:{any_of('appointments', 'gives_or_takes')}|聘任)[,:]?$")
COMRADE = re.compile(r"(?:\([^()]*\))*同志(?!们)")
CHANGE = re.compile(
    rf"""
      免去(?!其|他|她)[^,;。]{{6,}}|[{HAN}·]{{2,8}}同志(?!们|为核心)|任命(?!书|{any_of("appointments", "no_order")})[{HAN}]{{2}}  # 免去某某某…
    | 不再担任|挂任|接替[^,;。]{{2,24}}?(?:[担出继兼]任|任(?![命职免期务]))|当选""",
    re.VERBOSE,
)
SETTLED = re.compile(rf"名单$|{any_of('decisions', 'not_of_change')}")


@dataclass(frozen=True, slots=True)
class Statement:
    """Names, the verb between them and the title, the title's span, and what stands after 职务."""

    names: tuple[tuple[int, int], ...]
    verb: str
    title: tuple[int, int]
    rest: str = ""


def statements(text: str, start: int, end: int, leaving: bool) -> Iterator[Statement]:
    """Each way to read text[start:end] as names, verb and title, the likeliest first; the title decides.

    X同志任…, X、Y为…, X当选为…; leaving: X同志的…职务, X不再担任…, X辞去…职务的请求, X同志原任…职务自然免除.
    """
    for match in (LEAVES if leaving else SERVES).finditer(text, start, min(end, start + LONGEST_NAMES)):
        stop = aside.start() if (aside := AT_MEETING.search(text, start, match.start())) else match.start()
        if adverb := ADVERB.search(text, start, stop):
            stop = adverb.start()
        names = names_in(text, start, stop) or _titled(text, start, stop)
        if names and "同志" not in BEHIND_WHOM.sub("", text[match.end() : min(end, match.end() + LONGEST_TITLE)]):
            yield statement_of(text, names, match[0], match.end(), end, leaving)


def _titled(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """A name beside the title that the person had so far: 任命县教育局局长丁一为…, 县委副书记、县长丁一同志兼任…, 丁一副县长代理…"""
    end -= len("同志") * text.endswith(CALLED, start, end)  # each of two characters
    if (aside := WHO_ASIDE.search(text, start, end)) is not None:
        end = aside.start()  # 县委书记石磊(女)
    if end - start < SHORTEST_TITLED:
        return ()
    part = text[start:end]  # what stands before it (决定) is no part of the title
    named = holders(part, 0, len(part))
    last = [
        index
        for index, holder in enumerate(named)
        if len(part) in (holder.name_end, *(office.post_end for office in holder.offices))
    ]
    if not last:
        names = [end - length for length in (3, 2) if is_person_name(text[end - length : end])]
        return tuple((name, end) for name in names if is_bare_post(text, start, name))[:1]  # 财务总监|丁一先生
    first = last[0]
    while first > 0 and _beside(part, named[first - 1], named[first]):
        first -= 1  # 安山县委书记丁一和白石县委书记石磊|调任…
    return tuple((start + holder.name_start, start + holder.name_end) for holder in named[first : last[0] + 1])


def _beside(text: str, before: Holder, after: Holder) -> bool:
    """Whether two persons with their titles are joined by 和 or 、 and nothing else."""
    office = after.offices[0]
    begin = office.post_start if office.body_start is None else office.body_start
    unprinted = len(office.body) if office.body_start is None else 0  # 白石县 of 白石县|县长 is read off the title
    joint = text[before.name_end : before.name_end + 1]
    return joint in JOINTS and 0 <= begin - before.name_end - 1 <= unprinted


def statement_of(
    text: str, names: tuple[tuple[int, int], ...], verb: str, start: int, end: int, leaving: bool
) -> Statement:
    """The statement whose title starts at `start`, words of the former post (原任, 担任的) and 职务 left out."""
    start += text.startswith(":", start, end)
    start += verb.startswith("不再") and text.startswith("为", start, end)  # 不再聘任|为县第二中学副校长
    if attends := ATTENDS.match(text, start, end):
        start = attends.end()
    if leaving and (was := WAS.match(text, start, end)):
        start = was.end()
    ends = POST_ENDS.search(text, start, end)
    return Statement(names, verb, (start, ends.start() if ends else end), ends["rest"] if ends else "")


def names_in(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The spans of the names of a list, remarks and 同志 left out; empty if one of them can be no name.

    After 任命, 免去 and before 同志 a listed word is a name too: 任命严明为…
    """
    if end - start > LONGEST_NAMES:
        return ()
    spans: list[tuple[int, int]] = []
    left, depth = start, 0
    for position in range(start, end + 1):
        char = text[position] if position < end else "、"
        depth += (char == "(") - (char == ")")
        if depth <= 0 and char in "、,":
            spans.extend(_divided(text, left, position))
            left = position + 1
    ordered = bool(ORDERED.search(text, max(0, start - 4), start))
    for a, b in spans:
        if NO_NAME.fullmatch(text, a, b) or NO_OPENING.match(text, a, b) or text.endswith(NO_CLOSING, a, b):
            return ()
        if offices(text, a, b):
            return ()  # 县委副书记、县长丁一同志: titles before a name
        stated = ordered or COMRADE.match(text, b, min(len(text), b + 20))
        if not (is_stated_name(text[a:b]) if stated else may_be_name(text[a:b])):
            return ()
        if b - a >= LONGEST_PLAIN and not stated and not is_person_name(text[a:b]):
            return ()  # four characters that no known form of a name fits: 提供海外|当选
    return tuple(spans)


def _divided(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """One name, or two with 和 between them: 张三和李四."""
    tail = TAIL.search(text, start, end)
    stop = tail.start() if tail else end
    for mark in "和及":
        position = text.find(mark, start + 2, stop - 1)
        if position > 0 and stop - start > 4 and not _holds_joint(text, start, position, stop):
            return [*_divided(text, start, position), *_divided(text, position + 1, stop)]
    return [(start, stop)]


def _holds_joint(text: str, start: int, joint: int, stop: int) -> bool:
    """Whether 和 is a part of one name written by its sound: 才别和旺·扎乌沙; not 石磊和旺·扎西."""
    return DOTTED.fullmatch(text, start, stop) is not None and not is_person_name(text[start:joint])
