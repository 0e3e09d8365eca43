import tarfile
from pathlib import Path

import pytest

from extract.errors import ReadError, StoreError
from graph.backup import restore_backup, write_backup
from graph.judgements import Decision, Judgement, add_judgement
from graph.workspace import Workspace
from tests.graph.test_workspace import filled


def test_what_was_backed_up_is_restored(tmp_path: Path) -> None:
    place = filled(tmp_path / "w", "a.txt", "c.txt")
    add_judgement(place.judgements_path, Judgement(Decision.WRONG, ("0" * 16,), "reader", "2026-01-01T00:00:00+00:00"))
    place.log("build", facts=3)
    assert write_backup(place, tmp_path / "b.tar.gz") == 2
    other = Workspace(tmp_path / "other")
    assert restore_backup(tmp_path / "b.tar.gz", other) == 2
    assert other.corpus() == place.corpus()
    assert other.judgements() == place.judgements()
    assert other.history() == place.history()


def test_a_workspace_that_holds_something_is_not_overwritten(tmp_path: Path) -> None:
    place = filled(tmp_path / "w", "a.txt")
    write_backup(place, tmp_path / "b.tar.gz")
    with pytest.raises(StoreError, match="restore into a new folder"):
        restore_backup(tmp_path / "b.tar.gz", place)


@pytest.mark.parametrize("content", [b"", b"no archive", b"\x1f\x8b\x08\x00cut off"])
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "b").write_bytes(content)
    with pytest.raises(ReadError, match="backup of Zhize"):
        restore_backup(tmp_path / "b", Workspace(tmp_path / "w"))
    assert not (tmp_path / "w").exists()


@pytest.mark.parametrize("name", ["../outside", "/absolute", "facts/../../outside", "other.txt", "facts/.hidden"])
def test_an_archive_with_other_files_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with tarfile.open(tmp_path / "b", "w:gz") as archive:
        archive.add(tmp_path / "file", arcname=name)
    with pytest.raises(ReadError, match="no part of a backup"):
        restore_backup(tmp_path / "b", Workspace(tmp_path / "w"))
    assert not (tmp_path / "w").exists()


def test_an_archive_that_is_no_backup_is_refused(tmp_path: Path) -> None:
    (tmp_path / "log.jsonl").write_text("", encoding="utf-8")
    with tarfile.open(tmp_path / "b", "w:gz") as archive:
        archive.add(tmp_path / "log.jsonl", arcname="log.jsonl")
    with pytest.raises(ReadError, match="no backup of Zhize"):
        restore_backup(tmp_path / "b", Workspace(tmp_path / "w"))
