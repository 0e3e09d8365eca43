"""A reason is a code with values; each code has a Chinese and an English sentence that use the same values."""

import ast
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.errors import GazetteError, ReadError, StoreError
from extract.facts import Doubt
from extract.wording.reasons import Reason, as_written, reason
from extract.wording.texts import filled, texts_of

ROOT = Path(__file__).parents[3]
PLACE = re.compile(r"\{(\w+)\}")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
KEYS = {"zh", "en", "was"}
CODES = texts_of("extract.wording", "reasons.toml")
ERRORS = texts_of("extract.wording", "errors.toml")
RAISED = {"GazetteError", "ReadError", "LexiconError", "StoreError", "QueryError"}
# calls that take a code, and which of their arguments it is
TAKES_CODE = {"Doubt": (2, "code"), "doubt": (3, "code"), "reason": (0, "code")}


def sources() -> list[Path]:
    packages = ("extract", "graph", "queries", "dashboards")
    return [ROOT / "zhize.py", *sorted(path for name in packages for path in (ROOT / name).rglob("*.py"))]


def codes_in(tree: ast.AST) -> Iterator[str]:
    """The codes that stand as words in calls that take one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            place, keyword = TAKES_CODE.get(name, (99, ""))
            given = node.args[place : place + 1] + [k.value for k in node.keywords if k.arg == keyword]
            yield from (a.value for a in given if isinstance(a, ast.Constant) and isinstance(a.value, str))


@pytest.mark.parametrize("code", CODES)
def test_each_code_has_both_languages_and_they_use_the_same_values(code: str) -> None:
    texts = CODES[code]
    assert {"zh", "en"} <= set(texts) <= KEYS
    assert set(PLACE.findall(texts["zh"])) == set(PLACE.findall(texts["en"]))
    if code != "as_written":
        assert CHINESE.search(texts["zh"])
        assert not re.search(r"\b(and|of|the|is)\b", texts["zh"])
        assert re.search(r"[a-z]{2}", texts["en"])


def test_each_code_that_is_used_is_known_and_each_known_code_is_used() -> None:
    used, words, openings = set(), set(), set()
    for path in sources():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        used |= set(codes_in(tree))
        words |= {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
        openings |= {str(getattr(n.values[0], "value", "")) for n in ast.walk(tree) if isinstance(n, ast.JoinedStr)}
    put_together = tuple(opening for opening in openings if opening.endswith("_"))  # f"tenure_{status}"
    known = {*CODES, *ERRORS}
    assert used - known == set()
    assert {code for code in known - words if not code.startswith(put_together)} == set()
    assert len(used) > 20


def test_no_code_stands_in_both_files() -> None:
    assert not CODES.keys() & ERRORS.keys()


@pytest.mark.parametrize("code", ERRORS)
def test_each_error_has_both_languages_and_they_use_the_same_values(code: str) -> None:
    texts = ERRORS[code]
    assert set(texts) == {"zh", "en"}
    assert set(PLACE.findall(texts["zh"])) == set(PLACE.findall(texts["en"]))
    if PLACE.sub("", texts["en"]).strip(": "):  # {path}: {why} is the same in both
        assert CHINESE.search(PLACE.sub("", texts["zh"]))
        assert re.search(r"[a-z]{2}", texts["en"])


def test_every_error_is_raised_by_its_code() -> None:
    plain = []
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in RAISED and node.args:
                first = node.args[0]
                values = {k.arg for k in node.keywords}
                if isinstance(first, ast.JoinedStr):
                    plain.append(f"{path.relative_to(ROOT)}:{node.lineno}")
                elif isinstance(first, ast.Constant):
                    texts = ERRORS.get(str(first.value))
                    if texts is None or set(PLACE.findall(texts["en"])) != values:
                        plain.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert plain == [], "name a code of extract/wording/errors.toml, with its values"


def test_no_part_of_an_error_is_a_sentence_of_one_language() -> None:
    plain = []
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {*RAISED, "reason"}:
                parts = [n for k in node.keywords for n in ast.walk(k.value) if isinstance(n, ast.Constant)]
                plain += [
                    f"{path.relative_to(ROOT)}:{n.lineno}: {n.value!r}"
                    for n in parts
                    if re.search(r"[A-Za-z]{2,} [a-z]{2,}", str(n.value))
                ]
    assert plain == [], "a value that is words is a reason of its own"


def test_an_error_speaks_both_languages_also_within_another_and_from_another_process() -> None:
    inner = ReadError("encrypted", name="a.pdf")
    error: GazetteError = pickle.loads(pickle.dumps(StoreError("refused_error", why=inner)))
    assert isinstance(error, StoreError)
    assert error.text("en") == str(error) == "refused: a.pdf: encrypted; save it without a password"
    assert error.text("zh") == "拒绝：a.pdf: 已加密；请另存为不带密码的文件"


@pytest.mark.parametrize(
    ("why", "zh", "en"),
    [
        (reason("no_unit"), "这一事项旁没有责任单位", "no unit stands beside this item"),
        (
            reason("one_function", a="区档案局", b="区档案馆"),
            "区档案局与区档案馆职能名称相同，机构后缀不同",
            "区档案局 and 区档案馆 name one function with different endings",
        ),
        (
            reason("several_fit", why=reason("one_function", a="甲", b="乙"), count=3),
            "甲与乙职能名称相同，机构后缀不同；但有3个单位同样相合",
            "甲 and 乙 name one function with different endings; but 3 bodies fit",
        ),
        (
            reason("stated_count", what="责任单位", stated=54, found=43),
            "责任单位：原文称54，找到43",
            "责任单位: the text says 54, 43 were found",
        ),
        (as_written("{a} and **b** may be any"), "{a} and **b** may be any", "{a} and **b** may be any"),
    ],
)
def test_a_reason_in_either_language_also_after_it_was_stored(why: Reason, zh: str, en: str) -> None:
    for one in (why, Reason.read(why.stored()), Reason.from_json(why.to_json())):
        assert (one.text("zh"), one.text("en")) == (zh, en)


def test_a_value_with_braces_is_not_filled_again() -> None:
    assert filled("{a} and {b}", {"a": "{b}", "b": "two"}) == "{b} and two"


def test_a_code_that_is_not_known_is_said_as_it_is() -> None:
    assert reason("of_a_newer_version", a=1).text("zh") == "of_a_newer_version: a=1"


def test_a_doubt_of_the_first_version_keeps_its_sentence() -> None:
    evidence = {"doc": "a.txt", "start": 0, "end": 2, "line": 1, "quote": "甲乙"}
    old = Doubt.from_json({"evidence": evidence, "rule": "r", "why": "no unit stands beside this item"})
    assert old.reason.text("zh") == "no unit stands beside this item"
    assert Doubt.from_json(old.to_json()) == old


def test_a_doubt_of_an_earlier_version_keeps_the_sentence_by_which_it_was_settled() -> None:
    assert as_written("no unit stands beside this item").was == "no unit stands beside this item"
