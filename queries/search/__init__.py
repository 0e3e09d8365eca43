"""Finding things by name, by part of a name, by pinyin and by words of the text, the same over either store.

Doors: `finding.find` (what is typed into hits, best first), `index.index_of` (the index of a store, made anew when the graph is newer).
"""
