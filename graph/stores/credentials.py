"""User and password of a Neo4j server: from the environment or from a file that only its owner reads; never from a command line.

ZHIZE_NEO4J_USER            default neo4j
ZHIZE_NEO4J_PASSWORD        the password, or
ZHIZE_NEO4J_PASSWORD_FILE   a file that holds it, mode 0600
"""

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from extract.errors import StoreError

HOW = "set ZHIZE_NEO4J_PASSWORD, or ZHIZE_NEO4J_PASSWORD_FILE to a file with mode 0600"


@dataclass(frozen=True, slots=True)
class Credentials:
    """A user and a password, which no text of this object shows."""

    user: str
    password: str = field(repr=False)


def credentials() -> Credentials:
    """The credentials that the environment names; raises StoreError if there are none, or others may read the file."""
    user = os.environ.get("ZHIZE_NEO4J_USER", "neo4j")
    password = os.environ.get("ZHIZE_NEO4J_PASSWORD")
    if password:
        return Credentials(user, password)
    file = os.environ.get("ZHIZE_NEO4J_PASSWORD_FILE")
    if not file:
        raise StoreError(f"no password for the Neo4j server: {HOW}")
    path = Path(file)
    try:
        if os.name == "posix" and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise StoreError(f"others may read the password file {path}: chmod 600 {path}")
        password = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"cannot read the password file {path}: {HOW}") from error
    if not password:
        raise StoreError(f"the password file {path} is empty: {HOW}")
    return Credentials(user, password)
