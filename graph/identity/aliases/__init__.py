"""Further names of one thing, as texts print them: aliases that a text states, names beside the facts, names of projects.

Doors: `stated`, `texts`, `unnamed`, `project_names`, `maybe` (proposals only).
"""
