"""Personnel notices: who was appointed to which post of which body, who left it, on which day, on what terms.

In:  a notice, or a section 人事任免 that tells of several
Out: one fact a person and post; a Doubt for a clause that names a person and a change and cannot be settled; a count
     that the notice states (等25人), beside what was found

    区人民政府于2019年4月2日发出通知,任命:雷火清同志任区发展和改革局副局长(正处级)
    → 雷火清 appointed to 区发展和改革局, role 副局长, date 2019-04-02, rank 正处级
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.document import Notice
from extract.facts import CountRecord, Doubt, Fact, Kind, Party, Qualifiers, Relation
from extract.formats.appointments import clauses as grammar
from extract.formats.appointments.clauses import Remark, Statement
from extract.formats.appointments.columns import columns, known_ahead, person_between
from extract.formats.appointments.counts import counted
from extract.formats.appointments.elections import heading_of, listed, title_above_names, title_then_names
from extract.formats.appointments.passage import Passage, passage_of
from extract.formats.appointments.tables import rows_of
from extract.formats.appointments.verbs import MODE_OF_VERB, RELATION_OF
from extract.formats.scope import (
    ELECTED,
    NUMBERED,
    PROPOSED,
    is_personnel,
    personnel_blocks,
    places_of,
    year_of,
)
from extract.names.bodies import kind_of_body
from extract.names.dates import dates_in
from extract.names.marks import HAN
from extract.names.offices import Office, offices, rank_of

RULE = "appointments"
STOP = re.compile(r"[;。\n!]")
CHANGE = re.compile(rf"免去(?!其|他|她)[^,;。]{{6,}}|[{HAN}·]{{2,8}}同志(?!们)|任命|不再担任|挂任|当选")
LISTED_REMOVAL = re.compile(r"职务(?:\([^()]*\))?$")  # below 免去: 宝音德力格尔旗农牧局局长职务
SENT = re.compile(r"发出|下发|印发")
DATED = re.compile(r"(\d{4}年\d{1,2}月\d{1,2}日|(?<!\d)\d{1,2}月\d{1,2}日)[^。;\n]{0,40}?(?:通知|决定|任命|免去|通过)")
SETTLED = re.compile(
    r"名单$|如下|请示|收悉|相关同志|有关同志|相关人员|原任职务|原有职务|其他职务|下列|以下|上述|以上|任免职|任免|宪法|法律|规定|条例"
)
LONGEST_QUOTE = 300
PARENTHESES = re.compile(r"(?:\([^()]*\))+")
CONCURRENT = re.compile(r"兼")
BESIDE = re.compile(r"\(兼任?(?P<title>[^()]{4,30})\)")  # 任州政府副秘书长(兼州政府办公室主任)


def appointments(notice: Notice) -> Iterator[Fact | Doubt | CountRecord]:
    """Appointments and removals of a notice; nothing unless it is written as one or orders a change of a named person."""
    blocks = personnel_blocks(notice)
    if not blocks:
        return
    reader = _Reader(notice, passage_of(blocks))
    yield from reader.read()
    if is_personnel(notice):
        yield from rows_of(notice, reader.date)


class _Reader:
    """Reads the clauses of a personnel text in order; what holds for the next clause stands in its fields."""

    def __init__(self, notice: Notice, passage: Passage) -> None:
        self.notice = notice
        self.document = notice.document
        self.passage = passage
        self.text = passage.text
        self.year = int(notice.dated[:4]) if notice.dated else year_of(notice) or self.document.year
        self.date = notice.dated or self._adopted()
        elected = bool(ELECTED.search(notice.title or ""))
        self.relation: Relation | None = Relation.APPOINTED if elected else None
        self.mode: str | None = "选举" if elected else None
        self.names: tuple[tuple[int, int], ...] = ()
        self.body: Office | None = None  # whose body a later bare post shares
        self.sent: Office | None = None  # where a clause has just sent its person, until the post is named
        self.label: list[Office] = []
        self.heading: Office | None = None  # a body on a line of its own, above 主任:… 副主任:…
        self.facts: list[Fact] = []
        self.doubts: list[Doubt] = []
        self.places = places_of(notice)
        self.several = len(set(DATED.findall(self.text))) > 1  # whether the notice dates each decision
        self.decided = 0  # index of the first fact that no day in parentheses has dated yet
        self.clause = 0  # index of the first fact of this clause
        self.unread = (
            False  # whether a part of this clause could not be read, so that a remark behind it is not another's
        )
        self.run = 0  # index of the first fact that a remark of its own (以上同志试用期一年) means

    def read(self) -> Iterator[Fact | Doubt | CountRecord]:
        """All facts, doubts and counts of the text."""
        start = 0
        while start < len(self.text):
            stop = STOP.search(self.text, start)
            end = stop.start() if stop else len(self.text)
            if end > start:
                self._clause(start, end)
            start = end + 1
        yield from self.facts
        yield from self.doubts
        yield from counted(self.passage, self.facts)

    def _adopted(self) -> str | None:
        """The date in the line under a decision's title: (2022年6月24日…通过)."""
        for block in self.notice.blocks[:6]:
            text = block.text.text
            if text.startswith("(") and (date := grammar.decision_date(text, self.document.year)):
                return date
        return None

    def _clause(self, start: int, end: int) -> None:
        if grammar.HEADING.match(self.text, start, end):
            self.names = ()
            return
        self.clause, self.sent = len(self.facts), None
        if PROPOSED.search(self.text, start, end):
            return
        if numbered := NUMBERED.match(self.text, start, end):
            self._date_above(numbered)
            return
        if not grammar.SAME_PERSON.match(self.text, start, end):
            self.names = ()
        if not listed(self.passage, start, end):
            self.label = []
        if self.relation and (heading := heading_of(self.passage, start, end)):
            self.heading = heading
            return
        settled, self.unread = False, False
        for left, right, mark in grammar.parts(self.text, start, end):
            match = grammar.ENUMERATOR.match(self.text, left, right)
            left = match.end() if match else left
            if left < right:
                read = self._part(left, right, mark)
                settled = read or settled
                self.unread = self.unread or not (read or mark == ":")
        clause = self.text[start:end]
        change = CHANGE.search(clause) or (self.relation is Relation.DISMISSED and LISTED_REMOVAL.search(clause))
        if not settled and change and not SETTLED.search(clause) and len(clause) < 200:
            evidence = self.passage.evidence(start, end, start)
            self.doubts.append(Doubt(evidence, f"{RULE}.unread", "change_unread"))

    def _date_above(self, numbered: re.Match[str]) -> None:
        """The day in parentheses behind a decision is that of the facts since the decision before it."""
        found = dates_in(numbered["day"], int(numbered["year"]))
        for index in range(self.decided, len(self.facts)) if found and self.notice.dated is None else ():
            self.facts[index] = replace(self.facts[index], date=found[0][2])
        self.decided = len(self.facts)

    def _part(self, start: int, end: int, mark: str) -> bool:
        """Reads one part of a clause; whether it says something that is settled (an order alone does)."""
        text = self.text
        listed = self.relation, self.mode
        if date := grammar.decision_date(text[start:end], self.year, mark == ","):
            if self.several or self.notice.dated is None or SENT.search(text, start, end):
                self.date = date
            self.run, self.relation, self.mode = len(self.facts), None, None
        if order := grammar.ORDER.match(text, start, end):
            if order["verb"] in RELATION_OF:
                self.relation, self.mode = RELATION_OF[order["verb"]]
            else:
                self.relation, self.mode = None, None
                return True
            if start != order.end():
                start = order.end()
            if start >= end:
                return True
        leaving = self.relation is Relation.DISMISSED
        if order and leaving and self.names and (self._another(start, end) or self._same_person(start, end, True)):
            self.relation, self.mode = listed  # 免去其… is said in passing, the list goes on
            return True
        return self._statement(start, end, mark)

    def _known(self) -> tuple[str, ...]:
        """Places and bodies that the notice has named for certain."""
        return known_ahead([fact.object.name for fact in self.facts], self.places)

    def _another(self, start: int, end: int) -> bool:
        """同时免去邓涛云山县教育局局长职务: a name without 的 behind an appointment; a doubt if only the place tells."""
        other = person_between(self.text, start, end, self._known())
        if other is True:
            evidence = self.passage.evidence(start, end, start)
            self.doubts.append(Doubt(evidence, f"{RULE}.unread", "name_or_body"))
        return other is True or (other is not False and self._take(other, True))

    def _statement(self, start: int, end: int, mark: str) -> bool:
        text = self.text
        if aside := grammar.ASIDE.match(text, start, end):
            start = aside.end()
        said = bool(grammar.LEAVING.search(text, start, end))
        leaving = said or self.relation is Relation.DISMISSED
        if self._sent_or_moved(start, end):
            return True
        if leaving and self.names and grammar.TAKES.match(text, start, end) and self._same_person(start, end, False):
            return True  # 免去:高翔同志县财政局副局长职务,任县审计局局长
        for statement in grammar.statements(text, start, end, leaving):
            if self._take(statement, leaving):
                return True
        if leaving and not said:  # a list of removals is over: 田野同志挂职任…
            for statement in grammar.statements(text, start, end, False):
                if self._take(statement, False):
                    return True
        if self.mode == "选举" and (above := title_above_names(self.passage, start, end)):
            self.label = above
            return True
        if self.mode == "选举" and (row := title_then_names(self.passage, start, end)):
            self.label, names = row
            self._elected(names)
            return True
        beside = columns(text, start, end, self.passage.gap, self._known()) if self.relation else None
        if beside and self._take(beside, leaving):
            return True
        if self.names and self._same_person(start, end, leaving):
            return True
        if (named := grammar.NAMED_REMARK.match(text, start, end)) and self._qualify_named(named, end):
            return True
        if grammar.REMARK.match(text, start, end):
            if not self.unread or len(self.facts) > self.clause:
                self._qualify(grammar.remark(text[start:end]), "试用" in text[start:end])
            return True
        if self.label and mark != ":" and self._labelled(start, end):
            return True
        if mark == ":" and self.relation is Relation.APPOINTED:
            at = start + (text[start] == "为")
            self.label = offices(text, at, end, self.heading) if self.heading else self._offices(at, end)
            return bool(self.label)
        if because := grammar.BECAUSE.search(text, start, end):
            self.names = grammar.names_in(text, start, because.start()) or self.names
        no_post = leaving and end - start < 10 and text.endswith("职务", start, end)
        return no_post and not offices(text, start, end - len("职务"))

    def _sent_or_moved(self, start: int, end: int) -> bool:
        """由A副局长调任B局局长 is the new post alone; 到B局挂职 waits for 任副局长 behind the comma."""
        if moved := grammar.MOVED.match(self.text, start, end):
            names = grammar.names_in(self.text, *moved.span("names"))
            if names and offices(self.text, *moved.span("old")):
                return self._take(Statement(names, "", (moved.end(), end)), False)
        sent = grammar.SENT_TO.fullmatch(self.text, start, end)
        kind = kind_of_body(sent["body"]) if sent else None
        if sent is None or kind is None:
            return False
        self.names = grammar.names_in(self.text, *sent.span("name"))
        left, right = sent.span("body")
        self.sent = Office(left, right, sent["body"], kind, "", left, left) if self.names else None
        return bool(self.names)

    def _take(self, statement: Statement, leaving: bool) -> bool:
        """The facts of a statement, if its title is one."""
        found = self._offices(*statement.title)
        if not found:
            return False
        self.names = statement.names
        relation = Relation.DISMISSED if leaving else Relation.APPOINTED
        mode = MODE_OF_VERB.get(statement.verb, self.mode if self.relation is relation else None)
        mode = ("自然免除" if grammar.LAPSED.search(statement.rest) else None) if leaving else mode
        self._add(statement.names, found, relation, mode, statement.title)
        return True

    def _same_person(self, start: int, end: int, leaving: bool) -> bool:
        """免去其…职务, 兼任…, a further post after a comma: said of the persons named before."""
        match = (grammar.NO_NAME_LEFT if leaving else grammar.NO_NAME_TAKEN).match(self.text, start, end)
        verb = "" if match is None or leaving else match["verb"]
        left = match.end() if match else start
        ends = grammar.POST_ENDS.search(self.text, left, end)
        right = ends.start() if ends else end
        found = [] if "同志" in self.text[left:right] else self._offices(left, right)
        if not found or (match is None and kind_of_body(found[0].body) is None):
            return False
        relation = Relation.DISMISSED if leaving else Relation.APPOINTED
        mode = MODE_OF_VERB.get(verb) or ("挂任" if self.sent else None)
        if not verb and not leaving and len(self.facts) > self.clause:
            mode = self.facts[-1].qualifiers.mode
        if leaving and ends and grammar.LAPSED.search(ends["rest"]):
            mode = "自然免除"
        self._add(self.names, found, relation, mode, (left, right))
        return True

    def _labelled(self, start: int, end: int) -> bool:
        """主任:张三 · 副主任:李四、王五 in the list of an election."""
        names = listed(self.passage, start, end)
        self._elected(names)
        return bool(names)

    def _elected(self, names: tuple[tuple[int, int], ...]) -> None:
        """Those named hold each post of the label at hand."""
        for office in self.label:
            for name in names:
                first = min(office.post_start if office.body_start is None else office.body_start, name[0])
                self._fact(name, office, Relation.APPOINTED, Qualifiers(mode=self.mode), first, name[1])

    def _offices(self, start: int, end: int) -> list[Office]:
        if self.sent is not None:
            return offices(self.text, start, end, self.sent)
        found = offices(self.text, start, end)
        for beside in BESIDE.finditer(self.text, start, end) if found else ():
            found = found + offices(self.text, *beside.span("title"))
        if not found and self.body is not None and len(self.facts) > self.clause:
            found = offices(self.text, start, end, self.body)
        return found

    def _add(
        self,
        names: tuple[tuple[int, int], ...],
        found: list[Office],
        relation: Relation,
        mode: str | None,
        title: tuple[int, int],
    ) -> None:
        self.body = found[0]
        said = Remark()
        for match in PARENTHESES.finditer(self.text, *title):
            said = said.joined(grammar.remark(match[0].strip("()")))
        for index, office in enumerate(found):
            begin = office.post_start if office.body_start is None else office.body_start
            before = found[index - 1].post_end if index else title[0]
            rank_end = found[index + 1].post_start if index + 1 < len(found) else title[1]
            behind = PARENTHESES.match(self.text, office.post_end, rank_end)
            own = mode
            if own is None and CONCURRENT.search(self.text, min(before, begin), begin):
                own = "兼任"
            if own is None and office.post.startswith("代") and not office.post.startswith("代表"):
                own = "代理"
            remark = grammar.remark(behind[0].strip("()")) if behind else Remark()
            qualifiers = Qualifiers(
                rank=rank_of(self.text, office.post_end, behind.end()) if behind else None,
                probation=said.probation,
                mode=own or remark.mode or (said.mode if said.mode == "挂任" else None),
                term=said.term,
                effective=said.effective,
            )
            for name in names:
                ranked = qualifiers
                if aside := PARENTHESES.match(self.text, name[1], begin):  # 李明远(正部长级)为…
                    ranked = replace(qualifiers, rank=qualifiers.rank or rank_of(self.text, *aside.span()))
                self._fact(name, office, relation, ranked, name[0], behind.end() if behind else office.post_end)

    def _fact(
        self,
        name: tuple[int, int],
        office: Office,
        relation: Relation,
        qualifiers: Qualifiers,
        start: int,
        end: int,
    ) -> None:
        if self.passage.length(start, end) > LONGEST_QUOTE:
            evidence = self.passage.evidence(start, start + 200, name[0])
            self.doubts.append(Doubt(evidence, f"{RULE}.far", "post_too_far"))
            return
        body = Party(office.kind, office.body)
        if office.body_start is not None and office.body_end is not None:
            body = self.passage.party(office.kind, office.body_start, office.body_end)
        self.facts.append(
            Fact(
                relation,
                self.passage.party(Kind.OFFICIAL, *name),
                body,
                self.passage.evidence(start, end, name[0]),
                f"{RULE}.{'leave' if relation is Relation.DISMISSED else 'serve_as'}",
                office.post,
                self.date,
                qualifiers,
            )
        )

    def _qualify_named(self, named: re.Match[str], end: int) -> bool:
        """其中杜鹃、袁野试用期一年: for each fact of those named, if all of them are appointed in this notice."""
        spans = grammar.names_in(self.text, *named.span("names"))
        names = {self.passage.party(Kind.OFFICIAL, *span).name for span in spans}
        said = grammar.remark(self.text[named.end() : end])
        taken = {fact.subject.name for fact in self.facts if fact.relation is Relation.APPOINTED}
        if not names or not names <= taken or not said:
            return False
        for index, fact in enumerate(self.facts):
            if fact.relation is Relation.APPOINTED and fact.subject.name in names:
                probation = fact.qualifiers.probation or said.probation
                self.facts[index] = replace(fact, qualifiers=replace(fact.qualifiers, probation=probation))
        return True

    def _qualify(self, said: Remark, of_probation: bool) -> None:
        """Adds a remark that is a part or a clause of its own to the facts that it means; a probation is nobody's who leaves."""
        first = self.run if said.of_all or self.clause == len(self.facts) else self.clause
        for index in range(first, len(self.facts)):
            fact, old = self.facts[index], self.facts[index].qualifiers
            taken = fact.relation is Relation.APPOINTED
            new = replace(old, effective=old.effective or said.effective) if taken or not of_probation else old
            if taken:
                new = replace(
                    new,
                    probation=old.probation or said.probation,
                    term=old.term or said.term,
                    mode=old.mode or said.mode,
                )
            self.facts[index] = replace(fact, qualifiers=new)
