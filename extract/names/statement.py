"""What a bracket, a line or a sentence states of who answers for an item.

In:  牵头单位:区教育局;责任单位:区人社局、各街镇;完成时限:2022年6月
     由区教育局牵头、区公安局配合 · 市农业农村局牵头,市财政局等按职责分工负责
Out: a Statement: one Share a label or verb (word, whether it assists, its units and persons), aggregates, deadline

All offsets are those of the cleaned text that is given.
"""

import re
from dataclasses import replace
from itertools import islice

from extract.lexicon import any_of
from extract.names.labels import CHIEF_WORD, FIRST_LEADS, LABEL, gapped_label
from extract.names.marks import HAN, LEVELS
from extract.names.persons.labelled import POST, people_of
from extract.names.shares import Share, Statement
from extract.names.units import unit_list

LEADING = re.compile(rf"{any_of('answers', 'leads')}|主责")
RESPONSIBLE = re.compile(any_of("answers", "responsible"))
NOTE = re.compile(
    rf"""
      [。;,]?(?:以下|本(?:{any_of("answers", "this_text")})|均)[^。;]{{0,60}}?不再(?:{any_of("answers", "noted_how")})?(?:{any_of("answers", "noted")})
    | [。;](?:具体|各项|其他|其余|以上|以下)[^。;:]{{2,80}}(?:不再[^。;:]{{2,12}}|下同)[。]?(?=$|[)\]])   # 具体任务涉及各乡镇,不再做分工,下同
    """,
    re.VERBOSE,
)
# 责任单位:县发改局、县大数据中心|按职责分工负责
AS_DIVIDED = re.compile(
    rf"等?(?:{any_of('shared', 'unit')})?(?:按照?(?:各自)?(?:{any_of('shared', 'duty')})(?:分工)?|分工)(?:分别|共同)?(?:{any_of('answers', 'divided_does')})?[。;,]?$"
)
LEADS_HERE = re.compile(rf"(?:{any_of('answers', 'leads')})[,;、](?=[^。]{{2,300}}(?:{any_of('answers', 'helps')}))")
LEAD_TOGETHER = re.compile(
    rf"(?:分别|{any_of('answers', 'after_helpers')})牵头[。;,]?$"
)  # 责任单位:县人社局、县农业局分别牵头
HEADS_LIST = re.compile(
    rf"[(\[](?:{any_of('answers', 'leads')})(?:{any_of('shared', 'unit')})?[)\]]"
)  # 责任单位:市教育局(牵头)、市财政局
# a list after a label that goes on with a verb of its own: 责任单位:镇执法队,镇派出所、镇供电所配合
GOES_ON = re.compile(rf"[,;](?=[^,;。:]{{2,200}}(?:{any_of('answers', 'goes_on')})[。;,]?$)")
HELPED = re.compile(rf"(?P<word>协助)(?:{any_of('shared', 'unit')})?:")
CHIEF = re.compile(CHIEF_WORD)
MOST_VERBS = 12  # places where a list after 协调 may end that are tried
ANSWERS_TO = re.compile(r"[向对]")  # 院长向市医管中心负责
UNKNOWN = re.compile(rf"[{HAN}A-Za-z“”()·]{{2,16}}")
NO_UNIT = re.compile(rf"[的是为将对按在由了不]|{any_of('answers', 'no_unit')}|建设$|工作$|领导$|[长任记]$|人员$")
FIRST = re.compile("第一|第1|首")
LIST_MARKS = "★☆※▲●◆*—–- "  # ★县教育局、县财政局 · ——县教育局负责

BEFORE_VERB = rf"(?:(?:负责(?={any_of('answers', 'leads')})|按照?(?:各自|部门)?(?:的)?(?:{any_of('shared', 'duty')}|权限|职责权限)(?:分工)?|根据职责分工|按?分工|{any_of('answers', 'before_verb')}|(?:{any_of('answers', 'carries')})(?=落实)))*"
CORE = any_of("answers", "verb")
HELPING = rf"(?:(?<=配合)|(?<=协助)|(?<=参与)|(?<=参加))(?:{any_of('answers', 'helped_how')})[^,;。、()]{{1,16}}"  # 配合做好稳控工作
VERB = re.compile(
    rf"""
    {BEFORE_VERB}(?P<core>{CORE})  # 按照各自的职责分工牵头
    (?:{any_of("answers", "further_verb")}|并)*  # 组织实施
    (?:{HELPING})?(?=[,;、。)\]]|$|{any_of("answers", "together")}|由)  # 做好某
    """,
    re.VERBOSE,
)
JOINS = re.compile(
    rf"(?:并)?(?P<word>{any_of('answers', 'together')}|会商|商(?=[{LEVELS}]|{any_of('answers', 'confers_with')}))"
)
AFTER_LIST = re.compile(
    rf"""
    (?:{any_of("answers", "after_helpers")})*  # 共同
    (?:{any_of("answers", "after_list")}|按)  # 做好
    """,
    re.VERBOSE,
)
DATE_CLAUSE = re.compile(
    rf"^(?:.*\d{{1,2}}月.*|.*\d{{4}}年.*|长期(?:坚持|推进)?|{any_of('answers', 'all_along')}|.*年底前?)(?:{any_of('answers', 'done_by')})?$"
)


