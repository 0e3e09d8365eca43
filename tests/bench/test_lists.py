"""Word lists emptied in turn: what vanishes, what is stated otherwise, what is silent."""

import json

from bench.silence.lists import Reading, entries, silent


def fact(line: int, person: str, body: str) -> str:
    return json.dumps(["fact", "a.txt", line, "appointed", person, body, str(line)])


def test_every_list_but_the_cues_has_entries() -> None:
    files = {file for file, _, _ in entries(None)}
    assert "names.toml" in files
    assert "cues.toml" not in files


def test_a_fact_that_vanishes_is_silent_without_a_doubt_on_its_line() -> None:
    whole = Reading(frozenset({fact(1, "甲", "某局"), fact(2, "乙", "某局"), fact(3, "丙", "某局")}), frozenset())
    without = Reading(frozenset({fact(3, "丙", "某局局")}), frozenset({json.dumps(["doubt", "a.txt", 1])}))
    assert silent(whole, without) == (2, 1, [fact(2, "乙", "某局")])
