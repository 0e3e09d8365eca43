"""Documents that a gazetteer or a collection reprints: in part, joint issuers in one line, a day in brackets below the title."""

import pytest

from extract.readers.text import document_of
from extract.text.segment import notices

Head = tuple[str | None, str | None, tuple[str, ...], str | None]
JOINT = "中共青禾县委青禾县人民政府"

CASES: dict[str, tuple[str, list[Head]]] = {
    # 节录 beside a 文号 that blanks centre; the next document begins at its own title
    "beside the number": (
        f"          {JOINT}关于发展林果业的决定\n              青发[1992]7号（节录）\n\n"
        "    一、放宽林果业政策。\n                                   1992年4月5日\n\n"
        f"          {JOINT}关于搞活乡镇企业\n             若干问题的规定\n           青发[1993]第15号（摘录）\n\n"
        "    一、本规定适于乡镇企业。\n                                   1993年8月2日\n",
        [
            ("青发[1992]7号", f"{JOINT}关于发展林果业的决定", ("中共青禾县委", "青禾县人民政府"), "1992-04-05"),
            (
                "青发[1993]第15号",
                f"{JOINT}关于搞活乡镇企业若干问题的规定",
                ("中共青禾县委", "青禾县人民政府"),
                "1993-08-02",
            ),
        ],
    ),
    # on a line of its own between title and 文号
    "below the title": (
        "青禾县人民政府关于办好夜校的通知\n（摘录）\n青政发〔1983〕4号\n各公社：\n　　现通知如下：\n　　一、各公社要重视。\n"
        "青禾县人民政府\n一九八三年三月四日\n",
        [("青政发〔1983〕4号", "青禾县人民政府关于办好夜校的通知", ("青禾县人民政府",), "1983-03-04")],
    ),
    # a day in brackets is all that stands between title and text; the heading of the annex is no part of the title
    "dated below": (
        "附录\n一、文件辑存\n中共青禾县委关于办好夜校的意见（节录）\n（1980年9月12日）\n　　为了办好夜校，提出如下意见。\n"
        "中共青禾县委关于植树造林的决定\n（1982年2月1日）\n　　为了绿化青禾，决定如下。\n",
        [
            (None, "中共青禾县委关于办好夜校的意见（节录）", ("中共青禾县委",), "1980-09-12"),
            (None, "中共青禾县委关于植树造林的决定", ("中共青禾县委",), "1982-02-01"),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_documents_reprinted(name: str) -> None:
    text, expected = CASES[name]
    found = notices(document_of(text))
    assert [(n.number, n.title, tuple(i.name for i in n.issuers), n.dated) for n in found] == expected


def test_a_heading_of_markdown_is_read_without_its_marks() -> None:
    (notice,) = notices(document_of("## 第一节 机构\n青禾县水利局内设办公室、河湖股。\n# 1. 人员\n#2号机组投产。\n"))
    assert [block.text.text[:4] for block in notice.blocks] == ["第一节机", "青禾县水", "1.人员", "#2号机"]
