"""The issues loaded: what each holds, and the way into it."""

from collections.abc import Mapping
from typing import Any

from dashboards.cells import value_word
from dashboards.parts.blocks import Block, Piece, address, dim, empty, link, plain
from dashboards.texts import text
from dashboards.views.frame.face import Face
from dashboards.views.frame.listing import Line, Listing
from dashboards.views.frame.shell import page

MOST = 5000
RELATIONS = 5


def render(face: Face) -> None:
    """Draws the page."""
    page(face, blocks(face))


def blocks(face: Face) -> list[Block]:
    """The page as blocks."""
    language = face.language
    rows = face.rows("issues", MOST)
    facts, doubts = face.balance()
    if not rows:
        return [empty(text("no_issues", language))]
    heads: list[dict[str, Any]] = [
        {"id": "gazette", "label": text("gazette_word", language)},
        {"id": "issue", "label": text("issue", language)},
        {"id": "published", "label": text("published", language), "tight": True},
        {"id": "place", "label": text("place_word", language)},
        {"id": "notices", "label": text("notices_word", language), "right": True},
        {"label": text("read_word", language)},
        {"id": "doubts", "label": text("doubts_word", language), "right": True},
    ]
    lines = [_line(row, facts.get(row["key"], {}), doubts.get(row["file"], 0), language) for row in rows]
    offered = {
        "gazette": text("gazette_word", language),
        "year": text("year", language),
        "place": text("place_word", language),
    }
    listing = Listing("issues", heads, lines, offered, most=MOST)
    head = {
        "is": "head", "title": [text("issues_head", language, count=len(rows))], "sub": [text("issues_lead", language)],
        "actions": [] if face.read_only else [{"label": text("title_add", language), "go": "add", "primary": True}],
    }  # fmt: skip
    return [head, {"is": "card", "title": None, "flush": True, "blocks": listing.blocks(language)}]


def _line(row: Mapping[str, Any], counts: Mapping[str, int], doubts: int, language: str) -> Line:
    """One issue: its name, which leads to its first notice, and what was read of it."""
    name = plain(row["gazette"] or row["file"])
    where = plain(row["place"]) if row["place"] else ""
    cells: list[list[Piece]] = [
        [link(name, address("document", key=row["first"])) if row["first"] else name],
        [plain(row["issue"] or "")],
        [plain(row["published"] or "")],
        [where or dim(text("no_place", language))],
        [str(row["notices"])],
        _read(counts, language),
        [link(str(doubts), "review?kind=doubt") if doubts else dim("0")],
    ]
    published = plain(row["published"] or "")
    says = {
        "gazette": name,
        "issue": plain(row["issue"] or ""),
        "published": published,
        "place": where,
        "year": published[:4],
    }
    return Line(cells, says | {"notices": str(row["notices"]), "doubts": str(doubts)})


def _read(counts: Mapping[str, int], language: str) -> list[Piece]:
    """What was read of an issue, by relation: the balance beside its doubts."""
    counted = [f"{value_word(relation, language)} {count}" for relation, count in list(counts.items())[:RELATIONS]]
    more = sum(list(counts.values())[RELATIONS:])
    return [" · ".join([*counted, *([text("other_relations", language, count=more)] if more else [])])]
