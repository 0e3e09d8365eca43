"""Where a graph lives: `store.open_store` opens an embedded file or a Neo4j server; `loading`, `import_files`, `lease` for writers.

Doors: `store.open_store`, `loading`, `import_files`, `lease`.
"""
