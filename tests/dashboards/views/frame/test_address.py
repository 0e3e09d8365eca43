"""The address line says what a view shows, and nothing else comes of it."""

from hypothesis import given
from hypothesis import strategies as st

from dashboards.views.frame.address import MOST_OPEN, NODE_LIMITS, Address

OFFERED = ("changes", "career", "who_holds", "succession", "vacancies")


def as_lists(parameters: dict[str, str | list[str]]) -> dict[str, list[str]]:
    return {name: [value] if isinstance(value, str) else value for name, value in parameters.items()}


def test_a_view_is_read_back_from_its_own_address() -> None:
    view = Address(
        "career",
        {"official": "420117/张三/9f2a:31952:official"},
        opened=("official:420117/张三/9f2a:31952:official", "department:x"),
        centre="department:x",
        picked="fact05",
        nodes=300,
    )
    assert Address.read(as_lists(view.parameters("zh")), OFFERED) == view


def test_what_is_unknown_is_left_out() -> None:
    view = Address.read(
        {
            "q": ["drop_all"],
            "nodes": ["9999999"],
            "open": ["secret:x"],
            "centre": ["x"],
            "from": ["2022"],
            "junk": ["1"],
        },
        OFFERED,
    )
    assert (view.question, view.nodes, view.opened, view.centre) == ("changes", NODE_LIMITS[0], (), None)
    assert view.values == {"from": "2022"}


def test_a_second_click_collapses() -> None:
    view = Address("career", {"official": "a"}).turned("official:a")
    assert view.opened == ("official:a",)
    assert view.turned("official:a").opened == ()


def test_only_so_many_nodes_are_expanded_at_once() -> None:
    view = Address("changes")
    for number in range(30):
        view = view.turned(f"official:{number}")
    assert len(view.opened) == MOST_OPEN


def test_a_question_is_complete_when_its_needed_values_are_given() -> None:
    assert not Address("career").complete
    assert Address("career", {"official": "张三"}).complete
    assert Address("vacancies").complete


@given(st.dictionaries(st.text(max_size=12), st.lists(st.text(max_size=30), max_size=3), max_size=6))
def test_no_address_line_breaks_the_reading(parameters: dict[str, list[str]]) -> None:
    view = Address.read(parameters, OFFERED)
    assert Address.read(as_lists(view.parameters("zh")), OFFERED) == view
