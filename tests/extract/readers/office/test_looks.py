"""What the cells of a sheet show: numbers as they are set, nothing of what is hidden, and a remark that something was."""

import datetime
import io
import struct
import zipfile

import pytest
import xlsxwriter

from extract.readers.office.looks.formats import shown_as
from extract.readers.office.looks.xls import looks_of_xls
from extract.readers.process import read_here
from extract.readers.reading import Reading

DAY = datetime.datetime(2022, 5, 11)


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (0.155, "0.0%", "15.5%"),
        (0.155, "0%", "16%"),
        (1.0, "0%", "100%"),
        (-0.05, "0.0%;[Red]-0.0%", "-5.0%"),
        (3.14159, "0.00", "3.14"),
        (2.675, "0.00", "2.68"),
        (2.0, "0.0#", "2.0"),
        (1234567.0, "#,##0", "1,234,567"),
        (1234.5, "#,##0.00_ ", "1,234.50"),
        (7.0, "000", "007"),
        (12.0, '0"项"', "12项"),
        (5.0, '"第"0"号"', "第5号"),
        (DAY, 'yyyy"年"m"月"d"日"', "2022年5月11日"),
        (DAY, "[$-804]yyyy年m月d日;@", "2022年5月11日"),
        (DAY.date(), "yyyy/mm/dd", "2022/05/11"),
        (44692.0, r"yyyy\-m\-d", "2022-5-11"),
        (DAY.replace(hour=9, minute=5), "yyyy-mm-dd hh:mm", "2022-05-11 09:05"),
        (DAY, 'm"月"d"日"', "5月11日"),
        # what is not understood, or may be read in two ways, shows nothing
        (DAY, "m/d/yy", None),
        (DAY, "mmm d, yyyy", None),
        (DAY, "0.00", None),
        (1.0, "General", None),
        (1.0, "@", None),
        (1.0, "[DBNum1]0", None),
        (DAY, "[DBNum1][$-804]yyyy年m月d日", None),
        (1.5, "# ?/?", None),
        (12345.0, "0,", None),
        (0.00012, "0.00E+00", None),
        (-1.0, "yyyy-mm-dd", None),
    ],
)
def test_a_number_is_shown_as_it_is_set(value: float | datetime.date, code: str, shown: str | None) -> None:
    assert shown_as(value, code) == shown


def workbook() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("任务")
        sheet.write_row(0, 0, ["工作任务", "责任单位", "完成比例", "旧单位", "完成时限"])
        for row, task in enumerate(["整修江堤", "新建公园", "撤销站点"], 1):
            sheet.write_row(row, 0, [task, "安山县水利局"])
            sheet.write(row, 2, 0.155 * row, book.add_format({"num_format": "0.0%"}))
            sheet.write(row, 3, "安山县公安局")
            sheet.write_datetime(row, 4, DAY, book.add_format({"num_format": 'yyyy"年"m"月"d"日"'}))
        sheet.set_column(3, 3, None, None, {"hidden": True})
        sheet.set_row(3, None, None, {"hidden": True})
        old = book.add_worksheet("旧稿")
        old.write(0, 0, "安山县财政局")
        old.hide()
    return out.getvalue()


def remarks(reading: Reading) -> list[tuple[str, dict[str, str]]]:
    return [(remark.code, dict(remark.values)) for remark in reading.remarks]


def test_what_is_hidden_is_left_out_and_said() -> None:
    reading = read_here("xlsx", workbook(), "a.xlsx")
    assert reading.text.split("\n")[:4] == [
        "工作任务\t责任单位\t完成比例\t完成时限",
        "整修江堤\t安山县水利局\t15.5%\t2022年5月11日",
        "新建公园\t安山县水利局\t31.0%\t2022年5月11日",
        "",
    ]
    assert remarks(reading) == [
        ("cells_hidden", {"columns": "1", "rows": "1", "sheet": "任务"}),
        ("sheet_hidden", {"sheet": "旧稿"}),
    ]


def test_a_cell_keeps_the_column_that_it_has_in_the_sheet() -> None:
    reading = read_here("xlsx", workbook(), "a.xlsx")
    at = reading.text.index("2022年")
    assert next(region.cell for region in reading.regions if region.start == at) == "任务!2:5"


