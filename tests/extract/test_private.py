"""What is a private number and what is none, however it is printed; covering keeps every other character in its place."""

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.facts import ItemRecord
from extract.private import WEIGHTS, is_private, masked, masked_record, pieces_without, private_spans

PIECES = [
    "139",
    "1234",
    "5678",
    "13912345678",
    " ",
    "-",
    "\n",
    "\t",
    "元",
    "电话",
    "一三九",
    "110101199003078",
    "x",
    "·",
    "。" * 50,
]


@given(st.lists(st.sampled_from(PIECES), min_size=10, max_size=120), st.integers(0, 200), st.integers(0, 400))
def test_a_passage_of_a_long_text_holds_what_it_holds_alone(pieces: list[str], start: int, length: int) -> None:
    text = "".join(pieces) + "。" * 1000
    alone = [(left + start, right + start) for left, right in private_spans(text[start : start + length])]
    assert list(private_spans(text, start, start + length)) == alone


WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


@pytest.mark.parametrize(
    "number",
    [
        "13912345678",
        "139 1234 5678",
        "139-1234-5678",
        "１３９１２３４５６７８",
        "13９１２３45678",
        "+8613912345678",
        "+86 139 1234 5678",
        "008613912345678",
        "0086-139-1234-5678",
        "8613912345678",
        "(+86)13912345678",
        "（86）139 1234 5678",
        "013912345678",
        "139－1234－5678",
        "139—1234—5678",
        "139–1234–5678",
        "139‑1234‑5678",
        "139−1234−5678",
        "139.1234.5678",
        "139．1234．5678",
        "139·1234·5678",
        "139/1234/5678",
        "139／1234／5678",
        "139 / 1234 / 5678",
        "1391234/5678",
        "+86/139/12345678",
        "(139)12345678",
        "（139） 1234-5678",
        "[139]1234[5678]",
        "139  1234  5678",
        "139\u00a01234\u00a05678",
        "139\u30001234\u30005678",
        "139\u200912345678",
        "139\u200b1234\u200b5678",
        "1\ufeff3912345678",
        "139\u00ad1234\u20605678",
        "13912 345678",
        "139 123 45678",
        "1391 234 5678",
        "1391234 5678",
        "1 3 9 1 2 3 4 5 6 7 8",
        "1-3-9-1-2-3-4-5-6-7-8",
        "13 91 23 45 67 8",
        "一三九一二三四五六七八",
        "幺三九〇零二三四五六七",
    ],
)
@pytest.mark.parametrize(
    "frame", ["{}", "联系人张三{}。", "王一 {}，李四", "电话:{};", "2022年{}", "甲\t{}\t乙", "a{}\n5"]
)
def test_a_private_number_is_found_however_it_is_printed(number: str, frame: str) -> None:
    text = frame.format(number)
    found = masked(text)
    assert len(found) == len(text)
    assert not is_private(found)
    hidden = found[len(frame.split("{}")[0]) :][: len(number)]
    assert not any(char.isdigit() or char in "一二三四五六七八九" for char in hidden)


