"""Commands that write the graph out: export, changes-between.

Doors: the command of each module, named in `dashboards.cli.COMMANDS`.
"""
