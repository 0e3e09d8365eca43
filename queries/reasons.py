"""Why something is in doubt, said in the reader's language, from queries/reasons.toml.

In:  a sentence as the graph holds it. Out: the sentence in zh or en; one of no known form stays as it is.

    reason("no unit stands beside this item", "zh") → 这一事项旁没有责任单位
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a sentence, and how it is said in each language; where a language is None the stored sentence is in it."""

    said: re.Pattern[str]
    zh: str | None
    en: str | None


def reason(sentence: str, language: str) -> str:
    """The sentence in zh or en."""
    for form in forms():
        match = form.said.fullmatch(sentence)
        if match is not None:
            template = form.en if language == "en" else form.zh
            return sentence if template is None else _filled(template, match.groupdict())
    return sentence


@cache
def forms() -> tuple[Form, ...]:
    """The known forms, in their order."""
    table = tomllib.loads((files("queries") / "reasons.toml").read_text("utf-8"))
    return tuple(Form(re.compile(row["said"]), row.get("zh"), row.get("en")) for row in table["reason"])


def _filled(template: str, values: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda place: values[place[1]], template)
