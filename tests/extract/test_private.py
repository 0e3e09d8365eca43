import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.private import masked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("联系人王建国13912345678。", "联系人王建国***********。"),
        ("139 1234 5678", "*** **** ****"),  # layout spaces stay, so that offsets hold
        ("139-1234-5678", "***-****-****"),
        ("+86 13912345678", "+** ***********"),
        ("办公电话027-89350000", "办公电话027-89350000"),  # an office line
        ("监督电话12345", "监督电话12345"),
        ("编号2139123456789", "编号2139123456789"),  # longer than a mobile number
        ("身份证420117139123456781", "身份证420117139123456781"),
        ("总投资13900000000.00元", "总投资***********.00元"),  # covered rather than told
    ],
)
def test_private_numbers_are_covered(text: str, expected: str) -> None:
    assert masked(text) == expected


@given(st.text(alphabet="139 -0258王:、\n", max_size=40))
def test_the_text_is_as_long_as_before_and_nothing_else_changes(text: str) -> None:
    found = masked(text)
    assert len(found) == len(text)
    assert all(old == new or (old.isdigit() and new == "*") for old, new in zip(text, found, strict=True))


def test_nothing_stays_nothing() -> None:
    assert masked(None) is None
