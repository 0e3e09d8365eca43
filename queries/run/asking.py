"""Asks a store a question: checks the parameters, runs the statement read-only, and brings the citations.

In:  a store, a Query, typed values. Out: a Table whose every row can be cited.

    ask(store, find("who_holds"), {"body": "区发改局", "on": "2022-06-01"})
    → post 局长, official …, citation 新洲区人民政府公报 2022年第2期(总第41期), page 12, 新政任〔2022〕3号, line 1460, quotation
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from extract.errors import QueryError, StoreError
from graph.stores.store import Store
from queries.library import Parameter, ParameterType, Query, statement_of, wording
from queries.messages import Message, note, refused
from queries.run.citations import Citation, citations
from queries.run.limits import Hurried, check_length, check_words
from queries.run.printed.in_order import rows_in_order
from queries.run.printed.passages import GIVEN, holding, with_line
from queries.run.printed.seats import unnamed_seats
from queries.run.steps import NARROWING, STEPS, WHOLE, Row, sorted_by
from queries.run.surroundings import Issue, surroundings
from queries.run.values import choices as choices
from queries.run.values import closed_value as closed_value
from queries.run.values import places_in, value, words_of

STARTS = re.compile(r"^// starts: (.+)$", re.MULTILINE)  # what a statement that stands beside answers is begun with
Namesakes = dict[str, tuple[str, str]]  # by key: the column that tells it apart, and its cell
DEFAULT_LIMIT = 1000
GREATEST_LIMIT = 100_000
SECONDS = 20.0
WIDER_SECONDS = 2.0  # for what an empty answer says besides: on a great graph it says less, rather than wait
MOST_BESIDE = 8
MOST_PARTS = 60
MOST_STARTS = 100  # things from which a question is begun; for more it is asked as it stands
MOST_LINES = 100
FEW_ITEMS = 20_000  # of a graph on which an empty answer is asked again without the thing that it begins with
SOUGHT = (  # starts of which queries/cypher/inner/sought has another for a store that looks relationships up by their notice
    "answered_in_document",
    "groups_of_document",
    "officials_of_document",
)
WORDS_OF_NAMES = (
    "who_answers",
    "projects",
    "policies",
)  # whose words are searched in names: sources/words tells them apart
WORDS_OF_ITEMS = (
    "deadlines",
    "document_items",
    "figures",
    "gaps",
    "items",
    "plan_report",
    "progress",
    "quotas",
)  # whose words are searched in items
SPELLINGS = "$alike"  # in a statement that is given the projects whose names are near to the words
TEXT_COLUMNS = {
    "post": ("post",),
    "status": ("state",),
    "kind": ("kind", "member_kind"),
    "said": ("said",),
    "unit": ("unit",),
    "mode": ("mode",),
    "within": ("where_stated",),
    "agrees": ("agrees",),
}  # the column that shows what a free text is compared with


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
    store = cast(Store, Hurried.within(store, seconds))  # a question only reads, and all that it reads shares its time
    issues = surroundings(store).issues
    if not issues:
        raise refused("no_documents")
    values, notes, namesakes = _resolved(store, query, typed)
    rows, truncated = _rows(store, query, values, limit, seconds)
    columns = _columns(query)
    cited = citations(store, rows)
    columns, rows = _told_apart(columns, rows, namesakes)
    if truncated:
        notes.append(note("truncated", limit=limit))
    remarks = beside(store, query, values, empty=not rows, seconds=seconds)
    if "unnamed_seats" in query.beside and rows:
        remarks += unnamed_seats(store.texts, rows)
    if not rows and not remarks:
        notes.append(note("no_rows"))
    notes += remarks
    if not rows:
        notes += list(_wider(cast(Store, Hurried.within(store, WIDER_SECONDS)), query, typed, values))
    return Table(
        query=query,
        columns=columns,
        rows=tuple(rows),
        citations=tuple(cited),
        truncated=truncated,
        rests_on=issues,
        notes=tuple(notes),
        values=values,
        limit=limit,
    )


def _rows(store: Store, query: Query, values: Mapping[str, Any], limit: int, seconds: float) -> tuple[list[Row], bool]:
    """The rows of the statement after its steps, at most `limit`, and whether there are more."""
    most = GREATEST_LIMIT if NARROWING & {*query.steps} else limit + 1
    given = {**values, "limit": most}
    if query.passages in GIVEN:
        given["passages"] = GIVEN[query.passages](store, values, most, seconds)
    statement = started(query, values, store.seeks)
    if query.in_order and statement == query.statement and surroundings(store).items > FEW_ITEMS:
        raw = rows_in_order(store, statement, given, most, seconds)
    else:
        raw = store.read(statement, given, limit=most, timeout=seconds).dicts()
    if query.passages and query.passages not in GIVEN:
        raw = with_line(store.texts, raw, query.passages)
    if most == limit + 1:
        return _stepped(query, raw[:limit], values), len(raw) > limit
    left = _stepped(query, raw, values)
    return left[:limit], len(left) > limit


def started(query: Query, values: Mapping[str, Any], seeks: bool = False) -> str:
    """The statement, begun with the things that a parameter names, where it names few."""
    return start_of(query.starts, values, seeks) + query.statement


def start_of(starts: Sequence[str], values: Mapping[str, Any], seeks: bool = False) -> str:
    """What a statement is begun with: the first of its starts that has things, and few; of jurisdictions, where not all are asked about.

    A store that `seeks` finds relationships by the notice that they stand in: then each of their types is looked up by itself.
    """
    for part in starts:
        parameter, _, start = part.partition("=")
        things = values[parameter]
        if 0 < len(things) <= MOST_STARTS and "" not in things:
            return statement_of("starts", start) if not seeks or start not in SOUGHT else statement_of("sought", start)
    return ""


def resolve(store: Store, query: Query, typed: Mapping[str, str]) -> tuple[dict[str, Any], list[Message]]:
    """The statement's parameters for what was typed, and what the reader must know of how it was read."""
    values, notes, _ = _resolved(store, query, typed)
    return values, notes


