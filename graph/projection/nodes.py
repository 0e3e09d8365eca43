"""Clusters and notices → nodes: officials, bodies, tasks, policies, and the documents they stand in.

In:  a corpus and its resolution. Out: nodes put into a Draft, each with the scope of the documents that speak of it.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extract.facts import Fact, Kind, NoticeRecord, Relation
from extract.names.marks import HAN
from extract.private import masked
from graph.corpus import Corpus
from graph.identity.clusters import BODIES, Cluster, Resolution
from graph.jurisdictions import UNKNOWN, jurisdiction
from graph.lexicon import any_of, categories
from graph.projection.draft import Draft
from graph.projection.elements import NodeRef
from graph.projection.evidence import Properties, Sources, dated, name_of
from graph.projection.schema import LABEL_OF_KIND

LABELS = {
    Kind.OFFICIAL: "Official",
    Kind.DEPARTMENT: "Organization",
    Kind.STREET: "Organization",
    Kind.GROUP: "Organization",
    Kind.TASK: "Task",
    Kind.PROJECT: "Project",
    Kind.TOPIC: "Topic",
    Kind.POLICY: "Policy",
    Kind.PLACE: "Place",
}
NUMBER = re.compile(
    rf"""
    ^(?P<code>[{HAN}]{{1,20}})[〔\[(（【](?P<year>(?:19|20)\d\d)年?  # 某〔2022年
    [〕\])）】]第?(?P<serial>\d{{1,5}})号$  # 〕第2号
    """,
    re.VERBOSE,
)  # 新政办〔2022〕3号
GOVERNMENT = "government"
TARGET = re.compile(
    rf"""
    [{HAN}]{{0,8}}?                                    # 增长, 新增养老床位, 完成; 1-3公里
    (?:\d[\d,.]*\d|\d)(?:[-—~至](?:\d[\d,.]*\d|\d))?(?:\s?[%‰]|个百分点|[万亿千百]*
    (?:元|人次?|户|个|项|家|件|处|座|条|张|所|套|台|辆|场|次|批|名|亩|公顷|平方米|平方公里|公里|千米|米|吨|立方米|株|天|小时|元/人))
    (?:以上|以下|{any_of("names", "bound")})?                                  # 7.8%以上
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Nodes:
    """Finds the node of a cluster, and of a notice."""

    draft: Draft
    sources: Sources
    resolution: Resolution
    phones: Mapping[str, str]
    policies: Mapping[str, Properties]
    task_years: Mapping[str, int]

    def of(self, cluster: Cluster, scope: str) -> NodeRef:
        """The node of a cluster, put in where it is not there yet, and where it lies WITHIN."""
        ref = NodeRef(LABELS[cluster.kind], cluster.key)
        if not self.draft.speaks_of(ref, scope):
            second = LABEL_OF_KIND.get(cluster.kind.value)
            self.draft.node(*ref, scope, self._properties(cluster), second)
        if ref.label in {"Organization", "Official"}:
            place = self.jurisdiction(cluster.jurisdiction, scope)
            if place is not None:
                self.draft.edge("WITHIN", ref, place, scope)
        return ref

    def jurisdiction(self, code: str, scope: str) -> NodeRef | None:
        """The node of a jurisdiction and of those above it; None for `unknown`."""
        if code == UNKNOWN:
            return None
        known = jurisdiction(code)
        properties: Properties = {"name": known.name if known else code, "level": known.level.value if known else None}
        ref = self.draft.node("Jurisdiction", code, scope, properties)
        if known and known.within:
            above = self.jurisdiction(known.within, scope)
            if above is not None:
                self.draft.edge("WITHIN", ref, above, scope)
        return ref

    def notice(self, notice: NoticeRecord) -> NodeRef:
        """The node of a notice."""
        return NodeRef("Notice", self.sources.notice_key(notice))

    def _properties(self, cluster: Cluster) -> Properties:
        name = masked(cluster.name)
        common: Properties = {
            "members": cluster.members,
            "score": cluster.score,
            "why": "\n".join(why.stored() for why in cluster.why) or None,
        }
        names = tuple(masked(use.name) for use in cluster.names)
        match cluster.kind:
            case Kind.PLACE:
                return {"name": name}
            case Kind.TASK:
                return common | {
                    "name": name,
                    "measures": targets(name),
                    "year": self.task_years.get(cluster.key),
                }
            case Kind.POLICY:
                return common | {"name": name, "names": names} | self.policies.get(cluster.key, {})
            case Kind.OFFICIAL:
                return common | {"name": name, "names": names, "homonym": cluster.homonym}
            case kind if kind in BODIES:
                return common | {
                    "name": name,
                    "names": names,
                    "names_first_seen": tuple(use.first_seen or "" for use in cluster.names),
                    "names_last_seen": tuple(use.last_seen or "" for use in cluster.names),
                    "homonym": cluster.homonym,
                    "kind": kind.value,
                    "category": category_of(cluster.name, kind),
                    "phone": self.phones.get(cluster.key),
                }
            case _:
                return common | {"name": name, "names": names}


