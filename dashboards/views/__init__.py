"""The pages of the app: each module has one function render(face). PAGES names them by their addresses."""

from types import ModuleType

from dashboards.views import body, changes, document, found, official, start

PAGES: dict[str, ModuleType] = {
    "start": start,
    "find": found,
    "official": official,
    "body": body,
    "changes": changes,
    "document": document,
}
