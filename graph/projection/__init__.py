"""Facts and clusters into nodes and edges: `project.project`, with `schema` and `elements` for what a graph is made of.

Doors: `project.project`, `schema`, `elements`.
"""
