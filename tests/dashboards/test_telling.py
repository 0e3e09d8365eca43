"""What the commands say, and what click says of itself, in both languages."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from dashboards.texts import texts
from dashboards.texts.telling import said
from dashboards.texts.usage import MODULES, count_in_chinese, in_chinese, words
from extract.wording.texts import PLACE

ROOT = Path(__file__).parents[2]
TOLD = {key: entry for key, entry in texts().items() if key.startswith("told_")}
COMMANDS = [
    *sorted((ROOT / "dashboards" / "commands").rglob("*.py")),
    ROOT / "dashboards" / "site" / "command.py",
]
HAN = re.compile("[一-鿿]")  # a look at what a person reads, no pattern of the product
SENTENCE = re.compile(r"[a-z]{2,} [a-z]{2,}")


def run(*arguments: str, language: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "dashboards", *arguments],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "ZHIZE_LANGUAGE": language, "PATH": "", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize("key", TOLD)
def test_each_text_says_the_same_values_in_both_languages(key: str) -> None:
    zh, en = TOLD[key]["zh"], TOLD[key]["en"]
    assert {place[1] for place in PLACE.finditer(zh)} == {place[1] for place in PLACE.finditer(en)}
    assert HAN.search(zh) or not re.search("[a-z]{3}", PLACE.sub("", en).replace("Ctrl", ""))


def test_a_text_speaks_the_language_of_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHIZE_LANGUAGE", "zh")
    assert said("forgot", doc="甲.txt", sha256="0123") == "已移除 甲.txt（0123）"
    monkeypatch.setenv("ZHIZE_LANGUAGE", "en")
    assert said("forgot", doc="甲.txt", sha256="0123") == "forgot 甲.txt (0123)"


@pytest.mark.parametrize("path", COMMANDS, ids=lambda path: path.stem)
def test_no_command_says_a_plain_english_sentence(path: Path) -> None:
    for call in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "click.echo":
            texts_in = [node.value for node in ast.walk(call) if isinstance(node, ast.Constant)]
            assert not [text for text in texts_in if isinstance(text, str) and SENTENCE.search(text)]


def test_every_word_of_the_table_is_one_that_click_asks_for() -> None:
    asked: set[str] = set()
    for name in MODULES:
        source = (Path(click.__file__).parent / f"{name}.py").read_text("utf-8")
        for call in ast.walk(ast.parse(source)):
            if isinstance(call, ast.Call) and ast.unparse(call.func) in ("_", "ngettext"):
                asked |= {str(node.value) for node in call.args if isinstance(node, ast.Constant)}
    assert words().keys() - asked == set()


def test_the_words_of_click_keep_their_places() -> None:
    for english, chinese in words().items():
        places = set(re.findall(r"\{[^}]*\}", english)) - {
            "{number_type}"
        }  # click's own English word for a kind of number
        assert places == set(re.findall(r"\{[^}]*\}", chinese))
        assert HAN.search(chinese)


def test_a_word_that_the_table_lacks_stays_as_it_is() -> None:
    assert in_chinese("Something new") == "Something new"
    assert count_in_chinese("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 2).startswith(
        "{value!r} 不在"
    )


def test_usage_and_errors_of_use_are_chinese_or_english(tmp_path: Path) -> None:
    for language, usage, missing in (("zh", "用法：", "缺少参数"), ("en", "Usage:", "Missing argument")):
        said_of_all = run("--help", language=language, folder=tmp_path)
        assert usage in said_of_all
        assert ("选项" in said_of_all) is (language == "zh")
        assert missing in run("backup", language=language, folder=tmp_path)


def test_a_build_says_what_it_did_in_chinese(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("安山县人民政府关于方小舟任职的通知\n任命方小舟为县水利局局长。\n", "utf-8")
    built = run("build", "1.txt", language="zh", folder=tmp_path)
    assert "文件：新收 1 份" in built
    assert "图中：公文 1 份" in built
    assert "写入：节点" in built
    assert not SENTENCE.search(built.replace(str(tmp_path), ""))