def _resolved(store: Store, query: Query, typed: Mapping[str, str]) -> tuple[dict[str, Any], list[Message], Namesakes]:
    """The parameters, the notes, and what tells each of several namesakes apart, by its key."""
    values, notes, namesakes = _read_as(store, query, typed)
    return values | _spelled(store, query, values), notes, namesakes


def _spelled(store: Store, query: Query, values: Mapping[str, Any]) -> dict[str, Any]:
    """The projects that are probably meant too, where a statement takes them."""
    if SPELLINGS not in query.statement:
        return {}
    from queries.run.spellings import other_spellings  # heavy, and only a question about projects needs it

    start = start_of(query.starts, values, store.seeks)
    return {"alike": other_spellings(store, values["words"], SECONDS, start, values)}


def _read_as(store: Store, query: Query, typed: Mapping[str, str]) -> tuple[dict[str, Any], list[Message], Namesakes]:
    """What was typed as values, without other spellings."""
    known = {parameter.name: parameter for parameter in query.parameters}
    for name in typed:
        if name not in known:
            takes = ", ".join(known) or "none"
            raise refused("no_parameter", name=query.name, parameter=name, takes=takes)
    values: dict[str, Any] = {}
    notes: list[Message] = []
    namesakes: Namesakes = {}
    inside: frozenset[str] = frozenset()
    for parameter in sorted(query.parameters, key=lambda one: one.type is not ParameterType.JURISDICTION):
        text = _text_of(query, parameter, typed)
        values |= value(store, parameter, text, notes, namesakes, inside)
        if parameter.type is ParameterType.JURISDICTION:
            inside = places_in(store, values[parameter.name])
    if "from" in values and "to" in values and values["from"] > values["to"]:
        raise refused("period_backwards", first=values["from"], last=values["to"])
    return values, notes, namesakes


def _text_of(query: Query, parameter: Parameter, typed: Mapping[str, str]) -> str:
    """What is typed for a parameter, or what stands for it where nothing is."""
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
    check = check_words if parameter.type is ParameterType.WORDS else check_length
    check(parameter.name, text)
    return text


def beside(store: Store, query: Query, values: Mapping[str, Any], *, empty: bool, seconds: float) -> list[Message]:
    """What the documents say beside an answer: a seat that was empty on the day asked, holders at other times."""
    remarks = []
    for name in query.beside:
        if name == "unnamed_seats" or (name.endswith("?") and not empty):
            continue
        statement = statement_of("beside", name.removesuffix("?"))
        begun = STARTS.search(statement)
        statement = start_of(begun[1].split() if begun else (), values, store.seeks) + statement
        rows = store.read(statement, {**values, "limit": MOST_BESIDE}, limit=MOST_BESIDE, timeout=seconds).dicts()
        for row in rows:
            shown = STEPS["bounds"].apply(row, values) or row if "from_earliest" in row else row
            remarks.append(
                note(row["message"], **{key: "…" if value is None else value for key, value in shown.items()})
            )
    return remarks


def _wider(store: Store, query: Query, typed: Mapping[str, str], values: Mapping[str, Any]) -> Iterator[Message]:
    """What an empty answer knows more: words that do occur, and rows without one of the limits that were typed; as much as its time allows."""
    try:
        if typed.get("words", "").strip():
            yield from _in_lines(store, query, typed, WIDER_SECONDS)
            if query.name in (*WORDS_OF_NAMES, *WORDS_OF_ITEMS):
                yield from _words_near(store, query, typed["words"], values.get("document", []), WIDER_SECONDS)
        for parameter in query.parameters:
            given = bool(typed.get(parameter.name, "").strip()) and parameter.name != "words"
            if given and parameter.default is not None and parameter.type is not ParameterType.DATE:
                yield from _without(store, query, typed, parameter)
    except QueryError:
        return  # its time is over: the answer itself stands


