"""The server as a store: Neo4j 5.26 or newer by the official driver, over bolt:// or neo4j:// (clusters and replicas by routing).

In:  the URL; user and password come from graph/stores/credentials.py. Out: a Store.

Asking runs in READ sessions, which the server keeps from writing, with the server's own time limit. A difference is one
managed transaction: the driver runs it anew when the server restarts before it is committed; what is there already is not made twice
(MERGE by key; the first load of an empty graph creates its relationships).
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import cached_property
from types import TracebackType
from typing import Any, Self, TypeVar
from urllib.parse import urlsplit

import neo4j
import neo4j.exceptions as failures
from neo4j.time import Date, DateTime

from extract.errors import QueryError, StoreError
from graph.projection.elements import Difference, EdgeRef, Held, NodeRef
from graph.projection.schema import EDGES, MARK, MARK_KEY, NODES, SCHEMA_VERSION, constraints
from graph.stores.credentials import credentials
from graph.stores.lease import LEASE_KEY, RENEW_SECONDS, WRITTEN, Lease
from graph.stores.loading import SCOPE_DIGESTS, SCOPE_MARK, Statement, begun, mark_statement, statements
from graph.stores.server_errors import check_server, one_line
from graph.stores.store import NAME_LIMIT, ROW_CAP, TIME_LIMIT, Reading, Rows, check_read_only, check_version
from graph.stores.texts import Texts

T = TypeVar("T")
CONNECT_SECONDS = 10.0
WRITE_RETRY_SECONDS = 180.0  # how long a load waits for a server that restarts
READ_RETRY_SECONDS = 5.0
RETRY_PAUSE = 0.5
GONE = (failures.ServiceUnavailable, failures.SessionExpired, failures.DatabaseUnavailable)
ONE_TRANSACTION = 40_000  # nodes and relationships; about 250 MB of the server's transaction memory
PART = 4_000  # rows of each transaction of a load that takes several: small ones are committed faster
MARK_LOADING = f"UNWIND $rows AS row MATCH (n:{MARK} {{key: row[0]}}) SET n.loading = row[1]"
MARK_COMPLETE = Statement(f"UNWIND $rows AS row MATCH (n:{MARK} {{key: row[0]}}) REMOVE n.loading", [[MARK_KEY]])
DROP = f"""
MATCH (n) WHERE n:{"|".join(NODES)} OR (n.key IS NOT NULL AND n.digest IS NOT NULL)  // a label of another version too
CALL (n) {{ DETACH DELETE n }} IN TRANSACTIONS OF 5000 ROWS
"""
DECLARED = "SHOW INDEXES YIELD name"  # a constraint has an index of its name
ONLINE = "SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name"
SOUGHT = ("LEADS", "ASSISTS", "LIAISES", "MEMBER_OF", "HOSTS")  # types of which those of a document are asked for


def open_url(url: str, *, writing: bool, rebuild: bool) -> "Neo4jStore":
    """Connects to the server at `url`; a path names the database (neo4j://host:7687/gazettes); raises StoreError if none answers."""
    parts = urlsplit(url)
    if parts.username or parts.password:
        raise StoreError("credentials_in_url")
    known = credentials()
    address = f"{parts.scheme}://{parts.netloc}"
    with one_line(address):
        driver = neo4j.GraphDatabase.driver(
            address,
            auth=(known.user, known.password),
            connection_timeout=CONNECT_SECONDS,
            max_transaction_retry_time=WRITE_RETRY_SECONDS if writing else READ_RETRY_SECONDS,
            notifications_min_severity="OFF",
            user_agent="zhize",
        )
    store = Neo4jStore(address, parts.path.strip("/") or None, driver)
    try:
        store.prepare(writing=writing, rebuild=rebuild)
    except BaseException:
        store.close()
        raise
    return store


class Neo4jStore:
    """A Store on a Neo4j server; see graph.store.Store for what each method takes and gives."""

    def __init__(self, url: str, database: str | None, driver: neo4j.Driver) -> None:
        self.url = url
        self.texts = Texts()
        self.most_at_once = ONE_TRANSACTION
        self._database = database
        self._driver = driver
        self._lease: Lease | None = None
        self._later: list[str] = []  # indexes that are declared once all was applied: loading is quicker without them
        self._known: dict[object, tuple[Any, Any]] = {}  # when it was written, and what it was
        self._empty = False  # until the first difference is applied to an empty graph

    def prepare(self, *, writing: bool, rebuild: bool) -> None:
        """Checks server and schema version; when writing, declares the constraints, and drops our graph if `rebuild`."""
        with one_line(self.url):
            self._driver.verify_connectivity()
            check_server(self._driver.get_server_info().agent, self.url)
            version = self.schema_version()
            if not rebuild:
                check_version(version, SCHEMA_VERSION, self.url)
            if not writing:
                if self._loading():
                    raise StoreError("load_incomplete", url=self.url)
                if version is None:
                    raise StoreError("server_no_graph", url=self.url, again=self.url)
                return
            self._prepare_writing(version, rebuild)

    def _prepare_writing(self, version: int | None, rebuild: bool) -> None:
        if version is None and self._rows(f"MATCH (n) WHERE NOT n:{MARK} RETURN 1 LIMIT 1"):
            raise StoreError("server_graph_of_other", url=self.url)
        there = self._names_declared()
        first, *others = sorted(constraints(), key=lambda line: f"(n:{MARK})" not in line)
        self._declare(_lacking([first], there))  # so that there is one lease only
        self._lease = Lease(self.url, lambda: self._session(neo4j.WRITE_ACCESS))
        self._lease.take()
        if rebuild:
            if version is not None:
                self._write([Statement(MARK_LOADING, [[MARK_KEY, "all"]])])
            self._run_alone(DROP)
        self._declare(_lacking(others, there))
        self._later = _lacking([*_scope_indexes(), *_notice_indexes()], there)
        self._write([mark_statement()])
        self._empty = not self._rows(f"MATCH (n) WHERE NOT n:{MARK} RETURN 1 LIMIT 1")

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        limit: int = ROW_CAP,
        timeout: float = TIME_LIMIT,
    ) -> Rows:
        """Runs one read-only statement on the server, at most `timeout` seconds; `limit` rows come back at most."""
        check_read_only(cypher)

        @neo4j.unit_of_work(timeout=timeout)
        def ask(transaction: neo4j.ManagedTransaction) -> Rows:
            return _read(transaction, cypher, parameters or {}, limit)

        with one_line(self.url, timeout), self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(ask)

    def known(self, made: Callable[[Reading], T]) -> T:
        """What `made` makes of what it reads; each transaction that writes notes its moment at the lease, by which it is known.

        The moment and what is read come of one transaction, so of one member of a cluster. A graph of which no build
        was held (one that the import tool made) is read each time.
        """

        @neo4j.unit_of_work(timeout=TIME_LIMIT)
        def look(transaction: neo4j.ManagedTransaction) -> T:
            moment = transaction.run(WRITTEN, key=LEASE_KEY).single()
            written = moment[0] if moment else None
            before, value = self._known.get(made, (None, None))
            if written is None or written != before:
                value = made(lambda cypher: _read(transaction, cypher, {}, NAME_LIMIT))
                self._known[made] = written, value
            known: T = value
            return known

        with one_line(self.url, TIME_LIMIT), self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(look)

    def apply(self, difference: Difference) -> None:
        """Applies the difference in one managed transaction; one too large for a server's memory in several, marked.

        While the mark stands, readers are told that a load is not complete; `checkpoint` takes it away.
        """
        if not difference:
            return
        work = statements(difference)
        empty, self._empty = self._empty, False
        with one_line(self.url):
            if _size(difference) <= ONE_TRANSACTION:
                self._write(list(work), into_nothing=empty)
                return
            self._write([Statement(MARK_LOADING, [[MARK_KEY, difference.scope]]), begun(difference)])
            for part in _ahead(_parts(work)):
                self._write(part, into_nothing=empty)

    @cached_property
    def seeks(self) -> bool:
        """Whether the server has made the indexes of relationships by their notice; a graph of before has none until the next build."""
        try:
            there = frozenset(row[0] for row in self._rows(ONLINE))
        except StoreError:  # who may only read data is not told
            return False
        return not _lacking(_notice_indexes(), there)

    def scopes(self) -> tuple[str, ...]:
        """The jurisdictions of which the store holds anything."""
        texts: set[str] = set()
        for label in NODES:
            texts.update(row[0] for row in self._rows(f"MATCH (n:{label}) RETURN DISTINCT n.scope AS scope"))
        return tuple(sorted(texts))

    def projection(self, scope: str) -> Held:
        """Digests of all that the store holds of one jurisdiction."""
        nodes: dict[NodeRef, str] = {}
        edges: dict[EdgeRef, str] = {}
        for label in NODES:
            cypher = f"MATCH (n:{label}) WHERE n.scope = $scope RETURN n.key, n.digest"
            nodes.update({NodeRef(label, key): digest for key, digest in self._rows(cypher, scope=scope)})
        for edge in EDGES.values():
            cypher = (
                f"MATCH (a)-[e:{edge.type}]->(b) WHERE e.scope = $scope "
                f"RETURN e.{edge.key}, e.digest, labels(a), a.key, labels(b), b.key"
            )
            for key, digest, start_labels, start, end_labels, end in self._rows(cypher, scope=scope):
                ends = NodeRef(_general(start_labels), start), NodeRef(_general(end_labels), end)
                edges[EdgeRef(edge.type, key, *ends)] = digest
        return Held(nodes, edges)

    def counts(self) -> dict[str, int]:
        """Nodes by label and relationships by type."""
        by_key: dict[str, int] = {}
        for name in NODES:
            by_key[name] = int(self._rows(f"MATCH (n:{name}) RETURN count(n)")[0][0])
        for name in EDGES:
            by_key[name] = int(self._rows(f"MATCH ()-[e:{name}]->() RETURN count(e)")[0][0])
        return {name: number for name, number in by_key.items() if number}

    def schema_version(self) -> int | None:
        """The schema version of the graph; None where Zhize has written nothing."""
        rows = self._rows(f"MATCH (n:{MARK} {{key: $key}}) RETURN n.version", key=MARK_KEY)
        return int(rows[0][0]) if rows else None

    def marks(self) -> dict[str, str]:
        """The digest of each scope that the server holds whole."""
        return dict(self._rows(SCOPE_DIGESTS, prefix=SCOPE_MARK))

    def checkpoint(self) -> None:
        """Says that all was applied: readers see what the server has committed, and a mark of a large load is gone."""
        with one_line(self.url):
            self._declare(self._later)  # the server makes them while it answers without them
            self._later = []
            self._write([MARK_COMPLETE])

    def close(self) -> None:
        """Ends the lease of a builder and closes the connections; calling it twice does no harm."""
        if self._lease is not None:
            self._lease.give_back()
            self._lease = None
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(database=self._database, default_access_mode=access, fetch_size=2_000)

    def _rows(self, cypher: str, **parameters: Any) -> list[tuple[Any, ...]]:
        def ask(transaction: neo4j.ManagedTransaction) -> list[tuple[Any, ...]]:
            return [tuple(record.values()) for record in transaction.run(cypher, parameters)]

        with one_line(self.url), self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(ask)

    def _run_alone(self, cypher: str) -> None:
        def run() -> None:
            with self._session(neo4j.WRITE_ACCESS) as session:
                session.run(cypher).consume()

        _patiently(run)

    def _loading(self) -> bool:
        return bool(self._rows(f"MATCH (n:{MARK}) WHERE n.loading IS NOT NULL RETURN n.loading"))

    def _names_declared(self) -> frozenset[str]:
        """The names of the constraints and indexes that the server has; asking once costs less than declaring each again."""
        return frozenset(row[0] for row in self._rows(DECLARED))

    def _declare(self, lines: Sequence[str]) -> None:
        def run() -> None:
            with self._session(neo4j.WRITE_ACCESS) as session, session.begin_transaction() as transaction:
                for line in lines:
                    transaction.run(line).consume()
                transaction.commit()

        if lines:
            _patiently(run)

    def _write(self, work: Sequence[Statement], into_nothing: bool = False) -> None:
        """Runs the statements in one managed transaction of who holds the lease; it may be run anew.

        A server that is gone while it commits leaves open whether it did: then all is run once more, and looks what is there.
        """
        lease = self._lease
        if lease is None:
            raise StoreError("opened_reading", path=self.url)

        def run(transaction: neo4j.ManagedTransaction) -> None:
            lease.check(transaction)
            begun = time.monotonic()
            for statement in work:
                cypher = statement.into_nothing if into_nothing else ""
                transaction.run(cypher or statement.cypher, rows=statement.rows).consume()
            if time.monotonic() - begun > RENEW_SECONDS:  # who waits for the lease must not find it stale
                lease.check(transaction)

        def write() -> None:
            nonlocal into_nothing
            try:
                with self._session(neo4j.WRITE_ACCESS) as session:
                    session.execute_write(run)
            except failures.IncompleteCommit:
                into_nothing = False
                raise

        _patiently(write)


