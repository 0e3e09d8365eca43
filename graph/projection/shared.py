"""What several jurisdictions speak of, and the one way in which what each says of it is put together.

In:  the nodes and relationships that each jurisdiction's documents give alone. Out: those that a document alone gives told from those that others
     may give too, and of several sayings about one thing one node or relationship, whatever their order.

    a national law that two districts cite, 市财政局 in the lists of two districts, the post of a mayor → one node with the names and mentions of both
    an item, a notice, the relationship of a fact → of its document, and so of one jurisdiction

The scope of what is put together is the first of the jurisdictions that speak of it. Of what only one of them can be right about, that
jurisdiction's own documents come first whose body, person or text it is, then the others in the order of their codes.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from extract.wording.reasons import reason
from graph.jurisdictions import jurisdiction
from graph.projection.elements import Edge, Node, NodeRef, Value
from graph.projection.schema import EDGES

OF_ONE_DOCUMENT = {"Document", "Notice", "Item", "Figure"}
SHARED = "shared"  # the scope of what no single jurisdiction's documents give
SHARED_FINDINGS = ("homonym:",)
BETWEEN_TENURES = ">"  # stands in the key of a tenure, and so in that of a conflict of two
BY_NAME = "part:"  # the key of a PART_OF that names alone put together
STATUS = ("repealed", "in force", "unknown")  # of a policy: what is known best comes first
NAMES = ("names", "names_first_seen", "names_last_seen")
NUMBER = ("number", "issuer_code", "year", "serial")
DATED = ("dated", "dated_text")
UNITED = ("members", "measures")
Properties = Mapping[str, Value]


def of_one_document(label: str, key: str) -> bool:
    """Whether a node can come from the documents of one jurisdiction only: its key names a document, or mentions and facts of one."""
    if label == "Finding":
        return not key.startswith(SHARED_FINDINGS) and BETWEEN_TENURES not in key
    return label in OF_ONE_DOCUMENT


def edge_of_one_document(kind: str, key: str, start: NodeRef) -> bool:
    """Whether a relationship can come from the documents of one jurisdiction only: it is of a fact, or leaves what is of one document."""
    if EDGES[kind].key == "fact_id":
        return not key.startswith(BY_NAME)
    return of_one_document(*start)


def one_node(several: Iterable[Node]) -> Node:
    """What several jurisdictions say of one node, put together."""
    first, *others = sorted(several, key=lambda node: node.scope)
    if not others:
        return first
    ranked = sorted((first, *others), key=lambda node: (not node.key.startswith(f"{node.scope}-"), node.scope))
    known = _first_stated([node.properties for node in ranked])
    known |= _together(first.label, [node.properties for node in ranked])
    home = ranked[0].key.startswith(f"{ranked[0].scope}-")
    if not home and first.label not in {"Finding", "Jurisdiction"}:
        known["name"] = max((str(node.properties["name"]) for node in ranked), key=lambda name: (len(name), name))
    return replace(first, properties=known, kind=next((node.kind for node in ranked if node.kind), None))


def one_edge(several: Iterable[Edge]) -> Edge:
    """What several jurisdictions say of one relationship, put together."""
    first, *others = sorted(several, key=lambda edge: edge.scope)
    if not others:
        return first
    return replace(first, properties=_first_stated([edge.properties for edge in (first, *others)]))


def namesakes(officials: Mapping[NodeRef, tuple[str, frozenset[str]]]) -> tuple[list[Node], list[Edge]]:
    """A finding for each name that officials of one jurisdiction bear in the documents of several: nobody decided whether they are one.

    `officials`: each with its name and the jurisdictions whose documents speak of it. 市长孟川 in the lists of two districts → 市, 孟川: two
    """
    bearers: dict[tuple[str, str], list[NodeRef]] = defaultdict(list)
    for ref, (name, _) in officials.items():
        bearers[ref.key.rpartition("-")[0], name].append(ref)
    nodes: list[Node] = []
    edges: list[Edge] = []
    for (code, name), refs in sorted(bearers.items()):
        if len({officials[ref][1] for ref in refs}) < 2:  # of one jurisdiction's documents: decided, or found, there
            continue
        known = jurisdiction(code)
        if known:
            why = reason("homonyms", place=known.name, count=len(refs), name=name)
        else:
            why = reason("homonyms_somewhere", count=len(refs), name=name)
        properties: Properties = {"name": name, "kind": "homonym", "status": "open", "why": why.stored()}
        finding = Node("Finding", f"homonym:official:{code}:{name}", SHARED, properties)
        nodes.append(finding)
        for ref in sorted(refs):
            edges.append(Edge("ABOUT", f"{finding.key}>{ref.key}", finding.ref, ref, SHARED, {}))
    return nodes, edges


def _first_stated(ranked: Sequence[Properties]) -> dict[str, Value]:
    known: dict[str, Value] = {}
    for properties in ranked:
        for name, value in properties.items():
            if known.get(name) is None:
                known[name] = value
    return known


def _together(label: str, sayings: Sequence[Properties]) -> dict[str, Value]:
    """The properties to which each may add."""
    known: dict[str, Value] = {}
    for name in UNITED:
        if any(name in properties for properties in sayings):
            known[name] = tuple(sorted({one for properties in sayings for one in _texts(properties.get(name))}))
    for name, divider in (("why", "\n"), ("phone", "; ")):
        lines = {line for properties in sayings for line in str(properties.get(name) or "").split(divider) if line}
        if lines and label != "Finding":
            known[name] = divider.join(sorted(lines))
    scores = [properties["score"] for properties in sayings if isinstance(properties.get("score"), float)]
    if scores:
        known["score"] = min(scores, key=float)  # type: ignore[arg-type]
    if any("homonym" in properties for properties in sayings):
        known["homonym"] = any(bool(properties.get("homonym")) for properties in sayings)
    if any("names" in properties for properties in sayings):
        known |= _names(sayings)
    if label == "Policy":
        known |= _of_least(sayings, NUMBER) | _of_least(sayings, DATED, by="dated_text")
        known["status"] = min((str(p.get("status") or STATUS[-1]) for p in sayings), key=STATUS.index)
    elif label == "Task":
        known |= _of_least(sayings, ("year",))
    return known


def _names(sayings: Sequence[Properties]) -> dict[str, Value]:
    """All names in order; where it is sayings when each was seen, the first and the last day of all."""
    seen: dict[str, tuple[str, str]] = {}
    dated = any("names_first_seen" in properties for properties in sayings)
    for properties in sayings:
        names = _texts(properties.get("names"))
        firsts = _texts(properties.get("names_first_seen")) or ("",) * len(names)
        lasts = _texts(properties.get("names_last_seen")) or ("",) * len(names)
        for name, first, last in zip(names, firsts, lasts, strict=True):
            before = seen.get(name, ("", ""))
            known = [day for day in (before[0], first) if day]
            seen[name] = (min(known, default=""), max(before[1], last))
    ordered = sorted(seen)
    if not dated:
        return {"names": tuple(ordered)}
    columns = (ordered, [seen[name][0] for name in ordered], [seen[name][1] for name in ordered])
    return {name: tuple(column) for name, column in zip(NAMES, columns, strict=True)}


def _of_least(sayings: Sequence[Properties], names: Sequence[str], by: str | None = None) -> dict[str, Value]:
    """Some properties that belong together, from the one that states the least of them."""
    leading = by or names[0]
    stated = [properties for properties in sayings if properties.get(leading) is not None]
    if not stated:
        return {}
    least = min(stated, key=lambda properties: str(properties[leading]))
    return {name: least.get(name) for name in names}


def _texts(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
