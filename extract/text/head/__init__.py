"""The head and the foot of a notice, and what a site prints around them.

Doors: `headers.header_of` (made of `reading` and `title`), `signatures.signature`, `marks` (how the lines of a head are told), `labels`.
"""
