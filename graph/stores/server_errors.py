"""What a Neo4j server or its driver says when it fails → one line of ours, never with a password.

In:  the driver's exceptions, and the name and version that a server gives. Out: StoreError or QueryError.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import neo4j.exceptions as failures

from extract.errors import QueryError, StoreError
from graph.stores.store import REBUILD

OLDEST = (5, 26)
TIMED_OUT = "TransactionTimedOut"
READ_ONLY = "WriteOnReadOnlyAccessDbException"


def check_server(agent: str, url: str) -> None:
    """Raises StoreError for a server that is too old, or none of Neo4j; `agent` is what it calls itself: Neo4j/5.26.30."""
    found = re.search(r"/(\d+)\.(\d+)", agent)
    if found is None or (int(found[1]), int(found[2])) < OLDEST:
        raise StoreError(f"{url} is {agent}; Zhize needs Neo4j 5.26 or newer")


@contextmanager
def one_line(url: str, timeout: float | None = None) -> Iterator[None]:
    """Turns the driver's failures into ours: one line that says what and what to do, never with a password."""
    try:
        yield
    except (failures.AuthError, failures.TokenExpired) as error:
        raise StoreError(f"{url} refuses this user and password; check ZHIZE_NEO4J_USER and the password") from error
    except failures.ConfigurationError as error:
        raise StoreError(f"{url} is no address of a Neo4j server: {_first_line(error)}") from error
    except (failures.ServiceUnavailable, failures.SessionExpired) as error:
        raise StoreError(f"no Neo4j server answers at {url}; start it (make neo4j starts a local one)") from error
    except (failures.NotALeader, failures.ForbiddenOnReadOnlyDatabase) as error:
        raise StoreError(f"{url} only reads (a replica?); name the server that writes, with neo4j://") from error
    except failures.CypherSyntaxError as error:
        raise QueryError(f"the server does not understand a statement: {_first_line(error)}") from error
    except failures.Neo4jError as error:
        code = error.code or ""
        if TIMED_OUT in code:
            seconds = "" if timeout is None else f" of {timeout:g} s"
            raise QueryError(f"the question ran into the time limit{seconds}; narrow it") from error
        if READ_ONLY in code:
            raise StoreError(f"{url} only reads (a replica?); name the server that writes, with neo4j://") from error
        if code.startswith("Neo.ClientError.Statement"):
            raise QueryError(f"the server refuses a statement: {_first_line(error)}") from error
        raise StoreError(f"{url} failed ({code}): {_first_line(error)}; the server's log says more") from error
    except failures.DriverError as error:
        raise StoreError(f"{url} failed: {_first_line(error)}; {REBUILD} loads the graph anew") from error


def _first_line(error: Exception) -> str:
    said = (error.message if isinstance(error, failures.Neo4jError) else None) or (error.args[0] if error.args else "")
    return (str(said).splitlines() or [type(error).__name__])[0]
