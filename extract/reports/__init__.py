"""What people read of an extraction: what was found in one document, and facts against gold. Doors: `report`, `score`."""
