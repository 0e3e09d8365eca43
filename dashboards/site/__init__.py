"""The graph's pages as a static site, for a newsroom to publish: no server but one for files, nothing loaded from outside.

Doors: `writing.write_site`; `index` is the search index, whose reader in a browser is assets/site/search.js.
"""
