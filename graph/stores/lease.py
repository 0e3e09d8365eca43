"""One builder a graph on a server: a node that says who holds it, which a builder renews while it lives.

In:  a driver's sessions. Out: a Lease, or a StoreError: "bolt://… is being loaded by process 4711 on archive-2 since …".

Each transaction that writes takes the lease's node first, and writes nothing if another builder has taken the lease over. So whoever
was passed over because it said nothing for a while (a machine asleep, a network gone) cannot write into what the other one loads.
Time is the server's own.
"""

import os
import socket
import threading
import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

import neo4j
import neo4j.exceptions as failures

from extract.errors import StoreError
from graph.projection.schema import MARK

LEASE_KEY = "lease"
RENEW_SECONDS = 15.0
JOIN_SECONDS = 2.0
STALE_SECONDS = 60  # a holder that says nothing for so long is passed over
TAKE = f"""
MERGE (l:{MARK} {{key: $key}}) SET l.name = $key // locks it
WITH l, l.holder = $holder AS ours,
     l.holder IS NULL OR l.seen < datetime.realtime() - duration({{seconds: $stale}}) OR l.holder = $dead AS free
WITH l, ours, ours OR free AS taken
FOREACH (x IN CASE WHEN taken AND NOT coalesce(ours, false) THEN [1] ELSE [] END |
    SET l.holder = $holder, l.process = $process, l.host = $host, l.since = datetime.realtime())
FOREACH (x IN CASE WHEN taken THEN [1] ELSE [] END | SET l.seen = datetime.realtime())
RETURN taken, l.holder AS holder, l.process AS process, l.host AS host, toString(l.since) AS since
"""
KEEP = f"""
MATCH (l:{MARK} {{key: $key}}) SET l.name = $key // locks it, so that what is read next stays so until the transaction ends
WITH l WHERE l.holder = $holder SET l.seen = datetime.realtime() RETURN l.key
"""
WRITTEN = f"MATCH (l:{MARK} {{key: $key}}) RETURN l.seen"  # the last moment at which anything may have been written
GIVE_BACK = f"MATCH (l:{MARK} {{key: $key}}) WHERE l.holder = $holder REMOVE l.holder"


class Lease:
    """The right to write into one graph, held from `take` to `give_back`."""

    def __init__(self, url: str, session: Callable[[], neo4j.Session]) -> None:
        self._url = url
        self._session = session
        self._holder = uuid.uuid4().hex
        self._over = threading.Event()
        self._keeper: threading.Thread | None = None

    def take(self) -> None:
        """Takes the lease, from a builder of this machine that has died too; StoreError if another builder holds it."""
        holder = self._try("")
        if not holder["taken"] and holder["host"] == socket.gethostname() and not _alive(holder["process"]):
            holder = self._try(holder["holder"])
        if not holder["taken"]:
            raise StoreError(
                "being_loaded",
                url=self._url,
                process=holder["process"],
                host=holder["host"],
                since=holder["since"],
                stale=STALE_SECONDS,
            )
        self._keeper = threading.Thread(target=self._keep, name="zhize-lease", daemon=True)
        self._keeper.start()

    def check(self, transaction: neo4j.ManagedTransaction) -> None:
        """Renews the lease within a transaction that writes, which waits for others; StoreError if another builder has it."""
        if transaction.run(KEEP, key=LEASE_KEY, holder=self._holder).single() is None:
            raise StoreError("taken_over", url=self._url)

    def give_back(self) -> None:
        """Ends the lease; a server that is gone is left to find out by itself."""
        if self._keeper is None:
            return
        self._over.set()
        self._keeper.join(timeout=JOIN_SECONDS)
        self._keeper = None
        with suppress(failures.DriverError, failures.Neo4jError), self._session() as session:
            session.run(GIVE_BACK, key=LEASE_KEY, holder=self._holder).consume()

    def _try(self, dead: str) -> Mapping[str, Any]:
        by_key: dict[str, Any] = {
            "process": os.getpid(),
            "host": socket.gethostname(),
            "stale": STALE_SECONDS,
            "dead": dead,
        }

        def take(transaction: neo4j.ManagedTransaction) -> Mapping[str, Any]:
            record = transaction.run(TAKE, key=LEASE_KEY, holder=self._holder, **by_key).single(strict=True)
            return dict(record)

        with self._session() as session:
            return session.execute_write(take)

    def _keep(self) -> None:
        while not self._over.wait(RENEW_SECONDS):
            with suppress(failures.DriverError, failures.Neo4jError), self._session() as session:
                session.run(KEEP, key=LEASE_KEY, holder=self._holder).consume()


def _alive(process: object) -> bool:
    """Whether a process of this machine runs; where that cannot be asked, it is taken to run."""
    if os.name != "posix" or not isinstance(process, int):
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
