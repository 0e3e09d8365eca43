"""Measures of the pages beside their speed: what axe-core finds on those of the app, what a search of the static site costs."""
