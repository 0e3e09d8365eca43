"""The head of a life: the title right behind a name, never a post of the life's course, never a birth in a quotation."""

import pytest

from extract.facts import Fact
from extract.formats.lives import lives
from extract.readers.text import document_of
from extract.text.segment import notices

CASES = [
    (  # no sex, no birth: a course behind the title; what is held beside it
        "石磊，安山中学校长。曾任柳河中学教务主任。兼任安山县政协委员，安山大学客座教授。\n尹青，安山中学副校长。博士研究生，教授。\n",
        [(1, "安山中学", "校长"), (1, "安山县政协", "委员"), (2, "安山中学", "副校长")],
    ),
    (
        "石磊  县水利局党组书记、局长\n石磊，县水利局党组书记、局长。汉族，1973年8月生；1998年6月，任县政府办副主任。\n",
        [(1, "县水利局党组", "书记"), (1, "县水利局", "局长"), (2, "县水利局党组", "书记"), (2, "县水利局", "局长")],
    ),
    ("丁一（女），安山大学党委副书记，1970年5月生，历任教务处处长。\n", [(1, "安山大学党委", "副书记")]),
    ("孟川，县委副书记、县长。男，回族，大学学历。\n", [(1, "县委", "副书记"), (1, "县人民政府", "县长")]),
    ("郑鸣，临江市人，男，1950年5月生，曾任县水利局局长。\n", []),  # a home is no title
    ("尹青，男，汉族，1970年5月生。\n", []),
    ("石磊，县水利局局长，主持会议。\n", []),  # nothing of a life
]


def held(text: str) -> list[Fact]:
    return [fact for notice in notices(document_of(text)) for fact in lives(notice)]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_title_behind_a_name(text: str, expected: list[tuple[int, str, str]]) -> None:
    assert [(fact.evidence.line, fact.object.name, fact.role) for fact in held(text)] == expected
    assert not any("年" in fact.evidence.quote for fact in held(text))
