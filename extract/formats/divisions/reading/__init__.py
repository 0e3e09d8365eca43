"""How a division of work is read, line after line: pure functions from what is remembered and a line to what is remembered then.

Doors: `memory` (what is remembered), `opening` (name lines and titles), `told` (duties, labels), `rows` (tables), `looks` (cheap looks).
"""