def _without(store: Store, query: Query, typed: Mapping[str, str], parameter: Parameter) -> Iterator[Message]:
    """How many rows there are without one of the limits, and which values it could have had."""
    rest = {name: value for name, value in typed.items() if name != parameter.name}
    values = _read_as(store, query, rest)[0]
    if query.starts and started(query, values) == query.statement and surroundings(store).items > FEW_ITEMS:
        return  # it would cost by all of a great graph
    most = MOST_LINES if query.passages in GIVEN else DEFAULT_LIMIT
    rows, more = _rows(store, query, values | _spelled(store, query, values), most, WIDER_SECONDS)
    count = f"{len(rows)}+" if more else str(len(rows))
    listed = _listed_values(query, parameter, rows)
    if rows and listed:
        yield note("without_values", parameter=parameter.name, count=count, listed=listed)
    elif rows:
        yield note("without", parameter=parameter.name, count=count)


def _listed_values(query: Query, parameter: Parameter, rows: Sequence[Row]) -> str:
    """The values that a parameter of free text could have had."""
    column = next((one for one in TEXT_COLUMNS.get(parameter.name, ()) if one in query.columns), None)
    if parameter.type is not ParameterType.TEXT or column is None:
        return ""
    values = sorted({str(row[column]) for row in rows if row[column] is not None})
    words = wording()[1] if wording()[0][column].closed else {}
    return ", ".join(f"{words[one].zh} ({one})" if one in words else one for one in values[:MOST_BESIDE])


def _in_lines(store: Store, query: Query, typed: Mapping[str, str], seconds: float) -> list[Message]:
    """How many lines of the documents have the words that no item, name or figure has: tables and running text."""
    if query.passages in GIVEN:
        return []
    values = {"document": [], **resolve(store, query, typed)[0]}
    places = values.get("jurisdiction") or ["", *(choice.key for choice in choices(store, ParameterType.JURISDICTION))]
    try:
        lines = holding(store.texts, {**values, "jurisdiction": places}, MOST_LINES + 1, seconds)
    except StoreError:
        return []  # the texts are not at hand
    count = f"{MOST_LINES}+" if len(lines) > MOST_LINES else str(len(lines))
    return [note("in_lines", count=count, words=typed["words"])] if lines else []


def _words_near(store: Store, query: Query, text: str, documents: Sequence[str], seconds: float) -> list[Message]:
    """Parts of the words that occur where the words do not, in the documents asked about or anywhere: 养老院床位 → 养老, 床位."""
    every = {
        word[start:stop]
        for word in words_of(text)
        for start in range(len(word))
        for stop in range(start + 2, len(word) + 1)
    }
    least = sorted(part for part in every if len(part) == 2)  # a name without any of them has none of the longer ones
    parts = sorted(every, key=lambda part: (-len(part), part))[:MOST_PARTS]
    cased = any(
        part.upper() != part for part in least
    )  # to fold the letters of all names costs more than to search them
    kind = "items" if query.name in WORDS_OF_ITEMS else query.name
    given = {"parts": parts, "least": least, "cased": cased, "question": kind, "limit": MOST_PARTS}
    statement = statement_of("sources", "words_of_document" if documents else "words")
    given["document"] = list(documents)
    with_part = store.read(statement, given, limit=MOST_PARTS, timeout=seconds).dicts()
    kept: list[Row] = []
    for row in with_part:  # a part of a part that occurs says nothing more
        if not any(row["part"] in longer["part"] and row["found"] <= longer["found"] for longer in kept):
            kept.append(row)
    if [row["part"] for row in kept] == words_of(text):  # it is not the word that leaves nothing
        return []
    listed = ", ".join(f"{row['part']} ({row['found']})" for row in kept[:MOST_BESIDE])
    return [note("words_near", listed=listed)] if listed else []


def _told_apart(columns: tuple[str, ...], rows: list[Row], namesakes: Namesakes) -> tuple[tuple[str, ...], list[Row]]:
    """Where several of one name are answered together, the column that says of each row whose it is: where a body lies, a person's post."""
    for told_by in dict.fromkeys(column for column, _ in namesakes.values()):
        texts = {key: text for key, (column, text) in namesakes.items() if column == told_by}
        keyed = [c for c in columns if c.endswith("_key") and rows and all(row[c] in texts for row in rows)]
        if told_by in columns or not keyed:
            continue
        after = columns.index(keyed[0].removesuffix("_key")) + 1
        columns = (*columns[:after], told_by, *columns[after:])
        rows = [row | {told_by: texts[row[keyed[0]]]} for row in rows]
    return columns, rows


def _columns(query: Query) -> tuple[str, ...]:
    columns = list(query.columns)
    for name in query.steps:
        if name in WHOLE:
            continue
        step = STEPS[name]
        position = columns.index(step.before)
        columns[position:position] = step.columns
    return tuple(columns)


def _stepped(query: Query, rows: Sequence[Row], values: Mapping[str, Any]) -> list[Row]:
    """The rows after the question's steps, with the table's columns in their order."""
    made = list(rows)
    for name in query.steps:
        if name in WHOLE:
            made = WHOLE[name](made, values)
            continue
        step = STEPS[name]
        made = [kept for row in made if (kept := step.apply(row, values)) is not None]
        if step.sorted_by is not None:
            made = sorted_by(made, step.sorted_by)
    columns = _columns(query)
    return [{column: row[column] for column in columns} for row in made]
