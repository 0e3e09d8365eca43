"""The index of the static site misses nothing that a plain scan finds, and a search reads little."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboards.site.index import LONGEST, STRETCH, Unit, decoded, encoded, folded, search, stretches, write_index

SIGNS = "安山县临江市教育局财政发展改革委员会关于印发通知年度重点工作责任分工方案的一二三四五养老湿地保护A1 ，。"
BYTES_OF_A_SEARCH = 150_000
PAGES = 10_000


def units_of(texts: list[str]) -> list[Unit]:
    return [
        Unit(f"task/{number}.html", "task", text[:30], "安山县", part)
        for number, text in enumerate(texts)
        for part in stretches(text)
    ]


@given(st.lists(st.text(SIGNS, max_size=60), max_size=20), st.text(SIGNS, min_size=2, max_size=9))
@settings(max_examples=60, deadline=None)
def test_a_search_finds_what_a_plain_scan_finds(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], word: str
) -> None:
    folder = tmp_path_factory.mktemp("index")
    units = units_of(texts)
    index = write_index(units, folder)
    words = [one for one in word.split() if len(folded(one)) >= 2]
    wanted = [unit for unit in units if words and all(folded(one) in folded(unit.text) for one in words)]
    assert search(folder, index, word)[0] == wanted


def test_ten_thousand_pages_are_searched_with_little_read(tmp_path: Path) -> None:
    chance = random.Random(7)
    words = ["".join(chance.choices(SIGNS, k=chance.choice((2, 2, 2, 3, 4)))) for _ in range(3_000)]
    weights = [1 / (place + 1) for place in range(len(words))]  # few words are common, most are rare
    texts = ["，".join(chance.choices(words, weights, k=chance.randint(8, 120))) for _ in range(PAGES)]
    units = units_of(texts)
    index = write_index(units, tmp_path)
    held = [(unit, folded(unit.text)) for unit in units]
    for word in [
        *words[:4],
        words[50],
        words[500],
        words[2_500],
        f"{words[0]}，{words[1]}",
        texts[5][:12],
        texts[9][-20:],
    ]:
        if len(word.split()) == 1 and len(folded(word)) > 1:
            found, read = search(tmp_path, index, word)
            assert found == [unit for unit, said in held if folded(word) in said]
            assert read <= BYTES_OF_A_SEARCH, (word, read)


@given(st.sets(st.integers(0, 3000)), st.integers(3001, 4000))
def test_a_list_comes_back_as_it_was(numbers: set[int], whole: int) -> None:
    if numbers:
        assert decoded(encoded(sorted(numbers), whole)) == sorted(numbers)


@given(st.text(SIGNS, min_size=STRETCH, max_size=3 * STRETCH), st.integers(0, 2 * STRETCH))
@settings(max_examples=40, deadline=None)
def test_a_word_stands_whole_in_one_stretch(text: str, begin: int) -> None:
    word = text[begin : begin + LONGEST]
    assert any(word in part for part in stretches(text))


def test_forms_and_blanks_are_one(tmp_path: Path) -> None:
    index = write_index([Unit("a.html", "official", "李　明", "", "李　明 ＡＢ局")], tmp_path)
    assert [unit.path for unit in search(tmp_path, index, "李明")[0]] == ["a.html"]
    assert [unit.path for unit in search(tmp_path, index, "ab局")[0]] == ["a.html"]
    assert search(tmp_path, index, "明")[0] == []
