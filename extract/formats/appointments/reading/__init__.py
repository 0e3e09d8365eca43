"""How the parts of a personnel clause are read: each reading takes the state so far and gives the state after it."""
