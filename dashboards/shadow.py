"""Whether another package stands where one of ours should: their names are plain words, which others may use too.

Imports nothing of ours, for it speaks when that fails.
"""

import sys
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

OURS = ("extract", "graph", "queries", "dashboards", "zhize")
REMEDY = "install Zhize in an environment of its own"


def shadowed(home: Path | None = None) -> dict[str, str]:
    """Each name of ours that is not ours, or not ours alone: where it comes from instead, or who else brings it."""
    home = home or Path(__file__).resolve().parents[1]
    from importlib.metadata import packages_distributions  # slow to load, and only doctor asks

    brought = packages_distributions()
    by_name: dict[str, str] = {}
    for name in OURS:
        spec = find_spec(name)
        if spec is None:
            by_name[name] = "is missing"
        elif not any(place.is_relative_to(home) for place in _places(spec)):
            by_name[name] = f"comes from {next(iter(_places(spec)), spec.name)}"
        elif others := sorted(set(brought.get(name, ())) - {"zhize"}):
            by_name[name] = f"is also brought by {', '.join(others)}"
    return by_name


def _places(spec: ModuleSpec) -> list[Path]:
    places = [spec.origin] if spec.origin else list(spec.submodule_search_locations or ())
    return [Path(place).resolve() for place in places]


def explain(error: ImportError) -> NoReturn:
    """Ends with one line where a name of ours is not ours; else the error itself."""
    for name, what in shadowed().items():
        sys.exit(f"zhize: the package {name} {what}, in place of Zhize's own; {REMEDY}")
    raise error
