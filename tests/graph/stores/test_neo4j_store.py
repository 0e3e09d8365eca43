"""What only the server's store has: its credentials, its errors, and a server that goes away in the middle of a load."""

import threading
import time
from pathlib import Path
from typing import Any

import neo4j
import neo4j.exceptions as failures
import pytest

from extract.errors import StoreError
from graph.projection.elements import Difference
from graph.stores.store import BEGUN, open_store
from tests.graph.generated import SCOPE, edges, held, nodes
from tests.graph.servers import free_port, server_in
from tests.local_server import LocalServer

pytestmark = pytest.mark.neo4j


def failure(url: str, *, writing: bool = False) -> str:
    with pytest.raises(StoreError) as caught:
        open_store(url, writing=writing)
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_a_wrong_password_is_one_line_without_it(neo4j_server: LocalServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHIZE_NEO4J_PASSWORD", "not-this-one")
    message = failure(neo4j_server.url)
    assert "refuses this user and password" in message
    assert "not-this-one" not in message


def test_no_server_is_one_line(neo4j_server: LocalServer) -> None:
    assert "no Neo4j server answers" in failure(f"bolt://127.0.0.1:{free_port()}")


def test_credentials_in_the_url_are_refused() -> None:
    message = failure("bolt://neo4j:geheim@127.0.0.1:7687")
    assert "do not belong in the URL" in message
    assert "geheim" not in message


def test_an_empty_server_says_how_to_make_a_graph(neo4j_server: LocalServer, bare: neo4j.Driver) -> None:
    assert "zhize build" in failure(neo4j_server.url)


def test_a_graph_of_another_program_is_left_alone(neo4j_server: LocalServer, bare: neo4j.Driver) -> None:
    bare.execute_query("CREATE (:Movie {title: '无名'})")
    assert "another program" in failure(neo4j_server.url, writing=True)
    assert bare.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"] == 1


def test_routing_urls_work(neo4j_server: LocalServer, bare: neo4j.Driver) -> None:
    with open_store(neo4j_server.url.replace("bolt:", "neo4j:"), writing=True) as store:
        store.apply(Difference(SCOPE, tuple(nodes(2))))
        assert store.counts()["Official"] == 2


def test_a_constraint_and_an_index_that_somebody_dropped_are_declared_again(
    neo4j_server: LocalServer, bare: neo4j.Driver
) -> None:
    with open_store(neo4j_server.url, writing=True) as store:
        store.checkpoint()
    before = declared(bare)
    bare.execute_query("DROP CONSTRAINT task_key")
    bare.execute_query("DROP INDEX task_scope")
    with open_store(neo4j_server.url, writing=True) as store:
        store.checkpoint()
    assert declared(bare) == before
    assert {("task_key", "task_key"), ("task_scope", None)} <= before


def test_nothing_is_declared_where_all_is(
    neo4j_server: LocalServer, bare: neo4j.Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(neo4j_server.url, writing=True) as store:
        store.checkpoint()
    said: list[str] = []
    run = neo4j.Transaction.run

    def heard(own: neo4j.Transaction, query: str, *rest: Any, **named: Any) -> neo4j.Result:
        said.append(query)
        return run(own, query, *rest, **named)

    monkeypatch.setattr(neo4j.Transaction, "run", heard)
    with open_store(neo4j_server.url, writing=True) as store:
        store.checkpoint()
    assert not [query for query in said if query.startswith("CREATE ")]


def declared(bare: neo4j.Driver) -> set[tuple[str, str | None]]:
    """Each index of the server, with the constraint that it belongs to."""
    records = bare.execute_query("SHOW INDEXES YIELD name, owningConstraint").records
    return {(record["name"], record["owningConstraint"]) for record in records}


def test_a_load_too_large_for_one_transaction_is_marked_until_it_is_complete(
    neo4j_server: LocalServer, bare: neo4j.Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.stores.neo4j_store.ONE_TRANSACTION", 40)
    monkeypatch.setattr("graph.stores.neo4j_store.PART", 20)
    some_nodes, some_edges = nodes(6), edges(6)
    with open_store(neo4j_server.url, writing=True) as store:
        store.apply(Difference(SCOPE, tuple(some_nodes), tuple(some_edges)))
        assert "was not completed" in failure(neo4j_server.url)
        store.checkpoint()
        found = store.projection(SCOPE)
    assert (dict(found.nodes), dict(found.edges)) == held(some_nodes, some_edges)
    with open_store(neo4j_server.url) as reader:
        assert reader.counts()["Official"] == 6


def test_a_load_in_several_transactions_that_is_cut_off_has_begun_its_scopes(
    neo4j_server: LocalServer, bare: neo4j.Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.stores.neo4j_store.ONE_TRANSACTION", 40)
    monkeypatch.setattr("graph.stores.neo4j_store.PART", 20)
    whole = Difference(SCOPE, tuple(nodes(6)), tuple(edges(6)), digest="d", also=(("other", "e"),))
    with open_store(neo4j_server.url, writing=True) as store:
        with monkeypatch.context() as patch:
            patch.setattr("graph.stores.neo4j_store._ahead", lambda parts: [next(parts), 1 / 0])
            with pytest.raises(ZeroDivisionError):
                store.apply(whole)
        assert store.marks() == {SCOPE: BEGUN, "other": BEGUN}
        store.apply(whole)
        assert store.marks() == {SCOPE: "d", "other": "e"}
        store.checkpoint()


def test_a_commit_whose_answer_is_lost_is_done_again_and_nothing_is_there_twice(
    neo4j_server: LocalServer, bare: neo4j.Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    some_nodes, some_edges = nodes(3), edges(3)
    answered = neo4j.Session.execute_write
    lost: list[object] = []

    def losing(session: neo4j.Session, work: Any) -> Any:
        result = answered(session, work)
        if len(lost) < 2:
            lost.append(work)
            raise failures.IncompleteCommit("the server is gone")
        return result

    with open_store(neo4j_server.url, writing=True) as store:
        monkeypatch.setattr(neo4j.Session, "execute_write", losing)
        store.apply(Difference(SCOPE, tuple(some_nodes), tuple(some_edges)))
        monkeypatch.undo()
        store.checkpoint()
        found = store.projection(SCOPE)
        assert sum(store.counts().values()) == len(some_nodes) + len(some_edges)
    assert len(lost) == 2
    assert (dict(found.nodes), dict(found.edges)) == held(some_nodes, some_edges)


@pytest.mark.slow
def test_a_server_that_restarts_in_the_middle_of_a_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    some_nodes, some_edges = nodes(400), edges(300)
    monkeypatch.delenv("ZHIZE_NEO4J_PASSWORD", raising=False)
    with server_in(tmp_path / "home") as server:
        monkeypatch.setenv("ZHIZE_NEO4J_PASSWORD_FILE", str(server.password_file))
        with open_store(server.url, writing=True) as store:
            stopped = threading.Event()

            def restart() -> None:
                time.sleep(0.7)
                server.stop(kill=True)
                stopped.set()
                time.sleep(1)
                server.start()

            other = threading.Thread(target=restart)
            other.start()
            store.apply(Difference(SCOPE, tuple(some_nodes), tuple(some_edges)))
            finished_early = not stopped.is_set()
            other.join()
            assert not finished_early, "the load was over before the server went away: make it larger"
            found = store.projection(SCOPE)
            assert (dict(found.nodes), dict(found.edges)) == held(some_nodes, some_edges)
