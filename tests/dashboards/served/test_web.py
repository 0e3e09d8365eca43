"""zhize serve: what is served on 127.0.0.1, to whom, and within which limits."""

import http.client
import json
import threading
from collections.abc import Iterator
from urllib.parse import quote, urlencode

import pytest

from dashboards.served.answers import Answers
from dashboards.served.web import MOST_BYTES, OPENREFINE, Server

OWN = frozenset({"127.0.0.1", "localhost", "::1"})


@pytest.fixture(scope="module")
def server(small_graph_url: str) -> Iterator[Server]:
    with Server(Answers(small_graph_url, None), 0, OWN, frozenset(OPENREFINE)) as made:
        thread = threading.Thread(target=made.serve_forever, daemon=True)
        thread.start()
        yield made
        made.shutdown()


def ask(
    server: Server, path: str, method: str = "GET", body: str | None = None, **headers: str
) -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    connection.request(method, path, body=body, headers=headers)
    response = connection.getresponse()
    text = response.read().decode("utf-8")
    connection.close()
    return response.status, {name.lower(): value for name, value in response.getheaders()}, text


def test_a_question_is_answered_as_json_with_citations(server: Server) -> None:
    status, headers, text = ask(server, f"/ask/career?official={quote('赵明远')}&limit=5")
    answer = json.loads(text)
    assert (status, headers["content-type"]) == (200, "application/json; charset=utf-8")
    assert answer["rows"][0]["citation"]["quote"]
    assert answer["rests_on"]


def test_search_things_and_the_list_are_served(server: Server) -> None:
    hit = json.loads(ask(server, f"/find?words={quote('区财政局')}&kind=department")[2])["things"][0]
    page = json.loads(ask(server, f"/thing/{hit['kind']}/{quote(hit['key'], safe='')}")[2])
    assert "who_holds" in page["answers"]
    assert any(q["name"] == "who_holds" for q in json.loads(ask(server, "/questions")[2])["questions"])


def test_a_batch_of_reconciliation_is_answered_by_get_and_by_post(server: Server) -> None:
    form = urlencode({"queries": json.dumps({"q0": {"query": "区财政局", "type": "body"}})})
    posted = ask(server, "/reconcile", "POST", form, **{"Content-Type": "application/x-www-form-urlencoded"})
    assert posted[0] == 200
    assert json.loads(posted[2]) == json.loads(ask(server, f"/reconcile?{form}")[2])
    assert json.loads(posted[2])["q0"]["result"][0]["match"] is True
    assert "0.2" in json.loads(ask(server, "/reconcile")[2])["versions"]


def test_what_is_refused_says_why(server: Server) -> None:
    status, _, text = ask(server, "/ask/who_holds?body=nonsense")
    assert status == 400
    assert {"code", "zh", "en"} <= set(json.loads(text)["refused"])
    assert ask(server, "/ask/changes?limit=1000000")[0] == 400
    assert ask(server, "/ask/changes?limit=x")[0] == 400
    assert ask(server, "/reconcile?queries=%7B")[0] == 400
    assert ask(server, "/nothing")[0] == 404
    assert ask(server, "/reconcile/preview?id=official%3Anobody")[0] == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_is_written(server: Server, method: str) -> None:
    assert ask(server, "/ask/changes", method, "x=1")[0] in {405, 501}


def test_a_large_request_is_not_read(server: Server) -> None:
    assert ask(server, "/reconcile", "POST", None, **{"Content-Length": str(MOST_BYTES + 1)})[0] == 413


@pytest.mark.parametrize("path", ["/", "/questions", "/reconcile", "/reconcile/preview?id=x", "/ask/changes"])
def test_a_foreign_host_and_a_foreign_page_are_refused_on_every_path(server: Server, path: str) -> None:
    for foreign in (
        {"Host": "evil.example"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9"},
    ):
        status, headers, _ = ask(server, path, **foreign)
        assert status == 403
        assert "access-control-allow-origin" not in headers


def test_openrefine_may_ask_from_its_own_page(server: Server) -> None:
    for method in ("GET", "OPTIONS"):
        status, headers, _ = ask(server, "/reconcile", method, Origin=OPENREFINE[0])
        assert status in {200, 204}
        assert headers["access-control-allow-origin"] == OPENREFINE[0]


def test_a_page_of_a_document_can_run_and_load_nothing(server: Server) -> None:
    _, headers, text = ask(server, "/reconcile/preview?id=official%3Aa-x")
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["x-content-type-options"] == "nosniff"
    assert "<img" not in text
