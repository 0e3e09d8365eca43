"""Persons with their titles, wherever they are named: in running text, in lists, in aligned lines, in a seat.

Doors: `holders` (running text), `titled` (lists and paragraphs), `aligned` (columns made of spaces), `members` (who stands in a seat).
"""