def statement(
    text: str, start: int, end: int, gaps: frozenset[int] = frozenset(), first_leads: str | None = None
) -> Statement | None:
    """The statement that text[start:end] is; None if it is none.

    `first_leads`: the word for the first unit where the document said so earlier (排在第一位的为牵头单位,下同).
    """
    gapped = gapped_label(text, start, end, gaps)
    labels = [gapped] if gapped else list(LABEL.finditer(text, start, end))
    whole, note = end, NOTE.search(text, start, end)
    end = note.start() if note else end
    labels = [label for label in labels if label.start() < end]
    named = any(m["unit"] or m["official"] or m["bare"] or m["open"] or m["deadline"] for m in labels)
    if named and _opens(text, start, labels[0].start()):
        labelled = _labelled(text, start, end, labels, gaps, first_leads)
        worded = _clauses(text, start, labels[0].start()) if labels[0].start() - start > 2 else None
        if worded is not None:
            labelled.shares[:0], labelled.aggregates[:0] = worded.shares, worded.aggregates
        labelled.end = whole
        return labelled
    first = FIRST_LEADS.search(text, start, end) if FIRST.search(text, start, end) else None
    stop = first.start() if first else end
    clauses = _clauses(text, start, stop)
    if clauses is None and (first or HEADS_LIST.search(text, start, end)):
        clauses = units_alone(text, start, stop)
    if clauses is not None:
        clauses.end = whole
        word = first["word"] if first else first_leads
        clauses.shares[:] = _first_apart(clauses.shares, word) if word else clauses.shares
    return clauses


def units_alone(text: str, start: int, end: int) -> Statement | None:
    """A list of units that no word announces, and a deadline after it (县教育局、县财政局;6月底前); None if anything else stands there."""
    alone = Statement(start, end)
    while start < end and text[start] in LIST_MARKS:
        start += 1
    cut = max(text.rfind(mark, start, end) for mark in ",;")
    if cut > start and (after := _trimmed(text, cut + 1, end)) and DATE_CLAUSE.match(text[slice(*after)]):
        alone.deadline, end = after, cut
    listed = unit_list(text, start, end)
    heads = tuple(unit for unit in listed.units if HEADS_LIST.match(text, unit.end, end))
    others = tuple(unit for unit in listed.units if unit not in heads)
    if listed.rest or not (listed.units or listed.aggregates):
        return None
    alone.aggregates.extend(listed.aggregates)
    if heads:
        mark = HEADS_LIST.match(text, heads[0].end, end)
        alone.shares.append(Share("牵头", mark.span() if mark else (start, end), False, heads))
    if others:
        alone.shares.append(Share(None, (start, end), bool(heads), others))
    return alone


def _first_apart(shares: list[Share], word: str) -> list[Share]:
    """税务总局、财政部负责,排在第一位的部门为牵头部门: the first unit leads with that word, the others assist with their own."""
    if not shares or not shares[0].units or shares[0].assists or any(LEADING.search(s.role or "") for s in shares):
        return shares
    first = shares[0]
    apart = [replace(first, role=word, units=first.units[:1])]
    if first.units[1:]:
        apart.append(replace(first, assists=True, units=first.units[1:]))
    return apart + [replace(share, assists=True) for share in shares[1:]]


def _opens(text: str, start: int, at: int) -> bool:
    """Whether a label opens a statement, or follows a few words that name nobody (分管副县长;责任单位:…)."""
    return at - start <= 2 or (at - start <= 15 and text[at - 1] in ";,、。" and "。" not in text[start : at - 1])


HELPS = frozenset({"配合", "协助", "参与", "参加", "协办", "会办", "协同"})


