"""What the gazettes say: a statement as a block, with its relation as a tag, the names marked, and where it is printed."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboards.cells import literal, value_word
from dashboards.parts.blocks import Block, Piece, address, dim, link, plain, tag
from dashboards.texts import text
from dashboards.views.frame.shell import whole_link
from queries.run import cited

TAGS = {
    # a relation: the style of its tag
    "appointed": "in", "dismissed": "out", "leads": "lead", "assists": "assist", "member_of": "plain", "titled": "plain",
}  # fmt: skip
LONGEST = 240
ROLE_IN_TAG = ("leads", "assists", "member_of")


def tag_of(relation: str, role: str | None, language: str) -> Piece:
    """The tag of a relation; its role, as printed, where it has one."""
    words = value_word(relation, language)
    short = {"appointed": ("任", "in"), "dismissed": ("免", "out")}.get(relation)
    if short:
        return tag(short[0] if language == "zh" else short[1], TAGS[relation])
    return tag(role if role and relation in ROLE_IN_TAG else words, TAGS.get(relation, "plain"))


def role_beside(relation: str, role: str | None, target: str) -> str:
    """The role as printed, after a blank, where neither the tag says it nor the name of the post: 区财政局局长 is 局长 already."""
    return f" {role}" if role and relation not in ROLE_IN_TAG and not target.endswith(role) else ""


def place_of(row: Mapping[str, Any], language: str) -> str:
    """新洲区人民政府公报，2022年第2期(总第41期)，第45页起，第1335行."""
    return literal(cited(row).text(language))


def quote(row: Mapping[str, Any], names: Sequence[str], language: str) -> Block:
    """One statement: tag and day, the sentence with the names marked, its place, and the way to the whole document."""
    printed = " ".join(plain(row["quote"] or "").split())
    printed = printed if len(printed) <= LONGEST else printed[: LONGEST - 1] + "…"
    to = address("document", fact=row["fact_id"])
    return {
        "is": "quote",
        "over": [tag_of(row["relation"], row["role"], language), plain(row["dated"] or "")],
        "parts": parts_of(printed, names),
        "source": [place_of(row, language), " · ", link(text("read_on", language), to)],
        "actions": [
            {
                "label": text("cite", language),
                "copy": f"“{printed}”（{place_of(row, language)}） {whole_link(to)}",
                "done": text("copied", language),
            }
        ],
    }


def parts_of(printed: str, names: Sequence[str]) -> list[dict[str, Any]]:
    """The sentence in parts, the names marked as they stand there, also with layout blanks inside."""
    parts: list[dict[str, Any]] = []
    rest = printed
    wanted = [name for name in names if name]
    while rest:
        places = [(start, name) for name in wanted if (start := rest.find(name)) >= 0]
        if not places:
            break
        start, name = min(places, key=lambda pair: (pair[0], -len(pair[1])))
        if start:
            parts.append({"t": rest[:start]})
        if parts and parts[-1].get("mark"):
            parts[-1]["t"] += name
        else:
            parts.append({"t": name, "mark": True})
        rest = rest[start + len(name) :]
    return [*parts, {"t": rest}] if rest else parts


def shown_of(shown: int, count: int, language: str) -> str:
    """How many passages there are, and how many of them are shown where these are not all."""
    return text("all_shown" if shown == count else "shown_of", language, all=count, shown=shown)


def nothing(words: str) -> list[Piece]:
    """What is said where a cell would be empty."""
    return [dim(words)]
