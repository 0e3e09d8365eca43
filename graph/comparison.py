"""What a new projection takes away from a store and what it adds: facts and tenures, as a person would call them.

In:  a store and a Build. Out: a Comparison, shown before anything is loaded (`zhize build --compare`).

    − 张三 甲街道办事处 主任        a tenure that the new rules no longer find
"""

from collections import Counter
from dataclasses import dataclass

from graph.projection.edges import TYPES
from graph.projection.elements import NodeRef
from graph.projection.project import Build
from graph.stores.store import Store

MOST_LOSS = 0.05  # share of the tenures that may vanish without a word from the user
TENURES = (
    "MATCH (a:Official)-[h:HOLDS]->(p:Post) RETURN a.name AS official, p.body AS body, p.name AS post "
    "ORDER BY official, body, post, h.key"
)
OF_FACTS = frozenset(TYPES.values())
ALL = 100_000_000
PATIENCE = 600.0  # seconds


@dataclass(frozen=True, slots=True)
class Comparison:
    """Facts and tenures that come and that go, each as a line."""

    facts_new: tuple[str, ...]
    facts_gone: tuple[str, ...]
    tenures_new: tuple[str, ...]
    tenures_gone: tuple[str, ...]
    tenures_before: int

    @property
    def loss(self) -> float:
        """The share of the tenures that would vanish."""
        return len(self.tenures_gone) / self.tenures_before if self.tenures_before else 0.0


def compare(store: Store, build: Build) -> Comparison:
    """What loading the build would change in the store."""
    facts_before, facts_now = _facts_held(store), _facts_built(build)
    tenures_before = Counter(" ".join(map(str, row)) for row in store.read(TENURES, {}, ALL, PATIENCE).rows)
    tenures_now = _tenures_built(build)
    return Comparison(
        tuple(sorted(line for fact_id, line in facts_now.items() if fact_id not in facts_before)),
        tuple(sorted(line for fact_id, line in facts_before.items() if fact_id not in facts_now)),
        tuple(sorted((tenures_now - tenures_before).elements())),
        tuple(sorted((tenures_before - tenures_now).elements())),
        tenures_before.total(),
    )


def _facts_held(store: Store) -> dict[str, str]:
    facts: dict[str, str] = {}
    for kind in sorted(OF_FACTS):
        cypher = (
            f"MATCH (a)-[e:{kind}]->(b) WHERE e.quote IS NOT NULL RETURN e.fact_id AS fact_id, a.name AS subject, "
            "b.name AS object, e.role AS role, e.file AS file, e.line AS line ORDER BY fact_id"
        )
        for fact_id, *parts in store.read(cypher, {}, ALL, PATIENCE).rows:
            facts[fact_id] = _fact_line(kind, *parts)
    return facts


def _facts_built(build: Build) -> dict[str, str]:
    names = _names(build)
    return {
        edge.key: _fact_line(
            edge.type, names[edge.start], names[edge.end], *(edge.properties.get(n) for n in ("role", "file", "line"))
        )
        for edge in build.projection.edges
        if edge.type in OF_FACTS and edge.properties.get("quote") is not None
    }


def _tenures_built(build: Build) -> Counter[str]:
    names = _names(build)
    bodies = {node.ref: node.properties["body"] for node in build.projection.nodes if node.label == "Post"}
    return Counter(
        f"{names[edge.start]} {bodies[edge.end]} {names[edge.end]}"
        for edge in build.projection.edges
        if edge.type == "HOLDS"
    )


def _names(build: Build) -> dict[NodeRef, str]:
    return {node.ref: str(node.properties["name"]) for node in build.projection.nodes}


def _fact_line(kind: str, subject: object, thing: object, role: object, file: object, line: object) -> str:
    return f"{kind} {subject} → {thing} {role or ''} ({file}:{line})"
