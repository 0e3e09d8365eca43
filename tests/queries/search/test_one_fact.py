"""A fact found by its id through the types of relationships: the same as by going over all."""

from graph.stores.store import Store
from queries.library import statement_of
from queries.search.one_fact import OPEN, row_of_fact

ALL = "MATCH (s)-[e]->(t) WHERE e.fact_id IS NOT NULL RETURN DISTINCT e.fact_id AS fact ORDER BY fact LIMIT $limit"


def test_each_fact_of_the_graph_is_found_by_its_type(store: Store) -> None:
    facts = [row[0] for row in store.read(ALL, {"limit": 1000}, limit=1000).rows]
    assert facts
    for folder, name in (("pages", "fact"), ("pages", "notice_of_fact"), ("sources", "fact")):
        statement = statement_of(folder, name)
        assert OPEN in statement
        for fact in facts:
            expected = store.read(statement, {"fact_id": fact, "limit": 1}, limit=1).dicts()
            assert row_of_fact(store, statement, fact) == expected


def test_an_unknown_fact_gives_nothing(store: Store) -> None:
    assert row_of_fact(store, statement_of("pages", "fact"), "no such fact") == []
