"""Personnel notices: who was appointed to which post of which body, who left it, on which day, on what terms.

In:  a notice, or a section 人事任免 that tells of several
Out: one fact a person and post; a Doubt for a clause that names a person and a change and cannot be settled; a count
     that the notice states (等25人), beside what was found

    区人民政府于2019年4月2日发出通知,任命:雷火清同志任区发展和改革局副局长(正处级)
    → 雷火清 appointed to 区发展和改革局, role 副局长, date 2019-04-02, rank 正处级
"""

import re
from collections.abc import Iterator

from extract.document import Notice
from extract.facts import CountRecord, Doubt, Fact, Qualifiers, Relation
from extract.formats.appointments import clauses as grammar
from extract.formats.appointments.clauses import Statement
from extract.formats.appointments.counts import counted
from extract.formats.appointments.dating import dating_of, printed_days, several_days
from extract.formats.appointments.ledger import Ledger
from extract.formats.appointments.manners.charges import charge
from extract.formats.appointments.manners.columns import bodies_in, columns, known_ahead, person_between, places_in
from extract.formats.appointments.manners.elections import (
    committee_elected,
    heading_of,
    listed,
    sentence_of,
    title_above_names,
    title_then_names,
)
from extract.formats.appointments.manners.passed import is_proposal, passed
from extract.formats.appointments.manners.sending import sent_as
from extract.formats.appointments.manners.tables import rows_of
from extract.formats.appointments.parts import parts
from extract.formats.appointments.passage import Passage, passage_of
from extract.formats.appointments.unread import COUNTED, LONGEST_CLAUSE, UNREAD, is_unread_change, names_somebody
from extract.formats.appointments.verbs import GIVEN, MODE_OF_VERB, RELATION_OF
from extract.formats.scope import ELECTED, NUMBERED, PROPOSED, is_chronicle, is_personnel, personnel_blocks, places_of
from extract.names.bodies import kind_of_body
from extract.names.offices.office import Office
from extract.names.offices.shared_posts import joined_posts, posts_beside, seats_of_groups
from extract.names.offices.titles import offices
from extract.names.own_posts import own_base, own_office, own_offices

STOP = re.compile(r"[;。\n!]")
SENT = re.compile(r"发出|下发|印发")
ANNOUNCED = re.compile(r"宣布|宣读")  # 宣布县委关于任命石某同志为…的决定 is no title
BESIDE = re.compile(r"\(兼任?(?P<title>[^()]{4,30})\)")  # 任州政府副秘书长(兼州政府办公室主任)


def appointments(notice: Notice) -> Iterator[Fact | Doubt | CountRecord]:
    """Appointments and removals of a notice; nothing unless it is written as one or orders a change of a named person."""
    blocks = personnel_blocks(notice)
    if not blocks:
        if is_personnel(notice):  # a list that is a table alone
            yield from rows_of(notice, dating_of(notice)[0])
        return
    reader = _Reader(notice, passage_of(blocks))
    yield from reader.read()
    if is_personnel(notice):
        yield from rows_of(notice, reader.ledger.date)


