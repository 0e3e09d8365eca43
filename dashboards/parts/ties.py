"""Items and those who answer for them as a network of three columns: who mostly leads at the left, the items between, the rest at the right.

In:  Item objects. Out: the block `network`; nothing of it is cut without a word, and each end is a link or picks its item.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from dashboards.parts.blocks import Block, page_of, plain
from dashboards.parts.items import Actor, Item, number
from dashboards.texts import text

MOST_NODES = 60
MOST_ITEMS = 24
SHORT = 22  # characters of an item beside its mark
SHORT_NAME = 15
ROLES = ("leads", "assists", "oversees")


def item_network(
    items: Sequence[Item],
    title: str,
    language: str,
    picked: str | None,
    source: str = "",
    right_side: Collection[str] = (),
) -> Block | None:
    """The network of these items; the actors with most of them stay where there are too many, and the block says so.

    Those of `right_side` stand at the right, where it names any: of a pair, the second.
    """
    kept = list(items[:MOST_ITEMS])
    roles, known = _roles(kept)
    if not roles:
        return None
    ranked = sorted(roles, key=lambda key: (-len(roles[key]), known[key].name, key))
    shown = ranked[: MOST_NODES - len(kept)]
    right = [key for key in shown if key in right_side or (not right_side and not _leads_most(roles[key]))]
    left = [key for key in shown if key not in right]
    columns = [
        [_actor_node(known[key]) for key in sorted(left, key=lambda key: _middle(roles[key]))],
        [_item_node(item, index) for index, item in enumerate(kept)],
        [_actor_node(known[key]) for key in sorted(right, key=lambda key: _middle(roles[key]))],
    ]
    edges = [
        _edge(known[key], kept[index], index, role, picked, language)
        for key in shown
        for index, role in roles[key].items()
    ]
    whole, drawn = len(items) + len(ranked), len(kept) + len(shown)
    played = {role for of in roles.values() for role in of.values()}
    legend = [{"role": role, "word": _word(role, language)} for role in ROLES if role in played]
    return {
        "is": "network", "columns": columns, "edges": edges, "picked": picked,
        "label": text("network_label", language, title=title, nodes=drawn, edges=len(edges)),
        "limit": [text("network_limit", language, shown=drawn, all=whole)] if drawn < whole else None,
        "legend": legend,
        "save": {"name": plain(title), "title": plain(title), "source": plain(source), "legend": legend, "svg": text("save_svg", language), "png": text("save_png", language), "html": text("save_html", language)},
    }  # fmt: skip


def _edge(actor: Actor, item: Item, place: int, role: str, picked: str | None, language: str) -> dict[str, Any]:
    return {
        "from": actor.key, "to": item.key, "role": role, "id": item.key if item.key == picked else None,
        "title": f"{plain(actor.name)} · {_word(role, language)} · {number(place)}",
    }  # fmt: skip


def _roles(items: Sequence[Item]) -> tuple[Mapping[str, dict[int, str]], Mapping[str, Actor]]:
    """The role of each actor in each item, by its place; and the actors by their keys."""
    roles: dict[str, dict[int, str]] = defaultdict(dict)
    known: dict[str, Actor] = {}
    for index, item in enumerate(items):
        for role, group in zip(ROLES, (item.leads, item.assists, item.oversees), strict=True):
            for actor in group:
                known[actor.key] = actor
                roles[actor.key].setdefault(index, role)
    return roles, known


def _leads_most(of: Mapping[int, str]) -> bool:
    return 2 * sum(role == "leads" for role in of.values()) >= len(of)


def _middle(of: Mapping[int, str]) -> float:
    """The middle of the items of one actor: in this order, lines cross least."""
    return sum(of) / len(of)


def _actor_node(actor: Actor) -> dict[str, Any]:
    name = plain(actor.name)
    short = name if len(name) <= SHORT_NAME else f"…{name[1 - SHORT_NAME :]}"
    return {
        "id": actor.key,
        "label": short,
        "title": name,
        "kind": actor.kind,
        "go": page_of(actor.kind, actor.key),
    }


def _item_node(item: Item, place: int) -> dict[str, Any]:
    words = plain(" ".join(item.text.split()))
    short = words if len(words) <= SHORT else words[: SHORT - 1] + "…"
    return {"id": item.key, "label": f"{number(place)} {short}", "title": words, "kind": "item", "pick": item.key}


def _word(role: str, language: str) -> str:
    return text({"leads": "lead", "assists": "assist", "oversees": "oversight"}[role], language)
