"""The Reconciliation Service API against the wording of its specification, version 0.2, and what is a match and what is not."""

from typing import Any

import jsonschema
import pytest

from dashboards.served import reconciliation
from dashboards.served.answers import Answers

TYPE = {"type": "object", "required": ["id", "name"]}  # "A type consists of: an identifier … a name"
MANIFEST = {
    "type": "object",
    "required": ["versions", "name", "identifierSpace", "schemaSpace"],
    "properties": {
        "versions": {"type": "array", "contains": {"enum": ["0.2"]}},
        "identifierSpace": {"type": "string", "format": "uri"},
        "schemaSpace": {"type": "string", "format": "uri"},
        "defaultTypes": {"type": "array", "items": TYPE, "uniqueItems": True},
        "view": {"type": "object", "required": ["url"], "properties": {"url": {"pattern": r"\{\{id\}\}"}}},
        "preview": {
            "type": "object",
            "required": ["url", "width", "height"],
            "properties": {"url": {"pattern": r"\{\{id\}\}"}, "width": {"type": "integer"}, "height": {"type": "integer"}},
        },
    },
}  # fmt: skip
CANDIDATE = {
    "type": "object",
    "required": ["id", "name", "score"],
    "properties": {
        "id": {"type": "string", "minLength": 1},
        "name": {"type": "string"},
        "description": {"type": "string"},
        "score": {"type": "number"},
        "match": {"type": "boolean"},
        "type": {"type": "array", "items": TYPE},
    },
}
BATCH = {
    "type": "object",
    "additionalProperties": {
        "type": "object",
        "required": ["result"],
        "properties": {"result": {"type": "array", "items": CANDIDATE}},
    },
}
SUGGESTED = {
    "type": "object",
    "required": ["result"],
    "properties": {"result": {"type": "array", "items": {"type": "object", "required": ["id", "name"]}}},
}


@pytest.fixture
def answers(small_graph_url: str) -> Answers:
    return Answers(small_graph_url, None)


def one(answers: Answers, **query: Any) -> list[dict[str, Any]]:
    found = reconciliation.results(answers, {"q0": query})
    jsonschema.validate(found, BATCH)
    result: list[dict[str, Any]] = found["q0"]["result"]
    return result


def test_the_manifest_says_what_the_specification_asks_for() -> None:
    made = reconciliation.manifest("http://127.0.0.1:8700")
    jsonschema.validate(made, MANIFEST)
    for what in ("entity", "type", "property"):
        assert set(made["suggest"][what]) == {"service_url", "service_path"}


def test_a_name_that_fits_one_thing_is_a_match(answers: Answers) -> None:
    [first, *_] = one(answers, query="区财政局", type="body")
    assert (first["name"], first["match"], first["type"]) == ("区财政局", True, [{"id": "body", "name": "单位"}])


def test_namesakes_are_no_match_until_a_property_tells_them_apart(answers: Answers) -> None:
    both = one(answers, query="区发改局", type="body")
    assert len([c for c in both if c["score"] >= reconciliation.SURE]) == 2
    assert not any(candidate["match"] for candidate in both)
    [first, *_] = one(answers, query="区发改局", type="body", properties=[{"pid": "jurisdiction", "v": "石桥区"}])
    assert (first["match"], first["id"]) == (True, "department:b-drc2")


def test_two_of_one_name_are_never_a_match(answers: Answers) -> None:
    found = one(answers, query="吴平", type="official")
    assert len(found) == 2
    assert not any(candidate["match"] for candidate in found)


def test_a_deputy_is_no_match_for_the_head(answers: Answers) -> None:
    found = one(answers, query="发改局局长", type="post", properties=[{"pid": "jurisdiction", "v": "云河区"}])
    assert [c["name"] for c in found if c["match"]] == ["区发展和改革局局长"]


@pytest.mark.parametrize(
    "query",
    [{}, {"query": 1}, {"query": "x", "limit": 0}, {"query": "x", "limit": "3"}, {"query": "区财政局", "properties": [{"v": 1}]}, "x"],
)  # fmt: skip
def test_a_query_that_is_not_as_specified_is_refused(answers: Answers, query: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        reconciliation.results(answers, {"q0": query})


def test_an_unknown_type_gives_no_candidate_and_the_limit_is_kept(answers: Answers) -> None:
    assert one(answers, query="区财政局", type="nonsense") == []
    assert len(one(answers, query="区", limit=2)) <= 2


def test_suggestions_are_as_specified(answers: Answers) -> None:
    for what, prefix in (("entity", "财政"), ("type", ""), ("property", "地")):
        made = reconciliation.suggested(answers, what, prefix)
        jsonschema.validate(made, SUGGESTED)
        assert made["result"]


def test_the_preview_is_a_page_of_its_own_with_every_text_escaped(answers: Answers) -> None:
    page = reconciliation.preview(answers, "official:a-x")
    assert page is not None
    assert "<img" not in page
    assert "&lt;img" in page
    assert reconciliation.preview(answers, "official:nobody") is None
