"""Exponents of time: literals of a pattern, and a work whose time grows with the square."""

import re

from bench.hostile.lengths import exponent, literals


def test_the_literals_of_a_pattern_are_what_nearly_matches() -> None:
    assert set(literals(re.compile("(?:任命|免去)[甲乙]+同志"))) == {"任命", "免去", "同志", "甲"}


def test_quick_work_has_no_exponent() -> None:
    assert exponent(lambda length: length, (256, 1024), 1.0) == 0.0
