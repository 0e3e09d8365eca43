"""Duties in running text: 县财政局负责落实资金保障;县发改局负责立项工作.

Door: `duties`.
"""

from extract.formats.items.duties.notice import duties

__all__ = ["duties"]
