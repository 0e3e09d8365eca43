"""Files of office programs: paragraphs, tables with merged cells, counted numbers, nothing hidden or struck out."""

import datetime
import importlib

import pytest

from extract.errors import ReadError
from extract.readers.office.numbering import chinese
from extract.readers.office.sheets import shown
from extract.readers.opening import reading_of_bytes
from extract.readers.process import READERS, read_apart, read_here
from tests.extract.readers.paths.test_listing import packed

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MERGED = '<w:vMerge w:val="restart"/>'


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def docx(body: str, **parts: str) -> bytes:
    members = {"word/document.xml": f"<w:document {SPACE}><w:body>{body}</w:body></w:document>".encode()}
    members |= {f"word/{name}.xml": text.encode() for name, text in parts.items()}
    return packed(members)


def lines(body: str, **parts: str) -> list[str]:
    return read_here("docx", docx(body, **parts), "a.docx").text.splitlines()


def test_runs_breaks_and_controls_are_read_and_hidden_text_is_not() -> None:
    body = (
        "<w:sdt><w:sdtContent>" + paragraph("关于任免的通知") + "</w:sdtContent></w:sdt>"
        "<w:p><w:r><w:t>任命</w:t></w:r><w:ins><w:r><w:t>赵立新</w:t></w:r></w:ins><w:del><w:r><w:delText>王平</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r><w:r><w:tab/><w:t>为局长</w:t><w:br/><w:t>免去</w:t></w:r></w:p>"
    )
    assert lines(body) == ["关于任免的通知", "任命赵立新　为局长", "免去"]


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('临江市人民政府文件')}</w:txbxContent>"
    body = f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    assert lines(body) == ["临江市人民政府文件"]


def test_merged_cells_are_given_to_each_row() -> None:
    wide, first = '<w:gridSpan w:val="3"/>', '<w:vMerge w:val="restart"/>'
    rows = (
        f"<w:tr>{cell(paragraph('序号'))}{cell(paragraph('任务'))}{cell(paragraph('单位'))}</w:tr>"
        f"<w:tr>{cell(paragraph('一、重点'), wide)}</w:tr>"
        f"<w:tr>{cell(paragraph('1'))}{cell(paragraph('修堤'))}{cell(paragraph('市水务局') + paragraph('市财政局'), first)}</w:tr>"
        f"<w:tr>{cell(paragraph('2'))}{cell(paragraph('清淤'))}{cell('<w:p/>', '<w:vMerge/>')}</w:tr>"
    )
    found = lines(f"<w:tbl>{rows}</w:tbl>")
    assert found == ["序号\t任务\t单位", "一、重点\t\t", "1\t修堤\t市水务局 市财政局", "2\t清淤\t市水务局 市财政局"]


def test_a_table_that_lays_out_the_page_is_paragraphs() -> None:
    inner = f"<w:tbl><w:tr>{cell(paragraph('第一条'))}{cell(paragraph('第二条'))}</w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr>{cell(paragraph('左') + inner)}{cell(paragraph('右'))}</w:tr></w:tbl>"
    assert lines(outer) == ["左", "第一条\t第二条", "右"]


def test_a_table_in_a_cell_leaves_the_rows_around_it_rows() -> None:
    inner = f"<w:tbl><w:tr>{cell(paragraph('甲'))}{cell(paragraph('乙'))}</w:tr></w:tbl>"
    rows = "".join(
        f"<w:tr>{cell(paragraph(str(n)))}{cell(paragraph('修缮河道'))}{cell(paragraph('市水务局'))}</w:tr>"
        for n in (1, 2)
    )
    last = f"<w:tr>{cell(paragraph('3'))}{cell(inner)}{cell(paragraph('市财政局'))}</w:tr>"
    assert lines(f"<w:tbl>{rows}{last}</w:tbl>")[-2:] == ["2\t修缮河道\t市水务局", "3\t甲 乙\t市财政局"]


