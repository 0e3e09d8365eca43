"""The pages of the app: each module has one function render(face). Door: PAGES names them by their addresses, each imported when it is asked for."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from types import ModuleType


class Pages(Mapping[str, ModuleType]):
    """Modules by the names of their pages: the first page does not wait for what only others need."""

    def __init__(self, modules: Mapping[str, str]) -> None:
        self._modules = modules

    def __getitem__(self, name: str) -> ModuleType:
        """The module of a page, imported if it was not yet."""
        return import_module(f"dashboards.views.{self._modules[name]}")

    def __iter__(self) -> Iterator[str]:
        """The names, without an import."""
        return iter(self._modules)

    def __len__(self) -> int:
        """How many pages there are."""
        return len(self._modules)


PAGES = Pages(
    {
        "start": "start",
        "find": "found",
        "official": "things.official",
        "body": "things.body",
        "post": "things.post",
        "task": "things.task",
        "thing": "things.thing",
        "changes": "changes",
        "overlap": "overlap",
        "pair": "pair",
        "compare": "compare",
        "document": "things.document",
        "documents": "documents",
        "questions": "questions.page",
        "review": "review",
        "add": "add",
    }
)
