"""What is said of the person at hand: duties, the text after a label, titles below the name.

In:  what is remembered, and a line. Out: facts of the person at hand; none, or a doubt, where nobody is.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.clean import Text
from extract.facts import Fact
from extract.facts import Kind as PartyKind
from extract.formats.divisions.duties.clauses import Duties, Official, duties_of
from extract.formats.divisions.labels import Kind, Label
from extract.formats.divisions.lines import has_gap
from extract.formats.divisions.naming import bare_name
from extract.formats.divisions.reading.looks import until_now
from extract.formats.divisions.reading.memory import Memory, Read, Setting, of_nobody, unread
from extract.lexicon import any_of
from extract.names.marks import HAN
from extract.names.offices.posts import is_bare_post
from extract.names.persons.titled import Titled, evidence_of, holds

ALSO = re.compile(r"(?<=[,;。])(?:同时|并|还)?兼任?(?P<title>[^,;。兼]{3,40})(?=[,;。]|$)")
OF_SECTION = re.compile(r"(?:[科股处室部所]|中心)$")
# 职责:总林长负责全县森林资源保护发展工作: what holders of a seat do is no duty of the person who stands above
OF_ANOTHER = re.compile(
    rf"(?P<seat>(?P<chief>副?总?(?:河湖|[河湖林田路链])长)|[{HAN}]{{2,10}}?)(?:{any_of('portfolios', 'other_does')})"
)


def heads_section(setting: Setting, text: Text, person: Titled, body: int) -> bool:
    """Whether a name line says who heads a section, below which the section's work stands: 法规股　股长:石某 / 负责法规宣传.

    So on a page of sections; elsewhere where layout sets the section apart as a heading and no duty follows on its line.
    """
    if not person.offices or not all(OF_SECTION.search(office.body) for office in person.offices):
        return False
    first = person.offices[0]
    apart = first.body_end == first.post_start and first.post_start < person.name_start
    return setting.sections or (apart and body >= len(text) and has_gap(text, first.post_start))


def duties(setting: Setting, memory: Memory, text: Text, start: int, stop: int | None = None) -> list[Fact]:
    """The facts of text[start:stop], said of the person at hand."""
    if memory.official is None or start >= len(text):
        return []
    given = Duties(setting.document, setting.date, setting.wording, memory.official, memory.heading)
    return [*duties_of(given, text, start, stop), *_besides(setting, memory.official, text, start, stop)]


def _besides(setting: Setting, official: Official, text: Text, start: int, stop: int | None) -> Iterator[Fact]:
    """负责公安、司法工作,兼任县公安局局长: a post among the duties."""
    if text.text.find("兼", start, stop) < 0:
        return
    for also in ALSO.finditer(text.text, start, len(text) if stop is None else stop):
        held = tuple(setting.house.offices(text.text, *also.span("title")))
        if held and held[-1].post_end == also.end("title") and held[0].kind is not PartyKind.GROUP:
            yield from said_of(setting, official, text, Titled(also.start("title"), also.start("title") + 1, held))


def labelled(setting: Setting, memory: Memory, text: Text, label: Label) -> Read:
    """职务:县长 · 工作分工:负责财政… · 联系单位 · 姓名:王某某 · 简历."""
    has_text = label.body < len(text)
    if label.kind is Kind.NAME:
        return _named(setting, memory, text.part(label.body, len(text))) if has_text else (memory, [])
    if label.kind is Kind.POST and has_text:
        return titles_below(setting, memory, text, label.body, len(text))
    if label.kind is Kind.DUTY:
        return _duty_label(setting, memory, text, label)
    memory = replace(memory, heading=None)
    return titles_now(setting, memory, text, label.body) if label.kind is Kind.LIFE else (memory, [])


def _named(setting: Setting, memory: Memory, name: Text) -> Read:
    """What stands after 姓名:."""
    person = bare_name(name)
    doubts = [unread(setting, name.span(0, len(name)))] if person is None else []
    return memory.opened(setting.document, name, person), [*doubts]


def _duty_label(setting: Setting, memory: Memory, text: Text, label: Label) -> Read:
    """工作分工:负责财政…: the verb of the label holds for what follows, on its line or below it."""
    announced = replace(memory.entitled(), heading=label.verb, listed=False)
    has_text = label.body < len(text)
    another = OF_ANOTHER.match(text.text, label.body)
    if another and (another["chief"] or is_bare_post(text.text, *another.span("seat"))):
        return announced, [of_nobody(setting, text)]
    if has_text and memory.official is not None:
        told = duties(setting, announced, text, label.body)
        return replace(announced, heading=label.verb or None, listed=True), [*told]
    if has_text and memory.person.unread:
        return announced, [of_nobody(setting, text)]
    return announced, []


def titles_below(setting: Setting, memory: Memory, text: Text, start: int, end: int) -> Read:
    """The titles of a line below the person's name."""
    if memory.official is None:
        return memory, []
    titles = Titled(start, start + 1, tuple(setting.house.offices(text.text, start, end)))
    return memory.entitled(), [*said_of(setting, memory.official, text, titles)]


def titles_now(setting: Setting, memory: Memory, text: Text, start: int) -> Read:
    """The titles that a life tells of today, said of the person at hand: 2019年3月至今任县教育局局长."""
    today = until_now(text.text, start)
    return titles_below(setting, memory, text, *today) if today else (memory, [])


def said_of(setting: Setting, official: Official, text: Text, titles: Titled) -> Iterator[Fact]:
    """The titles of a text, said of a person."""
    for fact in holds(setting.document, text, titles, setting.date, "divisions.titles"):
        spans = [official.span, (fact.evidence.start, fact.evidence.end)]
        evidence = evidence_of(setting.document, spans, official.span[0])
        yield replace(fact, subject=official.party, evidence=evidence)