def _read(transaction: neo4j.ManagedTransaction, cypher: str, parameters: Mapping[str, Any], limit: int) -> Rows:
    """The rows of one statement, at most `limit`."""
    result = transaction.run(cypher, dict(parameters))
    columns = tuple(result.keys())
    records = result.fetch(limit + 1)
    rows = tuple(tuple(_value(v) for v in record.values()) for record in records[:limit])
    return Rows(columns, rows, truncated=len(records) > limit)


def _patiently(work: Callable[[], None]) -> None:
    """Does the work anew while a server that was there does not answer, as long as a load waits for one that restarts."""
    deadline = time.monotonic() + WRITE_RETRY_SECONDS
    while True:
        try:
            work()
        except GONE:
            if time.monotonic() > deadline:
                raise
            time.sleep(RETRY_PAUSE)
        else:
            return


def _size(difference: Difference) -> int:
    return sum(map(len, (difference.nodes, difference.edges, difference.gone_nodes, difference.gone_edges)))


def _parts(work: Iterable[Statement]) -> Iterator[list[Statement]]:
    """Statements in their order, as many together as one transaction takes."""
    part: list[Statement] = []
    for statement in work:
        if part and sum(len(s.rows) for s in part) + len(statement.rows) > PART:
            yield part
            part = []
        part.append(statement)
    if part:
        yield part