def _labelled(
    text: str, start: int, end: int, labels: list[re.Match[str]], gaps: frozenset[int], first_leads: str | None
) -> Statement:
    stated = Statement(start, end)
    has_lead = any(LEADING.search(m["unit"] or m["bare"] or m["open"] or "") for m in labels)
    for index, label in enumerate(labels):
        stop = labels[index + 1].start() if index + 1 < len(labels) else end
        stop -= text[stop - 1] == "[" and index + 1 < len(labels)  # 县行政审批局【责任单位】…
        word = label["unit"] or label["bare"] or label["open"]
        span = (label.start(), label.start() + len(word or label["official"] or label["deadline"] or ""))
        if label["deadline"]:
            stated.deadline = _trimmed(text, label.end(), stop)
        elif label["official"]:
            cut = text.find(";", label.end(), stop)
            more = _clauses(text, cut + 1, stop) if cut >= 0 else None  # 分管领导:石磊;县工信局负责,县财政局配合
            if HELPED.search(text, label.end(), stop):
                stop = _helped(stated, text, label.end(), stop)
            _add_people(stated, text, label["official"], span, (label.end(), cut if more else stop), gaps)
            if more:
                stated.shares.extend(more.shares)
                stated.aggregates.extend(more.aggregates)
        elif word:
            first = FIRST_LEADS.search(text, label.end(), stop) if FIRST.search(text, label.end(), stop) else None
            if first and text[first.end() : first.end() + 1] != "、":  # not 县教育局(首位单位为牵头单位,下同)、县财政局
                stop = _before_remark(text, label.end(), first.start())
            if worded := _worded(text, word, label.end(), stop):
                stated.shares.extend(worded.shares)
                stated.aggregates.extend(worded.aggregates)
                continue
            more = _goes_on(text, label.end(), stop)
            stop = more.start if more else stop
            _add_units(
                stated, text, word, span, (label.end(), stop), gaps, has_lead, first["word"] if first else first_leads
            )
            if more:
                stated.shares.extend(more.shares)
                stated.aggregates.extend(more.aggregates)
    return stated


def _before_remark(text: str, start: int, at: int) -> int:
    """Where the bracket opens that a remark on who leads stands in: 县卫健局|(除标注“分别牵头”外,列第一位的为牵头单位)."""
    opened = text.rfind("(", start, at)
    return opened if opened > text.rfind(")", start, at) else at


def _helped(found: Statement, text: str, start: int, stop: int) -> int:
    """河长:方某 省长协助:省水利厅: the bodies that help a chief; where the names before them end."""
    helped = HELPED.search(text, start, stop)
    assert helped is not None
    units = unit_list(text, helped.end(), stop)
    if units.units:
        found.shares.append(Share(helped["word"], helped.span("word"), True, tuple(units.units)))
    found.rest.extend(units.rest)
    return helped.start()


def _worded(text: str, word: str, start: int, stop: int) -> Statement | None:
    """A list after 责任单位: whose clauses say who leads and who helps: 县大数据局牵头,县工信局按职责分工负责."""
    leads = LEADS_HERE.search(text, start, stop) or LEAD_TOGETHER.search(text, start, stop)
    if not RESPONSIBLE.search(word) or not leads:
        return None
    worded = _clauses(text, start, stop)
    return (
        worded
        if worded and not worded.rest and any(LEADING.search(share.role or "") for share in worded.shares)
        else None
    )


def _goes_on(text: str, start: int, stop: int) -> Statement | None:
    """What the end of a labelled list says with a verb of its own; None where it is but a list."""
    mark = GOES_ON.search(text[start:stop])
    return _clauses(text, start + mark.start(), stop) if mark else None


def _add_units(
    found: Statement,
    text: str,
    word: str,
    at: tuple[int, int],
    span: tuple[int, int],
    gaps: frozenset[int],
    has_lead: bool,
    first_leads: str | None,
) -> None:
    start, stop = span
    leads = bool(LEADING.search(word))
    assists = not leads and (has_lead or not RESPONSIBLE.search(word))
    groups = [span]
    if leads and (cut := text.find(";", start, stop - 1)) >= 0:
        groups = [(start, cut), (cut + 1, stop)]
    for index, (left, right) in enumerate(groups):
        closing = AS_DIVIDED.search(text, left, right)
        right = closing.start() if closing else right
        listed = unit_list(text, left, right, gaps=gaps, labelled=True)
        found.aggregates.extend(listed.aggregates)
        found.rest.extend(listed.rest)
        if not listed.units:
            continue
        heads = [unit for unit in listed.units if HEADS_LIST.match(text, unit.end, right)]
        if heads and not leads:
            mark = HEADS_LIST.match(text, heads[0].end, right)
            found.shares.append(Share("牵头", mark.span() if mark else at, False, tuple(heads)))
            others = tuple(unit for unit in listed.units if unit not in heads)
            found.shares.extend([Share(word, at, True, others)] if others else [])
        elif index:
            found.shares.append(Share(None, at, True, tuple(listed.units)))
        elif first_leads and not leads and not has_lead:
            found.shares.append(Share(first_leads, at, False, tuple(listed.units[:1])))
            if listed.units[1:]:
                found.shares.append(Share(word, at, True, tuple(listed.units[1:])))
        else:
            found.shares.append(Share(word, at, assists, tuple(listed.units)))


