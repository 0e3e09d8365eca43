"""What the node of a cluster is known by: its jurisdiction and a short hash, made of one of its parts, the earliest.

In:  what a cluster is made of. Out: its key, and all keys by which it may have been known.

    武汉市新洲区's 区发改局, first printed so → 420117-0a1b2c3d4e5f, however its name is printed in later documents

The earliest part is that of the earliest document (by the day of its publication, then by its hash), so that documents that come later
change no key. A document of an earlier day, or one that shows two things to be one, may: then the keys of all parts still lead here
(`queries/run/former.py`), and an address that was kept finds the person.
"""

import hashlib
from collections.abc import Iterable, Iterator

from graph.identity.compare import body_name
from graph.identity.items import place_key, topic_key
from graph.ids import SEPARATOR, normal_name, without_end

BODY, OFFICIAL, TASK, PROJECT, TOPIC, PLACE, POLICY = (
    "body", "official", "task", "project", "topic", "place", "policy",
)  # fmt: skip
DIGITS = 12


def key_of(code: str, sort: str, *parts: str) -> str:
    """The key that a thing of a jurisdiction has by these parts: 420117-0a1b2c3d4e5f."""
    digest = hashlib.sha256(SEPARATOR.join((sort, *parts)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{code}-{digest[:DIGITS]}"


def key_by_name(code: str, sort: str, name: str) -> str:
    """The key by a name: of a body by what the name says, so that its short form and its full one give one key."""
    match sort:
        case "body":
            return key_of(code, sort, *body_name(name, code).identity)
        case "topic":
            return key_of(code, sort, topic_key(name))
        case "place":
            return key_of(code, sort, place_key(name, code))
        case _:
            return key_of(code, sort, normal_name(name))


def keys_of(code: str, sort: str, names: Iterable[str], members: Iterable[str]) -> Iterator[str]:
    """All keys by which a thing of these names and mentions may have been known."""
    for name in names:
        yield key_by_name(code, sort, name)
    for member in members:
        yield key_of(code, sort, member)
        yield key_of(code, sort, without_end(member))
