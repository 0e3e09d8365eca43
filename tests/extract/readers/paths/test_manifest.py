from pathlib import Path

import pytest

from extract.errors import ReadError
from extract.readers import listing, load_manifest


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    (folder / "manifest.toml").write_text(text, encoding=encoding)
    (folder / "a.txt").write_text("安山县人民政府公报\n任命周文远同志为县水利局局长。\n", encoding="utf-8")
    return folder


def test_a_manifest_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    write(tmp_path, '[[gazette]]\nfile = "a.txt"\njurisdiction = "330682"\n', "utf-8-sig")
    assert load_manifest(tmp_path).entry("a.txt").jurisdiction == "330682"


def test_codes_and_days_may_be_written_without_quotes(tmp_path: Path) -> None:
    write(tmp_path, '[[gazette]]\nfile = "a.txt"\njurisdiction = 330682\npublished = 2024-05-01\n')
    entry = load_manifest(tmp_path).entry("a.txt")
    assert (entry.jurisdiction, entry.published) == ("330682", "2024-05-01")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[gazette]]\nfile = "a.txt"\npublished = "2024-02-31"', r"gazette\[1\]\.published: '2024-02-31' is no day"),
        (
            '[[gazette]]\nfile = "a.txt"\n[[gazette]]\nfile = "a.txt"',
            r"gazette\[2\]\.file: 'a.txt' has an entry already",
        ),
        ('[[gazette]]\njurisdiction = "1"', r"gazette\[0\]: it lacks 'file'"),
        ('[[gazette]]\nfile = ""', r"gazette\[1\]\.file: it is empty"),
        ('[[gazette]]\nfile = "a.txt"\ncolour = 1', "'colour' is an unknown key"),
        ('[[gazette]]\nfile = ["a.txt"]', "expected text, got a list"),
        ("gazette = 5", "gazette: expected a list"),
        ("issues = []", "'issues' is an unknown key"),
        ("a = " + "9" * 5000, "not TOML"),
        ("a = " + "[" * 5000, "nested too deep"),
        ("= x", "not TOML"),
    ],
)
def test_each_fault_names_file_and_key(tmp_path: Path, text: str, message: str) -> None:
    write(tmp_path, text)
    with pytest.raises(ReadError, match=message) as error:
        load_manifest(tmp_path)
    assert "manifest.toml" in str(error.value)
    assert "\n" not in str(error.value)
    assert len(str(error.value)) < 400
    assert len(listing([tmp_path]).refused) == 1


def test_a_text_that_is_only_in_the_manifest_is_said(tmp_path: Path) -> None:
    write(tmp_path, '[[gazette]]\nfile = "a.txt"\n[[gazette]]\nfile = "typo.txt"\n')
    (aside,) = [one for one in listing([tmp_path]).passed if "manifest" in one.why and "typo" in one.path]
    assert aside.why == "in the manifest, but not there"
