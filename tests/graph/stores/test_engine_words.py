"""What the engines of the graph say is said in our words, in both languages; their own sentence stays the cause of the error."""

import re
from pathlib import Path
from typing import Any

import kglite
import neo4j.exceptions as failures
import pytest

from extract.errors import GazetteError, QueryError, StoreError
from extract.wording.foreign import meaning_of
from extract.wording.reasons import reason_of
from graph.stores.kglite_store import open_url
from graph.stores.server_errors import one_line

ENGLISH = re.compile(r"[A-Za-z]{4,} [A-Za-z]{2,}")
# a statement that kglite refuses, and the code of what it says
REFUSED = (
    ("MATCH (n RETURN n", "foreign_query_syntax"),
    ("MATCH (n) RETURN count(n)+", "foreign_query_syntax"),
    ("MATCH (n) RETURN m", "foreign_query_variable"),
    ("RETURN foo(1)", "foreign_query_function"),
    ("CALL nosuch() YIELD x RETURN x", "foreign_query_procedure"),
    ("RETURN 1/0", "foreign_query_zero"),
    ("MATCH (n) RETURN n.key LIMIT $x", "foreign_query_parameter"),
    ("MATCH (n) WHERE n.key =~ '[' RETURN n", "foreign_query_regex"),
    ("RETURN date('abc')", "foreign_query_value"),
    ("RETURN size(3)", "foreign_query_type"),
    ("RETURN range(1,100000000000)", "foreign_query_memory"),
    ("CREATE (n:Body)", "foreign_query_writes"),
)


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("engine") / "graph.kgl"
    kglite.set_query_warning_policy("silent")
    session = kglite.open_session(str(path), durable="off")
    session.execute("CREATE (n:Body {key: 'a'})")
    return session.snapshot()


@pytest.mark.parametrize(("statement", "code"), REFUSED)
def test_what_kglite_says_of_a_statement_is_known(frozen: Any, statement: str, code: str) -> None:
    with pytest.raises(kglite.KgError) as caught:
        frozen.cypher(statement, params={}, timeout_ms=2000, row_limit=5).to_list()
    assert meaning_of(str(caught.value).splitlines()[0]).code == code


def test_a_graph_that_answers_not_says_why_in_our_words(tmp_path: Path) -> None:
    store = open_url(f"kglite://{tmp_path}/graph.kgl", writing=True, rebuild=False)
    with store, pytest.raises(QueryError) as caught:
        store.read("MATCH (n) RETURN m")
    assert caught.value.reason.text("zh").startswith("图谱无法回答：语句用到没有定义的变量 m；")
    assert "uses the variable m, which it does not define" in caught.value.reason.text("en")
    assert "Undefined variable" in str(caught.value.__cause__)


def test_where_a_statement_is_wrong_is_said() -> None:
    fault = reason_of("Cypher syntax error at line 1, col 17: Unexpected token in MATCH pattern: RETURN")
    assert fault.text("zh") == "第 1 行第 17 列，语句的写法不合 Cypher"
    of_server = reason_of("Variable `m` not defined (line 2, column 18 (offset: 17))")
    assert of_server.text("en") == "the statement uses the variable m, which it does not define at line 2, column 18"


@pytest.mark.parametrize("content", [b"RGF" + bytes(40), b"RGF\x08"])
def test_a_damaged_graph_says_so_without_the_engines_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "graph.kgl"
    path.write_bytes(content)
    with pytest.raises(StoreError) as caught:
        open_url(f"kglite://{path}", writing=False, rebuild=False)
    assert not ENGLISH.search(caught.value.reason.text("zh").replace("zhize build", "").replace(str(path), ""))


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("File I/O error: Permission denied (os error 13)", "system_not_allowed"),
        ("No space left on device (os error 28)", "system_full"),
        ("v8 file is truncated — metadata incomplete", "foreign_breaks_off"),
    ],
)
def test_what_the_system_says_through_an_engine_is_known(sentence: str, code: str) -> None:
    assert reason_of(sentence).code == code


def of_server(code: str, message: str) -> failures.Neo4jError:
    return failures.Neo4jError._hydrate_neo4j(code=code, message=message)


@pytest.mark.parametrize(
    ("failure", "says"),
    [
        (
            of_server("Neo.ClientError.Statement.SyntaxError", "Invalid input 'RETURN': expected ')'"),
            "语句的写法不合 Cypher",
        ),
        (of_server("Neo.ClientError.Statement.SyntaxError", "Unknown function 'foo'"), "没有 foo 这个函数"),
        (of_server("Neo.ClientError.Statement.ParameterMissing", "Expected parameter(s): x"), "参数 x 没有给出"),
        (of_server("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "The allocation failed"), "内存超过上限"),
        (of_server("Neo.ClientError.Database.DatabaseNotFound", "Graph not found: b"), "没有这个库"),
        (of_server("Neo.TransientError.Transaction.DeadlockDetected", "cannot be resolved"), "同时在改动图谱"),
        (of_server("Neo.ClientError.Security.Forbidden", "not allowed"), "没有权限"),
        (failures.ConfigurationError("URI scheme 'bolt+foo' is not supported."), "地址不能以 bolt+foo:// 开头"),
    ],
)
def test_what_a_server_says_is_said_in_chinese(failure: Exception, says: str) -> None:
    with pytest.raises(GazetteError) as caught, one_line("bolt://host:7687"):
        raise failure
    assert says in caught.value.reason.text("zh")
    assert not ENGLISH.search(caught.value.reason.text("zh").replace("zhize build", ""))
    assert caught.value.__cause__ is failure
