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
ALTERNATIVE = re.compile(r"(?<=[|(:])[\u4e00-\u9fff]{2,8}(?=[|)])")  # a word among the alternatives of a pattern
MOST_WORDS = 3973  # lower it when words move to the lexicon, never raise it


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


def words_in_patterns(path: Path) -> int:
    texts = (n.value for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Constant))
    patterns = ("".join(text.split()) for text in texts if isinstance(text, str) and "|" in text)
    return sum(len(ALTERNATIVE.findall(f"({pattern})")) for pattern in patterns)


def test_words_in_patterns_become_fewer() -> None:
    paths = [path for name in PACKAGES for path in sorted((ROOT / name).rglob("*.py"))]
    assert sum(map(words_in_patterns, paths)) <= MOST_WORDS, "words live in the lexicon: extract/lexicon, graph/lexicon"
