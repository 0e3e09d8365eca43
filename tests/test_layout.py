"""The tree keeps its promises: size of files, names that hide nothing, one pinned lock, no machine in the text."""

import ast
import importlib
import re
import sys
import tomllib
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
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


FOLDERS = sorted({path.parent for path in SOURCES if path.relative_to(ROOT).parts[0] in (*PACKAGES, "bench")})


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: str(f.relative_to(ROOT)))
def test_at_most_a_dozen_modules_a_package(folder: Path) -> None:
    modules = sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__")
    assert len(modules) <= 12, f"{len(modules)} modules, {' '.join(modules)}: a notion of its own makes a subpackage"


def imported(path: Path) -> Iterator[tuple[str, ...]]:
    """The modules that a file imports, as parts of their names: ("extract", "names", "marks")."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (tuple(alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            parts = tuple(node.module.split("."))
            for alias in node.names:  # from extract.names import marks: the module is the name
                inner = ROOT.joinpath(*parts, alias.name)
                yield (*parts, alias.name) if inner.is_dir() or inner.with_suffix(".py").exists() else parts


def siblings(folder: Path) -> dict[str, set[str]]:
    """Which of a folder's modules and packages import which others of it, anywhere below them."""
    within = folder.relative_to(ROOT).parts
    graph: dict[str, set[str]] = {}
    for path in (p for p in SOURCES if folder in p.parents):
        below = path.relative_to(folder)
        if below == Path("__init__.py") or (folder == ROOT and below.parts[0] not in PACKAGES):
            continue  # a package's __init__ names the doors of all; tests and measurements use each other
        name = below.parts[0].removesuffix(".py")
        others = {
            parts[len(within)]
            for parts in imported(path)
            if parts[: len(within)] == within and len(parts) > len(within)
        }
        graph.setdefault(name, set()).update(others - {name})
    return graph


@pytest.mark.parametrize("folder", [ROOT, *FOLDERS], ids=lambda f: str(f.relative_to(ROOT)))
def test_no_packages_or_modules_import_one_another(folder: Path) -> None:
    try:
        tuple(TopologicalSorter(siblings(folder)).static_order())
    except CycleError as error:
        pytest.fail(f"{' imports '.join(reversed(error.args[1]))}")


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


def test_every_format_is_among_the_independent_ones() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    (independent,) = [contract["modules"] for contract in contracts if contract["type"] == "independence"]
    there = {path.stem for path in (ROOT / "extract" / "formats").iterdir()} - {
        "__init__",
        "__pycache__",
        "scope",
        "chronicles",
        "dating",
        "doubled",
        "orders",
        "phones",
        "reports",
    }
    assert {f"extract.formats.{name}" for name in there} == set(independent)


@pytest.mark.parametrize(
    "folder", [f for f in FOLDERS if f.relative_to(ROOT).parts[0] in PACKAGES], ids=lambda f: str(f.relative_to(ROOT))
)
def test_a_package_names_its_doors(folder: Path) -> None:
    text = (folder / "__init__.py").read_text(encoding="utf-8")
    assert re.search(r"\bDoors?:|__all__", text), "say in its docstring by which names others come in"
