"""An Office: one post of one body, as a printed title names it."""

from dataclasses import dataclass

from extract.facts import Kind
from extract.slotted import slotted


@slotted
@dataclass(frozen=True, slots=True)
class Office:
    """One post of one body; offsets into the cleaned text, None where the body is implied or put together."""

    body_start: int | None
    body_end: int | None
    body: str
    kind: Kind
    post: str
    post_start: int
    post_end: int


def moved(office: Office, by: int) -> Office:
    """The same office in a text that stands `by` characters further."""
    start, end = office.body_start, office.body_end
    return Office(
        None if start is None else start + by,
        None if end is None else end + by,
        office.body,
        office.kind,
        office.post,
        office.post_start + by,
        office.post_end + by,
    )
