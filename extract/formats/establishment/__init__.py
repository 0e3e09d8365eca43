"""What an organ is made of: lists and headings of a 三定 document, sentences of a page about an organ, its leaders.

Door: `establishment`.
"""

from collections.abc import Iterator

from extract.document import Notice
from extract.facts import Doubt, Fact
from extract.formats.establishment.belonging import belonging
from extract.formats.establishment.hosted import hosted
from extract.formats.establishment.in_charge import in_charge
from extract.formats.establishment.leaders import leaders
from extract.formats.establishment.lists import inner_lists
from extract.formats.establishment.prose import inner_prose

__all__ = ["establishment"]


def establishment(notice: Notice) -> Iterator[Fact | Doubt]:
    """The inner organs, the subordinate bodies and the address that a notice states of an organ, and who leads it."""
    yield from inner_lists(notice)
    yield from inner_prose(notice)
    yield from leaders(notice)
    yield from belonging(notice)
    yield from hosted(notice)
    yield from in_charge(notice)
