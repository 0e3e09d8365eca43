"""Facts → one graph: identity, tenure, stores, exports."""
