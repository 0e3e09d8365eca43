"""Word lists: TOML, each entry with a comment and examples."""
