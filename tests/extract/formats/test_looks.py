"""Cheap looks: a line or notice that a format passes over would have given it nothing, on every golden text."""

import importlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.document import Notice
from extract.formats import found_in
from extract.formats.orders import ORDERS, STRONG, Order
from extract.lexicon.signs import ALL
from extract.readers.text import document_of
from extract.text.segment import notices

GOLDEN = sorted((Path(__file__).parents[2] / "golden").glob("*/*.txt"))
ANYTHING = re.compile("")


class Every:
    """A set that holds everything."""

    def __contains__(self, one: object) -> bool:
        return True


EVERYTHING = Every()
# where the look stands, its name, and what stands for one that passes nothing over
LOOKS: tuple[tuple[str, str, object], ...] = (
    ("extract.formats.divisions.reading.opening", "may_tell_duty", lambda chars: True),
    ("extract.formats.divisions.notice", "speaks", lambda line: True),
    ("extract.formats.divisions.reading.opening", "speaks", lambda line: True),
    ("extract.formats.divisions.reading.rows", "MAY_HEAD", ALL),
    ("extract.formats.divisions.inner", "MAY_CALL", ALL),
    ("extract.formats.establishment.prose", "MAY_LIST", ALL),
    ("extract.formats.groups.reading.labels", "MAY_OPEN", ALL),
    ("extract.formats.groups.names", "MAY_NAME", ALL),
    ("extract.formats.groups.reading.sentences", "MAY_TELL", ALL),
    ("extract.formats.groups.parts", "MAY_SEAT", ALL),
    ("extract.formats.groups.reading.lines", "MAY_HEAD", ALL),
    ("extract.formats.items.duties.notice", "MAY_TELL", ALL),
    ("extract.formats.items.quotas", "MAY_DIVIDE", ALL),
    ("extract.formats.policies.lists", "MAY_END", ALL),
    ("extract.formats.orders", "MAY_ORDER", ALL),
    *(("extract.formats.scope", name, ALL) for name in ("MAY_ELECT", "MAY_SEAT", "MAY_DUTY", "MAY_DIVIDE")),
    ("extract.formats.titles.notice", "may_hold", lambda text, start, end: True),
    ("extract.formats.titles.notice", "MAY_HOLD", ALL),
    ("extract.formats.titles.lines", "MAY_HOLD", ALL),
    ("extract.formats.titles.days", "MAY_ENTER", ALL),
    ("extract.formats.titles.days", "_may_be_date", lambda text: True),
    ("extract.formats.lives", "MAY_LIVE", ALL),
    ("extract.formats.establishment.belonging", "MAY_BELONG", ALL),
    ("extract.formats.titles.lines", "may_hold", lambda text, start, end: True),
    ("extract.names.persons.holders", "may_hold", lambda text, start, end: True),
    ("extract.formats.divisions.duties.verbs", "OPENINGS", EVERYTHING),
    ("extract.formats.divisions.inner", "tells_post", lambda text: True),
    ("extract.formats.divisions.retold", "MAY_ROLL", ALL),
    ("extract.formats.establishment.heads", "MAY_POST", ALL),
    ("extract.formats.items.regions", "MAY_SAY", ALL),
    ("extract.formats.divisions.reading.looks", "tells_post", lambda text: True),
    ("extract.formats.divisions.retold", "SHARED_TITLE", ANYTHING),
    ("extract.formats.divisions.naming", "may_open_with_mark", lambda text: True),
    ("extract.formats.items.item", "may_open_with_mark", lambda text: True),
    ("extract.formats.establishment.prose", "CUE", ANYTHING),
    ("extract.formats.groups.reading.labels", "SEAT_WORD", ANYTHING),
    ("extract.formats.projects.notice", "LEADS", EVERYTHING),
    ("extract.formats.titles.notice", "SEAT_WORD", ANYTHING),
    ("extract.formats.titles.days", "OPENS_DATE", EVERYTHING),
    ("extract.names.persons.holders", "BRACKETED", ANYTHING),
    ("extract.names.persons.titled", "DOT", ANYTHING),
)
HEADS: tuple[tuple[str, str, object], ...] = (
    ("extract.text.head.page_labels", "may_lead", lambda text: True),
    ("extract.text.head.labels", "POINTER", ANYTHING),
    ("extract.text.flattened", "MAY_END", ANYTHING),
    ("extract.text.flattened", "MAY_END_IN_CELLS", ANYTHING),
    ("extract.text.paragraphs", "may_open_with_mark", lambda text: True),
    *(("extract.text.segment", name, ALL) for name in ("MAY_SEND", "MAY_NAME", "MAY_MARK")),
    *(("extract.text.segment", name, ALL) for name in ("MAY_BE_HEADED", "MAY_ANNOUNCE", "MAY_ADOPT")),
)


def read(path: Path) -> list[Notice]:
    return notices(document_of(path.read_text("utf-8")))


def without(looks: tuple[tuple[str, str, object], ...], monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name, blind in looks:
        monkeypatch.setattr(importlib.import_module(module), name, blind)


def differing(say: Callable[[Path], object], looks: tuple[tuple[str, str, object], ...]) -> list[str]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        without(looks, monkeypatch)
        blind = {path: say(path) for path in GOLDEN}
    return [path.name for path in GOLDEN if say(path) != blind[path]]


def test_the_formats_find_the_same_without_their_looks() -> None:
    assert differing(lambda path: [found_in(notice) for notice in read(path)], LOOKS) == []


def test_heads_are_the_same_without_their_looks() -> None:
    said = differing(lambda path: [(n.number, n.title, n.issuers, n.dated) for n in read(path)], HEADS)
    assert said == []


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.after)
def test_what_orders_a_change_is_known_by_its_example(order: Order) -> None:
    assert STRONG.search(order.example)
    assert any(word in order.example for word in order.openings)
    assert any(word in order.counterexample for word in order.openings)
    assert not STRONG.search(order.counterexample)
    assert not any(STRONG.search(f"{word}。") for word in order.openings)
