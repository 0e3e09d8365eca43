"""Which reader for which file."""
