"""Responsibility tables: their rows as items, and who leads and who assists each. Door: `responsibility.task_tables`."""
