"""Where the pages of the static site lie, and how an address of the app leads to one.

official?key=420117-0a1b2c3d4e5f   →   official/420117-0a1b2c3d4e5f.html
document?fact=0123456789abcdef     →   document/<its notice>.html#f-0123456789abcdef
questions?q=changes                →   nothing: the site has no such page
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

PLAIN = re.compile(r"[0-9A-Za-z-]{1,80}")
THINGS = ("official", "body", "post", "task", "thing", "document")


def file_name(page: str, key: str) -> str:
    """The file of a page: named by its key, or by a hash of a key that holds more than letters and digits."""
    name = key if PLAIN.fullmatch(key) else hashlib.sha256(key.encode()).hexdigest()[:20]
    return f"{page}/{name}.html"


@dataclass(frozen=True, slots=True)
class Addresses:
    """The pages that there are, and what leads to them besides their keys."""

    pages: frozenset[tuple[str, str]]
    notice_of_fact: Mapping[str, str] = field(default_factory=dict)
    task_of_item: Mapping[str, str] = field(default_factory=dict)

    def file(self, to: str) -> str | None:
        """The file, with the place in it, that an address of the app stands for; None where the site has none."""
        parts = urlsplit(to)
        values = {name: given[-1] for name, given in parse_qs(parts.query).items()}
        page, key, fact = parts.path, values.get("key", ""), values.get("fact", "")
        if page == "document" and fact:
            key = self.notice_of_fact.get(fact, key)
        if page == "task" and not key:
            key = self.task_of_item.get(values.get("item", ""), "")
        if page not in THINGS or (page, key) not in self.pages:
            return None
        return file_name(page, key) + (f"#f-{fact}" if fact and fact in self.notice_of_fact else "")
