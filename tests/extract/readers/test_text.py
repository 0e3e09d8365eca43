"""Reading files: encodings that gazettes come in, and one clear line for what is no gazette."""

from pathlib import Path

import pytest

from extract.errors import ReadError
from extract.readers import document_of, load_manifest, read

TEXT = "青山县人民政府文件\n青政发〔2021〕3号\n关于做好防汛工作的通知\n各乡镇人民政府：\n请做好防汛工作。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_each_encoding_gives_the_same_text(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode(encoding))
    document = read(tmp_path / "a.txt")
    assert document.text == TEXT
    assert document.name == "a.txt"
    assert document.line_of(document.text.index("青政发")) == 2


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (bytes(range(1, 127)), "not a text"),
        (b"\x00\x01\x02\x00", "zero bytes"),
        (TEXT.strip().encode("gb18030")[:-1], "cut off"),
        (TEXT.strip().encode()[:-1], "cut off"),
        ("任".encode() * 3 + b"\xff\xff" + "免".encode(), "neither UTF-8"),
        ("任免".encode() * 9 + b"\xff\xff" + "免".encode(), "broken UTF-8"),
    ],
)
def test_what_is_no_gazette_text_is_refused_in_one_line(tmp_path: Path, data: bytes, says: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read(tmp_path / "a.txt")
    assert says in str(caught.value)
    assert "a.txt" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_line_of_fifty_megabytes_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("任".encode() * (50_000_000 // 3))
    with pytest.raises(ReadError, match="line of more than"):
        read(tmp_path / "a.txt")


def test_the_manifest_of_the_folder_says_what_is_known(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "manifest.toml").write_text(
        '[[gazette]]\nfile = "a.txt"\njurisdiction = "530000"\nissue = "2021年第1期"\npublished = "2021-03"\n',
        encoding="utf-8",
    )
    document = read(tmp_path / "a.txt", tmp_path)
    assert (document.jurisdiction, document.issue, document.published, document.year) == (
        "530000",
        "2021年第1期",
        "2021-03",
        2021,
    )


@pytest.mark.parametrize(
    "text", ["[[gazette]]\nissue = '1'\n", "[[gazette]\n", '[[gazette]]\nfile = "a.txt"\npublisher = "x"\n']
)
def test_a_malformed_manifest_is_an_error(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ReadError, match=r"manifest\.toml"):
        load_manifest(tmp_path)


def test_without_a_manifest_the_year_is_that_of_the_text() -> None:
    assert document_of("青山县公报\n2021年第3期\n").year == 2021
    assert document_of("青山县公报\n").year is None


def test_facts_of_a_document_that_ocr_read_say_so() -> None:
    from extract.pipeline import extract_document
    from extract.readers.documents import document_of_reading
    from extract.readers.reading import Reading

    for by, said in (("ocr", "ocr"), ("text", None)):
        found = extract_document(document_of_reading(Reading(TEXT, "picture", by), "a.png", "0" * 64))
        assert found.facts
        assert {fact.qualifiers.reading for fact in found.facts} == {said}
        assert found.facts[0].qualifiers.stated().get("reading") == said
