"""The figures of the small graph: a target, what was reported of it, and the same target with another number in another item."""

from collections.abc import Iterator
from typing import Any

_FIGURES = [
    # key, item, subject, quantity, target or report, line
    ("g-care", "i-care", "新增养老床位", 200, "target", 1),
    ("g-care-done", "i-care", "新增养老床位", 50, "report", 1),
    ("g-care-again", "i-care-again", "新增养老床位", 210, "target", 2),
]


def figures(file: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The statements, with their parameters, that write them beside their items."""
    for key, item, subject, quantity, told, line in _FIGURES:
        row: dict[str, Any] = {
            "key": key, "name": f"{subject} {quantity}张", "indicator": subject, "subject": subject, "scope": "420901",
            "quantity": str(quantity), "unit": "张", "amount": float(quantity), "said": told, "period": "2022",
            "file": file, "line": line, "quote": f"第{line}行的文字", "document": "d1", "notice": "d1:0",
            "dated_text": "2022-02-10", "span_start": line * 8, "span_end": line * 8 + 4,
        }  # fmt: skip
        yield "CREATE (n:Figure) SET n += $row", {"row": row}
        link = "MATCH (i:Item {key: $item}) MATCH (f:Figure {key: $figure}) CREATE (i)-[e:HAS]->(f) SET e += $row"
        yield link, {"item": item, "figure": key, "row": {"key": f"{item}>{key}"}}
