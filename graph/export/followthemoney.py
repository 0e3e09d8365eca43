"""The graph in the FollowTheMoney model (Aleph, OpenSanctions), one entity a line as JSON.

In:  a Projection. Out: Person, PublicBody, Organization, Company, Position, Occupancy, Membership, Project, ProjectParticipant,
UnknownLink and Document, each interval with its quotation as description and its document as proof.

    {"id": "zhize-…", "schema": "Occupancy", "properties": {"holder": ["zhize-…"], "post": ["zhize-…"], "startDate": ["2022-06-13"]}}

Dates are as precise as printed. Passages, findings, citations between documents and the deadlines of single prints have no place there.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extract.output.json_lines import write_rows
from graph.export.aside import aside, clean, texts
from graph.export.dating import partial_dates
from graph.export.reading import Reading, short_id
from graph.projection.draft import Projection
from graph.projection.elements import Edge, Node, NodeRef

COUNTRY = "cn"
LONGEST_NAME = 200  # the model takes no name of several hundred characters
SCHEMA_OF_CATEGORY = {"enterprise": "Company", "mass organisation": "Organization", "institution": "Organization"}
SCHEMAS = {"Official": "Person", "Post": "Position", "Task": "Project", "Document": "Document"}
STATUS = {"ongoing": "unknown", "ended": "ended", "ended_unknown": "ended"}  # no end seen is not proof of holding on
ROLES = {"PART_OF": "part of", "HOSTS": "hosts", "LIAISES": "liaises", "COVERS": "covers", "SUCCEEDED": "succeeded"}
SHAPES = {  # relationship: (schema, property of its start, property of its end)
    "HOLDS": ("Occupancy", "holder", "post"),
    "MEMBER_OF": ("Membership", "member", "organization"),
    "LEADS": ("UnknownLink", "subject", "object"),
    "ASSISTS": ("UnknownLink", "subject", "object"),
    **dict.fromkeys(ROLES, ("UnknownLink", "subject", "object")),
}
Entity = dict[str, Any]


def write_followthemoney(projection: Projection, path: Path) -> tuple[int, int]:
    """The entities, one a line; the counts of things and of intervals between them."""
    reading = Reading.of_projection(projection)
    things, intervals = list(_things(reading)), list(_intervals(reading))
    with aside(path) as stream:
        write_rows([*things, *intervals], stream)
    return len(things), len(intervals)


def _things(reading: Reading) -> Iterator[Entity]:
    for node in reading.projection.nodes:
        schema = SCHEMAS.get(node.label)
        if node.label == "Organization":
            schema = SCHEMA_OF_CATEGORY.get(str(node.properties.get("category")), "PublicBody")
        if schema is not None:
            yield _entity(node.ref, schema, _of_thing(reading, node, schema))


def _of_thing(reading: Reading, node: Node, schema: str) -> dict[str, list[str]]:
    name = reading.name(node.ref)
    if schema == "Document":
        return {
            "fileName": texts(node.properties.get("file")),
            "title": [" ".join([name, *texts(node.properties.get("issue"))])],
            "publishedAt": texts(node.properties.get("published")),
            "sourceUrl": texts(node.properties.get("url")),
        }
    if schema == "Project":
        short = name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"
        return {"name": [short], "description": [name] if short != name else [], "country": [COUNTRY]}
    if schema == "Position":
        body = reading.of.get(node.ref)
        area = reading.place(body) if body else None
        return {
            "name": [f"{clean(node.properties.get('body'))}{name}"],
            "organization": [_id(body)] if body else [],
            "country": [COUNTRY],
            "subnationalArea": [area] if area else [],
        }
    others = [other for other in texts(node.properties.get("names")) if other != name]
    known = {"name": [name], "alias": others, "country": [COUNTRY]}
    if node.label == "Organization":
        known |= {"classification": texts(node.properties.get("category"))}
    return known


def _intervals(reading: Reading) -> Iterator[Entity]:
    for edge in reading.projection.edges:
        shape = SHAPES.get(edge.type)
        start, end = edge.start, edge.end
        if shape is None or start.label not in {"Official", "Organization"}:
            continue
        if end.label == "Item":
            shape, end = ("ProjectParticipant", "participant", "project"), reading.of.get(end, end)
        if end.label not in {"Official", "Organization", "Post", "Task"}:
            continue  # a field of work is no entity of the model
        schema, one, other = shape
        known = {one: [_id(start)], other: [_id(end)]} | _of_interval(reading, edge, schema)
        yield _entity(NodeRef(edge.type, f"{edge.key}>{end.key}"), schema, known)


def _of_interval(reading: Reading, edge: Edge, schema: str) -> dict[str, list[str]]:
    start, end = partial_dates(edge)
    document = reading.document_of(edge)
    known = {
        "startDate": [start] if start else [],
        "endDate": [end] if end else [],
        "description": reading.quotes(edge),
        "recordId": [clean(edge.key)] if edge.type != "HOLDS" else [],
        "proof": [_id(document)] if document else [],
        "publisher": [reading.name(document)] if document else [],
    }
    if schema == "Occupancy":
        known["status"] = [STATUS[str(edge.properties["status"])]]
    else:
        known["role"] = texts(edge.properties.get("role")) or [ROLES.get(edge.type, edge.type.lower())]
    return known


def _entity(ref: NodeRef, schema: str, properties: dict[str, list[str]]) -> Entity:
    return {"id": _id(ref), "schema": schema, "properties": {name: some for name, some in properties.items() if some}}


def _id(ref: NodeRef) -> str:
    return f"zhize-{short_id(*ref)}"
