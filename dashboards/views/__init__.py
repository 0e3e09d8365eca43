"""The pages of the app: each module has one function render(face). PAGES names them by their addresses."""

from types import ModuleType

from dashboards.views import (
    body,
    changes,
    document,
    found,
    official,
    overlap,
    pair,
    post,
    questions,
    start,
    task,
    thing,
)

PAGES: dict[str, ModuleType] = {
    "start": start,
    "find": found,
    "official": official,
    "body": body,
    "post": post,
    "task": task,
    "thing": thing,
    "changes": changes,
    "overlap": overlap,
    "pair": pair,
    "document": document,
    "questions": questions,
}