def test_a_sheet_of_opendocument_says_what_it_shows() -> None:
    spaces = "urn:oasis:names:tc:opendocument:xmlns:"
    cell = "<table:table-cell {}><text:p>{}</text:p></table:table-cell>"
    number = cell.format('office:value-type="percentage" office:value="0.155"', "15.5%")
    words = 'office:value-type="string"'
    rows = (
        f"<table:table-row>{cell.format(words, '安山县水利局')}{number}</table:table-row>",
        f'<table:table-row table:visibility="filter">{cell.format(words, "安山县公安局")}{number}</table:table-row>',
    )
    names = " ".join(f'xmlns:{name}="{spaces}{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f"<office:document-content {names}><office:body><office:spreadsheet>"
        f'<table:table table:name="表一"><table:table-column table:number-columns-repeated="2"/>{"".join(rows)}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'<manifest:manifest xmlns:manifest="{spaces}manifest:1.0"/>'
    members = {"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content}
    out = io.BytesIO()
    with zipfile.ZipFile(
        out, "w"
    ) as archive:  # the first part is not packed, so that the kind stands at the head of the file
        for name, text in members.items():
            archive.writestr(name, text)
    reading = read_here("ods", out.getvalue(), "a.ods")
    assert reading.text.split("\n")[0] == "安山县水利局\t15.5%"
    assert "公安" not in reading.text
    assert remarks(reading) == [("cells_hidden", {"columns": "0", "rows": "1", "sheet": "表一"})]


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def test_the_records_of_an_old_workbook_say_how_cells_are_set(monkeypatch: pytest.MonkeyPatch) -> None:
    begin, end = record(0x0809, bytes(16)), record(0x000A, b"")
    code = '0.0"成"'
    head = record(0x041E, struct.pack("<HHB", 170, len(code), 1) + code.encode("utf-16-le"))
    head += b"".join(record(0x00E0, struct.pack("<HH", 0, number) + bytes(16)) for number in (0, 170, 10))
    sheet = begin + record(0x007D, struct.pack("<HHHHH", 4, 5, 0, 0, 1) + bytes(2))
    sheet += record(0x0208, struct.pack("<HHHHHHHH", 7, 0, 0, 0, 0, 0, 0x20, 0))
    sheet += record(0x0203, struct.pack("<HHHd", 1, 2, 1, 3.5)) + record(0x027E, struct.pack("<HHHI", 2, 2, 0, 0))
    chart = begin + record(0x0203, struct.pack("<HHHd", 9, 9, 1, 3.5)) + end
    sheet += chart + record(0x00BD, struct.pack("<HHHIHIH", 3, 0, 2, 0, 1, 0, 1)) + end
    start = len(begin + head + record(0x0085, bytes(8)) + end)
    stream = begin + head + record(0x0085, struct.pack("<IHH", start, 0, 0)) + end + sheet

    class Held:
        def __init__(self, data: bytes, name: str) -> None:
            self.data = data

        def stream(self, title: str) -> bytes:
            return self.data if title == "Workbook" else b""

    monkeypatch.setattr("extract.readers.office.looks.xls.Compound", Held)
    look = looks_of_xls(stream, "a.xls")[0]
    assert look.codes == {(1, 2): code, (3, 0): "0.00%", (3, 1): code}
    assert look.rows == {7}
    assert look.columns == {4, 5}


@pytest.mark.parametrize("cut", range(0, 400, 41))
def test_a_stream_that_is_cut_off_says_what_it_says(cut: int, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = (
        record(0x0809, bytes(16)) + record(0x0085, struct.pack("<IHH", 0, 0, 0)) * 10 + record(0x00BD, bytes(40)) * 9
    )
    monkeypatch.setattr("extract.readers.office.looks.xls.Compound.__init__", lambda self, data, name: None)
    monkeypatch.setattr("extract.readers.office.looks.xls.Compound.stream", lambda self, title: stream[:cut])
    assert isinstance(looks_of_xls(b"", "a.xls"), dict)
