"""Texts for people: codes and values → sentences in Chinese or English, from TOML files.

Doors: `texts` (the filler), `reasons` (why something is in doubt), `foreign` (what other programs say).
"""
