"""The library of questions: one .cypher file each, by theme; how its head reads, and how columns and values are worded.

Doors: `library` (all questions by name), `find` (one), `parse` (a file's text), `statement_of` (a statement asked by the program itself),
`wording` and `worded` (headings and closed values in zh and en).
"""

from queries.library.heads import (
    CHOSEN,
    Drawn,
    Parameter,
    ParameterType,
    Query,
    Section,
    Word,
    find,
    library,
    parse,
    statement_of,
    worded,
    wording,
)

__all__ = [
    "CHOSEN",
    "Drawn",
    "Parameter",
    "ParameterType",
    "Query",
    "Section",
    "Word",
    "find",
    "library",
    "parse",
    "statement_of",
    "worded",
    "wording",
]
