"""The Reconciliation Service API 0.2 of the W3C community group: OpenRefine matches a column of names to people, bodies, posts.

In:  Answers, queries as the specification words them. Out: manifest, candidates, suggestions, the preview of one thing.

    {"q0": {"query": "区发改局", "type": "body", "properties": [{"pid": "jurisdiction", "v": "新洲区"}]}}
    → {"q0": {"result": [{"id": "department:420117-…", "name": "区发展和改革局", "score": 90, "match": true, "type": [{"id": "body", "name": "单位"}]}]}}

A candidate is a match where its name or short form is the one typed, no other candidate fits as well, and what the properties state fits.
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from dashboards.cells import literal
from dashboards.served.answers import Answers, Json
from queries.run.choices import LEVEL_CHARACTERS
from queries.search.finding import Hit
from queries.search.lines import about

VERSIONS = ["0.1", "0.2"]
SPACE, SCHEMA = "urn:x-zhize:thing", "urn:x-zhize:kind"
TYPES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    # id of the type: name, kinds of things
    "official": ("人员", ("official",)),
    "body": ("单位", ("department", "street")),
    "group": ("领导小组", ("group",)),
    "post": ("职务", ("post",)),
    "policy": ("文件", ("policy",)),
    "project": ("项目", ("project",)),
}
TYPE_OF = {kind: name for name, (_, kinds) in TYPES.items() for kind in kinds}
PROPERTIES = {"jurisdiction": "地区", "body": "单位或职务"}
SCORES = {"exact": 100, "short": 90, "starts": 50, "holds": 50, "pinyin": 50, "variant": 50}
LEVELLED = 95  # the name but for its level: 发改局 for 区发改局
OF_LENGTH = 35  # what a part of a name gains with its share of the name
SURE = 90  # a score from which a candidate may be a match
MISFIT = 40  # what a property that does not fit takes away
LIMIT, MOST, MOST_QUERIES = 5, 25, 200


def manifest(base: str) -> Json:
    """What the service is and where its parts are."""
    return {
        "versions": VERSIONS,
        "name": "Zhize 职责",
        "identifierSpace": SPACE,
        "schemaSpace": SCHEMA,
        "defaultTypes": types(),
        "view": {"url": f"{base}/view?id={{{{id}}}}"},
        "preview": {"url": f"{base}/reconcile/preview?id={{{{id}}}}", "width": 420, "height": 220},
        "suggest": {
            what: {"service_url": base, "service_path": f"/reconcile/suggest/{what}"}
            for what in ("entity", "type", "property")
        },
    }


def types() -> list[Json]:
    """The kinds of things that names are matched to."""
    return [{"id": name, "name": word} for name, (word, _) in TYPES.items()]


def results(answers: Answers, queries: Any) -> Json:
    """The candidates of each query of a batch; ValueError for a batch that is not as the specification words it."""
    if not isinstance(queries, dict) or len(queries) > MOST_QUERIES:
        raise ValueError(f"a batch is an object of at most {MOST_QUERIES} queries")
    return {str(name): {"result": candidates(answers, query)} for name, query in queries.items()}


def candidates(answers: Answers, query: Any) -> list[Json]:
    """The candidates of one query, best first; raises ValueError for a query of another shape."""
    if not isinstance(query, dict):
        raise ValueError("a query is an object")
    text, properties = query.get("query", ""), query.get("properties", [])
    if not isinstance(text, str) or not isinstance(properties, list) or not (text or properties):
        raise ValueError("a query has a query string, or properties")
    limit = query.get("limit", LIMIT)
    if isinstance(limit, bool) or not isinstance(limit, int | float) or limit < 1:
        raise ValueError("limit is a positive integer")
    kinds = _kinds(query.get("type"))
    if not text or kinds == ():
        return []
    hits = [hit for hit in answers.hits(text, kinds, MOST * 2).things if hit.how in SCORES]
    scored = [(hit, *_score(hit, text.strip(), properties)) for hit in hits]
    scored.sort(key=lambda one: -one[1])
    best = [one for one in scored if one[1] >= SURE]
    sure = len(best) == 1 and best[0][2]
    return [_candidate(hit, score, sure and hit is best[0][0]) for hit, score, _ in scored[: min(int(limit), MOST)]]


def suggested(answers: Answers, what: str, prefix: str, cursor: int = 0) -> Json:
    """Suggestions for what was typed so far: things, types or properties."""
    if what == "entity":
        kinds = [kind for _, some in TYPES.values() for kind in some]
        hits = answers.hits(prefix, kinds, MOST * 2).things if prefix else ()
        return {"result": [_suggestion(hit) for hit in hits[cursor : cursor + MOST]]}
    words = types() if what == "type" else [{"id": pid, "name": name} for pid, name in PROPERTIES.items()]
    return {"result": [one for one in words if prefix.lower() in f"{one['id']} {one['name']}"]}


def preview(answers: Answers, identifier: str) -> str | None:
    """A small page about a thing, every text of a document escaped; None where nothing bears the id."""
    kind, _, key = identifier.partition(":")
    known = answers.named(kind, key)
    if known is None:
        return None
    hits = [hit for hit in answers.hits(known["name"], [kind], MOST * 2).things if hit.key == key]
    lines = [known["place"], _about(hits[0]) if hits else ""]
    shown = "".join(f"<p>{escape(literal(line))}</p>" for line in lines if line)
    name = escape(literal(known["name"]))
    return f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{name}</title></head><body><h1>{name}</h1>{shown}</body></html>'


def _kinds(given: Any) -> tuple[str, ...]:
    """The kinds of things of the types asked for, () where none is known; all where none is asked for."""
    asked = [given] if isinstance(given, str) else given if isinstance(given, list) else []
    asked = [one["id"] if isinstance(one, dict) and "id" in one else one for one in asked if one]
    names = asked or list(TYPES)
    return tuple(kind for name in names if isinstance(name, str) and name in TYPES for kind in TYPES[name][1])


def _score(hit: Hit, typed: str, properties: Sequence[Any]) -> tuple[float, bool]:
    """How well a hit fits, and whether all that the properties state fits."""
    score, fits = _likeness(hit, typed), True
    told = f"{hit.place} {hit.name} {_about(hit)}"
    for stated in properties:
        if not isinstance(stated, dict) or "pid" not in stated or "v" not in stated:
            raise ValueError("a property has pid and v")
        values = stated["v"] if isinstance(stated["v"], list) else [stated["v"]]
        texts = [str(v.get("name", v.get("id", ""))) if isinstance(v, dict) else str(v) for v in values]
        where = hit.place if stated["pid"] == "jurisdiction" else told
        if stated["pid"] in PROPERTIES and not any(text and text in where for text in texts):
            score, fits = score - MISFIT, False
    return score, fits


def _likeness(hit: Hit, typed: str) -> float:
    if hit.how in {"starts", "holds"}:
        if hit.matched[1:] == typed and hit.matched[0] in LEVEL_CHARACTERS:
            return LEVELLED
        return round(SCORES[hit.how] + OF_LENGTH * min(1.0, len(typed) / max(1, len(hit.matched))), 1)
    return float(SCORES[hit.how])


def _candidate(hit: Hit, score: float, match: bool) -> Json:
    return {
        "id": f"{hit.kind}:{hit.key}",
        "name": literal(hit.name),
        "description": literal(" · ".join(part for part in (hit.place, _about(hit)) if part)),
        "score": score,
        "match": match,
        "type": [_type(hit)],
    }


def _suggestion(hit: Hit) -> Json:
    known = _candidate(hit, 0, match=False)
    return {"id": known["id"], "name": known["name"], "description": known["description"], "notable": known["type"]}


def _type(hit: Hit) -> Json:
    name = TYPE_OF[hit.kind]
    return {"id": name, "name": TYPES[name][0]}


def _about(hit: Hit) -> str:
    return about(hit, "zh")
