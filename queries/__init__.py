"""Questions → tables: one Cypher file a question."""
