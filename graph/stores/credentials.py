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
from extract.wording.reasons import reason


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
        raise StoreError("no_password", how=reason("how_password"))
    path = Path(file)
    try:
        if os.name == "posix" and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise StoreError("password_file_open", path=path, again=path)
        password = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError("password_file_unread", path=path, how=reason("how_password")) from error
    if not password:
        raise StoreError("password_file_empty", path=path, how=reason("how_password"))
    return Credentials(user, password)
