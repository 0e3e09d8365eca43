"""An answer as plain JSON: what `zhize ask --json` prints, and what programs are answered.

In:  a Table. Out: a dictionary of parameters, rows with their citations, notes in both languages, and the issues that it rests on.
"""

from typing import Any

from dashboards.cells import citation_row, plain
from queries.messages import Message
from queries.run import Table

Json = dict[str, Any]


def table_as_json(table: Table) -> Json:
    """An answer with everything that stands beside its rows."""
    return {
        "question": table.query.name,
        "title": {"zh": table.query.zh, "en": table.query.en},
        "parameters": {name: plain(value) for name, value in table.values.items()},
        "columns": list(table.columns),
        "rows": [
            {column: plain(row[column]) for column in table.columns} | {"citation": citation_row(citation)}
            for row, citation in zip(table.rows, table.citations, strict=True)
        ],
        "count": len(table.rows),
        "truncated": table.truncated,
        "notes": [message_as_json(note) for note in table.notes],
        "rests_on": [
            {"gazette": issue.gazette, "issue": issue.issue, "published": issue.published, "file": issue.file}
            for issue in table.rests_on
        ],
    }


def message_as_json(message: Message) -> Json:
    """A note or a refusal in both languages."""
    return {"code": message.code, "zh": message.text("zh"), "en": message.text("en")}
