"""Every question is well formed and keeps the sub-dialect that both stores read alike."""

import re
import shlex
from importlib.resources import files

import pytest

from extract.errors import LexiconError, QueryError
from graph.projection.schema import EDGES, KEYWORDS, NODES, OWN
from queries.library import CHOSEN, ParameterType, Query, Section, find, library, parse, statement_of, wording
from queries.run.printed.passages import GIVEN
from queries.run.steps import STEPS, WHOLE

QUESTIONS = list(library().values())
HELPERS = [
    (folder, item.name.removesuffix(".cypher"))
    for folder in ("choices", "sources", "beside", "former")
    for item in sorted((files("queries") / "cypher" / "inner" / folder).iterdir(), key=lambda item: item.name)
]
WRITING = re.compile(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|FOREACH|CALL|LOAD|DROP|UNION)\b", re.IGNORECASE)
PROPERTY = re.compile(r"\b[a-z]\w*\.(?P<name>[a-z_]\w*)")
LABEL = re.compile(r":(?P<names>[A-Z]\w*(?:\|[A-Z]\w*)*)")
DEFINED = {
    "due_from",
    "role",
    "dated",
    "since",
    "until",
    "name",
    "key",
    "other_role",
    "other_verb",
    "other_line",
    "other_quote",
    "assisting",
    "section_lead",
    "tasks_count",
    "times",
    "document_number",
    "officials",
    "leads_there",
    "place",
    "verb",
    "lines",
}
PROPERTIES = {"key", "name", "fact_id", *OWN, "inDays", "days"}
for node in NODES.values():
    PROPERTIES |= set(node.properties)
for edge in EDGES.values():
    PROPERTIES |= {edge.key, *edge.properties}
LABELS = {*NODES, *EDGES, "Department", "Street", "Group"}


def outside_strings(text: str) -> str:
    code = "\n".join(line for line in text.splitlines() if not line.startswith("//"))
    return re.sub(r"'[^']*'", "''", code)


def returned(statement: str) -> list[str]:
    clause = outside_strings(statement).rsplit("RETURN ", 1)[1].split("ORDER BY")[0]
    depth, part, parts = 0, "", []
    for character in clause:
        depth += (character in "([{") - (character in ")]}")
        if character == "," and depth == 0:
            parts.append(part)
            part = ""
        else:
            part += character
    return [item.strip().rsplit(" AS ", 1)[-1].strip() for item in [*parts, part]]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_columns_are_those_that_the_statement_returns(question: Query) -> None:
    assert sorted(returned(question.statement)) == sorted((*question.columns, *question.behind))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_every_column_is_worded(question: Query) -> None:
    columns, _ = wording()
    assert [column for column in question.columns if column not in columns] == []


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_parameters_are_those_that_the_statement_takes(question: Query) -> None:
    expected = {"limit"}
    for parameter in question.parameters:
        period = parameter.type is ParameterType.PERIOD
        expected |= {f"{parameter.name}_from", f"{parameter.name}_to"} if period else {parameter.name}
    taken = set(re.findall(r"\$(\w+)", outside_strings(question.statement))) - {"alike"}  # other spellings of the words
    if question.passages in GIVEN:  # the other parameters choose which passages the statement is given
        assert {"limit", "passages"} <= taken <= expected | {"passages"}
    else:
        assert taken == expected


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_the_order_is_total_and_the_limit_a_parameter(question: Query) -> None:
    order = question.statement.rsplit("ORDER BY", 1)[1]
    assert order.strip().endswith("LIMIT $limit")
    last = order.split("LIMIT")[0].split(",")[-1].strip()
    assert re.fullmatch(r"(\w+\.)?(\w*key|fact_id|tenure|role|notice)", last), last


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_the_example_gives_every_needed_parameter(question: Query) -> None:
    given = dict(part.split("=", 1) for part in shlex.split(question.example))
    names = {parameter.name for parameter in question.parameters}
    assert set(given) <= names
    assert {p.name for p in question.parameters if p.default is None} <= set(given)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_what_is_drawn_is_returned_with_its_key(question: Query) -> None:
    for drawn in question.drawn:
        for end, kind in ((drawn.source, drawn.source_kind), (drawn.target, drawn.target_kind)):
            assert {end, f"{end}_key"} <= set(question.columns)
            assert (
                kind or f"{end}_kind" in question.columns or end in ("official", "body", "group", "project", "policy")
            )
        assert drawn.relation in question.columns


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_steps_exist_and_have_their_columns(question: Query) -> None:
    for name in question.steps:
        assert name in WHOLE or STEPS[name].before in question.columns


STATEMENTS = [(q.name, q.statement) for q in QUESTIONS] + [(f"{f}/{n}", statement_of(f, n)) for f, n in HELPERS]


@pytest.mark.parametrize(("name", "statement"), STATEMENTS, ids=[name for name, _ in STATEMENTS])
def test_the_sub_dialect_is_kept(name: str, statement: str) -> None:
    code = outside_strings(statement)
    assert code.isascii()
    assert WRITING.search(code) is None
    assert "shortestPath" not in code
    assert "labels(" not in code
    assert re.search(r"(start|end)Node\(\w+\) AS \w+\b(?=[^\n]*\n[^R]*\w:[A-Z])", code) is None
    assert re.search(r"\$\w+ IS NULL", code) is None
    assert re.search(r"\{\s*key:\s*\w+\.\w+", code) is None, "a join takes a scalar bound by WITH"
    assert "ORDER BY" in code
    unknown = {label for match in LABEL.finditer(code) for label in match["names"].split("|")} - LABELS
    assert unknown == set()
    used = {match["name"] for match in PROPERTY.finditer(code)}
    assert used - PROPERTIES - DEFINED == set()
    assert used & KEYWORDS == set()


@pytest.mark.parametrize("kind", sorted(CHOSEN))
def test_a_chosen_parameter_has_its_choices(kind: ParameterType) -> None:
    assert set(returned(statement_of("choices", kind.value))) >= {"key", "name", "kind", "place"}


def test_every_question_lies_in_the_folder_of_a_theme() -> None:
    folder = files("queries") / "cypher"
    assert {item.name for item in folder.iterdir()} == {"inner", *(section.value for section in Section)}
    lying = {item.name for section in Section for item in (folder / section.value).iterdir()}
    assert lying == {f"{question.name}.cypher" for question in QUESTIONS}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_question_found_alone_is_the_one_of_the_library(question: Query) -> None:
    assert find(question.name) == question


@pytest.mark.parametrize("name", ["who_rules", "Who_Holds", "", "../work/deadlines", "职务", "who_holds.cypher"])
def test_an_unknown_question_lists_those_there_are(name: str) -> None:
    with pytest.raises(QueryError, match=f"there is no question {re.escape(name)}; the questions are: all_moves, "):
        find(name)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("// zh: 问题\nRETURN 1\n", "lacks 'en'"),
        ("// what: ever\nRETURN 1\n", "none we know"),
        ("// param body: 单位\nRETURN 1\n", "is not as"),
        ("// param body (thing): 单位 | body\nRETURN 1\n", "no parameter type 'thing'"),
    ],
)
def test_a_malformed_head_is_named(text: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        parse("broken", text)