def test_a_form_of_many_edges_has_no_empty_columns() -> None:
    def wide(text: str, columns: int) -> str:
        return cell(paragraph(text), f'<w:gridSpan w:val="{columns}"/>')

    rows = f"<w:tr>{wide('姓名', 4)}{wide('', 4)}{wide('单位', 4)}</w:tr><w:tr>{wide('地址', 4)}{wide('临江大道', 8)}</w:tr>"
    assert lines(f"<w:tbl>{rows}</w:tbl>") == ["姓名\t\t单位", "地址\t临江大道\t"]


def test_notes_stand_at_the_end() -> None:
    notes = {
        f"{kind}s": f'<w:{kind}s {SPACE}><w:{kind} w:type="separator">{paragraph("线")}</w:{kind}><w:{kind}>{paragraph(text)}</w:{kind}></w:{kind}s>'
        for kind, text in (("footnote", "注：指县民政局。"), ("endnote", "尾注：另行通知。"))
    }
    assert lines(paragraph("正文"), **notes) == ["正文", "注：指县民政局。", "尾注：另行通知。"]


def test_the_strict_form_of_the_standard_is_read_alike() -> None:
    body = f"<w:tbl><w:tr>{cell(paragraph('1'))}{cell(paragraph('市水务局'), MERGED)}</w:tr><w:tr>{cell(paragraph('2'))}{cell('<w:p/>', '<w:vMerge/>')}</w:tr></w:tbl>"
    space = SPACE.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", STRICT)
    data = packed({"word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>".encode()})
    assert read_here("docx", data, "a.docx").text.splitlines() == ["1\t市水务局", "2\t市水务局"]


