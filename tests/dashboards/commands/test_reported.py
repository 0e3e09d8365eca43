"""What the report says: every line in the reader's language, no code of a rule or of a set-aside cue in it."""

import ast
import re
from collections.abc import Iterator
from importlib.resources import files

import pytest

from dashboards.commands.reported import report_lines
from dashboards.texts import aside_word
from extract.pipeline import extract_document
from extract.readers import document_of
from extract.reports.report import Report

TEXT = """安山县人民政府关于方小舟等职务任免的通知
安政干〔2021〕3号
各乡镇人民政府：
任命：方小舟、石岭同志为县水利局副局长；
免去：方小舟的县林业局副局长职务。
第五条 任命工作人员应当经过考察。
联系电话：13800001111
安山县人民政府
2021年3月2日
"""
SNAKE = re.compile(r"[a-z]+_[a-z_]+")


@pytest.fixture
def report() -> Report:
    document = document_of(TEXT, "a.txt")
    return Report(document, extract_document(document))


@pytest.mark.parametrize(
    ("language", "says"),
    [("zh", ("公文", "任命 2", "免职 1", "线索词", "未引")), ("en", ("notices", "appointed 2", "removed 1", "cues"))],
)
def test_each_line_is_in_the_language_of_the_reader(
    report: Report, language: str, says: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHIZE_LANGUAGE", language)
    lines = list(report_lines(report, language))
    whole = "\n".join(lines)
    assert lines[0] == "a.txt"
    assert all(word in whole for word in says), whole
    assert not SNAKE.search(whole)
    if language == "zh":
        assert not re.search("[a-zA-Z]{2}", "".join(lines[1:]))


def codes_of(value: ast.expr | None) -> Iterator[str]:
    """The strings that a `return` may give, whichever branch of a condition it takes."""
    if isinstance(value, ast.IfExp):
        yield from (*codes_of(value.body), *codes_of(value.orelse))
    elif isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_way_to_set_a_cue_aside_is_said_in_words(language: str) -> None:
    tree = ast.parse((files("extract.accounts") / "asides.py").read_text("utf-8"))
    codes = {code for node in ast.walk(tree) if isinstance(node, ast.Return) for code in codes_of(node.value)}
    assert {"nobody_named", "no_office", "law_text"} <= codes
    assert not [code for code in codes if aside_word(code, language) == code]
