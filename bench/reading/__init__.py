"""How well files are read: gazettes saved as other kinds, places of quotations, hostile files."""
