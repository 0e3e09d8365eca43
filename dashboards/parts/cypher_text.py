"""A question as Neo4j Browser takes it. Values are quoted as Cypher literals; they are printed for a person, never run by us."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from queries.library import ParameterType, Query
from queries.run.printed.passages import GIVEN


def browser_text(query: Query, values: Mapping[str, Any] | None, limit: int) -> str:
    """The question as Neo4j Browser takes it: its parameters, then the statement."""
    lines = [f"// {query.zh} · {query.en}"]
    if values is None:
        for parameter in query.parameters:
            names = [parameter.name]
            if parameter.type is ParameterType.PERIOD:
                names = [f"{parameter.name}_from", f"{parameter.name}_to"]
            lines += [f"// :param {name} => …  {parameter.zh} ({parameter.en})" for name in names]
    else:
        lines += [f":param {name} => {cypher_literal(value)}" for name, value in values.items()]
    if query.passages in GIVEN:
        lines.append(
            ":param passages => []  // rows [document, passage, line, text, notice, jurisdiction]: the texts lie beside the graph"
        )
    lines.append(f":param limit => {limit}")
    return "\n".join([*lines, "", query.statement.rstrip() + ";"])


def cypher_literal(value: Any) -> str:
    """A value as Cypher writes it; strings are quoted, so that nothing in them is read as Cypher."""
    if isinstance(value, date):
        return f"date('{value.isoformat()}')"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(cypher_literal(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)
