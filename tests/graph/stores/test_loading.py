import re

import pytest

from extract.errors import QueryError
from graph.projection.elements import Difference
from graph.projection.project import project
from graph.stores.loading import statements
from graph.stores.store import check_read_only
from tests.graph.generated import edges, nodes
from tests.graph.small_facts import corpus

DIFFERENCE = Difference(
    "420117",
    tuple(nodes(3)),
    tuple(edges(3)),
    tuple(node.ref for node in nodes(2)),
    tuple(edge.ref for edge in edges(2)),
)


def test_the_order_is_gone_edges_nodes_edges_gone_nodes() -> None:
    verbs: list[str] = []
    for statement in statements(DIFFERENCE):
        kind = "DELETE e" if "DELETE e" in statement.cypher else "DELETE n" if "DELETE n" in statement.cypher else None
        kind = kind or ("MERGE e" if "MERGE (a)-" in statement.cypher else "MERGE n")
        if not verbs or verbs[-1] != kind:
            verbs.append(kind)
    assert verbs == ["DELETE e", "MERGE n", "MERGE e", "DELETE n"]


def test_every_statement_unwinds_rows_and_joins_by_label_and_key_in_map_form() -> None:
    for statement in statements(DIFFERENCE):
        assert statement.cypher.startswith("UNWIND $rows AS row ")
        joins = re.findall(r"\([a-z]:\w+ \{(\w+): row\[\d+\]\}\)", statement.cypher)
        assert joins
        assert set(joins) == {"key"}
        assert len({len(row) for row in statement.rows}) == 1
        assert "WHERE" not in statement.cypher.replace("WHERE NOT (n)--()", "")


def test_into_an_empty_graph_relationships_are_created_and_nodes_merged() -> None:
    for statement in statements(Difference("420117", tuple(nodes(3)), tuple(edges(3)))):
        assert "CREATE" not in statement.cypher
        if "MERGE (a)-[" in statement.cypher:
            assert statement.into_nothing == statement.cypher.replace("MERGE (a)-[", "CREATE (a)-[")
        else:
            assert statement.into_nothing == ""


def test_no_value_is_query_text() -> None:
    projection = project(corpus()).projection
    for statement in statements(Difference("x", projection.nodes, projection.edges)):
        assert statement.cypher.isascii()
        assert "'" not in statement.cypher


def test_a_body_is_merged_by_the_general_label_and_labelled_afterwards() -> None:
    texts = [s.cypher for s in statements(DIFFERENCE) if "MERGE (n:Organization" in s.cypher]
    assert len(texts) == 3
    assert any(t.endswith("SET n:Street REMOVE n:Department REMOVE n:Group") for t in texts)


@pytest.mark.parametrize("cypher", ["LOAD CSV FROM $x AS row RETURN row", "MATCH (n)\nload csv from 'a' as r RETURN r"])
def test_reading_files_is_no_question(cypher: str) -> None:
    with pytest.raises(QueryError):
        check_read_only(cypher)


@pytest.mark.parametrize(
    "cypher",
    ["RETURN 'LOAD' AS a", 'RETURN "it\'s LOAD" AS a', "RETURN 1 AS `LOAD` // LOAD", "MATCH (n) RETURN n.payload"],
)
def test_the_word_elsewhere_is_nothing(cypher: str) -> None:
    check_read_only(cypher)
