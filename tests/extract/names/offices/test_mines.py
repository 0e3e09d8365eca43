"""A part of a mine or a works is called 区, and is no district."""

import pytest

from extract.names.offices.titles import offices


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("二矿通风区区长", "二矿通风区"),
        ("石桥煤矿掘进二区副区长", "石桥煤矿掘进二区"),
        ("综采一区区长", "综采一区"),
        ("柳河工区副区长", "柳河工区"),
        ("柳河区区长", "柳河区人民政府"),
        ("石桥市城中区副区长", "石桥市城中区人民政府"),
    ],
)
def test_whose_head_it_is(title: str, body: str) -> None:
    assert [office.body for office in offices(title, 0, len(title))] == [body]
