"""Pages that tell how those who work in the offices of a house are reached."""

import pytest

from extract.facts import Fact
from extract.formats.establishment.directory import directory
from extract.readers.text import document_of
from extract.text.segment import notices


def held(text: str) -> list[tuple[str, str, str | None]]:
    found = [one for notice in notices(document_of(text, "page.txt")) for one in directory(notice)]
    return [(f.subject.name, f.object.name, f.role) for f in found if isinstance(f, Fact)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "机构设置\n学籍办公室\n主任\n石磊\n南区明德楼210室\n8123 4567\n学籍/考务秘书\n尹青\n南区明德楼211室\n"
            "团学办公室\n专科生辅导员\n丁力\ndingli@xx.edu\n",
            [
                ("石磊", "学籍办公室", "主任"),
                ("尹青", "学籍办公室", "学籍/考务秘书"),
                ("丁力", "团学办公室", "专科生辅导员"),
            ],
        ),
        (  # an office that cannot be told: whose clerk she is is not said
            "学籍办公室\n主任\n石磊\n南区明德楼210室\n南区那边\n考务秘书\n尹青\n南区明德楼211室\n",
            [("石磊", "学籍办公室", "主任")],
        ),
        (  # a further line that tells how somebody is reached
            "学籍办公室\n主任\n石磊\n南区明德楼210室\n8123 4567\n考务秘书\n尹青\n南区明德楼211室\n",
            [("石磊", "学籍办公室", "主任"), ("尹青", "学籍办公室", "考务秘书")],
        ),
        ("学籍办公室\n学籍秘书\n石磊\n南区明德楼210室\n", []),  # one entry makes no such page
        ("学籍办公室\n学籍秘书\n石磊\n尹青\n丁力\n考务秘书\n方立\n何平\n", []),  # lists of names
    ],
)
def test_posts_names_and_rooms_one_below_another(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert held(text) == expected
