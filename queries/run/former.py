"""Keys that things had before → their keys of now, so that an address that was kept still finds the person.

In:  a store and a key that it may no longer hold. Out: the key of the thing that bears one of the parts that the key was made of.

    420117-0a1b2c3d4e5f, of a body's name before a document of an earlier day was loaded → 420117-99aabbccddee
    420117/张三/1f0c…:412-414:official, as Zhize 0.1 wrote it → 420117-0a1b2c3d4e5f

No table of former keys is kept: names and mentions of each thing stand in the graph, and every key follows from one of them.
"""

import re
from collections.abc import Iterator, Sequence

from graph.stores.store import Store
from queries.library import statement_of

SORTS = {
    # the label of a node: the sort that its key is made with
    "Official": "official", "Organization": "body", "Task": "task", "Project": "project", "Topic": "topic",
    "Policy": "policy", "Place": "place",
}  # fmt: skip
KEY = re.compile(r"^(?P<code>[^/\s]{1,80})-[0-9a-f]{12}$")
MENTION = re.compile(r"[0-9a-f]{16}:[^:]*:[a-z]+$")
MOST = 100_000


def present_key(store: Store, key: str) -> str | None:
    """The key that the thing of a key has now: the same where the graph holds it, None where nothing bears its parts.

    The key of a post is that of its body followed by the post.
    """
    if not is_key(key):
        return None
    if any(_held(store, label, key) for label in (*SORTS, "Post")):
        return key
    bearer = next((now for label in SORTS for now in _bearers(store, label, key)), None)
    if bearer is None and "/" in key:
        body, _, post = key.rpartition("/")
        whole = present_key(store, body)
        return f"{whole}/{post}" if whole and _held(store, "Post", f"{whole}/{post}") else None
    return bearer


def is_key(text: str) -> bool:
    """Whether a text can be a key, of now or of before; a name is none."""
    return KEY.match(text.split("/")[0]) is not None or text.count("/") > 0


def _held(store: Store, label: str, key: str) -> bool:
    return bool(
        store.read(f"MATCH (n:{label} {{key: $key}}) RETURN n.key AS key LIMIT $limit", {"key": key, "limit": 1}).rows
    )


def _bearers(store: Store, label: str, key: str) -> Iterator[str]:
    from graph.identity.keys import keys_of  # heavy, and only an address of before needs it

    match = KEY.match(key)
    code = match["code"] if match else key.split("/")[0]
    begins = f"{code}-" if match or label != "Policy" else code
    given = {"begins": begins, "limit": MOST}
    for row in store.read(statement_of("former", label.lower()), given, limit=MOST).dicts():
        names = [row["name"], *_names(row["names"])]
        members = [str(member) for member in row["members"] or ()]
        if match:
            if key in keys_of(code, SORTS[label], names, members):
                yield row["key"]
        elif _bore(key.split("/")[1:], names, members):
            yield row["key"]


def _names(names: Sequence[str] | None) -> Iterator[str]:
    """The names of a node; one may carry its first and last sighting after a bar."""
    return (str(name).split("|")[0] for name in names or ())


def _bore(parts: Sequence[str], names: Sequence[str], members: Sequence[str]) -> bool:
    """Whether a key of Zhize 0.1 was of these: its last part is a mention, else the text of the thing."""
    if not parts:
        return False
    from graph.ids import normal_item, normal_name, without_end

    mention = next((part for part in parts if MENTION.match(part)), None)
    if mention is not None:
        of_task = mention.endswith(":task")  # its text stood after the mention, a post after its body
        return (of_task or mention == parts[-1]) and any(mention in (member, without_end(member)) for member in members)
    return any(parts[-1] in (normal_name(name), normal_item(name)) for name in names)
