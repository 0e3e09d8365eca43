"""An answer on the terminal: entries that fit, and lose nothing."""

from hypothesis import given
from hypothesis import strategies as st

from dashboards.printed.answer import _beside, _widest
from dashboards.printed.grid import folded, width

PARTS = st.lists(
    st.tuples(st.sampled_from(["", "时限：", "due: "]), st.text(alphabet="ab 局长，é\u0301", min_size=1, max_size=30)),
    min_size=1,
    max_size=8,
)


def joined_one_by_one(parts: list[tuple[str, str]], most: int) -> list[str]:
    """The same, measured anew with each part."""
    lines = [""]
    for head, text in parts:
        joined = f"{lines[-1]} · {head}{text}" if lines[-1] else head + text
        if width(joined) <= most:
            lines[-1] = joined
        else:
            broken = folded(head + text, most)
            lines = [*lines, *broken] if lines[-1] else broken
    return lines


@given(PARTS, st.integers(12, 60))
def test_parts_stand_beside_one_another_as_far_as_the_width_goes(parts: list[tuple[str, str]], most: int) -> None:
    assert _beside(parts, most) == joined_one_by_one(parts, most)


@given(st.lists(st.text(alphabet="a局é\u0301", max_size=20), max_size=6), st.integers(1, 30))
def test_the_widest_is_told_up_to_the_width_that_counts(texts: list[str], most: int) -> None:
    assert _widest(texts, most) == min(max(map(width, texts), default=0), most)
