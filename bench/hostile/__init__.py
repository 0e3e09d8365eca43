"""Hostile input: generated cases, each bounded, with what must hold afterwards. `python -m bench.hostile` runs them."""
