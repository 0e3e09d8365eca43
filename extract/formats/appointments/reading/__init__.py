"""How the parts of a personnel clause are read: each reading takes the state so far and gives the state after it.

Doors: `state.setting_of`, `state.first_state`, `statements.part_read`.
"""
