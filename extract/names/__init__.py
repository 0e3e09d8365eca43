"""What a name, a post, a body or a date looks like, whoever prints it.

Doors: `dates`, `people`, `bodies`, `courts`, `offices` (titles into posts), `units` (lists of bodies), `titled` (a name with its
title), `members` (lists of titled names), `statement` (who leads and who assists, in brackets and labels).
"""
