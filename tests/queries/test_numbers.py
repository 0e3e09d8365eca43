"""Every number of an answer is that of the rows behind it: of the question that `--rows` shows, or that a click on a name shows.

On the five gazettes. A number that is neither is printed in a source or computed from what it prints; each is named below.
"""

import shlex
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest

from graph.stores.store import Store
from queries.library import library
from queries.messages import RefusedError
from queries.run import Table, ask, behind

Row = Mapping[str, Any]
Counted = Callable[[tuple[Row, ...], Row], int]


def _tasks(rows: Iterable[Row]) -> int:
    return len({row["what_key"] for row in rows})


def _where(column: str, *values: object) -> Counted:
    return lambda rows, row: sum(one[column] in values for one in rows)


def _members(relation: str) -> Counted:
    """The people and bodies of a group with that relation, those of its office aside."""
    return lambda rows, row: len(
        {one["member_key"] for one in rows if one["relation"] == relation and not str(one["seat"]).startswith("办公室")}
    )


def _seats(*relations: str) -> Counted:
    """The groups in which the highest seat is one of these."""

    def counted(rows: tuple[Row, ...], row: Row) -> int:
        ranks = {"leads": 3, "assists": 2, "member_of": 1}
        highest: dict[str, int] = {}
        for one in rows:
            rank = ranks.get(one["relation"], 0)
            highest[one["group_key"]] = max(rank, highest.get(one["group_key"], 0))
        return sum(rank in {ranks[relation] for relation in relations} for rank in highest.values())

    return counted


def _portfolio(relation: str, *, fields: bool) -> Counted:
    def counted(rows: tuple[Row, ...], row: Row) -> int:
        chosen = [
            one for one in rows if one["relation"] in (relation, "liaises") if fields or one["relation"] == relation
        ]
        kinds = ("topic",) if fields else ("department", "street")
        return len({one["what_key"] for one in chosen if one["what_kind"] in kinds})

    return counted


def _posts(*best: str) -> Counted:
    """The posts of which what is best known on the day is one of these."""

    def counted(rows: tuple[Row, ...], row: Row) -> int:
        ranks = {"within": 3, "seen_before": 2, "seen_after": 1, "nobody_seen": 0}
        known: dict[tuple[str, str], int] = {}
        for one in rows:
            post = one["body_key"], one["post"]
            known[post] = max(ranks[one["sighted"]], known.get(post, 0))
        return sum(rank in {ranks[word] for word in best} for rank in known.values())

    return counted


def _all(rows: tuple[Row, ...], row: Row) -> int:
    return len(rows)


def _distinct(rows: tuple[Row, ...], row: Row) -> int:
    return _tasks(rows)


