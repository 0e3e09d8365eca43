"""Zhize (职责) as a library: government gazettes in, a dated graph of who is responsible for what out.

    import zhize

    graph = zhize.build(["data/gazettes"], workspace="zhize-data")
    answer = graph.ask("who_answers", words="养老")
    answer.to_pandas()

Six names: `read` a file, `extract` its facts, `build` a graph, `open_graph` again later, and the `Graph` and `Answer` that they
give. Nothing else needs to be imported; pandas only by `Answer.to_pandas`.
"""

import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.document import Document
from extract.errors import ReadError, StoreError
from extract.facts import Extraction
from extract.pipeline import extract_document
from extract.readers import listing, read_file
from extract.readers.paths.account import Account
from extract.wording.reasons import Reason
from graph.build import listing_of, refresh, take_in
from graph.stores.store import Store, open_store
from graph.workspace import Workspace
from queries.library import find, library
from queries.run import DEFAULT_LIMIT, Citation, Issue, Table, ask

if TYPE_CHECKING:
    import pandas

__all__ = ["Answer", "Graph", "build", "extract", "open_graph", "read"]

DEFAULT_WORKSPACE = "zhize-data"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question: its rows, where each is printed, and what it rests on; `language` is that of its words."""

    table: Table
    language: str = "zh"

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self.table.columns

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows; a reason is a sentence in the answer's language."""
        return [{name: self._said(name, row[name]) for name in self.columns} for row in self.table.rows]

    @property
    def citations(self) -> tuple[Citation | None, ...]:
        """Where each row is printed; None for a row that counts several."""
        return self.table.citations

    @property
    def notes(self) -> list[str]:
        """What a reader must know beside the rows."""
        return [note.text(self.language) for note in self.table.notes]

    @property
    def rests_on(self) -> tuple[Issue, ...]:
        """The issues in the graph: what is not printed in them is not known."""
        return self.table.rests_on

    @property
    def truncated(self) -> bool:
        """Whether there are more rows than were asked for."""
        return self.table.truncated

    def to_pandas(self, citations: bool = True) -> "pandas.DataFrame":
        """The answer as a DataFrame; with `citations` the file, line and quotation of each row beside it."""
        import pandas

        frame = pandas.DataFrame(self.rows, columns=list(self.columns))
        if citations:
            for name in ("gazette", "issue", "page", "number", "file", "line", "quote"):
                frame[f"cited_{name}"] = [getattr(citation, name, None) for citation in self.citations]
        return frame

    def _said(self, column: str, value: Any) -> Any:
        return Reason.read(value).text(self.language) if column == "why" and isinstance(value, str) else value

    def __len__(self) -> int:
        return len(self.table.rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.rows)


@dataclass(frozen=True, slots=True)
class Graph:
    """An open graph. Use it in a `with` statement, or close it."""

    store: Store
    language: str = "zh"

    def questions(self) -> Mapping[str, str]:
        """The questions that can be asked, with their titles."""
        return {name: query.en if self.language == "en" else query.zh for name, query in library().items()}

    def ask(self, question: str, /, *, limit: int = DEFAULT_LIMIT, **values: object) -> Answer:
        """The answer to a question.

        graph.ask("who_holds", body="区发改局", on="2022-06-01")

        Values are what one would type: names by any of their forms, dates as ISO text or `date`, `*` for all. A parameter that is a
        Python keyword takes an underscore: from_="2022-04". Raises an error of one clear line if a value does not fit.
        """
        typed = {name.rstrip("_"): _typed(value) for name, value in values.items() if value is not None}
        return Answer(ask(self.store, find(question), typed, limit), self.language)

    def close(self) -> None:
        """Closes the store."""
        self.store.close()

    def __enter__(self) -> "Graph":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


def read(path: str | Path) -> Document:
    """The text of one file of any kind that is read (text, web page, Word, PDF, scan, sheet), as extraction sees it."""
    listed = listing([Path(path)])
    if listed.refused:
        raise ReadError(listed.refused[0].line)
    if len(listed.files) != 1:
        raise ReadError("several_documents_given", path=path, count=len(listed.files))
    return read_file(listed.files[0])


def extract(source: str | Path | Document, jurisdiction: str | None = None) -> Extraction:
    """The facts, doubts, context and passages of a file or Document; `jurisdiction` is its GB/T 2260 code, if it is known."""
    document = source if isinstance(source, Document) else read(source)
    return extract_document(document if jurisdiction is None else replace(document, jurisdiction=jurisdiction))


def build(
    paths: Iterable[str | Path] | str | Path,
    workspace: str | Path = DEFAULT_WORKSPACE,
    jurisdiction: str | None = None,
    language: str = "zh",
) -> Graph:
    """Takes documents (files and folders) into a workspace, brings its graph up to date and opens it.

    What is known by its bytes is passed over. A document that cannot be read is refused with a warning and stops no other.
    """
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    held = Workspace(Path(workspace))
    listed = listing_of(map(Path, given), lambda path: jurisdiction or held.jurisdiction_of(path))
    account = Account.of(listed)
    with held.lock():
        if listed.files:
            take_in(held, listed.files, account=account)
        for aside in account.refused:
            warnings.warn(f"refused: {aside.path}: {aside.why}", stacklevel=2)
        account.stop_at_nothing()
        with open_store(held.store_url, writing=True, texts=held.texts_path) as store:
            refresh(held, store)
    return Graph(open_store(held.store_url, texts=held.texts_path), language)


def open_graph(
    place: str | Path = DEFAULT_WORKSPACE, language: str = "zh", workspace: str | Path | None = None
) -> Graph:
    """Opens a graph that was built: a workspace folder, or the URL of a store (bolt://…, neo4j://…).

    `workspace`: where a server's graph was built from; the documents as printed lie there.
    """
    if isinstance(place, str) and "://" in place:
        return Graph(open_store(place, texts=Workspace(Path(workspace)).texts_path if workspace else None), language)
    folder = Path(place)
    if not folder.is_dir():
        raise StoreError("no_workspace_call", folder=folder, again=repr(str(place)))
    return Graph(open_store(Workspace(folder).store_url, texts=Workspace(folder).texts_path), language)


def _typed(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple | set | frozenset):
        return ",".join(map(str, value))
    return str(value)
