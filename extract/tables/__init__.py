"""Tables as printed: columns, rows, cells and what stands in them.

Doors: `tables.tables` (the tables of a block), `rows.rows` (rows with merged cells given to each), `cells`, `content`, `unit_cells`.
"""
