"""What belongs to what by its name alone: the 党组 of an agency, the 党工委 and centres of a street.

In:  bodies, and the keys of their clusters. Out: parts, each with its whole and the reason.

    甲街道公共服务中心 → part of 甲街道; 县财政局党组 → part of 县财政局
"""

from collections.abc import Mapping, Sequence

from extract.wording.reasons import reason
from graph.identity.bodies import Body
from graph.identity.clusters import Part
from graph.identity.compare import Family, body_name


def parts_of(bodies: Sequence[Body], key_of: Mapping[str, str]) -> list[Part]:
    """The bodies that are part of another by their names; `key_of`: mention → key of its cluster."""
    keys: dict[tuple[str, ...], str] = {}
    for body in sorted(bodies, key=lambda b: b.node.id):
        keys.setdefault(body.name.identity, key_of[body.node.id])
    parts: dict[tuple[str, str], Part] = {}
    for body in bodies:
        whole = None
        if body.name.organ:
            whole = keys.get((*body.name.identity[:4], ""))
        elif body.name.family is Family.BODY:
            whole = _street_before(body, keys)
        part = key_of[body.node.id]
        if whole is not None and whole != part:
            parts[part, whole] = Part(part, whole, reason("names_its_whole", a=body.node.printed))
    return list(parts.values())


def _street_before(body: Body, keys: Mapping[tuple[str, ...], str]) -> str | None:
    """甲街道公共服务中心 → 甲街道."""
    text = body.name.printed
    for index in range(len(text) - 1, 2, -1):
        name = body_name(text[:index], body.name.code)
        if name.family is Family.STREET and name.identity in keys and text[index - 1] in "街道镇乡区处委":
            return keys[name.identity]
    return None
