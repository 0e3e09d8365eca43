"""Asks a store a question: checks the parameters, runs the statement read-only, and brings the citations.

In:  a store, a Query, typed values. Out: a Table whose every row can be cited.

    ask(store, find("who_holds"), {"body": "区发改局", "on": "2022-06-01"})
    → post 局长, official …, citation 新洲区人民政府公报 2022年第2期(总第41期), page 12, 新政任〔2022〕3号, line 1460, quotation
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.store import Store
from queries.choices import Choice, choose
from queries.dates import first_day, last_day, the_day, the_period
from queries.library import CHOSEN, Parameter, ParameterType, Query, statement_of
from queries.messages import Message, note, refused
from queries.steps import STEPS, Row

DEFAULT_LIMIT = 1000
GREATEST_LIMIT = 100_000
NAME_LIMIT = 1_000_000
SECONDS = 20.0
ALL = "*"


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a row comes from, as one would cite it."""

    file: str
    line: int | None
    quote: str | None
    gazette: str | None = None
    issue: str | None = None
    published: str | None = None
    page: str | None = None
    number: str | None = None
    heading: str | None = None
    fact_id: str | None = None

    def text(self, language: str) -> str:
        """The citation in zh or en, without the quotation."""
        page, line = ("第{}页", "第{}行") if language == "zh" else ("p. {}", "line {}")
        place = [self.gazette or self.file, self.issue, self.number]
        place.append(page.format(self.page) if self.page else None)
        place.append(line.format(self.line) if self.line else None)
        return ("，" if language == "zh" else ", ").join(part for part in place if part)

    def __str__(self) -> str:
        return self.text("en")


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue that an answer rests on."""

    gazette: str | None
    issue: str | None
    published: str | None
    file: str | None

    def __str__(self) -> str:
        dated = f" ({self.published})" if self.published else ""
        return " ".join(part for part in (self.gazette or self.file, self.issue) if part) + dated


@dataclass(frozen=True, slots=True)
class Table:
    """An answer: columns, rows, a citation a row (None where the row is a count), what it rests on, and what it lacks."""

    query: Query
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    citations: tuple[Citation | None, ...]
    truncated: bool
    rests_on: tuple[Issue, ...]
    notes: tuple[Message, ...]
    values: Mapping[str, Any]
    limit: int


def ask(
    store: Store, query: Query, typed: Mapping[str, str], limit: int = DEFAULT_LIMIT, seconds: float = SECONDS
) -> Table:
    """The answer to a question; raises RefusedError, one clear line, if a value does not fit."""
    if not 1 <= limit <= GREATEST_LIMIT:
        raise refused("limit", greatest=GREATEST_LIMIT, limit=limit)
    issues = issues_loaded(store)
    if not issues:
        raise refused("no_documents")
    values, notes = resolve(store, query, typed)
    raw = store.read(query.statement, {**values, "limit": limit + 1}, limit=limit + 1, timeout=seconds).dicts()
    rows = _stepped(query, raw[:limit], values)
    if not rows:
        notes.append(note("no_rows"))
    truncated = len(raw) > limit
    if truncated:
        notes.append(note("truncated", limit=limit))
    return Table(
        query=query,
        columns=_columns(query),
        rows=tuple(rows),
        citations=tuple(_citations(store, rows)),
        truncated=truncated,
        rests_on=issues,
        notes=tuple(notes),
        values=values,
        limit=limit,
    )


def resolve(store: Store, query: Query, typed: Mapping[str, str]) -> tuple[dict[str, Any], list[Message]]:
    """The statement's parameters for what was typed, and what the reader must know of how it was read."""
    known = {parameter.name: parameter for parameter in query.parameters}
    for name in typed:
        if name not in known:
            takes = ", ".join(known) or "none"
            raise refused("no_parameter", name=query.name, parameter=name, takes=takes)
    values: dict[str, Any] = {}
    notes: list[Message] = []
    for parameter in query.parameters:
        text = typed.get(parameter.name, "").strip() or parameter.default
        if text is None:
            raise refused(
                "needed",
                name=query.name,
                parameter=parameter.name,
                zh=parameter.zh,
                en=parameter.en,
                example=f"{query.name} {query.example}",
            )
        values |= _value(store, parameter, text, notes)
    return values, notes


def issues_loaded(store: Store) -> tuple[Issue, ...]:
    """The issues in the graph, by date: what every answer rests on."""
    rows = store.read(statement_of("sources", "documents"), {}, limit=NAME_LIMIT).dicts()
    return tuple(Issue(row["gazette"], row["issue"], _text(row["published"]), row["file"]) for row in rows)


