"""Who answers for a field of work or a body, who heads a body, and where it is.

水库归谁管          →  “水库”见于 3 项任务，牵头：县水利局（2 项）、青石镇（1 项）
县水利局由谁分管    →  县水利局：分管 陈志（2022-03-01）
县水利局在哪里      →  县水利局：安山县河西路1号，电话 …
"""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from dashboards.cells import value_word
from dashboards.parts.blocks import Piece, link, page_of, plain, thing
from dashboards.parts.items import Item
from dashboards.parts.timeline import said_of
from dashboards.texts import text
from dashboards.views.asked.telling import Row, Told, holder, joined, listed, of_place, source
from dashboards.views.frame.face import Face
from extract.names.marks import LEVELS
from queries.search.finding import Hit

FOUND = 60
MOST_BODIES = 4
MOST_NAMES = 4
MOST_ROWS = 200
BODIES = ("department", "street", "group")
MOST_LEADS = 12


def bodies_meant(face: Face, about: str) -> list[Hit]:
    """The bodies that the words name, in each place; by a short name where none bears them whole."""
    bodies = [hit for hit in face.find(about, FOUND, 0).things if hit.kind in BODIES]
    whole = [hit for hit in bodies if hit.how == "exact" or (hit.matched[1:] == about and hit.matched[0] in LEVELS)]
    return (whole or [hit for hit in bodies if hit.how == "short"])[:MOST_BODIES]


def field(face: Face, about: str, items: Sequence[Item]) -> Told | None:
    """Who answers for what the words name; None where no item, division of work or body speaks of it."""
    bodies = bodies_meant(face, about)
    if bodies:
        return of_each(face, bodies, _overseen)
    language = face.language
    portfolio = answerers(face, about)
    if not portfolio and not items:
        return None
    headline: list[Piece] = []
    lines: list[list[Piece]] = []
    proof: Row | None = None
    if portfolio:
        headline += [text("portfolio_of_field", language, words=about), *_people(portfolio, language)]
        lines += [_of_person(row, language) for row in portfolio]
    if items:
        headline += [text("asked_semicolon", language)] if headline else []
        headline += [text("asked_field", language, words=about, tasks=len(items)), *_leads(items, language)]
        proof = _plainest(items)
        over = Counter((actor.name, actor.key) for item in items for actor in item.oversees)
        people = [[thing(name, "official", key), text("so_many", language, count=count)] for (name, key), count in over.most_common(MOST_NAMES)]  # fmt: skip
        lines += [[text("overseen_line", language), *joined(people, language)]] if people else []
    return Told(headline, lines, proof, about)


def leaders(face: Face, about: str) -> Told | None:
    """Who was last seen at the head of the bodies of that name, and in their other posts."""
    bodies = bodies_meant(face, about)
    return of_each(face, bodies, _led) if bodies else None


def addresses(face: Face, about: str) -> Told | None:
    """Where the bodies of that name are, and their telephones."""
    bodies = bodies_meant(face, about)
    return of_each(face, bodies, _located) if bodies else None


def of_each(face: Face, bodies: Sequence[Hit], tell: Callable[[Face, Hit], Told]) -> Told:
    """What is told of each body, in one answer; the proof is that of the first body that has one."""
    each = [(body, tell(face, body)) for body in bodies]
    headline = joined([[*of_place(face, body), *told.headline] for body, told in each], face.language)
    proof = next((told.proof for _, told in each if told.proof), None)
    return Told(headline, [line for _, told in each for line in told.lines], proof)


def _led(face: Face, body: Hit) -> Told:
    """Who heads a body, then who else holds a post of it."""
    language = face.language
    held = face.answer("succession", {"body": body.key}).rows
    rows = sorted((row for row in held if row["to_latest"] is None), key=_seen, reverse=True)
    singles = _heads(face, body.key)
    heads = [row for row in rows if row["post"] in singles]
    names = _people(heads or rows, language) or [text("no_posts_of_body", language)]
    lines = [[*holder(row, language), f" {plain(row['post'])}　", *said_of(row, language, face.last_day), " ", *source(row, language)] for row in (*heads, *(row for row in rows if row not in heads))]  # fmt: skip
    return Told([text("asked_colon", language), *names], lines, next(iter(heads or rows), None))


def _located(face: Face, body: Hit) -> Told:
    """The newest address of a body, and all that were printed."""
    language = face.language
    rows = [row for row in face.rows("around_a_body", MOST_ROWS, key=body.key) if row["relation"] == "located_at"]
    lines = [[f"{plain(row['name'])} {plain(row['phone'] or '')}　{plain(row['dated'] or '')} ", *source(row, language)] for row in rows]  # fmt: skip
    first = f"{plain(rows[0]['name'])} {plain(rows[0]['phone'] or '')}" if rows else text("asked_no_address", language)
    return Told([text("asked_colon", language), first], lines)


def _overseen(face: Face, body: Hit) -> Told:
    """Which officials oversee a body, by the newest statement of each."""
    language = face.language
    rows = [row for row in face.answer("oversees", {"body": body.key}).rows if row["relation"] != "assists"]
    each = list({row["official_key"]: row for row in reversed(rows)}.values())[::-1]
    headline = [text("asked_overseen" if each else "asked_no_overseer", language), *_people(each, language)]
    worded = [{**row, "role": row["role"] or value_word(row["relation"], language)} for row in each]
    return Told(headline, [_of_person(row, language) for row in worded], next(iter(each), None))


def _seen(row: Row) -> date:
    known: date | None = row["last_confirmed"] or row["from_latest"]
    return known or date.min


def answerers(face: Face, about: str) -> list[Row]:
    """Whose division of work names a field: of each the newest statement; those of the whole field before those of one respect of it."""
    rows = sorted(face.rows("topic_leads", MOST_LEADS, word=about), key=lambda row: row["respect"] is not None)
    each: dict[str, Row] = {}
    for row in rows:
        each.setdefault(str(row["official_key"]), row)
    return list(each.values())


def _heads(face: Face, key: str) -> set[str]:
    return {str(row["post"]) for row in face.rows("holders", MOST_ROWS, key=key) if row["single"]}


def _plainest(items: Sequence[Item]) -> Row | None:
    """The item that says it plainest: the shortest of those that the body leads which leads most."""
    counted = Counter(actor.key for item in items for actor in item.leads)
    led = [(-counted[item.leads[0].key], len(item.text), item.key, item) for item in items if item.leads]
    if not led:
        return None
    item = min(led)[-1]
    return {**item.row, "fact_id": item.leads[0].fact_id}


def _leads(items: Sequence[Item], language: str) -> list[Piece]:
    counted = Counter((actor.name, actor.kind, actor.key) for item in items for actor in item.leads)
    if not counted:
        return [text("asked_no_lead", language)]
    each = [[link(name, page_of(kind, key)), text("so_many", language, count=count)] for (name, kind, key), count in counted.most_common(MOST_NAMES)]  # fmt: skip
    return [text("asked_led_by", language), *joined(each, language)]


def _people(rows: Sequence[Row], language: str) -> list[Piece]:
    each = list({row["official_key"]: holder(row, language) for row in rows}.values())
    return listed(each, MOST_NAMES, language)


def _of_person(row: Row, language: str) -> list[Piece]:
    return [
        *holder(row, language),
        f" {plain(row['role'] or '')}　{plain(row['dated'] or '')} ",
        *source(row, language),
    ]