def _ahead(parts: Iterator[list[Statement]]) -> Iterator[list[Statement]]:
    """The same parts; the next one's rows are made while the server works at the one before."""
    with ThreadPoolExecutor(max_workers=1) as beside:
        coming = beside.submit(next, parts, None)
        while (part := coming.result()) is not None:
            coming = beside.submit(next, parts, None)
            yield part


def _lacking(lines: Iterable[str], there: frozenset[str]) -> list[str]:
    """The declarations whose names are not there yet: CREATE CONSTRAINT task_key IF NOT EXISTS …"""
    return [line for line in lines if line.split()[2] not in there]


def _scope_indexes() -> list[str]:
    """One index a label and type, so that what is asked of one jurisdiction does not cost by the whole graph."""
    lines = [f"CREATE INDEX {label.lower()}_scope IF NOT EXISTS FOR (n:{label}) ON (n.scope)" for label in NODES]
    return lines + [
        f"CREATE INDEX {kind.lower()}_scope IF NOT EXISTS FOR ()-[e:{kind}]-() ON (e.scope)" for kind in EDGES
    ]


def _notice_indexes() -> list[str]:
    """One index for each type of which those of a document are asked for: no relationship leads from a document to them."""
    return [f"CREATE INDEX {kind.lower()}_notice IF NOT EXISTS FOR ()-[e:{kind}]-() ON (e.notice)" for kind in SOUGHT]


def _general(labels: list[str]) -> str:
    return next(label for label in labels if label in NODES)


def _value(value: Any) -> Any:
    if isinstance(value, Date):
        return value.to_native()
    if isinstance(value, DateTime):
        return value.to_native()
    if isinstance(value, list):
        return [_value(v) for v in value]
    if isinstance(value, dict):
        return {k: _value(v) for k, v in value.items()}
    if value is None or isinstance(value, str | int | float | bool | date):
        return value
    raise QueryError("value_type", kind=type(value).__name__)
