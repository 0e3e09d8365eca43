"""What every page is made of: what it is given, its head, the two components, quotations, the address line.

Doors: `face.Face`, `shell` (head, sections), `quotes` (a statement as a block), `drawing` (network, passages), `address.Address`.
"""
