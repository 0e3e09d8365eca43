"""The duties of one person: verbs (分管, 协助X抓), and the fields of work and units that each governs.

Doors: `clauses` (duties, verb by verb), `fields` (what one verb governs), `verbs` (the verbs themselves).
"""