BEHIND: Mapping[str, Mapping[str, Counted]] = {
    # question: each of its numbers, counted in the rows that `--rows` shows for a row
    "tally": {
        "leads_count": lambda rows, row: _tasks(one for one in rows if row["body"] in one["leads_there"]),
        "assists_count": lambda rows, row: _tasks(one for one in rows if row["body"] in one["assisting"]),
        "tasks_count": _distinct,
        "times": _all,
    },
    "tally_leads": {
        "leads_count": _distinct,
        "sole_count": lambda rows, row: _tasks(one for one in rows if len(one["leads_there"]) == 1),
        "together_count": lambda rows, row: _tasks(one for one in rows if len(one["leads_there"]) > 1),
        "first_count": lambda rows, row: _tasks(
            one for one in rows if len(one["leads_there"]) > 1 and one["leads_there"][0] == row["body"]
        ),
        "times": _all,
    },
    "tally_officials": {"tasks_count": _distinct, "times": _all},
    "tally_documents": {
        "leads_count": lambda rows, row: _tasks(one for one in rows if one["leads_there"]),
        "assists_count": lambda rows, row: _tasks(one for one in rows if one["assisting"]),
        "tasks_count": _distinct,
        "times": _all,
    },
    "tally_deadlines": {"tasks_count": _all},
    "tally_changes": {
        "appointed_count": _where("relation", "appointed"),
        "dismissed_count": _where("relation", "dismissed"),
        "persons_count": lambda rows, row: len({one["official_key"] for one in rows}),
    },
    "tally_seats": {
        "groups_count": _seats("leads", "assists", "member_of"),
        "led_groups": _seats("leads"),
        "deputy_groups": _seats("assists"),
        "member_groups": _seats("member_of"),
    },
    "tally_portfolios": {
        "bodies_led": _portfolio("leads", fields=False),
        "bodies_liaised": _portfolio("liaises", fields=False),
        "fields_count": _portfolio("leads", fields=True),
    },
    "tally_cited": {
        "citing_count": lambda rows, row: len(
            {one["citing_key"] for one in rows if one["cited_key"] == row["cited_key"] and one["relation"] == "cites"}
        )
    },
    "tally_projects": {
        "documents_count": lambda rows, row: len({one["notice"] for one in rows}),
        "items": _all,
    },
    "tally_progress": {
        "tasks_count": _all,
        "done_count": _where("state", "done"),
        "under_way_count": _where("state", "in progress"),
        "not_started_count": _where("state", "not started"),
        "cancelled_count": _where("state", "cancelled"),
        "unknown_count": _where("state", "unknown", None),
    },
    "tally_posts": {
        "posts": _posts("within", "seen_before", "seen_after", "nobody_seen"),
        "held_posts": _posts("within"),
        "before_posts": _posts("seen_before"),
        "after_posts": _posts("seen_after"),
        "empty_posts": _posts("nobody_seen"),
    },
    "groups": {"deputies_count": _members("assists"), "members_count": _members("member_of")},
    "groups_alike": {
        "shared_members": lambda rows, row: len({one["member_key"] for one in rows}),
    },
    "overlaps": {
        "items": _distinct,
        "both_lead": lambda rows, row: _tasks(
            one for one in rows if one["relation"] == one["other_relation"] == "leads"
        ),
        "times": lambda rows, row: sum(one["times"] for one in rows),
    },
    **{
        name: {"times": _all}
        for name in ("items", "gaps", "pair", "under", "deadlines", "projects", "who_answers", "portfolio")
    },
    "contested": {"times": _all, "leads": lambda rows, row: max(one["together"] for one in rows)},
    "documents": {"notices": _all},
    "contents": {"tasks_count": _all},
    "tally_sections": {
        "tasks_count": _all,
        "numbers_count": lambda rows, row: len({one["number"] for one in rows} - {None}),
    },
    "heads_count": {
        "heads": lambda rows, row: len({one["official"] for one in rows} - {*row["perhaps_named"]}),
    },
    "same_name": {"persons": lambda rows, row: sum(one["official"] == row["official"] for one in rows)},
    "concurrent_posts": {
        "posts": lambda rows, row: len({(one["body_key"], one["post"]) for one in rows}),
        "bodies": lambda rows, row: len({one["body_key"] for one in rows}),
    },
    "overlaps_leaders": {"items": _distinct, "times": _all},
    "leaders_of_bodies": {"tasks_count": _distinct, "times": _all},
}
BEHIND = {**BEHIND, "shared": BEHIND["overlaps"]}
PRINTED = {
    # numbers that a source prints or that are computed from what it prints: lines, days, quantities, totals of a table
    *("line", "other_line", "joined_line", "span_start", "days", "gap_days", "together"),
    *("amount", "total", "share", "stated", "counted", "quantity"),
}
CLICKED = {
    # numbers of another row: those of the two groups of a pair, which a click on each shows
    "groups_alike": (("members_count", "group_key"), ("other_count", "other_key")),
}
GIVEN: tuple[dict[str, str], ...] = (
    {},
    {"document": "新政办〔2023〕5号"},
    {"document": "新政办〔2023〕1号", "words": "建设"},
)
MORE = {
    "deadlines": {"document": "新政办〔2022〕14号", "words": "*"},
    "gaps": {"document": "新政发〔2023〕2号", "words": "*"},
    "pair": {"document": "新政办〔2022〕10号", "words": "*"},
    "portfolio": {"document": "新政办〔2023〕1号"},
    "same_name": {"words": "张斌"},
    "tally_progress": {"document": "2020年第2期"},
    "tally_deadlines": {"document": "新政办〔2022〕14号", "words": "*"},
    "tally_seats": {"document": "新政办〔2023〕2号", "words": "*"},
    "tally_portfolios": {"document": "新政发〔2019〕5号"},
    "tally_cited": {"words": "办法"},
    "groups": {"document": "*", "words": "领导小组"},
}
MIXED = {"who_answers", "portfolio"}
NEEDED = {
    "items": {"body": "新洲区发展和改革局"},
    "pair": {"body": "新洲区发展和改革局", "other": "新洲区财政局"},
    "portfolio": {"official": "李先勇"},
    "under": {"policy": "武政办〔2023〕1号"},
    "contents": {"document": "*"},
    "who_answers": {"words": "建设"},
    "projects": {"words": "工程"},
    "tally_sections": {"document": "新政办〔2022〕10号"},
    "shared": {"body": "新洲区发展和改革局"},
}
WAYS = {
    "tally_posts": ({"on": "2022-06-01"}, {"on": "2019-05-05", "heads": "yes"}),
    "tally_changes": ({"by": "body"}, {"by": "official", "from": "2022"}, {"by": "mode"}),
}


