"""Uploads are kept under names that no system refuses, and none takes the place of another."""

from pathlib import Path

import pytest

from dashboards.views.uploads import MOST_BYTES, kept_in, safe_name


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("任免.pdf", "任免.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\a\\任免.doc", "任免.doc"),
        ("a\x00\x1b[2J\nb.txt", "a[2Jb.txt"),
        ("\udcff.txt", "txt"),
        (".htaccess", "htaccess"),
        ("...", "upload-1"),
        ("", "upload-1"),
        ("manifest.toml", "upload-1-manifest.toml"),
        ("ZHIZE.toml", "upload-1-ZHIZE.toml"),
        ("NUL.txt", "upload-1-NUL.txt"),
        ("名册", "名册"),
        ("-o.txt", "-o.txt"),
    ],
)
def test_names(name: str, kept: str) -> None:
    assert safe_name(name, 0) == kept


@pytest.mark.parametrize("name", ["关" * 300 + ".pdf", "a" * 5000, "𠮷" * 99 + ".html", "a." + "关" * 400])
def test_long_names_fit_every_system_and_keep_their_ending(name: str, tmp_path: Path) -> None:
    kept = safe_name(name, 0)
    assert 0 < len(kept.encode()) <= MOST_BYTES
    assert name.endswith(".pdf") <= kept.endswith(".pdf")
    (tmp_path / kept).write_bytes(b"")


def test_no_upload_takes_the_place_of_another(tmp_path: Path) -> None:
    first = kept_in(tmp_path, [("a/名册.txt", b"1"), ("b/名册.txt", b"2"), ("名册.txt", b"1")])
    assert [path.name for path in first] == ["名册.txt", "名册-2.txt"]
    later = kept_in(tmp_path, [("名册.txt", b"3"), ("名册.txt", b"2")])
    assert [path.name for path in later] == ["名册-3.txt", "名册-2.txt"]
    assert sorted(path.read_bytes() for path in tmp_path.iterdir()) == [b"1", b"2", b"3"]
