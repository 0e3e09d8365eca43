"""The headline of a question with the names that it was asked about: 某单位承担的任务 → 区财政局承担的任务.

In:  the address of a view. Out: the headline, and below it the conditions that have no slot in it.
"""

import re

from dashboards.cells import literal
from dashboards.texts import text
from dashboards.views.frame.address import Address
from dashboards.views.frame.face import Face
from queries.library import CHOSEN, Parameter, ParameterType

PLACES = {
    # a type of parameter: the words of a Chinese headline in whose slot its value stands
    "body": "某单位", "group": "某领导小组", "official": "某位领导|某人", "date": "某日", "jurisdiction": "某地",
    "document": "某文件|一份文件", "policy": "某文件", "words": "某项工作或任务|某些词",
}  # fmt: skip
LONGEST = 60


def titled(face: Face, address: Address) -> tuple[str, str]:
    """The headline, and the conditions beside it as one line."""
    language = face.language
    title = address.query.title(language)
    rest = []
    for parameter in address.query.parameters:
        value = address.values.get(parameter.name)
        if not value:
            continue
        name = _named(face, parameter, value)
        places = PLACES.get(parameter.type.value)
        slot = re.search(places, title) if places and language == "zh" else None
        set_off = f" {name} " if name.isascii() else name  # a day between Chinese words has room around it
        filled = f"{title[: slot.start()]}{set_off}{title[slot.end() :]}".strip() if slot else title
        if filled == title:
            rest.append(f"{parameter.en if language == 'en' else parameter.zh.split('：')[0]} {name}")
        title = filled
    return title, text("asked_for", language, values=(" · ").join(rest)) if rest else ""


def _named(face: Face, parameter: Parameter, value: str) -> str:
    """The name of the thing behind a key; what was typed where it is no key."""
    if parameter.type is ParameterType.JURISDICTION:
        places = {str(row["key"]): str(row["name"]) for row in face.places()}
        return literal(places.get(value, value))
    if parameter.type is ParameterType.WORDS:
        return f"“{literal(value)}”"
    if parameter.type not in CHOSEN:
        return literal(value if len(value) <= LONGEST else value[: LONGEST - 1] + "…")
    kind = "official" if parameter.type is ParameterType.OFFICIAL else "body"
    rows = face.rows(kind, 1, key=value) or face.rows("thing", 1, key=value)
    return literal(str(rows[0]["name"])) if rows else literal(value)
