"""What a sheet's file says of how it is printed, whatever kind of file it is.

In:  XLSX, XLS, ODS   Out: Look(how cells are set, what they show, hidden rows and columns), each counted from 0
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

Cell = tuple[int, int]  # row and column
MOST_REPEATED = 1000  # rows and columns that a hidden stretch names at most


@dataclass(slots=True)
class Look:
    """How one sheet is printed; `codes`: the number format of cells, `texts`: what cells show where the file says it."""

    codes: dict[Cell, str] = field(default_factory=dict)
    texts: dict[Cell, str] = field(default_factory=dict)
    rows: set[int] = field(default_factory=set)  # hidden
    columns: set[int] = field(default_factory=set)  # hidden


Looks = Mapping[int, Look]  # by the place of the sheet in its workbook