@pytest.mark.parametrize(
    "text",
    [
        "办公电话027-89350000",
        "0714-3221120",
        "010 6601 2345",
        "监督电话12345",
        "400-139-1234",
        "编号2139123456789",
        "12912345678",
        "统一社会信用代码12420117MB1234567X",
        "总投资13900000000.00元",
        "总投资13900000000元",
        "东经114.13812345678度",
        "0.13812345678",
        "13\t50\t60\t70\t800",  # cells of a row
        "139\t12345678",
        "139\n12345678",
        "139\r\n1234 5678",
        "13  50  60  70  800",  # columns set apart by blanks
        "15 230 120 450 18 77",  # a row of figures
        "任职1998.7-2002.06",
        "1998/7/2002/106",  # a period, and a figure
        "13/5/2022 1234",  # a day
        "15/230/120/450/18",  # a row of figures
        "1/3/9/1/2/3/4/5/6/7/8",
        "139/\n1234/5678",  # broken at the end of a line
        "139/1234\t/5678",
        "1985-12-3 2001-5",
        "1381234567.8",
        "1350.60-708.00",
        "420117139123456781",  # eighteen digits whose check digit does not fit
        "身份证号420117199001011235",
        "二〇二二年一月三日",
        "0551-6612346 027-12345678",  # eighteen digits in a row of office lines, whose check digit fits
        "一三五",
        "13\tC19010000031d\t注射剂",  # a code of goods
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert masked(text) == text


def identity(first: str) -> str:
    """The identity card number that begins with seventeen digits."""
    return first + "10X98765432"[sum(w * int(d) for w, d in zip(WEIGHTS, first, strict=True)) % 11]


def gaps_in(number: str, gap: str, at: list[int]) -> str:
    return gap.join(number[a:b] for a, b in pairwise([0, *at, len(number)]))


@pytest.mark.parametrize("gap", ["-", "/", " ", "\n", "\t"])
def test_two_numbers_beside_each_other_are_two(gap: str) -> None:
    assert masked(f"13912345678{gap}15800001111") == f"***********{gap}***********"


def test_an_identity_card_number_with_slashes_is_covered() -> None:
    assert masked(gaps_in(identity("42011719900101123"), "/", [6, 14])) == "******/********/****"


@pytest.mark.parametrize("first", ["42011719900101123", "11010519491231002", "35020020001231999", "65310119660302000"])
@pytest.mark.parametrize("form", [str, str.lower, lambda n: n.translate(WIDE), lambda n: gaps_in(n, " ", [6, 14])])
def test_an_identity_card_number_is_covered(first: str, form: object) -> None:
    number = form(identity(first))  # type: ignore[operator]
    assert masked(f"身份证号：{number}。") == f"身份证号：{''.join(' ' if c == ' ' else '*' for c in number)}。"


@given(
    st.integers(3, 9),
    st.text("0123456789", min_size=9, max_size=9),
    st.sampled_from(["", "-", "－", "—", "–", "\u200b", "\u2060", "）", " ", "\u3000", "\xa0", "·"]),
    st.sets(st.integers(1, 10), max_size=4),
    st.booleans(),
    st.sampled_from(["", "+86", "0086", "86 ", "+86-"]),
)
def test_any_grouping_is_found(second: int, rest: str, gap: str, at: set[int], wide: bool, before: str) -> None:
    number = gaps_in(f"1{second}{rest}", gap, sorted(at))
    printed = before + (number.translate(WIDE) if wide else number)
    found = masked(f"联系人：张三，{printed}。")
    if is_year_like(number):
        return
    assert not any(char.isdigit() for char in found)


def is_year_like(number: str) -> bool:
    """Whether a group of the number reads as a year before a month: 1998-7-…, which is no number of a person."""
    groups = "".join(c if c.isdigit() else " " for c in number).split()
    return any(len(a) == 4 and a[:2] in {"19", "20"} and int(b) <= 31 for a, b in pairwise(groups))


@given(st.text(alphabet="139 -0258王:、\n\t.()＋８６x", max_size=60))
def test_the_text_is_as_long_as_before_and_only_digits_change(text: str) -> None:
    found = masked(text)
    assert len(found) == len(text)
    assert all(
        old == new or ((old.isdigit() or old == "x") and new == "*") for old, new in zip(text, found, strict=True)
    )
    assert masked(found) == found


def test_spans_and_the_pieces_between_them_are_the_text() -> None:
    text = "甲13912345678乙139-1234-5678丙"
    assert [text[a:b] for a, b in private_spans(text)] == ["13912345678", "139-1234-5678"]
    assert [text[a:b] for a, b in pieces_without(text, 0, len(text))] == ["甲", "乙", "丙"]
    assert list(pieces_without("没有号码", 1, 3)) == [(1, 3)]


def test_nothing_stays_nothing() -> None:
    assert masked(None) is None


def test_every_text_of_a_record_is_masked() -> None:
    item = ItemRecord(
        "13912345678.txt", 1, 0, 9, "联系人13912345678", deadline="6月", aggregates=("王五 139 1234 5678",)
    )
    covered = masked_record(item, "doc")
    assert (covered.doc, covered.text, covered.deadline) == (item.doc, "联系人***********", "6月")
    assert covered.aggregates == ("王五 *** **** ****",)


def test_hostile_rows_of_digits_cost_no_more_than_their_length() -> None:
    draw = random.Random(4)
    spent = []
    for size in (4_000, 16_000):
        text = "".join(draw.choice("1386 -.(") for _ in range(size))
        start = time.process_time()
        masked(text)
        spent.append(time.process_time() - start)
    assert spent[1] < 40 * max(spent[0], 0.001)
