"""Rows of tables whose cells no tab divides: bars, blanks, commas, or a line for each cell.

Doors: `spaced_rows.cells_of` (bars, blanks and commas within a line), `cell_lines.gathered` (a cell a line), `blank_rows`.
"""
