"""A question about the whole of a large graph: a place is asked for first, so that nobody waits for rows of a hundred places."""

from dashboards.parts.blocks import Block, link, plain
from dashboards.texts import text
from dashboards.views.frame.address import Address
from dashboards.views.frame.face import Face
from dashboards.views.frame.shell import here
from queries.library import CHOSEN
from queries.search.index import is_large

PLACE = "jurisdiction"
EVERYWHERE = "*"
SHOWN = 24


def must_choose(face: Face, address: Address) -> bool:
    """Whether the question names no place, body, person or document, and the graph is large."""
    named = {parameter.name for parameter in address.query.parameters if parameter.type in CHOSEN}
    if PLACE not in named or any(name in address.values for name in named):
        return False
    return is_large(face.counts()) and len(face.places()) > 1


def choosing(face: Face) -> list[Block]:
    """The places to choose from, those with most tasks first, and the way to ask for all of them at once."""
    language = face.language
    places = face.places()
    chips = [{"label": plain(row["name"]), "go": here(jurisdiction=row["key"])} for row in places[:SHOWN]]
    more = [text("choose_place_more", language, count=len(places) - SHOWN)] if len(places) > SHOWN else []
    everywhere = link(text("choose_all_places", language), here(jurisdiction=EVERYWHERE))
    return [
        {"is": "heading", "text": text("choose_place", language, count=len(places))},
        {"is": "chips", "rows": chips},
        {"is": "text", "small": True, "text": [*more, *([" "] if more else []), everywhere]},
    ]
