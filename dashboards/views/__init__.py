"""The pages of the app: each module has one function render(face). PAGES names them by their addresses.

Door: `PAGES`.
"""

from types import ModuleType

from dashboards.views import add, changes, documents, found, overlap, pair, review, start
from dashboards.views.questions import page as questions
from dashboards.views.things import body, document, official, post, task, thing

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
    "documents": documents,
    "questions": questions,
    "review": review,
    "add": add,
}
