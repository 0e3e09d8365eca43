"""XML of Word and Excel 2003: read as DOCX and XLS are; deletions, hidden sheets and skipped cells as their programs show them."""

import pytest

from extract.errors import ReadError
from extract.readers.kinds import Kind, kind_of
from extract.readers.opening import reading_of_bytes

WORD = "http://schemas.microsoft.com/office/word/2003/wordml"
HINT = "http://schemas.microsoft.com/office/word/2003/auxHint"
NOTES = "http://schemas.microsoft.com/aml/2001/core"
SHEET = "urn:schemas-microsoft-com:office:spreadsheet"


def word(body: str) -> bytes:
    """A document of Word 2003."""
    return (
        '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
        f'<w:wordDocument xmlns:w="{WORD}" xmlns:wx="{HINT}" xmlns:aml="{NOTES}"><w:body><wx:sect>{body}</wx:sect></w:body></w:wordDocument>'
    ).encode()


def sheet(rows: str, options: str = "") -> bytes:
    """A workbook of Excel 2003 with one sheet."""
    return (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        f'<ss:Workbook xmlns:ss="{SHEET}"><ss:Worksheet ss:Name="表"><ss:Table>{rows}</ss:Table>{options}</ss:Worksheet></ss:Workbook>'
    ).encode()


def cell(text: str, kind: str = "String", more: str = "") -> str:
    """A cell of a sheet."""
    return f'<ss:Cell {more}><ss:Data ss:Type="{kind}">{text}</ss:Data></ss:Cell>'


def run(text: str) -> str:
    """A paragraph."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


MERGED = (
    "<w:tbl><w:tr>"
    f'<w:tc>{run("东山水库加固")}</w:tc><w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr>{run("县水利局")}</w:tc></w:tr>'
    f"<w:tr><w:tc>{run('整修南渠')}</w:tc><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"
)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (run("任命方小舟为县水利局局长。"), "任命方小舟为县水利局局长。"),
        (
            '<w:p><w:r><w:t>任命方小舟为县</w:t></w:r><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>民政</w:delText>'
            '</w:r></aml:content></aml:annotation><aml:annotation w:type="Word.Insertion"><aml:content><w:r><w:t>水利</w:t></w:r></aml:content>'
            "</aml:annotation><w:r><w:t>局局长。</w:t></w:r></w:p>",
            "任命方小舟为县水利局局长。",
        ),
        (
            '<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><wx:t wx:val="一、"/></w:listPr></w:pPr><w:r><w:t>整修南渠</w:t></w:r></w:p>',
            "一、整修南渠",
        ),
        (MERGED, "东山水库加固\t县水利局\n整修南渠\t县水利局"),
        (
            f"<w:p><w:r><w:t>水库</w:t></w:r><w:r><w:footnote>{run('指小型水库。')}</w:footnote></w:r><w:r><w:t>名单</w:t></w:r></w:p>",
            "水库名单\n指小型水库。",
        ),
    ],
)
def test_a_document_of_word_2003_is_read(body: str, shown: str) -> None:
    reading = reading_of_bytes(word(body), "a.xml")
    assert "\n".join(line for line in reading.text.splitlines() if line) == shown


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        (f"<ss:Row>{cell('任务')}{cell('单位')}</ss:Row>", "任务\t单位"),
        (
            f"<ss:Row>{cell('1', 'Number')}{cell('整修南渠')}</ss:Row><ss:Row>{cell('2.0', 'Number')}"
            + cell("县水利局", more='ss:Index="3"')
            + "</ss:Row>",
            "1\t整修南渠\t\n2\t\t县水利局",
        ),
        (
            f"<ss:Row>{cell('水库')}{cell('县水利局', more='ss:MergeDown=' + chr(34) + '1' + chr(34))}</ss:Row><ss:Row>{cell('南渠')}</ss:Row>",
            "水库\t县水利局\n南渠\t县水利局",
        ),
        (
            f"<ss:Row>{cell('任务分工表', more='ss:MergeAcross=' + chr(34) + '1' + chr(34))}</ss:Row><ss:Row>{cell('南渠')}{cell('2023-03-06T00:00:00.000', 'DateTime')}</ss:Row>",
            "任务分工表\n南渠\t2023-03-06",
        ),
    ],
)
def test_a_workbook_of_excel_2003_is_read(rows: str, shown: str) -> None:
    data = sheet(rows)
    assert kind_of(data, "a.xls") is Kind.SHEET_XML
    assert reading_of_bytes(data, "a.xls").text.strip("\n") == shown


def test_a_hidden_sheet_is_left_out_and_a_far_cell_is_refused() -> None:
    hidden = "<WorksheetOptions xmlns='urn:schemas-microsoft-com:office:excel'><Visible>SheetHidden</Visible></WorksheetOptions>"
    with pytest.raises(ReadError, match=r"no text|没有文字"):
        reading_of_bytes(sheet(f"<ss:Row>{cell('任务')}</ss:Row>", hidden), "a.xls")
    far = f'<ss:Row ss:Index="1048576">{cell("x", more="ss:Index=" + chr(34) + "16384" + chr(34))}</ss:Row>'
    with pytest.raises(ReadError) as caught:
        reading_of_bytes(sheet(far), "a.xls")
    assert "\n" not in str(caught.value)
