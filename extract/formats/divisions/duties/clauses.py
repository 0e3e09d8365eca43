"""The duties of one person, verb by verb: 负责A、B工作。分管X局、Y局。联系Z。协助区长抓审计.

In:  a person, and the cleaned text in which that person's duties stand
Out: facts: leads (bodies and topics), liaises, assists; a verb holds until the next one

What a verb governs is read by `fields`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.clean import Text, parts_between
from extract.document import Document
from extract.facts import Fact, Kind, Party, Qualifiers, Relation
from extract.formats.divisions.duties.fields import Field, fields_of, liaised, towns_and_organs
from extract.formats.divisions.duties.verbs import LOOKED_AFTER, OVERALL, Verb, verbs_of
from extract.formats.divisions.lines import gaps_in
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.marks import HAN, LEVELS, NUMERAL
from extract.names.offices.posts import post_at_end
from extract.names.people import is_person_name
from extract.names.persons.titled import Titled, evidence_of, titled

HELPS = f"{any_of('divisions', 'helps')}|处理好?|抓好?"
# who is helped: 区长, 总经理, 赵立同志, 区委副书记、区长郭某, 区长(李某); nothing else stands between 协助 and the next verb
ASSISTED = re.compile(rf"(?P<who>[^,;。]{{1,24}}?)(?:同志)?(?P<verb>{HELPS})(?P<fields>.*)$")
# 协助市长日常工作: a title, and after it the fields
TOLD = re.compile(
    rf"""
    (?P<who>
      [^,;。]{{0,10}}?(?:[{LEVELS}镇乡局厅院校处]长|{any_of("divisions", "told")})  # 某省长
      (?:\([^()]{{2,8}}\))?  # (某某)
    )
    (?:同志)?(?:的)?(?P<fields>[^,;。、长]{{2,40}}工作)$  # 同志的某某工作
    """,
    re.VERBOSE,
)
# 协助校长工作 · 协助石磊同志工作,财务、采购: nothing is told of it, or its fields follow a comma
AT_WORK = re.compile(
    r"""
    (?P<who>[^,;。]{1,24}?)(?:同志)?的?工作                # 石磊同志工作
    (?:[,;](?:(?P<fields>(?=[^。]*(?:、|作$))[^。]*)|[^。]*))?$  # ,财务、采购
    """,
    re.VERBOSE,
)
OFFICIAL_TITLE = re.compile(rf"(?:[{LEVELS}镇乡局部厅院校处科行所]长|{any_of('divisions', 'helped')})$")


ANOTHER = re.compile(
    rf"""
    [,;](?P<who>(?:[{HAN}·]{{2,4}}、)*[{HAN}·]{{2,16}}?)(?:同志)?(?:则|还|也|同时|主要|具体)?  # ,某某同志则
    (?:{any_of("divisions", "another")})(?![人制])  # 负责
    """,
    re.VERBOSE,
)
# 分管处室:监察处 · 联系支部、年级(班级、社团):石桥年级 · 联系处室——监察处
GUIDES_TOO = re.compile(rf"联系[和、与](?:{any_of('divisions', 'guides')})$")  # 联系和指导: leads, beside 联系
OF_WHAT = re.compile(rf"(?:[{HAN}]{{2,8}}(?:、[{HAN}]{{1,8}})*(?:\([{HAN}、]{{1,12}}\))?)?(?::|[—─-]{{2}})")
SEEN_TO = re.compile(r"抓好(?=[^,;。、落])")
HOW = any_of("divisions", "how")
HOW_SEEN_TO = re.compile(rf"(?:(?:{HOW})[、和及])+(?:{HOW})(?=[{HAN}]{{2}})")
# 负责|与县人大、县政协的联系工作: whom the person keeps in touch with
IN_TOUCH = re.compile(
    rf"""
    (?:{any_of("portfolios", "in_touch_how")})?(?:与|同|和)(?P<whom>[^,;。]{{2,120}}?)的?(?:工作)?  # 与县人大、县政协的
    联系(?:{any_of("portfolios", "touch_tail")})?(?:等)?(?:方面)?(?:的)?(?:工作)?$          # 联系工作
    """,
    re.VERBOSE,
)
# ,承担相应的领导责任 · ,督促县农业农村局、县水务局落实监管责任
GENERAL_DUTY = re.compile(
    rf"""
      ,(?:并)?(?:承担|负有?)[^,;。]{{0,10}}责任(?=[,;。(]|$)
    | [,;](?:同时|并|还)?兼任?[^,;。]{{2,60}}[长任记席员师理事](?=[,;。]|$)  # ,兼任学院办公室主任、后勤中心主任
    | [,;](?:同时|并)?不再(?:继续)?(?:具体)?(?:{any_of("divisions", "no_longer")})          # 不再联系县红十字会
    | ,(?:并)?(?:{any_of("portfolios", "urges")})[^,;。]{{2,50}}?(?:{any_of("divisions", "sees_that")})[^,;。]{{1,20}}(?=[,;。]|$)  # 督促某局落实责任
    """,
    re.VERBOSE,
)
# 商务、口岸|等12项工作曾归别人: how many fields these are, and what is told of them
COUNTED = re.compile(rf"等(?:[{NUMERAL}]|\d)+多?[项个](?:{any_of('divisions', 'counted_fields')})?的?工作")
CARRIED_OUT = re.compile(rf"(?<=工作)的?(?:贯彻)?(?:{any_of('portfolios', 'carried_out')})(?=[,;。]*$)")
# 县长外出时,主持县政府工作: for a time of absence only
IN_ABSENCE = re.compile(rf"(?:{any_of('divisions', 'absent')})[^,;。]{{0,6}}(?:时|期间),?$")
LONGEST_ABSENCE = 24
NO_FIELD = re.compile("(?:等)?(?:方面)?的?工作|[和与及].*|.*[和与及的]")  # what is no field by itself
PART_OF_FIELD = re.compile(any_of("divisions", "part_of_field"))  # nor where single blanks divide: 城乡 供水 安全 管理
LEAST_APART = 3  # words that single blanks divide into fields; two that wider ones do
LEAST_WIDE = 2  # characters from one word to the next across a wide blank, and more
Helped = tuple[Party, tuple[int, int], list[str]]  # who is helped, where 协助 stands, in which fields


@dataclass(frozen=True, slots=True)
class Official:
    """The person whose work a paragraph divides; source span of the name."""

    party: Party
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Duties:
    """What reading a person's duties needs: the source, its date and wording, the person, the verb of the heading."""

    document: Document
    date: str | None
    wording: str
    official: Official
    heading: str | None = None


def duties_of(duties: Duties, text: Text, start: int, end: int | None = None) -> Iterator[Fact]:
    """The facts of text[start:end]: each verb with what stands before the next verb or full stop."""
    chars = text.text
    limit = len(chars) if end is None else end
    if overall := OVERALL.match(chars[start:limit]):
        begin, stop = start + overall.start("field"), start + overall.end("field")
        topic = duties.document.party(Kind.TOPIC, *text.span(begin, stop))
        words = (start + overall.start("verb"), start + overall.end("verb"))
        yield _fact(duties, text, Relation.LEADS, words, topic, None)
        return
    verbs = list(verbs_of(text, start, limit))
    first = verbs[0].phrase if verbs else limit
    if duties.heading is not None and first > start:
        verbs.insert(0, Verb(start, start, start))
    helped: dict[str, Helped] = {}
    ends = [*(verb.phrase for verb in verbs[1:]), limit]
    for verb, stop in zip(verbs, ends, strict=False):
        if not IN_ABSENCE.search(chars, max(start, verb.phrase - LONGEST_ABSENCE), verb.phrase):
            yield from _of_verb(duties, text, verb, stop, helped)
    for party, span, topics in helped.values():
        named = "、".join(dict.fromkeys(topics)) or None
        yield replace(_fact(duties, text, Relation.ASSISTS, span, party, None), qualifiers=Qualifiers(topic=named))


def _of_verb(duties: Duties, text: Text, verb: Verb, stop: int, helped: dict[str, Helped]) -> Iterator[Fact]:
    """The facts of one verb, whose objects end at `stop` or at the full stop before; whom it helps is gathered in `helped`."""
    chars = text.text
    of_what = OF_WHAT.match(chars, verb.end)
    begin = of_what.end() if of_what else verb.end
    mark = chars.find("。", verb.end, stop)
    if mark >= 0 and verb.start < verb.end:
        stop = mark
    stop = _before_another(chars, begin, stop)
    begin, stop = _carried_out(chars, begin, stop)
    stop = counted.start() if (counted := COUNTED.search(chars, begin, stop)) else stop
    while stop > begin and (chars[stop - 1] in ",;。" or _closes_more(chars, begin, stop)):
        stop -= 1
    word = chars[verb.start : verb.end] or duties.heading or ""
    span = (verb.start, verb.end)
    if word.endswith(LOOKED_AFTER):
        for one in towns_and_organs(chars, begin, stop):
            yield _fact(duties, text, Relation.LIAISES, span, _party(duties, text, one), one, word)
        return
    if word == "协助":
        _assisted(duties, text, span, begin, stop, helped)
        return
    if touch := IN_TOUCH.match(chars, begin, stop):
        printed = chars.rindex("联系", touch.start(), touch.end())
        begin, stop, span, word = *touch.span("whom"), (printed, printed + 2), "联系"
    leads = word.startswith("分管") or GUIDES_TOO.search(word) is not None
    liaises = ("联系" in word or "联络" in word) and not leads
    relation = Relation.LIAISES if liaises else Relation.LEADS
    for left, right in _set_apart(duties.document, text, begin, stop):
        fields = liaised(chars, left, right) if liaises else fields_of(chars, left, right, word, duties.wording)
        for one in fields:
            yield _fact(duties, text, relation, span, _party(duties, text, one), one, word)


def _closes_more(chars: str, begin: int, stop: int) -> bool:
    """Whether text[begin:stop] ends with a bracket that was opened before it: (主持全面工作,重点负责|实习管理)."""
    return chars[stop - 1] == ")" and chars.count("(", begin, stop) < chars.count(")", begin, stop)


def given_fields(duties: Duties, text: Text, fields: tuple[int, int], verb: tuple[int, int]) -> Iterator[Fact]:
    """The facts of fields that stand apart from their verb: 法制、统计工作|由石磊|接手."""
    word = text.text[slice(*verb)]
    for one in fields_of(text.text, *fields, word, duties.wording):
        yield _fact(duties, text, Relation.LEADS, verb, _party(duties, text, one), one, word)


def _set_apart(document: Document, text: Text, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """主抓农业　林业　水利: fields that blanks divide, where no mark does; 负责 财政 工作 is one."""
    if not gaps_in(text, begin + 1, stop) or text.text.find("、", begin, stop) >= 0:
        yield begin, stop
        return
    clauses = list(parts_between(text.text, begin, stop, ",;。"))
    divided = [_by_blanks(document, text, *clause) for clause in clauses]
    if any(len(parts) > 1 for parts in divided):
        yield from (part for parts in divided for part in parts)
    else:
        yield begin, stop


def _by_blanks(document: Document, text: Text, begin: int, stop: int) -> list[tuple[int, int]]:
    """The words of a clause that blanks divide; the clause itself where they cannot each be a field."""
    parts = list(pairwise([begin, *gaps_in(text, begin + 1, stop), stop]))
    words = [text.text[left:right] for left, right in parts]
    wide = any(text.offsets[left] - text.offsets[left - 1] > LEAST_WIDE for left, _ in parts[1:])
    torn = "\n" in document.text[slice(*text.span(begin, stop))]
    in_words = not wide and any(PART_OF_FIELD.fullmatch(word) for word in words)
    if (
        torn
        or in_words
        or len(parts) < LEAST_APART - wide
        or any(len(word) < 2 or NO_FIELD.fullmatch(word) for word in words)
    ):
        return [(begin, stop)]
    return parts


def _carried_out(chars: str, begin: int, stop: int) -> tuple[int, int]:
    """负责|抓好|农业、水利等方面工作|的落实: that the fields are seen to is said around them, and is no part of one.

    Nor is how they are seen to (负责|指导、协调、督促|宣传、教育工作), or a general duty behind them (,承担相应的领导责任).
    """
    if seen := HOW_SEEN_TO.match(chars, begin, stop):
        begin = seen.end()
    if general := GENERAL_DUTY.search(chars, begin, stop):
        stop = general.start()
    if seen_to := SEEN_TO.match(chars, begin, stop):
        begin = seen_to.end()
        if closing := CARRIED_OUT.search(chars, begin, stop):
            stop = closing.start()
    return begin, stop


def _before_another(chars: str, begin: int, stop: int) -> int:
    """分管文秘科,办公室张某负责档案、保密: the fields end where the clause of somebody else begins, read or not."""
    for clause in ANOTHER.finditer(chars, begin, stop):
        who = clause["who"]
        if OFFICIAL_TITLE.search(who) or any(is_person_name(who[-length:]) for length in (2, 3)):
            return clause.start()
    return stop


def _assisted(
    duties: Duties,
    text: Text,
    verb: tuple[int, int],
    begin: int,
    end: int,
    found: dict[str, tuple[Party, tuple[int, int], list[str]]],
) -> None:
    """协助区长抓审计工作 → the assisted person and the fields; several clauses for one person are one."""
    chars = text.text
    match = ASSISTED.match(chars, begin, end)
    if match:
        who, fields = match.span("who"), match.span("fields")
    elif told := TOLD.match(chars, begin, end):
        who, fields = told.span("who"), told.span("fields")
    elif at_work := AT_WORK.match(chars, begin, end):
        who, fields = at_work.span("who"), at_work.span("fields") if at_work["fields"] else (end, end)
        if post_at_end(chars, *fields) is not None:
            fields = (end, end)  # 协助县长工作,兼县水利局局长
    else:
        who, fields = (begin, end), (end, end)
    topics = [printed_field(duties, text, f) for f in fields_of(chars, *fields, "协助", duties.wording)]
    for start, stop in _people(chars, *who):
        held = titled(chars, start, stop)
        if held is not None:
            start, stop = held.name_start, held.name_end
        elif not OFFICIAL_TITLE.search(chars[start:stop].removesuffix("同志")):
            continue
        elif (post := post_at_end(chars, start, stop)) and _is_name(chars[start : post.start]):
            stop = post.start  # 协助吴江副校长: a post of the person's own house
        party = duties.document.party(Kind.OFFICIAL, *text.span(start, stop))
        found.setdefault(party.name, (party, verb, []))[2].extend(topics)


def _is_name(chars: str) -> bool:
    return is_person_name(chars) and kind_of_body(chars) is None


def _people(chars: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """区长、常务副区长 → two spans; 区委副书记、区长郭某 → one."""
    if titled(chars, start, end):
        yield start, end
        return
    left = start
    for match in re.finditer(r"、|和|及|$", chars[start:end]):
        right = start + match.start()
        if right > left:
            yield left, right
        left = start + match.end()


def printed_field(duties: Duties, text: Text, found: Field) -> str:
    """The name of a field of work as printed."""
    if found.name is not None:
        return found.name
    return duties.document.party(Kind.TOPIC, *text.span(found.start, found.end)).name


def _party(duties: Duties, text: Text, found: Field) -> Party:
    if found.name is not None:
        return Party(found.kind, found.name)
    return duties.document.party(found.kind, *text.span(found.start, found.end))


def _fact(
    duties: Duties,
    text: Text,
    relation: Relation,
    verb: tuple[int, int],
    party: Party,
    found: Field | None,
    word: str | None = None,
) -> Fact:
    official = duties.official
    spans = [official.span]
    role = word or None
    span = text.span(found.start, found.end) if found else None
    if span is None and party.start is not None and party.end is not None:
        span = (party.start, party.end)
    if span:
        spans.append(span)
    if verb[1] > verb[0]:
        spans.append(text.span(*verb))
        role = word or text.text[slice(*verb)]
    evidence = evidence_of(duties.document, spans, official.span[0])
    if evidence.end - evidence.start == official.span[1] - official.span[0]:
        evidence = evidence_of(duties.document, spans[1:], official.span[0])
    qualifiers = Qualifiers(topic=found.duty) if found and found.duty else Qualifiers()
    rule = {Relation.LIAISES: "divisions.liaises", Relation.ASSISTS: "divisions.assists"}.get(
        relation, "divisions.leads"
    )
    return Fact(relation, official.party, party, evidence, rule, role=role, date=duties.date, qualifiers=qualifiers)


def official_of(document: Document, text: Text, held: Titled) -> Official:
    """The person named at a place of a text."""
    span = text.span(held.name_start, held.name_end)
    return Official(document.party(Kind.OFFICIAL, *span), span)
