"""The tree keeps its promises: size of files, names that hide nothing, one pinned lock, no machine in the text."""

import importlib
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("extract", "graph", "queries", "dashboards")
SOURCES = sorted(p for package in (*PACKAGES, "tests", "bench") for p in (ROOT / package).rglob("*.py"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_file_over_400_lines(path: Path) -> None:
    count = len(path.read_text(encoding="utf-8").splitlines())
    assert count <= 400, f"{count} lines: split by meaning"


def test_no_file_is_named_for_nothing() -> None:
    assert not [p for p in SOURCES if p.stem in {"utils", "util", "helpers", "common", "base", "misc"}]


def test_no_page_file_hides_a_package() -> None:
    # Streamlit puts dashboards/ first on sys.path: dashboards/graph.py would hide the package graph
    ours = {p.stem for p in (ROOT / "dashboards").glob("*.py")} - {"__init__", "__main__"}
    installed = set(packages_distributions()) | set(sys.stdlib_module_names) | set(PACKAGES)
    assert not ours & installed


@pytest.mark.parametrize("name", PACKAGES)
def test_each_package_is_the_one_of_this_tree(name: str) -> None:
    # a distribution called `queries` or `graph` in the same environment would win without a word
    file = importlib.import_module(name).__file__
    assert file is not None
    assert Path(file).resolve().parent == ROOT / name


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {p.parent for p in (ROOT / "tests").rglob("*.py")}
    assert not [f for f in folders if not (f / "__init__.py").exists()]


def test_constraints_leave_kglite_to_its_range() -> None:
    names = {re.split(r"[=@ ]", line)[0] for line in (ROOT / "constraints.txt").read_text().splitlines() if line}
    assert "kglite" not in names
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "kglite>=0.21,<0.22" in project["dependencies"]
    assert {"spacy", "streamlit", "pandas", "pyvis", "neo4j"} <= {n.lower() for n in names}


def test_word_lists_are_in_the_wheel() -> None:
    ignored = (ROOT / ".gitignore").read_text().split()
    assert not [p for p in ignored if p in {"data/", "*.toml", "*.tsv", "*.cypher", "*.txt", "lexicon/"}]
