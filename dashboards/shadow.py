"""Whether another package stands where one of ours should: their names are plain words, which others may use too.

Imports nothing of ours, for it speaks when that fails.
"""

import os
import sys
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

OURS = ("extract", "graph", "queries", "dashboards", "zhize")
TEXTS = {  # here, since the files of texts are read by what may be missing
    "missing": ("缺失", "is missing"),
    "elsewhere": ("来自 {where}", "comes from {where}"),
    "also": ("另由 {where} 提供", "is also brought by {where}"),
    "line": (
        "包 {name} {what}，占了 Zhize 自己的包的位置；请把 Zhize 装在单独的环境里",
        "the package {name} {what}, in place of Zhize's own; install Zhize in an environment of its own",
    ),
}


def shadowed(home: Path | None = None) -> dict[str, str]:
    """Each name of ours that is not ours, or not ours alone: a line that says where it comes from instead, or who else brings it."""
    home = home or Path(__file__).resolve().parents[1]
    from importlib.metadata import packages_distributions  # slow to load, and only doctor asks

    brought = packages_distributions()
    by_name: dict[str, str] = {}
    for name in OURS:
        spec = find_spec(name)
        if spec is None:
            by_name[name] = _line(name, "missing")
        elif not any(path.is_relative_to(home) for path in _places(spec)):
            by_name[name] = _line(name, "elsewhere", next(iter(_places(spec)), spec.name))
        elif others := sorted(set(brought.get(name, ())) - {"zhize"}):
            by_name[name] = _line(name, "also", ", ".join(others))
    return by_name


def _line(name: str, code: str, where: object = "") -> str:
    language = os.environ.get("ZHIZE_LANGUAGE") == "en"
    return TEXTS["line"][language].format(name=name, what=TEXTS[code][language].format(where=where))


def _places(spec: ModuleSpec) -> list[Path]:
    places = [spec.origin] if spec.origin else list(spec.submodule_search_locations or ())
    return [Path(path).resolve() for path in places]


def explain(error: ImportError) -> NoReturn:
    """Ends with one line where a name of ours is not ours; else the error itself."""
    for line in shadowed().values():
        sys.exit(f"zhize: {line}")
    raise error
