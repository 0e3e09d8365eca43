"""The commands of the command line, one module a subject.

Doors: the command of each module, named in `dashboards.cli.COMMANDS`.
"""
