"""What surrounds every question: the issues that its answer rests on, all places, how many items there are.

In:  a store. Out: Surroundings, read once for as long as nothing is written into the store, by whichever process.
"""

from dataclasses import dataclass

from graph.stores.store import Reading, Store
from queries.library import ParameterType, statement_of
from queries.run.choices import Choice, choices_in

ITEMS = "MATCH (i:Item) RETURN count(i) AS items LIMIT 1"


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue that an answer rests on; `page_lines`: the first line of each page of its file, where it has pages."""

    gazette: str | None
    issue: str | None
    published: str | None
    file: str | None
    page_lines: str | None = None
    reading: str | None = None

    def __str__(self) -> str:
        dated = f" ({self.published})" if self.published else ""
        return " ".join(part for part in (self.gazette or self.file, self.issue) if part) + dated


@dataclass(frozen=True, slots=True)
class File:
    """A document as it came: the key of its issue, the file, the code of its place."""

    key: str
    file: str
    place: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The issues in the graph, by date, and their files; its jurisdictions, each with those above it; how many items it has."""

    issues: tuple[Issue, ...]
    documents: tuple[File, ...]
    places: tuple[Choice, ...]
    items: int


def surroundings(store: Store) -> Surroundings:
    """What surrounds a question that the store is asked now."""
    return store.known(_read)


def _read(read: Reading) -> Surroundings:
    issues = read(statement_of("sources", "documents")).dicts()
    return Surroundings(
        tuple(
            Issue(
                row["gazette"],
                row["issue"],
                None if row["published"] is None else str(row["published"]),
                row["file"],
                row.get("page_lines"),
                row.get("reading"),
            )
            for row in issues
        ),
        tuple(File(row["key"], row["file"] or "", row["jurisdiction"] or "") for row in issues),
        tuple(choices_in(read(statement_of("choices", ParameterType.JURISDICTION.value)))),
        int(read(ITEMS).rows[0][0]),
    )
