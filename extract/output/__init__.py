"""What leaves Zhize: JSON lines, files put in place whole, text without control characters.

Doors: `json_lines`, `files`, `plain`.
"""
