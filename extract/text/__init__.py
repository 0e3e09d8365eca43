"""Lines and their layout: from the text of a document to notices.

Doors: `segment.notices` (a document into notices); within, `paragraphs` (lines, blocks),
`rows` (rows whose cells no tab divides), `contents` (the table of contents), `headers` (masthead, title, signature).
"""
