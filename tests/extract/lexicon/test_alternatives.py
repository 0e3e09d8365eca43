"""Words grouped by how they begin match what the plain list of them matches."""

import re

from hypothesis import given
from hypothesis import strategies as st

from extract.lexicon.alternatives import alternatives

WORDS = st.lists(st.text("甲乙丙.(", min_size=1, max_size=3), min_size=1, max_size=8)


def test_words_that_begin_alike_stand_in_one_group() -> None:
    assert alternatives(["工业园", "工程", "水库", "园"]) == "工(?:业园|程)|水库|园"


@given(WORDS, st.text("甲乙丙.(", max_size=12))
def test_what_is_matched_is_what_the_plain_list_matches(words: list[str], text: str) -> None:
    """In the order given: of two words that begin alike the first is tried first, and marks stand for themselves."""
    plain = re.compile("|".join(map(re.escape, words)))
    assert re.findall(alternatives(words), text) == plain.findall(text)
