"""Pages run together to one line without a blank: what each of their lines is, told by what stands on it."""

import pytest

from extract.pipeline import extract_document
from extract.readers.text import document_of
from extract.text.flattened import unfolded

FILLER = "各单位要高度重视，加强组织领导，抓好任务落实，确保按期完成，并及时报送进展情况，遇到问题及时反馈。" * 3
BODY = (
    f"关于做好冬春供水工作的通知各乡镇人民政府，县直有关单位:现将有关事项通知如下:一、总体要求(一)指导思想。{FILLER}"
    f"二、重点任务(一)检修管网。{FILLER}(牵头单位:县水利局)(二)保障水质。{FILLER}(牵头单位:县卫健局)"
)


def lines(page: str) -> list[str]:
    return [page[start:end] for start, end in unfolded(page, 0, len(page))]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("青山县人民政府", ["青山县人民政府关于做好冬春供水工作的通知"]),
        # an organ that is printed twice, as in a masthead and in the title below it
        ("青山县水利局青山县水利局", ["青山县水利局", "青山县水利局关于做好冬春供水工作的通知"]),
        # what is said of a document stands before the masthead
        ("特急青山县供水公司", ["特急", "青山县供水公司关于做好冬春供水工作的通知"]),
        (
            "青山县供水公司文件青供水〔2021〕5号青山县供水公司",
            ["青山县供水公司文件", "青供水〔2021〕5号", "青山县供水公司关于做好冬春供水工作的通知"],
        ),
    ],
)
def test_what_stands_before_the_addressees(head: str, expected: list[str]) -> None:
    divided = lines(head + BODY)
    assert divided[: len(expected)] == expected
    assert divided[len(expected)] == "各乡镇人民政府，县直有关单位:"
    assert "".join(divided) == head + BODY


def test_enumerators_open_lines() -> None:
    begins = [line[:8] for line in lines("青山县人民政府" + BODY)]
    assert begins[3:] == ["一、总体要求", "(一)指导思想。", "二、重点任务", "(一)检修管网。", "(二)保障水质。"]


def test_a_paragraph_of_a_notice_stays_whole() -> None:
    paragraph = (
        f"根据县政府关于做好供水工作的通知要求，现将有关事项通知如下:一、检修管网。{FILLER}二、保障水质。{FILLER}"
    )
    assert lines(paragraph) == [paragraph]


def test_enumerators_open_lines_of_a_page_whose_title_stands_above() -> None:
    page = f"各股室、下属公司：现将分工通知如下：一、石磊局长：主持全面工作。{FILLER}二、尹青副局长：分管财务。{FILLER}"
    assert [line[:6] for line in lines(page)] == ["各股室、下属", "现将分工通知", "一、石磊局长", "二、尹青副局"]


def test_an_item_begins_with_its_own_words() -> None:
    facts = extract_document(document_of("青山县人民政府" + BODY + "\n")).facts
    led = [(f.subject.name, f.object.name[:4]) for f in facts if f.relation.value == "leads" and f.object]
    assert led == [("县水利局", "检修管网"), ("县卫健局", "保障水质")]


def test_numbers_behind_a_heading_or_a_list_of_bodies_open_lines() -> None:
    page = (
        "青禾县人民政府办公室关于印发2031年重点工作责任分解的通知 各乡镇: 现印发给你们,请认真贯彻执行。 青禾县人民政府办公室 2031年4月8日 "
        "一、石磊县长牵头重点工作 1.新建水厂3座,供水能力增长7.5%左右。 责任单位:县水利局(首位单位为牵头单位,下同)、县财政局 "
        "2.严控培训费,节俭办一切活动。 责任单位:县审计局 二、尹青副县长牵头重点工作 1.修缮文庙。 责任单位:县文旅局"
    )
    facts = extract_document(document_of(page + "\n")).facts
    led = [
        (f.relation.value, f.subject.name, f.role, f.object.name[:5])
        for f in facts
        if f.object and "单位" in (f.role or "")
    ]
    assert led == [
        ("leads", "县水利局", "牵头单位", "新建水厂3"),
        ("assists", "县财政局", "责任单位", "新建水厂3"),
        ("leads", "县审计局", "牵头单位", "严控培训费"),
        ("leads", "县文旅局", "牵头单位", "修缮文庙。"),
    ]
