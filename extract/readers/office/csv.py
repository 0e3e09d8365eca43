"""CSV and TSV → Reading: a record is a row, whatever divides its fields."""

import csv
import io

from extract.errors import ReadError
from extract.readers.encodings import decoded
from extract.readers.limits import LIMITS, Limits
from extract.readers.reading import Reading, Writer, flat

DIVIDERS = ",\t;|"
SAMPLE = 40  # lines


def read_csv(data: bytes, name: str, limits: Limits = LIMITS) -> Reading:
    """The Reading of a CSV file; raises ReadError for one that is damaged."""
    text = decoded(data, name).text
    lines = text.splitlines()[:SAMPLE]
    divider = max(
        DIVIDERS,
        key=lambda mark: (
            min(3, sum(mark in line for line in lines)),
            sum(map(len, lines)) and sum(line.count(mark) for line in lines),
        ),
    )
    writer = Writer()
    csv.field_size_limit(10_000_000)
    try:
        for number, record in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=divider), 1):
            cells = [flat(cell) for cell in record]
            filled = [cell for cell in cells if cell]
            if len(filled) == 1 and cells[0]:  # a title over the table
                writer.line(filled[0], cell=f"{number}:1")
            elif filled:
                writer.row(cells, str(number))
    except csv.Error as error:
        raise ReadError("no_csv", name=name, fault=error) from error
    return Reading(writer.text, "csv", regions=writer.regions)
