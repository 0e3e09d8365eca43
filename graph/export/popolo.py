"""People, organizations, posts and memberships as Popolo JSON, which parliaments' and councils' monitors read.

In:  a Projection. Out: one object with `persons`, `organizations`, `posts`, `memberships`; a tenure is a membership with its post.

    {"person_id": "…", "organization_id": "…", "post_id": "…", "role": "主任", "start_date": "2022-06-13",
     "sources": [{"note": "“周琴同志为…主任” xinzhou-2022-2.txt:1335"}]}

Dates are as precise as printed. Items, documents and projects have no place there.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.export.aside import aside, clean, texts
from graph.export.dating import partial_dates
from graph.export.reading import Reading, short_id
from graph.projection.draft import Projection
from graph.projection.elements import Edge, NodeRef

SEATS = ("MEMBER_OF", "LEADS", "ASSISTS")  # of a group
Record = dict[str, Any]


def write_popolo(projection: Projection, path: Path) -> tuple[int, int]:
    """The Popolo object; the counts of people, organizations and posts, and of memberships."""
    reading = Reading.of_projection(projection)
    record_lists: dict[str, list[Record]] = {
        "persons": [_named(reading, node.ref) for node in reading.some("Official")],
        "organizations": list(_organizations(reading)),
        "posts": [_post(reading, node.ref) for node in reading.some("Post")],
        "memberships": list(_memberships(reading)),
    }
    with aside(path) as stream:
        json.dump(record_lists, stream, ensure_ascii=False, indent=1)
        stream.write("\n")
    return sum(len(record_lists[kind]) for kind in ("persons", "organizations", "posts")), len(
        record_lists["memberships"]
    )


def _named(reading: Reading, ref: NodeRef) -> Record:
    name = reading.name(ref)
    others = [{"name": other} for other in texts(reading.nodes[ref].properties.get("names")) if other != name]
    return {"id": _id(ref), "name": name} | ({"other_names": others} if others else {})


def _organizations(reading: Reading) -> Iterator[Record]:
    above = {edge.start: edge.end for edge in reversed(reading.projection.edges) if edge.type == "PART_OF"}
    for node in reading.some("Organization"):
        record = _named(reading, node.ref) | {"classification": clean(node.properties.get("category"))}
        if node.ref in above:
            record["parent_id"] = _id(above[node.ref])
        if node.properties.get("phone"):
            record["contact_details"] = [{"type": "voice", "value": clean(node.properties["phone"])}]
        yield record


def _post(reading: Reading, ref: NodeRef) -> Record:
    body = clean(reading.nodes[ref].properties.get("body"))
    record = {"id": _id(ref), "label": f"{body}{reading.name(ref)}", "role": reading.name(ref)}
    return record | ({"organization_id": _id(reading.of[ref])} if ref in reading.of else {})


def _memberships(reading: Reading) -> Iterator[Record]:
    for edge in reading.projection.edges:
        if edge.type == "HOLDS":
            known = {"post_id": _id(edge.end), "role": reading.name(edge.end)}
            if edge.end in reading.of:
                known["organization_id"] = _id(reading.of[edge.end])
            yield _membership(reading, edge, known)
        elif edge.type in SEATS and _is_group(reading, edge.end):
            known = {"organization_id": _id(edge.end), "role": clean(edge.properties.get("role"))}
            yield _membership(reading, edge, known)


def _membership(reading: Reading, edge: Edge, known: Record) -> Record:
    start, end = partial_dates(edge)
    member: Record = {"person_id": _id(edge.start)}
    if edge.start.label == "Organization":
        member = {"member": {"@type": "Organization", "id": _id(edge.start), "name": reading.name(edge.start)}}
    record = {"id": _id(NodeRef(edge.type, edge.key)), **member, **known}
    record |= {name: day for name, day in (("start_date", start), ("end_date", end)) if day}
    return record | {"sources": [{"note": quote} for quote in reading.quotes(edge)]}


def _is_group(reading: Reading, ref: NodeRef) -> bool:
    return ref.label == "Organization" and reading.nodes[ref].kind == "Group"


def _id(ref: NodeRef) -> str:
    return f"{ref.label.lower()}/{short_id(*ref)}"
