"""The English of code, messages and documents: phrases and names of tests/unidiomatic.toml may only become fewer."""

import ast
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LIST = tomllib.loads((ROOT / "tests" / "unidiomatic.toml").read_text(encoding="utf-8"))
PACKAGES = ("extract", "graph", "queries", "dashboards", "bench")
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "docs")


@cache
def sources() -> dict[Path, str]:
    code = [path for name in PACKAGES for path in (ROOT / name).rglob("*.py")] + [ROOT / "zhize.py"]
    texts = [path for name in PACKAGES for path in (ROOT / name).rglob("*.toml")]
    pages = [path for name in DOCUMENTS for path in [*(ROOT / name).rglob("*.md"), ROOT / name] if path.is_file()]
    return {path: path.read_text(encoding="utf-8") for path in sorted({*code, *texts, *pages})}


@cache
def local_names() -> dict[str, int]:
    """How many functions bind each local name."""
    counts: dict[str, int] = {}
    for path, text in sources().items():
        if path.suffix != ".py":
            continue
        for function in ast.walk(ast.parse(text)):
            if isinstance(function, ast.FunctionDef):
                nodes = (node for node in ast.walk(function) if isinstance(node, ast.Name))
                for name in {node.id for node in nodes if isinstance(node.ctx, ast.Store)}:
                    counts[name] = counts.get(name, 0) + 1
    return counts


def phrases(pattern: str) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}: {text[max(0, match.start() - 20) : match.end() + 20]!r}"
        for path, text in sources().items()
        for match in re.finditer(pattern, text)
    ]


@pytest.mark.parametrize("entry", LIST["phrase"], ids=lambda entry: entry["instead"])
def test_a_phrase_that_a_reader_stumbles_over_becomes_rarer(entry: dict[str, object]) -> None:
    assert len(where := phrases(str(entry["pattern"]))) <= int(str(entry["most"])), "\n".join(where[-8:])


@pytest.mark.parametrize("entry", LIST["name"], ids=lambda entry: entry["name"])
def test_a_local_name_that_says_nothing_becomes_rarer(entry: dict[str, object]) -> None:
    assert local_names().get(str(entry["name"]), 0) <= int(str(entry["most"]))
