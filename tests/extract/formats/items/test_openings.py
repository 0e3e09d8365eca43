"""Numbered sentences that close with who answers, without a bracket; what only looks so is none."""

import pytest

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

Row = tuple[str, str, str | None, str]


def rows(text: str) -> list[Row]:
    facts = extract_document(document_of(text)).facts
    items = (f for f in facts if f.relation in (Relation.LEADS, Relation.ASSISTS))
    return [(f.relation.value, f.subject.name, f.role, f.object.name) for f in items]


CASES: list[tuple[str, list[Row]]] = [
    (
        "一、整治校园周边，取缔流动摊点，由县教育局负责，县城管局配合。",
        [
            ("leads", "县教育局", "负责", "整治校园周边，取缔流动摊点"),
            ("assists", "县城管局", "配合", "整治校园周边，取缔流动摊点"),
        ],
    ),
    (
        "（二）规范集市秩序，县市场监管局牵头，县公安局、城关镇协同。",
        [
            ("leads", "县市场监管局", "牵头", "规范集市秩序"),
            ("assists", "县公安局", "协同", "规范集市秩序"),
            ("assists", "城关镇", "协同", "规范集市秩序"),
        ],
    ),
    ("6.整治交通秩序，县交警大队具体负责", [("leads", "县交警大队", "负责", "整治交通秩序")]),
    (
        "（九）健全制度体系。由县环保局会同县发改局、县财政局研究制定。",
        [
            ("leads", "县环保局", "牵头", "健全制度体系。"),
            ("assists", "县发改局", "会同", "健全制度体系。"),
            ("assists", "县财政局", "会同", "健全制度体系。"),
        ],
    ),
    ("三、领导小组下设办公室，县教育局负责。", []),  # who runs a group
    ("三、强化组织领导，日常工作由县教育局负责。", []),
    ("三、各乡镇要高度重视，县教育局负责。", []),
    ("三、规范集市秩序，各乡镇配合。", []),  # nobody by name
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_answers_stands_at_the_end_of_a_numbered_sentence(text: str, expected: list[Row]) -> None:
    assert rows(f"关于做好迎检工作的通知\n{text}\n") == expected


def test_articles_are_no_items() -> None:
    articles = "".join(f"第{n}条 加强燃气管理，由县住建局负责。\n" for n in "一二三四五")
    assert rows(f"安山县燃气管理办法\n{articles}") == []


def test_a_paragraph_that_opens_with_who_answers_for_its_heading() -> None:
    text = (
        "柳河市重点工作\n1、环湖绿道建设\n由石磊副市长负责，市林业局牵头，相关部门配合，抓紧修改方案，报市政府审批。\n"
        "2、供水管网改造\n由尹青副市长负责，市住建局牵头，市财政局配合，年内开工。\n"
    )
    found = [f for f in extract_document(document_of(text)).facts if f.object.kind == "task"]
    assert [(f.relation.value, f.subject.name, f.object.name, f.role) for f in found] == [
        ("leads", "石磊", "环湖绿道建设", "负责"),
        ("leads", "市林业局", "环湖绿道建设", "牵头"),
        ("leads", "尹青", "供水管网改造", "负责"),
        ("leads", "市住建局", "供水管网改造", "牵头"),
        ("assists", "市财政局", "供水管网改造", "配合"),
    ]
