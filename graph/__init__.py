"""Facts → one graph: identity, tenure, stores, exports.

Doors: `build` (build, load, forget), `workspace.Workspace`, `stores.store.open_store`, `corpus`, `export`, `backup`, `repair`.
"""
