"""Reading files: encodings that gazettes come in, and one clear line for what is no gazette."""

from pathlib import Path

import pytest

from extract.errors import ReadError
from extract.readers import document_of, load_manifest, paths_of, read

TEXT = "青山县人民政府文件\n青政发〔2021〕3号\n关于做好防汛工作的通知\n各乡镇人民政府：\n请做好防汛工作。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_each_encoding_gives_the_same_text(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode(encoding))
    document = read(tmp_path / "a.txt")
    assert document.text.removeprefix("\ufeff") == TEXT
    assert document.name == "a.txt"
    assert document.line_of(document.text.index("青政发")) == 2


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not a text"),
        (TEXT.encode("utf-16"), "not a text"),
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
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


def test_a_folder_stands_for_its_texts_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.txt", "b/d.TXT", "notes.pdf"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert [p.relative_to(tmp_path).as_posix() for p in paths_of(tmp_path)] == ["a.txt", "b/d.TXT", "c.txt"]


def test_a_folder_without_texts_and_a_missing_path_are_errors(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no texts"):
        paths_of(tmp_path)
    with pytest.raises(ReadError, match="no such file"):
        paths_of(tmp_path / "nowhere")


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
