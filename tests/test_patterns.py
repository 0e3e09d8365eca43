"""Patterns can be read: a plain one has at most eighty characters; a longer one is verbose, each part with the text it is for.

Words of the domain live in the lexicon: those that still stand in patterns may only become fewer.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGES = ("extract", "graph", "queries", "dashboards")
LONGEST = 80
OF_A_NAME = 6  # what an inserted name counts for
WORD = "[\u4e00-\u9fff]{2,8}"
ALTERNATIVE = re.compile(rf"(?<=\|){WORD}(?=[|)])|(?<=[(:]){WORD}(?=\|)")  # a word among the alternatives of a pattern
REMARK = re.compile(r"(?m)(?<!\\)#.*$")  # in a verbose pattern: the text that a part is for
# what joins, points and orders in any text, and says nothing of what an office does: a part of a pattern as 的 and 了 are
PARTICLES = frozenset(
    re.findall(
        r"\w+",
        "以及 或者 同时 其中 此外 另外 还有 下同 包括 包含 不含 以下 下列 如下 上述 以上 前述 有关 相关 各项 其他 其它 各自 分别 共同 一并 "
        "已经 曾经 目前 现在 当前 近日 日前 至今 以来 期间 根据 依据 按照 由于 鉴于 关于 作为 予以 进行 主要 具体",
    )
)
MOST_WORDS = 901  # lower it when words move to the lexicon, never raise it


def long_ones(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.") and node.args):
            continue
        options = [*node.args[1:], *(keyword.value for keyword in node.keywords)]
        if any("VERBOSE" in ast.unparse(option) for option in options):
            continue
        pattern = node.args[0]
        parts = pattern.values if isinstance(pattern, ast.JoinedStr) else [pattern]
        length = sum(len(str(p.value)) if isinstance(p, ast.Constant) else OF_A_NAME for p in parts)
        if length > LONGEST:
            yield f"{path.relative_to(ROOT)}:{node.lineno} ({length})"


def test_no_long_pattern_is_plain() -> None:
    assert [one for name in PACKAGES for path in sorted((ROOT / name).rglob("*.py")) for one in long_ones(path)] == []


def docstrings(tree: ast.Module) -> Iterator[ast.expr]:
    """They show passages, divided by |."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and isinstance(node.body[0], ast.Expr):
            yield node.body[0].value


def words_in_patterns(path: Path) -> int:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node) for node in docstrings(tree)}
    texts = (n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in told)
    patterns = ("".join(REMARK.sub("", text).split()) for text in texts if isinstance(text, str) and "|" in text)
    return sum(word not in PARTICLES for pattern in patterns for word in ALTERNATIVE.findall(f"({pattern})"))


def test_words_in_patterns_become_fewer() -> None:
    paths = [path for name in PACKAGES for path in sorted((ROOT / name).rglob("*.py"))]
    assert sum(map(words_in_patterns, paths)) <= MOST_WORDS, "words live in the lexicon: extract/lexicon, graph/lexicon"
