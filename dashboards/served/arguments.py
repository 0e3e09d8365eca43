"""What passes between an assistant and a tool: arguments checked against the tool's schema, answers of a length that can be read.

In:  {"limit": true} for an integer            Out: RefusedError, limit must be an integer
In:  an answer with 1,000 rows of long texts   Out: its first rows, truncated, with a note that says how many are left out
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from dashboards.served.answers import Json
from dashboards.served.tables import message_as_json
from queries.messages import note, refused

MOST_CHARACTERS = 100_000  # of an answer to an assistant, whose reader is a language model


def checked(name: str, schema: Json, given: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments as their schema states them; RefusedError names the first that is unknown, lacks, or is of another type."""
    properties = schema["properties"]
    for parameter in given:
        if parameter not in properties:
            raise refused("no_parameter", name=name, parameter=parameter, takes=", ".join(properties))
    for parameter in schema["required"]:
        if given.get(parameter) in (None, ""):
            raise refused("tool_needs", name=name, parameter=parameter)
    read = {}
    for parameter, value in given.items():
        stated = properties[parameter]["type"]
        if value is None or (made := READ[stated](value)) is None:
            raise refused("tool_type", parameter=parameter, stated=stated)
        read[parameter] = made
    return read


def _text(value: Any) -> str | None:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if isinstance(value, str) or number else None


def _whole(value: Any) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, str) and value.isascii() and value.isdecimal():
        return int(value[:10])
    return int(value) if isinstance(value, int) or (isinstance(value, float) and value.is_integer()) else None


def _texts(value: Any) -> list[str] | None:
    return value if isinstance(value, list) and all(isinstance(one, str) for one in value) else None


READ: Mapping[str, Callable[[Any], Any]] = {"string": _text, "integer": _whole, "array": _texts}
"""How a value of each type that a schema states is read; None where it is of another one."""


def shortened(answer: Json, most: int = MOST_CHARACTERS) -> Json:
    """The answer with as many of its rows as it has room for; of a thing's page, each of its answers."""
    if "answers" in answer:
        each = most // max(len(answer["answers"]), 1)
        return answer | {"answers": {name: shortened(one, each) for name, one in answer["answers"].items()}}
    rows = answer.get("rows")
    if not rows:
        return answer
    room, kept = most - _length(answer | {"rows": []}), 0
    for row in rows:
        room -= _length(row)
        if room < 0 and kept:
            break
        kept += 1
    if kept == len(rows):
        return answer
    told = message_as_json(note("tool_long", shown=kept, rows=len(rows)))
    return answer | {"rows": rows[:kept], "count": kept, "truncated": True, "notes": [*answer["notes"], told]}


def _length(part: Json) -> int:
    return len(json.dumps(part, ensure_ascii=False))
