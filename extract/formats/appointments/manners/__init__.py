"""Manners of stating a decision other than 任命…为…: a person in charge, one sent, those elected, columns and tables.

Doors: `charges.charge`, `sending.sent_as`, `elections.listed`, `columns.columns`, `tables.rows_of`.
"""
