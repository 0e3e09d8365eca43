"""The formats: plain functions from a notice to what it states, in the order in which they run.

Projects (`projects_of`) come last, from the items that the others found.
"""

import importlib
from collections.abc import Callable, Iterator

from extract.document import Notice
from extract.facts import CountRecord, Doubt, Fact, ItemRecord

Found = Fact | Doubt | ItemRecord | CountRecord
Format = Callable[[Notice], Iterator[Found]]

NAMES = (
    ("appointments", "appointments"),
    ("divisions", "divisions"),
    ("groups", "groups"),
    ("responsibilities", "responsibilities"),
    ("task_tables", "task_tables"),
    ("duties", "duties"),
    ("quotas", "quotas"),
    ("progress", "progress"),
    ("registers", "registers"),
    ("policies", "policies"),
    ("titles", "titles"),
)


def _existing() -> Iterator[tuple[str, Format]]:
    for module, function in NAMES:
        try:
            yield module, getattr(importlib.import_module(f"extract.formats.{module}"), function)
        except (ModuleNotFoundError, AttributeError):
            continue


FORMATS: tuple[tuple[str, Format], ...] = tuple(_existing())
