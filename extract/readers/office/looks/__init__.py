"""How the cells of a sheet look when it is printed: what their numbers are set as, which rows and columns are hidden."""
