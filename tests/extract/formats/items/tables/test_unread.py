"""Tables printed one cell a line whose rows cannot be told apart end as doubts, what only looks like one does not."""

import pytest

from extract.facts import Fact
from extract.formats.items.tables.responsibility import task_tables
from extract.formats.items.tables.unread import undivided
from extract.pipeline import extract_document
from extract.readers.text import document_of
from extract.text.segment import notices

NAMES = ["工作任务", "具体要求", "责任单位", "时限要求"]
CELLS = ["改进档案管理,做到分类清楚、查找方便。", "整理十年来的全部文书档案。", "县档案局", "年底前"]


def doubted(lines: list[str]) -> list[str]:
    """What is doubted, without its bars and ends of lines."""
    text = "安山县人民政府公报\n" + "\n".join(lines) + "\n"
    doubts = [doubt for notice in notices(document_of(text)) for doubt in undivided(notice)]
    return ["".join(text[d.evidence.start : d.evidence.end].replace("|", "").split()) for d in doubts]


def test_names_and_units_of_a_table_without_numbers_are_doubted() -> None:
    assert doubted([*NAMES, *CELLS]) == ["".join(NAMES), "县档案局"]


def test_a_table_whose_cells_bars_divide_is_read() -> None:
    lines = [line for cell in [*NAMES, *CELLS] for line in (cell, "|")]
    facts = extract_document(document_of("安山县人民政府公报\n" + "\n".join(lines) + "\n")).facts
    assert [(f.subject.name, f.role, f.qualifiers.deadline) for f in facts] == [("县档案局", "责任单位", "年底前")]


@pytest.mark.parametrize(
    "lines",
    [
        ["1.4 工作任务", "2.1 领导机构", "2.2 责任单位", "2.3 时限要求"],
        ["第一章 工作任务", "第二章 责任单位", "第三章 时限要求"],
        ["工作任务", "整理十年来的全部文书档案。", "责任单位", "县档案局", "时限要求", "年底前"],
        ["\t".join(["序号", *NAMES]), "\t".join(["1", *CELLS])],
        [
            *["序号", "工作任务", "责任单位", "完成时限"],
            *["1", "整理档案。", "县档案局", "6月底"],
            *["2", "修库房。", "县财政局", "9月底"],
        ],
    ],
    ids=["contents", "chapters", "labels", "tabs", "numbered"],
)
def test_what_is_no_such_table_or_is_read_is_not_doubted(lines: list[str]) -> None:
    assert doubted(lines) == []


@pytest.mark.parametrize(
    ("names", "roles"),
    [
        (["工作任务", "牵头单位", "责任主体与协同单位"], [("县财政局", "责任主体与协同单位")]),
        (["工作任务", "完成时限", "责任主体及协同单位"], [("县财政局", "责任主体"), ("县财政局", "协同单位")]),
    ],
    ids=["beside those who lead", "alone"],
)
def test_two_names_of_one_column_are_one_beside_those_who_lead(names: list[str], roles: list[tuple[str, str]]) -> None:
    second = "县档案局" if names[1] == "牵头单位" else "6月底"
    text = (
        "安山县任务表\n\n"
        + "\t".join(["序号", *names])
        + "\n"
        + "\t".join(["1", "整理档案。", second, "县财政局"])
        + "\n"
    )
    facts = [fact for notice in notices(document_of(text)) for fact in task_tables(notice)]
    told = [(f.subject.name, f.role) for f in facts if isinstance(f, Fact) and f.subject.name == "县财政局"]
    assert told == roles


def test_who_moved_a_proposal_is_no_item() -> None:
    rows = "案号\t案由\t提案人\t主办单位\n1\t关于加快停车场建设的建议\t丁力\t县城管局\n2\t关于农村养老的建议\t石红\t县民政局\n"
    facts = extract_document(document_of(f"安山县提案承办分解表\n{rows}")).facts
    assert [f.object.name for f in facts if f.object] == ["关于加快停车场建设的建议", "关于农村养老的建议"]
