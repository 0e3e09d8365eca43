"""Facts for the tests of identity: a case states only what matters."""

from itertools import count

from extract.facts import (
    Context,
    DocumentRecord,
    Evidence,
    Fact,
    ItemRecord,
    Kind,
    NoticeRecord,
    Party,
    Qualifiers,
    Relation,
)

DISTRICT = "430103"  # 长沙市天心区


def document(doc: str = "a.txt", jurisdiction: str | None = DISTRICT, published: str = "2021") -> DocumentRecord:
    return DocumentRecord(doc, sha256=f"{doc.encode().hex():0<64}"[:64], jurisdiction=jurisdiction, published=published)


class Gazette:
    """Facts of one document, each at a place of its own, in notices that the case opens."""

    def __init__(self, doc: str = "a.txt", jurisdiction: str | None = DISTRICT, published: str = "2021") -> None:
        self.doc = doc
        self.facts: list[Fact] = []
        self.context: list[Context] = [document(doc, jurisdiction, published)]
        self._place = count(100, 100)
        self._notices = 0

    def notice(self, title: str | None = None) -> "Gazette":
        start = next(self._place)
        self._notices += 1
        if self._notices > 1:
            last = self.context[-1]
            assert isinstance(last, NoticeRecord)
            self.context[-1] = NoticeRecord(last.doc, last.notice, last.start, start, title=last.title)
        self.context.append(NoticeRecord(self.doc, self._notices, start, 10**9, title=title))
        return self

    def item(self, text: str) -> "Gazette":
        self.context.insert(1, ItemRecord(self.doc, 1, next(self._place), 10**9, text))
        return self

    def add(
        self,
        relation: Relation,
        subject: tuple[Kind, str],
        thing: tuple[Kind, str],
        role: str | None = None,
        date: str | None = None,
        quote: str | None = None,
        qualifiers: Qualifiers | None = None,
        thing_at: int | None = None,
    ) -> Fact:
        at = next(self._place)
        one = Party(subject[0], subject[1], at, at + len(subject[1]))
        other_at = at + 40 if thing_at is None else thing_at
        other = Party(thing[0], thing[1], other_at, other_at + len(thing[1]))
        evidence = Evidence(self.doc, at, at + 90, at // 10, quote or f"{subject[1]} {thing[1]}")
        fact = Fact(relation, one, other, evidence, "test", role, date, qualifiers or Qualifiers())
        self.facts.append(fact)
        return fact

    def leads(
        self, unit: str, task: str, role: str = "责任单位", kind: Kind = Kind.DEPARTMENT, thing_at: int | None = None
    ) -> Fact:
        return self.add(Relation.LEADS, (kind, unit), (Kind.TASK, task), role, "2021-03-01", thing_at=thing_at)

    def names(self, *units: str, kind: Kind = Kind.DEPARTMENT) -> "Gazette":
        for number, unit in enumerate(units):
            self.leads(unit, f"第{number}项工作要做好{unit}的事情", kind=kind)
        return self

    def holds(self, official: str, body: str, post: str, date: str | None = None, kind: Kind = Kind.DEPARTMENT) -> Fact:
        return self.add(Relation.HOLDS, (Kind.OFFICIAL, official), (kind, body), post, date)

    def appointed(
        self,
        official: str,
        body: str,
        post: str,
        date: str,
        qualifiers: Qualifiers | None = None,
        kind: Kind = Kind.DEPARTMENT,
    ) -> Fact:
        return self.add(Relation.APPOINTED, (Kind.OFFICIAL, official), (kind, body), post, date, qualifiers=qualifiers)

    def dismissed(self, official: str, body: str, post: str, date: str, kind: Kind = Kind.DEPARTMENT) -> Fact:
        return self.add(Relation.DISMISSED, (Kind.OFFICIAL, official), (kind, body), post, date)
