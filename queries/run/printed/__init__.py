"""What answers take from the documents as printed, which lie beside the graph: passages, rows of tables, seats without a name.

Doors: `Row` (a row of an answer), `passages` (those that a statement is given), `table_rows` (each cell with the name of its column),
`between` (figures that two sentences give in one order under two names), `rows_in_order` (a list of all items, document after document),
`seats` (what a list says of seats that nobody holds by name).
"""

from typing import Any

Row = dict[str, Any]
