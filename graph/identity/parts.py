"""What belongs to what: bodies that name their whole, and units inside a body that do not.

In:  facts and context, or bodies with their names. Out: the parts; for each unit inside a body the body that the text around it gives.

    甲街道公共服务中心 → 甲街道; 县财政局党组 → 县财政局
    县税务局 leads a section, 信息中心 answers for a measure of it → the 信息中心 of 县税务局, not the one that stands in another section

Where nothing says whose it is, the unit is one within its notice alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extract.facts import Fact, ItemRecord, Kind, Relation
from extract.wording.reasons import Reason, reason
from graph.identity.bodies import Body
from graph.identity.clusters import BODIES, Part
from graph.identity.compare import BodyName, Family, body_name
from graph.identity.merging import INSIDE
from graph.ids import Documents, normal_name
from graph.jurisdictions import UNKNOWN, scope
from graph.lexicon import any_of, word_entries

LEADING_WORD = "牵头"
TO_ALL = {
    "政府",
    "党委",
    "政府办公",
    "党委办公",
    "人民代表大会常务委员会",
    "政协",
}  # whose papers list the units of many bodies
OPENING, CLOSING = "(（", ")）:：。；;"
ORGAN_OF_BODY = re.compile(rf"(?<=..)(?:{any_of('names', 'inner_organ')}|(?:{any_of('names', 'house_of_law')})委员会)$")
FARTHEST = 40  # characters between a bracket and a name in it
ANSWERS = {Relation.LEADS, Relation.ASSISTS}
OF_POSTS = {Relation.APPOINTED, Relation.DISMISSED, Relation.HOLDS}


@dataclass(frozen=True, slots=True)
class Whole:
    """The body that a unit belongs to: how it is printed, what its name says, and why it is that one."""

    printed: str
    name: BodyName
    why: Reason

    @property
    def where(self) -> str:
        """What tells the units of this body from those of others."""
        return INSIDE + "/".join(self.name.identity)


@cache
def _words(table: str) -> tuple[str, ...]:
    return tuple(word for entry in word_entries("inner.toml", table) for word in entry.words)


@cache
def is_inner(name: str, own: str = UNKNOWN) -> bool:
    """Whether a name is that of a unit inside a body, which it does not name: 办公室, 征收管理科; not 县财政局预算股."""
    normal = normal_name(name)
    if normal in _words("whole"):
        return True
    if not normal.endswith(_words("ending")) or len(normal) < 2 or scope(normal, own).rest != normal:
        return False
    return not any(word in normal[:-1] for word in _words("body"))


def wholes_of(
    facts: Sequence[Fact], items: Mapping[str, ItemRecord], documents: Documents, own: Mapping[str, str]
) -> dict[str, Whole | None]:
    """Mention of a unit inside a body → that body; None where nothing around it says whose it is. `items`: by mention."""
    return _Wholes(facts, items, documents, own).found()


def names_of_wholes(wholes: Iterable[Whole | None]) -> dict[tuple[str, ...], str]:
    """What a body's name says → the fullest of its names beside which its units stand: 县人民法院, not 县法院."""
    names: dict[tuple[str, ...], str] = {}
    for whole in wholes:
        if whole is not None:
            names[whole.name.identity] = max(
                names.get(whole.name.identity, ""), normal_name(whole.printed), key=lambda name: (len(name), name)
            )
    return names


