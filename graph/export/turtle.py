"""The graph as RDF in Turtle: W3C ORG for bodies, posts and tenures, PROV-O for where each statement is printed.

In:  a Projection. Out: one Turtle file.

    z:tenure-… a org:Membership ; org:member z:official-… ; org:organization z:organization-… ; org:role z:role-… ;
        org:memberDuring [ a time:Interval ; time:hasBeginning [ time:inXSDDate "2022-06-13"^^xsd:date ] ] ;
        prov:wasDerivedFrom z:fact-… .
    z:fact-… a prov:Entity, v:Fact ; v:relation "appointed" ; prov:value "周琴同志为…主任" ; prov:wasQuotedFrom z:document-… .

A name in the namespace of Zhize is an URN, so that nothing promises a page on the web. A date that is printed as a month or a year is an
xsd:gYearMonth or xsd:gYear.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.export.aside import aside, clean, texts
from graph.export.dating import partial_dates
from graph.export.reading import Reading, short_id
from graph.projection.draft import Projection
from graph.projection.elements import Edge, Node, NodeRef, Value

PREFIXES = {
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "v": "urn:x-zhize:vocabulary:",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "z": "urn:x-zhize:",
}
CLASSES = {
    "Official": "foaf:Person",
    "Post": "org:Post",
    "Document": "prov:Entity, foaf:Document",
    "Policy": "v:Policy",
    "Task": "v:Task",
    "Item": "v:Item",
    "Project": "v:Project",
    "Topic": "skos:Concept",
    "Place": "v:Place",
    "Jurisdiction": "v:Jurisdiction",
}
LINKS = {
    "PART_OF": "org:subOrganizationOf",
    "OF": "org:postIn",
    "WITHIN": "dct:isPartOf",
    "HOSTS": "v:hosts",
    "UNDER": "v:under",
}
OF_DATE = {4: "gYear", 7: "gYearMonth", 10: "date"}
BEGINS = {4: "time:inXSDgYear", 7: "time:inXSDgYearMonth", 10: "time:inXSDDate"}
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
BETWEEN = " ;\n    "
Statement = tuple[str, Sequence[str]]  # predicate, objects


def write_turtle(projection: Projection, path: Path) -> tuple[int, int]:
    """The Turtle file; the counts of things, and of tenures and facts."""
    reading = Reading.of_projection(projection)
    things = [block for node in projection.nodes if (block := _thing(reading, node))]
    statements = [*_tenures(reading), *_facts(reading)]
    with aside(path) as stream:
        stream.writelines(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
        stream.write("\n")
        stream.writelines([*things, *statements])
    return len(things), len(statements)


def _thing(reading: Reading, node: Node) -> str | None:
    kind = CLASSES.get(node.label)
    if node.label == "Organization":
        kind = "org:FormalOrganization" if node.kind != "Group" else "org:OrganizationalCollaboration"
    if kind is None:
        return None
    name, known = reading.name(node.ref), node.properties
    statements: list[Statement] = [
        ("a", [kind]),
        ("foaf:name" if node.label == "Official" else "rdfs:label", [_text(name)]),
    ]
    statements.append(("skos:altLabel", [_text(other) for other in texts(known.get("names")) if other != name]))
    statements.append(("org:classification", _optional(known.get("category"))))
    statements.append(("dct:identifier", _optional(known.get("number"))))
    statements.append(("v:deadline", _optional(known.get("deadline"))))
    statements.append(("dct:issued", _dates(known.get("published") or known.get("dated_text"))))
    for edge_type in ("OF", "WITHIN"):
        target = (reading.of if edge_type == "OF" else reading.within).get(node.ref)
        if target is not None:
            statements.append((LINKS[edge_type] if node.label == "Post" else "dct:isPartOf", [_iri(target)]))
    return _block(_iri(node.ref), statements)


def _tenures(reading: Reading) -> Iterator[str]:
    for edge in reading.projection.edges:
        if edge.type != "HOLDS":
            continue
        role = _text(reading.name(edge.end))
        statements: list[Statement] = [
            ("a", ["org:Membership"]),
            ("org:member", [_iri(edge.start)]),
            ("org:organization", [_iri(reading.of[edge.end])] if edge.end in reading.of else []),
            ("org:role", [f"[ a org:Role ; rdfs:label {role} ]"]),
            ("v:post", [_iri(edge.end)]),
            ("v:status", _optional(edge.properties.get("status"))),
            ("v:capacity", _optional(edge.properties.get("capacity"))),
            ("org:memberDuring", _interval(edge)),
            ("v:lastConfirmed", _dates(edge.properties.get("last_confirmed"))),
            ("prov:wasDerivedFrom", [_iri(NodeRef("Fact", fact.key)) for fact in reading.evidence(edge)]),
        ]
        yield _block(_iri(NodeRef("Tenure", edge.key)), statements)
        yield _block(_iri(edge.start), [("org:holds", [_iri(edge.end)])])


def _facts(reading: Reading) -> Iterator[str]:
    for edge in reading.projection.edges:
        document = reading.documents.get(str(edge.properties.get("document")))
        if document is None or edge.properties.get("quote") is None or edge.end.label == "Finding":
            continue
        statements: list[Statement] = [
            ("a", ["prov:Entity, v:Fact"]),
            ("v:relation", [_text(edge.type.lower())]),
            ("v:subject", [_iri(edge.start)]),
            ("v:object", [_iri(edge.end)]),
            ("v:role", _optional(edge.properties.get("role"))),
            ("dct:date", _dates(edge.properties.get("date_text"))),
            ("dct:temporal", _interval(edge)),
            ("prov:value", _optional(edge.properties.get("quote"))),
            ("v:line", [clean(edge.properties.get("line"))] if edge.properties.get("line") else []),
            ("prov:wasQuotedFrom", [_iri(document)]),
        ]
        yield _block(_iri(NodeRef("Fact", edge.key)), statements)
        link = LINKS.get(edge.type, f"v:{edge.type.lower()}")
        yield _block(_iri(edge.start), [(link, [_iri(edge.end)])])


def _interval(edge: Edge) -> list[str]:
    if edge.type != "HOLDS" and not edge.properties.get("valid_from"):
        return []
    parts = [
        f"time:{word} [ a time:Instant ; {BEGINS[len(day)]} {_date(day)} ]"
        for word, day in zip(("hasBeginning", "hasEnd"), partial_dates(edge), strict=True)
        if day
    ]
    return [f"[ a time:Interval ; {' ; '.join(parts)} ]"] if parts else []


def _block(subject: str, statements: Sequence[Statement]) -> str:
    clauses = [f"{predicate} {', '.join(objects)}" for predicate, objects in statements if objects]
    return f"{subject} {BETWEEN.join(clauses)} .\n"


def _optional(value: Value) -> list[str]:
    return [_text(text) for text in texts(value)]


def _dates(value: Value) -> list[str]:
    return [_date(text) for text in texts(value) if len(text) in OF_DATE and text.replace("-", "").isdecimal()]


def _date(text: str) -> str:
    return f'"{text}"^^xsd:{OF_DATE[len(text)]}'


def _text(text: str) -> str:
    return '"' + "".join(ESCAPES.get(char, char) for char in text) + '"'


def _iri(ref: NodeRef) -> str:
    return f"z:{ref.label.lower()}-{short_id(*ref)}"
