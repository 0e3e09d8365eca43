"""zhize extract: streams, files that appear whole, one line for each error."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboards.cli import cli
from extract.errors import GazetteError

pytestmark = pytest.mark.usefixtures("english")

NOTICE = "青山县人民政府文件\n青政发〔2021〕3号\n关于防汛的通知\n各乡镇人民政府：\n根据《中华人民共和国防洪法》，做好防汛工作。\n青山县人民政府\n2021年4月1日\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(NOTICE, encoding="utf-8")
    return tmp_path / "texts"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["extract", *map(str, arguments)])


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_facts_context_and_doubts_lie_side_by_side(folder: Path, tmp_path: Path) -> None:
    result = run(folder, "-o", tmp_path / "facts.jsonl")
    assert result.exit_code == 0, result.output
    assert [row["relation"] for row in rows(tmp_path / "facts.jsonl")] == ["issued", "cites"]
    assert [row["is"] for row in rows(tmp_path / "facts.context.jsonl")] == ["document", "notice"]
    assert rows(tmp_path / "facts.doubts.jsonl") == []
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "facts.context.jsonl",
        "facts.cues.jsonl",
        "facts.doubts.jsonl",
        "facts.jsonl",
        "facts.passages.jsonl",
        "texts",
    ]


def test_context_and_doubts_go_where_they_are_sent(folder: Path, tmp_path: Path) -> None:
    result = run(folder / "a.txt", "-o", "-", "--context", tmp_path / "c", "--doubts", tmp_path / "d", "--report")
    assert result.exit_code == 0, result.output
    assert [json.loads(line)["evidence"]["doc"] for line in result.stdout.splitlines()] == ["a.txt", "a.txt"]
    assert "issued 1" in result.stderr
    assert "How to read this" in result.stderr
    assert rows(tmp_path / "c")
    assert (tmp_path / "d").read_text() == ""


def test_the_jurisdiction_given_stands_where_no_manifest_knows(folder: Path, tmp_path: Path) -> None:
    run(folder, "-o", tmp_path / "f.jsonl", "--jurisdiction", "530000")
    assert rows(tmp_path / "f.context.jsonl")[0]["jurisdiction"] == "530000"
    (folder / "manifest.toml").write_text('[[gazette]]\nfile = "a.txt"\njurisdiction = "520000"\n')
    run(folder, "-o", tmp_path / "f.jsonl", "--jurisdiction", "530000")
    assert rows(tmp_path / "f.context.jsonl")[0]["jurisdiction"] == "520000"


def test_strict_makes_a_doubt_an_error(folder: Path, tmp_path: Path) -> None:
    (folder / "b.txt").write_text(NOTICE.replace("青政发〔2021〕3号", "青政发202l〕3号"), encoding="utf-8")
    assert run(folder, "-o", tmp_path / "f.jsonl").exit_code == 0
    result = run(folder, "-o", tmp_path / "f.jsonl", "--strict")
    assert isinstance(result.exception, GazetteError)
    assert "1 doubt; see" in str(result.exception)


def test_a_pipe_is_written_and_a_link_stays_a_link(folder: Path, tmp_path: Path) -> None:
    assert run(folder, "-o", "/dev/null").exit_code == 0
    assert Path("/dev/null").is_char_device()
    (tmp_path / "real.jsonl").write_text("")
    (tmp_path / "link.jsonl").symlink_to("real.jsonl")
    assert run(folder, "-o", tmp_path / "link.jsonl").exit_code == 0
    assert (tmp_path / "link.jsonl").is_symlink()
    assert rows(tmp_path / "real.jsonl")


def failing(case: str, folder: Path, tmp_path: Path) -> list[object]:
    match case:
        case "missing path":
            return [tmp_path / "nowhere", "-o", tmp_path / "facts.jsonl"]
        case "empty folder":
            (tmp_path / "empty").mkdir()
            return [tmp_path / "empty", "-o", tmp_path / "facts.jsonl"]
        case "nothing but refused":
            (folder / "a.txt").write_bytes(b"")
        case "all or nothing":
            (folder / "z.txt").write_bytes(NOTICE.strip().encode("gb18030")[:-1])
            return [folder, "-o", tmp_path / "facts.jsonl", "--all-or-nothing"]
        case "output is a folder":
            return [folder, "-o", folder]
        case "no such folder for the output":
            return [folder, "-o", tmp_path / "nowhere" / "facts.jsonl"]
    return [folder, "-o", tmp_path / "facts.jsonl"]


@pytest.mark.parametrize(
    "case",
    [
        "missing path", "empty folder", "nothing but refused", "all or nothing", "output is a folder",
        "no such folder for the output",
    ],
)  # fmt: skip
def test_an_error_is_one_line_and_leaves_all_as_it_was(case: str, folder: Path, tmp_path: Path) -> None:
    for name in ("facts.jsonl", "facts.context.jsonl", "facts.doubts.jsonl"):
        (tmp_path / name).write_text("as it was\n")
    arguments = failing(case, folder, tmp_path)
    before = sorted(p for p in tmp_path.rglob("*"))
    result = run(*arguments)
    assert isinstance(result.exception, GazetteError)
    assert "\n" not in str(result.exception)
    assert result.stdout == ""
    assert sorted(p for p in tmp_path.rglob("*")) == before
    for name in ("facts.jsonl", "facts.context.jsonl", "facts.doubts.jsonl"):
        assert (tmp_path / name).read_text() == "as it was\n"


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"", "empty"), (bytes(range(256)), "not a text"), (NOTICE.strip().encode("gb18030")[:-1], "cut off")],
)
def test_a_bad_file_is_named_and_stops_no_other(folder: Path, tmp_path: Path, data: bytes, why: str) -> None:
    run(folder, "-o", tmp_path / "good.jsonl")
    (folder / "z.txt").write_bytes(data)
    result = run(folder, "-o", tmp_path / "facts.jsonl")
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    [line] = result.stderr.splitlines()
    assert line.startswith("refused: ")
    assert "z.txt" in line
    assert why in line
    assert rows(tmp_path / "facts.jsonl") == rows(tmp_path / "good.jsonl")


def test_two_files_of_one_name_are_not_mixed_up(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.txt").write_text(NOTICE, encoding="utf-8")
    result = run(folder, tmp_path / "other", "-o", tmp_path / "facts.jsonl")
    assert result.exit_code == 1
    assert "would be named a.txt as well" in result.stderr
    assert rows(tmp_path / "facts.jsonl")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root, and Windows, write into any folder")
def test_a_folder_that_may_not_be_written_is_one_line(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    assert isinstance(run(folder, "-o", tmp_path / "locked" / "facts.jsonl").exception, GazetteError)


def test_from_the_shell_an_error_is_one_line_and_exit_code_1(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\x00\x00")
    command = [sys.executable, "-m", "dashboards", "extract", str(tmp_path), "-o", str(tmp_path / "facts.jsonl")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[3])
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("zhize: ")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "facts.jsonl").exists()
