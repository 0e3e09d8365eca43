"""The answer to a typed question, in a sentence above all that was found, with its source; or what the documents loaded lack.

Doors: `direct.answer_to` (the blocks that stand first), `asked_of` for what a search box offers.
"""
