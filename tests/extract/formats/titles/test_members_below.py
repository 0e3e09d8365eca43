"""Lists of the members of a committee below their title."""

import pytest

from extract.pipeline import extract_document
from extract.readers.text import document_of

Row = tuple[str, str, str, str | None]


def stated(text: str) -> tuple[list[Row], list[str]]:
    """(relation, person, body, post) of each fact, and the codes of the doubts."""
    found = extract_document(document_of(text))
    facts = [(f.relation.value, f.subject.name, f.object.name, f.role) for f in found.facts if f.object]
    return facts, [doubt.code for doubt in found.doubts]


CASES: list[tuple[str, list[Row]]] = [
    (
        "县委委员名单\n（按姓氏笔画排列）\n向远　苗青　柳成荫（女）\n白　桦\n"
        "县委候补委员名单（按得票多少为序）：\n苏合、安澜。\n",
        [
            ("holds", "向远", "县委", "委员"),
            ("holds", "苗青", "县委", "委员"),
            ("holds", "柳成荫", "县委", "委员"),
            ("holds", "白桦", "县委", "委员"),
            ("holds", "苏合", "县委", "候补委员"),
            ("holds", "安澜", "县委", "候补委员"),
        ],
    ),
    ("纪委委员名单\n1.向远\n2.苗青\n", [("holds", "向远", "纪委", "委员"), ("holds", "苗青", "纪委", "委员")]),
    # a title that does not call itself a list stands above several names
    (
        "杏花县纪委委员\n向远　苗青\n",
        [("holds", "向远", "杏花县纪委", "委员"), ("holds", "苗青", "杏花县纪委", "委员")],
    ),
    (  # of a group
        "杏花县林业调解委员会委员名单\n向远　苗青\n",
        [
            ("member_of", "向远", "杏花县林业调解委员会", "委员"),
            ("member_of", "苗青", "杏花县林业调解委员会", "委员"),
        ],
    ),
    # the list ends with the first line that is none of it
    (
        "县委委员名单\n向远　苗青\n2031年5月3日\n白桦　苏合\n",
        [("holds", "向远", "县委", "委员"), ("holds", "苗青", "县委", "委员")],
    ),
    # who is only proposed is no member
    ("县委委员候选人名单\n向远　苗青\n", []),
    ("县委委员建议名单\n向远　苗青\n", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_members_below_their_title(text: str, expected: list[Row]) -> None:
    assert stated(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("第十四届委员会委员名单\n向远　苗青\n", "no_body"),
        ("县委委员名单\n向远苗青柳成荫\n", "persons_run_together"),
        ("关于选举结果的公告\n大会选举苗青为县长。\n县委委员名单\n向远　白桦\n", "change_unread"),
        ("县委委员名单\n" + "向远　苗青　柳成荫　白桦\n" * 30, "title_too_far"),
    ],
)
def test_a_list_of_which_something_cannot_be_told_is_doubted(text: str, code: str) -> None:
    assert code in stated(text)[1]


def test_a_run_together_word_is_doubted_beside_names_that_stand_whole() -> None:
    facts, doubts = stated("县委委员名单\n向远　苗青柳成荫　白桦\n")
    assert [fact[1] for fact in facts] == ["向远", "白桦"]
    assert doubts == ["persons_run_together"]
