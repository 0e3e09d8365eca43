"""The embedded engine: `sessions` opens and loads its files, `later` keeps what lies beside one.

Doors: `later`, `sessions`.
"""