@cache
def category_of(name: str, kind: Kind) -> str:
    """What sort of body a name means: 区财政局党组 → party, 区大数据中心 → institution, 区财政局 → government; groups and streets are their own."""
    if kind in {Kind.GROUP, Kind.STREET}:
        return kind.value
    return next((category for category, pattern in _patterns() if pattern.search(name)), GOVERNMENT)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((entry.name, re.compile(entry.pattern)) for entry in categories())


def targets(text: str) -> tuple[str, ...]:
    """The figures that an item sets: 新增养老床位200张, 增长7.8%以上."""
    return tuple(match[0] for match in TARGET.finditer(text))


def nodes_of(draft: Draft, corpus: Corpus, sources: Sources, facts: list[Fact], resolution: Resolution) -> Nodes:
    """Puts documents and notices in, and returns what finds the other nodes."""
    for doc, record in corpus.documents.records.items():
        scope = sources.scope(doc)
        properties: Properties = {
            "name": name_of(doc, corpus),
            "file": doc,
            "issue": record.issue,
            "published": record.published,
            "url": record.url,
            "jurisdiction": corpus.documents.jurisdiction(doc),
            "reading": record.reading if record.reading != "text" else None,
            "page_lines": " ".join(map(str, record.pages)) or None,  # 1 40 81: the first line of each page
        }
        draft.node("Document", sources.document_key(doc), scope, properties)
    for doc, notices in corpus.documents.notices.items():
        for notice in notices:
            _notice(draft, sources, doc, notice)
    for doc in sources.passages:
        _document(draft, sources, doc)
    return Nodes(
        draft, sources, resolution, _phones(facts, resolution), _policies(facts, resolution), _years(facts, resolution)
    )


def _document(draft: Draft, sources: Sources, doc: str) -> NodeRef:
    return draft.node("Document", sources.document_key(doc), sources.scope(doc), {"name": doc, "file": doc})


def _notice(draft: Draft, sources: Sources, doc: str, notice: NoticeRecord) -> None:
    scope = sources.scope(doc)
    properties: Properties = {
        "name": masked(notice.title) or notice.number or notice.section or doc,
        "number": notice.number,
        "issuer": notice.issuer,
        "dated": dated(notice.dated)[0],
        "dated_text": notice.dated,
        "page": notice.page,
        "section": notice.section,
        "span_start": notice.start,
        "span_end": notice.end,
    }
    ref = draft.node("Notice", sources.notice_key(notice), scope, properties)
    draft.edge("IN", ref, _document(draft, sources, doc), scope)


def _phones(facts: list[Fact], resolution: Resolution) -> dict[str, str]:
    by_key: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if fact.qualifiers.phone:
            by_key[resolution.of(fact, fact.subject).key].add(masked(fact.qualifiers.phone))
    return {key: "; ".join(sorted(phones)) for key, phones in by_key.items()}


def _years(facts: list[Fact], resolution: Resolution) -> dict[str, int]:
    years: dict[str, int] = {}
    for fact in facts:
        for party in (fact.subject, fact.object):
            if party.kind is Kind.TASK and fact.date:
                key = resolution.of(fact, party).key
                years[key] = min(years.get(key, 9999), int(fact.date[:4]))
    return years


def _policies(facts: list[Fact], resolution: Resolution) -> dict[str, Properties]:
    """Number, title, date and status of each policy, from what is said of it."""
    numbers: dict[str, set[str]] = defaultdict(set)
    titles: dict[str, set[str]] = defaultdict(set)
    dates: dict[str, set[str]] = defaultdict(set)
    ended: set[str] = set()
    for fact in facts:
        for party in (fact.subject, fact.object):
            if party.kind is Kind.POLICY:
                key = resolution.of(fact, party).key
                (numbers if NUMBER.match(party.name) else titles)[key].add(party.name)
        if fact.object.kind is Kind.POLICY:
            key = resolution.of(fact, fact.object).key
            if fact.qualifiers.number:
                numbers[key].add(fact.qualifiers.number)
            if fact.qualifiers.title:
                titles[key].add(fact.qualifiers.title)
            if fact.relation is Relation.ISSUED and fact.date:
                dates[key].add(fact.date)
            if fact.relation is Relation.REPEALS:
                ended.add(key)
    policies: dict[str, Properties] = {}
    for key in {*numbers, *titles}:
        number = min(numbers[key], default=None)
        parts = NUMBER.match(number) if number else None
        issued = min(dates[key], default=None)
        policies[key] = {
            "number": number,
            "issuer_code": parts["code"] if parts else None,
            "year": int(parts["year"]) if parts else None,
            "serial": int(parts["serial"]) if parts else None,
            "dated": dated(issued)[0],
            "dated_text": issued,
            "status": "repealed" if key in ended else "in force" if issued else "unknown",
        }
        if titles[key]:
            policies[key]["name"] = max(sorted(titles[key]), key=len)
    return policies
