"""Whatever a page does to a text, the rules read the same; names stay as printed, offsets lead back to the source."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.clean import clean, fold, printed
from extract.document import Flow
from extract.facts import Fact
from extract.pipeline import extract_document
from extract.readers.text import document_of
from extract.text.layout import printed_lines
from extract.text.lines import laid_out
from extract.text.paragraphs import blocks_of
from extract.text.segment import notices

NOTICE = """安山县人民政府
关于水利人事任免的通知
安政任〔2021〕7号
各乡镇人民政府：
县人民政府决定：
任命方小舟为县水利局局长；
任命高长水同志为县人民医院院长；
免去白立言的县审计局副局长职务。
安山县人民政府
2021年5月8日
"""
READ = {
    ("appointed", "方小舟", "县水利局", "局长", "2021-05-08"),
    ("appointed", "高长水", "县人民医院", "院长", "2021-05-08"),
    ("dismissed", "白立言", "县审计局", "副局长", "2021-05-08"),
    ("issued", "安山县人民政府", "安政任〔2021〕7号", None, "2021-05-08"),
}


def facts(text: str) -> list[Fact]:
    return extract_document(document_of(text, "notice.txt")).facts


def said(found: list[Fact]) -> set[tuple[str, str, str, str | None, str | None]]:
    return {(f.relation.value, f.subject.name, f.object.name, f.role, f.date) for f in found}


def between(mark: str, *words: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        for word in words:
            text = text.replace(word, mark.join(word))
        return text

    return change


PAGES: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "tabs before lines": lambda text: "".join("\t" + line for line in text.splitlines(keepends=True)),
    "tabs behind lines": lambda text: text.replace("\n", "\t\n"),
    "tabs in names": between("\t", "方小舟", "白立言"),
    "tabs around names": lambda text: text.replace("方小舟", "\t方小舟\t").replace("白立言", "\t白立言\t"),
    "CR": lambda text: text.replace("\n", "\r"),
    "CR LF": lambda text: text.replace("\n", "\r\n"),
    "NEL": lambda text: text.replace("\n", "\x85"),
    "U+2028": lambda text: text.replace("\n", "\u2028"),
    "zero width": between("\u200b", "方小舟", "县水利局", "任命", "2021年"),
    "direction": between("\u202a", "方小舟", "免去"),
    "soft hyphen": between("\xad", "同志", "局长"),
    "variation selectors": lambda text: text.replace("方", "方\U000e0100").replace("水", "水\ufe00"),
    "Kangxi radicals": lambda text: (
        text.replace("方", "⽅").replace("水", "⽔").replace("人", "⼈").replace("白", "⽩")
    ),
    "radicals of the supplement": lambda text: text.replace("长", "⻓"),
    "compatible ideographs": lambda text: text.replace("利", "\uf9dd").replace("立", "\uf9f7"),
    "full-width figures": lambda text: text.replace("2021年5月8日", "２０２１年５月８日"),
    "a space between all": lambda text: "\n".join(" ".join(line) for line in text.splitlines()),
    "one line": lambda text: text.replace("\n", " "),
    "a mixture of zeros": lambda text: text.replace("2021年5月8日", "二0二一年五月八日"),
    "a letter for zero": lambda text: text.replace("2021年5月8日", "二О二一年五月八日"),
}


@pytest.mark.parametrize("page", PAGES)
def test_the_same_is_read_whatever_the_page_did(page: str) -> None:
    text = PAGES[page](NOTICE)
    found = facts(text)
    assert said(found) >= READ
    assert not said(found) - READ
    assert all(f.evidence.quote == text[f.evidence.start : f.evidence.end] for f in found)


def test_a_tab_after_a_name_divides_no_cells() -> None:
    text = (
        "关于方小舟等职务任免的通知\n县政府决定：\n方小舟\t任县水利局局长（试用期一年）\n高 水\t任县医院院长，免去其县疾控中心主任职务\n"
        "免去：\n白立言\t的县审计局副局长职务\n"
    )
    facts = [f for f in extract_document(document_of(text)).facts if f.relation.value in ("appointed", "dismissed")]
    assert [(f.relation.value, f.subject.name, f.object.name, f.role) for f in facts] == [
        ("appointed", "方小舟", "县水利局", "局长"),
        ("appointed", "高水", "县医院", "院长"),
        ("dismissed", "高水", "县疾控中心", "主任"),
        ("dismissed", "白立言", "县审计局", "副局长"),
    ]


def test_traditional_characters_are_read_and_stay_as_printed() -> None:
    text = "安山縣人民政府關於職務任免的通知\n縣人民政府決定：\n任命蕭國棟為縣水利局局長；\n免去陳偉的縣審計局副局長職務。\n安山縣人民政府\n2021年5月8日\n"
    assert said(facts(text)) >= {
        ("appointed", "蕭國棟", "縣水利局", "局長", "2021-05-08"),
        ("dismissed", "陳偉", "縣審計局", "副局長", "2021-05-08"),
    }


def test_a_head_inside_a_name_is_no_part_of_it() -> None:
    text = NOTICE.replace("县审计局副局长职务。", "县审计\n— 12 —\n安山县人民政府公报 2021年第3期\n局副局长职务。")
    assert said(facts(text)) == READ


BLOCKS = {
    # a title, the heading of a list and a post that the layout divides
    "title": (
        "安山县人民政府办公室关于成立安山\n县水库工作领导小组的通知\n各乡镇：\n",
        "安山县人民政府办公室关于成立安山县水库工作领导小组的通知",
    ),
    "heading": (
        "现印发名单。\n安山县职业教育工作\n部门联席会议成员名单\n组 长：方小舟 副县长\n",
        "安山县职业教育工作部门联席会议成员名单",
    ),
    "last word": (
        "成 员：方小舟 县政府办公室综合科\n           科长\n       高长水 县水利局局长\n",
        "成员:方小舟县政府办公室综合科科长",
    ),
    "running head": ("高长水同志为县审\n— 3 —\n计局副局长；\n", "高长水同志为县审计局副局长;"),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_what_the_layout_divides_is_one_block(name: str) -> None:
    text, expected = BLOCKS[name]
    found = [block.text.text for notice in notices(document_of(text)) for block in notice.blocks]
    assert expected in found


APART = [
    ("方小舟,男,汉族,大学学历,中共党员,现任安山县委常委、统战部部长\n高长水\n工作分工\n", "高长水"),  # a name line
    (
        "　　组长由副县长方小舟担任，副组长由县水利局局长高长水担任\n　　办公室设在县水利局。\n",
        "办公室设在县水利局。",
    ),  # indented
]


@pytest.mark.parametrize(("text", "block"), APART)
def test_what_begins_anew_is_a_block_of_its_own(text: str, block: str) -> None:
    document, lines = laid_out(document_of("题目\n" + text))
    assert block in [found.text.text for found in blocks_of(document, lines)]


ROWS = {
    "one cell a line": (
        "任务分解表\n序号\n工作任务\n牵头单位\n配合单位\n完成\n时限\n1\n疏浚河道。\n县水利局\n县财政局\n6月底\n2\n修缮校舍。\n县教育局\n9月底\n",
        [
            ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"],
            ["1", "疏浚河道。", "县水利局", "县财政局", "6月底"],
            ["2", "修缮校舍。", "县教育局", "", "9月底"],
        ],
    ),
    "wrapped cells": (
        "序号  工作任务          牵头单位    责任单位\n1     疏浚河道，修建    县水利      县财政局、\n      涵闸。            局          白石镇\n2     修缮校舍。        县教育局    县住建局\n",
        [
            ["序号", "工作任务", "牵头单位", "责任单位"],
            ["1", "疏浚河道,修建涵闸。", "县水利局", "县财政局、白石镇"],
            ["2", "修缮校舍。", "县教育局", "县住建局"],
        ],
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_rows_over_several_lines(name: str) -> None:
    text, expected = ROWS[name]
    document, lines = laid_out(document_of(text))
    assert [[cell.text for cell in block.cells] for block in blocks_of(document, lines) if block.is_row] == expected


def test_a_body_in_a_wrapped_cell_is_named_whole() -> None:
    found = facts("安山县任务分解表\n" + ROWS["wrapped cells"][0])
    assert {(f.subject.name, f.role) for f in found} == {
        ("县水利局", "牵头单位"),
        ("县财政局", "责任单位"),
        ("白石镇", "责任单位"),
        ("县教育局", "牵头单位"),
        ("县住建局", "责任单位"),
    }


def test_what_stands_before_the_first_heading_is_read() -> None:
    report = "本报讯 3月5日，县委书记方小舟到县水利局调研。\n" + "沿途察看水库除险加固情况。\n" * 5
    document = document_of(f"{report}{NOTICE}")
    found = notices(document)
    assert found[0].start == 0
    assert len(found) == 2


PAGE_TEXT = st.text(
    st.sampled_from(
        "任命方小舟为县水利局长序号任务单位12 \t\n\r\u2028\x85\u3000\u200b⻓⽔國。，：、（）〔〕2021年号—A|"
    ),
    max_size=120,
)


@settings(deadline=None)
@given(PAGE_TEXT)
def test_offsets_lead_back_to_the_source(text: str) -> None:
    document, lines = laid_out(document_of(text))
    for block in blocks_of(document, lines):
        for part in (block.text, *block.cells):
            assert list(part.offsets) == sorted(set(part.offsets))
            for char, offset in zip(part.text, part.offsets, strict=True):
                assert block.start <= offset < block.end
                assert char == fold(text[offset]) or (char == " " and text[offset].isspace()) or char == "〇"
            if part.text:
                joined = "".join(text[offset] for offset in part.offsets)
                assert fold(part.printed(text, 0, len(part))) == fold(printed(joined))


@settings(deadline=None)
@given(PAGE_TEXT)
def test_lines_keep_every_character_in_its_order(text: str) -> None:
    spans = [(line.start, line.end) for line in printed_lines(text)]
    assert all(left < right for left, right in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    kept = "".join(clean(text, *span).text for span in spans)
    assert set(clean(text).text) - set("|—+ ") <= set(kept) | set(" ")


@settings(deadline=None)
@given(st.integers(0, 30), st.integers(0, 30), st.lists(st.integers(0, 30), min_size=2, max_size=6, unique=True))
def test_a_flow_leaves_out_what_stands_between(start: int, length: int, bounds: list[int]) -> None:
    ordered = sorted(bounds[: len(bounds) // 2 * 2])
    breaks = tuple(zip(ordered[::2], ordered[1::2], strict=True))
    parts = list(Flow(breaks).parts(start, start + length))
    kept = {i for left, right in parts for i in range(left, right)}
    out = {i for left, right in breaks if start < left for i in range(left, right)}
    assert kept == set(range(start, start + length)) - out


def test_branches_of_a_drawn_tree_are_no_part_of_a_body() -> None:
    tree = "杏花县领导\n├── 县委书记 石磊\n│   └── 县委副书记 尹青\n"
    assert [tree[line.start : line.end] for line in printed_lines(tree)][1:] == ["县委书记 石磊", "县委副书记 尹青"]