def ways(name: str) -> list[dict[str, str]]:
    """How a counting question is asked here: without limits, and within documents."""
    takes = {parameter.name for parameter in library()[name].parameters}
    asked = [*GIVEN, *WAYS.get(name, ())]
    several = []
    for given in asked:
        values = {**NEEDED.get(name, {}), **given, **(MORE.get(name, {}) if given else {})}
        typed = {key: value for key, value in values.items() if key in takes}
        if typed not in several:
            several.append(typed)
    return several


def some(table: Table) -> list[int]:
    """The numbers of the first two rows, of one in the middle and of the last."""
    last = len(table.rows)
    return sorted({1, 2, last // 3, last // 2, last} & {*range(1, last + 1)})


@pytest.mark.parametrize("name", [query.name for query in library().values() if query.rows])
def test_every_number_is_that_of_the_rows_it_stands_for(gazettes: Store, name: str) -> None:
    for typed in ways(name):
        table = ask(gazettes, library()[name], typed)
        assert table.rows, typed
        for number in some(table):
            row = table.rows[number - 1]
            if name in MIXED and row["task_key"] is None:
                continue  # a field of work or a body, said in one place: nothing is counted
            question, values = behind(table, number, typed)
            rows = ask(gazettes, question, values, limit=5_000).rows
            for column, counted in BEHIND[name].items():
                assert row[column] == counted(rows, row), (typed, number, column, row, values)


@pytest.mark.parametrize("name", CLICKED)
def test_every_number_of_a_pair_is_that_of_the_members_that_a_click_shows(gazettes: Store, name: str) -> None:
    table = ask(gazettes, library()[name], {})
    for number in some(table):
        row = table.rows[number - 1]
        for column, key in CLICKED[name]:
            members = ask(gazettes, library()["members"], {"group": row[key]}).rows
            assert row[column] == len({one["member_key"] for one in members if one["relation"] != "hosts"}), (
                column,
                row,
            )


@pytest.mark.parametrize("name", [query.name for query in library().values() if query.listed])
def test_a_number_of_an_answer_is_counted_here_or_is_printed(gazettes: Store, name: str) -> None:
    typed = dict(part.split("=", 1) for part in shlex.split(library()[name].example))
    table = ask(gazettes, library()[name], typed)
    numbers = {
        column
        for row in table.rows
        for column, cell in row.items()
        if isinstance(cell, int) and not isinstance(cell, bool)
    }
    clicked = {column for column, _ in CLICKED.get(name, ())}
    assert numbers <= {*BEHIND.get(name, ())} | clicked | PRINTED


def test_a_question_that_counts_nothing_and_a_row_that_is_not_there_are_told(gazettes: Store) -> None:
    with pytest.raises(RefusedError, match="counts nothing"):
        behind(ask(gazettes, library()["changes"], {}), 1, {})
    with pytest.raises(RefusedError, match="no row 9999"):
        behind(ask(gazettes, library()["tally"], {}), 9999, {})
