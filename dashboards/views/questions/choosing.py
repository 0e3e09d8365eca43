"""A question about the whole of a large graph: a place is asked for first, so that nobody waits for rows of a hundred places."""

from dashboards.parts.blocks import Block, link, plain
from dashboards.texts import text
from dashboards.views.frame.address import Address
from dashboards.views.frame.face import Face
from dashboards.views.frame.shell import here
from queries.library import CHOSEN, Section
from queries.search.index import is_large

PLACE = "jurisdiction"
EVERYWHERE = "*"
SHOWN = 24
FEW = (Section.SOURCES, Section.POLICIES)  # of which a large graph holds few beside its tasks


def must_choose(face: Face, address: Address) -> bool:
    """Whether the question names no place, body, person or document, or says nothing at all, and the graph is large."""
    parameters = address.query.parameters
    named = {parameter.name for parameter in parameters if parameter.type in CHOSEN}
    if PLACE not in named:
        named = {parameter.name for parameter in parameters}
    if not named or address.query.section in FEW or any(name in address.values for name in named):
        return False
    return is_large(face.counts())


def choosing(face: Face, address: Address) -> list[Block]:
    """The places to choose from, those with most tasks first, and the way to ask for all of them at once; else what is to be written."""
    language = face.language
    places = face.places()
    if all(parameter.name != PLACE for parameter in address.query.parameters):
        return [{"is": "heading", "text": text("choose_any", language)}]
    chips = [{"label": plain(row["name"]), "go": here(jurisdiction=row["key"])} for row in places[:SHOWN]]
    more = [text("choose_place_more", language, count=len(places) - SHOWN)] if len(places) > SHOWN else []
    everywhere = link(text("choose_all_places", language), here(jurisdiction=EVERYWHERE))
    return [
        {"is": "heading", "text": text("choose_place", language, count=len(places))},
        {"is": "chips", "rows": chips},
        {"is": "text", "small": True, "text": [*more, *([" "] if more else []), everywhere]},
    ]
