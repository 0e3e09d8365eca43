"""The pages of the app: each module has one function render(face). PAGES names them by their addresses."""

from types import ModuleType

from dashboards.views import changes, document, official, start

PAGES: dict[str, ModuleType] = {
    "start": start,
    "official": official,
    "changes": changes,
    "document": document,
}
