"""Popolo JSON against the classes and properties of the Popolo specification that it uses."""

import json
from pathlib import Path
from typing import Any

import jsonschema

from graph.export import write_popolo
from graph.projection.project import project
from tests.graph.export.hard import hard
from tests.graph.small_facts import corpus

BUILD = project(corpus())
DATE = {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"}
TEXT = {"type": "string", "minLength": 1}


def thing(required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


def listed(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": of}


OTHERS = listed(thing(["name"], name=TEXT))
CONTACTS = listed(thing(["type", "value"], type=TEXT, value=TEXT))
SOURCES = listed(thing(["note"], note=TEXT))
MEMBER = {"type": "object", "required": ["@type", "id", "name"]}
SCHEMA = thing(
    ["persons", "organizations", "posts", "memberships"],
    persons=listed(thing(["id", "name"], id=TEXT, name=TEXT, other_names=OTHERS)),
    organizations=listed(
        thing(["id", "name"], id=TEXT, name=TEXT, other_names=OTHERS, classification=TEXT, parent_id=TEXT, contact_details=CONTACTS)
    ),
    posts=listed(thing(["id", "label", "role"], id=TEXT, label=TEXT, role=TEXT, organization_id=TEXT)),
    memberships=listed(
        thing(
            ["id", "role", "organization_id", "sources"],
            id=TEXT, role=TEXT, organization_id=TEXT, person_id=TEXT, post_id=TEXT, member=MEMBER,
            start_date=DATE, end_date=DATE, sources=SOURCES,
        )
    ),
)  # fmt: skip


def written(path: Path) -> dict[str, Any]:
    write_popolo(BUILD.projection, path)
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def test_the_object_is_as_the_specification_says(tmp_path: Path) -> None:
    jsonschema.validate(written(tmp_path / "p.json"), SCHEMA)


def test_every_id_leads_to_its_record_and_every_tenure_is_there(tmp_path: Path) -> None:
    found = written(tmp_path / "p.json")
    ids = {kind: {record["id"] for record in found[kind]} for kind in found}
    assert all(len(ids[kind]) == len(found[kind]) for kind in found)
    for seat in found["memberships"]:
        assert seat["organization_id"] in ids["organizations"]
        assert seat.get("post_id", min(ids["posts"])) in ids["posts"]
        assert ("person_id" in seat) != ("member" in seat)
        assert seat.get("person_id", min(ids["persons"])) in ids["persons"]
    assert sum("post_id" in seat for seat in found["memberships"]) == len(BUILD.tenures)
    names = {person["id"]: person["name"] for person in found["persons"]}
    [seat] = [s for s in found["memberships"] if names.get(s.get("person_id")) == "张明远" and s["role"] == "局长"]
    assert seat["start_date"] == "2022-04-25"
    assert "张明远局长区财政局" in seat["sources"][0]["note"]


def test_any_text_is_json_without_control_characters(tmp_path: Path) -> None:
    write_popolo(hard(), tmp_path / "p.json")
    [person] = json.loads((tmp_path / "p.json").read_text(encoding="utf-8"))["persons"]
    assert person["name"] == "<b>&\"'\\=1+1 二行 </script>"
