"""The rows of a text, as its tests ask for them."""

from extract.clean import clean
from extract.text.layout import printed_lines


def rows(text: str) -> list[list[str]]:
    """The cells of each row that is put together, cleaned, empty ones too."""
    return [
        ["".join(clean(text, *span).text for span in cell) for cell in line.cells]
        for line in printed_lines(text)
        if line.cells
    ]
