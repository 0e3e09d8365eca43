"""Questions → tables: one Cypher file a question.

Doors: `library` (the questions), `run.ask` (an answer), `search` (finding by any name), `messages` (what is said of an answer).
"""