class _Reader:
    """Reads the clauses of a personnel text in order; what holds for the next clause stands in its fields."""

    def __init__(self, notice: Notice, passage: Passage) -> None:
        self.notice, self.passage, self.text = notice, passage, passage.text
        date, self.year = dating_of(notice)
        self.ledger = Ledger(passage, date, printed_days(notice), notice.dated is not None)
        elected = bool(ELECTED.search(notice.title or ""))
        self.relation: Relation | None = Relation.APPOINTED if elected else None
        self.mode: str | None = "选举" if elected else None
        self.passing = False  # whether 免去其… in passing holds for the parts after it: 免去其甲职,乙职职务
        self.names: tuple[tuple[int, int], ...] = ()
        self.own = own_base(notice.issuers)  # whose post a bare title is
        self.body: Office | None = None  # whose body a later bare post shares
        self.elected: Office | None = None  # the committee that the text says was elected
        self.sent: Office | None = None  # where a clause has just sent its person, until the post is named
        self.label: list[Office] = []
        self.labelled: Office | None = None  # the last label, whose body a bare 委员: on the next line shares
        self.heading: Office | None = None  # a body on a line of its own, above 主任:… 副主任:…
        self.places = tuple({*places_of(notice), *places_in(self.text), *bodies_in(self.text)})
        self.above: list[Office] = []  # posts last named in this clause, for 不再兼任上述职务
        self.several = several_days(self.text)  # whether the notice dates each decision
        self.undone = False  # whether the order at hand takes back what its verb says: 不再推荐甲任…
        self.ordered = False  # whether the part at hand opens with an order of its own: 免去…
        self.unread = False  # whether a part of this clause could not be read

    def read(self) -> Iterator[Fact | Doubt | CountRecord]:
        """All facts, doubts and counts of the text."""
        start = 0
        while start < len(self.text):
            stop = STOP.search(self.text, start)
            end = stop.start() if stop else len(self.text)
            if end > start:
                self._clause(start, end)
            start = end + 1
        yield from self.ledger.facts
        yield from self.ledger.doubts
        yield from counted(self.passage, self.ledger.facts)

    def _clause(self, start: int, end: int) -> None:
        if self._is_heading(start, end):
            self.names = ()
            return
        self.ledger.clause, self.sent, self.passing = len(self.ledger.facts), None, False
        if PROPOSED.search(self.text, start, end):
            return
        if numbered := NUMBERED.match(self.text, start, end):
            self.ledger.date_above(numbered)
            return
        if not grammar.SAME_PERSON.match(self.text, start, end):
            self.names = ()
        if not listed(self.passage, start, end):
            self.label = []
        self.elected = committee_elected(self.text, start, end) or self.elected
        if self.relation and (heading := heading_of(self.passage, start, end)):
            self.heading = heading
            return
        settled, self.unread = False, False
        waiting: list[tuple[int, int]] = []  # parts without a reading, before the first that has one
        for left, right, mark in parts(self.text, start, end):
            match = grammar.MARK.match(self.text, left, right)
            left = match.end() if match else left
            if left < right:
                read = self._part(left, right, mark)
                settled = read or settled
                self.unread = self.unread or not (read or mark == ":")
                if not read:
                    waiting.append((left, right))
                if settled:
                    self._parts_unread(waiting, keep=read)
                    waiting = []
        if not settled:
            self._clause_unread(start, end)

    def _is_heading(self, start: int, end: int) -> bool:
        """Whether a clause is a title: …关于…的决定 on a line of its own, and no sentence that announces one."""
        alone = self.text[end : end + 1] != "。" and self.text[max(0, start - 1) : start] not in ("。", ";")
        match = ANNOUNCED.search(self.text, start, end)
        return alone and not match and bool(grammar.HEADING.match(self.text, start, end))

    def _clause_unread(self, start: int, end: int) -> None:
        """A clause of which nothing could be read is a doubt where it speaks of a person and a change."""
        if is_unread_change(self.text, start, end, self.relation is Relation.DISMISSED):
            self.ledger.doubt(start, end, "unread", UNREAD)

    def _parts_unread(self, waiting: list[tuple[int, int]], keep: bool) -> None:
        """A part that names a person and cannot be read: a doubt, and what follows is said of nobody before it.

        `keep`: the part after them has been read, so that the persons at hand are its own.
        """
        for start, end in waiting:
            if names_somebody(self.text, start, end):
                if not keep:
                    self.names = ()
                self.ledger.doubt(start, min(end, start + LONGEST_CLAUSE), "unread", UNREAD)

    def _part(self, start: int, end: int, mark: str) -> bool:
        """Reads one part of a clause; whether it says something that is settled (an order alone does)."""
        text = self.text
        before, part = (self.relation, self.mode), start
        if date := grammar.decision_date(text[start:end], self.year, mark == ","):
            self.ledger.printed |= {date} if is_chronicle(self.notice) else set()
            if self.several or self.notice.dated is None or SENT.search(text, start, end):
                self.ledger.date = date
            self.ledger.run, self.relation, self.mode = len(self.ledger.facts), None, None
        order = grammar.ORDER.match(text, start, end)
        self.ordered = order is not None
        if order:
            self.passing, self.undone = False, order["verb"].startswith("不再")
            self.relation, self.mode = RELATION_OF.get(order["verb"], (None, None))
            if self.relation is None:
                return True
            start = order.end()
            if start >= end:
                return True
        if mark != ":" and COUNTED.match(text, start, end):
            self.names = ()  # 任命1名科长、2名委员: of nobody named, and not of the person before
            return True
        if grammar.PROPOSES.match(text, part, end):
            if grammar.PROPOSES_ANOTHER.match(text, part, end):
                self.names = ()
            return True  # 建议免去其…职务 is no decision
        leaving = self.relation is Relation.DISMISSED
        if order and leaving and self.names:
            if self._person_of_its_own(start, end):
                return True
            if self._another(start, end) or self._same_person(start, end, True):
                self.relation, self.mode = before  # 免去其… is said in passing, the list goes on
                self.passing = True
                return True
        return self._statement(start, end, mark)

    def _person_of_its_own(self, start: int, end: int) -> bool:
        """免去A的…职务 after a decision on somebody else opens one of its own: what stands before 的 is a name."""
        for statement in grammar.statements(self.text, start, end, True):
            names = [self.text[slice(*name)] for name in statement.names]
            if all(kind_of_body(name) is None and not offices(name, 0, len(name)) for name in names):
                return self._take(statement, True)
        return False

    def _known(self) -> tuple[str, ...]:
        """Places and bodies that the notice has named for certain."""
        return known_ahead([fact.object.name for fact in self.ledger.facts], self.places)

    def _another(self, start: int, end: int) -> bool:
        """同时免去邓涛云山县教育局局长职务: a name without 的 after an appointment; a doubt if only the place tells."""
        other = person_between(self.text, start, end, self._known())
        if other is True:
            self.ledger.doubt(start, end, "unread", "name_or_body")
        return other is True or (other is not False and self._take(other, True))

    def _statement(self, start: int, end: int, mark: str) -> bool:
        text = self.text
        if lead := grammar.ASKED_FOR.match(text, start, end):
            start = lead.end()
        if aside := grammar.ASIDE.match(text, start, end):
            start = aside.end()
        said = bool(grammar.LEAVING.search(text, start, end))
        leaving = said or self.relation is Relation.DISMISSED
        if grammar.OF_NOBODY.match(text, start, end) or grammar.ASKED.search(text, start, end):
            return True  # 原…职务自然免除 names nobody; 提出辞去 is no decision
        decided = [self._take(told, told.verb == "辞去") for told in passed(text, start, end)]
        if is_proposal(text, start, end) and not self.ordered:
            return True
        if self._sent_or_moved(start, end) or self._charged(start, end) or self._leaves_above(start, end):
            return True
        takes = grammar.NO_NAME_TAKEN.match(text, start, end)
        if leaving and self.names and grammar.TAKES.match(text, start, end) and self._same_person(start, end, False):
            return True  # 免去:高翔同志县财政局副局长职务,任县审计局局长
        if self.passing and self.names and not takes and self._same_person(start, end, True):
            return True
        if any(self._take(statement, leaving) for statement in grammar.statements(text, start, end, leaving)):
            return True
        ways = grammar.statements(text, start, end, False) if leaving and not said else ()
        if any(self._take(statement, self.undone) for statement in ways):  # a list of removals is over: 田野同志挂职任…
            return True
        if not leaving and grammar.LEFT.search(text, start, end):
            return False  # A的…职务 below an order of appointments: what it says is no appointment
        return self._unspoken(start, end, mark, leaving) or any(decided)

    def _unspoken(self, start: int, end: int, mark: str, leaving: bool) -> bool:
        """What stands without a verb of its own: a row, a label, a remark, a further post of the person before."""
        text = self.text
        if self.mode == "选举" and (above := title_above_names(self.passage, start, end)):
            self.label = above
            return True
        if self.relation and (row := title_then_names(self.passage, start, end)):
            self.label, names = row
            self._elected(names)
            return True
        posts_alone = self.ordered and self.mode == "选举"  # 选出安山县人民政府县长、副县长: whom, the lines below say
        columned = self.relation and not posts_alone and not (mark == ":" and offices(text, start, end))
        beside = columns(text, start, end, self.passage.gap, self._known()) if columned else None
        if beside and self._take(beside, leaving):
            return True
        if self.names and self._same_person(start, end, leaving):
            return True
        if (named := grammar.NAMED_REMARK.match(text, start, end)) and self.ledger.qualify_named(named, end):
            return True
        if grammar.REMARK.match(text, start, end):
            if mark != ":" and (not self.unread or self.ledger.said):  # 挂职干部: is said of those below
                self.ledger.qualify(grammar.remark(text[start:end]), "试用" in text[start:end])
            return True
        if self.label and mark != ":" and self._labelled(start, end):
            return True
        if mark == ":" and self.relation:
            at = start + (text[start] == "为")
            self.label = offices(text, at, end, self.heading) if self.heading else self._offices(at, end)
            if not self.label and self.labelled is not None:  # 甲村村委会主任:丁某 / 委员:石某
                self.label = offices(text, at, end, self.labelled)
            self.labelled = self.label[0] if self.label else None
            return bool(self.label)
        if because := grammar.BECAUSE.search(text, start, end):
            self.names = grammar.names_in(text, start, because.start()) or self.names
        no_post = leaving and end - start < 10 and text.endswith("职务", start, end)
        return no_post and not offices(text, start, end - len("职务"))

    def _sent_or_moved(self, start: int, end: int) -> bool:
        """由A副局长调任B局局长 is the new post alone; 到B局挂职 waits for 任副局长 after the comma."""
        if moved := grammar.MOVED.match(self.text, start, end):
            names = grammar.names_in(self.text, *moved.span("names"))
            if names and offices(self.text, *moved.span("old")):
                return self._take(Statement(names, "", (moved.end(), end)), False)
        if sent_off := sent_as(self.text, start, end):
            self.names, mode = sent_off.names, MODE_OF_VERB.get(sent_off.verb)
            self._add(self.names, sent_off.offices, Relation.APPOINTED, mode, sent_off.title)
            return True
        sent = grammar.SENT_TO.fullmatch(self.text, start, end)
        kind = kind_of_body(sent["body"]) if sent else None
        if sent is None or kind is None:
            return False
        self.names = grammar.names_in(self.text, *sent.span("name"))
        left, right = sent.span("body")
        self.sent = Office(left, right, sent["body"], kind, "", left, left) if self.names else None
        return bool(self.names)

    def _charged(self, start: int, end: int) -> bool:
        """林某同志主持X局工作: no post is given, the body is led."""
        found = charge(self.passage, start, end, self.ledger.date)
        if found is None:
            return False
        self.names, fact = found
        self.ledger.facts.append(fact)
        return True

    def _leaves_above(self, start: int, end: int) -> bool:
        """何某同志不再兼任上述职务: the posts that this clause has named."""
        match = grammar.LEAVES_ABOVE.match(self.text, start, end) if self.ledger.said else None
        names = grammar.names_in(self.text, *match.span("names")) if match else ()
        for name in names:
            for office in self.above:
                begin = office.post_start if office.body_start is None else office.body_start
                self.ledger.fact(name, office, Relation.DISMISSED, Qualifiers(), begin, name[1])
        return bool(names)

    def _take(self, statement: Statement, leaving: bool) -> bool:
        """The facts of a statement, if its title is one."""
        found = self._offices(*statement.title)
        if not found:
            return False
        self.names = statement.names
        relation = Relation.DISMISSED if leaving else Relation.APPOINTED
        mode = MODE_OF_VERB.get(statement.verb, self.mode if self.relation is relation else None)
        mode = None if mode == "选举" and statement.verb in GIVEN else mode
        if leaving:
            resigned = "辞去" in statement.verb or self.text.startswith("辞去", statement.title[0] - len("辞去"))
            mode = "自然免除" if grammar.LAPSED.search(statement.rest) else "辞去" if resigned else None
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
        if (
            match is None or (match.end() == start and not self.ordered)
        ) and self.ledger.said:  # 王某不再担任甲市委书记,乙区党工委书记职务: as it was said before
            leaving = self.ledger.facts[-1].relation is Relation.DISMISSED
        relation = Relation.DISMISSED if leaving else Relation.APPOINTED
        mode = MODE_OF_VERB.get(verb) or ("挂任" if self.sent else None)
        if not verb and not leaving and self.ledger.said:
            mode = self.ledger.facts[-1].qualifiers.mode
        if leaving and ends and grammar.LAPSED.search(ends["rest"]):
            mode = "自然免除"
        self._add(self.names, found, relation, mode, (left, right))
        return True

    def _add(
        self,
        names: tuple[tuple[int, int], ...],
        found: list[Office],
        relation: Relation,
        mode: str | None,
        title: tuple[int, int],
    ) -> None:
        self.body = found[0]
        self.above = [*(self.above if self.ledger.said else ()), *found]
        self.ledger.add(names, found, relation, mode, title)

    def _same_sentence(self, start: int) -> bool:
        """Whether the post named last stands in the sentence at hand: 甲任A大学校长;乙不再担任校长职务."""
        return bool(self.above) and sentence_of(self.text, start, self.mode == "选举") < self.above[-1].post_start

    def _labelled(self, start: int, end: int) -> bool:
        """主任:张三 · 副主任:李四、王五 in the list of an election."""
        names = listed(self.passage, start, end)
        self._elected(names)
        return bool(names)

    def _elected(self, names: tuple[tuple[int, int], ...]) -> None:
        """Those named take each post of the label at hand, or leave it."""
        for office in self.label:
            for name in names:
                first = min(office.post_start if office.body_start is None else office.body_start, name[0])
                relation = self.relation or Relation.APPOINTED
                self.ledger.fact(name, office, relation, Qualifiers(mode=self.mode), first, name[1])

    def _offices(self, start: int, end: int) -> list[Office]:
        """The posts of a title; a bare one shares the body of the clause's first."""
        if self.sent is not None:
            return offices(self.text, start, end, self.sent)
        if shared := seats_of_groups(self.text, start, end):
            return shared
        found = joined_posts(self.text, start, end)
        for beside in BESIDE.finditer(self.text, start, end) if found else ():
            found = found + offices(self.text, *beside.span("title"))
        if not found and self.elected is not None and self.labelled is None:
            found = offices(self.text, start, end, self.elected)
        if not found and self.body is not None and (self.ledger.said or self._same_sentence(start)):
            found = posts_beside(self.text, start, end, self.body)
        found = found or own_offices(self.own, self.text, start, end)
        return found or (own_office(self.text, start, end) if is_personnel(self.notice) else [])
