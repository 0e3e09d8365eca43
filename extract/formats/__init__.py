"""The formats of notices, each a function from a notice to its facts."""
