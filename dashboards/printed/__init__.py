"""What a terminal shows of the graph.

Doors: `answer.show` (a table with its citations), `grid.lines_of` (columns of text within a width).
"""
