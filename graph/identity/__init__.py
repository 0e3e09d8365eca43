"""Who is who: which mentions are one body, person, policy or task.

Doors: `resolve.resolve` (mentions into clusters), `clusters.Clusters`; one module for each kind, `compare` and `likeness` for names.
"""
