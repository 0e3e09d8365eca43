"""The library of questions: one .cypher file each, a comment head and one read-only statement.

In:  queries/cypher/<section>/<name>.cypher. Out: a Query.

    // zh: 某日某单位的职务由谁担任
    // en: Who holds which post of a body on a day
    // asks: journalist
    // section: people
    // param body (body): 单位 | the body
    // param on (date) = today: 日期 | the day
    // columns: body, post, official, certain, file, line, quote
    // draw: official -post-> body
    // steps: bounds
    // behind: other_key
    // passages: holding
    // starts: document=items_of_document body=items_of_body
    // beside: vacant_on other_holders?
    // rows: document_items body=body_key relation:leads document
    // example: body=区发展和改革局 on=2022-06-01

A parameter of type body, group, official, policy, document or jurisdiction is chosen from what queries/cypher/inner/choices/<type>.cypher
returns. A drawn column X has its key in the column X_key, and its kind in X_kind unless `X:kind` states it.
The `passages` of a question come from the documents as printed, which lie beside the graph (queries/run/printed/passages.py).
Where a parameter names things, the statement is begun with the first of its `starts` that has any (queries/cypher/inner/starts), so that
an answer about one thing does not cost by all of the graph.
What a statement returns for its steps alone stands `behind` the columns. A statement that takes $alike is given the projects whose names are
likely other spellings of the words (queries/run/spellings.py).
What stands `beside` an answer is said by the statements of those names in queries/cypher/inner/beside; with a question mark only
where the answer is empty.
The `rows` of a count are what another question answers: `body=body_key` fills its parameter from a column of the row, `relation:leads`
with a value, `document` with what was typed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from extract.errors import LexiconError
from extract.wording.texts import folder_of, texts_of
from queries.messages import refused


class ParameterType(StrEnum):
    """What a parameter is, and so how the typed text becomes a value."""

    BODY = "body"
    GROUP = "group"
    OFFICIAL = "official"
    POLICY = "policy"
    DOCUMENT = "document"
    JURISDICTION = "jurisdiction"
    KEY = "key"
    WORDS = "words"
    TEXT = "text"
    VALUES = "values"
    INTEGER = "integer"
    DATE = "date"
    FROM = "from"
    TO = "to"
    PERIOD = "period"


CHOSEN = {
    ParameterType.BODY,
    ParameterType.GROUP,
    ParameterType.OFFICIAL,
    ParameterType.POLICY,
    ParameterType.DOCUMENT,
    ParameterType.JURISDICTION,
}


class Section(StrEnum):
    """Where the faces show a question; `around` serves the click on a node and is not listed."""

    WORK = "work"
    PEOPLE = "people"
    FIGURES = "figures"
    OVERLAPS = "overlaps"
    GROUPS = "groups"
    POLICIES = "policies"
    SOURCES = "sources"
    AROUND = "around"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a question takes; `default` None means that it must be given."""

    name: str
    type: ParameterType
    zh: str
    en: str
    default: str | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """How a row becomes an edge of a picture: columns for its two ends and its label, and kinds where they are fixed."""

    source: str
    source_kind: str | None
    relation: str
    target: str
    target_kind: str | None


@dataclass(frozen=True, slots=True)
class Query:
    """One question: its titles, parameters, columns, drawing, example and Cypher."""

    name: str
    zh: str
    en: str
    asks: str
    section: Section
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    drawn: tuple[Drawn, ...]
    steps: tuple[str, ...]
    behind: tuple[str, ...]  # what the statement returns for the steps alone
    starts: tuple[str, ...]  # parameter=start: what the statement is begun with where the parameter names things
    passages: str  # what the documents as printed add; empty: nothing
    beside: tuple[str, ...]
    rows: tuple[str, ...]  # of a count: the question that shows what was counted, and how its parameters are filled
    example: str
    statement: str

    @property
    def in_order(self) -> bool:
        """Whether its rows are items in printed order, so that the first of them lie in the first documents."""
        of_places = any(parameter.type is ParameterType.JURISDICTION for parameter in self.parameters)
        return of_places and self.statement.rstrip().endswith(PRINTED_ORDER)

    @property
    def listed(self) -> bool:
        """Whether the faces list it among the questions."""
        return self.section is not Section.AROUND

    def title(self, language: str) -> str:
        """The title in zh or en."""
        return self.en if language == "en" else self.zh


@dataclass(frozen=True, slots=True)
class Word:
    """How a column is headed. A hidden one serves links, citations and pictures; a closed one holds values that are worded."""

    zh: str
    en: str
    hidden: bool = False
    closed: bool = False


HEAD_KEY = "zh|en|asks|section|param|columns|draw|steps|behind|passages|starts|beside|rows|example"
HEAD_LINE = re.compile(rf"//[ ]?(?P<key>{HEAD_KEY}):?[ ]?(?P<value>.*)")
PARAMETER_LINE = re.compile(
    r"""
    (?P<name>\w+)
    [ ]\((?P<type>\w+)\)
    (?:[ ]=[ ](?P<default>\S+))?
    :[ ](?P<zh>[^|]+?)[ ]\|[ ](?P<en>.+)
    """,
    re.VERBOSE,
)
DRAW_PART = re.compile(  # who:who_kind -relation-> what:task
    r"""
    (?P<source>\w+) (?: :(?P<source_kind>\w+) )?
    [ ]-(?P<relation>\w+)->[ ]
    (?P<target>\w+) (?: :(?P<target_kind>\w+) )?
    """,
    re.VERBOSE,
)
PRINTED_ORDER = "ORDER BY file, span_start, what_key LIMIT $limit"
REQUIRED = ("zh", "en", "asks", "section", "columns", "draw", "example")


