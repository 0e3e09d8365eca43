"""Paragraphs that open with a question or a name and then say who answers for it.

In:  the cleaned text of a paragraph of a notice. Out: its Statement; what stands before it is the item

    (一)关于“用水总量控制在四亿立方米以内”的问题,由县水利局会同县财政局负责落实。
    3.建设青河湿地公园,由县林业局牵头实施,目前尚未开工。
    二、规范集市秩序,县市场监管局牵头,县公安局、城关镇协同。
"""

import re

from extract.document import Notice
from extract.formats.items.item import MARK
from extract.lexicon import any_of
from extract.names.marks import ENUMERATOR, HAN
from extract.names.persons.labelled import people_of
from extract.names.shares import Share, Statement
from extract.names.statement import statement
from extract.names.units import unit_list
from extract.text.articles import in_articles

VERB = f"(?:{any_of('answers', 'verb')})"
BY_OFFICIAL = re.compile(rf"由(?P<who>[{HAN}·、]{{2,24}}?)(?:同志)?(?P<verb>{VERB})[,。]")  # 由石磊副市长负责,
# 市建设局牵头,市发改委配合,
BY_UNITS = re.compile(rf"(?:[{HAN}()、]{{2,60}}?{VERB}[,。])+")
LONGEST_NAME = 40
SHORTEST_NAME, LONGEST_ANSWER = 4, 200
MOST_CLAUSES = 6  # clauses at the end of a paragraph that are tried
CLOSES = re.compile(rf"(?:{any_of('duties', 'closes')})[。;]?$")
JOINT = re.compile(
    rf"""
    (?<=[。;,])由(?P<lead>[^,。;:由]{{2,40}}?)(?P<with>会同)(?P<others>[^。;:]{{2,120}}?)  # 由县环保局会同县发改局
    (?:{any_of("duties", "done_jointly")})[^,。;]{{0,16}}[。;]?$  # 研究制定
    """,
    re.VERBOSE,
)
OF_ABOVE = ("由", "该", "此", "本")  # 该项工作由县民政局牵头: of the sentence before
GENERAL = re.compile(rf"^(?:各|全[省市区县]|有关|相关)|[要须应][^,]{{0,12}}$|{any_of('items', 'no_item')}")
# (一)关于“用水总量控制在四亿立方米以内”的问题,由县水利局会同县财政局负责落实。
QUESTION = re.compile(
    rf"(?:{ENUMERATOR})?关于“[^”]{{4,400}}”(?:、“[^”]{{2,200}}”){{0,6}}的?(?:{any_of('items', 'question')}),(?=由)"
)
# 3.建设青河湿地公园,由县林业局牵头实施,目前尚未开工。
LED_NAME = re.compile(
    rf"""
    (?:{ENUMERATOR})[^,。;:]{{4,{LONGEST_NAME}}}[,(]  # 3.建设青河湿地公园,
    (?P<led>由[^,。;:()由]{{3,60}}?(?:牵头(?:{any_of("duties", "led_to")})*  # 由县林业局牵头实施
    | (?:{any_of("items", "led_how")})(?:{any_of("duties", "led_to")})+           # 由县住建局负责建设
    | 负责(?=[。;]?$)))(?=[,。;)]|$)                                   # 改造公厕50座,由县住建局负责。
    """,
    re.VERBOSE,
)


def told_after_name(notice: Notice, text: str) -> Statement | None:
    """What stands after the question or the name that a paragraph opens with: 关于“…”的问题,由A会同B… · 3.建设公园,由A牵头实施,…"""
    if question := QUESTION.match(text):
        answer = statement(text, question.end(), len(text))
    elif (led := LED_NAME.match(text)) and not in_articles(notice):
        answer = statement(text, *led.span("led"))
    else:
        ends = None if in_articles(notice) else CLOSES.search(text)
        answer = _closing(text) if ends else None
        if answer is None and "会同" in text and not in_articles(notice):
            answer = _joint(text)
    return answer if answer is not None and answer.shares else None


def _closing(text: str) -> Statement | None:
    """The clauses that close an enumerated sentence and say who answers for what it opens with: …,A牵头,B、C协同。"""
    mark = MARK.match(text)
    if mark is None or ":" in text or "(" in text[mark.end() :]:
        return None
    first = max(text.rfind(stop, 0, len(text) - 1) for stop in "。;") + 1 or mark.end()
    closing, comma = None, len(text)
    for _ in range(MOST_CLAUSES):
        comma = text.rfind(",", first, comma)
        if comma < 0 or len(text) - comma > LONGEST_ANSWER:
            break
        answer = statement(text, comma + 1, len(text))
        if answer is not None and answer.shares and not answer.rest and _opens(text, answer):
            closing = answer
    if closing is None or closing.start - 1 - first < SHORTEST_NAME:
        return None
    name = text[first : closing.start - 1]
    return None if name.startswith(OF_ABOVE) or CLOSES.search(name) or GENERAL.search(name) else closing


def _joint(text: str) -> Statement | None:
    """由县环保局会同县发改局、县财政局研究制定 at the end of an enumerated paragraph."""
    mark, joint = MARK.match(text), JOINT.search(text)
    if mark is None or joint is None or joint.start() - mark.end() < SHORTEST_NAME:
        return None
    lead, others = unit_list(text, *joint.span("lead")), unit_list(text, *joint.span("others"))
    if lead.rest or others.rest or not lead.units:
        return None
    stated = Statement(joint.start(), len(text), aggregates=[*lead.aggregates, *others.aggregates])
    stated.shares.append(Share("牵头", joint.span("with"), False, tuple(lead.units)))
    if others.units:
        stated.shares.append(Share("会同", joint.span("with"), True, tuple(others.units)))
    return stated


def _opens(text: str, answer: Statement) -> bool:
    """Whether the units stand where the clauses begin: ,由县教育局负责 and ,县教育局负责, not ,日常工作由县教育局负责."""
    start = answer.start + text.startswith("由", answer.start)
    units = [unit for share in answer.shares for unit in share.units]
    return bool(units) and min(unit.start for unit in units) == start and not any("由" in unit.name for unit in units)


def opening_statement(text: str) -> Statement | None:
    """Who answers for the heading above, as a paragraph opens; None if it names no official: 由石磊副市长负责,市建设局牵头,市财政局配合,…."""
    by = BY_OFFICIAL.match(text) if text.startswith("由") else None
    if by is None:
        return None
    people, others = people_of(text, *by.span("who"), frozenset())
    if not people or others:
        return None
    stated = Statement(0, by.end(), [Share(by["verb"], by.span("verb"), False, (), tuple(people))])
    units = BY_UNITS.match(text, by.end())
    told = statement(text, by.end(), units.end() - 1) if units else None
    if units and told is None:
        return None
    if units and told:
        stated.end = units.end()
        stated.shares.extend(told.shares)
        stated.aggregates.extend(told.aggregates)
        stated.rest.extend(told.rest)
    return stated
