"""The statement of a fact, found by the fact's id: through the type of its relationship, whose ids are indexed.

In:  a store, a statement that reads one relationship (s)-[e]->(t) of an id, the id. Out: its rows, at most one.

    MATCH (s)-[e]->(t) WHERE e.fact_id = $fact_id …    goes over all relationships: 0.2 to 0.8 s where there are a million
    MATCH (s)-[e:LEADS]->(t) WHERE e.fact_id = …       is one look; so is each of the types whose key the id is
"""

from typing import Any

from graph.projection.schema import EDGES
from graph.stores.store import Store

OPEN, TYPED = "-[e]->", "-[e:{}]->"
OF_FACTS = tuple(edge.type for edge in EDGES.values() if edge.key == "fact_id")


def row_of_fact(store: Store, statement: str, fact_id: str) -> list[dict[str, Any]]:
    """The row of the fact; none where the graph does not hold it."""
    given = {"fact_id": fact_id, "limit": 1}
    for kind in OF_FACTS:
        rows = store.read(statement.replace(OPEN, TYPED.format(kind), 1), given, limit=1).dicts()
        if rows:
            return rows
    return []
