"""Every path that was given or found ends as taken, known, refused or passed over, with a reason."""

import errno
import io
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from extract.readers import Limits, listing, read_file
from extract.readers.paths.account import Account
from extract.readers.paths.listing import printable

TEXT = "青山县人民政府文件\n青政发〔2021〕3号\n关于做好防汛工作的通知\n各乡镇人民政府：\n请做好防汛工作。\n"


def packed(members: dict[str, bytes], **options: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_a_folder_stands_for_its_documents_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.txt", "b/d.TXT", "b/no-ending"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    found = listing([tmp_path])
    assert [file.name for file in found.files] == ["a.txt", "b/d.TXT", "b/no-ending", "c.txt"]
    assert not found.refused
    assert not found.passed


def test_what_a_folder_holds_beside_documents_is_passed_over_with_a_reason(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "~$a.docx").write_bytes(b"\x05user")
    (tmp_path / "run.py").write_text("print(1)")
    (tmp_path / "tone.mp3").write_bytes(b"ID3\x03" + bytes(40))
    (tmp_path / "link.txt").symlink_to("a.txt")
    (tmp_path / "nowhere.txt").symlink_to("gone")
    (tmp_path / "manifest.toml").write_text("")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "zhize-data" / "facts").mkdir(parents=True)
    (tmp_path / "zhize-data" / "zhize.toml").write_text("")
    (tmp_path / "zhize-data" / "note.txt").write_text(TEXT, encoding="utf-8")
    found = listing([tmp_path])
    assert [file.name for file in found.files] == ["a.txt"]
    assert not found.refused
    assert {Path(aside.path).name: aside.why for aside in found.passed} == {
        ".hidden.txt": "hidden",
        "~$a.docx": "a lock of an office program",
        "run.py": "not a kind that is read (.py)",
        "tone.mp3": "not a kind that is read",
        "link.txt": "a link",
        "nowhere.txt": "a link",
        "manifest.toml": "the manifest",
        "pipe.txt": "a pipe",
        "zhize-data": "a workspace",
    }


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root, and Windows, read any folder")
def test_a_folder_that_may_not_be_read_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "locked").mkdir(mode=0o000)
    [aside] = listing([tmp_path]).passed
    assert "cannot be read" in aside.why


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("nowhere", "no such file"),
        ("empty", "no texts and no documents"),
        ("manifest.toml", "this is the manifest"),
        ("pipe", "a pipe"),
        ("/dev/zero", "a device"),
        ("a/" * 3000, "cannot be read"),
        ("\0", "cannot be read"),
    ],
)
def test_what_was_given_and_cannot_be_read_is_refused(tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "manifest.toml").write_text("")
    os.mkfifo(tmp_path / "pipe")
    found = listing([tmp_path / name])
    assert not found.files
    [aside] = found.refused
    assert why in aside.why or "null" in aside.why


def test_one_bad_path_stops_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    found = listing([tmp_path / "gone.txt", tmp_path / "a.txt"])
    account = Account.of(found)
    account.taken.append("a.txt")
    assert [file.name for file in found.files] == ["a.txt"]
    assert account.summary() == "1 taken, 0 known, 1 refused, 0 passed over"
    assert [*account.lines()] == [f"refused: {tmp_path / 'gone.txt'}: no such file or folder"]


@pytest.mark.skipif(os.name == "nt", reason="Windows names are Unicode")
def test_names_of_any_bytes_are_shown_on_one_line(tmp_path: Path) -> None:
    for raw in (b"\xff.txt", b"x\nzhize: all fine\x1b[2J.txt"):
        (Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + raw))).write_text(TEXT, encoding="utf-8")
    names = [file.name for file in listing([tmp_path]).files]
    assert names == ["x\\nzhize: all fine\\x1b[2J.txt", "\\xff.txt"]
    assert all(name.isprintable() for name in names)
    assert read_file(listing([tmp_path]).files[1]).name == "\\xff.txt"


def test_a_zip_stands_for_its_documents(tmp_path: Path) -> None:
    inner = packed({"深/二.txt": TEXT.replace("3号", "4号").encode("gb18030")})
    members = {"一.txt": TEXT.encode(), "more.zip": inner, "x.py": b"1", ".DS_Store": b"1", "__MACOSX/._一.txt": b"1"}
    (tmp_path / "a.zip").write_bytes(packed(members))
    found = listing([tmp_path])
    assert [file.name for file in found.files] == ["a.zip/一.txt", "a.zip/more.zip/深/二.txt"]
    assert "青政发〔2021〕4号" in read_file(found.files[1]).text
    assert len(found.passed) == 3


def test_names_in_a_zip_of_a_chinese_system_are_read(tmp_path: Path) -> None:
    data = packed({"AAAA.txt": TEXT.encode()}).replace(b"AAAA", "通知".encode("gb18030"))
    (tmp_path / "a.zip").write_bytes(data)
    assert [file.name for file in listing([tmp_path / "a.zip"]).files] == ["a.zip/通知.txt"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (packed({"a.txt": b"1" * 3_000_000}), "unpacks to more than 1 MB"),
        (packed({f"{i}.txt": b"1" for i in range(40)}), "more than 30 files"),
        (packed({"a.txt": bytes(range(256)) * 9})[:300], "damaged"),
        (packed({"run.py": b"1"}), "without a document"),
    ],
)
def test_a_hostile_or_broken_archive_is_one_line(tmp_path: Path, data: bytes, why: str) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    [aside] = listing([tmp_path / "a.zip"], Limits(megabytes=1, members=30)).refused
    assert why in aside.why
    assert "\n" not in aside.why


def test_archives_deep_in_one_another_end(tmp_path: Path) -> None:
    data = packed({"a.txt": TEXT.encode()})
    for _ in range(6):
        data = packed({"in.zip": data})
    (tmp_path / "a.zip").write_bytes(data)
    found = listing([tmp_path / "a.zip"])
    assert not found.files
    assert "deep" in found.refused[0].why


def test_too_large_a_file_is_refused_unread(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 1_100_000)
    [file] = listing([tmp_path]).files
    with pytest.raises(Exception, match="more than 1 MB"):
        read_file(file, Limits(megabytes=1))


@pytest.mark.parametrize("name", ["通知.txt", "a b.doc", "x　y"])
def test_plain_names_stay_as_they_are(name: str) -> None:
    assert printable(name) == name


def test_a_folder_that_nobody_may_look_into_stops_none_of_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    (tmp_path / "a.txt").write_text("任命王平为县教育局局长。", encoding="utf-8")
    look, ask = os.scandir, Path.stat

    def refused(path: object) -> PermissionError:
        return PermissionError(errno.EACCES, "Permission denied", str(path))

    def scandir(path: str) -> Any:
        if Path(path) == closed:
            raise refused(path)
        return look(path)

    def stat(self: Path, **how: bool) -> os.stat_result:
        if self.parent == closed:
            raise refused(self)
        return ask(self, **how)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(Path, "stat", stat)
    sorted_out = listing([tmp_path])
    assert [file.name for file in sorted_out.files] == ["a.txt"]
    assert not sorted_out.refused
    assert [aside.path for aside in sorted_out.passed] == [str(closed)]
