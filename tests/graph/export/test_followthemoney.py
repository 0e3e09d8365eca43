"""The entities against the part of the FollowTheMoney model (4.x) that they use, and against its library where that is installed."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from graph.export import write_followthemoney
from graph.projection.project import project
from tests.graph.export.hard import hard
from tests.graph.small_facts import corpus

PROJECTION = project(corpus()).projection
INTERVAL = dict.fromkeys(("startDate", "endDate"), "date") | {
    "description": "text",
    "recordId": "string",
    "publisher": "string",
    "proof": "entity:Document",
}
THING = {"name": "name", "alias": "name", "country": "country", "description": "text"}
BODY = THING | {"classification": "string"}
MODEL: dict[str, tuple[set[str], dict[str, str]]] = {  # schema: what it requires, its properties and their types
    "Person": ({"name"}, BODY),
    "PublicBody": ({"name"}, BODY),
    "Organization": ({"name"}, BODY),
    "Company": ({"name"}, BODY),
    "Position": ({"name"}, THING | {"organization": "entity:Organization", "subnationalArea": "string"}),
    "Project": (set(), THING),
    "Document": ({"fileName"}, {"fileName": "string", "title": "string", "publishedAt": "date", "sourceUrl": "url"}),
    "Occupancy": ({"holder", "post"}, INTERVAL | {"holder": "entity:Person", "post": "entity:Position", "status": "string"}),
    "Membership": ({"member", "organization"}, INTERVAL | {"member": "entity:LegalEntity", "organization": "entity:Organization", "role": "string"}),
    "UnknownLink": ({"subject", "object"}, INTERVAL | {"subject": "entity:Thing", "object": "entity:Thing", "role": "string"}),
    "ProjectParticipant": (set(), INTERVAL | {"participant": "entity:LegalEntity", "project": "entity:Project", "role": "string"}),
}  # fmt: skip
ORGANIZATIONS = {"Organization", "PublicBody", "Company"}
RANGES = {"LegalEntity": {"Person", *ORGANIZATIONS}, "Organization": ORGANIZATIONS, "Thing": set(MODEL)}
TYPES = {
    "date": re.compile(r"\d{4}(-\d{2}(-\d{2})?)?"),
    "country": re.compile(r"cn"),
    "url": re.compile(r"https?://\S+"),
    "name": re.compile(r"[^\n]{1,384}"),
}


def entities(path: Path) -> dict[str, dict[str, Any]]:
    write_followthemoney(PROJECTION, path)
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = {row["id"]: row for row in rows}
    assert len(found) == len(rows)
    return found


def test_every_entity_is_as_the_model_says(tmp_path: Path) -> None:
    found = entities(tmp_path / "e.jsonl")
    for entity in found.values():
        required, known = MODEL[entity["schema"]]
        assert set(entity) == {"id", "schema", "properties"}
        assert required <= set(entity["properties"]) <= set(known)
        for name, values in entity["properties"].items():
            kind, _, wanted = known[name].partition(":")
            assert values
            for value in values:
                if kind == "entity":
                    assert found[value]["schema"] in RANGES.get(wanted, {wanted})
                elif kind in TYPES:
                    assert TYPES[kind].fullmatch(value), (name, value)


def test_a_tenure_is_an_occupancy_with_the_precision_of_the_source(tmp_path: Path) -> None:
    found = entities(tmp_path / "e.jsonl")
    names = {key: entity["properties"].get("name", [""])[0] for key, entity in found.items()}
    held = {
        (names[p["holder"][0]], names[p["post"][0]]): p
        for entity in found.values()
        if entity["schema"] == "Occupancy" and (p := entity["properties"])
    }
    new, old = held["张明远", "区财政局局长"], held["李文清", "区财政局局长"]
    assert new["startDate"] == ["2022-04-25"]
    assert "endDate" not in new
    assert new["status"] == ["unknown"]
    assert "startDate" not in old
    assert old["endDate"] == ["2022-04-25"]
    assert any("张明远局长区财政局" in quote for quote in new["description"])


def test_the_library_takes_every_entity_as_it_is(tmp_path: Path) -> None:
    library = pytest.importorskip(
        "followthemoney", reason="its library needs PyICU, which has no wheels for every system"
    )
    for entity in entities(tmp_path / "e.jsonl").values():
        library.model.get(entity["schema"]).validate({"properties": entity["properties"]})
        kept = library.model.get_proxy(entity, cleaned=False).to_dict()["properties"]
        assert {name: sorted(some) for name, some in kept.items()} == {
            name: sorted(some) for name, some in entity["properties"].items()
        }


def test_names_are_lines_without_control_characters(tmp_path: Path) -> None:
    write_followthemoney(hard(), tmp_path / "e.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "e.jsonl").read_text(encoding="utf-8").splitlines()]
    [person] = [row for row in rows if row["schema"] == "Person"]
    assert person["properties"]["name"] == ["<b>&\"'\\=1+1 二行 </script>"]
