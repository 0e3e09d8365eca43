import gzip
import io
import json
import random
import tarfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from extract.errors import ReadError, StoreError
from graph.backup import restore_backup, write_backup
from graph.build import files_of, take_in
from graph.keeping.archive import packed, read_archive
from graph.keeping.judgements import Decision, Judgement, add_judgement
from graph.workspace import Workspace
from tests.graph.gazettes import write_gazettes
from tests.graph.small_facts import sha_of


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("backup")
    made = Workspace(folder / "w")
    made.prepare()
    take_in(made, files_of([write_gazettes(folder / "gazettes")]), workers=1)
    add_judgement(made.judgements_path, Judgement(Decision.WRONG, ("0" * 16,), "reader", "2026-01-01T00:00:00+00:00"))
    made.log("build", facts=3)
    made.remember()
    return made


@pytest.fixture(scope="module")
def archive(place: Workspace) -> Path:
    path = place.folder.parent / "b.tar.gz"
    assert write_backup(place, path) == 3
    return path


def test_what_was_backed_up_is_restored(place: Workspace, archive: Path, tmp_path: Path) -> None:
    other = Workspace(tmp_path / "other")
    assert restore_backup(archive, other) == (3, None)
    assert other.corpus() == place.corpus()
    assert other.judgements() == place.judgements()
    assert other.history() == place.history()
    assert not other.damages()
    assert {file.name for file in other.folder.iterdir()} >= {"facts", "judgements.jsonl", "log.jsonl", "state.json"}


def test_a_backup_is_a_tar_that_others_can_read(archive: Path) -> None:
    with tarfile.open(archive, "r:gz") as opened:
        names = opened.getnames()
    assert names[:3] == ["zhize-backup", "manifest.json", "zhize.toml"]


def test_equal_workspaces_make_equal_archives(place: Workspace, archive: Path, tmp_path: Path) -> None:
    write_backup(place, tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == archive.read_bytes()


def test_a_workspace_that_holds_something_is_not_overwritten(place: Workspace, archive: Path) -> None:
    with pytest.raises(StoreError, match="restore into a new folder"):
        restore_backup(archive, place)


def test_no_bit_of_an_archive_changes_unseen(archive: Path, tmp_path: Path) -> None:
    data, chance = archive.read_bytes(), random.Random(14)
    places = {
        *range(80 * 8),
        *(chance.randrange(len(data) * 8) for _ in range(300)),
        *range(len(data) * 8 - 64, len(data) * 8),
    }
    for bit in sorted(places):
        changed = bytearray(data)
        changed[bit // 8] ^= 1 << bit % 8
        (tmp_path / "x").write_bytes(changed)
        with pytest.raises(ReadError):
            read_archive(tmp_path / "x")


@pytest.mark.parametrize("cut", [1, 7, 200, 5000])
def test_an_archive_that_was_cut_or_has_more_behind_it_is_refused(archive: Path, tmp_path: Path, cut: int) -> None:
    for data in (archive.read_bytes()[:-cut], archive.read_bytes() + b"\0" * cut):
        (tmp_path / "x").write_bytes(data)
        with pytest.raises(ReadError):
            read_archive(tmp_path / "x")


@pytest.mark.parametrize("content", [b"", b"no archive", b"\x1f\x8b\x08\x00cut off", b"\x1f\x8b\x08\x10"])
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "b").write_bytes(content)
    with pytest.raises(ReadError, match="backup of Zhize"):
        restore_backup(tmp_path / "b", Workspace(tmp_path / "w"))
    assert not (tmp_path / "w").exists()


def tarred(path: Path, files: Mapping[str, bytes]) -> Path:
    """An archive such as version 0.1 wrote, or such as nobody should."""
    with tarfile.open(path, "w:gz") as archive:
        for name, content in ({"zhize-backup": b"1"} | dict(files)).items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


@pytest.mark.parametrize(
    "name",
    [
        "../outside",
        "/absolute",
        "facts/../../outside",
        "other.txt",
        "facts/.hidden",
        "facts/x.source.json",
        f"facts/{'0' * 64}.txt",
    ],
)
def test_an_archive_with_other_files_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReadError, match="no part of a backup"):
        restore_backup(tarred(tmp_path / "b", {name: b"x"}), Workspace(tmp_path / "w"))
    assert not (tmp_path / "w").exists()


def test_an_archive_that_is_no_backup_is_refused(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "b", "wb") as stream, tarfile.open(fileobj=stream, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("log.jsonl"))
    with pytest.raises(ReadError, match="no backup of Zhize"):
        restore_backup(tmp_path / "b", Workspace(tmp_path / "w"))


def test_an_archive_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    path = tarred(tmp_path / "b", {"log.jsonl": b" " * 3_000_000})
    with pytest.raises(ReadError, match=r"more than 1 MB.*--limit"):
        restore_backup(path, Workspace(tmp_path / "w"), limit=1_000_000)


