"""Where rows come from: pages as the issue prints them, pages of a file, what OCR read."""

import pytest

from queries.run.citations import cited, page_of_line


@pytest.mark.parametrize(
    ("page_lines", "line", "page"),
    [
        ("1 40 81", 1, 1),
        ("1 40 81", 39, 1),
        ("1 40 81", 40, 2),
        ("1 40 81", 400, 3),
        ("1 40 40 81", 40, 3),  # the second page is empty
        (None, 4, None),
        ("", 4, None),
        ("1 40", None, None),
    ],
)
def test_page_of_line(page_lines: str | None, line: int | None, page: int | None) -> None:
    assert page_of_line(page_lines, line) == page


SCAN = {"file": "通知.pdf", "line": 41, "quote": "…", "page_lines": "1 40 81", "reading": "ocr"}


@pytest.mark.parametrize(
    ("row", "zh", "en"),
    [
        (SCAN, "通知.pdf，文件第2页，第41行（文字识别）", "通知.pdf, page 2 of the file, line 41 (read by OCR)"),
        (SCAN | {"page": "12", "reading": None}, "通知.pdf，第12页起，文件第2页，第41行", "通知.pdf, from p. 12, page 2 of the file, line 41"),
        ({"file": "a.txt", "line": 3, "gazette": "安山县人民政府公报", "issue": "2021年第1期", "number": "安政发〔2021〕1号"},
         "安山县人民政府公报，2021年第1期，安政发〔2021〕1号，第3行", "安山县人民政府公报, 2021年第1期, 安政发〔2021〕1号, line 3"),
    ],
)  # fmt: skip
def test_the_words_of_a_citation(row: dict[str, object], zh: str, en: str) -> None:
    assert (cited(row).text("zh"), cited(row).text("en")) == (zh, en)
