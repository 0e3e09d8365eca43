"""Likely other spellings of a project: near enough to be offered, never a numbered part or a neighbour."""

import pytest

from queries.run.spellings import alike


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("云湖蔬菜物流应急保供基地", "蔬菜物流保供基地", True),
        ("滨河大桥", "滨河大桥建设项目", True),
        ("滨河大桥", "滨河一大桥", False),  # four characters are too few to leave anything out
        ("白石滨河大桥", "白石滨河大桥建设工程", True),
        ("白石滨河大桥", "白石滨河大侨", True),
        ("白石滨河大桥", "白石滨河大坝", False),
        ("X118柳泉公路改造工程", "X118柳泉公公路改造工程", True),
        ("云湖产业园一期工程", "云湖产业园二期工程", False),
        ("云湖产业园", "云湖产业园二期", False),
        ("东湖湿地公园", "西湖湿地公园", False),
        ("蔬菜物流保供基地", "蔬菜物流保供中心", False),
        ("蔬菜物流保供基地", "蔬菜物流保供基地铁路专用线", False),
        ("物流基地", "云湖蔬菜物流应急保供基地", False),
    ],
)
def test_near_names(one: str, other: str, near: bool) -> None:
    assert alike(one, other) is near
    assert alike(other, one) is near
