"""A folder that is written whole: the new one in the place of the old, or the old one as it was."""

import shutil
from pathlib import Path

import pytest

from graph.keeping.durable import whole_folder


def write(folder: Path, text: str) -> None:
    with whole_folder(folder) as aside:
        (aside / "page").write_text(text, encoding="utf-8")


def held(folder: Path) -> list[str]:
    """What stands beside and in the folder."""
    return [*sorted(one.name for one in folder.parent.iterdir()), (folder / "page").read_text(encoding="utf-8")]


def test_the_new_folder_takes_the_place_of_the_old(tmp_path: Path) -> None:
    write(tmp_path / "site", "old")
    write(tmp_path / "site", "new")
    assert held(tmp_path / "site") == ["site", "new"]


@pytest.mark.parametrize("failing", [".site.new", "site"])
def test_an_error_at_either_rename_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    write(tmp_path / "site", "old")
    replace = Path.replace

    def fails(path: Path, target: Path) -> Path:
        if path.name == failing:
            raise OSError("no room")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(OSError, match="no room"):
        write(tmp_path / "site", "new")
    assert held(tmp_path / "site") == ["site", "old"]


def test_an_old_folder_that_cannot_be_removed_is_whole_or_out_of_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "site", "old")
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", lambda path, ignore_errors=False: None)
        write(tmp_path / "site", "new")
    assert (tmp_path / "site" / "page").read_text(encoding="utf-8") == "new"
    write(tmp_path / "site", "newest")
    assert held(tmp_path / "site") == ["site", "newest"]


def test_what_a_crash_left_between_the_renames_is_put_back(tmp_path: Path) -> None:
    write(tmp_path / "site", "old")
    (tmp_path / "site").replace(tmp_path / ".site.before")
    with pytest.raises(ValueError, match="stopped"), whole_folder(tmp_path / "site"):
        raise ValueError("stopped")
    assert held(tmp_path / "site") == ["site", "old"]


def test_a_link_to_a_folder_stays_one(tmp_path: Path) -> None:
    write(tmp_path / "there" / "site", "old")
    (tmp_path / "link").symlink_to(tmp_path / "there" / "site")
    write(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert held(tmp_path / "there" / "site") == ["site", "new"]
