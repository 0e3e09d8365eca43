"""The facts of a personnel text as they are read: each post a fact, remarks added where they are said.

In:  names, the offices of a title, whether they are taken or left
Out: facts and doubts, in the order of the text; a remark (以上同志试用期一年) is added to the facts that it means
"""

import re
from dataclasses import dataclass, field, replace

from extract.facts import Doubt, Fact, Kind, Party, Qualifiers, Relation
from extract.formats.appointments import clauses as grammar
from extract.formats.appointments.passage import Passage
from extract.formats.appointments.remarks import Remark, remark_in
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.dates import dates_in
from extract.names.offices.office import Office
from extract.names.offices.ranks import rank_of
from extract.names.people import is_person_name

RULE = "appointments"
SAID = {Relation.APPOINTED: "serve_as", Relation.DISMISSED: "leave", Relation.HOLDS: "sits"}
LONGEST_QUOTE = 300
PARENTHESES = re.compile(r"(?:\([^()]*\))+")
NO_BODY = re.compile(
    rf"""
    {any_of("decisions", "no_body")}|[长任]代理|(?:{any_of("decisions", "moves", "quits")})(?!务)|成为  # 当选, 代理
    | [|│｜]|以(?=[省市县区常副])                                               # | , 丁某以|市长的身份
    """,
    re.VERBOSE,
)  # words that no body's name holds: the border was lost
CONCURRENT = re.compile(r"兼")
Spans = tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Ledger:
    """Facts and doubts so far, and which of them a later remark may mean."""

    passage: Passage
    date: str | None
    printed: frozenset[str] = frozenset()  # the full dates that the text prints, of which an election may be dated
    dated: bool = False  # whether the notice itself has a day, so that one after a decision says nothing new
    facts: list[Fact] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    clause: int = 0  # index of the first fact of this clause
    run: int = 0  # index of the first fact that a remark of its own (以上同志试用期一年) means
    decided: int = 0  # index of the first fact that no day in parentheses has dated yet

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.passage.text

    @property
    def said(self) -> bool:
        """Whether this clause has stated a fact."""
        return len(self.facts) > self.clause

    def open_clause(self) -> None:
        """What follows is of the next clause."""
        self.clause = len(self.facts)

    def open_entry(self, day: str | None) -> None:
        """What follows is told under another entry of a chronicle: no day of the entry before it holds."""
        self.date, self.run = day, len(self.facts)
        self.printed |= {day} if day and len(day) == len("2022-01-08") else set()

    def open_decision(self, date: str, *, of_decision: bool, is_printed: bool) -> None:
        """What follows is decided on a day that the text prints; `of_decision`: it is the day of the facts, not only printed."""
        if is_printed:
            self.printed |= {date}
        if of_decision:
            self.date = date
        self.run = len(self.facts)

    def doubt(self, start: int, end: int, rule: str, code: str) -> None:
        """A doubt about a cleaned span, by its code in extract/wording/reasons.toml."""
        self.doubts.append(Doubt(self.passage.evidence(start, end, start), f"{RULE}.{rule}", code))

    def date_above(self, numbered: re.Match[str]) -> None:
        """The day in parentheses after a decision is that of the facts since the decision before it."""
        dates = dates_in(numbered["day"], int(numbered["year"]))
        for index in range(self.decided, len(self.facts)) if dates and not self.dated else ():
            self.facts[index] = replace(self.facts[index], date=dates[0][2])
        self.decided = len(self.facts)

    def add(
        self, names: Spans, found: list[Office], relation: Relation, mode: str | None, title: tuple[int, int]
    ) -> None:
        """A fact for each name and office, with the remarks that stand in parentheses after them."""
        if any(NO_BODY.search(office.body) for office in found):  # where one border was lost, no post is sure
            self.doubt(min(names[0][0], title[0]), max(names[-1][1], title[1]), "unread", "change_unread")
            return
        stated = Remark()
        for match in PARENTHESES.finditer(self.text, *title):
            stated = stated.joined(remark_in(match[0].strip("()")))
        beside = False
        for index, office in enumerate(found):
            begin = office.post_start if office.body_start is None else office.body_start
            before = found[index - 1].post_end if index else title[0]
            rank_end = found[index + 1].post_start if index + 1 < len(found) else title[1]
            behind = PARENTHESES.match(self.text, office.post_end, rank_end)
            beside = beside or bool(CONCURRENT.search(self.text, min(before, begin), begin))
            own = mode or ("兼任" if beside else None)
            acting = office.post.startswith("代") and not office.post.startswith("代表")
            if own is None and (acting or self.text.endswith("代理", 0, begin)):
                own = "代理"
            remark = remark_in(behind[0].strip("()")) if behind else Remark()
            qualifiers = Qualifiers(
                rank=rank_of(self.text, office.post_end, behind.end()) if behind else None,
                probation=stated.probation,
                mode=own or remark.mode or (stated.mode if stated.mode == "挂任" else None),
                term=stated.term,
                effective=stated.effective,
            )
            for name in names:
                of_person = qualifiers
                if aside := PARENTHESES.match(self.text, name[1], begin):  # 李明远(正部长级)为…, 李明远(兼)为…
                    rank = qualifiers.rank or rank_of(self.text, *aside.span())
                    own_mode = qualifiers.mode or ("兼任" if grammar.ALSO.search(aside[0]) else None)
                    of_person = replace(qualifiers, rank=rank, mode=own_mode)
                first, last = min(name[0], begin), max(name[1], behind.end() if behind else office.post_end)
                self.fact(name, office, relation, of_person, first, last)

    def fact(
        self,
        name: tuple[int, int],
        office: Office,
        relation: Relation,
        qualifiers: Qualifiers,
        start: int,
        end: int,
    ) -> None:
        """One post taken or left; a doubt where name and post stand too far apart for a quotation."""
        if self.passage.length(start, end) > LONGEST_QUOTE:
            evidence = self.passage.evidence(start, start + 200, name[0])
            self.doubts.append(Doubt(evidence, f"{RULE}.far", "post_too_far"))
            return
        if NO_BODY.search(office.body) or _is_person(office.body):
            self.doubt(min(start, name[0]), end, "unread", "change_unread")
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
                f"{RULE}.{SAID[relation]}",
                office.post,
                self.date if qualifiers.mode != "选举" or self.date in self.printed else None,
                qualifiers,
            )
        )

    def qualify_named(self, named: re.Match[str], end: int) -> bool:
        """其中杜鹃、袁野试用期一年: for each fact of those named, if all of them are appointed in this notice."""
        spans = grammar.names_in(self.text, *named.span("names"))
        names = {self.passage.party(Kind.OFFICIAL, *span).name for span in spans}
        remark = remark_in(self.text[named.end() : end])
        taken = {fact.subject.name for fact in self.facts if fact.relation is Relation.APPOINTED}
        if not names or not names <= taken or not remark:
            return False
        for index, fact in enumerate(self.facts):
            if fact.relation is Relation.APPOINTED and fact.subject.name in names:
                probation = fact.qualifiers.probation or remark.probation
                self.facts[index] = replace(fact, qualifiers=replace(fact.qualifiers, probation=probation))
        return True

    def qualify(self, said: Remark, of_probation: bool, start: int) -> None:
        """Adds a remark that is a part or a clause of its own, from `start`, to the facts that it means.

        A probation is of nobody who leaves; 挂职 after a person in a line is of nobody in the lines above.
        """
        first = self.run if said.of_all or self.clause == len(self.facts) else self.clause
        line = self.passage.evidence(start, start + 1).line if said.mode == "挂任" and not said.of_all else None
        own = {index for index in range(first, len(self.facts)) if self.facts[index].evidence.line == line}
        for index in sorted(own) or range(first, len(self.facts)):
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


def _is_person(body: str) -> bool:
    """免去李某副院长职务 after another person's: a name stands where a body would."""
    return kind_of_body(body) is None and is_person_name(body) and not body.endswith(("村", "社区"))
