"""Which list of a notice an item stands in: a text handed out beside another, the caption of a table, a row across it."""

import pytest

from extract.facts import ItemRecord
from extract.formats import found_in
from extract.readers.text import document_of
from extract.text.segment import notices

HEADER = "序号\t工作标准\t分管县领导\t牵头单位\t责任单位"


def subtitles(text: str, told: str = "现印发给你们。") -> list[str | None]:
    head = f"安山县人民政府文件\n\n安政发〔2022〕3号\n\n关于印发2022年重点工作的通知\n\n{told}\n\n安山县人民政府\n\n2022年3月2日\n\n"
    found = [result for notice in notices(document_of(head + text, "t.txt")) for result in found_in(notice)]
    return [result.subtitle for result in found if isinstance(result, ItemRecord)]


def row(number: int, what: str, lead: str) -> str:
    return f"{number}\t{what}\t沈国梁\t{lead}\t县财政局"


def test_two_texts_that_one_notice_hands_out() -> None:
    told = "现将《安山县发展旅游业实施意见》和《安山县发展旅游业若干措施》印发给你们。"
    text = (
        "安山县发展旅游业实施意见\n\n一、重点任务\n\n（一）提升景区。（牵头单位：县文旅局）\n\n"
        "安山县发展旅游业若干措施\n\n一、财政支持\n\n（一）奖励民宿。（牵头单位：县财政局）\n\n（二）奖励导游。（牵头单位：县文旅局）\n"
    )
    assert subtitles(text, told) == ["安山县发展旅游业实施意见", *["安山县发展旅游业若干措施"] * 2]


def test_captions_of_tables_and_rows_across_them() -> None:
    tables = [
        "附件\n\n2022年重点工作责任分解表\n",
        "责任单位：县发改局\n",
        HEADER,
        "政府工作报告任务分解表\t\t\t\t",
        row(1, "完成投资5亿元。", "县发改局"),
        "",
        HEADER,  # the table goes on, on the next page
        row(2, "新建粮库2座。", "县发改局"),
        "民生实事项目分解表\t\t\t\t",
        row(1, "改造公厕3座。", "县发改局"),
        "",
        "责任单位：县教育局\n",
        HEADER,
        row(1, "新建小学1所。", "县教育局"),
    ]
    assert subtitles("\n".join(tables) + "\n") == [
        "责任单位：县发改局/政府工作报告任务分解表",
        "责任单位：县发改局/政府工作报告任务分解表",
        "责任单位：县发改局/民生实事项目分解表",
        "责任单位：县教育局",
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"附件\n\n2022年重点工作责任分解表\n\n{HEADER}\n{row(1, '完成投资5亿元。', '县发改局')}\n",  # the annex says it
        f"单位：万元\n\n{HEADER}\n{row(1, '完成投资5亿元。', '县发改局')}\n",
        f"重点工作责任分解表\n\n{HEADER}\n{row(1, '完成投资5亿元。', '县发改局')}\n{row(2, '新建粮库2座。', '县发改局')}\n",  # the only list
    ],
)
def test_a_notice_of_one_list_names_none(text: str) -> None:
    assert set(subtitles(text)) == {None}


def test_running_text_ends_a_table() -> None:
    table = f"责任单位：县发改局\n\n{HEADER}\n{row(1, '完成投资5亿元。', '县发改局')}\n"
    assert subtitles(f"{table}\n二、其他事项\n\n1.加强值守。（牵头单位：县应急局）\n") == ["责任单位：县发改局", None]
