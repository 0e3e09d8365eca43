"""Planted sentences: what of their facts is found, what is doubted, and what is lost; names are drawn anew by a seed."""

import json
import random
from pathlib import Path

import pytest

from bench.silence.planted import HOSTS, Planted, outcome, planted, sentences

LINE = "任命方小舟为安山县水利局局长。免去高长水的安山县林业局局长职务。"


def fact(relation: str, person: str, body: str) -> dict[str, object]:
    return {
        "relation": relation,
        "subject": {"kind": "official", "name": person},
        "object": {"kind": "department", "name": body},
        "role": "局长",
        "doc": "a.txt",
        "line": 2,
    }


def test_a_sentence_is_planted_with_the_facts_that_it_states_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"任免\n{LINE}\n", encoding="utf-8")
    rows = [fact("appointed", "方小舟", "安山县水利局"), fact("dismissed", "高长水", "安山县林业局")]
    gold = tmp_path / "gold.jsonl"
    gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    found = list(sentences(tmp_path, gold))
    assert [(text, [row["relation"] for row in facts]) for text, facts in found] == [
        ("任命方小舟为安山县水利局局长。", ["appointed"]),
        ("免去高长水的安山县林业局局长职务。", ["dismissed"]),
    ]
    one = planted(*found[0], random.Random(1))
    assert "方小舟" not in one.sentence
    assert one == planted(*found[0], random.Random(1))
    assert one.host != "personnel"


def test_a_fact_is_found_or_doubted_or_lost() -> None:
    host = next(iter(HOSTS))
    found = outcome(Planted(host, "任命方小舟为安山县水利局局长。", [("appointed", "方小舟")]))
    assert (found.found, found.doubted, found.silent) == (1, 0, ())
    lost = outcome(Planted(host, "天气晴朗，方小舟在家。", [("appointed", "方小舟")]))
    assert (lost.found, lost.doubted, lost.silent) == (0, 0, (("appointed", "方小舟"),))


@pytest.mark.parametrize(
    ("sentence", "facts", "found"),
    [
        # two posts of a person, one of them read
        ("任命方小舟为安山县水利局局长。", [("appointed", "方小舟")] * 2, 1),
        ("任命方小舟为安山县水利局局长、安山县林业局局长。", [("appointed", "方小舟")] * 2, 2),
        # 任 is an order in one paper, a title in another
        ("县水利局局长方小舟出席。", [("appointed", "方小舟")], 1),
        # an order in so many words is answered by no post held
        ("县水利局局长方小舟出席任命大会。", [("appointed", "方小舟")], 0),
    ],
)
def test_each_fact_that_is_read_answers_for_one(sentence: str, facts: list[tuple[str, str]], found: int) -> None:
    assert outcome(Planted("news", sentence, facts)).found == found
