"""Further names of projects that the texts print: with a place before, with 建设 or 工程, abbreviated.

In:  nodes (one a name that facts carry), texts, the places of each jurisdiction. Out: for a node the other forms of its name, with the
documents that print them.

    fact: 石桥水厂; text: …安山县石桥水厂工程… → 安山县石桥水厂工程 is a further name of that project in that document

A jurisdiction's names are looked for in one pass over each of its texts, whatever their number; another jurisdiction's are not.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import ahocorasick

from graph.identity.aliases.texts import LEAST_NAME, Text
from graph.identity.bodies import Body
from graph.identity.compare import Family
from graph.identity.items import ABBREVIATED
from graph.identity.merging import Node
from graph.jurisdictions import UNKNOWN, jurisdiction
from graph.lexicon import any_of

OWN_SITE = re.compile(rf".{{4,}}(?:{any_of('names', 'own_site')})$")  # not 中心卫生院


def further_names_of_projects(
    texts: Iterable[Text], nodes: Sequence[Node], places: Mapping[str, Iterable[str]], own: Mapping[str, str]
) -> None:
    """Adds to the projects' nodes the forms that the texts print. `places`: by jurisdiction; `own`: document → jurisdiction."""
    folded: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        folded[text.doc].append(text.folded)
    docs: dict[str, list[str]] = defaultdict(list)
    for doc in sorted(folded):
        docs[own.get(doc, UNKNOWN)].append(doc)
    groups: dict[str, list[Node]] = defaultdict(list)
    for node in sorted(nodes, key=lambda n: n.id):
        groups[node.code].append(node)
    for code, group in groups.items():
        bearers = _bearers(group, sorted(places.get(code, ())))
        if not bearers:
            continue
        names = _automaton(bearers)
        printed_in = {node.id: node.docs for node in group}
        for doc in docs[code]:
            whole = "\n".join(folded[doc])
            hits = list(names.iter(whole))
            whose: dict[str, Node | None] = {}
            for form in {form for _, form in hits}:
                here = [node for node in bearers[form] if doc in printed_in[node.id]]
                if here or not bearers[form]:
                    whose[form] = here[-1] if here else None
            for form in _standing_alone(hits, whose, len(whole)):
                if (bearer := whose[form]) is not None:
                    bearer.titles.setdefault(form, set()).add(doc)


def places_of(bodies: Iterable[Body], own: Mapping[str, str]) -> dict[str, set[str]]:
    """Jurisdiction → its name and the streets that its gazettes name: what can stand before a project's name there."""
    places: dict[str, set[str]] = defaultdict(set)
    for code in set(own.values()):
        place = jurisdiction(code)
        if place is not None:
            places[code].add(place.name)
    for body in bodies:
        if body.name.family is Family.STREET:
            for code in {own.get(doc, UNKNOWN) for doc in body.node.docs}:
                places[code].add(body.name.function)
    return places


def _bearers(nodes: Sequence[Node], places: Sequence[str]) -> dict[str, list[Node]]:
    """Form → the nodes whose further name it can be; none for a name that facts carry."""
    bearers: dict[str, list[Node]] = {node.normal: [] for node in nodes if node.normal}
    known = frozenset(bearers)
    for node in nodes:
        if len(node.normal) > LEAST_NAME:
            for form in _project_forms(node.normal, places):
                if form not in known:
                    bearers.setdefault(form, []).append(node)
    return bearers


def _automaton(names: Iterable[str]) -> ahocorasick.Automaton:
    """What finds every place of every name in one pass over a text, as (last offset, name)."""
    made = ahocorasick.Automaton()
    for name in names:
        made.add_word(name, name)
    made.make_automaton()
    return made


def _standing_alone(found: Iterable[tuple[int, str]], forms: Collection[str], length: int) -> set[str]:
    """Those of the forms that stand somewhere in a text outside every longer one; `found`: their last offsets."""
    taken = bytearray(length)
    alone: set[str] = set()
    for last, form in sorted(found, key=lambda at: (-len(at[1]), at[1], at[0])):
        start, end = last + 1 - len(form), last + 1
        if form in forms and not any(taken[start:end]):
            taken[start:end] = b"\1" * len(form)
            alone.add(form)
    return alone


def _project_forms(name: str, places: Sequence[str]) -> Iterator[str]:
    forms = {name}
    for full, short in ABBREVIATED:
        forms |= {name.replace(full, short), name.replace(short, full)}
    for form in sorted(forms):
        if "(" in form:
            forms.add(form.replace("(", "建设(", 1))
            forms.add(form.replace("建设(", "(", 1))
    for form in sorted(forms):
        forms |= {f"{form}工程", f"{form}项目", re.sub(r"(?:工程|项目)$", "", form)}
    for form in sorted(forms):
        forms |= {place + form for place in places}
        forms |= {
            bare for place in places if form.startswith(place) and OWN_SITE.match(bare := form.removeprefix(place))
        }
    yield from sorted(forms - {name, ""})
