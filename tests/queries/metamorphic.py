"""What must hold between the answers to two questions, whatever the graph: for tests and bench.

In:  two stores or two ways of asking one question. Out: nothing, or AssertionError that names the question and the values.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from graph.projection.elements import Difference
from graph.projection.project import Build, project
from graph.stores.store import Store, open_store
from queries.library import CHOSEN, ParameterType, Query, library, wording
from queries.messages import RefusedError
from queries.run import Table, ask, choices
from tests.queries.random_corpora import CODES, OTHER_PEOPLE, PEOPLE, corpus_of

LISTED = [query for query in library().values() if query.listed]
NO_ROWS_OF_THEIR_OWN = {
    # rows that number, rank or sum other rows, or that say what is not there: fewer documents can make more of them
    "heads_count", "same_name", "number_gaps", "quotas", "gaps", "vacancies", "government_on", "overlaps", "shared", "tally_changes",
    "tally_posts", "tally_deadlines", "tally_cited", "tally_projects", "tally_portfolios",
}  # fmt: skip
SUMS = {
    # counts of other rows: what a row counts, and its numbers, which a narrower period or place never makes greater
    "tally_deadlines": ("month_key", ("tasks_count",)),
    "tally_cited": ("cited_key", ("citing_count",)),
    "tally_projects": ("project_key", ("documents_count", "items")),
    "tally_portfolios": ("official_key", ("bodies_led", "bodies_liaised", "fields_count")),
    "tally_changes": ("counted_by", ("appointed_count", "dismissed_count", "persons_count")),
    "tally": ("body_key", ("leads_count", "assists_count", "tasks_count", "times")),
    "tally_officials": ("official_key", ("tasks_count", "times")),
}
COUNTED = {
    "tasks_count",
    "leads_count",
    "assists_count",
    "times",
    "items",
    "both_lead",
    "heads",
    "leads",
    "persons",
    "total",
}
TYPED = {
    ParameterType.WORDS: "新建", ParameterType.TEXT: "*", ParameterType.VALUES: "*", ParameterType.INTEGER: "1",
    ParameterType.DATE: "2022-06-01", ParameterType.FROM: "0001", ParameterType.TO: "9999", ParameterType.PERIOD: "*",
}  # fmt: skip


def load(build: Build, url: str, texts: Path | None = None) -> None:
    """Puts a projection into an empty store, and its documents beside it."""
    projection = build.projection
    with open_store(url, writing=True, rebuild=True, texts=texts) as store:
        for scope in projection.scopes():
            nodes = tuple(node for node in projection.nodes if node.scope == scope)
            store.apply(Difference(scope, nodes))
        for scope in projection.scopes():
            store.apply(Difference(scope, (), tuple(edge for edge in projection.edges if edge.scope == scope)))
        with store.texts.writing() as written:
            for text in build.texts:
                written.bring(text.key, text.digest, [text])
        store.checkpoint()


def of_seed(seed: int, folder: Path, people: tuple[str, ...] = PEOPLE) -> str:
    """The embedded store of a seed's corpus."""
    url = f"kglite://{folder / f'{seed}-{people[0]}.kgl'}"
    load(project(corpus_of(seed, people)), url)
    return url


def needed(store: Store, query: Query) -> Mapping[str, str] | None:
    """Values for what a question needs, the first that the graph has; None where it has none."""
    given: dict[str, str] = {}
    for parameter in query.parameters:
        if parameter.default is not None:
            continue
        if parameter.type in CHOSEN:
            known = choices(store, parameter.type)
            if not known:
                return None
            given[parameter.name] = known[-1 if parameter.name == "other" else 0].key
        else:
            given[parameter.name] = TYPED[parameter.type]
    return given


def answered(store: Store, query: Query, typed: Mapping[str, str]) -> Table | str:
    """The answer, or why there is none."""
    try:
        return ask(store, query, typed, limit=5_000)
    except RefusedError as error:
        return str(error)


def rows_of(table: Table | str, query: Query) -> Counter[tuple[Any, ...]]:
    """The rows as a reader sees them, without numbers that depend on the other rows."""
    hidden = wording()[0]
    if isinstance(table, str):
        return Counter()
    columns = [c for c in table.columns if not hidden[c].hidden and c not in COUNTED and not c.endswith("_key")]
    return Counter(tuple(_frozen(row[column]) for column in columns) for row in table.rows)


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list | tuple) else value


def check_narrower(store: Store) -> None:
    """A narrower period never gives more."""
    for query in LISTED:
        names = {parameter.name for parameter in query.parameters}
        given = needed(store, query)
        if not {"from", "to"} <= names or query.name in NO_ROWS_OF_THEIR_OWN or given is None:
            continue
        whole = rows_of(answered(store, query, given), query)
        for first, last in (("2019", "2021"), ("2022-01", "2022-06"), ("2023-02-01", "2023-02-01")):
            part = rows_of(answered(store, query, {**given, "from": first, "to": last}), query)
            assert part <= whole, (query.name, first, last, part - whole)


