"""The answer that stands above what was found, where the words typed are a question that has one."""

from collections.abc import Sequence

from dashboards.parts.blocks import Block
from dashboards.parts.items import Item
from dashboards.texts import text
from dashboards.views.asked.duties import duties
from dashboards.views.asked.fields import addresses, field, leaders
from dashboards.views.asked.holders import former, holders
from dashboards.views.asked.people import chain, posts
from dashboards.views.asked.seats import seats
from dashboards.views.asked.telling import Told, blocks_of
from dashboards.views.frame.face import Face
from queries.search.asked import Asked


def answer_to(face: Face, asked: Asked, items: Sequence[Item], *, lacking: bool = True) -> list[Block]:
    """The blocks of the answer; where the documents do not tell it, a sentence that says so, unless `lacking` is not to be told."""
    told = _told(face, asked, items)
    if told is None and not lacking:
        return []
    if told is None:
        lacks = text(f"asked_lacks_{asked.manner}", face.language, words=asked.about)
        told = Told([lacks])
    return blocks_of(face, told)


def _told(face: Face, asked: Asked, items: Sequence[Item]) -> Told | None:
    about = asked.about
    match asked.manner:
        case "holder":
            return holders(face, about, asked.period) or posts(face, about) or seats(face, about, asked.period)
        case "posts":
            return posts(face, about)
        case "after":
            return chain(face, about, "after") or holders(face, about, None)
        case "before":
            return chain(face, about, "before") or former(face, about)
        case "leaders":
            return leaders(face, about)
        case "duties":
            return duties(face, about)
        case "address":
            return addresses(face, about)
        case _:
            return field(face, about, items)
