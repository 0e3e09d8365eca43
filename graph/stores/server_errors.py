"""What a Neo4j server or its driver says when it fails → one line of ours, never with a password.

In:  the driver's exceptions, and the name and version that a server gives. Out: StoreError or QueryError.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import neo4j.exceptions as failures

from extract.errors import QueryError, StoreError
from extract.wording.foreign import meaning_of
from extract.wording.reasons import Reason, reason_of
from graph.stores.store import REBUILD

OLDEST = (5, 26)
TIMED_OUT = "TransactionTimedOut"
READ_ONLY = "WriteOnReadOnlyAccessDbException"


def check_server(agent: str, url: str) -> None:
    """Raises StoreError for a server that is too old, or none of Neo4j; `agent` is what it calls itself: Neo4j/5.26.30."""
    match = re.search(r"/(\d+)\.(\d+)", agent)
    if match is None or (int(match[1]), int(match[2])) < OLDEST:
        raise StoreError("server_too_old", url=url, agent=agent)


@contextmanager
def one_line(url: str, timeout: float | None = None) -> Iterator[None]:
    """Turns the driver's failures into ours: one line that says what and what to do, never with a password."""
    try:
        yield
    except (failures.AuthError, failures.TokenExpired) as error:
        raise StoreError("server_refuses_user", url=url) from error
    except failures.ConfigurationError as error:
        raise StoreError("no_server_address", url=url, fault=_fault(error)) from error
    except (failures.ServiceUnavailable, failures.SessionExpired) as error:
        raise StoreError("no_server", url=url) from error
    except (failures.NotALeader, failures.ForbiddenOnReadOnlyDatabase) as error:
        raise StoreError("server_reads_only", url=url) from error
    except failures.CypherSyntaxError as error:
        raise QueryError("server_not_understood", fault=_fault(error)) from error
    except failures.Neo4jError as error:
        code = error.code or ""
        if TIMED_OUT in code:
            seconds = "" if timeout is None else f" of {timeout:g} s"
            raise QueryError("time_limit", seconds=seconds) from error
        if READ_ONLY in code:
            raise StoreError("server_reads_only", url=url) from error
        if code.startswith("Neo.ClientError.Statement"):
            raise QueryError("server_refuses", fault=_fault(error)) from error
        raise StoreError("server_failed_code", url=url, code=code, fault=_fault(error)) from error
    except failures.DriverError as error:
        raise StoreError("server_failed", url=url, fault=_fault(error), rebuild=REBUILD) from error


def _fault(error: Exception) -> Reason:
    """What the server or the driver says, in our words: by its sentence, else by its code, else quoted."""
    coded = error if isinstance(error, failures.Neo4jError) else None
    message = (coded.message if coded else None) or (error.args[0] if error.args else "")
    sentence = (str(message).splitlines() or [type(error).__name__])[0]
    code = (coded.code if coded else None) or ""
    return reason_of(code if code and meaning_of(sentence).quoted and not meaning_of(code).quoted else sentence)
