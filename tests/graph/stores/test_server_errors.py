import neo4j.exceptions as failures
import pytest

from extract.errors import GazetteError, QueryError, StoreError
from graph.stores.server_errors import check_server, one_line

URL = "bolt://host:7687"


@pytest.mark.parametrize("agent", ["Neo4j/5.26.0", "Neo4j/5.26.30", "Neo4j/2025.10.1"])
def test_a_server_of_today_is_taken(agent: str) -> None:
    check_server(agent, URL)


@pytest.mark.parametrize("agent", ["Neo4j/4.4.38", "Neo4j/5.25.1", "Neo4j/3.5.0", "Memgraph", ""])
def test_an_old_server_is_refused_in_one_line(agent: str) -> None:
    with pytest.raises(StoreError, match=r"Zhize needs Neo4j 5\.26 or newer"):
        check_server(agent, URL)


@pytest.mark.parametrize(
    ("failure", "kind", "message"),
    [
        (failures.AuthError("geheim"), StoreError, "refuses this user and password"),
        (failures.ServiceUnavailable("geheim"), StoreError, "no Neo4j server answers"),
        (failures.SessionExpired("geheim"), StoreError, "no Neo4j server answers"),
        (failures.NotALeader("geheim"), StoreError, "only reads"),
        (failures.ForbiddenOnReadOnlyDatabase("geheim"), StoreError, "only reads"),
        (failures.ConfigurationError("unknown scheme\nmore"), StoreError, "is no address of a Neo4j server"),
        (failures.CypherSyntaxError("Invalid input\nmore"), QueryError, "does not understand"),
        (failures.DatabaseError("disk\nmore"), StoreError, "the server's log says more"),
        (failures.DriverError("closed\nmore"), StoreError, "failed: closed"),
    ],
)
def test_each_failure_is_one_line_of_ours(failure: Exception, kind: type[GazetteError], message: str) -> None:
    with pytest.raises(kind, match=message) as caught, one_line(URL):
        raise failure
    assert len(str(caught.value).splitlines()) == 1
    assert "geheim" not in str(caught.value)
    assert caught.value.__cause__ is failure
