"""XLS → Look of each sheet, from the records of its stream: formats, styles, cells, rows and columns.

In:  FORMAT, XF (a style and its format), NUMBER, RK, MULRK, FORMULA (cells and their styles), ROW, COLINFO (hidden or not)   Out: Look
"""

import struct
from collections.abc import Iterator

from extract.readers.office.compound import Compound
from extract.readers.office.looks.formats import BUILT_IN
from extract.readers.office.looks.look import MOST_REPEATED, Look, Looks

FORMAT, XF, SHEET, END, BEGIN = 0x041E, 0x00E0, 0x0085, 0x000A, 0x0809
CELLS = {0x0203: 14, 0x027E: 10, 0x0006: 20}  # NUMBER, RK, FORMULA: a cell each, and its least length
MULRK, ROW, COLINFO = 0x00BD, 0x0208, 0x007D
HIDDEN_ROW, HIDDEN_COLUMN = 0x20, 0x01
MOST_RECORDS = 6_000_000
Record = tuple[int, bytes]


def looks_of_xls(data: bytes, name: str) -> Looks:
    """How the sheets of a workbook look; none of a file before Excel 97."""
    stream = Compound(data, name).stream("Workbook")
    codes: dict[int, str] = {}
    styles: list[int] = []
    starts: list[int] = []
    for kind, body in _records(stream, 0):
        if kind == FORMAT and len(body) > 5:
            number, length, wide = struct.unpack_from("<HHB", body)
            text = body[5 : 5 + length * (2 if wide & 1 else 1)]
            codes[number] = text.decode("utf-16-le" if wide & 1 else "latin-1", "replace")
        elif kind == XF and len(body) >= 4:
            styles.append(struct.unpack_from("<H", body, 2)[0])
        elif kind == SHEET and len(body) > 6:
            starts.append(struct.unpack_from("<I", body)[0])
    known = {index: code for index, number in enumerate(styles) if (code := codes.get(number) or BUILT_IN.get(number))}
    known = {index: code for index, code in known.items() if code.lower() not in {"general", "@"}}
    return {index: _look(stream, start, known) for index, start in enumerate(starts)}


def _records(stream: bytes, start: int) -> Iterator[Record]:
    """The records of a stream from a place on, to the end of what begins there; what is set within it is passed over."""
    depth = 0
    for _ in range(MOST_RECORDS):
        if start + 4 > len(stream):
            return
        kind, length = struct.unpack_from("<HH", stream, start)
        depth += (kind == BEGIN) - (kind == END)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, stream[start + 4 : start + 4 + length]
        start += 4 + length


def _look(stream: bytes, start: int, codes: dict[int, str]) -> Look:
    look = Look()
    for kind, body in _records(stream, start):
        if kind in CELLS and len(body) >= CELLS[kind]:
            row, column, style = struct.unpack_from("<HHH", body)
            if style in codes:
                look.codes[row, column] = codes[style]
        elif kind == MULRK and len(body) >= 6:
            row, first = struct.unpack_from("<HH", body)
            for index in range((len(body) - 6) // 6):
                (style,) = struct.unpack_from("<H", body, 4 + 6 * index)
                if style in codes:
                    look.codes[row, first + index] = codes[style]
        elif kind == ROW and len(body) >= 16:
            if body[12] & HIDDEN_ROW:
                look.rows.add(struct.unpack_from("<H", body)[0])
        elif kind == COLINFO and len(body) >= 10 and body[8] & HIDDEN_COLUMN:
            first, last = struct.unpack_from("<HH", body)
            look.columns |= set(range(first, min(last + 1, first + MOST_REPEATED)))
    return look
