"""Names of bodies that may be one: proposed with a reason, never joined."""

import pytest

from graph.identity.resolve import resolve
from tests.graph.identity_facts import Gazette


def proposed(*names: str) -> dict[str, set[str]]:
    """Code of each proposal's reason → the two names, as printed."""
    gazette = Gazette().notice().names(*names)
    resolution = resolve(gazette.facts, gazette.context)
    assert len(resolution.by_key) == 2 * len(names)  # a body and an item each: nothing is joined
    return {p.why.code: {resolution.by_key[p.left].name, resolution.by_key[p.right].name} for p in resolution.proposals}


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("区纪委监委", "区纪委监委机关"), "staff_of_body"),
        (("区内河港航管理局", "区内河港务管理局"), "few_characters"),
        (("区商务局(区招商局)", "区招商局"), "printed_in_brackets"),
        (("征收管理科", "征缴管理科"), "few_characters"),
        (("所得税科", "所得管理科"), "few_characters"),
    ],
)
def test_a_pair_that_may_be_one_is_proposed_with_its_reason(names: tuple[str, str], code: str) -> None:
    assert code in proposed(*names)


@pytest.mark.parametrize(
    "names",
    [
        ("区民政局", "区财政局"),
        ("民一庭", "民二庭"),
        ("东部工作管理局", "西部工作管理局"),
        ("区农业农村局", "区农村经济局"),
        ("区教育局", "区审计局"),
        ("安山银监局", "安山证监局"),
        ("安山学校", "安山学校办公室"),
    ],
)
def test_what_differs_in_what_tells_apart_is_not_proposed(names: tuple[str, str]) -> None:
    assert proposed(*names) == {}
