"""What pages are made of: the network, charts and the page that stands alone.

Doors: `network`, `timeline`, `charts`, `items` (pictures of rows), `standalone` and `whole` (pages of one file).
"""
