"""Further names of bodies that the texts beside the facts print: quotations, items, titles.

In:  bodies (one a name that facts carry) and texts by document. Out: for a body's node the other forms of its name, with documents.

    fact: 区人民检察院; item text: …区检察院… → 区检察院 is a further name of that body in that document
    fact: 邾城街道办事处; the same passage prints 邾城街道 → a further name

Only forms of bodies that facts name are looked for, and only forms that say the same (graph/compare.py).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from extract.facts import Context, Fact, ItemRecord, NoticeRecord
from graph.compare import BodyName, Family, body_name, wordings_of
from graph.identity import normal_name
from graph.jurisdictions import COUNTRY, chain, jurisdiction, level_words, places_ending
from graph.resolve_bodies import Body

ENDINGS_IN_FULL = {"委": ("委", "委员会"), "办": ("办", "办公室"), "局": ("局", "分局"), "中心": ("中心", "服务中心")}
STREET_FORMS = ("街", "街道", "街道办事处", "街办事处", "街道办")
TOWN_FORMS = ("镇", "镇人民政府", "镇政府")
TOWNSHIP_FORMS = ("乡", "乡人民政府", "乡政府")


def texts_of(facts: Sequence[Fact], context: Sequence[Context]) -> dict[str, list[str]]:
    """Document → its texts that stand beside the facts, folded, each once, in a fixed order."""
    found: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        found[fact.evidence.doc].add(normal_name(fact.evidence.quote))
        for more in (fact.qualifiers.title, fact.qualifiers.topic, fact.object.name):
            if more:
                found[fact.evidence.doc].add(normal_name(more))
    for record in context:
        if isinstance(record, ItemRecord):
            found[record.doc].add(normal_name(record.text))
            found[record.doc].update(normal_name(text) for text in record.aggregates)
        elif isinstance(record, NoticeRecord):
            found[record.doc].update(normal_name(text) for text in (record.title, record.issuer) if text)
    return {doc: sorted(found[doc]) for doc in sorted(found)}


def further_names(
    bodies: Sequence[Body], texts: Mapping[str, Sequence[str]], own: Mapping[str, str]
) -> dict[str, dict[str, set[str]]]:
    """Node id → further name → the documents that print it."""
    by_doc: dict[str, list[Body]] = defaultdict(list)
    for body in sorted(bodies, key=lambda b: b.node.id):
        if not body.node.where:
            for doc in body.node.docs:
                by_doc[doc].append(body)
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for doc in sorted(by_doc):
        at = own.get(doc, "")
        forms: dict[str, Body] = {}
        for body in by_doc[doc]:
            for form in forms_of(body.name, at):
                forms.setdefault(form, body)
        for body in by_doc[doc]:
            forms[body.node.normal] = body
        known = {body.node.normal for body in by_doc[doc]}
        for form, body in _printed(forms, texts.get(doc, ()), at):
            if form not in known:
                found[body.node.id][form].add(doc)
    return found


def _printed(forms: Mapping[str, Body], texts: Sequence[str], own: str) -> Iterator[tuple[str, Body]]:
    """The forms that stand in the texts, where no longer form of another body stands at the same place."""
    by_start: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        by_start[form[:2]].append(form)
    for start in by_start:
        by_start[start].sort(key=lambda f: (-len(f), f))
    seen: set[str] = set()
    for text in texts:
        for at in range(len(text) - 1):
            here = [form for form in by_start.get(text[at : at + 2], ()) if text.startswith(form, at)]
            if not here or (here[0][0] in level_words() and places_ending(text, at, own)):
                continue
            identity = forms[here[0]].name.identity
            after = text[at + len(here[0]) : at + len(here[0]) + 1]
            if forms[here[0]].name.function in {"政府", "党委"} and after in {"办", "党", "督"}:
                continue
            for form in here:
                if forms[form].name.identity == identity and form not in seen:
                    seen.add(form)
                    yield form, forms[form]


def forms_of(name: BodyName, own: str) -> Iterator[str]:
    """The forms under which a gazette of `own` can print a body: 区检察院, 区人民检察院, 新洲区人民检察院 …"""
    if name.organ or name.branch:
        return
    for prefix in _prefixes(name.code, own):
        for form in _bare_forms(name):
            whole = prefix + form
            told = len(whole) > 2 and (prefix or name.family is Family.STREET)
            if told and body_name(whole, own).identity == name.identity:
                yield whole


def _prefixes(code: str, own: str) -> Iterator[str]:
    place = jurisdiction(code)
    if place is None or code == COUNTRY:
        yield ""
        return
    line = [jurisdiction(at) for at in chain(code)]
    names = [at.name for at in line if at is not None and at.code != COUNTRY]
    yield ""
    if code in chain(own):
        yield re.sub(r".*(?=[区市县省旗州盟]$)", "", place.name)
    for length in range(1, len(names) + 1):
        yield "".join(reversed(names[:length]))


def _bare_forms(name: BodyName) -> Iterator[str]:
    if name.family is Family.STREET:
        if name.ending == "街":
            for ending in (*STREET_FORMS, *TOWN_FORMS, *TOWNSHIP_FORMS):
                yield name.function + ending
        return
    if name.function == "政府" and not name.ending:
        yield from ("政府", "人民政府")
        return
    if name.function == "党委" and not name.ending:
        yield from ("委",)
        return
    for wording in sorted({*wordings_of(name.function), name.printed, "和".join(name.parts)}):
        for ending in ENDINGS_IN_FULL.get(name.ending, (name.ending,)):
            for infix in ("", "委", "政府", "人民政府"):
                yield f"{infix}{wording}{ending}"
