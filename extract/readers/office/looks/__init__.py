"""How the cells of a sheet look when it is printed: what their numbers are set as, which rows and columns are hidden.

Doors: `looks_of_xlsx`, `looks_of_xls`, `looks_of_ods` (file → Look of each sheet), `shown_as` (number and format → what a cell shows).
"""
