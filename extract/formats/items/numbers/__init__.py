"""Numbers that a document states of itself: items that a letter counts, totals of columns, totals of parts.

Doors: `counts.counts_of`, `totals.totals`, `parts.sums_of_parts`.
"""