def source_row(sha256: str = sha_of("a.txt"), **changes: object) -> bytes:
    row = {"sha256": sha256, "doc": "a.txt", "path": "/a.txt", "rules": "r", "about": [None] * 5} | changes
    return json.dumps(row).encode()


def of_version_0_1(**parts: bytes) -> dict[str, bytes]:
    sha256 = sha_of("a.txt")
    empty = dict.fromkeys(("context", "doubts", "passages"), b"")
    files = {f"facts/{sha256}.{part}.jsonl": content for part, content in (empty | parts).items() if part in empty}
    return files | {
        f"facts/{sha256}.jsonl": parts.get("facts", b""),
        f"facts/{sha256}.source.json": parts.get("source", source_row()),
    }


def test_a_backup_of_version_0_1_is_restored_and_sealed(tmp_path: Path) -> None:
    place = Workspace(tmp_path / "w")
    assert restore_backup(tarred(tmp_path / "b", of_version_0_1()), place) == (1, None)
    (place.facts_folder / f"{sha_of('a.txt')}.doubts.jsonl").write_text("\n", encoding="utf-8")
    assert "was changed" in place.damages()[0].what.text("en")


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"source": source_row("/../../elsewhere/notes")}, "another document"),
        ({"source": source_row(sha256=sha_of("b.txt"))}, "another document"),
        ({"source": source_row(doc=5)}, "not as Zhize writes it"),
        ({"source": b"{}"}, "was changed"),
        ({"facts": b'{"relation": "appointed"}\n'}, r"\.jsonl, line 1: a fact lacks"),
        (
            {"passages": b'{"doc": "a.txt", "start": 0, "end": 9, "line": 1, "text": "x"}\n'},
            "line 1: text: 1 characters",
        ),
        ({"context": b'{"is": "document", "doc": "a.txt", "sha256": "../x"}\n'}, "sha256: '../x' is no hash"),
        ({"doubts": b"\xff\n"}, "no text in UTF-8"),
    ],
)
def test_what_an_archive_holds_is_checked_before_anything_is_written(
    tmp_path: Path, parts: dict[str, bytes], message: str
) -> None:
    with pytest.raises(ReadError, match=message):
        restore_backup(tarred(tmp_path / "b", of_version_0_1(**parts)), Workspace(tmp_path / "w"))
    assert not (tmp_path / "w").exists()


def test_a_part_that_is_missing_is_named(tmp_path: Path) -> None:
    files = of_version_0_1()
    del files[f"facts/{sha_of('a.txt')}.doubts.jsonl"]
    with pytest.raises(ReadError, match=r"doubts\.jsonl is not in the archive"):
        restore_backup(tarred(tmp_path / "b", files), Workspace(tmp_path / "w"))


def test_a_judgement_that_says_nothing_we_know_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"judgements\.jsonl, line 1"):
        restore_backup(tarred(tmp_path / "b", {"judgements.jsonl": b'{"is": "forged"}\n'}), Workspace(tmp_path / "w"))


def test_the_store_of_a_restored_workspace_is_said_and_not_used(tmp_path: Path) -> None:
    place = Workspace(tmp_path / "w")
    settings = b'jurisdiction = "420117"\nstore = "bolt://elsewhere:7687"\n'
    assert restore_backup(tarred(tmp_path / "b", {"zhize.toml": settings}), place) == (0, "bolt://elsewhere:7687")
    assert place.store_url.startswith("kglite://")
    assert place.settings().jurisdiction == "420117"


@pytest.mark.parametrize(
    "settings", [b'store = """\nbolt://x"""', b'"st\\u006fre" = "bolt://x"', b"store = \xff", b"[" * 9000]
)
def test_settings_of_an_archive_that_cannot_be_read_plainly_are_refused(tmp_path: Path, settings: bytes) -> None:
    with pytest.raises(ReadError, match=r"zhize\.toml"):
        restore_backup(tarred(tmp_path / "b", {"zhize.toml": settings}), Workspace(tmp_path / "w"))


def test_a_restore_that_was_cut_off_is_done_again(archive: Path, place: Workspace, tmp_path: Path) -> None:
    other = Workspace(tmp_path / "other")
    other.prepare()
    (other.folder / ".restoring" / "facts").mkdir(parents=True)
    (other.folder / "judgements.jsonl").write_bytes(place.judgements_path.read_bytes())
    restore_backup(archive, other)
    assert other.corpus() == place.corpus()
    assert not (other.folder / ".restoring").exists()


def test_what_is_damaged_is_not_backed_up(tmp_path: Path) -> None:
    place = Workspace(tmp_path / "w")
    restore_backup(tarred(tmp_path / "b", of_version_0_1()), place)
    (place.facts_folder / f"{sha_of('a.txt')}.jsonl").unlink()
    with pytest.raises(StoreError, match="is gone"):
        write_backup(place, tmp_path / "again")


def test_an_archive_without_files_holds_its_manifest_only(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(packed({}))
    assert read_archive(tmp_path / "b") == {}
