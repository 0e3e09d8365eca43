"""Two districts side by side: who answers for the same field of work, what bodies of one name do, and on which texts both rest.

In:  two places of the address. Out: three tables; each says what of it only one of the two has, and the head says what each rests on.

Nothing is counted together: a field, a name or a text leads to a row of both, and each number to the page of its own district.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from dashboards.parts.blocks import Block, Piece, address, card, dim, empty, link, plain, tag, thing, words_of
from dashboards.texts import text
from dashboards.views.frame.downloads import downloads_of_lines
from dashboards.views.frame.face import Face
from dashboards.views.frame.listing import Line, Listing
from dashboards.views.frame.shell import copying, here, page

MOST = 5000
SHOWN = 60
PLACES = 60
VIEWS = ("fields", "bodies", "texts")
Row = dict[str, Any]
Sides = tuple[list[Row], list[Row]]


@dataclass(frozen=True, slots=True)
class Compared:
    """What the address asks to compare: two of the places, one of the views, and what it has of each."""

    places: Sequence[Row]
    left: Row
    right: Row
    shown: str
    pairs: Sequence[tuple[str, Sides]]
    names: tuple[str, str]

    def title(self, language: str) -> str:
        """The two places: 云河区 与 石桥区."""
        return text("compare_head", language, one=self.names[0], other=self.names[1])


def render(face: Face) -> None:
    """Draws the comparison of the two places that the address names, else of the two with most tasks; offers its rows as files."""
    compared = _compared(face)
    page(face, blocks(face, compared))
    if compared is None or not compared.pairs:
        return
    language = face.language
    listing = _listing(compared, language)
    heads = [str(head["label"]) for head in listing.heads] + [text("compare_side", language)]
    about = (compared.title(language), *_basis(face, compared.names, language), text("compare_warning", language))
    with st.container(horizontal=True, gap="small", key="downloads"):
        downloads_of_lines(f"compare-{compared.shown}", heads, lambda: written(listing.kept()), about, language)


def written(lines: Sequence[Line]) -> list[list[str]]:
    """Lines as a file holds them: the words of each cell, empty where the page shows a dash; last which of the two has it."""
    return [
        [*("".join(map(words_of, cell)).replace("—", "").strip() for cell in line.cells), line.says["side"]]
        for line in lines
    ]


def blocks(face: Face, compared: "Compared | None") -> list[Block]:
    """The page as blocks."""
    language = face.language
    if compared is None:
        return [empty(text("compare_one", language), [], [[link(text("title_add", language), "add")]])]
    both = sum(1 for _, sides in compared.pairs if all(sides))
    head = {
        "is": "head",
        "title": [compared.title(language)],
        "sub": [text(f"compare_{compared.shown}_sub", language, both=both, all=len(compared.pairs))],
        "actions": [copying(face), {"label": text("print", language), "print": True}],
    }
    views = [
        {
            "label": text(f"compare_{name}", language),
            "go": here(view=name, off="", sort=""),
            "on": name == compared.shown,
        }
        for name in VIEWS
    ]
    basis = [piece for stated in _basis(face, compared.names, language) for piece in (stated, "　")]
    nothing = text("compare_nothing", language, one=compared.names[0], other=compared.names[1])
    return [
        head,
        *_choices(compared.places, compared.left, compared.right, language),
        {"is": "chips", "rows": views},
        {"is": "text", "small": True, "text": [*basis, dim(text("compare_warning", language))]},
        card(None, _listing(compared, language).blocks(language), flush=True) if compared.pairs else empty(nothing),
    ]


def _compared(face: Face) -> Compared | None:
    """What the address asks for; None where there are no two places."""
    places = districts(face)
    if len(places) < 2:
        return None
    left, right = _chosen(places)
    asked = st.query_params.get("view", "")
    shown = asked if asked in VIEWS else VIEWS[0]
    pairs = {"fields": fields, "bodies": bodies, "texts": texts}[shown](face, left["key"], right["key"])
    return Compared(places, left, right, shown, pairs, (plain(left["name"]), plain(right["name"])))


def districts(face: Face) -> list[Row]:
    """The places that may be compared, those with most tasks first: documents of them are loaded."""
    loaded = {row["place"] for row in face.rows("issues", MOST)}
    return [row for row in face.places()[:PLACES] if row["name"] in loaded]


def _chosen(places: Sequence[Row]) -> tuple[Row, Row]:
    """The two places: those of the address, each else the first that the other is not."""
    known = {row["key"]: row for row in places}
    wanted = [known.get(st.query_params.get(name, "")) for name in ("place", "other")]
    left = wanted[0] or next(row for row in places if row is not wanted[1])
    right = wanted[1] if wanted[1] and wanted[1] is not left else next(row for row in places if row is not left)
    return left, right


def _choices(places: Sequence[Row], left: Row, right: Row, language: str) -> list[Block]:
    """A row of chips for each side, where there is a choice at all."""
    if len(places) == 2:
        return []
    sides = (("place", left, right), ("other", right, left))
    return [
        {
            "is": "chips",
            "lead": text(f"compare_{name}", language),
            "rows": [
                {"label": plain(row["name"]), "go": here(**{"place": left["key"], "other": right["key"], name: row["key"]}), "on": row is chosen}
                for row in places
                if row is not opposite
            ],
        }
        for name, chosen, opposite in sides
    ]  # fmt: skip


def _basis(face: Face, names: tuple[str, str], language: str) -> list[str]:
    """What is loaded of each: a reader must not take for a difference what only one of them has documents of."""
    told = []
    for name in names:
        issues = [row for row in face.rows("issues", MOST) if row["place"] and plain(row["place"]) == name]
        years = sorted({str(row["published"])[:4] for row in issues if row["published"]})
        span = f"{years[0]}–{years[-1]}" if len(years) > 1 else "".join(years)
        told.append(text("compare_basis", language, place=name, issues=len(issues), years=span))
    return told


def fields(face: Face, left: str, right: str) -> list[tuple[str, Sides]]:
    """The fields of work by their names without what stands in brackets; of each place only the newest statement."""
    return _joined([_newest(face.rows("fields_of_place", MOST, place=one)) for one in (left, right)])


def _newest(rows: Iterable[Row]) -> list[tuple[str, Row]]:
    """Who is basis last to answer for a field, once each; the rows come newest first."""
    first: dict[str, Any] = {}
    by_name: dict[tuple[str, str], Row] = {}
    for row in rows:
        field = str(row["field"]).partition("（")[0]
        if first.setdefault(field, row["date"]) == row["date"]:
            by_name.setdefault((field, row["official_key"]), row)
    return [(field, row) for (field, _), row in by_name.items()]


def bodies(face: Face, left: str, right: str) -> list[tuple[str, Sides]]:
    """The bodies that bear a name in common: 区发展和改革局, also printed as 区发改局, and the 区发改局 of the other."""
    of_each = [face.rows("tasks_of_bodies", MOST, place=one) for one in (left, right)]
    known: dict[str, str] = {}
    for row in of_each[0]:
        for name in _names(row):
            known.setdefault(name, str(row["name"]))
    there = [
        (next((known[name] for name in _names(row) if name in known), str(row["name"])), row) for row in of_each[1]
    ]
    return _joined([[(str(row["name"]), row) for row in of_each[0]], there])


def _names(row: Row) -> list[str]:
    """The names of a body, its own first; each other one may carry its first and last sighting after a bar."""
    return [str(row["name"]), *(str(name).split("|")[0] for name in row["names"] or ())]


def texts(face: Face, left: str, right: str) -> list[tuple[str, Sides]]:
    """The texts, by their keys: one of the nation or the province is one for all its districts."""
    of_each = [face.rows("texts_of_place", MOST, place=one) for one in (left, right)]
    names = {row["key"]: str(row["name"]) for rows in of_each for row in rows}
    pairs = _joined([[(row["key"], row) for row in rows] for rows in of_each])
    return [(names[key], sides) for key, sides in pairs]


def _joined(sides: Sequence[Sequence[tuple[str, Row]]]) -> list[tuple[str, Sides]]:
    """Rows of both sides by what they have in common: first what both have, then each in its own order."""
    by_name: dict[str, Sides] = {}
    for number, rows in enumerate(sides):
        for name, row in rows:
            by_name.setdefault(name, ([], []))[number].append(row)
    return sorted(by_name.items(), key=lambda pair: -sum(map(bool, pair[1])))


def _listing(compared: Compared, language: str) -> Listing:
    """The table, which can be filtered by who has what."""
    shown, names = compared.shown, compared.names
    words = {
        (True, True): text("compare_both", language),
        (True, False): text("compare_only", language, place=names[0]),
        (False, True): text("compare_only", language, place=names[1]),
    }
    heads: list[dict[str, Any]] = [
        {"id": "name", "label": text(f"compare_{shown}", language)},
        {"id": "left", "label": names[0]},
        {"id": "right", "label": names[1]},
    ]
    cell = {"fields": _answering, "bodies": _working, "texts": _resting}[shown]
    lines = [
        Line(
            [_name(shown, name, sides), *(cell(side, language) for side in sides)],
            {"name": name, "left": _count(sides[0]), "right": _count(sides[1]), "side": words[bool(sides[0]), bool(sides[1])]},
        )
        for name, sides in compared.pairs
    ]  # fmt: skip
    return Listing(f"compare-{shown}", heads, lines, {"side": text("compare_side", language)}, most=SHOWN)


def _count(side: Sequence[Row]) -> str:
    return str(sum(row.get("tasks") or row.get("items") or 1 for row in side)) if side else ""


def _name(shown: str, name: str, sides: Sides) -> list[Piece]:
    first = (sides[0] or sides[1])[0]
    if shown == "texts":
        return [thing(name, "policy", first["key"])]
    return [link(name, address("find", words=name))] if shown == "fields" else [plain(name)]


def _answering(side: Sequence[Row], language: str) -> list[Piece]:
    """Who answers for a field: 李明（2022-04-06）."""
    pieces: list[Piece] = []
    for row in side:
        pieces += ["、" if language == "zh" else ", "] if pieces else []
        pieces.append(thing(row["official"], "official", row["official_key"]))
    if side and side[0]["dated"]:
        pieces.append(f" {plain(side[0]['dated'])}")
    if side and all(row["ended"] for row in side):
        pieces += [" ", tag(text("compare_ended", language), "plain")]
    return pieces or [dim("—")]


def _working(side: Sequence[Row], language: str) -> list[Piece]:
    """How many tasks a body leads, of how many it has a part in."""
    pieces: list[Piece] = []
    for row in side:
        basis = text("compare_tasks", language, leads=row["leads"], tasks=row["tasks"])
        pieces += ["　"] if pieces else []
        pieces.append(link(basis, address("body", key=row["key"]), row["kind"]))
    return pieces or [dim("—")]


def _resting(side: Sequence[Row], language: str) -> list[Piece]:
    """How many items rest on a text."""
    return [text("compare_items", language, count=row["items"]) for row in side] or [dim("—")]
