"""What an organ is made of: lists and headings of a 三定 document, sentences of a page about an organ, its leaders.

Door: `establishment`.
"""

from collections.abc import Iterator

from extract.document import Notice
from extract.facts import Doubt, Fact
from extract.formats.establishment.belonging import belonging
from extract.formats.establishment.directory import directory
from extract.formats.establishment.hosted import hosted
from extract.formats.establishment.in_charge import in_charge
from extract.formats.establishment.leaders import leaders
from extract.formats.establishment.lists import inner_lists
from extract.formats.establishment.orphans import orphans
from extract.formats.establishment.prose import inner_prose
from extract.formats.establishment.run_in import run_in_lists

__all__ = ["establishment"]


def establishment(notice: Notice) -> Iterator[Fact | Doubt]:
    """The inner organs, the subordinate bodies and the address that a notice states of an organ, and who leads it."""
    listed = [*inner_lists(notice), *inner_prose(notice)]
    yield from listed
    named = {one.subject.start for one in listed if isinstance(one, Fact)}
    yield from (one for one in run_in_lists(notice) if isinstance(one, Doubt) or one.subject.start not in named)
    yield from orphans(notice, named)
    yield from leaders(notice)
    yield from belonging(notice)
    yield from hosted(notice)
    yield from in_charge(notice)
    yield from directory(notice)
