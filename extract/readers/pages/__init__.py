"""Pages of the web: what a browser would show of the document itself, without the site around it.

Doors: `html.read_html`, `mhtml.read_mhtml`, `markdown.read_markdown`.
"""
