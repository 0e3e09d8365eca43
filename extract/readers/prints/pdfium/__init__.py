"""What PDFium says of a page, and the font that it is given for what no font of the machine can draw.

Doors: `glyphs.page_of`, `fonts.substitute_fonts`.
"""
