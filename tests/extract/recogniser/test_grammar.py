"""The grammars around a person that was seen: which agree, and which state nothing."""

import pytest

from extract.facts import Relation
from extract.recogniser.borders import ORG, PERSON, POST, Seen
from extract.recogniser.grammar import said_in


def seen(text: str, **words: str) -> list[Seen]:
    """What would be seen if each word of a text, in its order, were found by a recogniser."""
    found = []
    for label, names in (
        ("PERSON", words.get("people", "")),
        ("ORG", words.get("bodies", "")),
        ("POST", words.get("posts", "")),
    ):
        at = 0
        for name in names.split():
            at = text.index(name, at)
            found.append(Seen(at, at + len(name), label))
            at += len(name)
    return sorted(found)


@pytest.mark.parametrize(
    ("text", "people", "bodies", "posts", "expected"),
    [
        # a title with its body at once before a name
        (
            "县水利局局长蝀旼到白石镇调研",
            "蝀旼",
            "县水利局",
            "局长",
            [(Relation.HOLDS, "蝀旼", "县水利局", "局长")],
        ),
        (
            "县委书记蝀旼谈起此事",
            "蝀旼",
            "",
            "书记",
            [],  # what follows is no border of a name
        ),
        ("县委书记蝀旼指出", "蝀旼", "", "书记", [(Relation.HOLDS, "蝀旼", "县委", "书记")]),
        ("县水利局党组书记、局长蝀旼主持会议", "蝀旼", "县水利局党组", "书记 局长",
         [(Relation.HOLDS, "蝀旼", "县水利局党组", "书记"), (Relation.HOLDS, "蝀旼", "县水利局", "局长")]),
        # between an order and its verb
        ("任命蝀旼为县水利局局长", "蝀旼", "县水利局", "局长", [(Relation.APPOINTED, "蝀旼", "县水利局", "局长")]),
        ("免去蝀旼的县水利局局长职务", "蝀旼", "县水利局", "局长", [(Relation.DISMISSED, "蝀旼", "县水利局", "局长")]),
        # former, proposed, changed, at a distance, no name, words in the title that nobody saw
        ("原县水利局局长蝀旼到会", "蝀旼", "县水利局", "局长", []),
        ("提名县水利局局长蝀旼为候选人", "蝀旼", "县水利局", "局长", []),
        ("现提请县人大常委会免去蝀旼的县水利局局长职务", "蝀旼", "县水利局", "局长", []),
        ("免去县水利局局长蝀旼的职务", "蝀旼", "县水利局", "局长", []),
        ("县水利局局长和蝀旼到会", "蝀旼", "县水利局", "局长", []),
        ("县水利局局长副河长到会", "副河长", "县水利局", "局长", []),
        ("任命蝀旼为县水利局新任的局长", "蝀旼", "县水利局", "局长", []),
        ("任命蝀旼为县水利局局长的决定", "蝀旼", "县水利局", "局长", []),
    ],
)  # fmt: skip
def test_what_is_said_of_a_person(
    text: str, people: str, bodies: str, posts: str, expected: list[tuple[Relation, str, str, str]]
) -> None:
    found = [
        (said.relation, text[slice(*said.name)], office.body, office.post)
        for said in said_in(text, seen(text, people=people, bodies=bodies, posts=posts))
        for office in said.offices
    ]
    assert found == expected


def test_labels_are_those_of_the_pipeline() -> None:
    assert {one.label for one in seen("县水利局局长蝀旼", people="蝀旼", bodies="县水利局", posts="局长")} == {
        PERSON,
        ORG,
        POST,
    }
