"""The names of persons that the account looks for on its own: a family name after the last letter of a post."""

import pytest

from extract.accounts.people import names_in
from extract.readers.text import document_of
from extract.text.segment import notices


@pytest.mark.parametrize(
    ("chars", "names"),
    [
        ("县水利局局长孙立言同志到会", ["孙立言"]),  # 孙 after the last letter of a post
        ("副县长孙立言同志到会", ["孙立言"]),
        ("县监委副主任、代主任", []),  # nobody called 代主
        ("县监委副主任、代理主任", []),
        ("长孙立言同志到会", ["长孙立言"]),  # 长孙 at the head of a line
    ],
)
def test_a_family_name_that_begins_like_the_end_of_a_post(chars: str, names: list[str]) -> None:
    (notice,) = notices(document_of(chars + "\n"))
    text = notice.blocks[0].text
    assert [text.text[start:end] for start, end in names_in(text, 0, len(text))] == names