def test_numbers_that_word_counts_are_printed() -> None:
    numbering = (
        f'<w:numbering {SPACE}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="第%1条　"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )

    def numbered(text: str, level: int) -> str:
        return paragraph(text, f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="4"/></w:numPr></w:pPr>')

    body = numbered("总则", 0) + numbered("甲", 1) + numbered("乙", 1) + numbered("分则", 0) + numbered("丙", 1)
    assert lines(body, numbering=numbering) == ["第一条　总则", "(1)甲", "(2)乙", "第二条　分则", "(1)丙"]


@pytest.mark.parametrize(
    ("number", "words"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (105, "一百零五"), (0, "0")]
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert chinese(number) == words


@pytest.mark.parametrize(
    "data",
    [
        docx(paragraph("一"))[:200],
        packed({"word/document.xml": b"<w:document"}),
        packed({"word/document.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
        packed({"word/document.xml": b"<x>" + b"<y>" * 5000}),
    ],
)
def test_a_damaged_docx_is_one_line(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        reading_of_bytes(data, "a.docx")
    assert "\n" not in str(caught.value)


RTF = (
    r"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 SimSun;}}{\header \'b7\'cf}\f0 "
    r"\'b9\'d8\'d3\'da\'c8\'ce\'c3\'e2\'b5\'c4\'cd\'a8\'d6\'aa\par \u20219?\u21629?{\v hidden}{\*\bkmkstart x}\par "
    r"\trowd\clvmgf\cellx1000\cellx3000\pard\intbl \'d2\'bb\cell A\cell\row"
    r"\trowd\clvmrg\cellx1000\cellx3000\pard\intbl \cell B\par C\cell\row\pard end\par}"
)


def test_rtf_gives_paragraphs_and_rows() -> None:
    assert read_here("rtf", RTF.encode("ascii"), "a.rtf").text.splitlines() == [
        "关于任免的通知",
        "任命",
        "一\tA",
        "一\tB C",
        "end",
    ]


ASIDE = r"""{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 SimSun;}}\f0 {\listtext\pard\plain 1.\tab}Text{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}
{\shptxt\pard Box\par}}{\shprslt{\*\do Again\par}}} goes on{\super\chftn{\*\footnote\pard Note}}.\par
\trowd\cellx1000\cellx2000\cellx3000\pard\intbl 1\cell Dike\cell Bureau\cell\row
\trowd\cellx1000\cellx2000\cellx3000\pard\intbl 2\cell Ditch\cell Office\cell\row
\trowd\cellx1000\cellx2000\cellx3000\pard\intbl 3\cell\pard\intbl\itap2 A\nestcell B\nestcell{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}{\nonesttables\par}
\pard\intbl\itap1\cell Desk\cell\row\pard {\*\other unread}end\par}"""


def test_rtf_gives_boxes_notes_and_tables_in_cells_their_place() -> None:
    assert read_here("rtf", ASIDE.encode("ascii"), "a.rtf").text.splitlines() == [
        "1.Text goes on.",
        "1\tDike\tBureau",
        "2\tDitch\tOffice",
        "3\tA B\tDesk",
        "end",
        "Box",
        "Note",
    ]


def test_rtf_without_an_end_and_with_endless_groups_ends() -> None:
    assert "任命" in read_here("rtf", RTF.encode("ascii")[:-10], "a.rtf").text
    with pytest.raises(ReadError, match="nested"):
        read_here("rtf", b"{\\rtf1" + b"{" * 100_000, "a.rtf")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (20.0, "20"), (230600017.0, "230600017"), (0.15, "0.15"), (True, "TRUE"), ("a\nb", "a b"), (1e20, "1e+20"),
        (datetime.datetime(2022, 5, 11), "2022-05-11"), (datetime.date(2022, 5, 11), "2022-05-11"),
    ],
)  # fmt: skip
def test_values_of_sheets_are_those_a_person_sees(value: object, text: str) -> None:
    assert shown(value) == text


def test_csv_is_rows_whatever_divides_them() -> None:
    for divider in ",;\t":
        rows = ["公租房名册", divider.join(["序号", "单位"]), divider.join(["1", '"县教育局\n二科"'])]
        reading = reading_of_bytes("\r\n".join(rows).encode("gb18030"), "a.csv")
        assert reading.text.splitlines() == ["公租房名册", "序号\t单位", "1\t县教育局 二科"]


@pytest.mark.parametrize("kind", ["doc", "xls", "xlsx", "docx"])
@pytest.mark.parametrize(
    "data",
    [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 3000,
        b"PK\x03\x04" + b"\x01" * 90,
    ],
)
def test_garbage_is_one_line_in_any_reader(kind: str, data: bytes) -> None:
    said = ""
    try:
        said = read_apart(kind, data, "a").text.strip()
    except ReadError as error:
        said = str(error)
        said = said.removeprefix("a: ") if "\n" not in said else said
    assert said == "" or said.startswith(("damaged", "a Word document older", "not a"))


def test_an_opendocument_text_is_read() -> None:
    spaces = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    cells = (
        "<table:table-row><table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell table:number-rows-spanned='2'>"
        "<text:p>市水务局</text:p></table:table-cell></table:table-row>"
        "<table:table-row><table:table-cell><text:p>2</text:p></table:table-cell><table:covered-table-cell/></table:table-row>"
    )
    content = f"<office:document-content {spaces}><office:body><office:text><text:h>任免<text:s text:c='2'/>通知</text:h><text:p>任命<text:span>赵立新</text:span>。</text:p><table:table>{cells}</table:table></office:text></office:body></office:document-content>"
    data = packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})
    assert reading_of_bytes(data, "a.odt").text.splitlines() == [
        "任免  通知",
        "任命赵立新。",
        "1\t市水务局",
        "2\t市水务局",
    ]


def test_notes_and_boxes_of_an_opendocument_text_break_no_paragraph() -> None:
    spaces = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>"
    box = "<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame>"
    content = f"<office:document-content {spaces}><office:body><office:text><text:p>市水务局{note}牵头{box}。</text:p></office:text></office:body></office:document-content>"
    data = packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})
    assert reading_of_bytes(data, "a.odt").text.splitlines() == ["市水务局牵头。", "框", "注"]


def test_each_kind_has_its_reader() -> None:
    for reader in READERS.values():
        module, function = reader.split(":")
        assert callable(getattr(importlib.import_module(module), function))
