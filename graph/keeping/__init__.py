"""How a workspace is kept: files that survive a crash, checksums of what is stored, and the doors at which foreign facts are checked.

Doors: `durable`, `sealed`, `state`, `sources`, `settings`, `judgements`; `given`, `restored`, `archive` and `shapes` for what comes from outside.
"""