@cache
def library() -> Mapping[str, Query]:
    """All questions by name, in alphabetical order; raises LexiconError if a file is malformed or in another theme's folder."""
    questions: dict[str, Query] = {}
    for section in Section:
        for item in (_cypher() / section.value).iterdir():
            name, _, ending = item.name.partition(".")
            if ending != "cypher":
                continue
            question = parse(name, item.read_text("utf-8"))
            if question.section is not section:
                raise LexiconError("head_section", folder=section.value, file=item.name, section=question.section.value)
            if name in questions:
                raise LexiconError(
                    "question_twice", folder=section.value, file=item.name, other=questions[name].section.value
                )
            questions[name] = question
    return dict(sorted(questions.items()))


def _cypher() -> Path:
    return folder_of("queries") / "cypher"


def find(name: str) -> Query:
    """The question of that name; raises RefusedError that lists those there are."""
    if question := _alone(name):
        return question
    listed = ", ".join(question.name for question in library().values() if question.listed)
    raise refused("no_question", name=name, listed=listed)


@cache
def _alone(name: str) -> Query | None:
    """The question of that name, read without the others; None where there is none."""
    if not (name.isascii() and name.isidentifier() and name.islower()):
        return None  # no name of a file of ours
    paths = (_cypher() / section.value / f"{name}.cypher" for section in Section)
    path = next((path for path in paths if path.is_file()), None)
    return None if path is None else parse(name, path.read_text("utf-8"))


@cache
def statement_of(folder: str, name: str) -> str:
    """The Cypher of queries/cypher/inner/<folder>/<name>.cypher: the choices of a parameter, or the sources of an answer."""
    return (_cypher() / "inner" / folder / f"{name}.cypher").read_text("utf-8")


@cache
def wording() -> tuple[Mapping[str, Word], Mapping[str, Word]]:
    """How columns are headed and how closed values (leads, ongoing …) are written, from queries/wording.toml."""
    return _words(texts_of("queries", "wording.toml", "columns")), _words(texts_of("queries", "wording.toml", "values"))


def worded(word: Word, language: str) -> str:
    """The heading or value in zh or en."""
    return word.en if language == "en" else word.zh


def _words(table: Mapping[str, Mapping[str, object]]) -> dict[str, Word]:
    return {
        key: Word(
            str(entry["zh"]), str(entry["en"]), hidden=bool(entry.get("hidden")), closed=bool(entry.get("closed"))
        )
        for key, entry in table.items()
    }


def parse(name: str, text: str) -> Query:
    """The question of one file's text; raises LexiconError that names the file and what is wrong."""
    head, parameters, statement = _split(name, text)
    missing = [key for key in REQUIRED if key not in head]
    if missing:
        raise LexiconError("head_lacks", name=name, key=repr(missing[0]))
    try:
        section = Section(head["section"])
    except ValueError as error:
        raise LexiconError("head_no_section", name=name, section=repr(head["section"])) from error
    return Query(
        name=name,
        zh=head["zh"],
        en=head["en"],
        asks=head["asks"],
        section=section,
        parameters=tuple(parameters),
        columns=tuple(column.strip() for column in head["columns"].split(",")),
        drawn=_drawn(name, head["draw"]),
        steps=tuple(head.get("steps", "").split()),
        behind=tuple(head.get("behind", "").split()),
        starts=tuple(head.get("starts", "").split()),
        passages=head.get("passages", ""),
        beside=tuple(head.get("beside", "").split()),
        rows=tuple(head.get("rows", "").split()),
        example=head["example"],
        statement=statement,
    )


def _split(name: str, text: str) -> tuple[dict[str, str], list[Parameter], str]:
    head: dict[str, str] = {}
    parameters: list[Parameter] = []
    lines = text.splitlines()
    body = [line for line in lines if not line.startswith("//")]
    for line in lines:
        if not line.startswith("//"):
            continue
        match = HEAD_LINE.fullmatch(line.rstrip())
        if match is None:
            raise LexiconError("head_line", name=name, line=repr(line))
        if match["key"] == "param":
            parameters.append(_parameter(name, match["value"]))
        else:
            head[match["key"]] = match["value"].strip()
    return head, parameters, "\n".join(body).strip() + "\n"


def _parameter(name: str, value: str) -> Parameter:
    match = PARAMETER_LINE.fullmatch(value)
    if match is None:
        raise LexiconError("head_parameter", name=name, value=repr(value))
    try:
        kind = ParameterType(match["type"])
    except ValueError as error:
        raise LexiconError("head_no_type", name=name, kind=repr(match["type"])) from error
    return Parameter(match["name"], kind, match["zh"], match["en"], match["default"])


def _drawn(name: str, value: str) -> tuple[Drawn, ...]:
    if value == "none":
        return ()
    drawn: list[Drawn] = []
    for part in value.split(";"):
        match = DRAW_PART.fullmatch(part.strip())
        if match is None:
            raise LexiconError("head_drawing", name=name, drawing=repr(part.strip()))
        drawn.append(
            Drawn(match["source"], match["source_kind"], match["relation"], match["target"], match["target_kind"])
        )
    return tuple(drawn)