def _add_people(
    found: Statement, text: str, word: str, at: tuple[int, int], span: tuple[int, int], gaps: frozenset[int]
) -> None:
    people, others = people_of(text, *span, gaps)
    if people:  # what stands beside a name is a part of its title: 县委常委、副县长张某
        found.shares.append(Share(word, at, False, (), tuple(people)))
        return
    chief = CHIEF.fullmatch(word)
    for left, right in others:
        units = unit_list(text, left, right)
        if units.units and not units.rest and not chief:
            found.shares.append(Share(word, at, False, tuple(units.units)))
        elif POST.search(text[left:right]):
            found.unnamed.append((left, right))
        elif not units.aggregates and re.search(rf"[{HAN}]", text[left:right]):
            found.rest.append((left, right))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while end > start and text[end - 1] in ",;。、 )]":
        end -= 1
    while start < end and text[start] in " :":
        start += 1
    return (start, end) if start < end else None


def _clauses(text: str, start: int, end: int) -> Statement | None:
    """A牵头、B配合 · 由A负责,B协助 · A会同B负责 · 由A牵头,协调B、C(参加); None if anything else stands there."""
    stated = Statement(start, end)
    lists: list[tuple[str, tuple[int, int], tuple[int, int]]] = []  # role, span of the word, span of the list
    position = start
    while position < end:
        while position < end and (text[position] in ",;、。 由" or text[position] in LIST_MARKS):
            position += 1
        if position >= end:
            break
        joint = JOINS.match(text, position, end)
        if joint:
            stop = list_end(text, joint.end(), end)
            lists.append((joint["word"], joint.span("word"), (joint.end(), stop)))
            position = _after_verb(text, stop, end)
            continue
        verb = VERB.search(text, position, end)
        if not verb:
            span = _trimmed(text, position, end)
            if span is None or not DATE_CLAUSE.match(text[slice(*span)]):
                return None
            stated.deadline = span
            break
        clause = re.compile("[,;]").search(text, position, verb.start())
        if clause and DATE_CLAUSE.match(text[position : clause.start()]):
            stated.deadline = (position, clause.start())
            position = clause.end()
            continue
        if not lists and verb["core"] in HELPS and (cut := text.rfind(";", position + 2, verb.start())) > 0:
            lists.append(("", (position, position), (position, cut)))  # 县招商局;县财政局配合: who stands first leads
            position = cut + 1
        inner = JOINS.search(text, position + 2, verb.start())
        if inner:
            role = ("牵头", (verb.start(), verb.end())) if verb["core"] == "牵头" else ("牵头", inner.span("word"))
            lists.append((*role, (position, inner.start())))
            lists.append((inner["word"], inner.span("word"), (inner.end(), verb.start())))
        else:
            lists.append((verb["core"], verb.span("core"), (position, verb.start())))
        position = verb.end()
    return _of_lists(stated, text, lists)


def _of_lists(
    found: Statement, text: str, lists: list[tuple[str, tuple[int, int], tuple[int, int]]]
) -> Statement | None:
    has_lead = any(role in {"", "牵头", "主办", "主抓"} for role, _, _ in lists)
    known = 0
    for role, position, (left, right) in lists:
        listed = unit_list(text, left, right)
        known += len(listed.units) + len(listed.aggregates)
        if role == "负责" and ANSWERS_TO.search(text, left, right):
            return None
        if not (listed.units or listed.aggregates or listed.rest) or any(
            not _may_be_unit(text[slice(*span)]) for span in listed.rest
        ):
            return None
        found.rest.extend(listed.rest)
        found.aggregates.extend(listed.aggregates)
        assists = role not in {"", "牵头", "主办", "主抓"} and (
            has_lead or role not in {"负责", "承办", "落实", "实施", "组织实施", "办理"}
        )
        if listed.units:
            found.shares.append(Share(role or None, position, assists, tuple(listed.units)))
    if not known or len(found.rest) > known:
        return None
    names_sets = any(re.search("各|有关|相关|全体", text[left:right]) for left, right in found.aggregates)
    return found if found.shares or names_sets else None


def _may_be_unit(name: str) -> bool:
    """Whether a name of unknown structure may stand for a unit in a list of units: 证投公司筹建处, 民盟; no clause, no post."""
    return bool(UNKNOWN.fullmatch(name)) and not NO_UNIT.search(name)


def list_end(text: str, start: int, end: int, verbs: re.Pattern[str] = AFTER_LIST) -> int:
    """Where the list after 会同 or 协调 ends: before ; or before the verb that goes on (做好…, 参加, 妥善处理)."""
    stop = text.find(";", start, end)
    stop = end if stop < 0 else stop
    for verb in islice(verbs.finditer(text, start + 2, stop), MOST_VERBS):
        listed = unit_list(text, start, verb.start())
        if listed.is_whole:
            return verb.start()
    return stop


def _after_verb(text: str, start: int, end: int) -> int:
    stop = re.compile("[,;。]").search(text, start, end)
    return stop.start() if stop else end
