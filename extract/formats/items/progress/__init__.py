"""How far an item has come: columns of progress, progress in lines of text, and what its words mean.

Door: `columns.progress`; `status` reads one text, `prose` the lines below an item.
"""
