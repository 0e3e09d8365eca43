"""Where bodies are, on which office line, and to whom they belong: tables, lists and sentences.

Door: `registers`.
"""

from extract.formats.registers.notice import registers

__all__ = ["registers"]