def check_sums(store: Store) -> None:
    """A narrower period or place counts nothing that the whole does not count, and never more of it."""
    codes = [choice.key for choice in choices(store, ParameterType.JURISDICTION) if choice.key in CODES]
    narrower = [
        {"from": "2019", "to": "2021"},
        {"from": "2022-01", "to": "2022-06"},
        *({"jurisdiction": one} for one in codes),
    ]
    for name, (key, numbers) in SUMS.items():
        query = library()[name]
        takes = {parameter.name for parameter in query.parameters}
        whole = counted(answered(store, query, {}), key, numbers)
        for typed in narrower:
            if not typed.keys() <= takes:
                continue
            for one, sums in counted(answered(store, query, typed), key, numbers).items():
                assert one in whole, (name, typed, one)
                assert all(less <= more for less, more in zip(sums, whole[one], strict=True)), (name, typed, one, sums)


def counted(table: Table | str, key: str, numbers: Sequence[str]) -> dict[object, tuple[int, ...]]:
    """The numbers of each row by what the row counts."""
    rows = () if isinstance(table, str) else table.rows
    return {row[key]: tuple(row[number] for number in numbers) for row in rows}


def check_places(store: Store) -> None:
    """The places together give what all give, and one place never more."""
    codes = [choice.key for choice in choices(store, ParameterType.JURISDICTION) if choice.key in CODES]
    for query in LISTED:
        given = needed(store, query)
        if (
            "jurisdiction" not in {p.name for p in query.parameters}
            or query.name in NO_ROWS_OF_THEIR_OWN
            or given is None
        ):
            continue
        whole = rows_of(answered(store, query, given), query)
        parts = [rows_of(answered(store, query, {**given, "jurisdiction": code}), query) for code in codes]
        for part in parts:
            assert part <= whole, (query.name, part - whole)
        together = rows_of(answered(store, query, {**given, "jurisdiction": ",".join(codes)}), query)
        assert together == _union(parts), (query.name, together, parts)


def _union(parts: Sequence[Counter[tuple[Any, ...]]]) -> Counter[tuple[Any, ...]]:
    whole: Counter[tuple[Any, ...]] = Counter()
    for part in parts:
        whole |= part
    return whole


def check_renamed(here: Store, there: Store) -> None:
    """Other names of the people change the names, and nothing else."""
    names = dict(zip(PEOPLE, OTHER_PEOPLE, strict=True))
    for query in LISTED:
        given = needed(here, query)
        if given is None or any(
            p.type in {ParameterType.OFFICIAL, ParameterType.WORDS} for p in query.parameters if p.name in given
        ):
            continue
        keys = {key for key, value in given.items() if value in {c.key for c in choices(here, ParameterType.BODY)}}
        if len(keys) != sum(p.type in CHOSEN and p.name in given for p in query.parameters):
            continue  # a key that may be another there
        one = Counter(_renamed(row, names) for row in rows_of(answered(here, query, given), query).elements())
        other = rows_of(answered(there, query, given), query)
        assert Counter(map(_sorted, one.elements())) == Counter(map(_sorted, other.elements())), (
            query.name,
            one,
            other,
        )


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_renamed(cell, names) for cell in value)
    if isinstance(value, str):
        for old, new in names.items():
            value = value.replace(old, new)
    return value


def _sorted(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row whose lists are in an order of their own: lists of people stand by their names."""
    return tuple(tuple(sorted(map(str, cell))) if isinstance(cell, tuple) else cell for cell in row)


def check_both(here: Store, there: Store) -> Iterator[str]:
    """The same table on both stores, cell by cell and type by type; yields each question asked."""
    for query in library().values():
        given = needed(here, query) if query.listed else None
        if given is None:
            continue
        one, other = answered(here, query, given), answered(there, query, given)
        if isinstance(one, Table) and isinstance(other, Table):
            assert _typed(one) == _typed(other), (query.name, given, [*_differing(one, other)])
            assert (one.columns, one.citations, one.notes) == (other.columns, other.citations, other.notes), query.name
        else:
            assert one == other, (query.name, given)
        yield query.name


def _differing(one: Table, other: Table) -> Iterator[tuple[Any, ...]]:
    """Each cell that is not the same, or how many rows there are."""
    if len(one.rows) != len(other.rows):
        yield len(one.rows), len(other.rows)
    for place, (row, beside) in enumerate(zip(one.rows, other.rows, strict=False)):
        yield from ((place, name, row[name], beside[name]) for name in row if row[name] != beside[name])


def _typed(table: Table) -> list[list[tuple[str, Any]]]:
    return [[(type(cell).__name__, cell) for cell in row.values()] for row in table.rows]
