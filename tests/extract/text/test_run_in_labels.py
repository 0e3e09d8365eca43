"""Labels of an item run together without a mark between them: the lines that they were printed on, and the facts of these."""

from itertools import pairwise

import pytest

from extract.pipeline import extract_document
from extract.readers.text import document_of
from extract.text.run_in_labels import labels_run_in

LIST = (
    "榆坪县乡镇书屋建设任务分解\n一、关于书屋选址的方案责任单位:县人社局、县文旅局责任人:石磊、尹青主要任务:走访各村后定点。\n"
    "二、关于书屋藏书的方案责任单位:县文旅局责任人:尹青时限要求:年底前\n"
)


def parts(text: str) -> list[str]:
    cuts = [0, *labels_run_in(text, 0, len(text)), len(text)]
    return [text[left:right] for left, right in pairwise(cuts)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "书屋选址责任单位:县人社局、县文旅局责任人:石磊主要任务:走访后定点。",
            ["书屋选址", "责任单位:县人社局、县文旅局", "责任人:石磊", "主要任务:走访后定点。"],
        ),
        (
            "完成检修。责任单位：县供电公司配合单位：各乡镇完成时限：2023年8月31日（2）采购电表。",
            ["完成检修。", "责任单位：县供电公司", "配合单位：各乡镇", "完成时限：2023年8月31日", "（2）采购电表。"],
        ),
        (
            "完成检修。责任单位：县供电公司；完成时限：9月。",
            ["完成检修。责任单位：县供电公司；完成时限：9月。"],
        ),  # a mark divides
        ("请责任单位:县供电公司于9月前完成。", ["请责任单位:县供电公司于9月前完成。"]),  # one label alone
    ],
)
def test_lines_of_labels(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_who_answers_for_the_items_of_such_a_list() -> None:
    facts = extract_document(document_of(LIST, "passage.txt")).facts
    assert {(f.subject.name, f.object.name, f.role) for f in facts} == {
        ("县人社局", "关于书屋选址的方案", "责任单位"),
        ("县文旅局", "关于书屋选址的方案", "责任单位"),
        ("石磊", "关于书屋选址的方案", "责任人"),
        ("尹青", "关于书屋选址的方案", "责任人"),
        ("县文旅局", "关于书屋藏书的方案", "责任单位"),
        ("尹青", "关于书屋藏书的方案", "责任人"),
    }
