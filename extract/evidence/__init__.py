"""What makes findings true to their source: characters as printed, evidence verified, the passages that quotations are shown in, where a document comes from.

Doors: `as_printed.as_printed`, `verify.verified`, `passages.passages_of`, `origin.origin_of`.
"""
