"""When: `spans` (bounded intervals), `tenures`, `posts`, `validity` (of responsibilities), `successions`.

Doors: `tenures.tenures`, `posts`, `validity`, `successions`, `spans`.
"""