def choices(store: Store, kind: ParameterType) -> list[Choice]:
    """All that a parameter of this type can name."""
    return [
        Choice(
            key=row["key"],
            name=row["name"] or row["key"],
            names=tuple(name for name in row.get("names") or () if isinstance(name, str)),
            kind=row["kind"] or "",
            place=row["place"] or "",
            above=tuple(row.get("above") or ()),
        )
        for row in store.read(statement_of("choices", kind.value), {}, limit=NAME_LIMIT).dicts()
    ]


def _value(store: Store, parameter: Parameter, text: str, notes: list[Message]) -> dict[str, Any]:
    name = parameter.name
    if parameter.type is ParameterType.JURISDICTION:
        return {name: _jurisdictions(store, parameter, text, notes)}
    if parameter.type in CHOSEN:
        chosen = choose(text, choices(store, parameter.type), name)
        notes.extend(chosen.notes)
        return {name: list(chosen.keys)}
    if parameter.type is ParameterType.PERIOD:
        first, last = the_period(text, name)
        return {f"{name}_from": first, f"{name}_to": last}
    return {name: _scalar(parameter, text)}


def _scalar(parameter: Parameter, text: str) -> date | int | str | list[str]:
    name = parameter.name
    match parameter.type:
        case ParameterType.DATE:
            return the_day(text, name)
        case ParameterType.FROM:
            return first_day(text, name)
        case ParameterType.TO:
            return last_day(text, name)
        case ParameterType.INTEGER:
            if not (text.isascii() and text.isdigit()) or len(text) > 9:
                raise refused("not_whole", parameter=name, text=text)
            return int(text)
        case ParameterType.WORDS:
            return [] if text == ALL else text.lower().split()
        case ParameterType.KEY:
            return [text]
        case _:
            return "" if text == ALL else text


def _jurisdictions(store: Store, parameter: Parameter, text: str, notes: list[Message]) -> list[str]:
    """The codes that lie in the named jurisdiction; all of them, and things without one, for `*`."""
    known = choices(store, ParameterType.JURISDICTION)
    if text == ALL:
        return ["", *(choice.key for choice in known)]
    chosen = choose(text, known, parameter.name)
    notes.extend(chosen.notes)
    wanted = set(chosen.keys)
    return [choice.key for choice in known if choice.key in wanted or wanted & set(choice.above)]


def _columns(query: Query) -> tuple[str, ...]:
    columns = list(query.columns)
    for name in query.steps:
        step = STEPS[name]
        place = columns.index(step.before)
        columns[place:place] = step.columns
    return tuple(columns)


def _stepped(query: Query, rows: Sequence[Row], values: Mapping[str, Any]) -> list[Row]:
    """The rows after the question's steps, with the table's columns in their order."""
    made = list(rows)
    for name in query.steps:
        step = STEPS[name]
        made = [kept for row in made if (kept := step.apply(row, values)) is not None]
        if step.sorted_by is not None:
            made = _sorted(made, step.sorted_by)
    columns = _columns(query)
    return [{column: row[column] for column in columns} for row in made]


def _sorted(rows: list[Row], column: str) -> list[Row]:
    return sorted(rows, key=lambda row: str(row[column]))


def _citations(store: Store, rows: Sequence[Row]) -> list[Citation | None]:
    """A citation for each row that has a file, with what its notice says of issue, page and document number."""
    keys = sorted({row["notice"] for row in rows if row.get("notice")})
    notices: dict[str, Row] = {}
    if keys:
        found = store.read(statement_of("sources", "notices"), {"notices": keys}, limit=len(keys) + 1).dicts()
        notices = {notice["key"]: notice for notice in found}
    files: dict[str | None, Issue] = {}
    if any(row.get("file") and row.get("notice") not in notices for row in rows):
        files = {issue.file: issue for issue in issues_loaded(store)}
    return [_citation(row, files, notices) for row in rows]


def _citation(row: Row, files: Mapping[str | None, Issue], notices: Mapping[str, Row]) -> Citation | None:
    file = row.get("file")
    if not file:
        return None
    notice = notices.get(row.get("notice") or "", {})
    issue = files.get(file)
    return Citation(
        file=file,
        line=row.get("line"),
        quote=row.get("quote"),
        gazette=_text(notice.get("gazette")) or (issue.gazette if issue else None),
        issue=_text(notice.get("issue")) or (issue.issue if issue else None),
        published=_text(notice.get("published")) or (issue.published if issue else None),
        page=_text(notice.get("page")),
        number=_text(notice.get("number")),
        heading=_text(notice.get("heading")),
        fact_id=_text(row.get("fact_id")),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)
