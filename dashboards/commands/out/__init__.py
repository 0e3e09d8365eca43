"""Commands that write the graph out: export, changes-between."""