class _Wholes:
    """The search for the bodies that units belong to: nearest things first."""

    def __init__(
        self, facts: Sequence[Fact], items: Mapping[str, ItemRecord], documents: Documents, own: Mapping[str, str]
    ) -> None:
        self.documents, self.own, self.items = documents, own, items
        self.facts = [fact for fact in facts if _names_inner(fact, own)]
        docs = {fact.evidence.doc for fact in self.facts}
        self.of_item: dict[str, list[Fact]] = defaultdict(list)
        self.leads: dict[tuple[str, int, str | None, str], list[Fact]] = defaultdict(list)
        self.posts: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        for fact in facts:
            if fact.evidence.doc in docs:
                self._remember(fact)

    def _remember(self, fact: Fact) -> None:
        if fact.relation in ANSWERS and fact.object.kind is Kind.TASK and fact.subject.kind in BODIES:
            item = self.documents.mention_of(fact, fact.object)
            self.of_item[item].append(fact)
            record = self.items.get(item)
            if record and record.section and _heads(fact) and not self._inner(fact):
                self.leads[record.doc, record.notice, record.annex, record.section].append(fact)
        elif fact.relation in OF_POSTS and fact.object.kind in BODIES:
            self.posts[self._notice(fact), fact.subject.name].append(fact)

    def _notice(self, fact: Fact) -> str:
        notice = self.documents.notice(fact.evidence.doc, fact.evidence.start)
        return f"{fact.evidence.doc}#{notice.start if notice else ''}"

    def _inner(self, fact: Fact) -> bool:
        return is_inner(fact.subject.name, self.own.get(fact.evidence.doc, UNKNOWN))

    def found(self) -> dict[str, Whole | None]:
        wholes: dict[str, Whole | None] = {}
        for fact in self.facts:
            for party in (fact.subject, fact.object):
                if party.kind in BODIES and is_inner(party.name, self.own.get(fact.evidence.doc, UNKNOWN)):
                    member = self.documents.mention_of(fact, party)
                    if wholes.get(member) is None:
                        answers = party is fact.subject and fact.object.kind is Kind.TASK
                        near = self._of_item(fact) if answers else self._of_official(fact, party.name)
                        wholes[member] = near or self._of_issuer(fact, party.name)
        return wholes

    def _whole(self, fact: Fact, printed: str, code: str, unit: str) -> Whole:
        printed = ORGAN_OF_BODY.sub("", normal_name(printed))  # a division is of the court, not of its committee
        named = body_name(printed, self.own.get(fact.evidence.doc, UNKNOWN))
        return Whole(printed, named, reason(code, a=unit, b=printed))

    def _of_item(self, fact: Fact) -> Whole | None:
        """Of a unit that answers for an item: what stands before its bracket or its list, who leads the item or its section."""
        unit = fact.subject.name
        item = self.documents.mention_of(fact, fact.object)
        beside = sorted(self.of_item[item], key=lambda f: f.subject.start or 0)
        before = [f for f in beside if (f.subject.end or 0) <= (fact.subject.start or 0)]
        if (outer := _before_bracket(fact, before)) is not None:
            return self._whole(fact, outer, "unit_in_brackets", unit)
        for other in reversed(before):
            if not self._inner(other):
                if (composite := _body_before(other.subject.name)) is not None:
                    return self._whole(fact, composite, "unit_in_list", unit)
                break
        own_leads = {f.subject.name for f in beside if _heads(f) and not self._inner(f)}
        if len(own_leads) == 1 and not _heads(fact):
            return self._whole(fact, own_leads.pop(), "unit_of_item", unit)
        return self._of_section(fact, item)

    def _of_section(self, fact: Fact, item: str) -> Whole | None:
        """Who leads the goal of the section, 八、纳税 or 八、纳税/goal of the row: one body."""
        record = self.items.get(item)
        parts = (record.section or "").split("/") if record else []
        for length in range(len(parts), 0, -1):
            assert record is not None, "only a record has a section"
            section = record.doc, record.notice, record.annex, "/".join(parts[:length])
            leads = {
                body_name(f.subject.name, self.own.get(record.doc, UNKNOWN)).identity: f for f in self.leads[section]
            }
            if len(leads) == 1:
                (lead,) = leads.values()
                return self._whole(fact, lead.subject.name, "unit_of_section", fact.subject.name)
            if leads:
                break
        return None

    def _of_official(self, fact: Fact, unit: str) -> Whole | None:
        """Of a unit that an official answers for or heads: the one body in which the notice gives the official a post."""
        own = self.own.get(fact.evidence.doc, UNKNOWN)
        held = [f.object.name for f in self.posts[self._notice(fact), fact.subject.name]]
        bodies = {body_name(name, own).identity[:4]: name for name in held if not is_inner(name, own)}
        bodies = {identity: name for identity, name in bodies.items() if body_name(name, own).function not in TO_ALL}
        if fact.subject.kind is not Kind.OFFICIAL or len(bodies) != 1:
            return None
        (body,) = bodies.values()
        return self._whole(fact, body, "unit_of_official", unit)

    def _of_issuer(self, fact: Fact, unit: str) -> Whole | None:
        """Of a unit in a paper that one agency issued: that agency; a government's paper lists the units of many."""
        notice = self.documents.notice(fact.evidence.doc, fact.evidence.start)
        issuer = notice.issuer if notice else None
        if not issuer or "、" in issuer:
            return None
        agency = body_name(issuer, self.own.get(fact.evidence.doc, UNKNOWN))
        if agency.function in TO_ALL or (agency.family is Family.STREET and agency.organ):
            return None
        return self._whole(fact, issuer, "unit_of_issuer", unit)


