import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dashboards.cli import main
from extract.errors import ReadError
from extract.facts import context_to_json
from extract.figures import FigureRecord
from extract.pipeline import extract_document
from extract.readers import document_of
from graph.build import files_of, take_in
from graph.keeping.given import check_quotes, context_of, read_given
from graph.workspace import Workspace

TEXT = """安山县人民政府公报

安山县人民政府关于任免职务的通知
安政任〔2024〕7号

各镇人民政府：
任命周文远同志为县水利局局长，试用期一年；
免去吴立新同志的县水利局局长职务。

安山县人民政府
2024年4月9日
"""
Row = dict[str, Any]


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """The facts of a small text, with all that stands beside them."""
    document = document_of(TEXT, "anshan.txt")
    found = extract_document(document)
    rows = {
        "f.jsonl": [one.to_json() for one in found.facts],
        "f.context.jsonl": [context_to_json(one) for one in found.context],
        "f.doubts.jsonl": [one.to_json() for one in found.doubts],
        "f.passages.jsonl": [one.to_json() for one in found.passages],
    }
    for name, some in rows.items():
        write(tmp_path / name, some)
    return tmp_path / "f.jsonl"


def write(path: Path, rows: list[Row]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def rows_of(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_what_zhize_writes_is_taken(facts: Path) -> None:
    given = read_given([facts])
    assert len(given.facts) >= 2
    assert check_quotes(given) == []


@pytest.mark.parametrize("amount", [7.5, 150_000_000_000.0, 1e16])
def test_the_amount_of_a_figure_may_be_that_of_a_country(amount: float) -> None:
    figure = FigureRecord("a.txt", 1, 10, 12, 18, "1500亿", "元", value=amount)
    assert context_of(context_to_json(figure), "f.jsonl") == figure


@pytest.mark.parametrize("change", [{"value": 1e17}, {"value": float("nan")}, {"start": 10**10}])
def test_an_amount_that_no_country_has_is_refused(change: dict[str, float]) -> None:
    row = context_to_json(FigureRecord("a.txt", 1, 10, 12, 18, "1500亿", "元", value=7.5))
    with pytest.raises(ReadError, match=r"is out of range|is no span"):
        context_of(row | change, "f.jsonl")


def change(path: Path, make: Callable[[list[Row]], object]) -> None:
    rows = rows_of(path)
    make(rows)
    write(path, rows)


@pytest.mark.parametrize(
    ("change_of", "message"),
    [
        (lambda r: r[0].update(role=5), "f.jsonl, line 1: role: expected text or nothing, got a number"),
        (lambda r: r[1]["subject"].update(name=None), "f.jsonl, line 2: subject.name: expected text, got nothing"),
        (lambda r: r[0]["subject"].update(name=" "), "line 1: subject.name: it is empty"),
        (lambda r: r[0].update(date="2024-02-30"), "line 1: date: '2024-02-30' is no day of the calendar"),
        (lambda r: r[0].update(date=20240409), "line 1: date: expected text"),
        (lambda r: r[0]["qualifiers"].update(term="2022-13/"), "qualifiers.term: '2022-13/' is no interval"),
        (lambda r: r[0]["qualifiers"].update(probation="P500Y"), "qualifiers.probation: 'P500Y' is no duration"),
        (lambda r: r[0]["qualifiers"].update(colour="red"), "qualifiers.'colour' is an unknown key"),
        (lambda r: r[0]["evidence"].update(line=0), "evidence.line: 0 is no line"),
        (lambda r: r[0]["evidence"].update(line=10**30), "evidence.line: 100000000000 is out of range"),
        (lambda r: r[0]["evidence"].update(start=-3), "evidence: [-3, "),
        (lambda r: r[0]["evidence"].update(end=10**8), "the quotation has"),
        (lambda r: r[0]["evidence"].update(doc="a\nb"), "evidence.doc: it holds a character that no name has"),
        (lambda r: r[0]["object"].update(start=None), "object: start and end stand together, or neither"),
        (lambda r: r[0]["object"].update(kind="ministry"), "object.kind: "),
        (lambda r: r[0].update(relation="loves"), "relation: "),
        (lambda r: r[0].update(extra=1), "'extra' is an unknown key"),
        (lambda r: r[0].pop("role"), "line 1: a fact lacks 'role'"),
        (lambda r: r[0].update(role="长\x00"), "role: it holds a character that no text has"),
    ],
)
def test_each_fault_of_a_fact_names_file_line_and_field(
    facts: Path, change_of: Callable[[list[Row]], object], message: str
) -> None:
    change(facts, change_of)
    with pytest.raises(ReadError) as error:
        read_given([facts])
    assert message in str(error.value)
    assert str(error.value).startswith("f.jsonl, line ")


@pytest.mark.parametrize(
    ("change_of", "message"),
    [
        (lambda r: r[0].update(sha256="../../elsewhere"), "sha256: '../../elsewhere' is no hash"),
        (lambda r: r[0].update(sha256=r[0]["sha256"].upper()), "is no hash"),
        (lambda r: r[0].update(published="2024-99"), "published: '2024-99' is no day"),
        (lambda r: r[0].update({"is": "gossip"}), "is: a context record is one of"),
        (lambda r: r.append(r[0] | {"issue": "other"}), "has two records that differ"),
        (lambda r: r.append(r[0] | {"doc": "copy.txt"}), "have one hash"),
        (lambda r: r[1].update(end=-1), "is no span"),
    ],
)
def test_each_fault_of_the_context_names_file_line_and_field(
    facts: Path, change_of: Callable[[list[Row]], object], message: str
) -> None:
    change(facts.with_name("f.context.jsonl"), change_of)
    with pytest.raises(ReadError, match=r"^f\.context\.jsonl, line ") as error:
        read_given([facts])
    assert message in str(error.value)


@pytest.mark.parametrize(
    "line", ['{"a": NaN}', "[" * 5000, '{"a": "\\ud800"}', '{"a": ' + "9" * 5000 + "}", '{"cut', "5"]
)
def test_a_line_that_is_no_row_is_named(facts: Path, line: str) -> None:
    facts.write_text(facts.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    with pytest.raises(ReadError, match=r"^f\.jsonl, line \d+: not "):
        read_given([facts])


@pytest.mark.parametrize(
    ("change_of", "message"),
    [
        (
            lambda e: e.update(quote="从未刊登过"[: len(e["quote"])].ljust(len(e["quote"]), "印")),
            "evidence.quote: the passage at",
        ),
        (lambda e: e.update(start=e["start"] + 1, end=e["end"] + 1), "evidence.quote: the passage at"),
        (lambda e: e.update(start=90_000, end=90_000 + len(e["quote"])), "no passage holds the span"),
    ],
)
def test_a_quotation_must_be_what_its_passage_holds(
    facts: Path, change_of: Callable[[Row], object], message: str
) -> None:
    change(facts, lambda rows: change_of(rows[1]["evidence"]))
    with pytest.raises(ReadError, match=r"^f\.jsonl, line 2: ") as error:
        check_quotes(read_given([facts]))
    assert message in str(error.value)


def test_a_party_beyond_the_text_is_refused(facts: Path) -> None:
    change(facts, lambda rows: rows[0]["object"].update(start=5_000, end=5_004))
    with pytest.raises(ReadError, match="lies beyond the last passage"):
        check_quotes(read_given([facts]))


def test_a_covered_number_is_no_difference(facts: Path) -> None:
    def cover(rows: list[Row]) -> None:
        for row in rows:
            row["text"] = row["text"].replace("7", "*")

    change(facts.with_name("f.passages.jsonl"), cover)
    assert check_quotes(read_given([facts])) == []


def test_documents_without_passages_are_said(facts: Path) -> None:
    facts.with_name("f.passages.jsonl").unlink()
    assert check_quotes(read_given([facts])) == ["anshan.txt"]


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr("sys.argv", ["zhize", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    return ended.value.code if isinstance(ended.value.code, int) else 0


def test_a_fault_in_the_last_of_many_leaves_a_workspace_as_it_was(
    facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "other.txt").write_text(TEXT.replace("水利局", "教育局"), encoding="utf-8")
    place = Workspace(tmp_path / "w")
    place.prepare()
    take_in(place, files_of([texts]), workers=1)
    before = {file: file.read_bytes() for file in place.folder.rglob("*") if file.is_file()}
    change(facts, lambda rows: rows[-1].update(date="2024-04-31"))
    assert run(monkeypatch, "load", facts, "--workspace", place.folder) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert {file: file.read_bytes() for file in place.folder.rglob("*") if file.is_file()} == before
    assert run(monkeypatch, "build", "--workspace", place.folder) == 0
