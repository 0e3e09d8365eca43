"""Asking a store a question: what is typed becomes values, the statement's rows an answer with its citations.

Doors: `ask` (the answer), `behind` (what shows the rows that a number counts), `resolve` (the statement's values for what was typed), `choices` (all that a parameter can name).
"""

from queries.run.asking import DEFAULT_LIMIT, Table, ask, resolve
from queries.run.behind import behind
from queries.run.choices import Choice
from queries.run.citations import Citation, cited
from queries.run.ordering import sorted_by_column
from queries.run.surroundings import Issue
from queries.run.values import choices, closed_value

__all__ = [
    "DEFAULT_LIMIT",
    "Choice",
    "Citation",
    "Issue",
    "Table",
    "ask",
    "behind",
    "choices",
    "cited",
    "closed_value",
    "resolve",
    "sorted_by_column",
]