def _names_inner(fact: Fact, own: Mapping[str, str]) -> bool:
    code = own.get(fact.evidence.doc, UNKNOWN)
    return any(party.kind in BODIES and is_inner(party.name, code) for party in (fact.subject, fact.object))


def _heads(fact: Fact) -> bool:
    return fact.relation is Relation.LEADS and LEADING_WORD in (fact.role or "")


def _before_bracket(fact: Fact, before: Iterable[Fact]) -> str | None:
    """The body before the bracket in which a unit stands: 县法院（审管办）, 县法院（立案庭、办公室）."""
    evidence, start = fact.evidence, fact.subject.start
    if start is None or not evidence.start <= start < evidence.end:
        return None
    before_name = start - evidence.start - 1
    for offset in range(before_name, max(before_name - FARTHEST, -1), -1):
        if evidence.quote[offset] in CLOSING:
            return None
        if evidence.quote[offset] in OPENING:
            ends = evidence.start + offset
            outer = [f.subject for f in before if f.subject.end is not None and 0 <= ends - f.subject.end <= 1]
            return outer[-1].name if outer else None
    return None


def _body_before(name: str) -> str | None:
    """The body that a name begins with: 县法院 of 县法院民一庭; None if it is a body's own name."""
    normal = normal_name(name)
    if not normal.endswith(_words("ending")) and not normal.endswith(_words("whole")):
        return None
    ends = [match.end() for word in _words("body") for match in re.finditer(word, normal) if match.end() < len(normal)]
    return normal[: max(ends)] if ends and max(ends) > 2 else None


def parts_by_name(bodies: Sequence[Body], key_of: Mapping[str, str]) -> dict[tuple[str, str], Part]:
    """What belongs to what by its name: 党组 of an agency, 党工委 and centres of a street. `key_of`: mention → cluster key."""
    keys = keys_by_identity(bodies, key_of)
    parts: dict[tuple[str, str], Part] = {}
    for body in bodies:
        whole = None
        if body.name.organ:
            whole = keys.get((*body.name.identity[:4], ""))
        elif body.name.family is Family.BODY:
            whole = _street_before(body, keys)
        part = key_of[body.node.id]
        if whole is not None and whole != part:
            parts[part, whole] = Part(part, whole, reason("names_its_whole", a=body.node.printed))
    return parts


def parts_inside(
    bodies: Sequence[Body], wholes: Mapping[str, Whole | None], key_of: Mapping[str, str]
) -> Iterator[Part]:
    """Units inside a body that do not name it, with the body that the text around them gives."""
    keys = keys_by_identity(bodies, key_of)
    for body in bodies:
        for mention in body.node.mentions:
            known = wholes.get(mention.id)
            whole = keys.get(known.name.identity) if known else None
            if known is not None and whole is not None and whole != key_of[mention.id]:
                yield Part(key_of[mention.id], whole, known.why)
                break


def keys_by_identity(bodies: Sequence[Body], key_of: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    """What a body's name says → the cluster that bears it; a unit inside a body is found by no name."""
    keys: dict[tuple[str, ...], str] = {}
    for body in sorted(bodies, key=lambda b: b.node.id):
        if not body.node.inside:
            keys.setdefault(body.name.identity, key_of[body.node.id])
    return keys


def _street_before(body: Body, keys: Mapping[tuple[str, ...], str]) -> str | None:
    """甲街道公共服务中心 → 甲街道."""
    text = body.name.printed
    for index in range(len(text) - 1, 2, -1):
        name = body_name(text[:index], body.name.code)
        if name.family is Family.STREET and name.identity in keys and text[index - 1] in "街道镇乡区处委":
            return keys[name.identity]
    return None
