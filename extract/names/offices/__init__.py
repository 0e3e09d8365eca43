"""Printed titles → bodies and posts: 区发展和改革局党组书记、局长 names two. Doors: `titles` (a title to its offices), `office.Office`."""
