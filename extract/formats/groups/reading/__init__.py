"""How a notice on groups is read, line by line: each reading takes the state so far and gives the state after it.

Doors: `state.setting_of`, `state.first_state`, `rows.row_read`, `lines.line_read`, `listing.flushed`.
"""
