"""Directories of offices: post, name, room and telephone on lines of their own."""

import pytest

from tests.extract.formats.titles.test_notice import held

ENTRIES = "教务办公室\n实验秘书\n向远\n东楼302室\n0000-1234567\n考务/学籍管理员\n柳成荫\n0000-1234568\n"


def test_each_person_has_the_post_above_in_the_office_above() -> None:
    second = "学工办公室\n新生辅导员\n苗青\n0000-1234569\n"
    assert [one[:3] for one in held(f"机构设置\n{ENTRIES}{second}")] == [
        ("向远", "教务办公室", "实验秘书"),
        ("柳成荫", "教务办公室", "考务/学籍管理员"),
        ("苗青", "学工办公室", "新生辅导员"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "教务办公室\n实验秘书\n向远\n0000-1234567\n",  # one entry alone
        "联系我们\n实验秘书\n向远\n0000-1234567\n考务管理员\n柳成荫\n0000-1234568\n",  # no office above
        "教务办公室\n实验秘书\n向远\n东楼302室\n考务管理员\n柳成荫\n西楼101室\n",  # no telephone
    ],
)
def test_other_lines_are_no_directory(text: str) -> None:
    assert held(f"机构设置\n{text}") == []
